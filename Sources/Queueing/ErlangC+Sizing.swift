#if canImport(Glibc)
  import Glibc  // exp
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ErlangC {
  /// Why one agent fewer is not enough.
  public enum Limit: String, Hashable, Sendable {
    /// One fewer would never catch up, or nobody is needed at all.
    case stability
    /// One fewer answers too few tickets in time.
    case serviceLevel
    /// One fewer answers in time, but is busier than the cap on occupancy allows.
    case occupancy
  }

  /// The least number of agents that keeps a promise, and its neighbours.
  public struct Staffing: Hashable, Sendable {
    /// The promised share of tickets.
    public let serviceLevel: Double
    /// The time in which that share is answered (unit: s).
    public let withinSeconds: Double
    /// The cap on occupancy, if there is one.
    public let occupancyAtMost: Double?
    /// One agent fewer; `nil` when that team never catches up, or nobody is needed.
    public let fewer: Performance?
    /// The least number of agents that keeps the promise.
    public let chosen: Performance
    /// One agent more.
    public let more: Performance
    /// Why one fewer is not enough.
    public let limit: Limit
  }

  /// Finds the least number of agents that answers a share of the tickets in time.
  ///
  /// Looks at every team from the first that is stable, ⌊a⌋ + 1, in one pass of the recursion:
  /// with long targets that first team is often enough. The comparison is of small numbers,
  /// C·e⁻ˣ ≤ 1 − share, because 1 − C·e⁻ˣ ≥ share loses the digits that decide. A target missed
  /// by less than rounding (one part in 10^12 of the late share, or the last bit of `serviceLevel`)
  /// counts as met: it was written in decimals.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - serviceLevel: The promised share of tickets (0 < share < 1).
  ///   - withinSeconds: The time in which they are answered (unit: s; finite, ≥ 0).
  ///   - occupancyAtMost: The largest share of their time that agents may be busy
  ///     (0 < share ≤ 1), or `nil` for no cap.
  /// - Returns: The answer with one agent fewer and one more beside it.
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/notAShare(_:_:)``,
  ///   ``QueueError/outOfRange(_:_:)``; ``QueueError/tooMuchLoad(_:)`` when more than
  ///   ``QueueError/mostAgents`` would be needed.
  /// - Complexity: O(agents found) time, O(1) space.
  public static func leastAgents(
    load: OfferedLoad, handleSeconds: Double, serviceLevel: Double, withinSeconds: Double,
    occupancyAtMost: Double? = nil
  ) throws(QueueError) -> Staffing {
    guard handleSeconds.isFinite, handleSeconds > 0 else {
      throw .notPositive("handle seconds", handleSeconds)
    }
    try Checked.share("service level", serviceLevel)
    guard withinSeconds.isFinite, withinSeconds >= 0 else {
      throw .outOfRange("target seconds", withinSeconds)
    }
    let cap = occupancyAtMost ?? 1
    guard cap > 0, cap <= 1 else { throw .notAShare("occupancy", cap) }
    let a = load.erlangs
    guard a / cap < Double(QueueError.mostAgents) else { throw .tooMuchLoad(load) }

    let mayBeLate = (1 - serviceLevel) * (1 + 1e-12) + 0x1p-54
    let decayPerSpareAgent = withinSeconds / handleSeconds
    var recursion = BlockingRecursion(load: load)
    var previous = recursion
    var limit = Limit.stability
    let leastStable = a == 0 ? 0 : Int(a) + 1
    while recursion.agents < leastStable {
      previous = recursion
      recursion.addAgent()
    }
    while a > 0 {
      let n = Double(recursion.agents)
      if recursion.waitProbability * exp(-(n - a) * decayPerSpareAgent) > mayBeLate {
        limit = .serviceLevel
      } else if a > n * cap * (1 + 1e-12) {
        limit = .occupancy
      } else {
        break
      }
      guard recursion.agents < QueueError.mostAgents else { throw .tooMuchLoad(load) }
      previous = recursion
      recursion.addAgent()
    }
    var next = recursion
    next.addAgent()
    func performance(_ step: BlockingRecursion) -> Performance {
      Performance(
        load: load, agents: step.agents, handleSeconds: handleSeconds, recursion: step)
    }
    let hasFewer = recursion.agents > leastStable
    return Staffing(
      serviceLevel: serviceLevel, withinSeconds: withinSeconds, occupancyAtMost: occupancyAtMost,
      fewer: hasFewer ? performance(previous) : nil,
      chosen: performance(recursion), more: performance(next), limit: limit)
  }
}
