import Foundation
import SentenceModel
import TextMatching

/// A slow matcher, written without a look at the fast one: expands a phrase into plain ones, and tries
/// each at every word.
enum Reference {
  /// A word of a text: how it is spelt, and which joint binds it to a number before it.
  struct Word {
    let text: String
    var joint: Character?

    /// Runs of digits as `#` or `##`.
    var numbered: String {
      var result = ""
      var digits = 0
      for character in text {
        digits = character.isNumber ? digits + 1 : 0
        if digits == 0 {
          result.append(character)
        } else if digits == 1 || digits == 3 {
          result += "#"
        }
      }
      return result
    }
  }

  /// Whether a phrase stands somewhere among the words of a sentence.
  static func matches(_ phrase: String, _ words: [Word]) -> Bool {
    let words = [Word(text: "^")] + words + [Word(text: "^")]
    return plain(phrase).contains { plain in
      words.indices.contains { matches(plain[...], words[$0...]) }
    }
  }

  private static func matches(_ phrase: ArraySlice<String>, _ words: ArraySlice<Word>) -> Bool {
    guard let first = phrase.first else { return true }
    if first == "..." {
      if matches(phrase.dropFirst(), words) { return true }
      guard let word = words.first, word.text != "^" else { return false }
      return matches(phrase, words.dropFirst())
    }
    guard let word = words.first, matches(first, word) else { return false }
    return matches(phrase.dropFirst(), words.dropFirst())
  }

  static func matches(_ pattern: String, _ word: Word) -> Bool {
    if let joint = word.joint, pattern == "\(joint)\(word.numbered)" { return true }
    if word.text == "^" { return pattern == "^" }
    if pattern == "*" { return true }
    let pattern = pattern.hasPrefix("'") ? "*" + pattern : pattern
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return word.text == pattern || word.numbered == pattern }
    let length = word.text.utf8.count
    switch (parts[0].isEmpty, parts[1].isEmpty) {
    case (false, true): return word.text.hasPrefix(parts[0]) || word.numbered.hasPrefix(parts[0])
    case (true, false): return word.text.hasSuffix(parts[1]) && length > parts[1].utf8.count
    default:
      return word.text.hasPrefix(parts[0]) && word.text.hasSuffix(parts[1])
        && length >= parts[0].utf8.count + parts[1].utf8.count
    }
  }

  /// The plain phrases as words.
  private static func plain(_ phrase: String) -> [[String]] {
    var rest = Array(phrase)[...]
    return alternatives(&rest).map { text in
      var text = text
      for joint in ":./-," { text = text.replacing("#\(joint)#", with: "# \(joint)#") }
      for mark in "?!$%^" { text = text.replacing("\(mark)", with: " \(mark) ") }
      return text.split(separator: " ").map(String.init)
    }
  }

  private static func alternatives(_ rest: inout ArraySlice<Character>) -> [String] {
    var all: [String] = []
    var some = [""]
    while let next = rest.popFirst() {
      switch next {
      case "(":
        let inner = alternatives(&rest)
        some = some.flatMap { start in inner.map { start + $0 } }
      case "|":
        all += some
        some = [""]
      case ")": return all + some
      default: some = some.map { $0 + String(next) }
      }
    }
    return all + some
  }
}

extension Sequence {
  fileprivate func contains(_ holds: (Element) -> Bool) -> Bool { contains(where: holds) }
}

/// A generator that gives the same numbers every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A model with these concepts and no weights.
func model(_ concepts: [(String, [String])]) throws -> SentenceModel {
  try ModelDraft(
    concepts: concepts.map { name, phrases in
      Concept(name: name, phrases: try phrases.map { try ConceptPattern($0) })
    }
  ).model()
}

extension SentenceModel {
  /// The names of the concepts in each sentence of a text.
  func concepts(in text: String) -> [[String]] {
    let folded = FoldedText(text)
    return names(read(folded, Sentences.split(folded)))
  }
}
