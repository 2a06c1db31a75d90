#if canImport(Glibc)
  import Glibc  // log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How long customers are ready to wait before they leave.
///
/// A share may leave at once when it cannot be answered at once (balking: they hear the
/// announcement and hang up). The rest may be of one kind or a mixture of kinds.
///
/// ```swift
/// let patience = Patience(try .lognormal(meanSeconds: 120, variation: 1.2))
/// let hasty = try patience.leavingAtOnce(0.1)
/// ```
public struct Patience: Hashable, Sendable {
  /// One kind of customer.
  public struct Part: Hashable, Sendable {
    /// The share of all customers (0 < share ≤ 1).
    public let share: Double
    /// How long they wait.
    public let time: TimeDistribution
  }

  /// The share of customers who leave at once if they have to wait (0 ≤ share < 1).
  public let leavesAtOnce: Double
  /// The others; their shares and ``leavesAtOnce`` add up to 1.
  public let parts: [Part]

  /// Customers of one kind, all of whom wait for some time.
  public init(_ time: TimeDistribution) {
    leavesAtOnce = 0
    parts = [Part(share: 1, time: time)]
  }

  /// Exponential patience, as in Erlang A.
  ///
  /// - Parameter meanSeconds: The mean (unit: s; finite, > 0).
  /// - Throws: ``QueueError/notPositive(_:_:)``.
  public static func exponential(meanSeconds: Double) throws(QueueError) -> Patience {
    Patience(try .exponential(meanSeconds: meanSeconds))
  }

  /// Everybody leaves after the same time, as when a line is cut.
  ///
  /// - Parameter seconds: The time (unit: s; finite, > 0).
  /// - Throws: ``QueueError/notPositive(_:_:)``.
  public static func fixed(seconds: Double) throws(QueueError) -> Patience {
    Patience(try .fixed(seconds: seconds))
  }

  /// Lognormal patience.
  ///
  /// - Parameters:
  ///   - meanSeconds: The mean (unit: s; finite, > 0).
  ///   - variation: Standard deviation ÷ mean (finite, > 0, at most 1000).
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/tooVaried(_:)``.
  public static func lognormal(
    meanSeconds: Double, variation: Double
  ) throws(QueueError) -> Patience {
    Patience(try .lognormal(meanSeconds: meanSeconds, variation: variation))
  }

  /// Several kinds of customers together.
  ///
  /// - Parameter kinds: Weights (finite, > 0; only their ratios count) and patience; at most a
  ///   hundred, at least one.
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/wrongCount(_:_:allowed:)``.
  public static func mixture(
    _ kinds: [(weight: Double, patience: Patience)]
  ) throws(QueueError) -> Patience {
    guard (1...100).contains(kinds.count) else {
      throw .wrongCount("kinds of patience", kinds.count, allowed: 1...100)
    }
    var largest = 0.0
    for (weight, _) in kinds {
      guard weight.isFinite, weight > 0 else { throw .notPositive("weight of patience", weight) }
      largest = max(largest, weight)
    }
    let total = kinds.reduce(0) { $0 + $1.weight / largest }
    var atOnce = 0.0
    var parts: [Part] = []
    for (weight, patience) in kinds {
      let share = weight / largest / total
      atOnce += share * patience.leavesAtOnce
      parts += patience.parts.map { Part(share: share * $0.share, time: $0.time) }
    }
    return Patience(leavesAtOnce: atOnce, parts: parts)
  }

  /// The same customers, but a share of them leaves at once if it has to wait.
  ///
  /// - Parameter share: The share that leaves at once (0 ≤ share < 1).
  /// - Throws: ``QueueError/notAShare(_:_:)``.
  public func leavingAtOnce(_ share: Double) throws(QueueError) -> Patience {
    guard share != 0 else { return self }
    try Checked.share("share that leaves at once", share)
    return Patience(
      leavesAtOnce: share + (1 - share) * leavesAtOnce,
      parts: parts.map { Part(share: (1 - share) * $0.share, time: $0.time) })
  }

  private init(leavesAtOnce: Double, parts: [Part]) {
    self.leavesAtOnce = leavesAtOnce
    self.parts = parts
  }

  /// The mean patience, with zero for those who leave at once (unit: s).
  public var meanSeconds: Double { parts.reduce(0) { $0 + $1.share * $1.time.meanSeconds } }

  /// The share still there after so many seconds of waiting, for the first of them zero is enough.
  public func shareStaying(beyondSeconds seconds: Double) -> Double {
    guard seconds >= 0 else { return 1 }
    return parts.reduce(0) { $0 + $1.share * $1.time.shareLonger(thanSeconds: seconds) }
  }

  /// ln of ``shareStaying(beyondSeconds:)``, also where that is too small for a `Double`.
  func logShareStaying(beyondSeconds seconds: Double) -> Double {
    parts.reduce(-.infinity) {
      LogTails.sum($0, log($1.share) + $1.time.logShareLonger(thanSeconds: seconds))
    }
  }

  /// The share gone by then.
  func shareGone(bySeconds seconds: Double) -> Double {
    parts.reduce(leavesAtOnce) { $0 + $1.share * $1.time.shareWithin(seconds: seconds) }
  }

  /// The mean time waited by somebody who is offered a wait of so many seconds.
  func meanWait(offeredSeconds seconds: Double) -> Double {
    parts.reduce(0) { $0 + $1.share * $1.time.meanUpTo(seconds: seconds) }
  }

  /// Where the curves bend sharply, ascending, and on the scale of each kind.
  var cuts: [Double] {
    parts.flatMap { part in
      part.time.corners + [0.01, 0.1, 0.3, 1, 3, 10].map { $0 * part.time.meanSeconds }
    }.sorted()
  }
}
