import TextMatching

/// A customer's name, to be found in any inflection.
struct CustomerName: Sendable {
  /// The folded words of the name and its short forms.
  let parts: [[UInt8]]
  /// Whether it is written with a form of address: `Mrs Plum`, `pan Kaczor`.
  let hasTitle: Bool

  /// Folds a name: `Jana Nováková` is two parts; short forms of a given name are parts as well, a form of
  /// address is none. `Theo's mum` has no part: the name is somebody else's.
  init(_ name: String) {
    let words = FoldedText(name).bytes.split { !Self.isWordByte($0) }
    hasTitle = words.contains { Self.titles.contains($0) }
    parts = words.contains { Self.relations.contains($0) } ? [] : Self.parts(of: words)
  }

  /// All folded words of a name and its short forms, whoever it belongs to.
  static func parts(of name: String) -> [[UInt8]] {
    parts(of: FoldedText(name).bytes.split { !isWordByte($0) })
  }

  private static func parts(of words: [ArraySlice<UInt8>]) -> [[UInt8]] {
    let written = words.filter { word in
      !titles.contains(word)
        && (word.count >= 3 || word.count == 2 && !smallWords.contains(Array(word)))
    }.map(Array.init)
    return written + written.flatMap { ShortNames.of($0) }
  }

  /// Words before a name, folded.
  static let titles = FoldedWords("pan pani panie pane panstwo mr mrs ms miss mx dr prof")
  /// Words behind or before the name of somebody else, folded.
  private static let relations = FoldedWords(
    "mum mom mummy dad daddy mama tata maminka tatinek rodzice rodice parents")

  /// Names of two letters that are words as well, or parts of names: "My", "de".
  private static let smallWords: Set<[UInt8]> = Set(
    [
      "my", "to", "de", "la", "le", "an", "do", "no", "so", "we", "me", "us", "on", "ma", "pa",
      "di",
      "du", "da", "el", "al", "st", "dr", "mr", "ms", "in", "it", "is", "as", "be", "or", "ty",
      "on",
    ].map { Array($0.utf8) })

  /// Whether a word is a part of the name with another ending: `Tomaszu` for `Tomasz`.
  ///
  /// Endings replace at most the last two letters (`Marek`, `Marku`), of names of three letters a last
  /// `a` (`Ewa`, `Ewo`), add at most three and take away at most one.
  func isInflected(_ word: ArraySlice<UInt8>) -> Bool {
    parts.contains { part in
      guard word.first == part.first else { return false }
      guard part.count > 2 else { return word.elementsEqual(part) }
      guard part.count > 3 else {
        let kept = part.last == UInt8(ascii: "a") ? 2 : 3
        return word.count >= 3 && word.count <= 5
          && word.prefix(kept).elementsEqual(part.prefix(kept))
          && word.dropFirst(kept).allSatisfy { "aeiouym".utf8.contains($0) }
      }
      let kept = max(3, part.count - 2)
      return word.count >= part.count - 1 && word.count <= part.count + 3
        && word.prefix(kept).elementsEqual(part.prefix(kept))
    }
  }

  /// Whether a word is a part of the name as it is written.
  func has(_ word: ArraySlice<UInt8>) -> Bool { parts.contains { $0.elementsEqual(word) } }

  /// The words of a folded text that are the name, within a range.
  func places(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { bytes in
      let range = range.clamped(to: 0..<bytes.count)
      var at = range.lowerBound
      while at < range.upperBound {
        let start = at
        while at < range.upperBound, Self.isWordByte(bytes[at]) { at += 1 }
        if start < at, parts.contains(where: { $0.first == bytes[start] }) {
          words.append(start..<at)
        }
        if start == at { at += 1 }
      }
    }
    return words.filter { isInflected(bytes[$0]) && !Self.isInAddress(bytes, $0) }
  }

  /// Whether a word is part of a domain or an e-mail address, such as `nowak-legal.eu`, rather than of
  /// a name: `Kerry-Ann`.
  static func isInAddress(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    let isPart: (UInt8) -> Bool = {
      isWordByte($0) || (0x30...0x39).contains($0) || "-.@_/".utf8.contains($0)
    }
    let near =
      max(
        0, word.lowerBound - longestAddress)..<min(
        bytes.count, word.upperBound + longestAddress)
    var (start, end) = (word.lowerBound, word.upperBound)
    while start > near.lowerBound, isPart(bytes[start - 1]) { start -= 1 }
    while end < near.upperBound, isPart(bytes[end]) { end += 1 }
    // "@Anna, it works again." speaks to her; so does a dash.
    while start < word.lowerBound, "-@".utf8.contains(bytes[start]) { start += 1 }
    while end > word.upperBound, !isWordByte(bytes[end - 1]) { end -= 1 }
    return bytes[start..<end].contains { ".@_/".utf8.contains($0) }
  }

  /// How far around a name an address is looked for (unit: bytes).
  private static let longestAddress = 64

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
    let places = reply.calls(by: name, in: 0..<reply.folded.bytes.count)
    if !places.isEmpty { return .present(places.map { reply.original($0) }, "the name is there") }
    if let other = reply.stranger(to: name) {
      return .present([reply.original(other)], "somebody is called by a name that the ticket lacks")
    }
    return .absent("the name is not there")
  }
}
