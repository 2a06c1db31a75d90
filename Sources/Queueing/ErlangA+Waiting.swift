#if canImport(Glibc)
  import Glibc  // exp, expm1, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ErlangA.Performance {
  /// The natural logarithm of the share of all tickets that wait longer than the given time and have
  /// the given fate; accurate also where the share is far too small for a `Double`.
  ///
  /// With s = θt and z = y·e⁻ˢ: of those that wait, P(x, z)/P(x, y)·e⁻ˢ wait longer, of which the
  /// terms of P(x, z) from the second on are answered in the end, in the proportion x/y, and those
  /// terms weighted with their number give up, in the proportion 1/y.
  ///
  /// - Parameters:
  ///   - seconds: The time, t (unit: s; finite, ≥ 0).
  ///   - contacts: Whose wait is meant.
  /// - Returns: At most 0; minus infinity where nobody has that fate.
  /// - Throws: ``QueueError/outOfRange(_:_:)``.
  public func logShareWaiting(
    beyondSeconds seconds: Double, of contacts: ErlangA.Contacts = .all
  ) throws(QueueError) -> Double {
    try Checked.seconds("seconds", seconds)
    let s = seconds / patienceSeconds
    guard let tail else {
      // Without agents everybody gives up; without waiting nobody is there.
      return agents == 0 && load.erlangs > 0 && contacts != .served ? -s : -.infinity
    }
    let y = tail.z
    let then = self.tail(after: s)
    let part: Double
    if then.isBelow {
      let sum =
        switch contacts {
        case .all: then.sum
        case .served: tail.x * then.rest
        case .abandoned: then.weighted
        }
      // p(x, z)/p(x, y) = exp((y − x)s − y(e⁻ˢ − 1 + s)), a sum of like signs where y < x.
      let fall =
        tail.isBelow
        ? tail.excess * s - y * GammaTail.bend(s) - log(tail.sum)
        : then.logDensity - tail.logLower
      part = fall - s + log(sum)
    } else {
      let density = then.density
      let lower = 1 - density * then.upper
      let share =
        switch contacts {
        case .all: lower * exp(-s)
        case .served: (lower - density) * (tail.x / y)
        case .abandoned: (then.excess * lower + tail.x * density) / y
        }
      part = log(share) - tail.logLower
    }
    return min(0, logWaitProbability + part)
  }

  /// The share of all tickets that wait longer than the given time and have the given fate; the
  /// shares of those served and of those who give up add to that of all.
  ///
  /// - Parameters:
  ///   - seconds: The time, t (unit: s; finite, ≥ 0).
  ///   - contacts: Whose wait is meant.
  /// - Returns: A probability in `0...1`; divide by ``share(of:)`` for the share of their like.
  /// - Throws: ``QueueError/outOfRange(_:_:)``.
  public func shareWaiting(
    beyondSeconds seconds: Double, of contacts: ErlangA.Contacts = .all
  ) throws(QueueError) -> Double {
    exp(try logShareWaiting(beyondSeconds: seconds, of: contacts))
  }

  /// The wait that the given share of tickets does not exceed, among those of the given fate.
  ///
  /// - Parameters:
  ///   - share: The share (0 < share < 1), such as 0.95 for the 95th percentile.
  ///   - contacts: Whose wait is meant.
  /// - Returns: A time (unit: s), to 1e-13 of itself; `0` where that many do not wait, or where there
  ///   are no such tickets.
  /// - Throws: ``QueueError/notAShare(_:_:)``.
  /// - Complexity: Some sixty times that of ``logShareWaiting(beyondSeconds:of:)``.
  public func waitPercentile(
    _ share: Double, of contacts: ErlangA.Contacts = .all
  ) throws(QueueError) -> Double {
    try Checked.share("percentile", share)
    let goal = log((1 - share) * self.share(of: contacts))
    guard goal > -.infinity, try logShareWaiting(beyondSeconds: 0, of: contacts) > goal else {
      return 0
    }
    var (low, high) = (0.0, patienceSeconds)
    // Waits fall off at least as fast as patience does.
    while try logShareWaiting(beyondSeconds: high, of: contacts) > goal {
      (low, high) = (high, high * 2)
    }
    while high - low > 1e-13 * high {
      let middle = low + (high - low) / 2
      if try logShareWaiting(beyondSeconds: middle, of: contacts) > goal {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  /// One minus the service level; accurate also when it is tiny.
  ///
  /// - Parameters:
  ///   - withinSeconds: The target time (unit: s; finite, ≥ 0).
  ///   - abandoned: What becomes of contacts that left.
  /// - Returns: A probability in `0...1`; `1` where nobody is answered, whatever it is a share of.
  /// - Throws: ``QueueError/outOfRange(_:_:)``.
  public func missedShare(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    let late = try shareWaiting(beyondSeconds: withinSeconds, of: .served)
    guard served > 0 else { return 1 }
    switch abandoned {
    case .countAsMissed:
      return min(1, abandonment + late)
    case .answeredOnly:
      return min(1, late / served)
    case .excludeShort(let short):
      let lostLate = try shareWaiting(beyondSeconds: short, of: .abandoned)
      return min(1, (late + lostLate) / (served + lostLate))
    }
  }

  /// The share of tickets answered in time; accurate also when it is tiny.
  ///
  /// - Parameters:
  ///   - withinSeconds: The target time (unit: s; finite, ≥ 0).
  ///   - abandoned: What becomes of contacts that left.
  /// - Returns: A probability in `0...1`; `0` where nobody is answered.
  /// - Throws: ``QueueError/outOfRange(_:_:)``.
  public func serviceLevel(
    withinSeconds: Double, abandoned: AbandonedContacts = .countAsMissed
  ) throws(QueueError) -> Double {
    let missed = try missedShare(withinSeconds: withinSeconds, abandoned: abandoned)
    guard missed > 0.5 else { return 1 - missed }
    let inTime = answeredAtOnce + servedAfterWaiting(upTo: withinSeconds / patienceSeconds)
    switch abandoned {
    case .countAsMissed: return min(1, inTime)
    case .answeredOnly: return served > 0 ? min(1, inTime / served) : 0
    case .excludeShort(let short):
      let lostLate = try shareWaiting(beyondSeconds: short, of: .abandoned)
      return served > 0 ? min(1, inTime / (served + lostLate)) : 0
    }
  }

  /// The share of all tickets that wait, but less than s·patience, and are answered.
  ///
  /// With few agents and much work it is tiny, as P(x + 1, z) is close to one at both ends; its
  /// rests Q(x + 1, z) are then subtracted, which are as small as what is answered at once.
  private func servedAfterWaiting(upTo s: Double) -> Double {
    guard let tail else { return 0 }
    let then = self.tail(after: s)
    if tail.isBelow {
      let later = exp(tail.excess * s - tail.z * GammaTail.bend(s) - s) * then.rest
      return waitProbability * tail.x * (tail.rest - later) / tail.sum
    }
    let upper =
      then.isBelow
      ? 1 - then.density * then.z * then.rest : then.upperFromNext
    let lower = 1 - tail.density * tail.upper
    return waitProbability * (tail.x / tail.z) * (upper - tail.upperFromNext) / lower
  }

  /// The sums for those who have waited s times the mean patience.
  private func tail(after s: Double) -> GammaTail {
    guard let tail else { return GammaTail(x: 1, z: 0, excess: -1, logZ: -.infinity) }
    let z = tail.z * exp(-s)
    return GammaTail(
      x: tail.x, z: z, excess: tail.excess + tail.z * expm1(-s), logZ: log(tail.z) - s)
  }
}
