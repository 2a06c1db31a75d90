import Standards
import TextMatching

/// Sees offers of something that costs extra.
///
/// Words that offer and something that costs extra must stand in the same sentence. One that denies,
/// or says that it is free, may be no offer: a person decides.
enum UpsellObservation {
  /// - Complexity: O(hits · log hits).
  static func observe(
    _ reply: ScannedReply, phrases: [WordList], products: [WordList]
  ) -> Observation {
    var present: [Range<Int>] = []
    var doubtful: [Range<Int>] = []
    var owned: [Range<Int>] = []
    // "I would go for Cloud. Shall I move you to Cloud?" offers one thing.
    var offered: [ArraySlice<UInt8>] = []
    let things = reply.hits(of: products).withoutOverlaps
    for hit in reply.hits(of: phrases).withoutOverlaps {
      guard let sentence = reply.sentence(around: hit)?.sentence.range,
        let thing = things.within(sentence).first(where: { $0 != hit })
      else { continue }
      let span = reply.original(
        min(hit.lowerBound, thing.lowerBound)..<max(hit.upperBound, thing.upperBound))
      if isOwned(thing, reply) {
        owned.append(span)
      } else if reply.contains(.lexicon(.negations), in: sentence)
        || reply.contains(.lexicon(.free), in: sentence)
      {
        doubtful.append(span)
      } else if !offered.contains(where: { $0.elementsEqual(reply.folded.bytes[thing]) }) {
        present.append(span)
        offered.append(reply.folded.bytes[thing])
      }
    }
    if !present.isEmpty {
      return .present(present.sorted(by: leftFirst).withoutOverlaps, "it offers what costs extra")
    }
    if !doubtful.isEmpty {
      return .undecided(
        doubtful.sorted(by: leftFirst).withoutOverlaps,
        "something that costs extra is named, but denied, or called free")
    }
    if !owned.isEmpty { return .undecided(owned.sorted(by: leftFirst).withoutOverlaps, ofCustomer) }
    return .absent("nothing is offered")
  }

  /// Why a product is perhaps not offered.
  private static let ofCustomer = "something that costs extra is named, but the customer's already"

  /// Whether all that was seen is the customer's already: words alone do not tell more of it.
  static func isOwned(_ observation: Observation) -> Bool { observation.reason == ofCustomer }

  /// Whether the product is the customer's already: "we recommend a restart of your VPS".
  private static func isOwned(_ thing: Range<Int>, _ reply: ScannedReply) -> Bool {
    let before = max(0, thing.lowerBound - possessiveReach)..<thing.lowerBound
    return reply.hits(of: .possessives).within(before).contains {
      $0.upperBound <= thing.lowerBound
        && reply.words(from: $0.upperBound, to: thing.lowerBound) <= 1
    }
  }

  /// How many bytes before a product its possessive may begin: two long words.
  private static let possessiveReach = 40

  private static func leftFirst(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    (left.lowerBound, right.upperBound) < (right.lowerBound, left.upperBound)
  }
}
