import TextMatching

/// A generator that gives the same numbers every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension String {
  /// The part at a range of UTF-8 offsets.
  subscript(utf8 range: Range<Int>) -> String {
    String(decoding: Array(utf8)[range], as: UTF8.self)
  }
}

extension FoldedText {
  /// What was written where the folded range is.
  func written(_ folded: Range<Int>) -> String {
    original[utf8: originalUTF8(folded)]
  }

  /// The folded text of a range.
  func folded(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// What patterns find in a text, as it is written there, in the order of the hits.
func found(_ patterns: String..., in text: String) throws -> [String] {
  let set = try PatternSet(patterns.map { try Pattern($0) })
  let folded = FoldedText(text)
  return set.hits(in: folded).map { folded.written($0.range) }
}

/// Letters, marks, spaces and invisible characters that are awkward for one reason or another.
let nastyScalars: [Unicode.Scalar] = [
  "a", "B", "ł", "Ż", "ß", "æ", "e", "\u{301}", "\u{328}", "…", "„", "”", "–", "\u{A0}", "\u{3000}",
  "\t", "\n", "\r", " ", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "👋", "🏽", "Ｆ", "！", "я", "Й",
  "ά", "ς", "שּׁ".unicodeScalars.first ?? "a", "字", "\u{E0001}", "\u{0}", "'", "’", ".", "9", "ﬃ",
  "İ",
  "ŉ", "\u{FE0F}", "\u{20E3}", "क", "\u{93F}",
]

/// A text of random nasty scalars.
func nastyText(_ length: Int, using generator: inout Seeded) -> String {
  var text = ""
  for _ in 0..<length {
    text.unicodeScalars.append(nastyScalars.randomElement(using: &generator) ?? "a")
  }
  return text
}

/// A random phrase, perhaps not a valid one.
func randomPhrase(_ depth: Int, using generator: inout Seeded) -> String {
  var text = ""
  for _ in 0..<Int.random(in: 1...4, using: &generator) {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: text += "*"
    case 1: text += " * "
    case 2 where depth > 0, 3 where depth > 0:
      let alternatives = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Bool.random(using: &generator) ? randomPhrase(depth - 1, using: &generator) : ""
      }
      text += "(" + alternatives.joined(separator: "|") + ")"
    case 4, 5: text += " "
    case 6: text += "-"
    case 7: text += "."
    default: text += ["a", "b", "ab", "я", "1"].randomElement(using: &generator) ?? "a"
    }
  }
  return text
}
