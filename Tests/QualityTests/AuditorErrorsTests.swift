import Conformance
import Quality
import Statistics
import Testing

struct AuditorErrorsTests {
  /// The auditor's verdict and the person's, so many times; nil where the person says nothing.
  private typealias Case = (Verdict.Outcome, Verdict.Outcome?, Int)

  private static func report(
    _ cases: [Case], standard: String = "greet", personFirst: Bool = false
  ) -> AgreementReport {
    var auditor: [VerdictKey: Judgements.Judgement] = [:]
    var person: [VerdictKey: Judgements.Judgement] = [:]
    for (said, decided, count) in cases {
      for _ in 0..<count {
        let key = VerdictKey(ticket: "T-\(auditor.count)", event: 1, standard: standard)
        auditor[key] = Judgements.Judgement(outcome: said)
        if let decided { person[key] = Judgements.Judgement(outcome: decided) }
      }
    }
    let sides = [
      Judgements(auditor, path: "verdicts.jsonl", isAuditor: true),
      Judgements(person, path: "kasia.jsonl"),
    ]
    return AgreementReport(personFirst ? sides.reversed() : sides)
  }

  /// 20 misses of which 16 are reported, 80 kept of which 76 are let pass, and of all 1,000 cases 124
  /// reported: (0.124 + 0.95 − 1) / (0.8 + 0.95 − 1) = 0.074 / 0.75.
  private static let cases: [Case] = [
    (.missed, .missed, 16), (.met, .missed, 4), (.met, .met, 76), (.missed, .met, 4),
    (.missed, nil, 104), (.met, nil, 796),
  ]

  @Test(arguments: [false, true])
  func `errors are counted from what both decided, whichever file comes first`(
    personFirst: Bool
  ) throws {
    let errors = try #require(Self.report(Self.cases, personFirst: personFirst).errors)
    #expect(errors.auditor == "verdicts.jsonl" && errors.person == "kasia.jsonl")
    let line = try #require(errors.lines.first)
    #expect(errors.lines.count == 1 && line.standard == "greet")
    #expect(line.reported == (try Proportion(kept: 16, of: 20)))
    #expect(line.letPass == (try Proportion(kept: 76, of: 80)))
    #expect(line.seen == (try Proportion(kept: 124, of: 1000)))
    #expect(abs(try #require(line.corrected).share - 0.074 / 0.75) < 1e-12)
    let interval = try #require(line.correctedInterval)
    #expect(interval.low < 0.074 / 0.75 && interval.high > 0.074 / 0.75)
    #expect(interval.high - interval.low > 0.04)
    // Standards err differently: together they are corrected for nothing.
    #expect(errors.all.reported == line.reported && errors.all.letPass == line.letPass)
    #expect(errors.all.seen == nil && errors.all.corrected == nil)
  }

  @Test func `what one of them left open is no error`() throws {
    let cases: [Case] =
      Self.cases + [
        (.undecided, .missed, 9), (.missed, .undecided, 9), (.notApplicable, .met, 9),
        (.met, .notApplicable, 9), (.undecided, nil, 9),
      ]
    let line = try #require(Self.report(cases).errors?.lines.first)
    #expect(line.reported == (try Proportion(kept: 16, of: 20)))
    #expect(line.letPass == (try Proportion(kept: 76, of: 80)))
    // What the auditor decided is all of it that it saw, whatever the person made of it.
    #expect(line.seen == (try Proportion(kept: 133, of: 1018)))
  }

  @Test func `of few cases, and of an auditor who tells nothing, nothing is corrected`() throws {
    let few = try #require(
      Self.report([(.missed, .missed, 4), (.met, .met, 5)]).errors?.lines.first)
    #expect(few.reported?.share == 1 && few.corrected == nil && few.correctedInterval == nil)
    let enough: [Case] = [(.missed, .missed, 4), (.met, .met, 6)]
    #expect(try #require(Self.report(enough).errors?.lines.first).corrected != nil)
    let blind: [Case] = [
      (.missed, .missed, 5), (.met, .missed, 5), (.met, .met, 5), (.missed, .met, 5),
    ]
    #expect(try #require(Self.report(blind).errors?.lines.first).corrected == nil)
    let kept = try #require(Self.report([(.met, .met, 40)]).errors?.lines.first)
    #expect(kept.reported == nil && kept.corrected == nil)
  }

  @Test func `without the auditor, or without a person, there are no errors`() {
    let side = [
      VerdictKey(ticket: "T", event: 1, standard: "greet"): Judgements.Judgement(outcome: .met)
    ]
    let (auditor, person) = (
      Judgements(side, path: "a", isAuditor: true), Judgements(side, path: "b")
    )
    #expect(AgreementReport([auditor, person]).errors != nil)
    #expect(AgreementReport([person, person]).errors == nil)
    #expect(AgreementReport([auditor, auditor]).errors == nil)
    #expect(AgreementReport([auditor, person, person]).errors == nil)
    #expect(AgreementReport([auditor, Judgements([:], path: "b")]).errors == nil)
  }
}
