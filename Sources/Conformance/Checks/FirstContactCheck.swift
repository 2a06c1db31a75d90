import Clocks
import ServiceTime
import Standards
import Tickets

extension FirstContact {
  /// Judges whether a matter was settled in one contact.
  ///
  /// The customer writes once, hears from a person, and has no reason to come back: neither in this
  /// ticket nor, about the same topic, in another one, for the promised time after solving. All that is
  /// said in one chat or call is one contact.
  func judge(
    _ view: TicketView, _ catalogue: Catalogue, _ contacts: ContactIndex?
  ) -> Judgement {
    let log = view.log
    let steps = log.steps
    if log.isGivenUp { return .givenUp }
    let pickUp = steps.firstIndex { $0.meaning == .pickedUp }
    guard let begin = steps.firstIndex(where: { $0.meaning == .asks }) ?? pickUp else {
      return Judgement(.notApplicable, "the customer asked nothing")
    }
    let answer = pickUp ?? steps[begin...].firstIndex { $0.meaning == .answers }
    let runs = log.resolutionRuns()
    let solved = Solving(runs.first, log, for: noContactFor)
    let returns = self.returns(in: view, catalogue, after: answer, solved)
    let reopened = runs.dropFirst().first { run in
      log.position(of: run.start).map { steps[$0].meaning != .asks } ?? false
        && solved.map { run.from <= $0.until } ?? true
    }

    var faults: [String] = []
    if !returns.sure.isEmpty { faults.append("the customer had to write again") }
    if reopened != nil { faults.append("it was reopened") }
    var others: [ContactIndex.Contact] = []
    if let solved, let contacts {
      others = contacts.others(than: view.ticket, after: solved.at, through: solved.until)
    }
    let same = others.filter { $0.topic != nil && $0.topic == view.ticket.topic }
    if let first = same.first, let topic = first.topic {
      let more = same.count > 1 ? " and \(same.count - 1) more" : ""
      faults.append("the customer came back about '\(topic)' in '\(first.ticket)'\(more)")
    }
    let events = (returns.sure + (reopened.map { [$0.start] } ?? [])).sorted()
    if !faults.isEmpty {
      return Judgement(
        .missed, faults.joined(separator: "; "),
        events: events.isEmpty ? solved.map { [$0.event] } ?? [] : events)
    }
    if let doubt = returns.doubtful.first {
      return Judgement(
        .undecided, "the customer wrote again: a person must see whether anything was left to do",
        events: [doubt])
    }
    if let open = notSolved(view, runs.first) { return Judgement(.undecided, open) }
    guard let answer else {
      return Judgement(.undecided, "it was solved, and nothing in the log answers the customer")
    }
    guard let solved else { return Judgement(.undecided, "nothing says when it was solved") }
    if let doubt = doubt(about: others, of: view, contacts, solved) {
      return Judgement(.undecided, doubt, events: [solved.event])
    }
    return Judgement(
      .met, "settled in one contact, and none on the matter came in the \(noContactFor) after",
      events: [steps[begin].event, steps[answer].event, solved.event].sorted())
  }

  /// When the ticket was solved first, and how long nothing may come after that.
  private struct Solving {
    let event: Int
    let position: Int
    let at: Instant
    let until: Instant

    init?(_ run: ClockRun?, _ log: TicketLog, for span: TimeSpan) {
      guard let run, case .stopped(let event) = run.end,
        let position = log.position(of: event),
        let until = OpeningHours.always.instant(after: span.seconds, from: run.to)
      else { return nil }
      self.event = event
      self.position = position
      at = run.to
      self.until = until
    }
  }

  /// The customer's messages by which they came back, by event: those that want something for sure,
  /// and those that may be no more than a kind word.
  private func returns(
    in view: TicketView, _ catalogue: Catalogue, after answer: Int?, _ solved: Solving?
  ) -> (sure: [Int], doubtful: [Int]) {
    guard let first = [answer, solved?.position].compactMap({ $0 }).min() else { return ([], []) }
    var sure: [Int] = []
    var doubtful: [Int] = []
    let phases = view.log.phases
    for (position, step) in view.log.steps.enumerated().dropFirst(first + 1)
    where step.meaning == .asks {
      if let solved, step.at > solved.until { break }
      if solved.map({ position < $0.position }) ?? true {
        // A conversation is one contact, however often the customer speaks.
        let phase = phases.phase(at: step.at)
        if let phase, catalogue.channel(named: phase.channel)?.kind == .live { continue }
      }
      if view.asksForSure(step.event) {
        sure.append(step.event)
      } else {
        doubtful.append(step.event)
      }
    }
    return (sure, doubtful)
  }

  /// Why nothing says that the ticket was solved; nil when it was.
  private func notSolved(_ view: TicketView, _ run: ClockRun?) -> String? {
    guard view.log.hasStatus, let run else {
      return "the log has no 'status' events, so nothing says whether it was solved"
    }
    switch run.end {
    case .stopped: return nil
    case .running: return "not solved yet when the log ends"
    case .closed, .abandoned:
      return "closed while the customer's answer was waited for: nothing says that it was solved"
    }
  }

  /// What keeps one from saying that the customer did not come back; nil when nothing does.
  private func doubt(
    about others: [ContactIndex.Contact], of view: TicketView, _ contacts: ContactIndex?,
    _ solved: Solving
  ) -> String? {
    if let other = others.first(where: { $0.topic == nil || view.ticket.topic == nil }) {
      let nameless = view.ticket.topic == nil ? "this one" : "that one"
      return
        "the customer wrote in '\(other.ticket)' as well, perhaps on the same matter: \(nameless) "
        + "names no 'topic'"
    }
    guard let contacts else { return "other tickets of the customer were not looked through" }
    guard contacts.knowsOthers(of: view.ticket) else {
      return "the log does not name 'customer.id', so other tickets cannot be found"
    }
    let known = [view.log.end, contacts.latest].compactMap { $0 }.max()
    guard let known, known >= solved.until else {
      return "too early to tell: the \(noContactFor) after solving are not over when the log ends"
    }
    return nil
  }
}
