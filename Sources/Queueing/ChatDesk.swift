#if canImport(Glibc)
  import Glibc  // exp, expm1, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Chats, of which each agent holds several at once, each of them more slowly the more there are.
///
/// A new chat goes to the agent with the fewest (balanced routing, assumed); when all slots are
/// taken it waits, first come first served, as long as the customer's patience lasts.
///
/// ```swift
/// // Alone a chat takes 5 minutes, with another one 6:40, with two others 8:20.
/// let speed = try ChatDesk.Speed(secondsByLevel: [300, 400, 500])
/// let desk = try ChatDesk.Performance(
///   arrivals: 60, perSeconds: 1000, agents: 10, speed: speed,
///   patience: .exponential(meanSeconds: 120))
/// desk.waitProbability  // 0.657
/// ```
///
/// The number of chats is a birth and death process, and what waits is as in ``MMnG`` with the rate
/// of all agents full. Relative error about 1e-12, checked in `ChatDeskTests`. After T. Tezcan and
/// J. Zhang, *Routing and staffing in customer service chat systems with impatient customers*,
/// Operations Research 62, 2014, who say when more chats at once are worth their slowness.
public enum ChatDesk {
  /// How fast an agent is with one chat, two chats, and so on.
  public struct Speed: Hashable, Sendable {
    /// How long one chat takes while its agent holds so many: first alone, then with one other… (unit:
    /// s; > 0).
    public let secondsByLevel: [Double]

    /// States the times.
    ///
    /// - Parameter secondsByLevel: One time for each number of chats at once, up to the most allowed
    ///   (unit: s; finite, > 0; one to a hundred).
    /// - Throws: ``QueueError/wrongCount(_:_:allowed:)``, ``QueueError/notPositive(_:_:)``.
    public init(secondsByLevel: [Double]) throws(QueueError) {
      guard (1...100).contains(secondsByLevel.count) else {
        throw .wrongCount("times by chats at once", secondsByLevel.count, allowed: 1...100)
      }
      for seconds in secondsByLevel { try Checked.positive("seconds of a chat", seconds) }
      self.secondsByLevel = secondsByLevel
    }

    /// The most chats one agent may hold, K.
    public var most: Int { secondsByLevel.count }

    /// Chats one agent finishes in a second while holding so many (0 to ``most``).
    public func chatsPerSecond(atOnce: Int) -> Double {
      guard secondsByLevel.indices.contains(atOnce - 1) else { return 0 }
      return Double(atOnce) / secondsByLevel[atOnce - 1]
    }

    /// The numbers of chats at once that are worth having: corners of the concave hull of what an
    /// agent finishes, up to the highest. Any other number is beaten by a mixture of two of these.
    ///
    /// - Complexity: O(K).
    public var usefulLevels: [Int] {
      var hull = [(level: 0, rate: 0.0)]
      for level in 1...most {
        let rate = chatsPerSecond(atOnce: level)
        // Left of the line to the new corner or on it: not needed.
        while hull.count > 1 {
          let (a, b) = (hull[hull.count - 2], hull[hull.count - 1])
          let before = (b.rate - a.rate) * Double(level - a.level)
          guard before <= (rate - a.rate) * Double(b.level - a.level) else { break }
          hull.removeLast()
        }
        hull.append((level, rate))
      }
      // Beyond the highest, more chats only make all of them slower.
      let highest = hull.map(\.rate).max() ?? 0
      let top = hull.first { $0.rate == highest }?.level ?? most
      return hull.dropFirst().map(\.level).filter { $0 <= top }
    }
  }

  /// What happens when so many agents face so many chats.
  public struct Performance: AnswerSharesPerformance {
    /// What the chats would be if each had an agent to itself (unit: erlangs).
    public let load: OfferedLoad
    /// Arrivals (unit: chats per second; ≥ 0).
    public let arrivalsPerSecond: Double
    /// Agents on duty, `n`.
    public let agents: Int
    /// How fast they are.
    public let speed: Speed
    /// How long customers wait, or `nil` if nobody leaves.
    public let patience: Patience?
    /// The probability that a new chat finds all slots taken (`0...1`).
    public let waitProbability: Double
    /// The probability that it finds a slot.
    public let answeredAtOnce: Double
    /// The share of chats that leave unanswered (`0...1`).
    public let abandonment: Double
    /// The mean time waited for a slot by all chats, answered or not (unit: s).
    public let meanWaitSeconds: Double
    /// Chats in hand with one agent, on average (0 to K).
    public let chatsPerAgent: Double
    /// The share of an agent's time with one chat or more (`0...1`).
    public let occupancy: Double
    private let wait: ChatWait

