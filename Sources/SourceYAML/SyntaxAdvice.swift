import Diagnostics

/// Says in plain words what libyaml could not read, and what would be right.
struct SyntaxAdvice {
  private let problem: SyntaxProblem
  private let scan: LineScan
  private let offset: Int

  init(_ problem: SyntaxProblem, in text: SourceText) {
    self.problem = problem
    scan = LineScan(text)
    offset = min(max(problem.offset, 0), text.bytes.count)
  }

  /// The diagnostic for the problem.
  var diagnostic: Diagnostic {
    tabInIndentation ?? specific
      ?? error(
        "yaml.syntax", "this cannot be read as YAML: \(problem.problem)", at: scan.word(at: offset),
        notes: context("what it belongs to starts here"))
  }

  private var specific: Diagnostic? {
    switch problem.problem {
    case "mapping values are not allowed in this context": misplacedColon
    case "could not find expected ':'": missingColon
    case "found character that cannot start any token": badStart(at: offset)
    case "did not find expected alphabetic or numeric character",
      "did not find expected comment or line break",
      "found an indentation indicator equal to 0",
      "did not find expected whitespace or line break",
      "did not find expected tag URI",
      "did not find the expected '>'",
      "did not find expected '!'":
      badStart(at: problem.contextOffset)
    case "found undefined tag handle": badStart(at: problem.contextOffset)
    case "found unexpected end of stream", "found unexpected document indicator": unclosedQuote
    case "found unknown escape character": unknownEscape
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      badCodeEscape
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": unclosedBracket
    case "did not find expected node content": missingValue
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      unexpectedText
    case "block sequence entries are not allowed in this context": misplacedDash
    case "mapping keys are not allowed in this context": badStart(at: offset)
    case "found incompatible YAML document":
      error(
        "yaml.directive", "this version of YAML is not known", at: scan.word(at: offset),
        fixIt: "delete the line, or write '%YAML 1.2'")
    default: problem.context.contains("directive") ? badDirective : nil
    }
  }

  private func error(
    _ id: String, _ message: String, at place: SourceRange, notes: [Diagnostic.Note] = [],
    fixIt: String? = nil
  ) -> Diagnostic {
    Diagnostic(id, .error, message, at: place, notes: notes, fixIt: fixIt)
  }

  /// A note at what libyaml was in the middle of, if it was.
  private func context(_ message: String) -> [Diagnostic.Note] {
    guard !problem.context.isEmpty, problem.contextOffset != offset else { return [] }
    return [Diagnostic.Note(message, at: scan.character(at: problem.contextOffset))]
  }

  /// Advice to quote the text from an offset to the end of its line.
  private func quoteAdvice(from start: Int) -> String {
    let rest = scan.rest(from: start, inBrackets: problem.inBrackets)
    return LineScan.quoteAdvice(scan.text.string(rest))
  }

  /// The line of the problem up to the problem.
  private var before: Range<Int> {
    let line = scan.text.line(at: offset)
    return line.lowerBound..<min(max(offset, line.lowerBound), line.upperBound)
  }

  private var isFirstOnLine: Bool { scan.skipBlanks(in: before) == before.upperBound }
}

// MARK: - Indentation

