import Conformance
import Quality
import Statistics
import Testing

/// Answers to checklists, and more than two sides.
struct AnswerAgreementTests {
  private static func key(_ number: Int) -> VerdictKey {
    VerdictKey(ticket: "T-\(10 + number)", event: nil, standard: "heard")
  }

  /// Sides that answered one question; nil where a side did not see the case, `.some(nil)` where the
  /// question does not apply.
  private static func sides(_ answers: [[Int??]]) -> AgreementReport {
    AgreementReport(
      answers.enumerated().map { side, row in
        var said: [VerdictKey: Judgements.Judgement] = [:]
        for (number, answer) in row.enumerated() {
          guard let answer else { continue }
          said[key(number)] = Judgements.Judgement(
            outcome: answer == nil ? .notApplicable : .met,
            answers: [QuestionRating(question: "listened", value: answer)])
        }
        return Judgements(said, path: "\(side).jsonl")
      })
  }

  /// K. Krippendorff's four observers with gaps, 2011: 0.743 for names, 0.815 for an order.
  @Test func `answers of four with gaps have the ordinal alpha that was published`() throws {
    let rows = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
      [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ]
    let report = Self.sides(rows.map { $0.map { $0 == 0 ? nil : .some($0) } })
    let line = try #require(report.lines.last)
    #expect(line.question == "listened" && line.scale == .ordinal)
    #expect(line.cases == 11)
    #expect(abs(try #require(line.alpha) - 0.815) < 5.1e-4)
    // Fleiss's kappa knows no order.
    #expect(line.kappa == nil)
    #expect(report.lines.map(\.question) == [nil, "listened"])
  }

  /// The weighted kappa that statsmodels gives for this table, with linear weights.
  @Test func `kappa of two weighs a difference by its steps`() throws {
    var (first, second): ([Int??], [Int??]) = ([], [])
    for (row, counts) in [[11, 3, 1], [1, 8, 4], [0, 2, 13]].enumerated() {
      for (column, count) in counts.enumerated() {
        first += [Int??](repeating: row + 1, count: count)
        second += [Int??](repeating: column + 1, count: count)
      }
    }
    let report = Self.sides([first, second])
    let kappa = try #require(report.lines.last?.kappa)
    #expect(kappa.kind == .linear)
    #expect(abs(kappa.value - 0.6928571428571428) < 1e-12)
    #expect(abs(try #require(kappa.interval).low - (0.692857 - 1.959964 * 0.0855715)) < 1e-5)
    #expect(report.lines.last?.agreed == 32)
    // All of them are met: about the outcome they do not differ, about the answers in 11 cases.
    #expect(report.lines.first?.share == 1)
    #expect(report.differences.count == 11)
    #expect(report.differences.allSatisfy { $0.question == "listened" })
  }

  @Test func `that a question does not apply is a difference, without a place in the order`() throws
  {
    var (first, second): ([Int??], [Int??]) = ([], [])
    for number in 0..<12 {
      first.append(1 + number % 3)
      second.append(1 + number % 3)
    }
    first += [.some(nil), .some(nil)]
    second += [2, .some(nil)]
    let line = try #require(Self.sides([first, second]).lines.last)
    #expect(line.cases == 14 && line.agreed == 13 && line.scaled == 12)
    #expect(line.kappa?.value == 1 && line.alpha == 1)
  }

  @Test func `a question that one side alone answers is not compared`() {
    let both = QuestionRating(question: "listened", value: 4)
    let alone = QuestionRating(question: "solved", value: 1)
    let report = AgreementReport(
      [[both], [both, alone], []].enumerated().map { side, answers in
        Judgements(
          [Self.key(0): Judgements.Judgement(outcome: .met, answers: answers)],
          path: "\(side).jsonl")
      })
    #expect(report.lines.map(\.question) == [nil, "listened"])
    #expect(report.lines.map(\.cases) == [1, 1])
    #expect(report.differences.isEmpty)
  }

  @Test func `nine answers are too few, ten will do`() {
    let nine: [Int??] = (0..<9).map { 1 + $0 % 3 }
    #expect(Self.sides([nine, nine]).lines.last?.alpha == nil)
    #expect(Self.sides([nine + [1], nine + [1]]).lines.last?.alpha == 1)
    // A tenth that does not apply is no tenth place in the order.
    #expect(Self.sides([nine + [.some(nil)], nine + [.some(nil)]]).lines.last?.alpha == nil)
  }