    /// Works out what so many agents do.
    ///
    /// - Parameters:
    ///   - arrivals: Mean arrivals in the stretch (unit: chats; finite, ≥ 0).
    ///   - perSeconds: Length of the stretch (unit: s; finite, > 0).
    ///   - agents: Agents on duty (0 to ``QueueError/mostAgents``, also with all their slots).
    ///   - speed: How fast they are.
    ///   - patience: How long customers wait, or `nil` if nobody leaves.
    /// - Throws: ``QueueError/beyondCapacity(perHour:capacityPerHour:advice:)`` when nobody leaves and
    ///   all agents full do not finish as many as come; ``QueueError/outOfRange(_:_:)``,
    ///   ``QueueError/notPositive(_:_:)``, ``QueueError/tooManyAgents(_:)``.
    /// - Complexity: O(slots) time, O(1) space.
    public init(
      arrivals: Double, perSeconds: Double, agents: Int, speed: Speed, patience: Patience?
    ) throws(QueueError) {
      guard arrivals.isFinite, arrivals >= 0 else { throw .outOfRange("arrivals", arrivals) }
      try Checked.positive("seconds of the stretch", perSeconds)
      try Checked.agents(agents)
      guard agents <= QueueError.mostAgents / speed.most else { throw .tooManyAgents(agents) }
      let rate = arrivals / perSeconds
      guard rate.isFinite else { throw .outOfRange("arrivals per second", rate) }
      arrivalsPerSecond = rate
      load = try OfferedLoad(
        arrivals: arrivals, perSeconds: perSeconds, handleSeconds: speed.secondsByLevel[0])
      self.agents = agents
      self.speed = speed
      self.patience = patience
      let full = Double(agents) * speed.chatsPerSecond(atOnce: speed.most)
      guard patience != nil || rate == 0 || rate < full else {
        throw .beyondCapacity(
          perHour: rate * 3600, capacityPerHour: full * 3600,
          advice: "use more agents, or say how long customers wait before they leave")
      }
      guard rate > 0, agents > 0 else {
        wait = rate > 0 ? .nobodyAnswers : .none
        waitProbability = rate > 0 ? 1 : 0
        answeredAtOnce = rate > 0 ? 0 : 1
        abandonment = rate > 0 ? 1 : 0
        meanWaitSeconds = rate > 0 ? patience?.meanSeconds ?? 0 : 0
        (chatsPerAgent, occupancy) = (0, 0)
        return
      }
      let open = OpenSlots(rate: rate, agents: agents, speed: speed)
      if let patience {
        let offered = OfferedWait(
          arrivalRate: rate, serviceRate: full, logIdle: open.logarithm, patience: patience)
        wait = .offered(offered)
        (waitProbability, answeredAtOnce) = (offered.delayed, offered.immediate)
        (abandonment, meanWaitSeconds) = (offered.abandonment, offered.meanWait)
      } else {
        // J = 1/(c − λ).
        let logOdds = open.logarithm - log(rate / (full - rate))
        waitProbability = 1 / (1 + exp(logOdds))
        answeredAtOnce = 1 / (1 + exp(-logOdds))
        wait = .endless(rate: full - rate, logDelayed: OfferedWait.logDelayed(logOdds))
        (abandonment, meanWaitSeconds) = (0, waitProbability / (full - rate))
      }
      let slots = Double(agents) * Double(speed.most)
      let chats = answeredAtOnce * open.meanChats + waitProbability * slots
      chatsPerAgent = chats / Double(agents)
      occupancy = min(1, (answeredAtOnce * open.meanBusy) / Double(agents) + waitProbability)
    }

    /// The mean number of chats waiting for a slot.
    public var queueLength: Double { arrivalsPerSecond * meanWaitSeconds }

    /// The share of slots that are taken (`0...1`).
    public var slotOccupancy: Double { chatsPerAgent / Double(speed.most) }

