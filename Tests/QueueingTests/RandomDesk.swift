import Queueing

/// A small random desk with deferred work, and slow ways to judge its schedules, written from the
/// definition and sharing nothing with the code under test.
struct RandomDesk {
  /// Work that comes evenly from `from` to `to` and is due `delay` later.
  struct Job {
    var from: Double
    var to: Double
    var work: Double
    var delay: Double
  }

  var generator: SplitMix64
  var grid: [Double] = [0]
  var jobs: [Job] = []
  var efficiency = 1.0

  /// Any lengths, any moments; deadlines in the order of arrivals.
  init(seed: UInt64) {
    generator = SplitMix64(state: seed &* 7919 &+ 1)
    let count = Int.random(in: 1...14, using: &generator)
    for _ in 0..<count {
      let length: Double
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: length = 0
      case 1: length = Double.random(in: 1...1000, using: &generator)
      default: length = 900
      }
      grid.append(grid[grid.count - 1] + length)
    }
    if Bool.random(using: &generator) {
      efficiency = Double.random(in: 0.5...1, using: &generator)
    }
    let end = grid[grid.count - 1]
    var from = 0.0
    let whole = Bool.random(using: &generator)
    var delay = Double.random(in: 1...3000, using: &generator)
    for _ in 0..<Int.random(in: 0...10, using: &generator) {
      from += Double.random(in: 0...max(1, end / 6), using: &generator)
      if whole { from = (from / 900).rounded() * 900 }
      var to = from
      if Bool.random(using: &generator) {
        to += whole ? 900 : Double.random(in: 1...1500, using: &generator)
      }
      // Later jobs may have more time, or less, as long as the order of deadlines is kept.
      if let last = jobs.last {
        delay = last.to + last.delay - from
        delay = max(1, delay + Double.random(in: 0...600, using: &generator))
        if whole { delay = (delay / 300).rounded(.up) * 300 }
      }
      let work = Double.random(in: 1...6000, using: &generator)
      jobs.append(Job(from: from, to: to, work: whole ? work.rounded() : work, delay: delay))
      from = to
    }
  }

  /// Intervals of one length, everything at boundaries.
  init(evenGrid seed: UInt64) {
    generator = SplitMix64(state: seed &* 104_729 &+ 5)
    let count = Int.random(in: 1...16, using: &generator)
    grid = (0...count).map { Double($0) * 900 }
    let delay = Int.random(in: 1...6, using: &generator)
    for k in 0..<count where Int.random(in: 0..<3, using: &generator) > 0 {
      let work = Double(Int.random(in: 1...4000, using: &generator))
      jobs.append(
        Job(from: grid[k], to: grid[k], work: work, delay: Double(delay) * 900))
    }
  }

  /// 3,000 quarters of an hour with day and night, due in four hours.
  static func month() throws -> DeferredWork {
    let grid = (0...3000).map { Double($0) * 900 }
    var arrivals: [WorkCurve.Parcel] = []
    var deadlines: [WorkCurve.Parcel] = []
    for k in 0..<3000 {
      let quarter = Double((k * 37) % 96)
      let work = 900 * (400 + 16 * abs(quarter - 48) + Double((k * 7919) % 101))
      let from = grid[k]
      arrivals.append(.init(from: from, to: from + 900, work: work))
      deadlines.append(.init(from: from + 14_000, to: from + 14_900, work: work))
    }
    return try DeferredWork(
      grid: grid, arrivals: WorkCurve(parcels: arrivals), deadlines: WorkCurve(parcels: deadlines))
  }

  func question() throws -> DeferredWork {
    try DeferredWork(
      grid: grid,
      arrivals: WorkCurve(parcels: jobs.map { .init(from: $0.from, to: $0.to, work: $0.work) }),
      deadlines: WorkCurve(
        parcels: jobs.map {
          .init(from: $0.from + $0.delay, to: $0.to + $0.delay, work: $0.work)
        }),
      efficiency: efficiency)
  }

  var lengths: [Double] { zip(grid, grid.dropFirst()).map { $1 - $0 } }

  /// The documented size of rounding.
  var tolerance: Double { 1e-6 + 1e-12 * jobs.reduce(0) { $0 + $1.work } }

  /// Work that came before the moment; a jump at the moment itself does not count.
  func visible(before u: Double) -> Double {
    jobs.reduce(0) { sum, job in
      if job.from == job.to { return sum + (job.from < u ? job.work : 0) }
      return sum + job.work * min(1, max(0, (u - job.from) / (job.to - job.from)))
    }
  }

  /// Work due by the moment; a jump at the moment itself counts.
  func due(by u: Double) -> Double {
    jobs.reduce(0) { sum, job in
      let (from, to) = (job.from + job.delay, job.to + job.delay)
      if job.from == job.to { return sum + (from <= u ? job.work : 0) }
      return sum + job.work * min(1, max(0, (u - from) / (to - from)))
    }
  }

  func capacity(_ people: [Int], by u: Double) -> Double {
    people.indices.reduce(0) { sum, k in
      sum + Double(people[k]) * efficiency * max(0, min(u, grid[k + 1]) - grid[k])
    }
  }

  var moments: [Double] {
    let all = grid + jobs.flatMap { [$0.from, $0.to, $0.from + $0.delay, $0.to + $0.delay] }
    return Set(all.filter { $0 >= 0 && $0 <= grid[grid.count - 1] }).sorted()
  }

  /// The most by which anything is late in any window (s, u]; not more than 0 when all is in time.
  func worstLateness(_ people: [Int]) -> Double {
    let moments = moments
    let capacities = moments.map { capacity(people, by: $0) }
    var worst = -Double.infinity
    for (i, s) in moments.enumerated() {
      let before = i == 0 ? 0 : visible(before: s)
      for j in i..<moments.count {
        worst = max(worst, due(by: moments[j]) - before - (capacities[j] - capacities[i]))
      }
    }
    return worst
  }

  func tightestWindow() -> Double {
    let moments = moments
    var most = 0.0
    for (i, s) in moments.enumerated() {
      let before = i == 0 ? 0 : visible(before: s)
      for u in moments[(i + 1)...] { most = max(most, (due(by: u) - before) / (u - s)) }
    }
    return most
  }

  /// Work done by the moment, as the minimum over all moments since which the pool was busy.
  func done(_ people: [Int], by u: Double) -> Double {
    let total = capacity(people, by: u)
    var least = total
    for s in moments where s > 0 && s <= u {
      least = min(least, visible(before: s) + total - capacity(people, by: s))
    }
    return min(least, visible(before: u))
  }

  struct Naive {
    var arrived: Double
    var workDone: Double
    var backlog: Double
    var inTimeShare: Double
  }

  /// Each interval from its definition: work by formula, and the share in time from samples.
  func simulate(_ people: [Int]) -> [Naive] {
    var from = 0.0
    return people.indices.map { k in
      let length = grid[k + 1] - grid[k]
      let to = visible(before: grid[k + 1])
      let (left, right) = (done(people, by: grid[k]), done(people, by: grid[k + 1]))
      guard length > 0 else {
        return Naive(arrived: 0, workDone: right - left, backlog: to - right, inTimeShare: 1)
      }
      defer { from = to }
      let arrived = to - from
      var inTime = 0.0
      let samples = 400
      for sample in 0..<samples where arrived > 1e-9 {
        let piece = from + arrived * (Double(sample) + 0.5) / Double(samples)
        let deadline = self.deadline(of: piece)
        let isInTime =
          deadline > grid[grid.count - 1] || done(people, by: deadline) >= piece - 2e-6
        if isInTime { inTime += 1 / Double(samples) }
      }
      return Naive(
        arrived: arrived, workDone: right - left, backlog: to - right,
        inTimeShare: arrived > 1e-9 ? inTime : 1)
    }
  }

  /// When a piece of work, counted in order of arrival, is due.
  func deadline(of piece: Double) -> Double {
    var before = 0.0
    for job in jobs {
      if piece <= before + job.work {
        let share = (piece - before) / job.work
        return job.from + job.delay + (job.to - job.from) * share
      }
      before += job.work
    }
    return .infinity
  }

  /// The least sum of people over equal intervals with everything at boundaries, none above
  /// `peak`: the longest path through all conditions on differences of running sums, and exact.
  func leastPersonIntervals(atMost peak: Int) -> Int {
    let count = lengths.count
    var sums = [Int](repeating: 0, count: count + 1)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for j in 0...count {
        for i in 0..<max(j, 0) {
          let before = i == 0 ? 0 : visible(before: grid[i])
          let needed = (due(by: grid[j]) - before) / 900
          let least = sums[i] + max(0, Int((needed - 1e-9).rounded(.up)))
          if sums[j] < least {
            sums[j] = least
            hasChanged = true
          }
        }
        // A sum may exceed the one before by no more than the peak, so that one must be high.
        if j > 0, sums[j - 1] < sums[j] - peak {
          sums[j - 1] = sums[j] - peak
          hasChanged = true
        }
      }
    }
    return sums[count] - sums[0]
  }
}

/// Steele, Lea and Flood's generator: small, and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
