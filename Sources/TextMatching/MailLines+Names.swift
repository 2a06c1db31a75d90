extension MailLines {
  /// Where an author signs off.
  struct SignOff {
    /// Where it begins (folded bytes).
    let start: Int
    /// The last line that stays: the name's, or else the formula's.
    let line: Int
    /// The author's name (folded bytes).
    let signer: Range<Int>?
  }

  private static let behindFormula = ByteSet(" ,-!.:;")
  private static let dashes = ByteSet("-~^/")
  private static let endings = ByteSet(".!?)*\"")

  /// The last closing formula with the name behind or below it.
  func formula(in part: Range<Int>) -> SignOff? {
    var seen = 0
    for line in part.reversed() where isText(line) {
      seen += 1
      guard seen <= Self.mostLines else { return nil }
      let bytes = bytes(line)
      guard bytes.count <= SignatureWords.longestFormula,
        let (length, kind) = SignatureWords.formulas.word(of: bytes)
      else { continue }
      let start = lines[line].content.lowerBound
      if let name = nameBehindFormula(line) {
        return SignOff(start: start, line: line, signer: name)
      }
      let rest = bytes.from(length)
      let isBare = !rest.contains { $0.isFoldedLetter || $0.isDigit }
      guard isBare || (kind == .open && rest.count <= 40 && !ContactLines.isSentence(rest)) else {
        continue
      }
      if let (below, name) = nameBelow(line, in: part) {
        return SignOff(start: start, line: below, signer: name)
      }
      if kind == .open {
        return SignOff(start: start, line: line, signer: nil)
      }
    }
    return nil
  }

  /// The name on the line of a closing formula: "Pozdrawiam, Ola".
  func nameBehindFormula(_ line: Int) -> Range<Int>? {
    let content = lines[line].content
    return nameBehindFormula(content)
  }

  private func nameBehindFormula(_ range: Range<Int>) -> Range<Int>? {
    let bytes = LineBytes(rebasing: folded[range])
    guard bytes.count <= 2 * SignatureWords.longestFormula,
      let (length, _) = SignatureWords.formulas.word(of: bytes)
    else { return nil }
    var start = range.lowerBound + length
    let isParted = start < range.upperBound && folded[start] != UInt8(ascii: " ")
    while start < range.upperBound, Self.behindFormula.contains(folded[start]) { start += 1 }
    guard start < range.upperBound else { return nil }
    return names.find(in: start..<range.upperBound, isExpected: isParted, isAlone: false)
  }

  /// The first name of a person in the three lines below a formula; else the team's line.
  private func nameBelow(_ formula: Int, in part: Range<Int>) -> (line: Int, Range<Int>?)? {
    var team: Int?
    var seen = 0
    for line in formula + 1..<max(formula + 1, part.upperBound) where isText(line) {
      seen += 1
      guard seen <= 3 else { break }
      if let name = names.find(in: lines[line].content, isExpected: seen == 1) {
        return (line, name)
      }
      let isTeam = ContactLines.isTeam(bytes(line))
      guard isTeam || ContactLines.kind(bytes(line)) == .short else { break }
      if team == nil { team = line }
    }
    return team.map { ($0, nil) }
  }

  /// The name at the end of a part without a closing formula, perhaps with contact lines below.
  func name(in part: Range<Int>) -> SignOff? {
    var seen = 0
    var team: Int?
    var hasContact = false
    for line in part.reversed() where isText(line) {
      seen += 1
      guard seen <= 10 else { break }
      let content = lines[line].content
      guard content.count <= 160 else { break }
      if let name = names.find(in: content, isExpected: false) {
        guard isSetApart(line, in: part) else {
          // "Infrastructure" below "James Okafor".
          if let above = fullName(above: line, in: part) { return above }
          return nil
        }
        return SignOff(start: content.lowerBound, line: line, signer: name)
      }
      switch ContactLines.kind(bytes(line)) {
      case _ where ContactLines.isTeam(bytes(line)):
        if hasContact, isSetApart(line, in: part) { team = line }
      case .contact: hasContact = true
      case .short: break
      case .other: seen = 10
      }
    }
    return team.map {
      SignOff(start: lines[$0].content.lowerBound, line: $0, signer: nil)
    }
  }

  /// A name of several words on the line above, which stands behind the end of a text.
  private func fullName(above line: Int, in part: Range<Int>) -> SignOff? {
    guard line > part.lowerBound, isText(line - 1), isSetApart(line - 1, in: part),
      let name = names.find(in: lines[line - 1].content, isExpected: false),
      LineBytes(rebasing: folded[name]).words.count(upTo: 2) == 2
    else { return nil }
    let start = lines[line - 1].content.lowerBound
    return SignOff(start: start, line: line - 1, signer: name)
  }

  /// Whether a line stands behind the end of a text, not in a list or below "Proszę dzwonić:".
  private func isSetApart(_ line: Int, in part: Range<Int>) -> Bool {
    var above = line - 1
    while above >= part.lowerBound, lines[above].isBlank { above -= 1 }
    guard above >= 0, lines[above].reason == nil, above >= part.lowerBound || above < line - 1,
      let last = bytes(above).last
    else {
      // A name of its own below a quotation.
      return above >= 0 && above < line - 1
    }
    if last == UInt8(ascii: ":") { return false }
    return above < line - 1 || Self.endings.contains(last) || last >= 0x80
      || bytes(above).count >= 40
  }

  /// The name behind the last sentence of a line: "… písni mi sem. Petr", "… Pozdrawiam, Ola".
  func inlineName(_ line: Int) -> SignOff? {
    let content = lines[line].content
    // Behind a name no mark of a sentence stands, behind formula and name perhaps a period.
    let last = folded[content.upperBound - 1]
    let isEnded = last == UInt8(ascii: ".") || last == UInt8(ascii: "!")
    guard isEnded || !ByteSet.marks.contains(last) else { return nil }
    var start = content.upperBound
    let limit = max(content.lowerBound, content.upperBound - SignatureWords.longestFormula)
    while start > limit {
      // The name stands behind the mark of a sentence, or behind a symbol.
      if start < content.upperBound, folded[start] == UInt8(ascii: " "),
        Self.endings.contains(folded[start - 1]) || folded[start - 1] >= 0x80
      {
        let rest = start + 1..<content.upperBound
        if let name = nameBehindFormula(rest) {
          return SignOff(start: rest.lowerBound, line: line, signer: name)
        }
        if !isEnded, rest.count <= 40, let name = names.find(in: rest, isExpected: false),
          names.isSure(name) || Self.dashes.contains(folded[rest.lowerBound])
        {
          return SignOff(start: rest.lowerBound, line: line, signer: name)
        }
      }
      start -= 1
    }
    return nil
  }
}
