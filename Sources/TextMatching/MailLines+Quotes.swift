extension MailLines {
  /// Finds what the mail carries along: quoted and forwarded mails, notes of the device, and what
  /// stands below the line `-- `.
  mutating func judgeQuotes() {
    var inSignature = false
    var inBars = false
    var hasText = false
    var line = 0
    while line < lines.count {
      if lines[line].isBlank, !inSignature, lines[line].marked == nil {
        line += 1
        continue
      }
      if isQuoted(line) || (inBars && isBarred(line)) {
        judge(line, .quote)
        // "_______" stands above the quotations of some webmails.
        if line > 0, lines[line - 1].reason == nil, MailMarks.isRule(bytes(line - 1)) {
          judge(line - 1, .attribution)
        }
        inSignature = false
      } else if let (count, reason) = header(at: line) {
        for index in line..<line + count { judge(index, reason) }
        inSignature = false
        line += count
        inBars = isQuotation(from: line) && !isQuoted(nextText(from: line))
        // Where the mail that the header speaks of is marked, the author may go on behind it.
        guard !isQuotation(from: line) else { continue }
        for index in line..<max(line, lines.count) { judge(index, .forwarded) }
        break
      } else if let reason = lines[line].marked {
        judge(line, reason)
        inSignature = false
      } else if isDeviceNote(line) {
        judge(line, .deviceNote)
      } else if inSignature || isDelimiter(line) {
        judge(line, .signature)
        inSignature = true
      } else if MailMarks.isReplyMarker(bytes(line)) {
        judge(line, .boilerplate)
        if hasText {
          for index in line + 1..<max(line + 1, lines.count) { judge(index, .forwarded) }
          break
        }
      }
      if !lines[line].isBlank, !isBarred(line) { inBars = false }
      hasText = hasText || lines[line].reason == nil
      line += 1
    }
  }

  private func isQuoted(_ line: Int) -> Bool {
    guard line < lines.count else { return false }
    return lines[line].marked == .quote || bytes(line).first == UInt8(ascii: ">")
  }

  /// Whether the line is marked with `|`; those of tables end with it too.
  private func isBarred(_ line: Int) -> Bool {
    guard line < lines.count else { return false }
    let bytes = bytes(line)
    return bytes.first == UInt8(ascii: "|")
      && (bytes.count == 1 || bytes.last != UInt8(ascii: "|"))
  }

  /// The next line that is not blank.
  private func nextText(from line: Int) -> Int {
    var line = line
    while line < lines.count, lines[line].isBlank { line += 1 }
    return line
  }

  /// Whether the next line that is not blank is a quoted one.
  private func isQuotation(from line: Int) -> Bool {
    let next = nextText(from: line)
    return isQuoted(next) || isBarred(next)
  }

  /// How many lines the header of another mail takes; nil when none begins here.
  private mutating func header(at line: Int) -> (count: Int, AuthoredText.Reason)? {
    if let count = attribution(at: line) { return (count, .attribution) }
    if let count = forwardHeader(at: line) { return (count, .forwarded) }
    return nil
  }

  /// How many lines a header such as "On … wrote:" takes; nil when none begins here.
  private func attribution(at line: Int) -> Int? {
    let first = bytes(line)
    guard let last = first.last, first.count <= MailMarks.longestAttribution else { return nil }
    guard
      MailMarks.opensAttribution(first)
        || (last == UInt8(ascii: ":")
          && (first.contains(UInt8(ascii: "@")) || isQuotation(from: line + 1)))
    else { return nil }
    var length = 0
    for count in 1...MailMarks.mostAttributionLines {
      let index = line + count - 1
      guard index < lines.count, !lines[index].isBlank, !isQuoted(index) else { return nil }
      let content = lines[index].content
      length += content.count
      guard length <= MailMarks.longestAttribution else { return nil }
      guard folded[content.upperBound - 1] == UInt8(ascii: ":") else { continue }
      guard let strength = attributionStrength(line..<line + count) else { return nil }
      return strength == .certain || isQuotation(from: line + count) ? count : nil
    }
    return nil
  }

  private func attributionStrength(_ range: Range<Int>) -> MailMarks.Strength? {
    if range.count == 1 { return MailMarks.attribution(bytes(range.lowerBound)) }
    var joined: [UInt8] = []
    for line in range {
      if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
      joined.append(contentsOf: bytes(line))
    }
    return joined.withUnsafeBufferPointer { MailMarks.attribution($0) }
  }

  /// How many lines the header of an earlier or forwarded mail takes; nil when none begins here.
  private mutating func forwardHeader(at line: Int) -> Int? {
    let first = bytes(line)
    guard !first.isEmpty else { return nil }
    let isTitle = MailMarks.isForwardTitle(first)
    var next = line
    // Outlook draws a line above its header.
    if isTitle || MailMarks.isRule(first) {
      next = nextText(from: line + 1)
    } else if line < firstHeaderLine || MailHeaders.header(first) == nil {
      return nil
    }
    var headers = MailHeaders()
    let limit = min(lines.count, next + MailHeaders.mostLines)
    while next < limit {
      if lines[next].isBlank {
        // Converted mails have blank lines between the headers.
        guard next + 1 < limit, MailHeaders.header(bytes(next + 1)) != nil else { break }
      } else if let header = MailHeaders.header(bytes(next)) {
        headers.add(header)
      } else if headers.isEmpty || !continuesHeader(next) {
        break
      }
      next += 1
    }
    guard isTitle || headers.isMail else {
      firstHeaderLine = max(firstHeaderLine, next)
      return nil
    }
    return next - line
  }

  /// Whether a line goes on with the addresses of the header above.
  private func continuesHeader(_ line: Int) -> Bool {
    guard line > 0, let last = bytes(line - 1).last, bytes(line).contains(UInt8(ascii: "@"))
    else { return false }
    return lines[line].isIndented || last == UInt8(ascii: ";") || last == UInt8(ascii: ",")
  }

  private func isDeviceNote(_ line: Int) -> Bool {
    let bytes = bytes(line)
    return bytes.count <= MailMarks.longestDeviceNote && MailMarks.isDeviceNote(bytes)
  }

  /// Whether the line is `-- `; without the space only where little follows.
  private func isDelimiter(_ line: Int) -> Bool {
    let content = lines[line].content
    guard content.count == 2, folded[content.lowerBound] == UInt8(ascii: "-"),
      folded[content.lowerBound + 1] == UInt8(ascii: "-"), !lines[line].isIndented
    else { return false }
    if content.upperBound < folded.count, folded[content.upperBound] == UInt8(ascii: " ") {
      return true
    }
    var below = 0
    for next in line + 1..<max(line + 1, lines.count) {
      if isQuoted(next) || MailMarks.isForwardTitle(bytes(next)) { break }
      if !lines[next].isBlank { below += 1 }
      guard below <= MailMarks.mostSignatureLines else { return false }
    }
    return true
  }
}
