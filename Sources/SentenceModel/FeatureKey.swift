/// The written form of a feature, as the file of weights has it.
///
/// | form | what |
/// |---|---|
/// | `w:prosze` | a word; `0` for one that begins with a digit; marks `? ! $ %` are words too |
/// | `p:pros`, `p:prosze` | the first four, or six, bytes of a longer word |
/// | `s:emy` | the last three bytes of a word of more than five |
/// | `b:prosz czeka` | the first five bytes of two words side by side; `^` and `$` are the ends |
/// | `@sorry` | a concept is in the sentence |
/// | `@sorry&wait` | two concepts are in it (by name) |
/// | `<@sorry`, `>@sorry` | a concept is in the sentence before, or behind |
enum FeatureForm: Hashable, Sendable {
  /// A feature of words, by its hash.
  case words(UInt64)
  case concept(Substring)
  case both(Substring, Substring)
  case before(Substring)
  case behind(Substring)

  /// Nil for a form that means nothing.
  init?(_ written: Substring) {
    let body = written.utf8.dropFirst(2)
    let isConcept = written.utf8.first == UInt8(ascii: "@") && written.utf8.count > 1
    guard isConcept || !body.isEmpty else { return nil }
    switch (written.utf8.first, written.utf8.dropFirst().first) {
    case (UInt8(ascii: "w"), UInt8(ascii: ":")): self = .words(WordChain(body).word)
    case (UInt8(ascii: "p"), UInt8(ascii: ":")): self = .words(WordChain(body).prefix)
    case (UInt8(ascii: "s"), UInt8(ascii: ":")): self = .words(WordChain(body).suffix)
    case (UInt8(ascii: "b"), UInt8(ascii: ":")):
      let words = body.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      guard words.count == 2 else { return nil }
      self = .words(WordChain.pair(WordChain(words[0]), WordChain(words[1])))
    case (UInt8(ascii: "<"), UInt8(ascii: "@")): self = .before(Substring(body))
    case (UInt8(ascii: ">"), UInt8(ascii: "@")): self = .behind(Substring(body))
    case (UInt8(ascii: "@"), _):
      let names = written.dropFirst().split(separator: "&", omittingEmptySubsequences: false)
      switch names.count {
      case 1: self = .concept(names[0])
      case 2: self = .both(names[0], names[1])
      default: return nil
      }
    default: return nil
    }
  }
}

/// A hash of bytes as they come, from which features and words of phrases have their keys.
///
/// FNV-1a, 64 bits (Fowler, Noll and Vo); its value is spread before it is used as a key.
struct WordChain: Equatable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(value: UInt64) {
    self.value = value
  }

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The key of the bytes as a whole word.
  @inline(__always)
  var word: UInt64 { Self.spread(value ^ 0x9E37_79B9_7F4A_7C15) }
  /// As the first bytes of a longer word.
  @inline(__always)
  var prefix: UInt64 { Self.spread(value ^ 0x5851_F42D_4C95_7F2D) }
  /// As the last bytes of a longer word.
  @inline(__always)
  var suffix: UInt64 { Self.spread(value ^ 0x1405_7B7E_F767_814F) }
  /// As a word of a phrase.
  @inline(__always)
  var literal: UInt64 { Self.spread(value ^ 0x2545_F491_4F6C_DD1D) }
  /// As the beginning of words of a phrase.
  @inline(__always)
  var beginning: UInt64 { Self.spread(value ^ 0x8CB9_2BA7_2F3D_8DD7) }
  /// A quick sieve for beginnings (16 bits).
  @inline(__always)
  var sieve: Int { Int(truncatingIfNeeded: value >> 48) }

  /// The key of two words side by side.
  @inline(__always)
  static func pair(_ one: WordChain, _ other: WordChain) -> UInt64 {
    spread((one.value << 23 | one.value >> 41) ^ other.value ^ 0xD6E8_FEB8_6659_FD93)
  }

  /// Spreads the bits (a round of SplitMix64's finaliser; Steele, Lea and Flood, 2014).
  @inline(__always)
  private static func spread(_ value: UInt64) -> UInt64 {
    let value = (value ^ (value >> 32)) &* 0xBF58_476D_1CE4_E5B9
    return value ^ (value >> 29)
  }
}
