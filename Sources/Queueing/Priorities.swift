/// Formulas for queues with priorities: who has waited longest in the highest class is next, and
/// nobody is interrupted for anybody (non-preemptive).
///
/// ```swift
/// // Outages, then invoices, then all else; ten agents, 4 minutes each.
/// let desk = try Priorities.Performance(
///   arrivals: [30, 45, 60], perSeconds: 3600, agents: 10, handleSeconds: 240)
/// desk.classes[0].meanWaitSeconds  // 14.9
/// desk.classes[2].meanWaitSeconds  // 186
/// ```
///
/// Means: A. Cobham, *Priority assignment in waiting line problems*, Operations Research 2, 1954:
/// W(k) = E[work ahead until somebody is free] / ((1 − σ(k−1))(1 − σ(k))), with σ(k) the load of
/// classes 1…k ÷ agents. Distributions: O. Kella and U. Yechiali, *Waits in M/M/c with
/// non-preemptive priorities*, 1985; ``Class/lateShare(beyondSeconds:)`` says how they
/// are computed.
public enum Priorities {
  /// What each class waits, for exponential handling times with one mean for all (M/M/c).
  public struct Performance: Hashable, Sendable {
    /// The whole offered load, `a`.
    public let load: OfferedLoad
    /// Agents on duty, `c`.
    public let agents: Int
    /// Mean time one agent spends on one contact (unit: s; > 0).
    public let handleSeconds: Double
    /// The probability that a new contact of any class has to wait (`0...1`), as in Erlang C.
    public let waitProbability: Double
    /// The classes, the most urgent first.
    public let classes: [Class]

    /// Works out what each class waits.
    ///
    /// - Parameters:
    ///   - arrivals: Mean arrivals of each class in the stretch, the most urgent first (unit:
    ///     contacts; finite, ≥ 0; one class to a thousand).
    ///   - perSeconds: Length of the stretch (unit: s; finite, > 0).
    ///   - agents: Agents on duty, `c`; more than the whole load in erlangs unless both are zero.
    ///   - handleSeconds: Mean time one agent spends on one contact (unit: s; finite, > 0).
    /// - Throws: ``QueueError/unstable(load:agents:)``, ``QueueError/wrongCount(_:_:allowed:)``,
    ///   ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
    ///   ``QueueError/notPositive(_:_:)``.
    /// - Complexity: O(`agents` + classes).
    public init(
      arrivals: [Double], perSeconds: Double, agents: Int, handleSeconds: Double
    ) throws(QueueError) {
      guard (1...1000).contains(arrivals.count) else {
        throw .wrongCount("classes", arrivals.count, allowed: 1...1000)
      }
      for rate in arrivals where !rate.isFinite || rate < 0 {
        throw .outOfRange("arrivals", rate)
      }
      let whole = try OfferedLoad(
        arrivals: arrivals.reduce(0, +), perSeconds: perSeconds, handleSeconds: handleSeconds)
      let team = try ErlangC.Performance(
        load: whole, agents: agents, handleSeconds: handleSeconds)
      load = whole
      self.agents = agents
      self.handleSeconds = handleSeconds
      waitProbability = team.waitProbability
      var classes: [Class] = []
      var above = 0.0
      for rate in arrivals {
        let erlangs = rate * handleSeconds / perSeconds
        let through = min(above + erlangs, whole.erlangs)
        classes.append(
          Class(
            load: whole, agents: agents, arrivalsPerSecond: rate / perSeconds,
            waitProbability: waitProbability,
            answeredAtOnce: team.answeredAtOnce, logWaitProbability: team.logWaitProbability,
            serviceRate: Double(agents) / handleSeconds,
            shareAbove: agents == 0 ? 0 : above / Double(agents),
            shareThrough: agents == 0 ? 0 : through / Double(agents)))
        above = through
      }
      self.classes = classes
    }

    /// The share of an agent's time spent on contacts (`0..<1`).
    public var occupancy: Double { agents == 0 ? 0 : load.erlangs / Double(agents) }

    /// The mean number of contacts waiting, of all classes.
    public var queueLength: Double { classes.reduce(0) { $0 + $1.queueLength } }

    /// The mean wait over all contacts of all classes, the same as without priorities (unit: s).
    public var meanWaitSeconds: Double {
      load.erlangs == 0 ? 0 : queueLength / load.erlangs * handleSeconds
    }
  }

  /// One class of a queue with priorities and handling times of any kind, for one agent (M/G/1).
  public struct OneAgentClass: Hashable, Sendable {
    /// Arrivals of the class (unit: contacts per second; ≥ 0).
    public let arrivalsPerSecond: Double
    /// How long its contacts take.
    public let handling: TimeDistribution
    /// The mean wait of the class (unit: s).
    public let meanWaitSeconds: Double
    /// The mean number of its contacts waiting.
    public var queueLength: Double { arrivalsPerSecond * meanWaitSeconds }
  }

  /// The mean wait of each class, for one agent and handling times that may differ between classes.
  ///
  /// W(k) = ½·Σλ·E[S²] / ((1 − σ(k−1))(1 − σ(k))).
  ///
  /// - Parameters:
  ///   - classes: Arrivals in the stretch (finite, ≥ 0) and handling times of each class, the most
  ///     urgent first (one to a thousand).
  ///   - perSeconds: Length of the stretch (unit: s; finite, > 0).
  /// - Throws: ``QueueError/unstable(load:agents:)``, ``QueueError/wrongCount(_:_:allowed:)``,
  ///   ``QueueError/outOfRange(_:_:)``, ``QueueError/notPositive(_:_:)``.
  /// - Complexity: O(classes).
  public static func oneAgent(
    _ classes: [(arrivals: Double, handling: TimeDistribution)], perSeconds: Double
  ) throws(QueueError) -> [OneAgentClass] {
    guard (1...1000).contains(classes.count) else {
      throw .wrongCount("classes", classes.count, allowed: 1...1000)
    }
    var (load, residual) = (0.0, 0.0)
    for (arrivals, handling) in classes {
      let part = try OfferedLoad(
        arrivals: arrivals, perSeconds: perSeconds, handleSeconds: handling.meanSeconds)
      load += part.erlangs
      residual += part.erlangs * (1 + handling.squaredVariation) / 2 * handling.meanSeconds
    }
    guard load < 1 else { throw .unstable(load: try OfferedLoad(erlangs: load), agents: 1) }
    var above = 0.0
    var answer: [OneAgentClass] = []
    for (arrivals, handling) in classes {
      let through = above + arrivals * handling.meanSeconds / perSeconds
      answer.append(
        OneAgentClass(
          arrivalsPerSecond: arrivals / perSeconds, handling: handling,
          meanWaitSeconds: residual / ((1 - above) * (1 - min(through, load)))))
      above = min(through, load)
    }
    return answer
  }
}
