package import Planning
import Standards

/// A staffing plan as a table for spreadsheets and programs.
package enum PlanCSV {
  /// The first line.
  package static let header =
    "start,channel,contacts,handling_s,load_erlang,counted,formula,service_level,occupancy\n"

  /// The plan, one line an interval and channel, in the order of the demand.
  ///
  /// `counted` and `formula` are people on duty, or on the roster where `rostered`. A service level
  /// without contacts, and an occupancy without people, are left empty. Numbers read back to the
  /// same double.
  package static func render(_ plan: StaffingPlan, rostered: Bool) -> String {
    var text = header
    for (channel, interval) in plan.rows {
      let counted = plan.people(interval.counted, rostered: rostered)
      let formula = plan.people(interval.formula, rostered: rostered)
      let fields = [
        quoted(interval.written), quoted(channel.promise.channel.name),
        plain(interval.contacts), plain(interval.handlingSeconds), plain(interval.load),
        "\(counted)", "\(formula)", interval.serviceLevel.map { plain($0) } ?? "",
        interval.occupancy.map { plain($0) } ?? "",
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    return text
  }

  /// The shortest digits that read back to the same double, without `.0`.
  static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension StaffingPlan {
  /// Every interval with its channel, in the order of the demand's rows.
  ///
  /// Intervals that the demand leaves out stand behind, and only if somebody is needed in them.
  package var rows: [(channel: Channel, interval: Interval)] {
    let all = channels.flatMap { channel in channel.intervals.map { (channel, $0) } }
    let written = all.filter { $0.1.row != nil }
      .sorted { ($0.1.row ?? 0) < ($1.1.row ?? 0) }
    let leftOut = all.filter { $0.1.row == nil && ($0.1.formula > 0 || $0.1.counted > 0) }
    return written + leftOut
  }

  /// People on duty, or as many as must be on the roster for that.
  func people(_ onDuty: Int, rostered: Bool) -> Int {
    rostered ? workload.rostered(onDuty: onDuty) : onDuty
  }
}
