import Conformance
import Standards
import Testing
import Tickets

struct TallyTests {
  @Test(arguments: [(19, 1, true), (18, 1, false), (95, 5, true), (94, 6, false)])
  func `a promise is kept by the exact share`(inTime: Int, late: Int, isKept: Bool) throws {
    let standard = ResponseTests.quarter
    let catalogue = try Desk.catalogue(standard)
    let auditor = try Desk.auditor([standard])
    var tally = AuditTally(catalogue)
    let good = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T09:10 agent Done it.")
    let bad = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T10:10 agent Done it.")
    for _ in 0..<inTime { tally.add(auditor.audit(good)) }
    for _ in 0..<late { tally.add(auditor.audit(bad)) }
    let line = try #require(tally.lines.first)
    #expect(line.count(.met) == inTime)
    #expect(line.count(.missed) == late)
    #expect(line.isKept == isKept)
    #expect(tally.tickets == inTime + late)
    #expect(tally.replies == inTime + late)
  }

  @Test func `nothing decided is neither kept nor broken`() throws {
    let tally = AuditTally(try Desk.catalogue(ResponseTests.quarter))
    #expect(tally.lines.first?.isKept == nil)
    #expect(tally.lines.first?.share == nil)
  }
}
