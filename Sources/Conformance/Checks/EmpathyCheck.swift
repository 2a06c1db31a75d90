import SentenceModel
import Standards
import TextMatching
import Tickets

extension Empathy {
  /// Judges whether a reply shows that the trouble was understood, where that is owed.
  ///
  /// It is called missing only where nothing in the reply comes near it.
  func judge(_ reply: ScannedReply, in ticket: Ticket) -> Judgement {
    let match = when.matches(ticket)
    if match == .no {
      return Judgement(.notApplicable, "the ticket is not one in which it is owed")
    }
    let seen = observe(reply)
    switch (seen.presence, match) {
    case (.present, _): return Judgement(.met, seen.reason, spans: seen.spans)
    case (_, .unknown(let field)):
      return Judgement(
        .undecided, "whether it is owed depends on '\(field)', which the log does not name",
        spans: seen.spans)
    case (.undecided, _): return Judgement(.undecided, seen.reason, spans: seen.spans)
    case (.absent, _): return Judgement(.missed, seen.reason, spans: reply.opening)
    }
  }

  private func observe(_ reply: ScannedReply) -> Observation {
    if let phrases {
      let listed = reply.hits(of: [.catalogue(phrases)]).withoutOverlaps
      if !listed.isEmpty {
        return .present(listed.map { reply.original($0) }, "words of the list show it")
      }
    }
    let words = reply.hits(of: .apologies).withoutOverlaps
    switch reply.acts.certainty(of: .empathy) {
    case .sure, .present:
      return .present(
        reply.spans(doing: .empathy, atLeast: .present), "a sentence acknowledges the trouble")
    case .undecided:
      return .undecided(
        reply.spans(doing: .empathy, atLeast: .undecided),
        "perhaps a sentence acknowledges the trouble")
    case .absent:
      return words.isEmpty
        ? .absent("no sentence acknowledges the trouble")
        : .undecided(
          words.map { reply.original($0) }, "there are such words, but perhaps of something else")
    }
  }
}

extension Circumstances {
  /// Whether a ticket is in these circumstances.
  func matches(_ ticket: Ticket) -> Scope.Match {
    Scope.match(topics.isEmpty ? nil : topics, ticket.topic, "topic")
      .and(Scope.match(priorities.isEmpty ? nil : priorities, ticket.priority, "priority"))
  }
}
