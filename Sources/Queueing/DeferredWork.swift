/// Work that may wait, each piece until its own deadline, and a pool of alike people who do it
/// first come, first served: e-mail, forms, back office.
///
/// The pool is a fluid. In interval `k` of the grid, `n` people do up to n · `efficiency`
/// agent-seconds of work a second, and only work that is already visible. A deadline is met when
/// the work done by then is at least the work due by then.
///
/// ```swift
/// // A working day of four hours. 7,200 agent-seconds lie there in the morning, as much again
/// // comes in the first two hours, and everything is due an hour after it came.
/// let arrivals = try WorkCurve(parcels: [
///   .init(from: 0, to: 0, work: 7200), .init(from: 0, to: 7200, work: 7200),
/// ])
/// let deadlines = try WorkCurve(parcels: [
///   .init(from: 3600, to: 3600, work: 7200), .init(from: 3600, to: 10800, work: 7200),
/// ])
/// let mail = try DeferredWork(
///   grid: [0, 3600, 7200, 10800, 14400], arrivals: arrivals, deadlines: deadlines)
/// mail.leastPeople().people  // [2, 1, 1, 0]
/// ```
///
/// Time is any axis on which work can be done, such as seconds of opening time: hours that are
/// closed have no length there, and a night's mail is a jump at opening. Work due after the last
/// boundary of the grid is nobody's duty within it, so let the grid reach beyond the last deadline.
///
/// Checked in `DeferredWorkPropertyTests` against windows (below), samples of single pieces of work,
/// and exact integer optima.
///
/// ## What is possible at all
///
/// With arrivals A, deadlines L and capacity C (each up to a moment), first come, first served does
/// W(u) = min over s ≤ u of A(s−) + C(u) − C(s) by u. So a schedule meets every deadline exactly if
/// C(u) − C(s) ≥ L(u) − A(s−) for all s ≤ u: what became visible after s and is due by u must fit
/// between s and u.
public struct DeferredWork: Sendable {
  /// Work one person does a second when there is enough of it (0 < share ≤ 1).
  public let efficiency: Double
  let timeline: DeferredTimeline
  /// Work a second in each stretch between neighbouring moments, on the tight path.
  let pace: [Double]
  /// The tight path at each boundary of the grid.
  let path: [Double]

  /// Poses the question, and finds the smoothest path of work through arrivals and deadlines.
  ///
  /// - Parameters:
  ///   - grid: Boundaries of the planning intervals, in order (unit: s). Equal neighbours
  ///     make an interval without length, in which nobody works.
  ///   - arrivals: Work visible by each moment.
  ///   - deadlines: Work due by each moment.
  ///   - efficiency: Work one person does a second, such as a cap on occupancy (0 < share ≤ 1).
  /// - Throws: ``DeferredWorkError/noIntervals(boundaries:)``, ``DeferredWorkError/outOfRange(_:_:)``,
  ///   ``DeferredWorkError/goesBack(_:second:)``, ``DeferredWorkError/efficiency(_:)``;
  ///   ``DeferredWorkError/dueTooSoon(second:work:)`` when no number of people could meet a
  ///   deadline; ``DeferredWorkError/tooManyPeople(_:)``.
  /// - Complexity: O(M log M) with M points in the grid and both curves, for sorting them.
  public init(
    grid: [Double], arrivals: WorkCurve, deadlines: WorkCurve, efficiency: Double = 1
  ) throws(DeferredWorkError) {
    guard grid.count >= 2 else { throw .noIntervals(boundaries: grid.count) }
    for second in grid where !second.isUsable {
      throw .outOfRange("a boundary of the grid", second)
    }
    for (left, right) in zip(grid, grid.dropFirst()) where right < left {
      throw .goesBack("the grid", second: right)
    }
    guard efficiency > 0, efficiency <= 1 else { throw .efficiency(efficiency) }
    self.efficiency = efficiency
    timeline = DeferredTimeline(grid: grid, arrivals: arrivals, deadlines: deadlines)
    (pace, path) = try Self.smoothest(timeline)
    let most = (pace.max() ?? 0) / efficiency
    guard most <= Double(QueueError.mostAgents) else { throw .tooManyPeople(most) }
  }

  /// The least work a second that, kept up all the time, meets every deadline: the maximum over
  /// all windows of (what becomes visible in the window and is due in it) / (its length).
  ///
  /// It is the steepest slope of the smoothest path: that stretch starts where all visible work
  /// is done and ends where only what is due is done, so it is such a window itself.
  ///
  /// - Returns: A rate (unit: agent-seconds per second, before `efficiency`).
  /// - Complexity: O(M).
  public func leastConstantRate() -> Double { pace.max() ?? 0 }

  /// The people the smoothest path would need if people could be divided, per interval.
  ///
  /// - Complexity: O(intervals).
  public func fluidPeople() -> [Double] {
    (0..<timeline.intervals).map { k in
      let length = timeline.length(of: k)
      return length > 0 ? max(0, path[k + 1] - path[k]) / length / efficiency : 0
    }
  }

  /// The tight string through the gates between the work due and the work visible.
  ///
  /// Between moments both curves are straight, so a path that passes the gates at two
  /// neighbouring moments keeps between the curves all the way.
  private static func smoothest(
    _ timeline: DeferredTimeline
  ) throws(DeferredWorkError) -> (pace: [Double], path: [Double]) {
    let last = timeline.seconds.count - 1
    var bottom = timeline.due
    var top = timeline.visibleBefore
    // Nothing can be done before the first moment; after the last only what is due counts.
    top[0] = 0
    for moment in 0...last {
      let lacking = bottom[moment] - top[moment]
      guard lacking <= timeline.tolerance else {
        throw .dueTooSoon(second: timeline.seconds[moment], work: lacking)
      }
      bottom[moment] = min(bottom[moment], top[moment])
    }
    top[last] = bottom[last]

    let knots = TautString(x: timeline.seconds, bottom: bottom, top: top).knots
    var pace: [Double] = []
    pace.reserveCapacity(last)
    var done: [Double] = []
    done.reserveCapacity(last + 1)
    var knot = 0
    for moment in 0...last {
      let x = timeline.seconds[moment]
      while knot + 2 < knots.count, knots[knot + 1].x <= x { knot += 1 }
      guard knot + 1 < knots.count else {
        done.append(bottom[moment])
        continue
      }
      let (left, right) = (knots[knot], knots[knot + 1])
      let slope = max(0, (right.y - left.y) / (right.x - left.x))
      done.append(left.y + (x - left.x) * slope)
      if moment < last { pace.append(slope) }
    }
    return (pace, timeline.boundary.map { done[$0] })
  }
}
