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
  private var replies = RepliesSoFar()
  /// Whether it is pending though we may have wanted nothing of the customer.
  private var isGroundless = false

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
    replies.read(step)
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
      // The pause goes on, or a new one begins.
      isGroundless = replies.mayAskNothing && (isGroundless || isCustomerWaiting)
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
    if new == .pending, old != .pending {
      isCustomerWaiting = false
      isGroundless = replies.mayAskNothing
    }
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
  func pause(in states: Set<TicketStatus>) -> ClockRun.Pause? {
    guard let status, states.contains(status) else { return nil }
    guard status == .pending else { return ClockRun.Pause(state: status, isGroundless: false) }
    return isCustomerWaiting ? nil : ClockRun.Pause(state: status, isGroundless: isGroundless)
  }
}

/// What persons of ours wrote since the customer, or a machine, did.
///
/// All of it counts, since the last reply may only add to a question.
struct RepliesSoFar {
  private(set) var last: TicketLog.Step?
  private var mayAsk = false
  private var mayWait = false

  /// Whether somebody wrote, and no word asks the customer anything; false where a reply was not read.
  var askNothing: Bool { last != nil && !mayAsk }

  /// Whether they ask nothing, or nothing that was not perhaps answered at once.
  var mayAskNothing: Bool { last != nil && !mayWait }

  mutating func read(_ step: TicketLog.Step) {
    switch step.meaning {
    case .asks, .remarks, .automatic:
      self = RepliesSoFar()
    case .answers:
      last = step
      guard !step.sense.contains(.wasRead) || step.sense.contains(.asksCustomer) else { return }
      mayAsk = true
      if !step.sense.contains(.mayBeAnswered) { mayWait = true }
    default: break
    }
  }
}
