import Diagnostics
import ServiceTime
import Simulation
import SourceYAML
import Standards
import Testing

@testable import Planning

/// Contacts of a log as a demand.
struct RecordedDemandTests {
  private let zone = ZoneTable.utc

  private func instant(_ written: String) throws -> Instant {
    try OffsetInstant(iso8601: written.utf8).instant
  }

  private func demand(
    _ contacts: [RecordedContact], into diagnostics: inout Diagnostics
  ) -> Demand? {
    Demand.recorded(
      contacts, interval: 3600, zone: zone, path: "tickets.jsonl", into: &diagnostics)
  }

  @Test func `contacts are counted by interval, channel and topic`() throws {
    let contacts = try [
      ("2026-03-03T09:59:59Z", "email", nil), ("2026-03-02T08:00:00Z", "phone", nil),
      ("2026-03-02T08:59:59Z", "email", "outage"), ("2026-03-02T08:30:00Z", "email", "outage"),
      ("2026-03-02T08:10:00Z", "email", nil), ("2026-03-02T10:00:00Z", "email", nil),
    ].map { RecordedContact(at: try instant($0.0), channel: $0.1, topic: $0.2) }
    var diagnostics = Diagnostics()
    let demand = try #require(demand(contacts, into: &diagnostics))
    #expect(diagnostics.all.isEmpty && demand.intervalSeconds == 3600)
    #expect(demand.channels.map(\.channel) == ["phone", "email"])
    let mail = demand.channels[1].intervals
    let start = try instant("2026-03-02T08:00:00Z")
    #expect(mail.count == 26 && mail[0].start == start)
    #expect(mail[0].parts.map(\.topic) == [nil, "outage"])
    #expect(mail[0].parts.map(\.contacts) == [1, 2])
    #expect(mail[1].parts.isEmpty && mail[2].parts.map(\.contacts) == [1])
    #expect(mail[25].parts.map(\.contacts) == [1])
    #expect(demand.recorded.count == 6)
    #expect(demand.recorded.map(\.at) == contacts.map(\.at).sorted())
  }

  @Test func `a log without contacts, or of a century, is no demand`() throws {
    var diagnostics = Diagnostics()
    #expect(demand([], into: &diagnostics) == nil)
    #expect(diagnostics.all.map(\.id) == ["demand.empty"])
    diagnostics = Diagnostics()
    let far = try ["2001-01-01T00:00:00Z", "2090-01-01T00:00:00Z"].map {
      RecordedContact(at: try instant($0), channel: "email", topic: nil)
    }
    #expect(demand(far, into: &diagnostics) == nil)
    #expect(diagnostics.all.map(\.id) == ["demand.span"])
  }

  @Test func `each replication has the recorded contacts at their moments, and no others`() throws {
    let moments = ["08:00:10", "08:00:20", "09:30:00", "12:00:00"]
    let contacts = try moments.map {
      RecordedContact(at: try instant("2026-03-02T\($0)+01:00"), channel: "email", topic: "any")
    }
    let catalogue = try PlanningTests.catalogue(Files().catalogue)
    var diagnostics = Diagnostics()
    let demand = try #require(
      Demand.recorded(
        contacts, interval: 3600, zone: catalogue.zone, path: "t.jsonl", into: &diagnostics))
    let workload = try #require(
      WorkloadReader.read(
        SourceText(
          path: "workload.yaml",
          """
          workload: {day-variation: 30%}
          channels: {email: {handling-time: 10 min, clarification: {share: 10%, customer-takes: 2 h}}}
          incidents: {storm: {every: 1 h, contacts: 40, channels: {email: 100%}}}
          """), names: KnownNames(catalogue), into: &diagnostics))
    let team = try #require(
      TeamReader.read(
        SourceText(path: "team.yaml", "team: {}\npeople: {Ola: {skills: all, works: always}}\n"),
        catalogue: catalogue,
        workload: workload, into: &diagnostics))
    let model = try #require(
      DeskModel.make(
        demand, workload: workload, team: team, catalogue: catalogue, into: &diagnostics),
      "\(summary(diagnostics))")
    for replication in 0..<5 {
      let tally = model.desk.run(RandomStreams(seed: 1, replication: replication))
      #expect(tally.types[0].arrived == 4)
      #expect(tally.types[0].waited == 590)
    }
    let left = model.notSimulated.map(\.reason)
    #expect(left.contains { $0.contains("busy days") } && left.contains { $0.contains("'storm'") })
  }

  @Test func `contacts of which the log tells no topic have the workload's shares`() throws {
    let begin = try instant("2026-03-02T08:00:00Z").seconds
    let contacts = (0..<600).map { number in
      RecordedContact(
        at: Instant(seconds: begin + number * 30), channel: "email",
        topic: number < 400 ? nil : number < 500 ? "outage" : "other")
    }
    let catalogue = try PlanningTests.catalogue(Files().catalogue)
    var diagnostics = Diagnostics()
    let demand = try #require(
      Demand.recorded(
        contacts, interval: 3600, zone: catalogue.zone, path: "t.jsonl", into: &diagnostics))
    let workload = try #require(
      WorkloadReader.read(
        SourceText(
          path: "workload.yaml",
          """
          workload: {}
          channels:
            email:
              handling-time: {mean: 1 min}
              topics: {outage: {share: 25%, priority: urgent}, billing: {share: 10%}}
          """), names: KnownNames(catalogue), into: &diagnostics))
    let team = try #require(
      TeamReader.read(
        SourceText(path: "team.yaml", "team: {}\npeople: {Ola: {skills: all, works: always}}\n"),
        catalogue: catalogue, workload: workload, into: &diagnostics))
    let model = try #require(
      DeskModel.make(
        demand, workload: workload, team: team, catalogue: catalogue, into: &diagnostics),
      "\(summary(diagnostics))")
    #expect(model.kinds.map(\.topic) == [nil, "outage", "billing"])
    #expect(model.kinds.map { $0.expected.rounded() } == [360, 200, 40])
    var (outages, differ) = (0, Set<Int>())
    for replication in 0..<50 {
      let arrived = model.desk.run(RandomStreams(seed: 1, replication: replication)).types
        .map(\.arrived)
      // Each once, whatever it is about.
      #expect(arrived.reduce(0, +) == 600)
      outages += arrived[1]
      differ.insert(arrived[1])
    }
    // 50 times 400 draws of 25%: within four standard deviations of their mean.
    #expect(abs(outages - 50 * 200) < 245 && differ.count > 10)
  }
}
