import Tickets

/// What state a ticket is in while its log is read, and whether the customer waits for us in it.
struct TicketState {
  /// The state that the log gives; nil before it gives one.
  private(set) var status: TicketStatus?
  /// Whether the customer wrote while the ticket waited for them, and nobody has answered.
  private(set) var isCustomerWaiting = false
  /// Whether all is done, and nothing but thanks came after it.
  private(set) var isDone = false
  /// Whether the customer's thanks came since it was done.
  private var isThanked = false

  /// What a step does to the case.
  enum Change {
    case none
    /// It is solved, or closed.
    case done
    /// It is closed while the customer's answer is waited for, by a timer or because they never
    /// answered: that is no resolution.
    case lapsed
    /// It is taken up again.
    case reopened
  }

  mutating func read(_ step: TicketLog.Step) -> Change {
    switch step.meaning {
    case .asks:
      isCustomerWaiting = true
      if isDone {
        isDone = false
        return .reopened
      }
    case .remarks:
      if isDone { isThanked = true }
    case .answers:
      isCustomerWaiting = false
      // Answered in a ticket that was never set to open again: it is done as before.
      if !isDone, status?.isDone == true {
        isDone = true
        isThanked = false
        return .done
      }
    case .status(let new):
      return change(to: new)
    case .automatic, .assigned, .pickedUp, .abandoned, .touched, .other:
      break
    }
    return .none
  }

  private mutating func change(to new: TicketStatus) -> Change {
    let old = status
    status = new
    if new == .pending, old != .pending { isCustomerWaiting = false }
    if new.isDone || new == .spam || new == .duplicate {
      guard !isDone else { return .none }
      isDone = true
      isThanked = false
      return new == .closed && old == .pending && !isCustomerWaiting ? .lapsed : .done
    }
    // A helpdesk that opens a ticket again because of thanks has nothing more to do in it.
    guard isDone, old?.isDone == true, !isThanked else { return .none }
    isDone = false
    return .reopened
  }

  /// The state that holds a clock; nil while it runs.
  func pause(in states: Set<TicketStatus>) -> TicketStatus? {
    guard let status, states.contains(status) else { return nil }
    return status == .pending && isCustomerWaiting ? nil : status
  }
}
