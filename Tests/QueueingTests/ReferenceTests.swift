import Foundation
import Queueing
import Testing

/// Independent values kept beside the project; where they are absent, these tests are skipped.
enum Reference {
  static let folder: URL = {
    let shared = ProcessInfo.processInfo.environment["KWADRANS_SHARED"].map {
      URL(fileURLWithPath: $0)
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let beside = root.deletingLastPathComponent().appendingPathComponent("shared")
    return (shared ?? beside).appendingPathComponent("reference/queueing")
  }()

  static let isThere = FileManager.default.fileExists(
    atPath: folder.appendingPathComponent("reference.json").path)

  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(name)))
  }
}

@Suite(.enabled(if: Reference.isThere, "../shared/reference/queueing is not there"))
struct ReferenceTests {
  struct Values: Decodable {
    struct B: Decodable { var N: Int, A: Double, B: Double, B_closed: Double }
    struct Load: Decodable { var N: Int, p: Double, A: Double }
    struct C: Decodable {
      var n: Int, A: Double, C: Double, EW_over_AHT: Double
      var SL_20s_AHT300: Double, SL_20s_AHT180: Double
    }
    struct Size: Decodable {
      var A: Double, AHT: Double, AWT: Double, SL: Double, n: Int, SL_n: Double
      var SL_n_minus_1: Double
    }
    struct A: Decodable {
      var n: Int, lam: Double, mu: Double, theta: Double, T: Double
      var P_wait: Double, P_ab: Double, E_W: Double, P_served_within_T: Double
      var occupancy: Double, E_Q: Double
    }
    struct Margin: Decodable {
      var beta: Double, alpha: Double, theta_over_mu: Double?
    }
    struct Deferred: Decodable {
      var arrivals_per_hour: [Double], deadline_h: Double, rate_per_h: Double
    }
    var erlangA: [A], halfin_whitt: [Margin], garnett: [Margin]
    var erlangB: [B], erlangB_max_load: [Load], erlangC: [C], erlangC_size: [Size]
    var deferred_min_constant_rate: [Deferred]
  }

  let values: Values

  init() throws {
    values = try Reference.read("reference.json", as: Values.self)
  }

  // The values are printed with 15 digits, so they are known to 5e-15 of themselves at worst;
  // 1e-12 leaves room for our own rounding only.

  @Test func `Erlang B agrees`() throws {
    for row in values.erlangB {
      let blocking = try ErlangB.blocking(load: OfferedLoad(erlangs: row.A), agents: row.N)
      #expect(relativeError(blocking, row.B) <= 1e-12, "N = \(row.N), A = \(row.A)")
      #expect(relativeError(blocking, row.B_closed) <= 1e-12, "N = \(row.N), A = \(row.A)")
    }
  }

