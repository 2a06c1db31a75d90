#if canImport(Glibc)
  import Glibc  // exp, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ErlangB {
  /// The share of tickets that are lost with a number of agents that need not be whole, such as
  /// four and a half.
  ///
  /// 1/B(n) = a·∫ e^(−at)·(1 + t)ⁿ dt over t > 0 is the recursion's own continuation: B of the
  /// fraction is taken from the incomplete gamma function, and the recursion goes up from there.
  ///
  /// - Parameters:
  ///   - load: The offered load, `a`.
  ///   - continuousAgents: Agents on duty, `n` (0 to ``QueueError/mostAgents``).
  /// - Returns: A probability in `0...1`, to about 1e-12 of itself; `0` when the load is zero.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``.
  /// - Complexity: O(`continuousAgents`) time, O(1) space.
  ///
  /// Source: D. L. Jagerman, *Some properties of the Erlang loss function*, Bell System Technical
  /// Journal 53(3), 1974. Checked in `ErlangBContinuousTests` against quadrature of the integral.
  public static func blocking(
    load: OfferedLoad, continuousAgents: Double
  ) throws(QueueError) -> Double {
    try Checked.agents(continuous: continuousAgents)
    let whole = continuousAgents.rounded(.down)
    guard load.erlangs > 0 else { return 0 }
    var recursion = recursion(load: load, fraction: continuousAgents - whole)
    recursion.addAgents(upTo: Int(whole))
    return recursion.blocking
  }

  /// The natural logarithm of the share of tickets that are lost with a number of agents that need
  /// not be whole; accurate also where the share itself is far too small for a `Double`.
  ///
  /// - Parameters:
  ///   - load: The offered load, `a`.
  ///   - continuousAgents: Agents on duty, `n` (0 to ``QueueError/mostAgents``).
  /// - Returns: At most 0; minus infinity when the load is zero.
  /// - Throws: As ``blocking(load:continuousAgents:)``.
  /// - Complexity: O(`continuousAgents`) time, O(1) space.
  public static func logBlocking(
    load: OfferedLoad, continuousAgents: Double
  ) throws(QueueError) -> Double {
    try Checked.agents(continuous: continuousAgents)
    let whole = continuousAgents.rounded(.down)
    guard load.erlangs > 0 else { return -.infinity }
    var recursion = recursion(load: load, fraction: continuousAgents - whole)
    recursion.addAgents(upTo: Int(whole))
    return recursion.agents == Int(whole)
      ? recursion.logarithm : LogTails.blocking(load: load.erlangs, agents: continuousAgents)
  }

  /// How many agents, not rounded up, lose exactly the given share of tickets.
  ///
  /// - Parameters:
  ///   - load: The offered load, `a`.
  ///   - blocking: The share of tickets that are lost (0 < share < 1).
  /// - Returns: A number of agents, to about 1e-13 of itself; zero when the load is zero.
  /// - Throws: ``QueueError/notAShare(_:_:)``; ``QueueError/tooMuchLoad(_:)`` when more than
  ///   ``QueueError/mostAgents`` would be needed.
  /// - Complexity: O(agents found) time a step, some ten steps; O(1) space.
  public static func continuousAgents(
    load: OfferedLoad, blocking: Double
  ) throws(QueueError) -> Double {
    let least = try leastAgents(load: load, blockingAtMost: blocking)
    guard least.chosen.agents > 0, least.chosen.blocking < blocking else {
      return Double(least.chosen.agents)
    }
    let below = Double(least.chosen.agents - 1)
    let goal = log(blocking)
    let fraction = try Root.between(0, 1, tolerance: 1e-15) { fraction throws(QueueError) in
      // One minus the tiniest is written 1 when it is added to what is below.
      var recursion =
        fraction < 1
        ? recursion(load: load, fraction: fraction) : recursion(load: load, fraction: 0)
      recursion.addAgents(upTo: least.chosen.agents - (fraction < 1 ? 1 : 0))
      return goal - recursion.logarithm
    }
    return below + fraction
  }

  /// Finds the largest load that a number of agents, which need not be whole, can take.
  ///
  /// - Parameters:
  ///   - continuousAgents: Agents on duty, `n` (0 to ``QueueError/mostAgents``).
  ///   - blockingAtMost: The largest share of tickets that may be lost (0 < share < 1).
  /// - Returns: The load at which exactly that share is lost, to about 1e-13 of it.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
  ///   ``QueueError/notAShare(_:_:)``.
  /// - Complexity: O(`continuousAgents`) time a step, some thirty steps; O(1) space.
  public static func largestLoad(
    continuousAgents: Double, blockingAtMost: Double
  ) throws(QueueError) -> OfferedLoad {
    try Checked.agents(continuous: continuousAgents)
    let whole = Int(continuousAgents.rounded(.down))
    let fraction = continuousAgents - Double(whole)
    // Loads that whole numbers of agents can take stand on either side.
    let low = try largestLoad(agents: whole, blockingAtMost: blockingAtMost)
    guard fraction > 0 else { return low }
    let high = try largestLoad(agents: whole + 1, blockingAtMost: blockingAtMost)
    let goal = log(blockingAtMost)
    let erlangs = try Root.between(low.erlangs, high.erlangs, tolerance: 1e-15) {
      erlangs throws(QueueError) in
      guard erlangs > 0 else { return -Double.greatestFiniteMagnitude }
      let load = try OfferedLoad(erlangs: erlangs)
      var recursion = recursion(load: load, fraction: fraction)
      recursion.addAgents(upTo: whole)
      return recursion.logarithm - goal
    }
    return try OfferedLoad(erlangs: erlangs)
  }

  /// The recursion from a fraction of an agent on.
  private static func recursion(load: OfferedLoad, fraction: Double) -> BlockingRecursion {
    let a = load.erlangs
    guard fraction > 0 else { return BlockingRecursion(load: load) }
    let tail = GammaTail(x: fraction, z: a, excess: a - fraction, logZ: log(a))
    let blocking =
      tail.isBelow
      ? tail.density / (1 - tail.density * tail.z * tail.rest) : 1 / (1 + tail.upper)
    return BlockingRecursion(load: load, fraction: fraction, blocking: min(1, blocking))
  }
}

