/// The lines of a message, and why each of them does not count as written by its author.
struct MailLines {
  private let text: FoldedText
  /// The folded bytes of each line with its line break.
  private let whole: [Range<Int>]
  /// The folded bytes of each line without white space around.
  private let content: [Range<Int>]

  init(_ text: FoldedText) {
    self.text = text
    var whole: [Range<Int>] = []
    var content: [Range<Int>] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        var first = start
        while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
        var last = end
        while last > first, bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
        let next = min(end + 1, bytes.count)
        whole.append(start..<next)
        content.append(first..<last)
        start = next
      }
    }
    self.whole = whole
    self.content = content
  }

  /// The lines as UTF-8 offsets of the message; the first and last reach to its ends.
  func original(_ lines: Range<Int>) -> Range<Int> {
    func offset(_ line: Int) -> Int {
      if line == 0 { return 0 }
      return line < whole.count
        ? Int(text.origins[whole[line].lowerBound]) : text.original.utf8.count
    }
    return offset(lines.lowerBound)..<offset(lines.upperBound)
  }

  /// For each line why it is cut; nil where the author wrote it, and for most blank lines.
  func reasons() -> [AuthoredText.Reason?] {
    var reasons = [AuthoredText.Reason?](repeating: nil, count: whole.count)
    var inSignature = false
    var line = 0
    while line < whole.count {
      if isQuoted(line) {
        reasons[line] = .quote
        inSignature = false
      } else if let (count, reason) = header(at: line) {
        for index in line..<line + count { reasons[index] = reason }
        inSignature = false
        line += count
        // Where the mail that the header speaks of is marked, the author may go on behind it.
        guard !isQuotation(from: line) else { continue }
        for index in line..<whole.count { reasons[index] = .forwarded }
        break
      } else if isDeviceNote(line) {
        reasons[line] = .deviceNote
      } else if inSignature || isDelimiter(line) {
        reasons[line] = .signature
        inSignature = true
      }
      line += 1
    }
    keepNotesAboveText(&reasons)
    return reasons
  }

  /// Takes back notes of a device that the author's text goes on behind: advice on a line of its
  /// own, such as "Stáhněte si Outlook pro Android".
  private func keepNotesAboveText(_ reasons: inout [AuthoredText.Reason?]) {
    var isAboveText = false
    for line in reasons.indices.reversed() where !content[line].isEmpty {
      if reasons[line] == .deviceNote, isAboveText { reasons[line] = nil }
      isAboveText = reasons[line] == nil
    }
  }

  /// Lets blank lines that stand alone between cuts go with the cut before, or else behind.
  func giveBlankLines(to reasons: inout [AuthoredText.Reason?]) {
    var line = 0
    while line < reasons.count {
      guard reasons[line] == nil else {
        line += 1
        continue
      }
      var next = line
      var isBlank = true
      while next < reasons.count, reasons[next] == nil {
        isBlank = isBlank && content[next].isEmpty
        next += 1
      }
      if isBlank {
        let reason = line > 0 ? reasons[line - 1] : next < reasons.count ? reasons[next] : nil
        for index in line..<next { reasons[index] = reason }
      }
      line = next
    }
  }

  private func bytes(_ line: Int) -> ArraySlice<UInt8> { text.bytes[content[line]] }

  private func isQuoted(_ line: Int) -> Bool {
    text.bytes[content[line]].first == UInt8(ascii: ">")
  }

  /// Whether the next line that is not blank is a quoted one.
  private func isQuotation(from line: Int) -> Bool {
    var line = line
    while line < whole.count, content[line].isEmpty { line += 1 }
    return line < whole.count && isQuoted(line)
  }

  /// How many lines the header of another mail takes; nil when none begins here.
  private func header(at line: Int) -> (count: Int, AuthoredText.Reason)? {
    if let count = attribution(at: line) { return (count, .attribution) }
    if let count = forwardHeader(at: line) { return (count, .forwarded) }
    return nil
  }

  /// How many lines a header such as "On … wrote:" takes; nil when none begins here.
  private func attribution(at line: Int) -> Int? {
    guard let last = bytes(line).last else { return nil }
    let opens = MailMarks.rows(for: bytes(line)).contains { $0.kind == .attribution }
    let isAddressed = bytes(line).contains(UInt8(ascii: "@"))
    guard opens || (isAddressed && last == UInt8(ascii: ":")) else { return nil }
    var joined: [UInt8] = []
    for count in 1...MailMarks.mostAttributionLines {
      let index = line + count - 1
      guard index < whole.count, !content[index].isEmpty, !isQuoted(index) else { return nil }
      if count > 1 { joined.append(UInt8(ascii: " ")) }
      joined += bytes(index)
      guard joined.count <= MailMarks.longestAttribution else { return nil }
      guard joined.last == UInt8(ascii: ":") else { continue }
      guard let strength = MailMarks.attribution(joined) else { return nil }
      return strength == .addressed || isQuotation(from: line + count) ? count : nil
    }
    return nil
  }

  /// How many lines the header of an earlier or forwarded mail takes; nil when none begins here.
  private func forwardHeader(at line: Int) -> Int? {
    guard !content[line].isEmpty else { return nil }
    let isTitle = MailMarks.isForwardTitle(bytes(line))
    var next = line
    // Outlook draws a line above its header.
    if isTitle || MailMarks.isRule(bytes(line)) {
      next += 1
      while next < whole.count, content[next].isEmpty { next += 1 }
    }
    var headers = MailHeaders()
    let limit = min(whole.count, next + MailHeaders.mostLines)
    while next < limit {
      if content[next].isEmpty {
        // Converted mails have blank lines between the headers.
        guard next + 1 < limit, MailHeaders.header(bytes(next + 1)) != nil else { break }
      } else if let header = MailHeaders.header(bytes(next)) {
        headers.add(header)
      } else {
        break
      }
      next += 1
    }
    return isTitle || headers.isMail ? next - line : nil
  }

  private func isDeviceNote(_ line: Int) -> Bool {
    content[line].count <= MailMarks.longestDeviceNote && MailMarks.isDeviceNote(bytes(line))
  }

  /// Whether the line is `-- `; without the space only where little follows.
  private func isDelimiter(_ line: Int) -> Bool {
    guard bytes(line).elementsEqual("--".utf8), whole[line].lowerBound == content[line].lowerBound
    else { return false }
    let hasSpace =
      content[line].upperBound < whole[line].upperBound
      && text.bytes[content[line].upperBound] == UInt8(ascii: " ")
    if hasSpace { return true }
    var below = 0
    for next in line + 1..<max(line + 1, whole.count) {
      if isQuoted(next) || MailMarks.isForwardTitle(bytes(next)) { break }
      if !content[next].isEmpty { below += 1 }
      guard below <= MailMarks.mostSignatureLines else { return false }
    }
    return true
  }
}