  @Test func `Erlang C agrees`() throws {
    for row in values.erlangC {
      let load = try OfferedLoad(erlangs: row.A)
      let team = try ErlangC.Performance(load: load, agents: row.n, handleSeconds: 300)
      let quick = try ErlangC.Performance(load: load, agents: row.n, handleSeconds: 180)
      #expect(relativeError(team.waitProbability, row.C) <= 1e-12)
      #expect(relativeError(team.meanWaitSeconds / 300, row.EW_over_AHT) <= 1e-12)
      #expect(
        relativeError(try team.serviceLevel(withinSeconds: 20), row.SL_20s_AHT300) <= 1e-12)
      #expect(
        relativeError(try quick.serviceLevel(withinSeconds: 20), row.SL_20s_AHT180) <= 1e-12)
    }
  }

  @Test func `the least agents agree`() throws {
    for row in values.erlangC_size {
      let answer = try ErlangC.leastAgents(
        load: OfferedLoad(erlangs: row.A), handleSeconds: row.AHT, serviceLevel: row.SL,
        withinSeconds: row.AWT)
      #expect(answer.chosen.agents == row.n)
      let level = try answer.chosen.serviceLevel(withinSeconds: row.AWT)
      #expect(relativeError(level, row.SL_n) <= 1e-12)
      // The reference says 0 for a team that never catches up.
      let below = try answer.fewer?.serviceLevel(withinSeconds: row.AWT) ?? 0
      #expect(relativeError(below, row.SL_n_minus_1) <= 1e-12)
    }
  }

  @Test func `the largest load agrees`() throws {
    for row in values.erlangB_max_load {
      let load = try ErlangB.largestLoad(agents: row.N, blockingAtMost: row.p)
      // The reference stopped within 1e-14 erlangs, which is 1e-11 of the smallest loads.
      #expect(abs(load.erlangs - row.A) <= 1e-12 * row.A + 2e-14)
    }
  }

  /// The loads of a week of 672 quarters of an hour, with the handling times (unit: s).
  func week() throws -> [(load: OfferedLoad, handle: Double)] {
    let csv = try String(
      contentsOf: Reference.folder.appendingPathComponent("week_S30.csv"), encoding: .utf8)
    return try csv.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ",").compactMap { Double($0) }
      try #require(cells.count == 3)
      let load = try OfferedLoad(arrivals: cells[1], perSeconds: 900, handleSeconds: cells[2])
      return (load, cells[2])
    }
  }

  @Test func `a week of quarters of an hour agrees in all 672`() throws {
    let agents = try week().map { load, handle in
      try ErlangC.leastAgents(
        load: load, handleSeconds: handle, serviceLevel: 0.8, withinSeconds: 20
      ).chosen.agents
    }
    #expect(agents.count == 672)
    #expect(agents == (try Reference.read("week_S30_erlang_c.json", as: [Int].self)))
  }

  @Test func `the week with a patience of two minutes agrees in all 672`() throws {
    let targets = try Targets(serviceLevel: 0.8, withinSeconds: 20)
    let agents = try week().map { load, handle in
      try ErlangA.leastAgents(
        load: load, handleSeconds: handle, patienceSeconds: 120, targets: targets
      ).chosen.agents
    }
    #expect(agents.count == 672)
    #expect(agents == (try Reference.read("week_S30_erlang_a.json", as: [Int].self)))
  }

  @Test func `Erlang A agrees`() throws {
    for row in values.erlangA {
      // Minutes there are seconds here; nothing depends on the unit.
      let team = try ErlangA.Performance(
        load: OfferedLoad(erlangs: row.lam / row.mu), agents: row.n, handleSeconds: 1 / row.mu,
        patienceSeconds: 1 / row.theta)
      // Quotients such as 10/3 are rounded in both; at 1,000 agents that is some 1e-13.
      #expect(relativeError(team.waitProbability, row.P_wait) <= 1e-12)
      #expect(relativeError(team.abandonment, row.P_ab) <= 1e-12)
      #expect(relativeError(team.meanWaitSeconds, row.E_W) <= 1e-12)
      #expect(
        relativeError(try team.serviceLevel(withinSeconds: row.T), row.P_served_within_T) <= 1e-12)
      #expect(relativeError(team.occupancy, row.occupancy) <= 1e-12)
      #expect(relativeError(team.queueLength, row.E_Q) <= 1e-12)
    }
  }

  /// The reference is in `Double`s, from a normal distribution and a root search good to 1e-12.
  @Test func `square-root margins agree`() throws {
    for row in values.halfin_whitt {
      #expect(
        relativeError(try SquareRootStaffing.waitProbability(beta: row.beta), row.alpha) <= 1e-11)
      #expect(
        relativeError(try SquareRootStaffing.beta(waitProbability: row.alpha), row.beta) <= 1e-11)
    }
    for row in values.garnett {
      let ratio = try #require(row.theta_over_mu)
      let alpha = try SquareRootStaffing.waitProbability(
        beta: row.beta, handlingOverPatience: ratio)
      #expect(relativeError(alpha, row.alpha) <= 1e-12)
      let beta = try SquareRootStaffing.beta(
        waitProbability: row.alpha, handlingOverPatience: ratio)
      #expect(abs(beta - row.beta) <= 1e-11)
    }
  }

  /// Hourly arrivals come at the start of the hour; each is due so many hours later; one day, not
  /// repeated. Work in contacts and time in hours serve as well as seconds.
  @Test func `the least constant rate agrees`() throws {
    for row in values.deferred_min_constant_rate {
      let hours = row.arrivals_per_hour.enumerated().map { (Double($0.offset), $0.element) }
      let question = try DeferredWork(
        grid: (0...48).map { Double($0) },
        arrivals: WorkCurve(parcels: hours.map { .init(from: $0, to: $0, work: $1) }),
        deadlines: WorkCurve(
          parcels: hours.map {
            .init(from: $0 + row.deadline_h, to: $0 + row.deadline_h, work: $1)
          }))
      #expect(relativeError(question.leastConstantRate(), row.rate_per_h) <= 1e-12)
    }
  }
}