extension Checked {
  /// Refuses numbers of agents that nobody can have.
  static func agents(continuous agents: Double) throws(QueueError) {
    guard agents.isFinite, agents >= 0 else { throw .outOfRange("agents", agents) }
    guard agents <= Double(QueueError.mostAgents) else {
      throw agents < 1e18 ? .tooManyAgents(Int(agents)) : .outOfRange("agents", agents)
    }
  }
}

/// Where a function passes zero.
enum Root {
  /// Finds where a rising function is zero, by false position with halved ends (Illinois), which
  /// never leaves the bracket and gains digits faster and faster.
  ///
  /// - Parameters:
  ///   - low: Where the function is at most zero.
  ///   - high: Where it is at least zero.
  ///   - tolerance: Relative to the larger end.
  static func between(
    _ low: Double, _ high: Double, tolerance: Double,
    _ value: (Double) throws(QueueError) -> Double
  ) throws(QueueError) -> Double {
    var (low, high) = (low, high)
    var (atLow, atHigh) = (try value(low), try value(high))
    var side = 0
    // Sixty-four bits halve no more often.
    for step in 0..<200 {
      guard atLow < 0 else { return low }
      guard atHigh > 0 else { return high }
      guard high - low > tolerance * max(low.magnitude, high.magnitude) else { break }
      var middle = high - atHigh * ((high - low) / (atHigh - atLow))
      // Where one end is far steeper than the other, halving is quicker.
      if !(middle > low && middle < high) || step % 8 == 7 { middle = low + (high - low) / 2 }
      guard middle > low, middle < high else { break }
      let at = try value(middle)
      if at < 0 {
        (low, atLow) = (middle, at)
        if side < 0 { atHigh /= 2 }
        side = -1
      } else {
        (high, atHigh) = (middle, at)
        if side > 0 { atLow /= 2 }
        side = 1
      }
    }
    return low + (high - low) / 2
  }
}
