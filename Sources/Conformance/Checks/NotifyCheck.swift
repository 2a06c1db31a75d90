import Clocks
import ServiceTime
import Standards
import TextMatching
import Tickets

extension Notify {
  /// Judges whether the customer heard of trouble from us, and in time.
  ///
  /// - Parameter promises: The `resolution` promises, by which a delay is told.
  func judge(_ view: TicketView, promisedBy promises: Rules) -> Judgement {
    switch event {
    case .incident: judgeIncident(view)
    case .delay: judgeDelay(view, promises)
    }
  }

  // MARK: - An incident

  private func judgeIncident(_ view: TicketView) -> Judgement {
    let steps = view.log.steps
    let asked = steps.firstIndex { $0.meaning == .asks }
    let told = steps.firstIndex { $0.meaning == .answers || $0.meaning == .automatic }
    switch (asked, told) {
    case (nil, nil):
      return steps.contains { $0.meaning == .pickedUp }
        ? Judgement(.undecided, "the log has no 'message' events, so nothing says who spoke first")
        : Judgement(.notApplicable, "nobody wrote")
    case (let asked?, let told?) where told < asked:
      return Judgement(
        .met, "we wrote before the customer asked",
        events: [steps[told].event, steps[asked].event])
    case (let asked?, _):
      return Judgement(
        .missed, "the customer asked before we had told them", events: [steps[asked].event])
    case (nil, let told?):
      return Judgement(
        .met, "we wrote, and the customer asked nothing", events: [steps[told].event])
    }
  }

  // MARK: - A delay

  private func judgeDelay(_ view: TicketView, _ promises: Rules) -> Judgement {
    if view.log.isGivenUp { return .givenUp }
    guard
      let promise = TimedVerdicts(promises, view).all().map(\.verdict).first(where: {
        $0.event == nil
      })
    else {
      return Judgement(
        .undecided, "no promised time is known: no 'resolution' promise is about such a ticket")
    }
    var promised: Evidence.Wait?
    for case .time(let wait) in promise.evidence { promised = promised ?? wait }
    guard let promised, let due = promised.due else {
      return Judgement(.undecided, "no promised time is known: \(promise.message)")
    }
    guard promised.elapsedSeconds > promised.targetSeconds else {
      return promised.toEvent == nil
        ? Judgement(.undecided, "nothing is late yet, and it is not solved when the log ends")
        : Judgement(.notApplicable, "nothing was late")
    }
    let news = DelayNews(view)
    switch before {
    case .promisedTime: return news.judge(before: due)
    case .asked: return news.judge(beforeAskedAfter: due, solvedAt: promised.to, promised)
    }
  }
}

/// What a customer whose matter is late is told of it.
private struct DelayNews {
  private enum Telling {
    /// It tells of the delay.
    case tells
    /// It may: a person must see.
    case may
    case nothing
  }

  private let view: TicketView
  private let steps: [TicketLog.Step]
  /// How much each step tells.
  private let telling: [Telling]

  init(_ view: TicketView) {
    self.view = view
    steps = view.log.steps
    let asked = steps.firstIndex { $0.meaning == .asks }
    let first = steps[(asked ?? 0)...].firstIndex {
      $0.meaning == .answers || $0.meaning == .pickedUp
    }
    telling = steps.enumerated().map { position, step in
      switch step.meaning {
      case .answers:
        let words = Self.words(at: step, of: view)
        // A delay that the first answer speaks of may be its own, and a time in it may be a later one.
        if position == first {
          return words == .nothing && !Self.namesTime(step, of: view) ? .nothing : .may
        }
        return words == .tells ? .tells : .may
      case .pickedUp: return position == first ? .nothing : .may
      case .automatic: return Self.words(at: step, of: view)
      default: return .nothing
      }
    }
  }

  /// Whether a reply names a time, whichever.
  private static func namesTime(_ step: TicketLog.Step, of view: TicketView) -> Bool {
    guard let reply = view.allReplies.first(where: { $0.event == step.event }) else { return false }
    return !reply.scanned.hits(of: .timeBounds).isEmpty
  }

  /// Whether the customer was told by the time that was promised.
  func judge(before due: Instant) -> Judgement {
    let positions = steps.indices.filter { steps[$0].at <= due }
    if let told = positions.first(where: { telling[$0] == .tells }) {
      return Judgement(.met, "told of the delay before the promised time", events: [event(told)])
    }
    let doubtful = positions.filter { telling[$0] == .may }
    guard doubtful.isEmpty else {
      return Judgement(
        .undecided,
        "it is late; a person must see whether what we wrote before the promised time tells of it",
        events: doubtful.map(event))
    }
    return Judgement(
      .missed, "it is late, and we wrote nothing of it before the promised time",
      events: steps.first { $0.meaning == .asks }.map { [$0.event] } ?? [])
  }

  /// Whether the customer was told before asking where it stays.
  func judge(
    beforeAskedAfter due: Instant, solvedAt: Instant, _ promised: Evidence.Wait
  ) -> Judgement {
    let isOpen = promised.toEvent == nil
    let asked = steps.indices.first { position in
      let step = steps[position]
      return step.meaning == .asks && step.at > due && (isOpen || step.at < solvedAt)
    }
    let positions = asked.map { steps.indices.prefix(upTo: $0) } ?? steps.indices[...]
    if let told = positions.first(where: { telling[$0] == .tells }) {
      return Judgement(
        .met, "told of the delay, and not asked before",
        events: [event(told)] + (asked.map { [event($0)] } ?? []))
    }
    guard let asked else {
      return isOpen
        ? Judgement(.undecided, "it is late, and the customer has not asked when the log ends")
        : Judgement(.met, "it was late, and solved before the customer asked")
    }
    let doubtful = positions.filter { telling[$0] == .may }
    guard doubtful.isEmpty else {
      return Judgement(
        .undecided,
        "it is late and the customer asked; a person must see whether what we wrote tells of it",
        events: doubtful.map(event) + [event(asked)])
    }
    guard view.asksForSure(steps[asked].event) else {
      return Judgement(
        .undecided, "it is late and the customer wrote; a person must see whether they had to ask",
        events: [event(asked)])
    }
    return Judgement(
      .missed, "it is late, and the customer asked before we had told them",
      events: [event(asked)])
  }

  private func event(_ position: Int) -> Int { steps[position].event }

  /// Whether a message's words tell of a delay, in a sentence that does not deny it; one that only
  /// excuses a late reply says nothing.
  private static func words(at step: TicketLog.Step, of view: TicketView) -> Telling {
    guard view.message(at: step.event) != nil, let text = view.text(at: step.event) else {
      return .nothing
    }
    let hits = text.hits
    let excuses = hits[.lexicon(.lateReplies)]
    let delays = hits[.lexicon(.delays)].filter { delay in
      !excuses.contains { $0.overlaps(delay) }
    }
    guard !delays.isEmpty else { return .nothing }
    let sentences = Sentences.split(text.folded)
    let isTold = delays.contains { delay in
      guard let sentence = sentences.first(where: { $0.range.overlaps(delay) }) else {
        return false
      }
      return !sentence.isQuestion
        && !hits[.lexicon(.negations)].within(sentence.range).contains { !delay.overlaps($0) }
    }
    return isTold ? .tells : .may
  }
}
