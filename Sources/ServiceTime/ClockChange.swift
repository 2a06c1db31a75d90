/// A moment at which the clocks of a place are put forward or back.
package struct ClockChange: Hashable, Sendable {
  /// When it happens.
  package let at: Instant
  /// The offset before it (unit: s east of UTC).
  package let before: Int
  /// The offset from then on (unit: s east of UTC).
  package let after: Int

  /// Creates a change.
  package init(at: Instant, before: Int, after: Int) {
    self.at = at
    self.before = before
    self.after = after
  }

  /// How far clocks are put forward (unit: s; negative when they are put back).
  package var shift: Int { after - before }
}

extension ZoneTable {
  /// The changes of clocks after `start` and before `end`, by time.
  ///
  /// - Complexity: O(log changes + changes found).
  package func clockChanges(from start: Instant, to end: Instant) -> [ClockChange] {
    let first = changes.countOfPrefix { $0 <= start.seconds }
    return changes.indices[first...].prefix { changes[$0] < end.seconds }.map { index in
      ClockChange(
        at: Instant(seconds: changes[index]), before: offsets[index], after: offsets[index + 1])
    }
  }

  /// The first instant of a date: its midnight, or where clocks jump over that, the jump.
  package func startOfDay(_ date: CivilDate) -> Instant {
    switch instants(of: date, secondOfDay: 0) {
    case .once(let instant), .twice(let instant, _), .skipped(let instant): instant
    }
  }
}
