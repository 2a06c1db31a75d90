import Standards
import TextMatching
import Tickets

extension Upsell {
  /// Judges whether a reply offers something where nothing should be offered.
  ///
  /// - Parameter offersBefore: The number of earlier replies of the ticket that offered something;
  ///   raised when this one does.
  func judge(
    _ reply: TicketView.Reply, in view: TicketView, _ lists: WordLists, offersBefore: inout Int
  ) -> Judgement {
    let seen = UpsellObservation.observe(
      reply.scanned, phrases: [.catalogue(phrases)], products: [.catalogue(products)])
    guard seen.presence == .present else {
      return Judgement(seen.asForbidden, seen.reason, spans: seen.spans)
    }
    let before = offersBefore
    offersBefore += 1
    let isTrouble: Scope.Match =
      neverWhen.topics.isEmpty
      ? .no
      : view.ticket.topic.map { neverWhen.topics.contains($0) ? .yes : .no } ?? .unknown("topic")
    if let atMost, atMost.number <= (atMost.per == .ticket ? before : 0) {
      return Judgement(
        .missed,
        "this is offer number \(before + 1), and at most \(atMost.number) is allowed "
          + "per \(atMost.per.rawValue)", spans: seen.spans)
    }
    switch isTrouble {
    case .no:
      return Judgement(.met, "an offer is allowed here", spans: seen.spans)
    case .unknown(let field):
      return Judgement(
        .undecided, "the reply offers something, and the log does not name the \(field)",
        spans: seen.spans)
    case .yes:
      break
    }
    if let doubt = doubt(reply, in: view, lists) {
      return Judgement(.undecided, "the reply offers something; \(doubt)", spans: seen.spans)
    }
    let topic = view.ticket.topic ?? ""
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
