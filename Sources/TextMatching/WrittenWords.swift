/// A word of a folded text, with how its author wrote it.
package struct WrittenWord: Hashable, Sendable {
  /// Its folded bytes: letters and digits, without hyphens and apostrophes.
  package let range: Range<Int>
  /// The number of its letters.
  package let letters: Int
  /// How many of them are capitals; letters without case are none.
  package let capitals: Int
  /// Whether it begins with a capital.
  package let beginsWithCapital: Bool
  /// Whether digits belong to it.
  package let hasDigit: Bool

  /// Whether it is written as names are: a capital, then small letters.
  package var isWrittenAsName: Bool {
    beginsWithCapital && capitals == 1 && letters > 1 && !hasDigit
  }

  /// Whether all its letters are capitals; a single letter tells nothing.
  package var isInCapitals: Bool { letters > 1 && capitals == letters && !hasDigit }
}

extension FoldedText {
  /// Walks through the words of a range (folded bytes; clamped).
  ///
  /// - Complexity: O(bytes of the range).
  package func forEachWord(in range: Range<Int>, _ take: (WrittenWord) -> Void) {
    let range = range.clamped(to: 0..<bytes.count)
    var original = original
    bytes.withUnsafeBufferPointer { bytes in
      origins.withUnsafeBufferPointer { origins in
        original.withUTF8 { original in
          let characters = CaseReader(bytes: bytes, origins: origins, original: original)
          var position = range.lowerBound
          while position < range.upperBound {
            let word = characters.word(at: position, before: range.upperBound)
            position = word.next
            if let word = word.word { take(word) }
          }
        }
      }
    }
  }

  /// Whether any word is all in capitals; most words are passed over at their first letter.
  ///
  /// - Complexity: O(bytes).
  package var hasWordInCapitals: Bool {
    var original = original
    return bytes.withUnsafeBufferPointer { bytes in
      origins.withUnsafeBufferPointer { origins in
        original.withUTF8 { original in
          let characters = CaseReader(bytes: bytes, origins: origins, original: original)
          var position = 0
          while position < bytes.count {
            if let end = characters.endOfSmallWord(at: position) {
              position = end
              continue
            }
            let word = characters.word(at: position, before: bytes.count)
            if word.word?.isInCapitals == true { return true }
            position = word.next
          }
          return false
        }
      }
    }
  }

  /// How many bytes a word of prose takes with what parts it from the next, at least.
  private static let bytesOfWord = 5

  /// The words of a range (folded bytes; clamped).
  package func words(in range: Range<Int>) -> [WrittenWord] {
    var words: [WrittenWord] = []
    words.reserveCapacity(range.count / Self.bytesOfWord)
    forEachWord(in: range) { words.append($0) }
    return words
  }

  /// The number of words as people count them: what white space parts, if a letter or digit is in it.
  ///
  /// - Parameter range: Folded bytes; clamped.
  /// - Complexity: O(bytes of the range).
  package func countWords(in range: Range<Int>) -> Int {
    var count = 0
    forEachToken(in: range) { _ in
      count += 1
      return true
    }
    return count
  }

  /// Where a word begins that so many come before, counted in the same way; nil when there are fewer.
  package func offset(ofWord index: Int, in range: Range<Int>) -> Int? {
    var count = 0
    var found: Int?
    forEachToken(in: range) { offset in
      if count == index { found = offset }
      count += 1
      return found == nil
    }
    return found
  }

  /// Gives where each word begins, as long as it is answered by true.
  @inline(__always)
  private func forEachToken(in range: Range<Int>, _ take: (Int) -> Bool) {
    let range = range.clamped(to: 0..<bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var position = range.lowerBound
      while position < range.upperBound {
        let start = position
        var isCounted = false
        while position < range.upperBound {
          let byte = bytes[position]
          guard byte != UInt8(ascii: " "), byte != UInt8(ascii: "\n") else { break }
          isCounted = isCounted || WordCharacters.isASCIIWord(byte) || byte >= 0x80
          position += 1
        }
        if isCounted, !take(start) { return }
        position += 1
      }
    }
  }

