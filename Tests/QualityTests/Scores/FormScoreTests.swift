import Conformance
import Quality
import Standards
import Testing
import Tickets

struct FormScoreTests {
  private func score(_ verdicts: [(String, Verdict.Outcome)]) throws -> FormScore {
    FormScore(
      verdicts.map { ScoredDesk.verdict($0.0, $0.1) }, by: try ScoredDesk.standards())
  }

  @Test func `the score is the weighted share of what was met`() throws {
    #expect(try score([("greet", .met), ("ask", .missed)]).score == 60)
    #expect(try score([("greet", .met), ("ask", .met), ("exact", .met)]).score == 100)
    #expect(try score([("greet", .missed), ("ask", .met)]).score == 40)
  }

  @Test func `a critical miss makes it nothing`() throws {
    let score = try score([("greet", .met), ("ask", .met), ("exact", .missed)])
    #expect(score.score == 0 && score.criticalMisses == 1)
    // Also while other things are undecided.
    #expect(try self.score([("exact", .missed), ("greet", .undecided)]).range == 0...0)
  }

  @Test func `what is undecided makes it a range`() throws {
    let score = try score([("greet", .met), ("ask", .undecided)])
    #expect(score.range == 60...100 && score.score == nil)
    let other = try self.score([("greet", .undecided), ("ask", .missed)])
    #expect(other.range == 0...60)
    let critical = try self.score([("greet", .met), ("exact", .undecided)])
    #expect(critical.range == 0...100)
  }

  @Test func `what the team owns, what does not apply and what weighs nothing is left out`() throws
  {
    let score = try score([
      ("greet", .met), ("quick", .missed), ("ask", .notApplicable), ("nothing", .missed),
      ("unheard-of", .missed),
    ])
    #expect(score.score == 100 && score.decidedVerdicts == 1 && score.undecidedVerdicts == 0)
  }

  @Test func `a waived miss counts neither for nor against, a known one against`() throws {
    let waiver = Remark(waiver: Remark.Waiver(by: "eva", why: "outage", until: nil))
    func score(_ remark: Remark?) throws -> FormScore {
      let verdicts = [
        ScoredDesk.verdict("greet", .missed, remark: remark), ScoredDesk.verdict("ask", .met),
      ]
      return FormScore(verdicts, by: try ScoredDesk.standards())
    }
    #expect(try score(waiver).score == 100 && score(waiver).decidedVerdicts == 1)
    #expect(try score(Remark(isKnown: true)).score == score(nil).score)
    #expect(try score(nil).decidedVerdicts == 2)
  }

  @Test func `without anything that counts there is no score`() throws {
    #expect(FormScore().range == nil && FormScore().score == nil)
    #expect(try score([("greet", .notApplicable), ("quick", .met)]).score == nil)
  }

  @Test func `each reply has its score, and the ticket that of all of them`() throws {
    let ticket = try ScoredDesk.ticket([
      ("ola", "Hello Anna,\nwe send the invoice today by 15:00. Thank you for waiting so long."),
      ("jan", "Your invoice is in the post. It was sent yesterday. Is there anything else?"),
    ])
    let audit = try ScoredDesk.auditor().audit(ticket)
    let standards = try ScoredDesk.standards()
    let replies = audit.replyScores(by: standards)
    #expect(replies.map(\.event) == [1, 3])
    #expect(replies.map(\.score.score) == [100, 50])
    let whole = audit.formScore(by: standards)
    #expect(whole.met == replies.reduce(0) { $0 + $1.score.met })
    #expect(whole.missed == 3)
  }

  @Test func `the score lies between the ends of any range that it comes from`() throws {
    var generator = SplitMix64(seed: 3)
    let standards = try ScoredDesk.standards()
    let outcomes: [Verdict.Outcome] = [.met, .missed, .notApplicable]
    for _ in 0..<500 {
      var open: [Verdict] = []
      var decided: [Verdict] = []
      for standard in ["greet", "exact", "ask", "nothing"] {
        let outcome = outcomes[generator.index(below: 3)]
        let isOpen = generator.index(below: 3) == 0
        open.append(ScoredDesk.verdict(standard, isOpen ? .undecided : outcome))
        decided.append(ScoredDesk.verdict(standard, outcome))
      }
      guard let score = FormScore(decided, by: standards).score else { continue }
      let range = try #require(FormScore(open, by: standards).range)
      #expect(range.contains(score))
    }
  }
}
