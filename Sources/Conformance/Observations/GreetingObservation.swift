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
    // "W takim razie, Panie Janie, …" only names somebody.
    let places = hits.filter { opening.contains($0.lowerBound) && !reply.isAddress($0) }.map {
      (hit: $0, before: reply.words(from: opening.lowerBound, to: $0.lowerBound))
    }.filter { $0.before <= wordsBefore }
    if let place = places.first(where: { reply.isBehindMark($0.hit.lowerBound) }) {
      return .present([reply.original(place.hit)], "it stands behind who speaks")
    }
    guard let place = places.first else {
      return .absent("the reply opens without a salutation")
    }
    if place.before == 1, reply.folded.bytes[opening].begins(withAnyOf: interjections) {
      return .present([reply.original(place.hit)], "the reply opens with it")
    }
    return .undecided([reply.original(place.hit)], "it stands behind \(place.before) other words")
  }

  /// What somebody says before the salutation, folded.
  private static let interjections = [
    "no", "tak", "o", "oo", "a", "ach", "oh", "ah", "well", "och",
  ]
  /// Behind these words a name is no salutation, folded.
  private static let answers = [
    "sorry", "thanks", "thank", "yes", "yep", "no", "nope", "right", "ok", "okay", "sure", "well",
    "congratulations", "congrats", "tak", "nie", "dobrze", "dobra", "jasne", "pewnie", "gratuluje",
    "gratulacje", "gratulujemy", "dzieki", "dziekuje", "dziekujemy", "super", "prosze",
    "przepraszam", "ano", "ne", "dobre", "jo", "hele", "gratuluji", "gratulujeme", "gratulace",
    "dekuji", "dekujeme", "diky", "jasne", "prosim", "omlouvam",
  ]

  /// Before a name these are salutations by themselves, folded.
  private static let partsOfDay = ["morning", "afternoon", "evening", "alright", "dobry"]

  /// The customer's name when the reply opens with it and a comma, with at most two words besides, or
  /// with "morning" and the name.
  private static func bareName(_ reply: ScannedReply, _ opening: Range<Int>) -> Range<Int>? {
    let bytes = reply.folded.bytes
    guard let name = reply.customer else { return nil }
    if bytes[opening].begins(withAnyOf: partsOfDay),
      let called = reply.calls(by: name, in: opening).first,
      reply.words(from: opening.lowerBound, to: called.lowerBound) == 1
    {
      return opening.lowerBound..<called.upperBound
    }
    guard let comma = bytes[opening].firstIndex(where: { ",!\n".utf8.contains($0) }),
      reply.words(from: opening.lowerBound, to: comma) <= 3
    else { return nil }
    let address = opening.lowerBound..<comma
    guard !bytes[address].begins(withAnyOf: answers) else { return nil }
    return reply.calls(by: name, in: address).isEmpty ? nil : address
  }
}

extension ArraySlice<UInt8> {
  /// Whether the first word of a folded text is one of some.
  fileprivate func begins(withAnyOf words: [String]) -> Bool {
    let word = prefix { CustomerName.isWordByte($0) }
    return words.contains { word.elementsEqual($0.utf8) }
  }
}

extension ScannedReply {
  /// Whether a salutation is no more than a form of address: "Panie Janie", "Mr Pike".
  fileprivate func isAddress(_ hit: Range<Int>) -> Bool {
    folded.bytes[hit].begins(withAnyOf: [
      "pan", "panie", "pani", "panstwo", "pane", "mr", "mrs", "ms",
    ])
  }

  /// Whether a comma or the end of a sentence stands right before an offset.
  fileprivate func isBehindMark(_ offset: Int) -> Bool {
    guard let last = folded.bytes[..<offset].last(where: { $0 != 0x20 && $0 != 0x0A }) else {
      return true
    }
    return ",.!:-".utf8.contains(last) || last >= 0x80
  }
}
