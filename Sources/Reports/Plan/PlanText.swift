package import Planning
import ServiceTime
import Standards

/// A staffing plan as a planner reads it in a terminal.
package enum PlanText {
  /// A paragraph a channel: the promise, then for each day the hours of work, the people that it
  /// takes and their peak; below, what the columns mean.
  package static func render(_ plan: StaffingPlan) -> String {
    var paragraphs = plan.channels.map { render($0, plan) }
    if plan.channels.count > 1 { paragraphs.append(together(plan)) }
    paragraphs.append(legend(plan))
    return paragraphs.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func render(_ channel: StaffingPlan.Channel, _ plan: StaffingPlan) -> [String] {
    let promise = channel.promise
    var lines = [
      "\(promise.channel.name): \(promise.share) within \(promise.within), "
        + "\(promise.hoursName.inWords) ('\(promise.standard)')"
    ]
    let people = [PlanColumn.formula(plan)] + (isShort(plan) ? [PlanColumn.rostered(plan)] : [])
    let columns = [.contacts, .work, .counted(plan)] + people
    lines += PlanDays(channel.intervals, plan.zone).table(columns, plan.zone)
    return lines + notes(channel).map { "  \($0)" }
  }

  /// What the table of a channel does not show.
  private static func notes(_ channel: StaffingPlan.Channel) -> [String] {
    var notes: [String] = []
    let closed = Written.number(channel.contactsWhileClosed, decimals: 1)
    if closed != "0.0" {
      notes.append(
        channel.promise.channel.kind == .live
          ? "\(closed) contacts come while the line is closed: nobody is planned for them"
          : "\(closed) contacts come while the desk is closed and wait for the opening")
    }
    let later = Written.number(channel.contactsDueLater, decimals: 1)
    if later != "0.0" {
      notes.append(
        "\(later) contacts are due after the last interval, and none are left from before the "
          + "first (--repeats carries them over)")
    }
    let leftOut = channel.intervals.count { $0.row == nil }
    if leftOut > 0 {
      notes.append("\(Written.count(leftOut, "interval")) without a row: no contacts")
    }
    return notes
  }

  /// All channels at once, each with its own people.
  private static func together(_ plan: StaffingPlan) -> [String] {
    let columns = [PlanColumn.formula(plan)] + (isShort(plan) ? [PlanColumn.rostered(plan)] : [])
    return ["all channels, each with its own people"]
      + PlanDays(plan.channels.flatMap(\.intervals), plan.zone).table(columns, plan.zone)
  }

  private static func legend(_ plan: StaffingPlan) -> [String] {
    var lines = [
      "work h: contacts x handling time; counted h: that in whole people for each "
        + "\(TimeSpan(seconds: plan.intervalSeconds)),",
      "as a spreadsheet has it; formula h: people on duty who keep the promise on paper, by",
      "Erlang C on live channels, by every deadline on the calendar on the others; peak: the most",
      "of them at once. No case comes back and nobody is interrupted.",
    ]
    if isShort(plan) {
      lines.append(
        "rostered h: formula h with the \(Written.percent(plan.workload.shrinkage)) of paid time "
          + "that people are away (\(plan.workload.combination.rawValue) of the parts).")
    }
    return lines
  }

  /// Whether anybody is ever away.
  private static func isShort(_ plan: StaffingPlan) -> Bool { plan.workload.shrinkage > 0 }
}

/// A column of hours or contacts, to be added up over a day.
struct PlanColumn {
  let title: String
  let decimals: Int
  let value: (StaffingPlan.Interval) -> Double

  static var contacts: PlanColumn {
    PlanColumn(title: "contacts", decimals: 0) { $0.contacts }
  }

  static var work: PlanColumn {
    PlanColumn(title: "work h", decimals: 1) { $0.contacts * $0.handlingSeconds / 3600 }
  }

  static func counted(_ plan: StaffingPlan) -> PlanColumn {
    PlanColumn(title: "counted h", decimals: 1) { Double($0.counted * plan.intervalSeconds) / 3600 }
  }

  static func formula(_ plan: StaffingPlan) -> PlanColumn {
    PlanColumn(title: "formula h", decimals: 1) { Double($0.formula * plan.intervalSeconds) / 3600 }
  }

  /// Hours, not whole people in each interval: those who are away add up over the day.
  static func rostered(_ plan: StaffingPlan) -> PlanColumn {
    PlanColumn(title: "rostered h", decimals: 1) {
      Double($0.formula * plan.intervalSeconds) / 3600 / (1 - plan.workload.shrinkage)
    }
  }
}

extension PlanText {
  /// One line a channel, for a first look.
  package static func summary(_ plan: StaffingPlan) -> String {
    let rostered = plan.workload.shrinkage > 0 ? [PlanColumn.rostered(plan)] : []
    let columns = [.contacts, .work, .counted(plan), .formula(plan)] + rostered
    var table = TextTable(
      [("channel", .left), ("promise", .left)] + columns.map { ($0.title, .right) }
        + [("peak", .right)])
    for channel in plan.channels {
      let promise = channel.promise
      let totals = columns.map { column in
        Written.number(
          channel.intervals.reduce(0) { $0 + column.value($1) }, decimals: column.decimals)
      }
      table.add(
        [
          promise.channel.name,
          "\(promise.share) within \(promise.within), \(promise.hoursName.inWords)",
        ] + totals + ["\(channel.intervals.map(\.formula).max() ?? 0)"])
    }
    return table.lines.joined(separator: "\n") + "\n"
  }
}
