/// How well an act is seen in replies.
package struct Evaluation: Sendable {
  /// Of one reply: the score, and whether the act is there.
  package typealias Case = (score: Float, isThere: Bool)

  package let cases: [Case]

  package init(_ cases: [Case]) {
    self.cases = cases.sorted { $0.score > $1.score }
  }

  /// What is found at or above a score.
  package struct Counts: Sendable, Equatable {
    package var found = 0
    package var wrong = 0
    package var missed = 0

    package var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }
    package var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }
    package var f1: Double {
      found == 0 ? 0 : Double(2 * found) / Double(2 * found + wrong + missed)
    }
  }

  /// The counts when what scores at least so much is taken to be there.
  package func counts(from score: Float) -> Counts {
    var counts = Counts()
    for one in cases {
      switch (one.score >= score, one.isThere) {
      case (true, true): counts.found += 1
      case (true, false): counts.wrong += 1
      case (false, true): counts.missed += 1
      case (false, false): break
      }
    }
    return counts
  }

  /// The score from which the F1 is best; of equal ones the highest.
  package var best: (score: Float, counts: Counts) {
    var best: (score: Float, counts: Counts) = (100, counts(from: 100))
    for one in cases where one.isThere {
      let counts = counts(from: one.score)
      if counts.f1 > best.counts.f1 { best = (one.score, counts) }
    }
    return best
  }

  /// The lowest score from which the lower end of the 95% interval of precision (Wilson) is at least so
  /// much; none where there is no such score.
  package func sure(_ precision: Double) -> Float? {
    var sure: Float?
    var (found, all) = (0, 0)
    for (index, one) in cases.enumerated() {
      all += 1
      if one.isThere { found += 1 }
      if index + 1 < cases.count, cases[index + 1].score == one.score { continue }
      if Self.wilson(found, of: all).lower >= precision { sure = one.score }
    }
    return sure
  }

  /// The highest score below which at most so large a share of replies has the act.
  package func absent(_ share: Double) -> Float? {
    var absent: Float?
    var (there, all) = (0, 0)
    for (index, one) in cases.reversed().enumerated() {
      if index > 0, Double(there) <= share * Double(all) { absent = one.score }
      all += 1
      if one.isThere { there += 1 }
    }
    return absent
  }

  /// The share of replies between two scores.
  package func share(from low: Float, below high: Float) -> Double {
    let between = cases.count { $0.score >= low && $0.score < high }
    return cases.isEmpty ? 0 : Double(between) / Double(cases.count)
  }

  /// The 95% interval of a share (Wilson, 1927).
  package static func wilson(_ count: Int, of all: Int) -> (lower: Double, upper: Double) {
    guard all > 0 else { return (0, 1) }
    let (n, z) = (Double(all), 1.959964)
    let share = Double(count) / n
    let middle = share + z * z / (2 * n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return ((middle - half) / scale, (middle + half) / scale)
  }
}
