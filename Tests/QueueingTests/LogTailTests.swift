import Foundation
import Testing

@testable import Queueing

/// Values from Benchmarks/oracles/log_tails.py (mpmath, sixty to five hundred digits).
///
/// The logarithm is held to 1e-14 of itself, a few roundings; where it is summed up from many terms,
/// or from the exponents of integrands, to 1e-13.
@Suite struct LogTailTests {
  @Test(arguments: [
    (0.001, 40, -3.86631850874042877e2), (6.0, 400, -1.28979691029201939e3),
    (1000.0, 3000, -1.30075901609913655e3), (0.001, 1000, -1.28198844574703004e4),
    (0.5, 100, -4.33554093611558021e2), (20.0, 20000, -1.1818097626611888e5),
  ])
  func `ln B keeps its digits far below the least Double`(
    load: Double, agents: Int, expected: Double
  ) throws {
    let load = try OfferedLoad(erlangs: load)
    let logarithm = try ErlangB.logBlocking(load: load, agents: agents)
    #expect(relativeError(logarithm, expected) <= 1e-14)
    let real = try ErlangB.logBlocking(load: load, continuousAgents: Double(agents))
    #expect(relativeError(real, expected) <= 1e-14)
  }

  @Test(arguments: [
    (6.0, 400.5, -1.29189769955044116e3), (0.25, 120.75, -6.29053500737566368e2),
    (0.25, 5000.75, -4.45302930613796854e4),
  ])
  func `ln B keeps its digits for broken numbers of agents`(
    load: Double, agents: Double, expected: Double
  ) throws {
    let logarithm = try ErlangB.logBlocking(
      load: OfferedLoad(erlangs: load), continuousAgents: agents)
    #expect(relativeError(logarithm, expected) <= 1e-14)
  }