extension SyntaxAdvice {
  private var tabInIndentation: Diagnostic? {
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
  private var misplacedColon: Diagnostic {
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
        "yaml.indentation", "'\(key.string)' is indented as a part of the value above it", at: key,
        notes: [Diagnostic.Note("the value above is here", at: aboveText)],
        fixIt:
          "start it in the same column as the key above; if it is text, put all of the text in quotes"
      )
    }
    return error(
      "yaml.syntax", "the line above '\(key.string)' is neither 'key: value' nor a list item",
      at: aboveText, fixIt: "write 'key: value', or indent it if it continues the value above it")
  }

  /// A line that looks like neither a key nor anything else.
  private var missingColon: Diagnostic {
    let start = problem.contextOffset
    let line = scan.text.line(at: start)
    let rest = scan.rest(from: start, inBrackets: problem.inBrackets)
    let text = scan.text.string(rest)
    if let colon = scan.text.bytes[rest].firstIndex(of: UInt8(ascii: ":")), colon > start,
      colon + 1 < line.upperBound
    {
      let key = scan.text.string(start..<colon)
      let isNoBreakSpace = scan.byte(colon + 1) == 0xC2 && scan.byte(colon + 2) == 0xA0
      let value = scan.text.string(colon + (isNoBreakSpace ? 3 : 1)..<rest.upperBound)
      return error(
        "yaml.missing-space",
        isNoBreakSpace
          ? "a no-break space (U+00A0) stands after ':', where an ordinary space is needed"
          : "a space is missing after ':'",
        at: scan.character(at: colon), fixIt: "write '\(key): \(value)'")
    }
    return error(
      "yaml.syntax", "'\(text)' is neither 'key: value' nor a part of the value above it",
      at: SourceRange(text: scan.text, utf8: rest),
      fixIt: "write ':' and a space after a key; indent a line that continues the value above it")
  }

  /// Something after a complete value, or a line in a column of its own.
  private var unexpectedText: Diagnostic {
    let word = scan.word(at: offset)
    guard isFirstOnLine else { return textAfterValue }
    let isDash = word.string == "-"
    if problem.problem.hasSuffix("'-' indicator") {
      return error(
        "yaml.indentation", "'\(word.string)' stands where the next '- ' of a list is expected",
        at: word, notes: context("the list starts here"),
        fixIt: "start it with '- ', or indent it like the lines it belongs to")
    }
    if isDash {
      return error(
        "yaml.indentation", "a list item stands where a key is expected", at: word,
        notes: context("the keys around it start here"), fixIt: "indent the list under its key")
    }
    return error(
      "yaml.indentation", "'\(word.string)' is in line with nothing above it", at: word,
      notes: context("the keys around it start here"),
      fixIt: "start it in the same column as the keys it belongs to")
  }

  private var misplacedDash: Diagnostic {
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

// MARK: - Quotes and brackets

extension SyntaxAdvice {
  /// A text that starts with a character that means something else.
  private func badStart(at start: Int) -> Diagnostic {
    let character = scan.character(at: start)
    if character.utf8.isEmpty {
      return error("yaml.syntax", "a value is missing here", at: character)
    }
    return error(
      "yaml.unquoted", "text that starts with '\(character.string)' must be in quotes",
      at: character, fixIt: quoteAdvice(from: start))
  }

  private var textAfterValue: Diagnostic {
    let line = scan.text.line(at: offset)
    let place = SourceRange(
      text: scan.text, utf8: scan.rest(from: offset, inBrackets: problem.inBrackets))
    let closing = scan.text.bytes[before].last { !LineScan.isBlank($0) } ?? 0
    let mark = String(UnicodeScalar(closing))
    switch closing {
    case UInt8(ascii: "'"):
      return error(
        "yaml.unquoted", "text goes on after the closing '", at: place,
        fixIt: "put all of the text in quotes; inside '…' an apostrophe is written ''")
    case UInt8(ascii: "\""):
      return error(
        "yaml.unquoted", "text goes on after the closing \"", at: place,
        fixIt: #"put all of the text in quotes; inside "…" a quotation mark is written \""#)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      let opening = closing == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
      if let start = scan.text.bytes[before].firstIndex(of: opening) {
        return error(
          "yaml.unquoted",
          "text goes on after the closing '\(mark)'", at: place,
          fixIt: LineScan.quoteAdvice(
            scan.text.string(scan.rest(from: start, inBrackets: false))))
      }
      return error(
        "yaml.syntax", "text goes on after the closing '\(mark)'", at: place,
        fixIt: "delete it, or start a new line")
    default:
      let start = scan.firstColon(in: before).map {
        scan.skipBlanks(in: $0 + 1..<line.upperBound)
      }
      return error(
        "yaml.unquoted", "'\(place.string)' cannot stand after the value before it", at: place,
        fixIt: quoteAdvice(from: start ?? scan.skipBlanks(in: line)))
    }
  }

  private var unclosedQuote: Diagnostic {
    let start = problem.contextOffset
    let quote = scan.character(at: start)
    return error(
      "yaml.unclosed", "the text that starts here is never closed by \(quote.string)", at: quote,
      fixIt: "write \(quote.string) at the end of the text")
  }

  private var unclosedBracket: Diagnostic {
    let opening = scan.character(at: problem.contextOffset)
    let closing = problem.problem.hasSuffix("']'") ? "]" : "}"
    let word = scan.word(at: offset)
    let isAtEnd = scan.text.bytes[offset...].allSatisfy { LineScan.isWhite($0) }
    if isAtEnd {
      return error(
        "yaml.unclosed", "'\(opening.string)' is never closed by '\(closing)'", at: opening,
        fixIt: "write '\(closing)' at the end, or put the text in quotes")
    }
    return error(
      "yaml.unclosed", "',' or '\(closing)' is missing before '\(word.string)'", at: word,
      notes: context("'\(opening.string)' is here"),
      fixIt: "write '\(closing)' or ','; text with brackets or ': ' in it must be in quotes")
  }

  private var missingValue: Diagnostic {
    let character = scan.character(at: offset)
    if !problem.inBrackets || problem.context.contains("block") { return badStart(at: offset) }
    return error(
      "yaml.syntax", "a value is missing before '\(character.string)'", at: character,
      notes: context("what it belongs to starts here"),
      fixIt: "write the value, or delete a comma")
  }
}

// MARK: - Escapes and directives

extension SyntaxAdvice {
  private var unknownEscape: Diagnostic {
    let character = scan.character(at: offset + 1)
    let escape = SourceRange(text: scan.text, utf8: offset..<character.utf8.upperBound)
    return error(
      "yaml.escape", "'\(escape.string)' means nothing inside \"…\"", at: escape,
      fixIt: "write '\\\(escape.string)', or use '…', where a backslash is only a backslash")
  }

  private var badCodeEscape: Diagnostic {
    // libyaml stands behind the backslash and the letter.
    let start = max(offset - 2, 0)
    let escape = scan.word(at: start)
    return error(
      "yaml.escape", "'\(escape.string.prefix(10))' is no character's code", at: escape,
      fixIt: #"write \x and 2, \u and 4 or \U and 8 hexadecimal digits, as in \u0105 for ą"#)
  }

  private var badDirective: Diagnostic {
    error(
      "yaml.directive", "a line that starts with '%' is an order to the YAML reader",
      at: scan.word(at: problem.contextOffset),
      fixIt: "if it is text, " + quoteAdvice(from: problem.contextOffset))
  }
}
