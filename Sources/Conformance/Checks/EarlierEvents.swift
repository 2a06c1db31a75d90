import Clocks
import Standards
import TextMatching
import Tickets

/// What a reply's judging must know of what stands before it in the ticket.
///
/// Replies are judged by time, so everything is read once: each reading goes on where the reply before
/// left off. A ticket of many replies takes time by its length.
struct EarlierEvents {
  /// How many offers earlier replies made, by standard.
  var offers: [String: Int] = [:]

  private var sayings: [Particular: Sayings] = [:]
  private var state = State()
  private var verification = VerifyingWords()
  private var question = Question()

  /// What the customer said of a particular before an event.
  mutating func sayings(
    of particular: Particular, before event: Int, in view: TicketView
  ) -> Sayings {
    sayings[particular, default: Sayings()].read(particular, before: event, in: view)
    return sayings[particular] ?? Sayings()
  }

  /// Whether the log says that the ticket is solved when an event comes.
  mutating func isSolved(before event: Int, in view: TicketView) -> Bool {
    for step in state.position.steps(before: event, in: view) {
      switch step.meaning {
      case .status(let status): state.isSolved = status == .solved || status == .closed
      // A question opens it again, whether or not somebody says so.
      case .asks: state.isSolved = false
      default: break
      }
    }
    return state.isSolved
  }

  /// The event before another one whose words speak of verifying the customer; nil where none does.
  mutating func verifying(before event: Int, in view: TicketView) -> Int? {
    if verification.event != nil { return verification.event }
    for step in verification.position.steps(before: event, in: view) {
      if view.message(at: step.event)?.isAutomatic == true { continue }
      guard let text = view.text(at: step.event) else { continue }
      if !text.hits[.lexicon(.verification)].isEmpty {
        verification.event = step.event
        break
      }
    }
    return verification.event
  }

  /// The language of the last message that the customer wrote before a reply; nil where it cannot be
  /// told.
  mutating func languageOfCustomer(before reply: TicketView.Reply, in view: TicketView) -> Language?
  {
    for step in question.position.steps(before: reply.event, in: view) {
      if let message = view.message(at: step.event), message.from == .customer,
        !message.isAutomatic
      {
        question.event = step.event
      }
    }
    guard let event = reply.answers.last ?? question.event else { return nil }
    if question.read != event {
      question.read = event
      question.language = view.text(at: event)?.language
    }
    return question.language
  }

  private struct State {
    var position = Position()
    var isSolved = false
  }

  private struct VerifyingWords {
    var position = Position()
    var event: Int?
  }

  private struct Question {
    var position = Position()
    var event: Int?
    /// The message whose language is known.
    var read: Int?
    var language: Language?
  }
}

/// What a customer's messages say of a particular.
struct Sayings {
  typealias Saying = (event: Int, value: Particular.Value)

  /// The first that the words beside it name, or else the first of all.
  var best: Saying? { named ?? first }
  /// Whether all say the same.
  private(set) var isOnly = true

  private var first: Saying?
  private var named: Saying?
  private var position = Position()

  fileprivate mutating func read(
    _ particular: Particular, before event: Int, in view: TicketView
  ) {
    for step in position.steps(before: event, in: view) {
      guard let message = view.message(at: step.event), message.from == .customer,
        !message.isAutomatic
      else { continue }
      guard let text = view.text(at: step.event) else { continue }
      let naming = Array(text.hits[.lexicon(particular.list)])
      for value in particular.values(in: text.folded, naming: naming) {
        if let first, first.value.text != value.text { isOnly = false }
        first = first ?? (step.event, value)
        if value.isNamed { named = named ?? (step.event, value) }
      }
    }
  }
}

/// How far a log was read.
private struct Position {
  private var next = 0

  /// The steps before an event that were not read yet.
  mutating func steps(before event: Int, in view: TicketView) -> ArraySlice<TicketLog.Step> {
    let steps = view.log.steps
    let end = max(next, view.log.position(of: event) ?? steps.count)
    defer { next = end }
    return steps[next..<end]
  }
}
