/// An opening or closing at a clock time that a change of clocks makes doubtful.
package struct ClockChangeEdge: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Clocks jump over the time: it does not exist on that date.
    case skipped
    /// Clocks show the time twice.
    case repeated
  }

  /// Whether the time is skipped or comes twice.
  package let kind: Kind
  /// The date on which the clocks show, or should show, the time.
  package let date: CivilDate
  /// The time (unit: s after midnight by the clock).
  package let secondOfDay: Int
  /// The hours that open or close then.
  package let range: ClockRange
  /// The date the hours belong to: the one on which they open.
  package let opensOn: CivilDate
  /// Whether it is the opening; otherwise the closing.
  package let isOpening: Bool

  /// What is wrong with an opening or closing that clocks skip; lower case, without a full stop.
  package func message(in zone: ZoneTable) -> String {
    "the clocks of \(zone.identifier) skip \(ClockRange.clock(secondOfDay)) on \(date)"
  }

  /// What would be right then.
  package var suggestion: String { "begin or end the hours outside of the hour that is skipped" }
}

extension OpeningHours {
  /// The years for which a calendar that somebody writes is held against changes of clocks.
  package static let checkedYears = 2020...2035

  /// Openings and closings that fall inside the gap when clocks are put forward.
  ///
  /// A catalogue refuses such hours: nobody can open at 02:30 when 02:30 does not come. The ends of
  /// the gap are sound: 02:00 and 03:00 are the same instant then. Holidays and closed days are
  /// not looked at, since next year's change may fall on a working day.
  ///
  /// - Parameter years: Years to look at, within 1970 to 2100.
  /// - Returns: Each doubtful end of each range on each date, in order of dates.
  package func gapEdges(years: ClosedRange<Int>) -> [ClockChangeEdge] {
    clockChangeEdges(years: years).filter { $0.kind == .skipped }
  }

  /// Openings and closings at a time that clocks show twice when they are put back.
  ///
  /// They have a meaning here (whatever the clock shows counts, so the desk opens twice), but
  /// seldom the one the author had in mind.
  package func foldEdges(years: ClosedRange<Int>) -> [ClockChangeEdge] {
    clockChangeEdges(years: years).filter { $0.kind == .repeated }
  }

  private func clockChangeEdges(years: ClosedRange<Int>) -> [ClockChangeEdge] {
    var edges: [ClockChangeEdge] = []
    for (index, change) in zone.changes.enumerated() {
      let before = change + zone.offsets[index]
      let after = change + zone.offsets[index + 1]
      let doubtful = min(before, after)..<max(before, after)
      guard let date = CivilDate(daysSince1970: doubtful.lowerBound.flooredDivision(by: 86_400)),
        years.contains(date.year)
      else { continue }
      let firstDay = date.daysSince1970 - 1
      let lastDay = doubtful.upperBound.flooredDivision(by: 86_400)
      for day in firstDay...lastDay {
        edges += self.edges(
          openingOn: day, inside: doubtful, kind: before < after ? .skipped : .repeated)
      }
    }
    return edges
  }

  private func edges(
    openingOn day: Int, inside doubtful: Range<Int>, kind: ClockChangeEdge.Kind
  ) -> [ClockChangeEdge] {
    guard let opensOn = CivilDate(daysSince1970: day) else { return [] }
    var edges: [ClockChangeEdge] = []
    for range in week[opensOn.dayOfWeek] + (alsoOpen[opensOn] ?? []) {
      for (second, isOpening) in [(range.opens, true), (range.closes, false)] {
        let local = day * 86_400 + second
        guard doubtful.contains(local), local != doubtful.lowerBound else { continue }
        let dayOfEdge = local.flooredDivision(by: 86_400)
        guard let date = CivilDate(daysSince1970: dayOfEdge) else { continue }
        edges.append(
          ClockChangeEdge(
            kind: kind, date: date, secondOfDay: local - dayOfEdge * 86_400, range: range,
            opensOn: opensOn, isOpening: isOpening))
      }
    }
    return edges
  }
}
