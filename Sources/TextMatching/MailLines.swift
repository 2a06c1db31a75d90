/// The lines of a message, and why each of them does not count as written by its author.
///
/// Lives as long as the bytes that it is given.
struct MailLines {
  let text: FoldedText
  /// The bytes of `text`, and those of the message.
  let folded: LineBytes
  let source: LineBytes
  private(set) var lines: [MailLine]
  /// Whether a line does not count as the author's.
  private(set) var hasCuts = false
  /// Where the author signs off (folded bytes).
  var signature: Range<Int>?
  /// The author's name there (folded bytes).
  var signer: Range<Int>?
  /// Above this line no header of another mail begins, but behind a title or a rule.
  var firstHeaderLine = 0

  /// Judges every line.
  ///
  /// - Parameters:
  ///   - text: The message.
  ///   - folded: Its folded bytes.
  ///   - source: Its own bytes.
  ///   - marks: What the markup of an HTML message says, from each offset of folded bytes on.
  /// - Complexity: O(length).
  init(
    _ text: FoldedText, _ folded: LineBytes, _ source: LineBytes, marks: [MarkupText.Mark] = []
  ) {
    self.text = text
    self.folded = folded
    self.source = source
    lines = MailLine.split(folded)
    mark(by: marks)
    judgeQuotes()
    judgeSignatures()
    guard hasCuts else { return }
    keepNotesAboveText()
    giveBlankLines()
  }

  private mutating func mark(by marks: [MarkupText.Mark]) {
    var next = 0
    var reason: AuthoredText.Reason?
    for line in lines.indices where !marks.isEmpty {
      while next < marks.count, marks[next].offset <= lines[line].content.lowerBound {
        reason = marks[next].reason
        next += 1
      }
      lines[line].marked = reason
    }
  }

  /// The bytes of a line without white space around.
  func bytes(_ line: Int) -> LineBytes { LineBytes(rebasing: folded[lines[line].content]) }

  /// The folded bytes of lines with their line breaks.
  func whole(_ range: Range<Int>) -> Range<Int> {
    func offset(_ line: Int) -> Int { line < lines.count ? lines[line].start : folded.count }
    return offset(range.lowerBound)..<offset(range.upperBound)
  }

  /// The lines as UTF-8 offsets of the message; the first and last reach to its ends.
  func original(_ range: Range<Int>) -> Range<Int> {
    func offset(_ line: Int) -> Int {
      if line == 0 { return 0 }
      return line < lines.count ? Int(text.origins[lines[line].start]) : text.original.utf8.count
    }
    return offset(range.lowerBound)..<offset(range.upperBound)
  }

  /// Cuts lines that count as the author's so far.
  mutating func cut(_ range: Range<Int>, _ reason: AuthoredText.Reason) {
    for line in range where lines[line].reason == nil { judge(line, reason) }
  }

  /// Says why a line does not count as the author's.
  mutating func judge(_ line: Int, _ reason: AuthoredText.Reason) {
    lines[line].reason = reason
    hasCuts = true
  }

  /// Takes back notes of a device that the author's text goes on behind: advice on a line of its
  /// own, such as "Stáhněte si Outlook pro Android".
  private mutating func keepNotesAboveText() {
    var isAboveText = false
    for line in lines.indices.reversed() where !lines[line].isBlank {
      if lines[line].reason == .deviceNote, isAboveText { lines[line].reason = nil }
      isAboveText = lines[line].reason == nil
    }
  }

  /// Lets blank lines that stand alone between cuts go with the cut before, or else behind.
  private mutating func giveBlankLines() {
    var line = 0
    while line < lines.count {
      guard lines[line].reason == nil else {
        line += 1
        continue
      }
      var next = line
      var isBlank = true
      while next < lines.count, lines[next].reason == nil {
        isBlank = isBlank && lines[next].isBlank
        next += 1
      }
      if isBlank {
        let reason =
          line > 0 ? lines[line - 1].reason : next < lines.count ? lines[next].reason : nil
        for index in line..<next { lines[index].reason = reason }
      }
      line = next
    }
  }
}
