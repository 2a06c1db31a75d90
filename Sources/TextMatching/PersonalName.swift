/// Finds the name of a person who signs.
struct PersonalName {
  let text: FoldedText
  /// The bytes of `text`, and those of the message.
  let folded: LineBytes
  let source: LineBytes

  private static let before = ByteSet("-~*_/^'\"( ")
  private static let behind = ByteSet(",|/;)*_'\"")
  private static let behindExpected = ByteSet(",|/;)*_'\".!")

  private static let prefixes = WordSet("mc mac de di la le van")

  /// The longest part behind a name on its line (unit: folded bytes).
  private static let longestRest = 90

  /// The name that a part of a line begins with: "Jan Kowalski, Dział wsparcia", "— Ola",
  /// "Marek z BOK". Nil for the names of teams and companies, and for anything else.
  ///
  /// A single word in capitals may be anybody's name, also a company's: "Hostino" is taken for one.
  ///
  /// - Parameters:
  ///   - range: Folded bytes of one line.
  ///   - isExpected: Whether a closing formula stands before it, so that a common first name may have
  ///     a small letter.
  ///   - isAlone: Whether a closing mark speaks against it: "Hotovo." is a sentence.
  func find(in range: Range<Int>, isExpected: Bool, isAlone: Bool = true) -> Range<Int>? {
    let line = LineBytes(rebasing: folded[range])
    var start = 0
    while start < line.count, !line[start].isFoldedLetter {
      // "1. Ola" is an item of a list, "@ola" and "#ola" are no signatures.
      guard Self.before.contains(line[start]) else { return nil }
      start += 1
    }
    let isMarked = start > 0
    guard start < line.count,
      isExpected || isCapital(at: range.lowerBound + start) || isTitle(in: line.from(start))
    else { return nil }
    var words = line.from(start).words
    var name: Range<Int>?
    var names = 0
    while let relative = words.next() {
      let word = relative.lowerBound + start..<relative.upperBound + start
      let bare = trimmed(word, in: line)
      guard !bare.isEmpty else {
        // A mark such as "|" or ":)": the name has ended.
        return names > 0 ? accept(name, names, rest: word, line, range) : nil
      }
      let bytes = LineBytes(rebasing: line[bare])
      if SignatureWords.titles.contains(bytes), bare.upperBound < word.upperBound || names > 0 {
        continue
      }
      let isSmall = !isCapital(at: range.lowerBound + bare.lowerBound)
      // "mgr Teresa Głowa", "st. specjalista Jan Kos"
      if names == 0, isSmall, SignatureWords.isTitle(bytes) { continue }
      if names > 0, isSmall, SignatureWords.particles.contains(bytes), let next = peek(words),
        isCapital(at: range.lowerBound + start + next.lowerBound)
      {
        continue
      }
      if names > 0, isSmall, SignatureWords.belongings.contains(bytes) {
        return accept(name, names, rest: word, line, range)
      }
      guard
        isName(
          bare, in: line, at: range.lowerBound, isFirst: names == 0, isExpected: isExpected)
      else {
        // "Ola 22 123 45 67", "Ola (BOK)", "Ola 👋"
        let opens = line[word.lowerBound]
        guard names > 0, !opens.isFoldedLetter || isSymbol(at: range.lowerBound + word.lowerBound)
        else { return nil }
        return accept(name, names, rest: word, line, range)
      }
      names += 1
      name = (name?.lowerBound ?? bare.lowerBound)..<bare.upperBound
      if bare.upperBound < word.upperBound {
        let mark = line[bare.upperBound]
        if bytes.count == 1, mark == UInt8(ascii: ".") {
          // An initial.
          continue
        }
        let isLast = words.isAtEnd
        if mark == UInt8(ascii: "."), isLast {
          return isExpected || isMarked || !isAlone
            ? accept(name, names, rest: nil, line, range) : nil
        }
        guard (isExpected ? Self.behindExpected : Self.behind).contains(mark) else { return nil }
        let rest = isLast ? nil : word.upperBound..<line.count
        return accept(name, names, rest: rest, line, range)
      }
    }
    return accept(name, names, rest: nil, line, range)
  }

  /// Whether a line begins with a title or post in small letters: "mgr Teresa Głowa".
  private func isTitle(in line: LineBytes) -> Bool {
    var words = line.words
    return words.next().map {
      SignatureWords.isTitle(LineBytes(rebasing: line[trimmed($0, in: line)]))
    }
      ?? false
  }

