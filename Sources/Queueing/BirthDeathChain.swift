#if canImport(Glibc)
  import Glibc  // exp, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The number of contacts in a team, as probabilities that change with time.
struct BirthDeathChain {
  private let handleSeconds: Double
  private let patienceSeconds: Double?
  /// P(lowest + i contacts).
  private var probability: [Double] = [1]
  private var lowest = 0
  /// Probability dropped so far.
  private(set) var leftOut = 0.0

  init(handleSeconds: Double, patienceSeconds: Double?) {
    self.handleSeconds = handleSeconds
    self.patienceSeconds = patienceSeconds
  }

  mutating func begin(with contacts: Int) {
    (probability, lowest) = ([1], contacts)
  }

  /// The mean number of contacts.
  var meanContacts: Double {
    var sum = 0.0
    for (i, p) in probability.enumerated() { sum += p * Double(lowest + i) }
    return sum
  }

  /// What is seen at a moment, or on average over a time.
  struct Figures {
    /// P(nobody is free).
    var allBusy = 0.0
    /// The mean number waiting.
    var waiting = 0.0
    /// The mean number of agents who are busy.
    var busy = 0.0
    /// P(lowest + i contacts).
    var probability: [Double] = []
    var lowest = 0
  }

  /// What is seen now by so many agents.
  func figures(agents: Int) -> Figures {
    Self.figures(of: probability, lowest: lowest, agents: agents)
  }

  private static func figures(of probability: [Double], lowest: Int, agents: Int) -> Figures {
    var figures = Figures(probability: probability, lowest: lowest)
    for (i, p) in probability.enumerated() {
      let contacts = lowest + i
      if contacts >= agents {
        figures.allBusy += p
        figures.waiting += p * Double(contacts - agents)
      }
      figures.busy += p * Double(min(contacts, agents))
    }
    return figures
  }

  /// Goes through an interval, in pieces in which a few hundred things happen.
  ///
  /// - Returns: Figures on average over the interval, and elementary steps taken.
  mutating func pass(
    _ interval: TransientQueue.Interval, stepsLeft: Double
  ) throws(QueueError) -> (Figures, Double) {
    var left = interval.seconds
    var sums: [Double] = []
    var sumsLowest = lowest
    var steps = 0.0
    while left > 0 {
      let highest = lowest + probability.count - 1
      let rateNow =
        interval.arrivalsPerSecond + down(highest, interval.agents)
      let events = Double(max(40, min(1000, 2 * probability.count)))
      let piece = rateNow * left > events ? events / rateNow : left
      let (averages, taken) = advance(interval, seconds: piece)
      steps += taken
      guard steps <= stepsLeft else { throw TransientQueue.tooLarge }
      Self.add(averages.values, averages.lowest, piece, &sums, &sumsLowest)
      // Or the last piece leaves a rounding that never goes.
      left = piece == left ? 0 : max(0, left - piece)
      trim()
    }
    for i in sums.indices { sums[i] /= interval.seconds }
    return (Self.figures(of: sums, lowest: sumsLowest, agents: interval.agents), steps)
  }

  /// The rate at which contacts go away.
  private func down(_ contacts: Int, _ agents: Int) -> Double {
    let waiting = Double(max(0, contacts - agents))
    return Double(min(contacts, agents)) / handleSeconds
      + (patienceSeconds.map { waiting / $0 } ?? 0)
  }

  /// Uniformisation over one piece.
  private mutating func advance(
    _ interval: TransientQueue.Interval, seconds: Double
  ) -> (averages: (values: [Double], lowest: Int), steps: Double) {
    let arrivals = interval.arrivalsPerSecond * seconds
    // More arrivals than this hardly ever come.
    let room = Self.poisson(arrivals).count - 1
    let highest = lowest + probability.count - 1 + room
    let rate = interval.arrivalsPerSecond + down(highest, interval.agents)
    let events = rate * seconds
    guard events > 0 else {
      return ((probability, lowest), 0)
    }
    let weights = Self.poisson(events)
    let most = weights.count - 1
    let bottom = max(0, lowest - most)
    let count = highest - bottom + 1
    // Seven rows side by side, through pointers, because this is where all the time goes, also
    // without optimisation. One place more on each side of a row, always zero, spares asking for
    // the ends: all indices lie in 0...count + 1.
    let width = count + 2
    var rows = [Double](repeating: 0, count: 7 * width)
    for (i, p) in probability.enumerated() { rows[lowest - bottom + i + 1] = p }
    var steps = 0.0
    rows.withUnsafeMutableBufferPointer { rows in
      guard var now = rows.baseAddress else { return }
      let (end, mean) = (now + 2 * width, now + 3 * width)
      let (up, goes, stays) = (now + 4 * width, now + 5 * width, now + 6 * width)
      var next = now + width
      for i in 1...count {
        up[i] = i == count ? 0 : interval.arrivalsPerSecond / rate
        goes[i] = down(bottom + i - 1, interval.agents) / rate
        stays[i] = max(0, 1 - up[i] - goes[i])
      }
      var (first, last) = (lowest - bottom + 1, lowest - bottom + probability.count)
      for (k, (weight, beyond)) in weights.enumerated() {
        var i = first
        while i <= last {
          end[i] += weight * now[i]
          mean[i] += beyond * now[i]
          i += 1
        }
        if k == most { break }
        (first, last) = (max(1, first - 1), min(count, last + 1))
        i = first
        while i <= last {
          next[i] = now[i] * stays[i] + now[i - 1] * up[i - 1] + now[i + 1] * goes[i + 1]
          i += 1
        }
        swap(&now, &next)
        steps += Double(last - first + 1)
      }
    }
    probability = Array(rows[(2 * width + 1)..<(3 * width - 1)])
    lowest = bottom
    return ((rows[(3 * width + 1)..<(4 * width - 1)].map { $0 / events }, bottom), steps)
  }

