import Clocks
import Standards
import TextMatching
import Tickets

extension Authorise {
  /// Judges whether a reply asks for a secret, or does for somebody what only a verified customer may
  /// have done.
  ///
  /// To ask for a secret is a miss where that is clear. Whether somebody was verified may have been
  /// settled outside the ticket, so that is a miss only where a field says that they were not.
  func judge(
    _ reply: TicketView.Reply, in view: TicketView,
    _ earlier: inout EarlierEvents
  ) -> Judgement {
    let secret = judgeSecrets(reply.scanned)
    let change = judgeChanges(reply, in: view, &earlier)
    for outcome in [Verdict.Outcome.missed, .undecided] {
      if let found = [secret, change].first(where: { $0?.outcome == outcome }) ?? nil {
        return found
      }
    }
    return change
      ?? Judgement(
        .met, neverAsk == nil ? "it changes nothing" : "it asks for no secret")
  }

  // MARK: - Secrets

  /// What the reply asks for that is never asked for; nil when there is nothing of it.
  private func judgeSecrets(_ reply: ScannedReply) -> Judgement? {
    guard let neverAsk else { return nil }
    var asked: [Range<Int>] = []
    var doubtful: [Range<Int>] = []
    for hit in reply.hits(of: [.catalogue(neverAsk)]).withoutOverlaps {
      guard let sentence = reply.sentence(around: hit)?.sentence else { continue }
      let demand = reply.demand(for: hit, in: sentence)
      let renewals = reply.hits(of: .renewals, in: sentence.range)
      let isRenewed = renewals.contains { !$0.overlaps(hit) }
      // "Please set a new password" asks for none.
      let isBefore = renewals.contains { $0.upperBound <= hit.lowerBound }
      if isBefore, demand < .sure { continue }
      switch demand {
      case .sure where !isRenewed: asked.append(reply.original(sentence.range))
      case .sure, .perhaps: doubtful.append(reply.original(sentence.range))
      case .question, .none: break
      }
    }
    if !asked.isEmpty {
      return Judgement(
        .missed, "it asks for what no customer is ever asked for", spans: asked.inOrder)
    }
    if !doubtful.isEmpty {
      return Judgement(
        .undecided, "it may ask for what no customer is ever asked for", spans: doubtful.inOrder)
    }
    return nil
  }

  // MARK: - Changes

  /// What the reply does that needs a verified customer; nil when it does nothing of it.
  private func judgeChanges(
    _ reply: TicketView.Reply, in view: TicketView,
    _ earlier: inout EarlierEvents
  ) -> Judgement? {
    guard let verifiedBefore else { return nil }
    let scanned = reply.scanned
    let actions = scanned.hits(of: [.catalogue(verifiedBefore)]).withoutOverlaps
    if actions.isEmpty { return nil }
    let spans = actions.map { scanned.original($0) }
    switch view.verification(before: reply.event, &earlier) {
    case .done(let event):
      return Judgement(
        .met, "the customer was verified before", spans: spans, events: event.map { [$0] } ?? [])
    case .refuted:
      return Judgement(
        .missed, "the customer was not verified, as a field of the ticket says", spans: spans)
    case .unknown: break
    }
    let whole = 0..<scanned.folded.bytes.count
    if scanned.contains(.lexicon(.verification), in: whole) {
      return Judgement(.met, "the reply speaks of the customer's verification", spans: spans)
    }
    return Judgement(
      .undecided, "nothing in the ticket says that the customer was verified before", spans: spans)
  }
}

extension TicketView {
  /// Whether a customer was verified.
  fileprivate enum Verification {
    /// A field says so, or a message or note speaks of it (its index among the events).
    case done(Int?)
    case refuted
    case unknown
  }

  fileprivate func verification(
    before event: Int, _ earlier: inout EarlierEvents
  ) -> Verification {
    for field in ticket.fields + ticket.customer.fields {
      let name = FoldedText(field.name).string
      guard ["verif", "weryf", "overen", "authenticated"].contains(where: { name.contains($0) })
      else { continue }
      switch field.value {
      case .bool(let isVerified): return isVerified ? .done(nil) : .refuted
      case .string(let text) where ["yes", "true", "tak", "ano"].contains(text): return .done(nil)
      case .string(let text) where ["no", "false", "nie", "ne"].contains(text): return .refuted
      default: continue
      }
    }
    return earlier.verifying(before: event, in: self).map { .done($0) } ?? .unknown
  }
}
