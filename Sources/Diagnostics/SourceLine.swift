/// The characters of one line, each with the bytes it comes from.
///
/// Bytes that are not UTF-8 become U+FFFD, one for each maximal bad sequence, as editors show them.
struct SourceLine {
  struct Element {
    let character: Character
    /// Where the character stands (unit: bytes from the start of the text).
    let utf8: Range<Int>
  }

  let characters: [Element]

  /// - Parameters:
  ///   - bytes: The whole text.
  ///   - content: The line in it, without its line break.
  /// - Complexity: O(`content.count`).
  init(of bytes: [UInt8], in content: Range<Int>) {
    var scalars = String.UnicodeScalarView()
    var ends: [Int] = []
    ends.reserveCapacity(content.count)
    var rest = bytes[content]
    while let first = rest.first {
      let scalar: Unicode.Scalar
      let length: Int
      if first < 0x80 {
        scalar = Unicode.Scalar(first)
        length = 1
      } else {
        (scalar, length) = Self.decodeFirst(of: rest)
      }
      scalars.append(scalar)
      rest.removeFirst(length)
      ends.append(rest.startIndex)
    }

    var characters: [Element] = []
    characters.reserveCapacity(ends.count)
    var start = content.lowerBound
    var scalarsSoFar = 0
    for character in String(scalars) {
      scalarsSoFar += character.unicodeScalars.count
      let end = ends[scalarsSoFar - 1]
      characters.append(Element(character: character, utf8: start..<end))
      start = end
    }
    self.characters = characters
  }

  /// The first scalar of bytes that start outside ASCII, and how many bytes it takes (≥ 1).
  private static func decodeFirst(of rest: ArraySlice<UInt8>) -> (Unicode.Scalar, Int) {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = rest.prefix(4).makeIterator()
    switch parser.parseScalar(from: &bytes) {
    case .valid(let encoded): return (Unicode.UTF8.decode(encoded), encoded.count)
    case .error(let length): return ("\u{FFFD}", max(length, 1))
    case .emptyInput: return ("\u{FFFD}", 1)
    }
  }
}
