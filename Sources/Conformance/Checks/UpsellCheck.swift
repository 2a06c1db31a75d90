import Clocks
import SentenceModel
import Standards
import TextMatching
import Tickets

extension Upsell {
  /// Judges whether a reply offers something where nothing should be offered.
  ///
  /// - Parameters:
  ///   - id: The standard's id.
  ///   - earlier: What stands before the reply; its offers are counted there.
  func judge(
    _ reply: TicketView.Reply, in view: TicketView, id: String,
    _ earlier: inout EarlierEvents
  ) -> Judgement {
    let seen = observe(reply.scanned)
    guard seen.presence != .absent else { return judgeManner(reply.scanned, seen) }
    let before = earlier.offers[id] ?? 0
    if seen.presence == .present { earlier.offers[id] = before + seen.spans.count }
    let doubt = seen.presence == .present ? doubt(reply, in: view) : seen.reason
    let judgements = [
      judgeNumber(seen, before: before), judgeTopic(seen, view.ticket.topic),
      judgeMoment(seen, reply, in: view, &earlier),
    ].compactMap { $0 }.map { judgement in
      guard judgement.outcome == .missed, let doubt else { return judgement }
      if seen.presence == .undecided {
        return Judgement(
          .undecided, "\(doubt); if so, \(judgement.message)", spans: judgement.spans)
      }
      return Judgement(.undecided, "\(judgement.message); \(doubt)", spans: judgement.spans)
    }
    // How something is offered, no circumstance makes better.
    let all = judgements + [judgeManner(reply.scanned, seen)]
    return all.first { $0.outcome == .missed } ?? all.first { $0.outcome == .undecided }
      ?? Judgement(.met, "an offer is allowed here", spans: seen.spans)
  }

  /// What is offered: by the lists, and where these are in doubt or know nothing of it, by a sentence
  /// of which the model is sure.
  private func observe(_ reply: ScannedReply) -> Observation {
    let listed = UpsellObservation.observe(
      reply, phrases: [offers], products: [.catalogue(products)])
    let certainty = reply.acts.certainty(of: .upsell)
    switch listed.presence {
    case .present: return listed
    case .undecided:
      guard certainty == .sure, !UpsellObservation.isOwned(listed) else { return listed }
      return .present(listed.spans, "a sentence offers what costs extra")
    case .absent where certainty == .sure:
      return .present(
        reply.spans(doing: .upsell, atLeast: .sure), "a sentence offers what costs extra")
    case .absent where certainty == .present:
      return .undecided(
        reply.spans(doing: .upsell, atLeast: .present),
        "perhaps a sentence offers what costs extra, in words of no list")
    case .absent: return listed
    }
  }

  private func judgeNumber(_ seen: Observation, before: Int) -> Judgement? {
    guard let atMost else { return nil }
    let allowed = max(0, atMost.number - (atMost.per == .ticket ? before : 0))
    guard seen.spans.count > allowed else { return nil }
    return Judgement(
      .missed,
      "this is one offer too many: at most \(atMost.number) is allowed per \(atMost.per.rawValue)",
      spans: Array(seen.spans.dropFirst(allowed)))
  }

  private func judgeTopic(_ seen: Observation, _ topic: String?) -> Judgement? {
    if neverWhen.topics.isEmpty, offerWhen.topics.isEmpty { return nil }
    guard let topic else {
      return Judgement(
        .undecided, "the reply offers something, and the log does not name the topic",
        spans: seen.spans)
    }
    let isFine =
      !neverWhen.topics.contains(topic)
      && (offerWhen.topics.isEmpty || offerWhen.topics.contains(topic))
    return isFine
      ? nil
      : Judgement(
        .missed, "something is offered while the ticket is about '\(topic)'", spans: seen.spans)
  }

  /// Judges whether an offer came too soon.
  private func judgeMoment(
    _ seen: Observation, _ reply: TicketView.Reply, in view: TicketView,
    _ earlier: inout EarlierEvents
  ) -> Judgement? {
    guard notBefore == .solved else { return nil }
    // Where the log never speaks of its state, nobody can tell.
    let isSolved =
      view.finalStatus == nil ? nil : earlier.isSolved(before: reply.event, in: view)
    switch isSolved {
    case true?: return nil
    case false? where view.isSolvedByLastReply == true && view.replies.last?.event == reply.event:
      return Judgement(
        .undecided, "something is offered in the very reply that solved the ticket",
        spans: seen.spans)
    case false?:
      return Judgement(
        .missed, "something is offered before the ticket is solved", spans: seen.spans)
    case nil:
      return Judgement(
        .undecided,
        "something is offered, and the log has no 'status' events that say whether it was solved",
        spans: seen.spans)
    }
  }

  /// Judges how something is offered: words of the list in a sentence that offers are a miss, others
  /// may belong to something else.
  private func judgeManner(_ reply: ScannedReply, _ seen: Observation) -> Judgement {
    let pushing = manner.map { reply.hits(of: [.catalogue($0)]).withoutOverlaps } ?? []
    let offers = reply.hits(of: [self.offers]).compactMap { reply.sentence(around: $0)?.index }
    let spans = pushing.map { reply.original($0) }
    if pushing.isEmpty || (seen.presence == .absent && !reply.mayOffer(pushing)) {
      return Judgement(.met, seen.reason, spans: seen.spans)
    }
    let isInOffer = pushing.contains { hit in
      reply.sentence(around: hit).map { offers.contains($0.index) } ?? false
    }
    if seen.presence == .present, isInOffer {
      return Judgement(.missed, "something is offered in a way that is never used", spans: spans)
    }
    return Judgement(
      .undecided, "words that are never used for offers are there, but perhaps for something else",
      spans: spans)
  }

  /// Why the offer may be welcome all the same; nil when nothing speaks for that.
  private func doubt(
    _ reply: TicketView.Reply, in view: TicketView
  ) -> String? {
    if unless.contains(.asked) {
      let asked = reply.answers.contains { event in
        guard let hits = view.text(at: event)?.hits else { return false }
        return !hits[.catalogue(products)].isEmpty || !hits[.lexicon(.asksForOffer)].isEmpty
      }
      if asked { return "the customer may have asked for it" }
    }
    let whole = 0..<reply.scanned.folded.bytes.count
    if unless.contains(.fixesCause), reply.scanned.contains(.lexicon(.causes), in: whole) {
      return "it may mend the cause of the trouble"
    }
    return nil
  }
}

extension ScannedReply {
  /// Whether a sentence with one of these words may offer something.
  fileprivate func mayOffer(_ places: [Range<Int>]) -> Bool {
    places.contains { place in
      guard let (index, _) = sentence(around: place) else { return false }
      return acts.certainty(of: .upsell, inSentence: index) > .absent
    }
  }
}

extension Upsell {
  /// The words that offer.
  var offers: WordList { phrases.map { .catalogue($0) } ?? .lexicon(.offers) }
}
