import Diagnostics
import ServiceTime
package import SourceYAML
package import Standards
package import Tickets

/// A file of reviews: JSON Lines, one decision a line.
package struct ReviewFile: Sendable {
  /// What stands in it, in its order.
  package private(set) var reviews: [Review] = []
  /// The lines that are none, and why.
  package private(set) var problems: [LineProblem] = []
  /// The file as it was named.
  package let path: String

  /// What a line may say, for editors and other programmes.
  package static let line = Shape.record(keys)
  private static let keys = [
    KeyDescription("ticket", "the ticket's id", .text, required: true, example: "ML-2606"),
    KeyDescription(
      "event", "the reply, by its index among the ticket's events",
      .orNothing(.wholeNumber(0...1_000_000)), otherwise: "the ticket, or its first wait",
      example: "8"),
    KeyDescription(
      "standard", "the standard", .name(of: "standard"), required: true, example: "greet"),
    KeyDescription("verdict", "what was decided", .choice(Review.Decision.words), required: true),
    KeyDescription("reviewer", "who decided", .text, required: true, example: "kasia"),
    KeyDescription(
      "time", "when, with the offset from UTC",
      .written(
        "a moment with its offset", example: "2026-11-22T10:30:00Z",
        pattern: OffsetInstant.pattern
      ), required: true, example: "2026-11-22T10:30:00Z"),
    KeyDescription("reason", "why", .orNothing(.text), example: "read aloud"),
    KeyDescription(
      "appeal", "whether it answers an appeal", .orNothing(.boolean), otherwise: "false",
      example: "true"),
    KeyDescription(
      "ratings", "what the questions of a checklist were answered with, by their ids",
      .orNothing(.mapping(to: .orNothing(.wholeNumber(0...5)))), example: "{\"heard\": 4}"),
  ]

  /// Reads a file, or standard input for `-`.
  ///
  /// A line that is no review is a problem, and the rest is read. A last line that is cut off is what a
  /// crash leaves: a warning.
  ///
  /// - Parameters:
  ///   - catalogue: What the answers to checklists are held against; where nil only what no catalogue
  ///     allows is seen.
  ///   - earlier: Another catalogue that answers may have been given under: what either asks for is right.
  /// - Throws: ``TicketReaderError`` where there is no such file, or it cannot be read.
  /// - Complexity: O(bytes).
  package init(
    path: String, catalogue: Catalogue? = nil, orUnder earlier: Catalogue? = nil
  ) throws(TicketReaderError) {
    self.path = path
    var answers = AnswerChecks(AnswerCheck(catalogue), earlier.map { AnswerCheck($0) })
    var reader = try JSONLineReader(path: path, of: "review", maximumLineLength: 1 << 20)
    var bad: (line: Int, reason: String)?
    while let line = try reader.next() {
      let number = reader.lineNumber
      switch line {
      case .bad(let reason):
        bad = (number, reason)
        problems.append(problem(number, "review.not-json", reason, nil))
      case .value(let line):
        do throws(LineObject.Fault) {
          let checked = try answers.check(try Self.review(line.value, line: number))
          reviews.append(checked.review)
          for fault in checked.remarks {
            problems.append(
              problem(number, fault.id, fault.message, fault.fixIt, severity: .warning))
          }
        } catch {
          problems.append(problem(number, error.id, error.message, error.fixIt))
        }
      }
    }
    guard let bad, bad.line == reader.lineNumber, ReviewLog.isCutOff(path: path) else { return }
    problems.removeLast()
    problems.append(
      LineProblem(
        path: path, line: bad.line, id: "review.cut-off", severity: .warning,
        message: "the last line was cut off while it was written; its decision is lost",
        fixIt: "decide it again; the next decision takes the line's place"))
  }

  private func problem(
    _ line: Int, _ id: String, _ message: String, _ fixIt: String?,
    severity: Diagnostic.Severity = .error
  ) -> LineProblem {
    LineProblem(
      path: path, line: line, id: id, severity: severity, message: message, fixIt: fixIt)
  }

  private static func review(
    _ value: JSONTapeValue, line: Int
  ) throws(LineObject.Fault) -> Review {
    let object = try LineObject(value, family: "review", keys: keys.map(\.name))
    let ticket = try object.requiredText("ticket", "the ticket's id")
    let standard = try object.requiredText("standard", "the standard's id")
    let word = try object.word("verdict", among: Review.Decision.words, "what was decided")
    guard let decision = Review.Decision(word: word) else {
      throw LineObject.Fault(
        id: "review.word", message: "'verdict' cannot be '\(word)'",
        fixIt: "write \(Review.Decision.words.joined(separator: " or "))")
    }
    return Review(
      key: VerdictKey(ticket: ticket, event: try object.event(), standard: standard),
      decision: decision, reviewer: try object.requiredText("reviewer", "who decided"),
      time: try object.time("time", "when it was decided"), reason: try object.text("reason"),
      isAppeal: try object.flag("appeal"),
      ratings: try object.ratings("ratings"), line: line)
  }
}
