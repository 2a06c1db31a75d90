import Statistics
import Testing

struct ShrinkingTests {
  /// Hits of 45 at bat of eighteen players, B. Efron and C. Morris, 1977.
  @Test func `batting averages are shrunk as in 1977`() throws {
    let hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7]
    let averages = hits.map { Double($0) / 45 }
    let mean = averages.reduce(0, +) / 18
    let shrunk = try JamesStein(averages, variance: mean * (1 - mean) / 45)
    #expect(abs(shrunk.mean - 0.2654) < 5e-5)
    #expect(abs(shrunk.kept - 0.212) < 5e-4)
    #expect(abs(shrunk.estimates[0] - 0.294) < 5e-4)
    #expect(abs(shrunk.estimates[17] - 0.242) < 5e-4)
  }

  @Test func `values that differ less than chance are all the mean`() throws {
    let shrunk = try JamesStein([1, 1.1, 0.9, 1], variance: 5)
    #expect(shrunk.kept == 0 && shrunk.estimates.allSatisfy { abs($0 - 1) <= 1e-15 })
    #expect(try JamesStein([2, 2, 2, 2], variance: 1).estimates == [2, 2, 2, 2])
  }

  @Test func `shrunk shares and intervals agree with scipy`() throws {
    let members = try Expected.shrunk.map { try Proportion(kept: $0.kept, of: $0.all) }
    let spread = try TeamSpread(members)
    #expect(abs(spread.correlation - Expected.correlation) <= 1e-12)
    for (member, row) in zip(members, Expected.shrunk) {
      let interval = try spread.interval(member)
      #expect(abs(spread.shrunk(member) - row.share) <= 1e-12)
      #expect(abs(interval.low - row.low) <= 1e-10 && abs(interval.high - row.high) <= 1e-10)
    }
  }

  @Test func `members that differ no more than chance are the team`() throws {
    let alike = try [(9, 10), (18, 20), (45, 50)].map { try Proportion(kept: $0.0, of: $0.1) }
    let spread = try TeamSpread(alike)
    #expect(spread.correlation == 0 && spread.weight == nil)
    for member in alike {
      #expect(spread.shrunk(member) == 0.9)
      #expect(try spread.interval(member) == Proportion(kept: 72, of: 80).wilson())
    }
    let perfect = try TeamSpread([Proportion(kept: 3, of: 3), Proportion(kept: 5, of: 5)])
    #expect(perfect.correlation == 0 && perfect.share == 1)
  }

  @Test func `members of whom each keeps all or nothing are themselves`() throws {
    let (all, none) = (try Proportion(kept: 20, of: 20), try Proportion(kept: 0, of: 20))
    let spread = try TeamSpread([all, none, all, none])
    #expect(spread.correlation == 1 && spread.weight == nil)
    #expect(spread.shrunk(all) == 1 && spread.shrunk(none) == 0)
    #expect(try spread.interval(all) == all.wilson())
  }

  @Test func `few cases are drawn in further than many`() throws {
    let spread = try TeamSpread(Expected.shrunk.map { try Proportion(kept: $0.kept, of: $0.all) })
    let (few, many) = (try Proportion(kept: 2, of: 4), try Proportion(kept: 200, of: 400))
    #expect(spread.shrunk(few) > spread.shrunk(many))
    #expect(spread.shrunk(many) > 0.5 && spread.shrunk(few) < spread.share)
  }

  /// A theorem in the long run: over a team, shrunk shares are nearer to the truth.
  @Test func `shrunk shares are nearer to the truth, and their intervals hold it`() throws {
    var generator = Seeded(8)
    var (raw, shrunk, held) = (0.0, 0.0, 0)
    for _ in 0..<100 {
      let truths = (0..<20).map { _ in Double.random(in: 0.75..<0.99, using: &generator) }
      let members = try truths.map { truth -> Proportion in
        let cases = Int.random(in: 5...60, using: &generator)
        return try Proportion(kept: generator.kept(of: cases, chance: truth), of: cases)
      }
      let spread = try TeamSpread(members)
      for (member, truth) in zip(members, truths) {
        raw += (member.share - truth) * (member.share - truth)
        shrunk += (spread.shrunk(member) - truth) * (spread.shrunk(member) - truth)
        if try spread.interval(member).contains(truth) { held += 1 }
      }
    }
    #expect(shrunk < 0.7 * raw)
    // Lower than 95%, since the spread itself is an estimate.
    #expect(held >= 1700)
  }

  @Test func `too few groups are errors`() throws {
    #expect(throws: StatisticsError.tooFew("four groups")) {
      try JamesStein([1, 2, 3], variance: 1)
    }
    for value in [Double.nan, .infinity] {
      #expect(throws: StatisticsError.self) { try JamesStein([1, 2, 3, value], variance: 1) }
      #expect(throws: StatisticsError.self) { try JamesStein([1, 2, 3, 4], variance: value) }
    }
    #expect(throws: StatisticsError.self) { try JamesStein([1, 2, 3, 4], variance: 0) }
    #expect(throws: StatisticsError.tooFew("two members with cases")) {
      try TeamSpread([Proportion(kept: 1, of: 2)])
    }
    let billion = try Proportion(kept: 0, of: 1_000_000_000)
    #expect(throws: StatisticsError.self) { try TeamSpread([billion, billion]) }
    let single = try Proportion(kept: 1, of: 1)
    #expect(try TeamSpread([single, single]).correlation == 0)
  }
}
