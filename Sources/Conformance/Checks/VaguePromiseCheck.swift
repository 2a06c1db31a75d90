import SentenceModel
import Standards

extension VaguePromise {
  /// Judges whether a reply promises without a time.
  ///
  /// The list's words accuse by themselves. Where the list is in doubt or silent, the model accuses if it
  /// is sure, and what it only takes to be there is for a person.
  func judge(_ reply: ScannedReply) -> Judgement {
    let listed = VaguePromiseObservation.observe(reply, phrases: [.catalogue(phrases)])
    let seen = ActObservation.vaguePromise(in: reply, besides: listed)
    switch (listed.presence, seen.presence) {
    case (.present, _):
      return Judgement(.missed, listed.reason, spans: listed.spans)
    case (_, .present):
      return Judgement(seen.isSure ? .missed : .undecided, seen.reason, spans: seen.spans)
    case (.undecided, .absent):
      return Judgement(.met, "such words are there, but promise nothing", spans: listed.spans)
    case (_, .undecided):
      return Judgement(.undecided, seen.reason, spans: seen.spans)
    case (.absent, .absent):
      return Judgement(.met, listed.reason, spans: listed.spans)
    }
  }
}
