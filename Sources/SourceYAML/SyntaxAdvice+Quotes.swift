import Diagnostics

// Texts that need quotes, and quotes and brackets that need an end.
extension SyntaxAdvice {
  /// A text that starts with a character that means something else.
  func badStart(at start: Int) -> Diagnostic {
    let character = scan.character(at: start)
    if character.utf8.isEmpty {
      return error("yaml.syntax", "a value is missing here", at: character)
    }
    return error(
      "yaml.unquoted", "text that starts with '\(character.string)' must be in quotes",
      at: character, notes: anchorNote(start), fixIt: quoteAdvice(from: start))
  }

  /// For `*` or `&` with a name behind it that goes on outside ASCII: it may be meant as a name.
  func anchorNote(_ start: Int) -> [Diagnostic.Note] {
    guard let mark = scan.byte(start), "*&".utf8.contains(mark),
      scan.word(at: start).string.utf8.contains(where: { $0 >= 0x80 })
    else { return [] }
    let kind = mark == UInt8(ascii: "*") ? "an alias" : "an anchor"
    return [
      Diagnostic.Note("the name of \(kind) has only the letters a to z, digits, '-' and '_'")
    ]
  }

  var textAfterValue: Diagnostic {
    let place = SourceRange(
      text: scan.text, utf8: scan.rest(from: offset, inBrackets: problem.inBrackets))
    let closing = scan.text.bytes[before].last { !LineScan.isBlank($0) } ?? 0
    let mark = String(UnicodeScalar(closing))
    let whole = scan.text.string(scan.rest(from: valueStart, inBrackets: problem.inBrackets))
    switch closing {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      // `'it's'` is already meant to be in quotes as a whole.
      let isClosed = whole.hasSuffix(mark)
      let inside = mark == "'" ? "an apostrophe is written ''" : #"a quotation mark is written \""#
      return error(
        "yaml.unquoted", "text goes on after the closing \(mark)", at: place,
        fixIt: isClosed
          ? "put all of the text in quotes; inside \(mark)…\(mark) \(inside)"
          : LineScan.quoteAdvice(whole))
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return error(
        "yaml.unquoted", "text goes on after the closing '\(mark)'", at: place,
        fixIt: LineScan.quoteAdvice(whole))
    default:
      return error(
        "yaml.unquoted", "'\(shortened(place.string))' cannot stand after the value before it",
        at: place,
        fixIt: LineScan.quoteAdvice(whole))
    }
  }

  /// Where the value before the problem starts: behind the key or the dashes of its line.
  var valueStart: Int {
    let line = scan.text.line(at: offset)
    var start = scan.firstColon(in: before).map { $0 + 1 } ?? line.lowerBound
    start = scan.skipBlanks(in: start..<line.upperBound)
    while scan.byte(start) == UInt8(ascii: "-"), scan.byte(start + 1).map(LineScan.isBlank) ?? false
    {
      start = scan.skipBlanks(in: start + 1..<line.upperBound)
    }
    return start
  }

  var unclosedQuote: Diagnostic {
    let start = problem.contextOffset
    let quote = scan.character(at: start)
    return error(
      "yaml.unclosed", "the text that starts here is never closed by \(quote.string)", at: quote,
      fixIt: "write \(quote.string) at the end of the text")
  }

  var unclosedBracket: Diagnostic {
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
      "yaml.unclosed", "',' or '\(closing)' is missing before '\(shortened(word.string))'",
      at: word,
      notes: context("'\(opening.string)' is here"),
      fixIt: "write '\(closing)' or ','; text with brackets or ': ' in it must be in quotes")
  }

  var missingValue: Diagnostic {
    let character = scan.character(at: offset)
    if character.string == ":" {
      return error(
        "yaml.empty-key", "a key is missing before ':'", at: character, fixIt: "write the key")
    }
    let word = scan.word(at: offset)
    if word.string == "..." {
      return error(
        "yaml.syntax", "'...' ends a file that has not begun", at: word, fixIt: "delete it")
    }
    let isDashOrQuestion = ["-", "?"].contains(character.string)
    if !problem.inBrackets || isDashOrQuestion { return badStart(at: offset) }
    return error(
      "yaml.syntax", "a value is missing before '\(character.string)'", at: character,
      fixIt: "write the value, or delete a comma")
  }
}

// MARK: - Escapes and directives

extension SyntaxAdvice {
  var unknownEscape: Diagnostic {
    let character = scan.character(at: offset + 1)
    if character.utf8.isEmpty { return unclosedQuote }
    let escape = SourceRange(text: scan.text, utf8: offset..<character.utf8.upperBound)
    return error(
      "yaml.escape", "'\(escape.string)' means nothing inside \"…\"", at: escape,
      fixIt: "write '\\\(escape.string)', or use '…', where a backslash is only a backslash")
  }

  var badCodeEscape: Diagnostic {
    // libyaml stands behind the backslash and the letter.
    let start = max(offset - 2, 0)
    let length =
      switch scan.byte(start + 1) {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      default: 8
      }
    let digits = scan.text.bytes[offset...].prefix(length).prefix { byte in
      0x30...0x39 ~= byte || 0x61...0x66 ~= byte | 0x20
    }
    let escape = SourceRange(text: scan.text, utf8: start..<offset + digits.count)
    return error(
      "yaml.escape", "'\(escape.string)' is no character's code", at: escape,
      fixIt: #"write \x and 2, \u and 4 or \U and 8 hexadecimal digits, as in \u0105 for ą"#)
  }

  var badDirective: Diagnostic {
    error(
      "yaml.directive", "a line that starts with '%' is an order to the YAML reader",
      at: scan.word(at: problem.contextOffset),
      fixIt: "if it is text, " + quoteAdvice(from: problem.contextOffset))
  }
}
