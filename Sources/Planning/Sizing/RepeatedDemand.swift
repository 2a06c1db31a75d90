import Queueing

/// A deferred channel's demand that repeats for ever, its last mail waiting at its own start.
///
/// It is looked at several times in a row, long enough that everything that comes in the first
/// `margin` + 1 times is due before the last of them ends. Once as much can be done in a span as
/// comes in it, all later spans are like the second: the backlog is the largest excess of arrivals
/// over capacity in any window that ends now, and windows longer than a span add nothing to it.
struct RepeatedDemand {
  private let demand: DeferredDemand
  private let work: DeferredWork
  private let efficiency: Double
  private let margin: Int
  /// Intervals after the last repetition, for what is due then.
  private let stepsBeyond: Int

  /// So many intervals are searched for people who can be spared; in more, a few too many may stay.
  private static let mostSearched = 5000
  /// So many intervals, all repetitions together, are planned at all.
  private static let mostPlanned = 1_000_000.0

  /// Poses the question; nil when the promise is too many times as long as the span.
  ///
  /// - Parameters:
  ///   - demand: What comes in one span, which must be open at some time.
  ///   - within: The promise (unit: open s).
  ///   - step: The length of an interval (unit: s).
  ///   - efficiency: The share of their time that people may work (0 < share ≤ 1).
  /// - Throws: `DeferredWorkError` for numbers beyond all measure.
  init?(
    _ demand: DeferredDemand, within: Double, step: Double, efficiency: Double
  ) throws(DeferredWorkError) {
    let margin = 1 + (within / demand.span).rounded(.up)
    guard demand.span > 0, Double(demand.intervals) * margin < Self.mostPlanned else { return nil }
    self.demand = demand
    self.efficiency = efficiency
    self.margin = Int(margin)
    let all = demand.repeated(2 * self.margin + 1)
    work = try all.work(step: step, efficiency: efficiency)
    stepsBeyond = all.longGrid(step: step).count - all.grid.count
  }

  /// What happens in each interval of a span far from the first, with the least people.
  ///
  /// The people of a span in the middle are taken, far from the empty start and the empty end. Where
  /// they are too few when they come back every time, the most that any span has take their place,
  /// and more while even those cannot do all work; then whoever can be spared goes.
  ///
  /// - Throws: `DeferredWorkError` for more people than anybody has.
  /// - Complexity: O(n · M) with n intervals in a span and M points in all repetitions.
  func leastPeople() throws(DeferredWorkError) -> [DeferredWork.Interval] {
    let all = work.leastPeople().people
    let count = demand.intervals
    var people = Array(all[margin * count..<(margin + 1) * count])
    if try !isEnough(people) {
      for (index, number) in all.prefix((2 * margin + 1) * count).enumerated() {
        people[index % count] = max(people[index % count], number)
      }
      // Only all work together can still be too much, so more people help.
      while people.contains(where: { $0 > 0 }), try !isEnough(people) {
        people = people.map { $0 > 0 ? $0 + 1 : 0 }
      }
    }
    if count <= Self.mostSearched { people = try lowered(people) }
    return Array(try outcome(people)[margin * count..<(margin + 1) * count])
  }

  /// Takes one person after the other from each interval, from the last to the first.
  private func lowered(_ people: [Int]) throws(DeferredWorkError) -> [Int] {
    var people = people
    for index in people.indices.reversed() {
      while people[index] > 0 {
        people[index] -= 1
        if try isEnough(people) { continue }
        people[index] += 1
        break
      }
    }
    return people
  }

  /// Whether these people, every time the same, do all work in time for ever.
  private func isEnough(_ people: [Int]) throws(DeferredWorkError) -> Bool {
    let total = demand.visible.reduce(0) { $0 + $1.work }
    let capacity = zip(people, zip(demand.grid, demand.grid.dropFirst()))
      .reduce(0) { $0 + Double($1.0) * ($1.1.1 - $1.1.0) * efficiency }
    // The margin is that of deadlines: rounding in sums of work.
    guard capacity >= total * (1 - 1e-12) - 1e-6 else { return false }
    return try outcome(people).prefix((margin + 1) * people.count)
      .allSatisfy { $0.inTimeShare >= 1 }
  }

  /// What happens in all repetitions; nobody is there for what is due after the last.
  private func outcome(_ people: [Int]) throws(DeferredWorkError) -> [DeferredWork.Interval] {
    let repeated = (0..<2 * margin + 1).flatMap { _ in people }
    return try work.outcome(people: repeated + Array(repeating: 0, count: stepsBeyond))
  }
}
