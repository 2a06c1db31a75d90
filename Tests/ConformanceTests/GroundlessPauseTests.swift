import Clocks
import Conformance
import Standards
import Testing
import Tickets

/// Pauses in which we had asked the customer nothing: they prove no promise kept, and none broken.
struct GroundlessPauseTests {
  private static let news = "update-every: {longest: 1 h, hours: always}"
  private static let solving = "resolution: {within: 4 h, hours: always, paused-while: [pending]}"

  private func verdict(_ kind: String, _ events: [String], asOf: String? = nil) throws -> Verdict {
    try KindLog.judge(KindLog.ticket(events), by: kind, asOf: asOf)
  }

  private func events(_ reply: String, back: String, solved: String) -> [String] {
    [
      "09:00 customer Sklep nie działa", "09:05 agent:ola \(reply)", "09:06 status pending",
      "\(back) agent:ola Sklep działa od rana.", "\(solved) status solved",
    ]
  }

  private static let tells = "Dzień dobry, wymieniamy dysk w serwerze i damy znać."
  private static let asks = "Dzień dobry, o którą domenę chodzi?"

  @Test func `news that were due in such a pause are left to a person`() throws {
    let long = try verdict(Self.news, events(Self.tells, back: "11:00", solved: "11:01"))
    #expect(long.outcome == .undecided)
    #expect(
      long.message
        == "the longest silence was 1 min, promised at most 1 h; 1 h 55 min with the pauses in which "
        + "we may have wanted nothing of the customer")
    // In time also if the pause counts: then it does.
    let short = try verdict(Self.news, events(Self.tells, back: "10:05", solved: "10:06"))
    #expect(short.outcome == .met)
    #expect(short.message == "the longest silence was 1 h, promised at most 1 h")
    let asked = try verdict(Self.news, events(Self.asks, back: "11:00", solved: "11:01"))
    #expect(asked.outcome == .met)
    #expect(asked.message.hasPrefix("the longest silence was 5 min,"))
  }

  @Test func `of several silences the one that is longest with its pauses is shown`() throws {
    let verdict = try verdict(
      Self.news,
      events(Self.tells, back: "09:50", solved: "10:00"))
    #expect(verdict.outcome == .met)
    #expect(verdict.waits.first?.elapsedSeconds == 45 * 60)
  }

  @Test func `a resolution is not in time because of such a pause`() throws {
    let long = try verdict(Self.solving, events(Self.tells, back: "14:00", solved: "14:00"))
    #expect(long.outcome == .undecided)
    #expect(long.waits.first?.elapsedSeconds == 360)
    #expect(
      long.message.contains("; 5 h with the pauses in which"))
    let asked = try verdict(Self.solving, events(Self.asks, back: "14:00", solved: "14:00"))
    #expect(asked.outcome == .met && asked.waits.first?.elapsedSeconds == 360)
    let short = try verdict(Self.solving, events(Self.tells, back: "13:00", solved: "13:00"))
    #expect(short.outcome == .met && short.waits.first?.elapsedSeconds == 4 * 3600)
    let late = try verdict(
      Self.solving,
      [
        "09:00 customer Sklep nie działa", "13:30 agent:ola \(Self.tells)", "13:31 status pending",
        "20:00 status solved",
      ])
    #expect(late.outcome == .missed && late.waits.first?.elapsedSeconds == 271 * 60)
  }

  @Test func `what was asked in a call may have been answered at once`() throws {
    let asks = "Dzień dobry. ... Proszę spróbować wydrukować list. ..."
    let settled = "\(asks) Świetnie, popilnuję tego do rana."
    let open = "\(asks) Proszę jeszcze przesłać mi skan umowy."
    let long = try verdict(Self.news, events(settled, back: "11:00", solved: "11:01"))
    #expect(long.outcome == .undecided)
    #expect(try verdict(Self.news, events(open, back: "11:00", solved: "11:01")).outcome == .met)
    let ticket = try KindLog.ticket(events(settled, back: "11:00", solved: "11:01"))
    #expect(try KindLog.auditor([]).audit(ticket).findings.map(\.kind) == [])
  }

  @Test func `one that still runs is not sure either`() throws {
    let open = Array(events(Self.tells, back: "11:00", solved: "11:01").prefix(3))
    #expect(try verdict(Self.news, open, asOf: "10:05").outcome == .undecided)
    let late = try verdict(Self.news, open, asOf: "11:05")
    #expect(late.outcome == .undecided)
    #expect(late.message.contains("2 h with the pauses"))
  }
}
