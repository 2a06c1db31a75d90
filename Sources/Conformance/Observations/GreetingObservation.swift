import TextMatching

/// Sees whether a reply opens with a salutation.
///
/// A salutation counts where the reply begins, or behind a few words and a comma, as on the phone
/// ("Hosting support, good morning"). Behind other words it may be one; further down it is only a word.
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
    if before <= wordsBefore, reply.isBehindMark(hit.lowerBound) {
      return .present([reply.original(hit)], "it stands behind who speaks")
    }
    return before <= wordsBefore
      ? .undecided([reply.original(hit)], "it stands behind \(before) other words")
      : .absent("the reply opens without a salutation")
  }

  /// The customer's name when the reply opens with it and a comma, with at most two words besides.
  private static func bareName(_ reply: ScannedReply, _ opening: Range<Int>) -> Range<Int>? {
    let bytes = reply.folded.bytes
    guard let name = reply.customer,
      let comma = bytes[opening].firstIndex(where: { ",!\n".utf8.contains($0) }),
      reply.words(from: opening.lowerBound, to: comma) <= 3
    else { return nil }
    let address = opening.lowerBound..<comma
    return name.places(in: bytes, address).isEmpty ? nil : address
  }
}

extension ScannedReply {
  /// Whether a comma or the end of a sentence stands right before an offset.
  fileprivate func isBehindMark(_ offset: Int) -> Bool {
    guard let last = folded.bytes[..<offset].last(where: { $0 != 0x20 && $0 != 0x0A }) else {
      return true
    }
    return ",.!:-".utf8.contains(last) || last >= 0x80
  }
}
