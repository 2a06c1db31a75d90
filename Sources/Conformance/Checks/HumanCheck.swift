import Clocks
import Standards
import Tickets

extension Human {
  /// Judges whether the customer heard from a person.
  ///
  /// A live contact that was picked up was heard, words or none. One that the customer gave up asks
  /// nothing here: how long they waited, other kinds judge.
  func judge(_ view: TicketView) -> Judgement {
    let steps = view.log.steps
    let pickUp = steps.first { $0.meaning == .pickedUp }
    guard let asked = steps.firstIndex(where: { $0.meaning == .asks }) else {
      guard let pickUp else { return Judgement(.notApplicable, "the customer asked nothing") }
      return Judgement(.met, "a person picked up", events: [pickUp.event])
    }
    let question = steps[asked]
    if let pickUp {
      return Judgement(.met, "a person picked up", events: [question.event, pickUp.event].sorted())
    }
    let given = givenAway(in: view)
    let after = steps[asked...]
    if let answer = after.first(where: { $0.meaning == .answers && !given.contains($0.event) }) {
      return Judgement(.met, "a person answered", events: [question.event, answer.event])
    }
    let machines = after.filter {
      $0.meaning == .automatic || $0.meaning == .answers
    }.map(\.event)
    let events = [question.event] + machines
    let nobody =
      machines.isEmpty ? "nobody has answered" : "only automatic messages have answered"
    if let gaveUp = after.last(where: { $0.meaning == .abandoned }),
      !after.contains(where: { $0.meaning == .asks && $0.at > gaveUp.at })
    {
      return Judgement(
        .notApplicable, "the customer gave up before anybody answered",
        events: [question.event, gaveUp.event])
    }
    switch view.isSolved {
    case true?:
      return Judgement(.missed, "\(nobody), and the ticket is done", events: events)
    case false?:
      return Judgement(.undecided, "\(nobody); the ticket is still open", events: events)
    case nil:
      return Judgement(
        .undecided,
        "\(nobody); the log has no 'status' events, so nothing says whether the ticket is done",
        events: events)
    }
  }

  /// Messages in an agent's name whose words give a machine away, by event.
  private func givenAway(in view: TicketView) -> Set<Int> {
    guard let phrases else { return [] }
    return Set(
      view.allReplies.filter { !$0.scanned.hits(of: [.catalogue(phrases)]).isEmpty }.map(\.event))
  }
}
