import Foundation
import Queueing
import ServiceTime
import Standards
import Testing

/// The numbers in the advice on 100%, against the formula that they are derived from.
struct PriceOfNinesTests {
  private func price(within: String, kind: String = "first-response") throws -> PriceOfNines {
    let text = Catalogues.text(standard: "- {id: a, title: A, \(kind): {within: \(within)}}")
    return PriceOfNines(try #require(Catalogues.read(text).catalogue.standards.first).requirement)
  }

  /// The share of those who wait longer than `wait` handling times, among all.
  private func misses(_ load: OfferedLoad, _ agents: Int, after wait: Double) throws -> Double {
    let agents = max(agents, Int(load.erlangs) + 1)
    let waiting = try ErlangC.waitProbability(load: load, agents: agents)
    return waiting * exp(-(Double(agents) - load.erlangs) * wait)
  }

  @Test(arguments: [5, 15, 30, 60, 240])
  func `so many people are enough for 99%, and so many more for each nine`(minutes: Int) throws {
    let price = try price(within: "\(minutes) min")
    let first = Double(try #require(price.hundredthsOfPeople(forNines: 2))) / 100
    let more = Double(try #require(price.hundredthsOfPeople(forNines: 1))) / 100
    let wait = Double(minutes) / 5
    for tenths in stride(from: 1, through: 400, by: 7) {
      let load = try OfferedLoad(erlangs: Double(tenths) / 10)
      // People are whole; the bound in fractions holds for the next whole number.
      for nines in 0...2 {
        let people = load.erlangs + first + Double(nines) * more
        let misses = try misses(load, Int(people.rounded(.up)), after: wait)
        #expect(misses <= [0.01, 0.001, 0.0001][nines] * (1 + 1e-9), "\(load) \(nines)")
      }
    }
  }

  @Test func `the price of a nine is no more than it takes where everybody waits`() throws {
    // At a load just below the people, C is almost 1 and the bound is almost reached.
    let more =
      Double(
        try #require(price(within: "60 min").hundredthsOfPeople(forNines: 1))) / 100
    #expect(abs(more - 2.302585 / 12) <= 0.01)
    #expect(try price(within: "15 min").hundredthsOfPeople(forNines: 1) == 77)
    #expect(try price(within: "15 min").hundredthsOfPeople(forNines: 2) == 154)
    #expect(try price(within: "5 min").hundredthsOfPeople(forNines: 1) == 231)
    #expect(try price(within: "299 s").hundredthsOfPeople(forNines: 1) == nil)
    #expect(try price(within: "1 h", kind: "resolution").hundredthsOfPeople(forNines: 1) == nil)
    #expect(try price(within: "3650 days").hundredthsOfPeople(forNines: 1) == 1)
  }

  @Test func `the example for short waits is the least that lets so many not wait at all`() throws {
    let load = try OfferedLoad(erlangs: Double(PriceOfNines.example.erlangs))
    for (people, misses) in zip(PriceOfNines.example.people, [0.01, 0.001, 0.0001]) {
      #expect(try ErlangC.waitProbability(load: load, agents: people) <= misses)
      #expect(try ErlangC.waitProbability(load: load, agents: people - 1) > misses)
    }
  }
}
