import Standards

extension VaguePromise {
  /// Judges whether a reply promises without a time.
  func judge(_ reply: ScannedReply) -> Judgement {
    let seen = VaguePromiseObservation.observe(reply, phrases: [.catalogue(phrases)])
    return Judgement(seen.asForbidden, seen.reason, spans: seen.spans)
  }
}
