package import Clocks
package import ServiceTime
package import Standards
package import Tickets

/// Every clock of one ticket, for a picture of them.
package struct TicketClocks: Sendable {
  /// One run of a clock.
  package struct Line: Sendable {
    /// The kind of the clock, such as `first-response`.
    package let kind: String
    /// Which run it is (0 is the first).
    package let number: Int
    /// What the promise that holds makes of it; nil where the catalogue promises nothing.
    package let verdict: Verdict?
    /// From when to when, and what counted; without a promise on the catalogue's first calendar.
    package let start: Int
    package let end: Int?
    package let from: Instant
    package let to: Instant
    package let elapsedSeconds: Int
    package let stretches: [Stretch]
  }

  package let ticket: Ticket
  /// Its events as clocks see them.
  package let log: TicketLog
  /// Whose clocks the times are shown in.
  package let zone: ZoneTable
  /// The clocks that promises run on, in the order of the catalogue, then those of which the catalogue
  /// says nothing.
  package let lines: [Line]
  /// What a reviewer should see in the log, by time.
  package let findings: [TicketFinding]

  /// Runs every clock of a ticket.
  ///
  /// - Complexity: O(bytes of the messages + opening intervals).
  package init(_ audit: TicketAudit, _ catalogue: Catalogue) {
    ticket = audit.view.ticket
    log = audit.view.log
    zone = catalogue.zone
    findings = audit.findings
    var lines: [Line] = []
    var counts: [String: Int] = [:]
    for verdict in audit.verdicts {
      for case .time(let wait) in verdict.evidence {
        let number = counts[verdict.kind, default: 0]
        counts[verdict.kind] = number + 1
        lines.append(
          Line(
            kind: verdict.kind, number: number, verdict: verdict, start: wait.fromEvent,
            end: wait.toEvent, from: wait.from, to: wait.to, elapsedSeconds: wait.elapsedSeconds,
            stretches: wait.stretches))
      }
    }
    let hours = catalogue.calendars.first?.hours ?? .always
    let waits = log.responseWaits(endsAt: .substantive).map(\.run)
    let others: [(String, [ClockRun])] = [
      ("first-response", waits.filter { $0.number == 0 }),
      ("next-response", waits.filter { $0.number > 0 }),
      ("resolution", log.hasStatus ? log.resolutionRuns(pausedWhile: [.pending, .hold]) : []),
    ]
    for (kind, runs) in others where counts[kind] == nil {
      for (number, run) in runs.enumerated() {
        lines.append(
          Line(
            kind: kind, number: number, verdict: nil, start: run.start, end: run.endEvent,
            from: run.from, to: run.to, elapsedSeconds: run.counted(on: hours),
            stretches: run.stretches(on: hours)))
      }
    }
    self.lines = lines
  }
}