  /// Verdicts of three sides, by how many cases they decide so.
  private static func three(
    _ cases: [(Int, [Verdict.Outcome?])]
  ) -> AgreementReport {
    let rows = cases.flatMap { [[Verdict.Outcome?]](repeating: $0.1, count: $0.0) }
    return AgreementReport(
      (0..<3).map { side in
        var said: [VerdictKey: Judgements.Judgement] = [:]
        for (number, row) in rows.enumerated() {
          if let outcome = row[side] { said[key(number)] = Judgements.Judgement(outcome: outcome) }
        }
        return Judgements(said, path: "\(side).jsonl")
      })
  }

  /// Fleiss's kappa in exact fractions: 0.5382462686567164.
  @Test func `three sides have Fleiss's kappa over what all of them decided`() throws {
    let full: [(Int, [Verdict.Outcome?])] = [
      (6, [.met, .met, .met]), (3, [.met, .met, .missed]), (4, [.missed, .missed, .missed]),
      (1, [.missed, .missed, .notApplicable]), (1, [.met, .missed, .notApplicable]),
    ]
    let report = Self.three(full)
    let kappa = try #require(report.all.kappa)
    #expect(kappa.kind == .fleiss && kappa.interval == nil)
    #expect(abs(kappa.value - 0.5382462686567164) < 1e-12)
    #expect(report.all.cases == 15 && report.all.agreed == 10)
    #expect(report.differences.count == 5)
    // Two of three: in the share and in alpha, not in Fleiss's kappa; one or a doubt in none.
    let gaps = Self.three(
      full + [
        (2, [.met, nil, .met]), (1, [.met, .undecided, .missed]), (1, [nil, .met, .undecided]),
        (1, [nil, nil, .met]),
      ])
    #expect(gaps.all.kappa == kappa)
    #expect(gaps.all.cases == 18 && gaps.all.agreed == 12)
    #expect(gaps.undecided == 2 && gaps.single == 1)
    #expect(gaps.all.alpha != report.all.alpha)
    #expect(gaps.differences.count == 6)
  }

  @Test func `nine verdicts of all three are too few for Fleiss, ten of two will do for alpha`() {
    let report = Self.three([
      (5, [.met, .met, .met]), (4, [.missed, .missed, .met]), (1, [.missed, nil, .missed]),
    ])
    #expect(report.all.kappa == nil && report.all.alpha != nil)
  }

  @Test func `who is unlike the others is seen`() {
    let report = Self.three([
      (8, [.met, .met, .missed]), (2, [.missed, .missed, .missed]), (1, [.met, nil, .met]),
    ])
    #expect(report.sides.map(\.pairs) == [21, 20, 21])
    #expect(report.sides.map(\.alike) == [13, 12, 5])
  }

  @Test func `reviewers of one file are sides, each with what they decided last`() throws {
    func line(_ reviewer: String, _ ticket: String, _ verdict: String) -> String {
      #"{"ticket":"\#(ticket)","event":null,"standard":"heard","verdict":"\#(verdict)","#
        + #""reviewer":"\#(reviewer)","time":"2026-11-22T10:30:00Z"}"#
    }
    let text = [
      line("zoe", "T-1", "met"), line("ann", "T-1", "missed"), line("zoe", "T-1", "missed"),
      line("ann", "T-2", "met"), line("ann", "T-2", "withdrawn"), line("zoe", "T-3", "met"), "{",
      "",
    ].joined(separator: "\n")
    let sides = try withFile(text) { try Judgements.byReviewer(path: $0) }
    #expect(sides.map(\.path) == ["ann", "zoe"])
    #expect(sides.map(\.byKey.count) == [1, 2])
    #expect(sides.flatMap(\.byKey.values).map(\.outcome).count { $0 == .missed } == 2)
    #expect(sides.map(\.problems.count) == [1, 0])
    #expect(try withFile("") { try Judgements.byReviewer(path: $0) }.map(\.byKey.count) == [0])
  }
}
