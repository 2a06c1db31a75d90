/// What stands for a feature in tables: a hash of its written form.
///
/// Written forms, as the file of weights has them:
///
/// | form | what |
/// |---|---|
/// | `w:prosze` | a word; `0` for one that begins with a digit; marks `? ! € $ %` are words too |
/// | `p:pros`, `p:prosze` | the first four, or six, bytes of a longer word |
/// | `s:emy` | the last three bytes of a word of more than five |
/// | `b:prosz czeka` | the first five bytes of two words side by side; `^` and `$` are the ends |
/// | `@sorry` | a concept is in the sentence |
/// | `@sorry&wait` | two concepts are in it (by name) |
/// | `<@sorry`, `>@sorry` | a concept is in the sentence before, or behind |
struct FeatureKey: Hashable, Sendable {
  let hash: UInt64

  init(hash: UInt64) {
    self.hash = hash
  }

  /// The key of a written form; nil for one that means nothing.
  init?(written: Substring) {
    let body = written.utf8.dropFirst(2)
    let isConcept = written.utf8.first == UInt8(ascii: "@") && written.utf8.count > 1
    guard isConcept || !body.isEmpty else { return nil }
    switch (written.utf8.first, written.utf8.dropFirst().first) {
    case (UInt8(ascii: "w"), UInt8(ascii: ":")): hash = Hash(.word).adding(body).value
    case (UInt8(ascii: "p"), UInt8(ascii: ":")): hash = Hash(.prefix).adding(body).value
    case (UInt8(ascii: "s"), UInt8(ascii: ":")): hash = Hash(.suffix).adding(body).value
    case (UInt8(ascii: "b"), UInt8(ascii: ":")): hash = Hash(.pair).adding(body).value
    case (UInt8(ascii: "<"), UInt8(ascii: "@")): self = .before(ConceptKey(String(body) ?? ""))
    case (UInt8(ascii: ">"), UInt8(ascii: "@")): self = .behind(ConceptKey(String(body) ?? ""))
    case (UInt8(ascii: "@"), _):
      let names = written.dropFirst().split(separator: "&", omittingEmptySubsequences: false)
      switch names.count {
      case 1: self = .concept(ConceptKey(String(names[0])))
      case 2: self = .both(ConceptKey(String(names[0])), ConceptKey(String(names[1])))
      default: return nil
      }
    default: return nil
    }
  }

  static func concept(_ key: ConceptKey) -> FeatureKey { FeatureKey(hash: key.hash) }
  /// In any order.
  static func both(_ one: ConceptKey, _ other: ConceptKey) -> FeatureKey {
    FeatureKey(hash: mixed(one.hash &+ other.hash) ^ 0x9E37_79B9_7F4A_7C15)
  }
  static func before(_ key: ConceptKey) -> FeatureKey {
    FeatureKey(hash: mixed(key.hash ^ 0x5851_F42D_4C95_7F2D))
  }
  static func behind(_ key: ConceptKey) -> FeatureKey {
    FeatureKey(hash: mixed(key.hash ^ 0x1405_7B7E_F767_814F))
  }

  /// Spreads the bits (the finaliser of SplitMix64; Steele, Lea and Flood, 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// FNV-1a, 64 bits (Fowler, Noll and Vo).
  struct Hash {
    enum Kind: UInt8 { case word = 1, prefix, suffix, pair, concept }

    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ kind: Kind) { add(kind.rawValue) }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    func adding(_ bytes: some Sequence<UInt8>) -> Hash {
      var hash = self
      for byte in bytes { hash.add(byte) }
      return hash
    }
  }
}

/// What stands for a concept: a hash of its name.
package struct ConceptKey: Hashable, Sendable {
  let hash: UInt64

  package init(_ name: String) {
    hash = FeatureKey.Hash(.concept).adding(name.utf8).value
  }
}
