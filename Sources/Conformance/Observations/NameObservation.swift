import TextMatching

/// A customer's name, to be found in any inflection.
struct CustomerName: Sendable {
  private let parts: [[UInt8]]

  /// Folds a name: `Jana Nováková` is two parts.
  init(_ name: String) {
    parts = FoldedText(name).bytes.split { !Self.isWordByte($0) }
      .map(Array.init).filter { $0.count >= 3 }
  }

  /// Whether a word is a part of the name with another ending: `Tomaszu` for `Tomasz`.
  ///
  /// Endings replace at most the last two letters (`Marek`, `Marku`), of short names one (`Ewa`,
  /// `Ewo`), add at most three and take away at most one.
  func isInflected(_ word: ArraySlice<UInt8>) -> Bool {
    parts.contains { part in
      let kept = part.count <= 3 ? part.count - 1 : max(3, part.count - 2)
      return word.count >= part.count - 1 && word.count <= part.count + 3
        && word.prefix(kept).elementsEqual(part.prefix(kept))
    }
  }

  /// The words of a folded text that are the name, within a range.
  func places(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      while at < range.upperBound, Self.isWordByte(bytes[at]) { at += 1 }
      if start < at, isInflected(bytes[start..<at]), !Self.isInAddress(bytes, start..<at) {
        places.append(start..<at)
      }
      if start == at { at += 1 }
    }
    return places
  }

  /// Whether a word is part of a domain or an e-mail address, such as `nowak-legal.eu`.
  private static func isInAddress(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    let isJoint: (UInt8) -> Bool = { "-.@_/".utf8.contains($0) }
    let (before, after) = (word.lowerBound - 1, word.upperBound)
    if bytes.indices.contains(before), isJoint(bytes[before]) { return true }
    guard bytes.indices.contains(after + 1), isJoint(bytes[after]) else { return false }
    return isWordByte(bytes[after + 1])
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}

/// Sees whether the customer is addressed by name.
enum NameObservation {
  /// - Complexity: O(bytes × parts of the name).
  static func observe(_ reply: ScannedReply) -> Observation {
    guard let name = reply.customer else {
      return .undecided([], "the ticket does not say what the customer is called")
    }
    let places = name.places(in: reply.folded.bytes, 0..<reply.folded.bytes.count)
      .filter { reply.isCapitalised($0) }
    return places.isEmpty
      ? .absent("the name is not there")
      : .present(places.map { reply.original($0) }, "the name is there")
  }
}
