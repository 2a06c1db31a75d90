import TextMatching

/// Sees whether a reply opens with a salutation.
///
/// A salutation counts where the reply begins, or within its first sentence behind a few words, as
/// on the phone ("Hosting support, good morning"). Further down it is only a word.
enum GreetingObservation {
  /// How many words may stand before a salutation: a company's name and "this is Ola" are five.
  static let wordsBefore = 5

  /// - Complexity: O(hits).
  static func observe(_ reply: ScannedReply, phrases: [WordList]) -> Observation {
    guard let opening = reply.sentences.first?.range else {
      return .undecided([], "the reply has no words")
    }
    let hits = reply.hits(of: phrases)
    if let hit = hits.first(where: { $0.lowerBound == opening.lowerBound }) {
      return .present([reply.original(hit)], "the reply opens with it")
    }
    if let name = bareName(reply, opening) {
      return .present([reply.original(name)], "the reply opens with the customer's name")
    }
    guard let hit = hits.first(where: { opening.contains($0.lowerBound) }) else {
      return .absent("the reply opens without a salutation")
    }
    let before = reply.words(from: opening.lowerBound, to: hit.lowerBound)
    return before <= wordsBefore
      ? .undecided([reply.original(hit)], "it stands behind \(before) other words")
      : .absent("the reply opens without a salutation")
  }

  /// The customer's name when the reply opens with it and a comma, with at most two words besides.
  private static func bareName(_ reply: ScannedReply, _ opening: Range<Int>) -> Range<Int>? {
    let bytes = reply.folded.bytes
    guard let name = reply.customer,
      let comma = bytes[opening].firstIndex(of: UInt8(ascii: ",")),
      reply.words(from: opening.lowerBound, to: comma) <= 3
    else { return nil }
    let address = opening.lowerBound..<comma
    return name.places(in: bytes, address).isEmpty ? nil : address
  }
}
