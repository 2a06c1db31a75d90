package import ServiceTime
package import Standards

/// What the code that audits makes of an example that is a log.
package struct JudgedLog: Sendable {
  /// The wait that its author names; nil where no time is named.
  package let wait: Evidence.Wait?
  /// Every time that the standard counts in it (unit: s; on the standard's hours).
  package let counted: Set<Int>
  /// When each of its lines happened.
  package let moments: [Instant]
}

extension ExampleRunner {
  /// Judges an example that is a log.
  ///
  /// - Returns: nil when it does not come out as its author says.
  /// - Complexity: O(bytes of the log).
  package func judged(_ log: Examples.Log, of standard: Standard) -> JudgedLog? {
    guard let (audit, moments) = try? self.audit(log, standard, auditor.narrowed(to: standard)),
      let outcome = audit.verdicts.map(\.outcome).worst, outcome == Verdict.Outcome(log.outcome)
    else { return nil }
    var wait: Evidence.Wait?
    if let takes = log.takes {
      let decisive = audit.verdicts.filter { $0.outcome == outcome }.flatMap(\.waits)
      wait = decisive.first { $0.elapsedSeconds == takes.value.seconds }
      if wait == nil { return nil }
    }
    return JudgedLog(
      wait: wait, counted: Set(audit.verdicts.flatMap(\.waits).map(\.elapsedSeconds)),
      moments: moments)
  }
}
