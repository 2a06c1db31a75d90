import Quality
import Testing

struct FunnelTrialTests {
  @Test func `twelve equal agents with thirty replies each: nobody is flagged`() throws {
    let outcome = try FunnelTrial.run(replies: 30, chance: 0.9)
    #expect(outcome.teams == 100)
    #expect(outcome.teams - outcome.withAlarm >= 90)
  }

  @Test func `one who keeps 70% of 200 among eleven who keep 90% is found`() throws {
    let outcome = try FunnelTrial.run(replies: 200, chance: 0.9, worse: 0.7)
    #expect(outcome.found >= 90)
    #expect(outcome.wronglyFlagged <= 10)
  }

  @Test func `ten topics of which some are hard make no false alarms either`() throws {
    let outcome = try FunnelTrial.run(
      replies: 30, chance: 0.85,
      topics: [0.13, 0.1, 0.08, 0.05, 0.02, 0, -0.05, -0.1, -0.2, -0.3])
    #expect(outcome.withAlarm <= 10)
  }

  @Test func `at ninety-five percent somebody would be outside far more often`() throws {
    let outcome = try FunnelTrial.run(replies: 200, chance: 0.9)
    #expect(outcome.outside95 > 25 && outcome.withAlarm <= 10)
  }
}