    /// The service level for a target time, and what it misses.
    public func answers(within seconds: Double, abandoned: AbandonedContacts) -> AnswerShares {
      switch wait {
      case .none: return .atOnce
      case .offered(let offered): return offered.shares(seconds, abandoned)
      case .endless(let rate, _):
        return AnswerShares(
          inTime: answeredAtOnce - waitProbability * expm1(-rate * seconds),
          others: waitProbability * exp(-rate * seconds))
      case .nobodyAnswers: return AnswerShares(inTime: 0, others: 1)
      }
    }

    /// The share of chats that leave within the given time.
    ///
    /// - Parameter withinSeconds: The time (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`, at most ``abandonment``.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func leftShare(withinSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", withinSeconds)
      switch wait {
      case .none, .endless: return 0
      case .offered(let offered): return min(abandonment, offered.leftWithin(withinSeconds))
      case .nobodyAnswers: return patience?.shareGone(bySeconds: withinSeconds) ?? 0
      }
    }

    /// The share of chats that wait longer than the given time for a slot.
    ///
    /// - Parameter beyondSeconds: The time (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`, accurate also when it is tiny.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      return late(beyondSeconds)
    }

    /// The natural logarithm of ``lateShare(beyondSeconds:)``; also where the share itself is far too
    /// small for a `Double`.
    ///
    /// - Parameter beyondSeconds: The time (unit: s; finite, ≥ 0).
    /// - Returns: At most 0; minus infinity where nobody comes, or nobody is as patient.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      switch wait {
      case .none: return -.infinity
      case .offered(let offered): return offered.logWaitingBeyond(beyondSeconds)
      case .endless(let rate, let logDelayed): return logDelayed - rate * beyondSeconds
      case .nobodyAnswers: return patience?.logShareStaying(beyondSeconds: beyondSeconds) ?? 0
      }
    }

    /// The wait for a slot that the given share of chats does not exceed.
    ///
    /// - Parameter share: The share (0 < share < 1).
    /// - Returns: A time (unit: s); `0` where that many do not wait.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      return Percentile.find(late: 1 - share, scale: speed.secondsByLevel[0], share: late)
    }

    private func late(_ seconds: Double) -> Double {
      switch wait {
      case .none: 0
      case .offered(let offered): offered.waitingBeyond(seconds)
      case .endless(let rate, _): waitProbability * exp(-rate * seconds)
      case .nobodyAnswers: patience?.shareStaying(beyondSeconds: seconds) ?? 1
      }
    }
  }
}

/// How those wait who find no slot.
private enum ChatWait: Hashable, Sendable {
  /// Nobody comes.
  case none
  /// Until their patience ends.
  case nobodyAnswers
  case offered(OfferedWait)
  /// Nobody leaves; waits are exponential with this rate (unit: 1/s).
  case endless(rate: Double, logDelayed: Double)
}

/// The states with an open slot.
private struct OpenSlots {
  /// ln of their probability ÷ that of the last of them.
  let logarithm: Double
  /// Chats in hand, and agents with a chat, on average in these states.
  let meanChats: Double
  let meanBusy: Double

  init(rate: Double, agents: Int, speed: ChatDesk.Speed) {
    // With S the sum of probabilities up to a state ÷ its own, S' = 1 + S·(rate down)/(rate up).
    var (sum, shift) = (1.0, 0.0)
    var (chats, busy) = (0.0, 0.0)
    let slots = agents * speed.most
    for state in 1..<max(slots, 1) {
      let (level, above) = state.quotientAndRemainder(dividingBy: agents)
      let down =
        Double(agents - above) * speed.chatsPerSecond(atOnce: level)
        + Double(above) * speed.chatsPerSecond(atOnce: level + 1)
      let before = sum * (down / rate)
      // In a far too large `sum`, the 1 is below rounding.
      let one = shift > 0 ? 0 : 1.0
      sum = one + before
      let weight = before / sum
      let own = shift > 0 ? exp(-shift) / sum : 1 / sum
      chats = weight * chats + own * Double(state)
      busy = weight * busy + own * Double(min(state, agents))
      if sum > 1e200 {
        sum *= 1e-200
        shift += 200 * log(10)
      }
    }
    logarithm = log(sum) + shift
    (meanChats, meanBusy) = (chats, busy)
  }
}
