import Standards
import TextMatching
import Tickets

extension Upsell {
  /// Judges whether a reply offers something where nothing should be offered.
  ///
  /// - Parameter offersBefore: The number of offers in earlier replies of the ticket; raised by this
  ///   one's.
  func judge(
    _ reply: TicketView.Reply, in view: TicketView, _ lists: WordLists, offersBefore: inout Int
  ) -> Judgement {
    let seen = UpsellObservation.observe(
      reply.scanned, phrases: [offers], products: [.catalogue(products)])
    guard seen.presence == .present else {
      return Judgement(seen.asForbidden, seen.reason, spans: seen.spans)
    }
    let before = offersBefore
    offersBefore += seen.spans.count
    let doubt = doubt(reply, in: view, lists)
    if let atMost {
      let allowed = max(0, atMost.number - (atMost.per == .ticket ? before : 0))
      if seen.spans.count > allowed {
        let surplus = Array(seen.spans.dropFirst(allowed))
        let limit = "at most \(atMost.number) is allowed per \(atMost.per.rawValue)"
        if let doubt { return Judgement(.undecided, "\(limit); \(doubt)", spans: surplus) }
        return Judgement(.missed, "this is one offer too many: \(limit)", spans: surplus)
      }
    }
    guard !neverWhen.topics.isEmpty else {
      return Judgement(.met, "an offer is allowed here", spans: seen.spans)
    }
    guard let topic = view.ticket.topic else {
      return Judgement(
        .undecided, "the reply offers something, and the log does not name the topic",
        spans: seen.spans)
    }
    guard neverWhen.topics.contains(topic) else {
      return Judgement(.met, "an offer is allowed here", spans: seen.spans)
    }
    if let doubt {
      return Judgement(.undecided, "the reply offers something; \(doubt)", spans: seen.spans)
    }
    return Judgement(
      .missed, "something is offered while the ticket is about '\(topic)'", spans: seen.spans)
  }

  /// Why the offer may be welcome all the same; nil when nothing speaks for that.
  private func doubt(
    _ reply: TicketView.Reply, in view: TicketView, _ lists: WordLists
  ) -> String? {
    if unless.contains(.asked) {
      let asked = reply.answers.contains { event in
        guard let text = view.message(at: event)?.text else { return false }
        return !lists.scan(AuthoredText(text).folded)[.catalogue(products)].isEmpty
      }
      if asked { return "the customer spoke of such a product and may have asked for it" }
    }
    let whole = 0..<reply.scanned.folded.bytes.count
    if unless.contains(.fixesCause), reply.scanned.contains(.lexicon(.causes), in: whole) {
      return "it may mend the cause of the trouble"
    }
    return nil
  }
}

extension Upsell {
  /// The words that offer.
  var offers: WordList { phrases.map { .catalogue($0) } ?? .lexicon(.offers) }
}
