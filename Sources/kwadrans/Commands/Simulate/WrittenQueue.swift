import Simulation

/// Shares of classes, the most urgent first, such as `20%,80%`.
struct WrittenClasses: Hashable {
  /// They add up to 1.
  let shares: [Double]

  init(written: String) throws {
    let parts = written.split(separator: ",", omittingEmptySubsequences: false)
    let shares = try parts.map { try Share(written: $0).value }
    let sum = shares.reduce(0, +)
    guard abs(sum - 1) < 1e-6, shares.count <= 100 else {
      throw UnreadableValue(
        description: "write a share for each class, the most urgent first, that add up to 100%, "
          + "such as 20%,80%")
    }
    // Exact to the last bit, as thirds are not.
    self.shares = shares.map { $0 / sum }
  }
}

/// How many cases come back, and after how long, such as `0.3,after=2h`.
struct WrittenReturn: Hashable {
  let share: Double
  let after: Distribution

  init(written: String) throws {
    let parts = written.split(separator: ",", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix("after=") else {
      throw UnreadableValue(
        description: "write a share of touches and a time, such as 30%,after=2h")
    }
    share = try Share(partWritten: parts[0]).value
    guard share <= 0.99 else {
      throw UnreadableValue(description: "at most 99% of touches can bring the case back")
    }
    after = try WrittenDistribution(written: String(parts[1].dropFirst(6))).distribution
  }
}
