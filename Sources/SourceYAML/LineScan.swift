import Diagnostics

/// Looks around in the lines of a text, for diagnostics.
///
/// It knows as little YAML as possible: it runs only on what libyaml refused or did not tell.
struct LineScan {
  let text: SourceText

  init(_ text: SourceText) {
    self.text = text
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isWhite(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A || byte == 0x0D }
  static func isFlowMark(_ byte: UInt8) -> Bool { ",[]{}".utf8.contains(byte) }

  /// The byte at an offset; nothing outside the text.
  func byte(_ offset: Int) -> UInt8? {
    text.bytes.indices.contains(offset) ? text.bytes[offset] : nil
  }

  /// The first offset in `range` whose byte is not blank, or its end.
  func skipBlanks(in range: Range<Int>) -> Int {
    text.bytes[range].firstIndex { !Self.isBlank($0) } ?? range.upperBound
  }

  /// The character that starts at an offset, as a place.
  func character(at offset: Int) -> SourceRange {
    var end = offset + 1
    while let next = byte(end), next & 0xC0 == 0x80 { end += 1 }
    let isInLine = text.line(at: offset).contains(offset)
    return SourceRange(text: text, utf8: offset..<(isInLine ? end : offset))
  }

  /// From an offset up to the next blank or the end of the line.
  func word(at offset: Int) -> SourceRange {
    let line = text.line(at: offset)
    guard line.contains(offset) else { return SourceRange(text: text, utf8: offset..<offset) }
    let rest = offset..<line.upperBound
    let end = text.bytes[rest].firstIndex { Self.isBlank($0) } ?? rest.upperBound
    return SourceRange(text: text, utf8: offset..<end)
  }

  /// The text from an offset to the end of its line, without a comment and blanks at the end; in
  /// brackets, up to the next `,` or bracket.
  func rest(from offset: Int, inBrackets: Bool) -> Range<Int> {
    let line = text.line(at: offset)
    guard line.contains(offset) else { return offset..<offset }
    var end = line.upperBound
    for index in offset + 1..<max(line.upperBound, offset + 1) {
      let byte = text.bytes[index]
      let isComment = byte == UInt8(ascii: "#") && Self.isBlank(text.bytes[index - 1])
      if isComment || (inBrackets && Self.isFlowMark(byte)) {
        end = index
        break
      }
    }
    while end > offset, Self.isBlank(text.bytes[end - 1]) { end -= 1 }
    return offset..<end
  }

  /// The last line with something on it before the line of `offset`.
  func lineAbove(_ offset: Int) -> Range<Int>? {
    var line = text.line(at: offset)
    while line.lowerBound > 0 {
      let above = text.line(at: line.lowerBound - 1)
      guard above.lowerBound < line.lowerBound else { return nil }
      line = above
      let start = skipBlanks(in: line)
      if start < line.upperBound, text.bytes[start] != UInt8(ascii: "#") { return line }
    }
    return nil
  }

  /// The first `: ` or `:` at the end of the line in `range`, outside of quotes.
  func firstColon(in range: Range<Int>) -> Int? {
    var quote: UInt8?
    for index in range {
      let byte = text.bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      let startsWord = index == range.lowerBound || Self.isBlank(text.bytes[index - 1])
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), startsWord {
        quote = byte
      } else if byte == UInt8(ascii: ":"), self.byte(index + 1).map(Self.isWhite) ?? true {
        return index
      }
    }
    return nil
  }

  /// Where a value starts that has an anchor or a tag before it, and the tag.
  func properties(from start: Int) -> (end: Int, tag: Range<Int>?) {
    var index = start
    var tag: Range<Int>?
    while let byte = byte(index) {
      let wordStart = index
      switch byte {
      case _ where Self.isWhite(byte):
        index += 1
      case UInt8(ascii: "#"):
        index = text.line(at: index).upperBound
      case UInt8(ascii: "&"):
        index += 1
        while let next = self.byte(index), !Self.isWhite(next), !Self.isFlowMark(next) {
          index += 1
        }
      case UInt8(ascii: "!"):
        while let next = self.byte(index), !Self.isWhite(next) { index += 1 }
        tag = wordStart..<index
      default:
        return (index, tag)
      }
    }
    return (index, tag)
  }

  /// The whole text that starts with something that looks like an alias, if more follows it.
  func textAfterAlias(_ alias: Range<Int>, inBrackets: Bool) -> String? {
    let line = text.line(at: alias.lowerBound)
    guard alias.upperBound <= line.upperBound else { return nil }
    let next = skipBlanks(in: alias.upperBound..<line.upperBound)
    guard next < line.upperBound, !":#,]}".utf8.contains(text.bytes[next]) else { return nil }
    return text.string(rest(from: alias.lowerBound, inBrackets: inBrackets))
  }

  /// Advice to put a text in quotes that it does not contain.
  static func quoteAdvice(_ text: String) -> String {
    guard !text.isEmpty, shortened(text) == text else { return "put the whole text in quotes" }
    let quoted =
      if !text.contains("\""), !text.contains("\\") {
        "\"\(text)\""
      } else {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
          + "'"
      }
    return "put the text in quotes: \(quoted)"
  }
}
