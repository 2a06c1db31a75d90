/// A language that replies are written in.
package enum Language: String, Sendable, CaseIterable {
  case polish = "pl"
  case czech = "cs"
  case slovak = "sk"
  case english = "en"
  case german = "de"

  /// The language of a text, or nil when it is too short or too close to tell.
  ///
  /// Scores function words, which work without diacritics too, letters that only some of the
  /// languages have, and pairs of letters (``LanguageTables``).
  ///
  /// - Parameters:
  ///   - text: What the author wrote; a dozen words are enough, three often.
  ///   - prior: The language expected; it decides close cases, but says nothing where the text says
  ///     nothing.
  ///   - candidates: The languages that come into question, where that is known; all if left out. A
  ///     text that is clearly in another language is in none of them.
  /// - Returns: nil when undecided.
  /// - Complexity: O(length).
  package static func of(
    _ text: FoldedText, prior: Language? = nil, among candidates: [Language] = Language.allCases
  ) -> Language? {
    LanguageScores(text).decision(prior: prior, among: candidates)
  }
}

/// How much speaks for each language (unit: a sixth of a function word that only one has).
///
/// What a text's folded letters say is the sum of what its parts say, if white space parts them.
package struct LanguageScores: Sendable {
  private(set) var scores = SIMD8<Int32>.zero

  /// A text that scores less says nothing.
  static let least: Int32 = 18
  /// The winner must be ahead of the second by a seventh of its score.
  static let lead: Int32 = 7
  /// What a prior counts.
  static let prior: Int32 = 8

  /// Nothing speaks for any.
  package init() {}

  /// What a whole text says.
  ///
  /// - Complexity: O(length).
  package init(_ text: FoldedText) {
    self.init(ofLettersIn: text.bytes[...])
    addLetters(of: text)
  }

  /// Adds what other parts say.
  package mutating func add(_ other: LanguageScores) { scores &+= other.scores }

  /// What the folded letters of a part of a text say: words and pairs of letters.
  ///
  /// - Complexity: O(length).
  package init(ofLettersIn part: ArraySlice<UInt8>) {
    let tables = LanguageTables.shared
    var scores = SIMD8<Int32>.zero
    part.withUnsafeBufferPointer { bytes in
      var hash = LanguageTables.emptyHash
      var previous: UInt8 = 0
      for byte in bytes {
        guard WordCharacters.isASCIILetter(byte) else {
          guard previous != 0 else { continue }
          scores &+= tables.weights(ofWord: hash) &+ tables.weights(ofPair: previous, 0)
          hash = LanguageTables.emptyHash
          previous = 0
          continue
        }
        hash = LanguageTables.hash(hash, byte)
        scores &+= tables.weights(ofPair: previous, byte)
        previous = byte
      }
      if previous != 0 {
        scores &+= tables.weights(ofWord: hash) &+ tables.weights(ofPair: previous, 0)
      }
    }
    self.scores = scores
  }

  /// Adds what the written letters beyond ASCII say.
  ///
  /// - Complexity: O(length).
  package mutating func addLetters(of text: FoldedText) {
    let tables = LanguageTables.shared
    var scores = scores
    var original = text.original
    original.withUTF8 { original in
      text.origins.withUnsafeBufferPointer { origins in
        let all = UnsafeRawBufferPointer(original)
        var last = -1
        var index = 0
        while index < origins.count - 1 {
          let offset = Int(origins[index])
          // Eight letters of ASCII side by side say nothing.
          if index + 8 < origins.count, origins[index + 8] &- origins[index] == 8,
            offset + 8 <= all.count,
            all.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
          {
            index += 8
            continue
          }
          index += 1
          // All letters concerned have two bytes; "ß" became two.
          guard offset + 1 < original.count, original[offset] & 0xE0 == 0xC0, offset != last
          else { continue }
          last = offset
          scores &+= tables.weights(ofLetter: original[offset], original[offset + 1])
        }
      }
    }
    self.scores = scores
  }

  /// Slovak must be so far ahead of Czech: most of what they share is Czech.
  static let slovakLead: Int32 = 4

  /// Beside its nearest relative a language scores more than half as much, beside others less.
  static let kinship: Int32 = 2

  /// The language that the scores decide for; nil where they leave it open.
  ///
  /// - Parameters:
  ///   - prior: The language expected.
  ///   - candidates: The languages that come into question.
  package func decision(
    prior: Language?, among candidates: [Language] = Language.allCases
  ) -> Language? {
    var scores = scores
    if let prior, let index = Language.allCases.firstIndex(of: prior), scores[index] > 0 {
      scores[index] &+= Self.prior
    }
    var best: (language: Language, score: Int32)?
    var second: Int32 = 0
    var highest: Int32 = 0
    for (index, language) in Language.allCases.enumerated() {
      let score = scores[index]
      highest = max(highest, score)
      guard candidates.contains(language) else { continue }
      if score > best?.score ?? .min {
        second = max(best?.score ?? 0, 0)
        best = (language, score)
      } else {
        second = max(second, score)
      }
    }
    guard let best, best.score >= Self.least, best.score * Self.kinship > highest else {
      return nil
    }
    if candidates.contains(.czech), candidates.contains(.slovak),
      best.language == .czech || best.language == .slovak
    {
      second = scores.highest { $0 != .czech && $0 != .slovak && candidates.contains($0) }
      let isSlovak = scores[Self.slovak] > scores[Self.czech]
      if isSlovak, scores[Self.slovak] - scores[Self.czech] < Self.slovakLead { return nil }
    }
    guard (best.score - second) * Self.lead >= best.score else { return nil }
    return best.language
  }

  private static let czech = Language.allCases.firstIndex(of: .czech) ?? 0
  private static let slovak = Language.allCases.firstIndex(of: .slovak) ?? 0
}

extension SIMD8<Int32> {
  /// The highest score of some languages, at least zero.
  fileprivate func highest(_ counts: (Language) -> Bool) -> Int32 {
    var highest: Int32 = 0
    for (index, language) in Language.allCases.enumerated() where counts(language) {
      highest = Swift.max(highest, self[index])
    }
    return highest
  }
}
