package import Planning
import ServiceTime
import Standards

/// A staffing plan as a planner reads it in a terminal.
package enum PlanText {
  /// A paragraph a channel: the promise, the hours of work that it takes, its peak, and each day.
  package static func render(_ plan: StaffingPlan) -> String {
    let paragraphs = plan.channels.map { render($0, plan) }
    return paragraphs.joined(separator: "\n") + "\n" + legend(plan)
  }

  private static func render(_ channel: StaffingPlan.Channel, _ plan: StaffingPlan) -> String {
    let promise = channel.promise
    let hours: String =
      switch promise.hoursName {
      case .always: "day and night"
      case .calendar(let name): "in the hours of '\(name)'"
      }
    let contacts = channel.intervals.reduce(0) { $0 + $1.contacts }
    var lines = [
      "\(promise.channel.name): \(promise.share) within \(promise.within), \(hours) "
        + "('\(promise.standard)'); \(Written.number(contacts, decimals: 0)) contacts"
    ]
    var table = TextTable([
      ("  day", .left), ("contacts", .right), ("counted h", .right), ("formula h", .right),
      ("rostered h", .right), ("peak", .right), ("at", .left),
    ])
    for day in days(channel) {
      table.add(row(day.label, day.intervals, plan, showsTime: true))
    }
    table.add(row("all", channel.intervals, plan, showsTime: false))
    lines += table.lines
    if channel.contactsWhileClosed > 0 {
      lines.append(
        "  \(Written.number(channel.contactsWhileClosed, decimals: 1)) contacts come while the line is "
          + "closed; nobody is planned for them")
    }
    if channel.contactsDueLater > 0 {
      lines.append(
        "  \(Written.number(channel.contactsDueLater, decimals: 1)) contacts of the end are due after "
          + "it, and the start begins with none from before (--repeats carries them over)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(
    _ label: String, _ intervals: [StaffingPlan.Interval], _ plan: StaffingPlan, showsTime: Bool
  ) -> [String] {
    let hours = Double(plan.intervalSeconds) / 3600
    func total(_ people: (StaffingPlan.Interval) -> Int) -> String {
      Written.number(Double(intervals.reduce(0) { $0 + people($1) }) * hours, decimals: 1)
    }
    let peak = intervals.max { $0.formula < $1.formula }
    return [
      "  \(label)", Written.number(intervals.reduce(0) { $0 + $1.contacts }, decimals: 0),
      total { $0.counted }, total { $0.formula },
      total { plan.workload.rostered(onDuty: $0.formula) }, "\(peak?.formula ?? 0)",
      showsTime && (peak?.formula ?? 0) > 0 ? peak.map { clock($0) } ?? "" : "",
    ]
  }

  private static func legend(_ plan: StaffingPlan) -> String {
    var lines = [
      "counted: the load, rounded up, as a spreadsheet has it; formula: what keeps the promise on",
      "paper, Erlang C for live channels, every deadline on the calendar for the others. Both are",
      "hours of people on duty in intervals of \(TimeSpan(seconds: plan.intervalSeconds)), without cases that come back.",
    ]
    if plan.workload.shrinkage > 0 {
      lines.append(
        "rostered adds the \(Written.percent(plan.workload.shrinkage)) of paid time that people are "
          + "away (parts put together by \(plan.workload.combination.rawValue)).")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The intervals by their local date, as written in the demand.
  private static func days(
    _ channel: StaffingPlan.Channel
  ) -> [(label: String, intervals: [StaffingPlan.Interval])] {
    var days: [(label: String, intervals: [StaffingPlan.Interval])] = []
    for interval in channel.intervals {
      let label = date(interval)
      if days.last?.label == label {
        days[days.count - 1].intervals.append(interval)
      } else {
        days.append((label, [interval]))
      }
    }
    return days
  }

  private static func date(_ interval: StaffingPlan.Interval) -> String {
    String(interval.written.prefix { $0 != "T" && $0 != " " })
  }

  private static func clock(_ interval: StaffingPlan.Interval) -> String {
    String(interval.written.drop { $0 != "T" && $0 != " " }.dropFirst().prefix(5))
  }
}