  /// P(N = k) and P(N > k) of a Poisson N, for k from 0 to where 1e-21 is left.
  private static func poisson(_ mean: Double) -> [(at: Double, beyond: Double)] {
    var terms: [Double] = []
    var k = 0.0
    while true {
      let term = PoissonTerms.probability(count: k, excess: k - mean)
      terms.append(term)
      if k >= mean, term * (k + 1) <= 1e-21 * (k + 1 - mean) { break }
      k += 1
    }
    let total = terms.reduce(0, +)
    for k in terms.indices { terms[k] /= total }
    var beyond = 0.0
    var weights: [(at: Double, beyond: Double)] = []
    for term in terms.reversed() {
      weights.append((term, beyond))
      beyond += term
    }
    return weights.reversed()
  }

  /// Drops states at both ends that hardly ever occur.
  private mutating func trim() {
    let negligible = 1e-18
    var (from, to) = (0, probability.count - 1)
    var dropped = 0.0
    while from < to, dropped + probability[from] < negligible {
      dropped += probability[from]
      from += 1
    }
    leftOut += dropped
    dropped = 0
    while to > from, dropped + probability[to] < negligible {
      dropped += probability[to]
      to -= 1
    }
    leftOut += dropped
    lowest += from
    probability = Array(probability[from...to])
    // What states above the highest took with them.
    leftOut = max(leftOut, 1 - probability.reduce(0, +))
  }

  private static func add(
    _ values: [Double], _ lowest: Int, _ factor: Double, _ sums: inout [Double],
    _ sumsLowest: inout Int
  ) {
    if sums.isEmpty { sumsLowest = lowest }
    if lowest < sumsLowest {
      sums.insert(contentsOf: repeatElement(0, count: sumsLowest - lowest), at: 0)
      sumsLowest = lowest
    }
    let over = lowest - sumsLowest + values.count - sums.count
    if over > 0 { sums.append(contentsOf: repeatElement(0, count: over)) }
    for (i, value) in values.enumerated() { sums[lowest - sumsLowest + i] += factor * value }
  }
}

extension BirthDeathChain.Figures {
  /// The share of those who come that is answered in time, if agents stay as they are.
  ///
  /// Whoever finds j before them in the queue is offered a wait V of j + 1 exponential times with
  /// rates nμ, nμ + θ, …, nμ + jθ: e^(−θV) has the beta distribution with nμ/θ and j + 1. With
  /// x = nμ/θ, y = e^(−θt) and I the regularised incomplete beta function,
  /// P(answered within t) = x/(x + j + 1)·(1 − I_y(x + 1, j + 1)), and the second factor is the
  /// probability that a negative binomial number exceeds j. Without impatience it is Poisson.
  func inTime(
    agents: Int, handleSeconds: Double, patienceSeconds: Double?, withinSeconds: Double
  ) -> Double {
    var sum = 0.0
    for (i, p) in probability.enumerated() where lowest + i < agents { sum += p }
    let longest = lowest + probability.count - 1 - agents
    guard agents > 0, withinSeconds > 0, longest >= 0 else { return sum }
    let rate = Double(agents) / handleSeconds
    // Terms 0…longest of the distribution, from logarithms, so that none is lost below the least
    // Double on the way to those that matter.
    var terms: [Double] = []
    var share = 1.0
    if let patienceSeconds {
      let shape = rate * patienceSeconds + 1
      let ratio = -expm1(-withinSeconds / patienceSeconds)
      var logarithm = -shape * withinSeconds / patienceSeconds
      for j in 0...longest {
        terms.append(exp(logarithm))
        logarithm += log((shape + Double(j)) / Double(j + 1) * ratio)
      }
    } else {
      let mean = rate * withinSeconds
      for j in 0...longest {
        terms.append(PoissonTerms.probability(count: Double(j), excess: Double(j) - mean))
      }
    }
    // P(number ≤ j), so that 1 − it is P(in time).
    var upTo = 0.0
    for (j, term) in terms.enumerated() {
      upTo += term
      if let patienceSeconds {
        let x = rate * patienceSeconds
        share = x / (x + Double(j) + 1)
      }
      let place = agents + j - lowest
      guard probability.indices.contains(place) else { continue }
      sum += probability[place] * share * max(0, 1 - upTo)
    }
    return sum
  }
}
