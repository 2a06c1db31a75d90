import Foundation
import Queueing
import Testing

/// The values of reference.json for models beyond Erlang B and C.
@Suite(.enabled(if: Reference.isThere, "../shared/reference/queueing is not there"))
struct ModelReferenceTests {
  struct Values: Decodable {
    struct A: Decodable {
      var n: Int, lam: Double, mu: Double, theta: Double, T: Double
      var P_wait: Double, P_ab: Double, E_W: Double, P_served_within_T: Double
      var occupancy: Double, E_Q: Double
    }
    struct Fixed: Decodable {
      var c: Int, rho: Double, P_wait: Double, Lq: Double, Wq_over_D: Double, ratio_to_MMc: Double
    }
    struct Priority: Decodable {
      var c: Int, lams: [Double], mu: Double, W: [Double], W_fifo: Double
    }
    struct R: Decodable {
      var lbar: Double, kappa: Double, omega: Double, mu: Double, delta: Double, p: Double
      var R1_mean: Double, R2_mean: Double, R1_amp: Double, R1_phase_lag: Double, R2_amp: Double
      var R2_phase_lag: Double, amp_if_reentry_immediate: Double, amp_if_delay_ignored: Double
    }
    struct Day: Decodable {
      var target: Double, beta: Double, s_mean: Double, Pdelay_min: Double, Pdelay_max: Double
      var Pdelay_mean: Double, Pab_mean: Double, PSA_Pdelay_min: Double, PSA_Pdelay_max: Double
    }
    struct Case: Decodable {
      var M: Int, mu: Double, delta: Double, p: Double, idle: Double
      var case_throughput_per_manager: Double
    }
    struct Chat: Decodable {
      var n: Int, lam: Double, mu_levels: [Double], theta: Double, P_wait: Double, P_ab: Double
      var E_W: Double, mean_chats_per_agent: Double
    }
    struct Retry: Decodable { var reopen_prob: Double, load_multiplier: Double }
    var erlangA: [A], MDc: [Fixed], cobham: [Priority], erlangR: [R], MOL_MtMstM: [Day]
    var case_manager_capacity: [Case], chat_balanced: [Chat], retry_inflation: [Retry]
  }

  let values: Values

  init() throws {
    values = try Reference.read("reference.json", as: Values.self)
  }

  /// Fifteen digits are printed; our quadrature is good to a few 1e-13.
  @Test func `exponential patience is Erlang A`() throws {
    for row in values.erlangA {
      let team = try MMnG.Performance(
        load: OfferedLoad(erlangs: row.lam / row.mu), agents: row.n, handleSeconds: 1 / row.mu,
        patience: .exponential(meanSeconds: 1 / row.theta))
      #expect(relativeError(team.waitProbability, row.P_wait) <= 2e-12)
      #expect(relativeError(team.abandonment, row.P_ab) <= 2e-12)
      #expect(relativeError(team.meanWaitSeconds, row.E_W) <= 2e-12)
      #expect(relativeError(team.queueLength, row.E_Q) <= 2e-12)
      #expect(relativeError(team.occupancy, row.occupancy) <= 2e-12)
      let level = try team.serviceLevel(withinSeconds: row.T, abandoned: .countAsMissed)
      #expect(relativeError(level, row.P_served_within_T) <= 2e-12)
    }
  }

  /// The reference solves a linear system in doubles. Against thirty digits (`fixedTable`) its own
  /// error is up to 5e-10 of the value, and 4e-12 where the value is tiny.
  @Test func `fixed handling times agree`() throws {
    for row in values.MDc {
      let load = try OfferedLoad(erlangs: Double(row.c) * row.rho)
      let team = try MDc.Performance(load: load, agents: row.c, handleSeconds: 1)
      #expect(abs(team.waitProbability - row.P_wait) <= 4e-12 * row.P_wait + 1e-13)
      #expect(abs(team.queueLength - row.Lq) <= 6e-10 * row.Lq + 5e-12)
      #expect(abs(team.meanWaitSeconds - row.Wq_over_D) <= 6e-10 * row.Wq_over_D + 5e-12)
      let memoryless = try ErlangC.Performance(load: load, agents: row.c, handleSeconds: 1)
      let ratio = team.meanWaitSeconds / memoryless.meanWaitSeconds
      #expect(relativeError(ratio, row.ratio_to_MMc) <= 7e-7)
    }
  }

  @Test func `waits under priorities agree`() throws {
    for row in values.cobham {
      let desk = try Priorities.Performance(
        arrivals: row.lams, perSeconds: 1, agents: row.c, handleSeconds: 1 / row.mu)
      for (own, expected) in zip(desk.classes, row.W) {
        #expect(relativeError(own.meanWaitSeconds, expected) <= 1e-12)
      }
      #expect(relativeError(desk.meanWaitSeconds, row.W_fifo) <= 1e-12)
    }
  }