  @Test(arguments: [
    (6.0, 400, 0.0, -1.28978179665420934e3), (6.0, 400, 3, -2.47178179665420934e3),
    (1000.0, 3000, 0.25, -1.80035355099102838e3), (5.5, 6, 4000, -2.00024727625556139e3),
    (0.9, 1, 8000, -8.00105360515657649e2),
  ])
  func `Erlang C's tail keeps its digits far below the least Double`(
    load: Double, agents: Int, ratio: Double, expected: Double
  ) throws {
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 240)
    #expect(relativeError(try team.logLateShare(beyondSeconds: 240 * ratio), expected) <= 1e-14)
  }

  @Test(arguments: [
    (6.0, 8, 100.0, 2.0, -8.40309630252473761e2), (6.0, 8, 20, 0.5, -1.99230497487048285e2),
    (3.0, 2, 400, 1, -1.19849592260322373e3), (2.0, 250, 0.5, 1, -1.08746665343395913e3),
  ])
  func `Erlang A's tail keeps its digits far below the least Double`(
    load: Double, agents: Int, ratio: Double, patience: Double, expected: Double
  ) throws {
    let load = try OfferedLoad(erlangs: load)
    let team = try ErlangA.Performance(
      load: load, agents: agents, handleSeconds: 240, patienceSeconds: 240 * patience)
    let late = try team.logShareWaiting(beyondSeconds: 240 * ratio)
    #expect(relativeError(late, expected) <= 1e-14)
    let general = try MMnG.Performance(
      load: load, agents: agents, handleSeconds: 240,
      patience: .exponential(meanSeconds: 240 * patience))
    #expect(relativeError(try general.logLateShare(beyondSeconds: 240 * ratio), expected) <= 1e-13)
    let fates = try [ErlangA.Contacts.served, .abandoned].map {
      try team.logShareWaiting(beyondSeconds: 240 * ratio, of: $0)
    }
    #expect(relativeError(LogTails.sum(fates[0], fates[1]), late) <= 1e-14)
  }

  @Test(arguments: [
    (6.0, 8, 3000, 400.0, -8.6316112761618644e2, -8.01030072479338014e2),
    (6.0, 300, 400, 2, -1.27458030971946609e3, -1.47135780646933397e3),
    (2.0, 3, 900, 350, -3.65611744477907889e2, -3.5081093021621754e2),
    (9.0, 8, 20, 150, -2.03491771226257056, -1.14164679371622502e3),
    (8.0, 8, 30, 200, -3.26747618075360268, -1.49368827944350266e3),
    (0.5, 150, 200, 1, -9.94681306666225533e2, -8.58988844032149966e2),
  ])
  func `M/M/c/K's tails keep their digits far below the least Double`(
    load: Double, agents: Int, places: Int, ratio: Double, blocking: Double, late: Double
  ) throws {
    let team = try MMcK.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, places: places, handleSeconds: 240)
    #expect(relativeError(team.logBlocking, blocking) <= 1e-14)
    #expect(relativeError(try team.logLateShare(beyondSeconds: 240 * ratio), late) <= 1e-13)
  }

  @Test(arguments: [
    (1000, 3.0, 400, -1.65661557752699051e3), (2000, 0.5, 150, -7.15264623154443699e2),
    (500, 5.0, 499, -2.29797992280805759e3),
  ])
  func `Engset's blocking keeps its digits far below the least Double`(
    sources: Int, load: Double, agents: Int, expected: Double
  ) throws {
    let team = try Engset.Performance(
      sources: sources, load: OfferedLoad(erlangs: load), agents: agents)
    #expect(relativeError(team.logBlocking, expected) <= 1e-14)
  }

  @Test(arguments: [
    (6.0, 10, 40.25, -3.82702040532420228e2), (1.0, 2, 160.5, -4.03991394564085496e2),
    (0.3, 4, 30.5, -4.89702955828817741e2), (2.0, 260, 0.5, -1.19047298520556309e3),
    (6.0, 10, 80.25, -7.61663993178480866e2), (2.0, 40, 9.5, -1.71988267513230084e3),
    (1.0, 300, 1.5, -3.65866281142348025e3),
  ])
  func `M/D/c's tail keeps its digits far below the least Double`(
    load: Double, agents: Int, ratio: Double, expected: Double
  ) throws {
    let team = try MDc.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 240)
    #expect(relativeError(try team.logLateShare(beyondSeconds: 240 * ratio), expected) <= 1e-13)
  }

  @Test(arguments: [
    (0.5, 2500.0, 1.5, -3.59537902316319165e2), (0.8, 4000, 0.5, -1.37109851814344208e3),
  ])
  func `M/G/1's fitted tail keeps its digits far below the least Double`(
    load: Double, ratio: Double, variation: Double, expected: Double
  ) throws {
    let team = try MG1.Performance(
      load: OfferedLoad(erlangs: load),
      handling: .lognormal(meanSeconds: 240, variation: variation))
    #expect(relativeError(try team.logLateShare(beyondSeconds: 240 * ratio), expected) <= 1e-13)
  }

  @Test(arguments: [
    (4.0, 3.0, 10, 2000.0, -2.5737821586588675e3), (2.0, 1.0, 10, 300, -9.32505516988610687e2),
    (6.0, 3.5, 10, 20000, -3.6844967472511774e3),
  ])
  func `the tail of a class keeps its digits far below the least Double`(
    above: Double, own: Double, agents: Int, ratio: Double, expected: Double
  ) throws {
    let desk = try Priorities.Performance(
      arrivals: [above, own], perSeconds: 240, agents: agents, handleSeconds: 240)
    let late = try desk.classes[1].logLateShare(beyondSeconds: 240 * ratio)
    #expect(relativeError(late, expected) <= 1e-13)
  }

  @Test(arguments: [
    (6.0, 8, 120.0, -9.67203275819278923e2), (48.0, 50, 30, -1.41632611649028539e3),
    (2.0, 260, 0.25, -1.07577207463399335e3),
  ])
  func `the tail with lognormal patience keeps its digits far below the least Double`(
    load: Double, agents: Int, ratio: Double, expected: Double
  ) throws {
    let team = try MMnG.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 240,
      patience: .lognormal(meanSeconds: 480, variation: 1))
    #expect(relativeError(try team.logLateShare(beyondSeconds: 240 * ratio), expected) <= 1e-13)
  }

  @Test(arguments: [(1e9, -3.03628655171011709e2), (1e30, -3.41294035878353614e3)])
  func `lognormal times keep the digits of their tail`(seconds: Double, expected: Double) throws {
    let time = try TimeDistribution.lognormal(meanSeconds: 2, variation: 1)
    #expect(relativeError(time.logShareLonger(thanSeconds: seconds), expected) <= 1e-14)
  }

  @Test func `M/D/c refuses a wait for which its table would be too long`() throws {
    let team = try MDc.Performance(
      load: OfferedLoad(erlangs: 1), agents: 300, handleSeconds: 240)
    #expect(throws: QueueError.self) { try team.logLateShare(beyondSeconds: 240 * 50) }
  }

  @Test func `chats with one slot have the tail of phone calls`() throws {
    let load = try OfferedLoad(erlangs: 6)
    let chat = try ChatDesk.Performance(
      arrivals: 6, perSeconds: 240, agents: 400,
      speed: ChatDesk.Speed(secondsByLevel: [240]), patience: nil)
    let phone = try ErlangC.Performance(load: load, agents: 400, handleSeconds: 240)
    let impatient = try ChatDesk.Performance(
      arrivals: 6, perSeconds: 240, agents: 400,
      speed: ChatDesk.Speed(secondsByLevel: [240]), patience: .exponential(meanSeconds: 480))
    let phones = try ErlangA.Performance(
      load: load, agents: 400, handleSeconds: 240, patienceSeconds: 480)
    for seconds in [0.0, 60, 6000] {
      let late = try chat.logLateShare(beyondSeconds: seconds)
      #expect(relativeError(late, try phone.logLateShare(beyondSeconds: seconds)) <= 1e-14)
      let left = try impatient.logLateShare(beyondSeconds: seconds)
      #expect(relativeError(left, try phones.logShareWaiting(beyondSeconds: seconds)) <= 1e-13)
    }
  }

  @Test func `a logarithm is that of the share itself where both can be had`() throws {
    var generator = SplitMix64(state: 300)
    for _ in 0..<40 {
      let load = try OfferedLoad(erlangs: Double.random(in: 0.1...60, using: &generator))
      let agents = Int(load.erlangs) + Int.random(in: 1...20, using: &generator)
      let seconds = Double.random(in: 0...2000, using: &generator)
      let lost = try ErlangB.Performance(load: load, agents: agents)
      #expect(relativeError(exp(lost.logBlocking), lost.blocking) <= 1e-12)
      let finite = try MMcK.Performance(
        load: load, agents: agents, places: agents + 7, handleSeconds: 240)
      #expect(relativeError(exp(finite.logBlocking), finite.blocking) <= 1e-12)
      let fixed = try MDc.Performance(load: load, agents: agents, handleSeconds: 240)
      #expect(relativeError(exp(fixed.logWaitProbability), fixed.waitProbability) <= 1e-12)
      let varied = try MGc.Performance(
        load: load, agents: agents, handleSeconds: 240, squaredVariation: 0.5)
      let late = try varied.lateShare(beyondSeconds: seconds)
      #expect(relativeError(exp(try varied.logLateShare(beyondSeconds: seconds)), late) <= 1e-12)
    }
  }

  @Test func `without work the logarithm of nothing is minus infinity`() throws {
    let none = try OfferedLoad(erlangs: 0)
    #expect(try ErlangB.logBlocking(load: none, agents: 3) == -.infinity)
    #expect(try ErlangB.logBlocking(load: none, continuousAgents: 3.5) == -.infinity)
    let patient = try ErlangC.Performance(load: none, agents: 3, handleSeconds: 240)
    #expect(try patient.logLateShare(beyondSeconds: 20) == -.infinity)
    let finite = try MMcK.Performance(load: none, agents: 3, places: 5, handleSeconds: 240)
    #expect(finite.logBlocking == -.infinity)
    #expect(try finite.logLateShare(beyondSeconds: 20) == -.infinity)
    let few = try Engset.Performance(sources: 5, load: none, agents: 3)
    #expect(few.logBlocking == -.infinity)
    let enough = try Engset.Performance(sources: 5, load: OfferedLoad(erlangs: 1), agents: 5)
    #expect(enough.logBlocking == -.infinity && enough.blocking == 0)
    let fixed = try MDc.Performance(load: none, agents: 3, handleSeconds: 240)
    #expect(try fixed.logLateShare(beyondSeconds: 20) == -.infinity)
    let one = try MG1.Performance(load: none, handling: .exponential(meanSeconds: 240))
    #expect(try one.logLateShare(beyondSeconds: 20) == -.infinity)
  }
}
