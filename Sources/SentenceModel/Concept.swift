/// A list of phrases that mean the same, in whatever language.
package struct Concept: Sendable {
  package let name: String
  package let phrases: [ConceptPattern]
  /// Concepts each of which is one of this, too.
  package let anyOf: [String]

  package init(name: String, phrases: [ConceptPattern], anyOf: [String] = []) {
    self.name = name
    self.phrases = phrases
    self.anyOf = anyOf
  }

  /// Concepts that need no phrases: the marks and the length of a sentence, and its place in the reply.
  ///
  /// They stand behind all others, in this order.
  enum BuiltIn: Int, CaseIterable {
    case question, exclamation, short, long, first, last, late

    var name: String {
      switch self {
      case .question: "?"
      case .exclamation: "!"
      case .short: "short"
      case .long: "long"
      case .first: "first"
      case .last: "last"
      case .late: "late"
      }
    }
  }
}

/// Some of the concepts, by index.
struct ConceptSet: Equatable, Sendable {
  /// More concepts than these have no place.
  static let most = 256

  var bits = SIMD4<UInt64>.zero

  @inline(__always)
  mutating func insert(_ index: Int) {
    guard index >= 0, index < Self.most else { return }
    bits[index >> 6] |= 1 << UInt64(index & 63)
  }

  func contains(_ index: Int) -> Bool {
    index >= 0 && index < Self.most && bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  @inline(__always)
  mutating func formUnion(_ other: ConceptSet) { bits |= other.bits }

  @inline(__always)
  var count: Int {
    bits[0].nonzeroBitCount + bits[1].nonzeroBitCount + bits[2].nonzeroBitCount
      + bits[3].nonzeroBitCount
  }

  /// Gives the indices in order.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for lane in 0..<4 {
      var rest = bits[lane]
      while rest != 0 {
        body(lane << 6 | rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  var indices: [Int] {
    var all: [Int] = []
    forEach { all.append($0) }
    return all
  }
}
