import SentenceModel
import TextMatching

/// Sees what the sentences of a reply do, by the model.
enum ActObservation {
  /// - Complexity: O(sentences), and O(bytes of a sentence) where something is seen.
  static func observe(_ act: Act, in reply: ScannedReply) -> Observation {
    let certainty = reply.acts.certainty(of: act)
    switch certainty {
    case .absent: return .absent("no sentence reads like it")
    case .undecided:
      let sentences = reply.acts.sentences(doing: act, atLeast: .undecided)
      return .undecided(spans(sentences, reply), "a sentence may be meant so")
    case .present, .sure:
      let sentences = reply.acts.sentences(doing: act)
      let reasons = reply.reasons(for: act)
      let words = reasons.map { "'\($0)'" }.joined(separator: ", ")
      let why = reasons.isEmpty ? "" : "; most telling: \(words)"
      return .present(
        spans(sentences, reply), "a sentence reads like it\(why)", isSure: certainty == .sure)
    }
  }

  /// What word lists saw and what the model sees, together.
  ///
  /// Where the model is in doubt, a listed phrase decides; where it sees nothing of the kind, a listed
  /// phrase makes it doubtful. What the lists doubt, denied or past or free, the model settles where it
  /// is sure.
  static func observe(
    _ act: Act, in reply: ScannedReply, besides listed: Observation
  ) -> Observation {
    // Why the model sees something is looked up only where that is told.
    if listed.presence == .present {
      return reply.acts.certainty(of: act) == .absent
        ? .undecided(listed.spans, "\(listed.reason), perhaps only in words") : listed
    }
    let seen = observe(act, in: reply)
    switch (listed.presence, seen.presence) {
    case (.undecided, .present):
      if listed.spans.isEmpty { return seen }
      return seen.isSure ? .present(listed.spans, seen.reason) : listed
    case (.undecided, .undecided): return listed.spans.isEmpty ? seen : listed
    default: return seen
    }
  }

  /// A vague promise: what the lists call bound by a time is none, nor is a sentence with a time up to
  /// which something happens.
  static func vaguePromise(in reply: ScannedReply, besides listed: Observation) -> Observation {
    if listed.presence == .absent, VaguePromiseObservation.isHealed(listed) { return listed }
    let seen = observe(.vaguePromise, in: reply, besides: listed)
    if listed.presence == .undecided, seen.presence == .undecided {
      // What the lists doubt is there where the model sees it too, if not so surely as to accuse.
      let alone = observe(.vaguePromise, in: reply)
      if alone.presence == .present { return .present(listed.spans, alone.reason, isSure: false) }
    }
    guard listed.presence == .absent, seen.presence != .absent else { return seen }
    let bound = Set(
      reply.times.filter { $0.bound == .latest }.compactMap {
        reply.sentences.index(holding: $0.range.lowerBound)
      })
    let least: ReplyActs.Certainty = seen.presence == .present ? .present : .undecided
    let unbound = reply.acts.sentences(doing: .vaguePromise, atLeast: least)
      .filter { !bound.contains($0) }
    if unbound.isEmpty { return .absent(VaguePromiseObservation.healed) }
    return seen.presence == .present
      ? .present(spans(unbound, reply), seen.reason, isSure: seen.isSure)
      : .undecided(spans(unbound, reply), seen.reason)
  }

  /// A question or an offer at the end: only the last sentences count, and those that are meant so.
  static func closing(_ act: Act, in reply: ScannedReply, besides listed: Observation)
    -> Observation
  {
    if listed.presence == .present, act == .closingQuestion { return listed }
    let seen = observe(act, in: reply, besides: listed)
    guard seen.presence == .present, listed.presence != .present else { return seen }
    let late = reply.acts.sentences(doing: act)
      .filter { $0 >= reply.sentences.count - ClosingObservation.sentencesFromEnd }
    let meant = late.filter { index in
      let sentence = reply.sentences[index]
      return act == .closingQuestion
        ? sentence.isQuestion || sentence.terminator == .none : !sentence.isQuestion
    }
    if !meant.isEmpty { return .present(spans(meant, reply), seen.reason, isSure: seen.isSure) }
    return late.isEmpty
      ? .absent("nothing of the kind stands towards the end")
      : .undecided(
        spans(late, reply),
        act == .closingQuestion ? "perhaps, but not as a question" : "perhaps, but as a question")
  }

  private static func spans(_ sentences: [Int], _ reply: ScannedReply) -> [Range<Int>] {
    sentences.map { reply.original(reply.sentences[$0].range) }
  }
}
