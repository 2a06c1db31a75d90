extension MailLines {
  /// How many lines from the end of a part hold its signature.
  static let mostLines = 24

  /// Finds who signs, and cuts contact lines below the name and boilerplate.
  mutating func judgeSignatures() {
    var last = lines.count
    while last > 0, !isText(last - 1) { last -= 1 }
    var line = 0
    while line < lines.count {
      let start = line
      if lines[line].reason == .signature {
        while line < lines.count, lines[line].reason == .signature { line += 1 }
        readDelimited(start..<line)
      } else if isOpen(line) {
        while line < lines.count, isOpen(line) { line += 1 }
        readSigned(start..<line, isLast: line >= last)
      } else {
        line += 1
      }
    }
  }

  /// Whether the line has words that count as the author's.
  func isText(_ line: Int) -> Bool { lines[line].reason == nil && !lines[line].isBlank }

  /// Whether the line belongs to a part that the author wrote; notes of a device may be advice.
  private func isOpen(_ line: Int) -> Bool {
    lines[line].reason == nil || lines[line].reason == .deviceNote
  }

  var names: PersonalName { PersonalName(text: text, folded: folded, source: source) }

  /// Reads the name below the line `-- `.
  private mutating func readDelimited(_ range: Range<Int>) {
    let isDelimiter = bytes(range.lowerBound).elementsEqual("--".utf8)
    let below = isDelimiter ? range.lowerBound + 1..<range.upperBound : range
    guard !below.isEmpty else { return }
    let place = whole(below)
    if let above = signature {
      // Below a name and nothing else it is a part of the same signature.
      let between = folded[above.upperBound..<max(above.upperBound, whole(range).lowerBound)]
      let isNear = between.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      guard isNear || signer == nil else { return }
      signature = (isNear ? above.lowerBound : place.lowerBound)..<place.upperBound
    } else {
      signature = place
    }
    guard signer == nil else { return }
    for line in below.prefix(8) where !lines[line].isBlank {
      let content = lines[line].content
      if let name = names.find(in: content, isExpected: false) ?? nameBehindFormula(line) {
        signer = name
        return
      }
    }
  }

  /// Reads the end of a part that the author wrote.
  private mutating func readSigned(_ part: Range<Int>, isLast: Bool) {
    let floor = cutBoilerplate(at: part)
    guard let last = lastText(above: floor, in: part) else { return }
    let signOff =
      formula(in: part.lowerBound..<last + 1)
      ?? (isLast ? name(in: part.lowerBound..<last + 1) : nil) ?? inlineName(last)
    guard let signOff else { return }
    let end = cutContacts(below: signOff, to: last)
    if signOff.signer != nil || (end > signOff.line && signer == nil) {
      signature = signOff.start..<lines[end].content.upperBound
    }
    if let name = signOff.signer { signer = name }
  }

  private func lastText(above floor: Int, in part: Range<Int>) -> Int? {
    var line = floor - 1
    while line >= part.lowerBound {
      if isText(line) { return line }
      line -= 1
    }
    return nil
  }

  /// Cuts what stands below a name, down to the last line of contact.
  ///
  /// - Returns: The last line of the signature.
  private mutating func cutContacts(below signOff: SignOff, to last: Int) -> Int {
    var contact = signOff.line
    var end = signOff.line
    var line = signOff.line + 1
    lines: while line <= last {
      defer { line += 1 }
      guard isText(line), !MailMarks.isRule(bytes(line)) else { continue }
      switch ContactLines.kind(bytes(line)) {
      case .contact:
        contact = line
        end = line
      case .short: if !lines[line - 1].isBlank { end = line }
      case .other: break lines
      }
    }
    if contact > signOff.line { cut(signOff.line + 1..<contact + 1, .contact) }
    return max(contact, min(end, last))
  }

  /// Cuts boilerplate at the end of a part.
  ///
  /// - Returns: The line from which on nothing of the part is the author's.
  private mutating func cutBoilerplate(at part: Range<Int>) -> Int {
    var floor = part.upperBound
    var seen = 0
    for line in part.reversed() where isText(line) {
      seen += 1
      guard seen <= Self.mostLines else { break }
      let bytes = bytes(line)
      let isCut: Bool
      switch Boilerplate.opening(bytes) {
      case .certain: isCut = isLegal(line + 1..<floor, from: line)
      case .likely: isCut = isLegal(line..<floor, from: line)
      case nil:
        isCut = isBottom(line, floor) && Boilerplate.isImprint(bytes) && !isAsked(line, part)
      }
      guard isCut else { continue }
      floor = line
      // The line drawn above belongs to it.
      var above = line - 1
      while above >= part.lowerBound, lines[above].isBlank { above -= 1 }
      if above >= part.lowerBound, MailMarks.isRule(self.bytes(above)) { floor = above }
      cut(floor..<part.upperBound, .boilerplate)
    }
    return floor
  }

  /// Whether nothing but blank lines stands between a line and the cut below.
  private func isBottom(_ line: Int, _ floor: Int) -> Bool {
    var next = line + 1
    while next < floor, !isText(next) { next += 1 }
    return next >= floor
  }

  /// Whether the text above announces the line.
  private func isAsked(_ line: Int, _ part: Range<Int>) -> Bool {
    var above = line - 1
    while above >= part.lowerBound, lines[above].isBlank { above -= 1 }
    return above >= part.lowerBound && bytes(above).last == UInt8(ascii: ":")
  }

  /// Whether each paragraph of some lines may be legal text; what follows `opening` up to the end
  /// of its paragraph counts with it.
  private func isLegal(_ range: Range<Int>, from opening: Int) -> Bool {
    var line = range.lowerBound
    // The rest of the paragraph of a sure opening goes with it.
    if line > opening { while line < range.upperBound, isText(line) { line += 1 } }
    while line < range.upperBound {
      guard isText(line) else {
        line += 1
        continue
      }
      let start = line
      while line < range.upperBound, isText(line) { line += 1 }
      let paragraph = lines[start].content.lowerBound..<lines[line - 1].content.upperBound
      let bytes = LineBytes(rebasing: folded[paragraph])
      guard
        start == opening
          ? Boilerplate.isLegal(bytes)
          : Boilerplate.mayBeLegal(bytes) || MailMarks.isRule(bytes)
            || ContactLines.kind(bytes) == .contact
      else { return false }
    }
    return true
  }
}
