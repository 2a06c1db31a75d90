import TextMatching

/// Walks through the features of sentences; what they are, ``FeatureKey`` says.
///
/// Both training and judging go by this walk, so they cannot part.
struct SentenceFeatures {
  /// How much a concept counts beside a word.
  static let conceptWeight: Float = 3
  /// Sentences of fewer words are short, of more long.
  private static let (short, long) = (4, 18)
  /// More concepts than these in one sentence make no more pairs: a bound for hostile texts.
  private static let mostConcepts = 40

  /// Concepts that need no words.
  static let builtIn = ["?", "!", "short", "long", "first", "last", "late"]

  private static let question = ConceptKey("?")
  private static let exclamation = ConceptKey("!")
  private static let isShort = ConceptKey("short")
  private static let isLong = ConceptKey("long")
  private static let isFirst = ConceptKey("first")
  private static let isLast = ConceptKey("last")
  private static let isLate = ConceptKey("late")

  /// The concepts of a sentence by its words and its marks, each once.
  static func concepts(
    _ found: [ConceptKey], words: Int, hasQuestion: Bool, hasExclamation: Bool
  ) -> [ConceptKey] {
    var all: [ConceptKey] = []
    for key in found where !all.contains(key) && all.count < mostConcepts { all.append(key) }
    if hasQuestion { all.append(question) }
    if hasExclamation { all.append(exclamation) }
    if words < short { all.append(isShort) }
    if words > long { all.append(isLong) }
    return all
  }

  /// What a place in the reply says, as a concept.
  static func place(_ index: Int, of count: Int) -> [ConceptKey] {
    var place: [ConceptKey] = []
    if index == 0 { place.append(isFirst) }
    if index >= count - 2 {
      place.append(isLast)
    } else if index >= count - 4 {
      place.append(isLate)
    }
    return place
  }

  /// Gives the features of a sentence's words, and counts them.
  ///
  /// - Returns: The number of words, and of features.
  @inline(__always)
  static func walkWords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ take: (UInt64) -> Void
  ) -> (words: Int, features: Int) {
    var words = 0
    var features = 0
    var pair = FeatureKey.Hash(.pair)
    pair.add(UInt8(ascii: "^"))
    var position = range.lowerBound
    while let word = Words.next(in: bytes, from: position, to: range.upperBound) {
      position = word.end
      words += 1
      pair.add(UInt8(ascii: " "))
      var next = FeatureKey.Hash(.pair)
      var whole = FeatureKey.Hash(.word)
      if word.isNumber {
        pair.add(UInt8(ascii: "0"))
        next.add(UInt8(ascii: "0"))
        whole.add(UInt8(ascii: "0"))
      } else {
        var prefix = FeatureKey.Hash(.prefix)
        let length = word.end - word.start
        for offset in 0..<length {
          let byte = bytes[word.start + offset]
          whole.add(byte)
          if offset < 5 {
            pair.add(byte)
            next.add(byte)
          }
          if offset < 6 {
            prefix.add(byte)
            if offset == 3, length > 4 {
              take(prefix.value)
              features += 1
            }
            if offset == 5, length > 6 {
              take(prefix.value)
              features += 1
            }
          }
        }
        if length > 5 {
          var suffix = FeatureKey.Hash(.suffix)
          for offset in length - 3..<length { suffix.add(bytes[word.start + offset]) }
          take(suffix.value)
          features += 1
        }
      }
      take(whole.value)
      take(pair.value)
      features += 2
      pair = next
    }
    pair.add(UInt8(ascii: " "))
    pair.add(UInt8(ascii: "$"))
    take(pair.value)
    return (words, features + 1)
  }

  /// Gives the features of a sentence's concepts and of its neighbours', and counts them.
  ///
  /// - Parameter take: Gets each feature, and whether it is a single concept of this sentence.
  @inline(__always)
  static func walkConcepts(
    _ own: [ConceptKey], before: [ConceptKey], behind: [ConceptKey],
    _ take: (UInt64, Bool) -> Void
  ) {
    for (index, key) in own.enumerated() {
      take(FeatureKey.concept(key).hash, true)
      for other in own[(index + 1)...] { take(FeatureKey.both(key, other).hash, false) }
    }
    for key in before { take(FeatureKey.before(key).hash, false) }
    for key in behind { take(FeatureKey.behind(key).hash, false) }
  }
}

/// The words of a folded sentence as features see them.
enum Words {
  struct Word {
    let start: Int
    let end: Int
    let isNumber: Bool
  }

  /// The next word: letters and digits with single apostrophes within, or one of the marks `? ! € $ %`.
  @inline(__always)
  static func next(in bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Word? {
    var position = from
    while position < end {
      let byte = bytes[position]
      if isPart(byte) {
        let start = position
        while position < end {
          if isPart(bytes[position]) {
            position += 1
          } else if bytes[position] == UInt8(ascii: "'"), position > start, position + 1 < end,
            bytes[position + 1] &- UInt8(ascii: "a") < 26
          {
            position += 2
          } else {
            break
          }
        }
        return Word(start: start, end: position, isNumber: byte &- UInt8(ascii: "0") < 10)
      }
      if isMark(byte) { return Word(start: position, end: position + 1, isNumber: false) }
      position += 1
    }
    return nil
  }

  /// A small letter or digit of ASCII, or part of another character.
  @inline(__always)
  private static func isPart(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "%")
  }
}

extension SentenceFeatures {
  /// The written forms of a sentence's features, for the file of weights: slow, for training only.
  static func names(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, own: [String], before: [String],
    behind: [String]
  ) -> [String] {
    var names: [String] = []
    var starts = ["^"]
    var position = range.lowerBound
    while let word = Words.next(in: bytes, from: position, to: range.upperBound) {
      position = word.end
      let slice = bytes[word.start..<word.end]
      func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? { String(bytes) }
      guard !word.isNumber else {
        names.append("w:0")
        starts.append("0")
        continue
      }
      // Parts that end within a character have no written form, and are left out of the file.
      let parts: [(String, String?)] = [
        ("w:", text(slice)),
        ("p:", slice.count > 4 ? text(slice.prefix(4)) : nil),
        ("p:", slice.count > 6 ? text(slice.prefix(6)) : nil),
        ("s:", slice.count > 5 ? text(slice.suffix(3)) : nil),
      ]
      for case (let kind, let part?) in parts { names.append(kind + part) }
      starts.append(text(slice.prefix(5)) ?? "\u{FFFD}")
    }
    starts.append("$")
    for (one, other) in zip(starts, starts.dropFirst()) { names.append("b:\(one) \(other)") }
    for (index, concept) in own.enumerated() {
      names.append("@\(concept)")
      for other in own[(index + 1)...] {
        names.append("@\(min(concept, other))&\(max(concept, other))")
      }
    }
    names += before.map { "<@\($0)" }
    names += behind.map { ">@\($0)" }
    return names
  }
}

extension String {
  /// The text of bytes; nil where they are no UTF-8.
  fileprivate init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    self = text
  }
}
