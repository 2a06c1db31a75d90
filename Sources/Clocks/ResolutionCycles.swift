package import Tickets

extension TicketLog {
  /// The times that it took to solve the case: the first time, and again after each reopening.
  ///
  /// The first run starts at the customer's first message; where the log has none, at its first event.
  /// It stops when the ticket is solved, or closed without having been; a ticket that is closed while
  /// the customer's answer is waited for ends as ``ClockRun/End/closed(by:)``, since nobody solved
  /// it. What the customer writes after that, or a state that opens the ticket, starts a new run; thanks
  /// do not.
  ///
  /// - Parameter paused: States in which the clock stands still; `pending` ends when the customer
  ///   writes, whatever the state says then.
  /// - Complexity: O(steps).
  package func resolutionRuns(pausedWhile paused: Set<TicketStatus> = []) -> [ClockRun] {
    guard let begin = firstQuestion ?? steps.first, let end else { return [] }
    var runs: [ClockRun] = []
    var state = TicketState()
    var builder: RunBuilder?
    var hasBegun = false
    for step in steps {
      let change = state.read(step)
      if step.event == begin.event {
        hasBegun = true
        builder = RunBuilder(number: 0, start: step, pause: state.pause(in: paused))
      }
      guard hasBegun else { continue }
      switch change {
      case .none:
        builder?.set(pause: state.pause(in: paused), at: step)
      case .reopened:
        if builder == nil {
          builder = RunBuilder(
            number: runs.count, start: step, pause: state.pause(in: paused))
        }
      case .done, .lapsed:
        let how: ClockRun.End =
          change == .done ? .stopped(by: step.event) : .closed(by: step.event)
        if let run = builder?.ended(how, at: step.at) { runs.append(run) }
        builder = nil
      }
    }
    if let run = builder?.ended(.running, at: end) { runs.append(run) }
    return runs
  }

  /// The stretches without news for the customer while the case is open, by time.
  ///
  /// News is a message of a person, also one that says no more than that somebody is at it. The clock
  /// starts at the customer's first message, and again at each news; it stands still while the ticket
  /// waits for the customer, and stops when the case is solved.
  ///
  /// - Complexity: O(steps).
  package func silences() -> [ClockRun] {
    guard let begin = firstQuestion ?? steps.first, let end else { return [] }
    var runs: [ClockRun] = []
    var state = TicketState()
    var builder: RunBuilder?
    var hasBegun = false
    for step in steps {
      let change = state.read(step)
      if step.event == begin.event { hasBegun = true }
      guard hasBegun else { continue }
      let pause = state.pause(in: [.pending])
      if step.meaning == .answers || change == .done || change == .lapsed {
        if let run = builder?.ended(.stopped(by: step.event), at: step.at) { runs.append(run) }
        builder = nil
      }
      if builder == nil, !state.isDone {
        let starts = step.meaning == .answers || change == .reopened || step.event == begin.event
        if starts { builder = RunBuilder(number: runs.count, start: step, pause: pause) }
      } else {
        builder?.set(pause: pause, at: step)
      }
    }
    if let run = builder?.ended(.running, at: end) { runs.append(run) }
    return runs
  }
}
