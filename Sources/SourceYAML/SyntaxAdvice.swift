import Diagnostics

/// Says in plain words what libyaml could not read, and what would be right.
struct SyntaxAdvice {
  let problem: SyntaxProblem
  let scan: LineScan
  let offset: Int

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

  var specific: Diagnostic? {
    switch problem.problem {
    case "mapping values are not allowed in this context": misplacedColon
    case "could not find expected ':'": missingColon
    case "found unexpected ':'":
      error(
        "yaml.missing-space", "a space is missing after ':'", at: scan.character(at: offset),
        fixIt: "write a space after ':', or put the text in quotes if ':' is a part of it")
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

  func error(
    _ id: String, _ message: String, at place: SourceRange, notes: [Diagnostic.Note] = [],
    fixIt: String? = nil
  ) -> Diagnostic {
    Diagnostic(id, .error, message, at: place, notes: notes, fixIt: fixIt)
  }

  /// A note at what libyaml was in the middle of, if it was.
  func context(_ message: String) -> [Diagnostic.Note] {
    guard !problem.context.isEmpty, problem.contextOffset != offset else { return [] }
    return [Diagnostic.Note(message, at: scan.character(at: problem.contextOffset))]
  }

  /// Advice to quote the text from an offset to the end of its line.
  func quoteAdvice(from start: Int) -> String {
    let rest = scan.rest(from: start, inBrackets: problem.inBrackets)
    return LineScan.quoteAdvice(scan.text.string(rest))
  }

  /// The line of the problem up to the problem.
  var before: Range<Int> {
    let line = scan.text.line(at: offset)
    return line.lowerBound..<min(max(offset, line.lowerBound), line.upperBound)
  }

  var isFirstOnLine: Bool { scan.skipBlanks(in: before) == before.upperBound }
}
