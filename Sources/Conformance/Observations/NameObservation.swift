import TextMatching

/// A customer's name, to be found in any inflection.
struct CustomerName: Sendable {
  /// The folded words of the name and its short forms.
  let parts: [[UInt8]]

  /// Folds a name: `Jana Nováková` is two parts; short forms of a given name are parts as well.
  init(_ name: String) {
    let written = FoldedText(name).bytes.split { !Self.isWordByte($0) }
      .map(Array.init).filter { $0.count >= 3 || ($0.count == 2 && !Self.smallWords.contains($0)) }
    parts = written + written.flatMap { ShortNames.of($0) }
  }

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

  /// Whether a word is part of a domain or an e-mail address, such as `nowak-legal.eu`.
  private static func isInAddress(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    let isJoint: (UInt8) -> Bool = { "-.@_/".utf8.contains($0) }
    let (before, after) = (word.lowerBound - 1, word.upperBound)
    if bytes.indices.contains(before), isJoint(bytes[before]) {
      // "@Anna, it works again" speaks to her; so does a dash.
      let isFree = before == 0 || !isWordByte(bytes[before - 1])
      if !isFree || !"-@".utf8.contains(bytes[before]) { return true }
    }
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
      .filter { reply.isCapitalised($0) || reply.isSpokenTo($0) }
    return places.isEmpty
      ? .absent("the name is not there")
      : .present(places.map { reply.original($0) }, "the name is there")
  }
}

extension ScannedReply {
  /// How many words stand before a name in a salutation: "dzien dobry pani", "hi there".
  private static let wordsOfSalutation = 4

  /// Whether a name in small letters is spoken to: in the salutation of somebody who writes all small,
  /// with a mark or a new line behind it.
  func isSpokenTo(_ name: Range<Int>) -> Bool {
    guard let first = sentences.first?.range, first.contains(name.lowerBound),
      !isCapitalised(first.lowerBound..<first.lowerBound + 1),
      words(from: first.lowerBound, to: name.lowerBound) < Self.wordsOfSalutation
    else { return false }
    let bytes = folded.bytes
    var next = name.upperBound
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return next == bytes.count || ",!.:;-\n".utf8.contains(bytes[next]) || bytes[next] >= 0x80
  }
}
