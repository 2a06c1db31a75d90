import Diagnostics

// Keys, list items and lines that stand where they cannot.
extension SyntaxAdvice {
  var tabInIndentation: Diagnostic? {
    // What is never closed may end on any line.
    if problem.problem.contains("end of stream") || problem.inBrackets { return nil }
    let line = scan.text.line(at: offset)
    let indentation = line.lowerBound..<scan.skipBlanks(in: line)
    guard let tab = scan.text.bytes[indentation].firstIndex(of: 0x09) else { return nil }
    return error(
      "yaml.tab", "a tab cannot indent a line", at: scan.character(at: tab),
      fixIt: "use spaces")
  }

  /// `: ` inside a text, or a key that is not in line with the keys above.
  var misplacedColon: Diagnostic {
    let line = scan.text.line(at: offset)
    let start = scan.skipBlanks(in: line)
    if let colon = scan.firstColon(in: before) {
      let value = scan.skipBlanks(in: colon + 1..<line.upperBound)
      return error(
        "yaml.unquoted", "text without quotes cannot contain ': '",
        at: scan.character(at: offset), fixIt: quoteAdvice(from: value))
    }
    let key = SourceRange(text: scan.text, utf8: min(start, offset)..<offset)
    guard let above = scan.lineAbove(offset) else {
      return error(
        "yaml.syntax", "a ':' with a space after it is not allowed here",
        at: scan.character(at: offset), fixIt: quoteAdvice(from: start))
    }
    let startAbove = scan.skipBlanks(in: above)
    let aboveText = SourceRange(
      text: scan.text, utf8: scan.rest(from: startAbove, inBrackets: false))
    if start - line.lowerBound > startAbove - above.lowerBound {
      return error(
        "yaml.indentation",
        "'\(shortened(key.string))' is indented as a part of the value above it", at: key,
        notes: [Diagnostic.Note("the value above is here", at: aboveText)],
        fixIt:
          "start it in the same column as the key above; if it is text, put all of the text in quotes"
      )
    }
    if let missing = missingSpace(from: startAbove) { return missing }
    return error(
      "yaml.syntax",
      "the line above '\(shortened(key.string))' is neither 'key: value' nor a list item",
      at: aboveText, fixIt: "write 'key: value', or indent it if it continues the value above it")
  }

  /// A line that looks like neither a key nor anything else.
  var missingColon: Diagnostic {
    let start = problem.contextOffset
    if let missing = missingSpace(from: start) { return missing }
    let rest = scan.rest(from: start, inBrackets: problem.inBrackets)
    return error(
      "yaml.syntax",
      "'\(shortened(scan.text.string(rest)))' is neither 'key: value' nor a part of the value above it",
      at: SourceRange(text: scan.text, utf8: rest),
      fixIt: "write ':' and a space after a key; indent a line that continues the value above it")
  }

  /// `key:value` or `-item`, from where the key or the dash stands.
  func missingSpace(from start: Int) -> Diagnostic? {
    let rest = scan.rest(from: start, inBrackets: problem.inBrackets)
    if scan.byte(start) == UInt8(ascii: "-") {
      let item = scan.text.string(min(start + 1, rest.upperBound)..<rest.upperBound)
      return error(
        "yaml.missing-space", "a space is missing after '-'", at: scan.character(at: start),
        fixIt: "write '- \(shortened(item))'")
    }
    guard let colon = scan.text.bytes[rest].firstIndex(of: UInt8(ascii: ":")), colon > start,
      let next = scan.byte(colon + 1), !LineScan.isWhite(next)
    else { return nil }
    // A web address or a time of day is no key.
    let isDigit = scan.byte(colon - 1).map { 0x30...0x39 ~= $0 } ?? false
    if next == UInt8(ascii: "/") || isDigit { return nil }
    let isNoBreakSpace = next == 0xC2 && scan.byte(colon + 2) == 0xA0
    let key = scan.text.string(start..<colon)
    let valueStart = min(colon + (isNoBreakSpace ? 3 : 1), rest.upperBound)
    let value = scan.text.string(valueStart..<rest.upperBound)
    return error(
      "yaml.missing-space",
      isNoBreakSpace
        ? "a no-break space (U+00A0) stands after ':', where an ordinary space is needed"
        : "a space is missing after ':'",
      at: scan.character(at: colon), fixIt: "write '\(shortened(key)): \(shortened(value))'")
  }

  /// Something after a complete value, or a line in a column of its own.
  var unexpectedText: Diagnostic {
    let word = scan.word(at: offset)
    guard isFirstOnLine else { return textAfterValue }
    if word.string == ":" {
      return error(
        "yaml.empty-key", "a key is missing before ':'", at: word, fixIt: "write the key")
    }
    if let above = scan.lineAbove(offset), scan.text.string(above).hasPrefix("...") {
      return error(
        "yaml.several-documents", "text follows after the line '...', which ends the file's text",
        at: word, fixIt: "delete the line '...', or move what follows to a file of its own")
    }
    if problem.problem.hasSuffix("'-' indicator") {
      return error(
        "yaml.indentation",
        "'\(shortened(word.string))' stands where the next '- ' of a list is expected",
        at: word, notes: context("the list starts here"),
        fixIt: "start it with '- ', or indent it like the lines it belongs to")
    }
    if word.string == "-" {
      return error(
        "yaml.indentation", "a list item stands where a key is expected", at: word,
        notes: context("the keys around it start here"), fixIt: "indent the list under its key")
    }
    return error(
      "yaml.indentation", "'\(shortened(word.string))' is in line with nothing above it", at: word,
      notes: context("the keys around it start here"),
      fixIt: "start it in the same column as the keys it belongs to")
  }

  var misplacedDash: Diagnostic {
    if isFirstOnLine {
      return error(
        "yaml.indentation", "a list item cannot stand here", at: scan.character(at: offset),
        fixIt: "indent it under its key, and give that key no other value")
    }
    return error(
      "yaml.unquoted", "a list cannot start on the line of its key",
      at: scan.character(at: offset),
      fixIt: "start the list on the next line; or, if '-' is a dash, "
        + quoteAdvice(from: offset))
  }
}
