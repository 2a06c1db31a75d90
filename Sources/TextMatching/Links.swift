extension FoldedText {
  /// Addresses of the web and of e-mail (folded bytes), in order.
  ///
  /// What begins with `http://`, `https://` or `www.`, and a word with `@` and a dot behind it; marks
  /// at the end of a sentence do not belong to them. Bare domains are names as often as addresses.
  ///
  /// - Complexity: O(length).
  package var links: [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      let start = position
      while position < bytes.count, !Self.isPart(bytes[position]) { position += 1 }
      let begin = position
      while position < bytes.count, Self.isPart(bytes[position]) { position += 1 }
      var end = position
      while end > begin, Self.isLast(bytes[end - 1]) { end -= 1 }
      if begin < end, Self.isLink(bytes[begin..<end]) { found.append(begin..<end) }
      if position == start { position += 1 }
    }
    return found
  }

  /// Whether a byte may stand in an address.
  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]"):
      false
    default: true
    }
  }

  /// Whether a byte at the end of an address belongs to the sentence.
  private static func isLast(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func isLink(_ word: ArraySlice<UInt8>) -> Bool {
    for start in ["https://", "http://", "www."] where word.starts(with: start.utf8) {
      return word.count > start.utf8.count
    }
    guard let at = word.firstIndex(of: UInt8(ascii: "@")), at > word.startIndex else {
      return false
    }
    return word[(at + 1)...].contains(UInt8(ascii: "."))
  }
}
