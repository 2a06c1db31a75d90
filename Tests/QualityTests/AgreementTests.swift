import Conformance
import Quality
import Statistics
import Testing
import Tickets

struct AgreementTests {
  private static func sides(
    _ pairs: [(String, Verdict.Outcome, Verdict.Outcome)]
  ) -> AgreementReport {
    var first: [VerdictKey: Judgements.Judgement] = [:]
    var second: [VerdictKey: Judgements.Judgement] = [:]
    for (number, pair) in pairs.enumerated() {
      let key = VerdictKey(ticket: "T-\(number)", event: 1, standard: pair.0)
      first[key] = Judgements.Judgement(outcome: pair.1)
      second[key] = Judgements.Judgement(outcome: pair.2)
    }
    return AgreementReport([
      Judgements(first, path: "a.jsonl"), Judgements(second, path: "b.jsonl"),
    ])
  }

  private static func repeated(
    _ count: Int, _ first: Verdict.Outcome, _ second: Verdict.Outcome, _ standard: String = "greet"
  ) -> [(String, Verdict.Outcome, Verdict.Outcome)] {
    Array(repeating: (standard, first, second), count: count)
  }

  /// The textbook's table: 20 and 15 alike of 50, kappa 0.4.
  @Test func `kappa is the textbook's`() throws {
    let report = Self.sides(
      Self.repeated(20, .met, .met) + Self.repeated(5, .met, .missed)
        + Self.repeated(10, .missed, .met) + Self.repeated(15, .missed, .missed))
    #expect(report.all.cases == 50)
    #expect(report.all.agreed == 35)
    #expect(abs(try #require(report.all.kappa).value - 0.4) < 1e-12)
    #expect(report.all.kappa?.kind == .cohen)
    let ofKappa = try #require(report.all.kappa?.interval)
    #expect(abs(ofKappa.high - 0.4 - 1.96 * 0.127) < 0.001)
    // By hand: 30 of the 100 answers meet another one; of 55 met and 45 missed, dealt out anew, 50 would.
    let alpha = 1 - 30.0 / (2 * 55 * 45 / 99.0)
    #expect(abs(try #require(report.all.alpha) - alpha) < 1e-12)
    #expect(report.all.fitness == .unfit)
    let interval = try #require(report.all.alphaInterval)
    #expect(interval.low < alpha && alpha < interval.high)
    #expect(report.differences.count == 15)
    #expect(report.lines.map(\.standard) == ["greet"])
  }

  @Test func `the bounds are Krippendorff's`() {
    func fitness(_ different: Int) -> AgreementLine.Fitness? {
      Self.sides(
        Self.repeated(50, .met, .met) + Self.repeated(50 - different, .missed, .missed)
          + Self.repeated(different, .met, .missed)
      ).all.fitness
    }
    #expect(fitness(5) == .fit)
    #expect(fitness(12) == .tentative)
    #expect(fitness(20) == .unfit)
  }

  @Test func `undecided is no answer, and what one side does not know is left out`() {
    var report = Self.sides(
      [("greet", .met, .undecided), ("greet", .undecided, .missed), ("greet", .met, .met)])
    #expect(report.undecided == 2)
    #expect(report.all.cases == 1)
    #expect(report.all.alpha == nil)
    #expect(report.all.share == 1)
    let key = VerdictKey(ticket: "T-1", event: nil, standard: "x")
    report = AgreementReport([
      Judgements([key: Judgements.Judgement(outcome: .met)], path: "a"),
      Judgements([:], path: "b"),
    ])
    #expect(report.single == 1)
    #expect(report.all.cases == 0)
    #expect(report.all.share == nil)
  }

  @Test func `the same seed gives the same interval`() {
    let pairs =
      Self.repeated(20, .met, .met) + Self.repeated(5, .missed, .met)
      + Self.repeated(9, .missed, .missed)
    #expect(Self.sides(pairs).all.alphaInterval == Self.sides(pairs).all.alphaInterval)
  }

  @Test func `reviews are told from verdicts, and of these the auditor's own are taken`() throws {
    let reviews = """
      {"ticket":"T-1","event":1,"standard":"greet","verdict":"met","reviewer":"k","time":"2026-11-22T10:00:00Z","reason":"yes"}
      {"ticket":"T-1","event":1,"standard":"greet","verdict":"withdrawn","reviewer":"k","time":"2026-11-22T10:00:00Z"}
      {"ticket":"T-2","event":1,"standard":"greet","verdict":"missed","reviewer":"k","time":"2026-11-22T10:00:00Z"}
      """
    let first = try withFile(reviews) { try Judgements(path: $0) }
    #expect(first.problems.isEmpty)
    #expect(first.byKey.values.map(\.outcome) == [.missed])
    let verdicts = """
      {"ticket":"T-2","event":1,"standard":"greet","kind":"greeting","verdict":"met","message":"k decided","review":{"by":"k","automatic":"missed"}}
      {"ticket":"T-3","finding":"holding-reply"}
      {"ticket":"T-4","event":null,"standard":"mail","verdict":"metl"}
      """
    let second = try withFile(verdicts) { try Judgements(path: $0) }
    #expect(second.byKey.values.map(\.outcome) == [.missed])
    #expect(second.problems.map(\.line) == [3])
    #expect(second.problems.first?.fixIt == "did you mean 'met'?")
  }

  /// Sizes: 384.15 and 322.4 of Krejcie and Morgan's formula; 59, 299 and 57 of zero-defect plans.
  @Test func `samples are as large as the tables say`() throws {
    var question = SampleAdvice.Question()
    #expect(try SampleAdvice(question).cases == 385)
    question.population = 2000
    #expect(try SampleAdvice(question).cases == 323)
    #expect(try SampleAdvice(question).margin <= 0.05)
    question.detect = 0.05
    question.population = 1000
    #expect(try SampleAdvice(question).detecting == 57)
    question.population = nil
    #expect(try SampleAdvice(question).detecting == 59)
    question.detect = 0.01
    #expect(try SampleAdvice(question).detecting == 299)
    // 7% of 100 are 7, though 0.07 × 100 is more in binary.
    question.detect = 0.07
    question.population = 100
    #expect(try SampleAdvice(question).detecting == 34)
    question.margin = 0
    #expect(throws: StatisticsError.self) { try SampleAdvice(question) }
  }
}
