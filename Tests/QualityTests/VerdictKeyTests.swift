import Conformance
import Quality
import Standards
import Testing

struct VerdictKeyTests {
  @Test func `a verdict is named by its ticket, event and standard`() {
    let verdict = Verdict(
      ticket: "T-1", event: 2, standard: "greet", kind: "greeting", outcome: .missed,
      severity: .minor, message: "no greeting", evidence: [])
    #expect(VerdictKey(verdict) == VerdictKey(ticket: "T-1", event: 2, standard: "greet"))
    #expect(VerdictKey(verdict) != VerdictKey(ticket: "T-1", event: nil, standard: "greet"))
  }
}
