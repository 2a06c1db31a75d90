import ServiceTime
package import Tickets

/// How the time was spent in which tickets were open: running, or standing still in a state.
///
/// ```swift
/// var tally = OpenTimeTally(pausedWhile: [.pending])
/// for ticket in tickets { tally.add(TicketLog(ticket)) }
/// tally.share(of: .pending)  // of open time, waiting for the customer
/// ```
package struct OpenTimeTally: Sendable {
  /// What was added up over some tickets.
  package struct Sum: Hashable, Sendable {
    package fileprivate(set) var tickets = 0
    /// Time on the customer's own clock from the first event to each resolution (unit: s).
    package fileprivate(set) var openSeconds = 0
    /// The part of it in the state in question (unit: s).
    package fileprivate(set) var pausedSeconds = 0

    /// The part as a share (0 to 1); 0 where nothing was open.
    package var share: Double {
      openSeconds > 0 ? Double(pausedSeconds) / Double(openSeconds) : 0
    }
  }

  /// States in which clocks stand still.
  package let states: Set<TicketStatus>
  /// Tickets with an event or more.
  package private(set) var tickets = 0
  /// Tickets that were open again after they had been solved or closed.
  package private(set) var reopened = 0
  /// Tickets that went from one group to another.
  package private(set) var regrouped = 0
  /// Time in which tickets were open (unit: s).
  package private(set) var openSeconds = 0

  private var paused: [TicketStatus: Sum] = [:]

  /// Creates a tally that tells these states from other open time.
  package init(pausedWhile states: Set<TicketStatus>) {
    self.states = states
  }

  /// Adds a ticket.
  ///
  /// - Complexity: O(steps).
  package mutating func add(_ log: TicketLog) {
    guard !log.steps.isEmpty else { return }
    tickets += 1
    let runs = log.resolutionRuns(pausedWhile: states)
    if runs.count > 1 { reopened += 1 }
    if Self.isRegrouped(log) { regrouped += 1 }
    var open = 0
    var still: [TicketStatus: Int] = [:]
    for stretch in runs.flatMap({ $0.stretches(on: .always) }) {
      open += stretch.seconds
      if case .paused(let state) = stretch.kind { still[state, default: 0] += stretch.seconds }
    }
    openSeconds += open
    for (state, seconds) in still {
      paused[state, default: Sum()].tickets += 1
      paused[state, default: Sum()].openSeconds += open
      paused[state, default: Sum()].pausedSeconds += seconds
    }
  }

  /// The share of all open time that was spent in a state (0 to 1).
  package func share(of state: TicketStatus) -> Double {
    openSeconds > 0 ? Double(paused[state]?.pausedSeconds ?? 0) / Double(openSeconds) : 0
  }

  /// The tickets that were ever in a state while open, for some time.
  package func tickets(ever state: TicketStatus) -> Sum { paused[state] ?? Sum() }

  private static func isRegrouped(_ log: TicketLog) -> Bool {
    var last: String?
    for step in log.steps {
      guard case .assigned(let assignment) = step.meaning, let group = assignment.group else {
        continue
      }
      if let last, last != group { return true }
      last = group
    }
    return false
  }
}
