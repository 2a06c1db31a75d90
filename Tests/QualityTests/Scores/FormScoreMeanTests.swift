import Conformance
import Standards
import Testing

@testable import Quality

struct FormScoreMeanTests {
  private func mean(_ answers: [String]) throws -> FormScoreMean {
    var mean = FormScoreMean()
    let standards = try ScoredDesk.standards()
    for answer in answers {
      let ticket = try ScoredDesk.ticket([("ann", answer)])
      mean.add(try ScoredDesk.auditor().audit(ticket), by: standards)
    }
    return mean
  }

  @Test func `without replies there is no score`() throws {
    #expect(try mean([]).range == nil)
  }

  @Test func `replies count alike, and a critical miss makes one nothing`() throws {
    let kept = try mean(["Hello, it is done."])
    let both = try mean(["Hello, it is done.", "Hello, we write soon."])
    let whole = try #require(kept.range)
    let range = try #require(both.range)
    #expect(both.replies == 2)
    #expect(both.failed == 1)
    #expect(range.lowerBound == whole.lowerBound / 2)
    #expect(range.upperBound == whole.upperBound / 2)
  }
}
