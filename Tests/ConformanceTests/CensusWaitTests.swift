import Foundation
import Standards
import Testing
import Tickets

@testable import Conformance

/// How long cases took.
struct CensusWaitTests {
  /// The worked examples of "Percentile, the nearest-rank method" in Wikipedia.
  @Test(
    arguments: [
      ([15, 20, 35, 40, 50], [(5, 15), (30, 20), (40, 20), (50, 35), (100, 50)]),
      ([3, 6, 7, 8, 8, 10, 13, 15, 16, 20], [(25, 7), (50, 8), (75, 15), (100, 20)]),
      ([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], [(25, 7), (50, 9), (75, 15), (100, 20)]),
      ([7], [(1, 7), (50, 7), (95, 7)]),
    ] as [([Int32], [(Int, Int)])])
  func `quantiles are by the nearest rank`(waits: [Int32], expected: [(Int, Int)]) {
    let sorted = SortedWaits(waits.reversed().map { ($0, false) })
    for (percent, seconds) in expected {
      #expect(
        sorted.quantile(percent) == WaitQuantile(seconds: seconds, isAtLeast: false),
        "\(percent)% of \(waits)")
    }
  }

  @Test func `without waits there is no quantile, and none beyond 100%`() {
    #expect(SortedWaits([]).quantile(50) == nil)
    #expect(SortedWaits([(1, false)]).quantile(0) == nil)
    #expect(SortedWaits([(1, false)]).quantile(101) == nil)
  }

  @Test func `a wait that goes on makes only those quantiles a bound which it may reach`() {
    let waits: [(Int32, Bool)] = (1...10).map { ($0, $0 == 10) }
    let sorted = SortedWaits(waits)
    #expect(sorted.quantile(50) == WaitQuantile(seconds: 5, isAtLeast: false))
    #expect(sorted.quantile(90) == WaitQuantile(seconds: 9, isAtLeast: false))
    #expect(sorted.quantile(95) == WaitQuantile(seconds: 10, isAtLeast: true))
    // A short one may grow past all others, so every quantile is a bound.
    let young = SortedWaits((1...10).map { ($0, $0 == 1) })
    #expect(young.quantile(50) == WaitQuantile(seconds: 5, isAtLeast: true))
  }

  /// Against every length that the running waits may still come to.
  @Test func `a bound is the least that a quantile can be`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let waits = (0..<random.index(below: 12) + 1).map { _ in
        (seconds: Int32(random.index(below: 9)), isLowerBound: random.index(below: 4) == 0)
      }
      for percent in [50, 90, 95] {
        let quantile = SortedWaits(waits).quantile(percent)
        func ended(_ more: Int32) -> Int? {
          SortedWaits(waits.map { ($0.seconds + ($0.isLowerBound ? more : 0), false) })
            .quantile(percent)?.seconds
        }
        #expect(quantile?.seconds == ended(0))
        #expect(quantile?.isAtLeast == (ended(0) != ended(100)))
      }
    }
  }

  @Test func `waits count on the opening hours and on the customer's own clock`() throws {
    let tickets = try [
      ("2026-03-02T09:00:00+01:00", 6), ("2026-03-02T10:00:00+01:00", 8),
      // Ten minutes in the evening, the night, three in the morning.
      ("2026-03-02T19:50:00+01:00", 12 * 60 + 13),
    ].map { try CensusTests.ticket(at: $0.0, minutes: $0.1) }
    let waits = try #require(try CensusTests.census([CensusTests.quarter], tickets).first?.waits)
    #expect(waits.count == 3)
    #expect(waits.unfinished == 0)
    #expect(waits.opening.median.seconds == 8 * 60)
    #expect(waits.opening.ninety.seconds == 13 * 60)
    #expect(waits.customer.median.seconds == 8 * 60)
    #expect(waits.customer.ninetyFive.seconds == (12 * 60 + 13) * 60)
  }

  @Test func `whoever gave up or was closed unanswered waited at least so long`() throws {
    // A call given up after two minutes, one that is picked up, a mail closed after two minutes.
    let pickUp =
      "{id: pick-up, title: P, applies-to: {channel: phone}, pick-up: {within: 20 s, share: 80%}}"
    let tickets = try [
      CensusTests.ticket(
        at: "2026-03-02T09:00:00+01:00", minutes: nil, channel: "phone", then: [.abandoned]),
      CensusTests.ticket(
        at: "2026-03-02T09:00:00+01:00", minutes: nil, channel: "phone",
        then: [.answered(agent: "ola")]),
      CensusTests.ticket(
        at: "2026-03-02T09:00:00+01:00", minutes: nil, then: [.status(.closed)]),
      CensusTests.ticket(at: "2026-03-02T09:00:00+01:00", minutes: 1),
    ]
    let results = try CensusTests.census([pickUp, CensusTests.quarter], tickets)
    #expect(results.map(\.counts.missed) == [2, 1])
    #expect(results.map(\.waits?.count) == [2, 2])
    #expect(results.map(\.waits?.unfinished) == [1, 1])
    #expect(results[0].waits?.opening.median == WaitQuantile(seconds: 120, isAtLeast: false))
    #expect(results[0].waits?.opening.ninety == WaitQuantile(seconds: 120, isAtLeast: true))
    #expect(results[1].waits?.opening.ninety == WaitQuantile(seconds: 120, isAtLeast: true))
    // Closed within the target: missed, though not late.
    #expect(results[1].worst.isEmpty)
  }

  @Test func `closed too late is no answer, solved too late is a solution`() throws {
    let solve = "{id: solve, title: S, resolution: {within: 1 min, share: 95%}}"
    let fast = CensusTests.standard("share: 95%").replacingOccurrences(of: "15 min", with: "1 min")
    let ticket = try CensusTests.ticket(
      at: "2026-03-02T09:00:00+01:00", minutes: nil, then: [.status(.solved)])
    let results = try CensusTests.census([fast, solve], [ticket])
    #expect(results.map(\.counts.missed) == [1, 1])
    #expect(results.map(\.waits?.unfinished) == [1, 0])
  }
}
