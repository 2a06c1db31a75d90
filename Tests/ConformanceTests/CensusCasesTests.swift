import Testing

@testable import Conformance

struct CensusCasesTests {
  private static let plain = CaseTraits(channel: 1, topic: 2, team: 0, priority: 3)

  private static func kept(_ cases: [CensusCase]) -> CensusCases {
    var kept = CensusCases()
    for one in cases { kept.append(one) }
    return kept
  }

  private static func make(
    day: Int32 = 20_000, elapsed: Int32 = 600, wall: Int32 = 600,
    traits: CaseTraits = plain, state: CensusCase.State = .met, isLowerBound: Bool = false
  ) -> CensusCase {
    CensusCase(
      day: day, elapsed: elapsed, wall: wall, traits: traits, state: state,
      isLowerBound: isLowerBound)
  }

  @Test func `without cases there are none`() {
    #expect(Array(CensusCases()) == [])
    #expect(CensusCases().count == 0)
  }

  @Test func `the least and the most come back as they were`() {
    let traits = CaseTraits(channel: .max, topic: .min, team: 0, priority: -1)
    var cases: [CensusCase] = []
    for day in [CensusCase.noDay, .max, 0, -1, 1, CensusCase.noDay] {
      for (elapsed, wall) in [(-1, -1), (0, .max), (.max, 0), (.max, .max), (127, 128), (0, -1)]
        as [(Int32, Int32)]
      {
        for state in CensusCase.State.allCases {
          cases.append(
            Self.make(
              day: day, elapsed: elapsed, wall: wall,
              traits: cases.count.isMultiple(of: 2) ? traits : Self.plain, state: state,
              isLowerBound: cases.count.isMultiple(of: 3)))
        }
      }
    }
    let kept = Self.kept(cases)
    #expect(Array(kept) == cases)
    #expect(kept.count == cases.count)
  }

  /// More than one piece of memory.
  @Test func `many cases come back as they were, twice`() {
    var random = SplitMix64(seed: 3)
    let cases = (0..<20_000).map { number -> CensusCase in
      let elapsed = Int32(random.index(below: 100_000)) - 1
      return Self.make(
        day: 20_000 + Int32(number / 50) - Int32(random.index(below: 3)), elapsed: elapsed,
        wall: elapsed + Int32(random.index(below: 2) * random.index(below: 500_000)),
        traits: CaseTraits(
          channel: Int32(random.index(below: 4)), topic: Int32(random.index(below: 9)), team: 0,
          priority: Int32(random.index(below: 3))),
        state: CensusCase.State.allCases[random.index(below: 5)],
        isLowerBound: random.index(below: 7) == 0)
    }
    let kept = Self.kept(cases)
    #expect(Array(kept) == cases)
    #expect(Array(kept) == cases)
    // A mark, one byte of days and traits each, three each of two times.
    #expect(kept.bytes <= 9 * cases.count, "\(kept.bytes)")
  }

  @Test func `a case like the one before takes little`() {
    let kept = Self.kept(Array(repeating: Self.make(), count: 10_000))
    #expect(kept.bytes < 4 * kept.count, "\(kept.bytes)")
  }
}
