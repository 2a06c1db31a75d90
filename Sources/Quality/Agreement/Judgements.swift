package import Conformance
import Diagnostics
package import Standards
package import Tickets

/// What one side says of verdicts, to be held against others: a reviewer, or the auditor.
package struct Judgements: Sendable {
  /// What is said, and why where people said it.
  package struct Judgement: Hashable, Sendable {
    /// The verdict.
    package let outcome: Verdict.Outcome
    /// The reason, or the auditor's sentence; nil where nothing is said.
    package let reason: String?
    /// What the questions of a checklist were answered with; empty where nobody answered them.
    package let answers: [QuestionRating]

    /// Creates a judgement.
    package init(
      outcome: Verdict.Outcome, reason: String? = nil, answers: [QuestionRating] = []
    ) {
      self.outcome = outcome
      self.reason = reason
      self.answers = answers
    }

    /// What is said alone.
    var withoutReason: Judgement { Judgement(outcome: outcome, answers: answers) }
  }

  /// What is said of each verdict.
  package private(set) var byKey: [VerdictKey: Judgement] = [:]
  /// The lines that cannot be read, and why.
  package private(set) var problems: [LineProblem] = []
  /// The file as it was named.
  package let path: String
  /// Whether it is the auditor who speaks.
  package let isAuditor: Bool

  private static let keys = ["ticket", "event", "standard", "verdict", "message", "review"]

  /// What is said, by verdict.
  package init(_ byKey: [VerdictKey: Judgement], path: String, isAuditor: Bool = false) {
    self.byKey = byKey
    self.path = path
    self.isAuditor = isAuditor
  }

  /// Reads a file of reviews, of which those count that stand, or verdicts in JSON or JSON Lines, of which
  /// the auditor's own count. A file without either is a problem.
  ///
  /// - Parameter catalogue: What answers to checklists are held against; nil where it is not at hand.
  /// - Throws: ``TicketReaderError`` where there is no such file, or it cannot be read.
  /// - Complexity: O(bytes).
  package init(path: String, catalogue: Catalogue? = nil) throws(TicketReaderError) {
    self.path = path
    let isOfReviews = try Self.isOfReviews(path)
    isAuditor = !isOfReviews
    if isOfReviews {
      let file = try ReviewFile(path: path, catalogue: catalogue)
      problems = file.problems
      for review in ReviewBook(file.reviews).decided {
        byKey[review.key] = Judgement(review)
      }
      return
    }
    var reader = try JSONLineReader(path: path, of: "verdict", maximumLineLength: 1 << 30)
    var firstLine: Int?
    var hasVerdicts = false
    while let line = try reader.next() {
      let number = reader.lineNumber
      firstLine = firstLine ?? number
      switch line {
      case .bad(let reason):
        problems.append(
          LineProblem(path: path, line: number, id: "verdict.not-json", message: reason))
      case .value(let line):
        do throws(LineObject.Fault) {
          if let list = line.value.member("verdicts") {
            hasVerdicts = true
            for value in list.children { try addVerdict(value) }
          } else if line.value.member("finding") != nil {
            // Findings stand between verdicts, and are none.
            hasVerdicts = true
          } else {
            hasVerdicts = hasVerdicts || line.value.member("verdict") != nil
            try addVerdict(line.value)
          }
        } catch {
          problems.append(
            LineProblem(
              path: path, line: number, id: error.id, message: error.message, fixIt: error.fixIt))
        }
      }
    }
    if let firstLine, !hasVerdicts {
      problems = [
        LineProblem(
          path: path, line: firstLine, id: "verdict.none",
          message: "the file holds neither reviews nor verdicts",
          fixIt: "name a file of reviews, or what kwadrans audit --format jsonl or json prints")
      ]
    }
  }

  /// Reads a file of reviews, reviewer by reviewer, by name: each one's own decisions. The path of each is
  /// the reviewer's name; the problems of the file are the first one's.
  ///
  /// - Throws: ``TicketReaderError`` where there is no such file, or it cannot be read.
  /// - Complexity: O(n log n).
  package static func byReviewer(
    path: String, catalogue: Catalogue? = nil
  ) throws(TicketReaderError) -> [Judgements] {
    let file = try ReviewFile(path: path, catalogue: catalogue)
    let book = ReviewBook(file.reviews)
    var sides: [String: [VerdictKey: Judgement]] = [:]
    for key in book.decided.map(\.key) {
      for review in book.decisions(key) {
        sides[review.reviewer, default: [:]][key] = Judgement(review)
      }
    }
    var all = sides.keys.sorted().map { Judgements(sides[$0] ?? [:], path: $0) }
    if all.isEmpty { all = [Judgements([:], path: path)] }
    all[0].problems = file.problems
    return all
  }

  private mutating func addVerdict(_ value: JSONTapeValue) throws(LineObject.Fault) {
    let object = try LineObject(value, family: "verdict", keys: Self.keys, allowsOthers: true)
    let words = Verdict.Outcome.allCases.map { $0.rawValue }
    var word = try object.word("verdict", among: words, "what was judged")
    if let review = try object.object("review", keys: ["automatic"]) {
      word = try review.word("automatic", among: words, "what the auditor had said")
    }
    guard let outcome = Verdict.Outcome(rawValue: word) else { return }
    let key = VerdictKey(
      ticket: try object.requiredText("ticket", "the ticket's id"), event: try object.event(),
      standard: try object.requiredText("standard", "the standard's id"))
    byKey[key] = Judgement(outcome: outcome, reason: try object.text("message"))
  }

  /// Whether the first line of a file that can be read has a reviewer.
  private static func isOfReviews(_ path: String) throws(TicketReaderError) -> Bool {
    var reader = try JSONLineReader(path: path, of: "review", maximumLineLength: 1 << 30)
    while let line = try reader.next() {
      guard case .value(let line) = line, case .object = line.value.kind else { continue }
      return line.value.member("reviewer") != nil
    }
    return false
  }
}

extension Judgements.Judgement {
  /// What a reviewer decided; nil where a decision is taken back.
  fileprivate init?(_ review: Review) {
    guard case .verdict(let outcome) = review.decision else { return nil }
    self.init(outcome: outcome, reason: review.reason, answers: review.ratings)
  }
}