  /// The number of characters behind a range of folded bytes (clamped): a letter with its marks is
  /// one, and so is a symbol; what is invisible is none.
  ///
  /// - Complexity: O(bytes of the range).
  package func countCharacters(in range: Range<Int>) -> Int {
    let range = range.clamped(to: 0..<bytes.count)
    var count = 0
    var last: Int32 = -1
    for origin in origins[range] where origin != last {
      count += 1
      last = origin
    }
    return count
  }

  /// Where a character begins that so many come before; nil when there are fewer.
  package func offset(ofCharacter index: Int, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<bytes.count)
    var count = 0
    var last: Int32 = -1
    for offset in range where origins[offset] != last {
      if count == index { return offset }
      count += 1
      last = origins[offset]
    }
    return nil
  }
}

extension CaseReader {
  /// Where a word of plain letters and digits ends that does not begin with a capital, with what parts
  /// it from the next; nil for any other.
  @inline(__always)
  fileprivate func endOfSmallWord(at start: Int) -> Int? {
    let first = bytes[start]
    guard WordCharacters.isASCIIWord(first) else { return nil }
    let origin = Int(origins[start])
    guard origin < original.count, original[origin] == first else { return nil }
    var position = start + 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 0x80 { return nil }
      position += 1
      if !WordCharacters.isASCIIWord(byte) { break }
    }
    return position
  }

  /// The word that begins at an offset, if one does, and where to go on.
  @inline(__always)
  fileprivate func word(at start: Int, before limit: Int) -> (word: WrittenWord?, next: Int) {
    var position = start
    var letters = 0
    var capitals = 0
    var beginsWithCapital = false
    while position < limit {
      let byte = bytes[position]
      if WordCharacters.isASCIILetter(byte) {
        letters += 1
        let origin = Int(origins[position])
        // Most small letters are what was written.
        if origin >= original.count || original[origin] != byte, isUpperCase(at: position) {
          capitals += 1
          if position == start { beginsWithCapital = true }
        }
        position += 1
      } else if byte &- UInt8(ascii: "0") < 10 {
        position += 1
      } else if byte < 0x80 {
        break
      } else {
        let decoded = WordCharacters.decode(at: position, in: bytes)
        guard WordCharacters.contains(decoded.scalar) else {
          if position == start { return (nil, position + decoded.width) }
          break
        }
        letters += 1
        if isUpperCase(at: position) {
          capitals += 1
          if position == start { beginsWithCapital = true }
        }
        position += decoded.width
      }
    }
    guard position > start else { return (nil, start + 1) }
    let end = min(position, limit)
    // What is no letter is a digit; beyond ASCII letters take several bytes.
    let hasDigit = letters < end - start && bytes[start..<end].contains { $0 &- 0x30 < 10 }
    return (
      WrittenWord(
        range: start..<end, letters: letters, capitals: capitals,
        beginsWithCapital: beginsWithCapital, hasDigit: hasDigit), position
    )
  }

  /// Whether the original has a capital where the folded character at an offset came from.
  private func isUpperCase(at offset: Int) -> Bool {
    let origin = Int(origins[offset])
    guard origin < original.count else { return false }
    let byte = original[origin]
    if byte < 0x80 { return byte &- UInt8(ascii: "A") < 26 }
    return WordCharacters.decode(at: origin, in: original).scalar.isCapital
  }
}

extension Unicode.Scalar {
  /// Whether it is a capital, as Unicode has it; the letters of Central Europe without a search.
  package var isCapital: Bool {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: true
    case ..<0x100: false
    case 0x100...0x137, 0x14A...0x177: value.isMultiple(of: 2)
    case 0x139...0x148, 0x179...0x17E: !value.isMultiple(of: 2)
    case 0x178: true
    case 0x138, 0x149, 0x17F: false
    default: properties.isUppercase
    }
  }
}