  /// An hour of the reference is our 3,600 s, so that units are tested too.
  @Test func `Erlang-R agrees`() throws {
    for row in values.erlangR {
      let desk = try ErlangR(
        arrivals: row.lbar, perSeconds: 3600, handleSeconds: 3600 / row.mu, returnShare: row.p,
        awaySeconds: 3600 / row.delta)
      #expect(relativeError(desk.needyLoad.erlangs, row.R1_mean) <= 1e-12)
      #expect(relativeError(desk.contentCases, row.R2_mean) <= 1e-12)
      let period = 2 * Double.pi / row.omega * 3600
      let needy = try desk.needySwing(relativeAmplitude: row.kappa, periodSeconds: period)
      #expect(relativeError(needy.amplitude, row.R1_amp) <= 1e-12)
      #expect(relativeError(needy.lagSeconds * row.omega / 3600, row.R1_phase_lag) <= 1e-12)
      let content = try desk.contentSwing(relativeAmplitude: row.kappa, periodSeconds: period)
      #expect(relativeError(content.amplitude, row.R2_amp) <= 1e-12)
      #expect(relativeError(content.lagSeconds * row.omega / 3600, row.R2_phase_lag) <= 1e-12)
      // What the two mistakes would give: one long touch instead of several, and touches that come
      // one after the other without the customer's time.
      let oneTouch = try ErlangR(
        arrivals: row.lbar, perSeconds: 3600, handleSeconds: 3600 / row.mu / (1 - row.p),
        returnShare: 0, awaySeconds: 1)
      let immediate = try oneTouch.needySwing(relativeAmplitude: row.kappa, periodSeconds: period)
      #expect(relativeError(immediate.amplitude, row.amp_if_reentry_immediate) <= 1e-12)
      let ignored = try ErlangR(
        arrivals: row.lbar / (1 - row.p), perSeconds: 3600, handleSeconds: 3600 / row.mu,
        returnShare: 0, awaySeconds: 1
      ).needySwing(relativeAmplitude: row.kappa, periodSeconds: period)
      #expect(relativeError(ignored.amplitude, row.amp_if_delay_ignored) <= 1e-12)
    }
  }

  @Test func `reopened cases multiply the load`() throws {
    for row in values.retry_inflation {
      let desk = try ErlangR(
        arrivals: 1, perSeconds: 1, handleSeconds: 1, returnShare: row.reopen_prob, awaySeconds: 1)
      #expect(relativeError(desk.touchesPerCase, row.load_multiplier) <= 1e-14)
      #expect(relativeError(desk.needyLoad.erlangs, row.load_multiplier) <= 1e-14)
    }
  }

  @Test func `case managers agree`() throws {
    for row in values.case_manager_capacity {
      let work = try CaseManagers(
        stepSeconds: 1 / row.mu, finishShare: row.p, replySeconds: 1 / row.delta)
      let desk = try work.desk(caseLoad: row.M)
      #expect(relativeError(desk.idleShare, row.idle) <= 1e-12)
      #expect(relativeError(desk.casesPerHour / 3600, row.case_throughput_per_manager) <= 1e-12)
    }
  }

  /// The reference adds 4,000 states in doubles.
  @Test func `chats agree`() throws {
    for row in values.chat_balanced {
      let desk = try ChatDesk.Performance(
        arrivals: row.lam, perSeconds: 1, agents: row.n,
        speed: .init(secondsByLevel: row.mu_levels.map { 1 / $0 }),
        patience: .exponential(meanSeconds: 1 / row.theta))
      #expect(relativeError(desk.waitProbability, row.P_wait) <= 1e-11)
      #expect(relativeError(desk.abandonment, row.P_ab) <= 1e-11)
      #expect(relativeError(desk.meanWaitSeconds, row.E_W) <= 1e-11)
      #expect(relativeError(desk.chatsPerAgent, row.mean_chats_per_agent) <= 1e-11)
    }
  }

  /// The reference follows λ = 100 + 20·sin t in steps of 0.002 by Runge and Kutta's method, with
  /// rates constant in each step, as ours are. Its own error is below 1e-8 (steps of half the
  /// length change the ninth digit), ours is far below that.
  @Test func `a day staffed for the load of the moment agrees`() throws {
    for row in values.MOL_MtMstM {
      let right = try follow(beta: row.beta) { 100 + 10 * (sin($0) - cos($0)) }
      #expect(abs((right.waits.min() ?? 0) - row.Pdelay_min) <= 1e-8)
      #expect(abs((right.waits.max() ?? 0) - row.Pdelay_max) <= 1e-8)
      #expect(abs(mean(right.waits) - row.Pdelay_mean) <= 1e-8)
      #expect(abs(mean(right.lost) - row.Pab_mean) <= 1e-8)
      #expect(abs(mean(right.agents) - row.s_mean) <= 1e-9)
      let wrong = try follow(beta: row.beta) { 100 + 20 * sin($0) }
      #expect(abs((wrong.waits.min() ?? 0) - row.PSA_Pdelay_min) <= 1e-8)
      #expect(abs((wrong.waits.max() ?? 0) - row.PSA_Pdelay_max) <= 1e-8)
    }
  }

  func follow(
    beta: Double, load: (Double) -> Double
  ) throws -> (waits: [Double], lost: [Double], agents: [Double]) {
    let step = 0.002
    var moments: [Double] = []
    var time = 0.0
    for _ in 0..<Int(((12 + 2 * Double.pi) / step).rounded()) {
      moments.append(time)
      time += step
    }
    let day = try TransientQueue(
      intervals: moments.map {
        let m = load($0)
        return .init(
          seconds: step, arrivalsPerSecond: 100 + 20 * sin($0 + step / 2),
          agents: Int((m + beta * m.squareRoot()).rounded(.up)))
      },
      handleSeconds: 1, patienceSeconds: 1)
    let course = try day.course(withinSeconds: 0)
    #expect(course.leftOut < 1e-10)
    var answer: (waits: [Double], lost: [Double], agents: [Double]) = ([], [], [])
    for (k, outcome) in course.intervals.enumerated() where k % 20 == 0 && moments[k] >= 12 {
      answer.waits.append(outcome.waitProbabilityAtStart)
      answer.lost.append(outcome.queueLengthAtStart / (100 + 20 * sin(moments[k])))
      answer.agents.append(Double(outcome.interval.agents))
    }
    return answer
  }

  func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
