/// A line of a message. Offsets are those of folded bytes; messages are shorter than 2³¹ bytes.
struct MailLine {
  /// Where it begins.
  private let begin: Int32
  /// Where its text begins and ends, without white space around.
  private let first: Int32
  private let last: Int32
  /// Why it is cut; nil where the author wrote it.
  var reason: AuthoredText.Reason?
  /// What the markup of an HTML message says about it.
  var marked: AuthoredText.Reason?

  init(start: Int, content: Range<Int>) {
    begin = Int32(truncatingIfNeeded: start)
    first = Int32(truncatingIfNeeded: content.lowerBound)
    last = Int32(truncatingIfNeeded: content.upperBound)
  }

  /// Where it begins.
  var start: Int { Int(begin) }
  /// Its text without white space around.
  var content: Range<Int> { Int(first)..<Int(last) }
  var isBlank: Bool { first == last }
  var isIndented: Bool { first > begin }

  /// The lines of a folded text, one behind each line break; none is left for a break at the end.
  ///
  /// - Complexity: O(length).
  static func split(_ bytes: LineBytes) -> [MailLine] {
    var lines: [MailLine] = []
    lines.reserveCapacity(16)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      var first = start
      while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
      var last = end
      while last > first, bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
      lines.append(MailLine(start: start, content: first..<last))
      start = end + 1
    }
    return lines
  }
}