  /// Whether a name begins with a common first name.
  func isSure(_ name: Range<Int>) -> Bool {
    let bytes = LineBytes(rebasing: folded[name])
    var words = bytes.words
    guard let first = words.next() else { return false }
    return FirstNames.contains(LineBytes(rebasing: bytes[first]))
  }

  /// Checks how many words the name has and what stands behind it.
  private func accept(
    _ name: Range<Int>?, _ names: Int, rest: Range<Int>?, _ line: LineBytes, _ range: Range<Int>
  ) -> Range<Int>? {
    guard let name, names <= 4 else { return nil }
    if let rest {
      let after = line.from(rest.lowerBound)
      guard after.count <= Self.longestRest, after.last != UInt8(ascii: "?"),
        after.last != UInt8(ascii: ":"), !ContactLines.isSentence(after)
      else { return nil }
    }
    let place = name.lowerBound + range.lowerBound..<name.upperBound + range.lowerBound
    let whole = LineBytes(rebasing: folded[place])
    // One letter, one acronym or "HostPol" is nobody's name.
    if names == 1, whole.count < 2 || isInCapitals(place) { return nil }
    return place
  }

  private func peek(_ words: LineWords) -> Range<Int>? {
    var words = words
    return words.next()
  }

  /// A word without the marks around it.
  private func trimmed(_ word: Range<Int>, in line: LineBytes) -> Range<Int> {
    var start = word.lowerBound
    var end = word.upperBound
    while start < end, !line[start].isFoldedLetter, !line[start].isDigit, line[start] != 0x40 {
      start += 1
    }
    while end > start, !line[end - 1].isFoldedLetter, !line[end - 1].isDigit { end -= 1 }
    return start..<end
  }

  /// Whether a word may be a part of a person's name.
  private func isName(
    _ word: Range<Int>, in line: LineBytes, at offset: Int, isFirst: Bool, isExpected: Bool
  ) -> Bool {
    let bytes = LineBytes(rebasing: line[word])
    guard bytes.count <= 40 else { return false }
    for byte in bytes where !byte.isFoldedLetter {
      guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") else { return false }
    }
    let start = offset + word.lowerBound
    guard !isSymbol(at: start) else { return false }
    guard !SignatureWords.isOfTeam(bytes),
      !isFirst || !SignatureWords.notNames.contains(bytes)
    else { return false }
    let isCapital = isCapital(at: start)
    guard isCapital || (isExpected && FirstNames.contains(bytes)) else { return false }
    return !isCompound(start..<offset + word.upperBound)
  }

  /// Whether a capital stands inside of a word, as in "HostPol" but not in "McDonald".
  private func isCompound(_ word: Range<Int>) -> Bool {
    var wasSmall = false
    for offset in word {
      guard folded[offset].isFoldedLetter else {
        wasSmall = false
        continue
      }
      // What one character became has one origin.
      if offset > word.lowerBound, text.origins[offset] == text.origins[offset - 1] { continue }
      let isCapital = isCapital(at: offset)
      if isCapital, wasSmall {
        let before = LineBytes(rebasing: folded[word.lowerBound..<offset])
        return !Self.prefixes.contains(before)
      }
      wasSmall = !isCapital
    }
    return false
  }

  /// Whether a word of at least two letters is written in capitals.
  private func isInCapitals(_ word: Range<Int>) -> Bool {
    for offset in word where folded[offset].isFoldedLetter {
      if !isCapital(at: offset) { return false }
    }
    return true
  }

  /// Whether the message has a capital where a folded character came from.
  private func isCapital(at offset: Int) -> Bool {
    let origin = Int(text.origins[offset])
    guard origin < source.count else { return false }
    let byte = source[origin]
    if byte &- UInt8(ascii: "A") < 26 { return true }
    if byte == UInt8(ascii: "&") {
      return MarkupEntities.decode(source, at: origin)?.scalar.properties.isUppercase ?? false
    }
    guard byte >= 0x80 else { return false }
    return WordCharacters.decode(at: origin, in: source).scalar.properties.isUppercase
  }

  /// Whether an emoji or another symbol stands here instead of a letter.
  private func isSymbol(at offset: Int) -> Bool {
    guard folded[offset] >= 0x80 else { return false }
    return !WordCharacters.isLetter(WordCharacters.decode(at: offset, in: folded).scalar)
  }
}
