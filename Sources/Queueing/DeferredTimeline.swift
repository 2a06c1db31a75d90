/// The moments at which anything happens between the first and the last boundary of a grid, with
/// both curves read off there. Between neighbouring moments all curves are straight.
struct DeferredTimeline: Sendable {
  /// Moments nearer than this are one (unit: s): instants in real data are whole seconds, and
  /// slopes over shorter stretches would be rounding.
  static let resolution = 1e-6

  /// In order, each later than the one before (unit: s).
  private(set) var seconds: [Double] = []
  /// Work visible just before each moment, and at it (unit: agent-seconds).
  private(set) var visibleBefore: [Double] = []
  private(set) var visible: [Double] = []
  /// Work that was due just before each moment, and is due at it (unit: agent-seconds).
  private(set) var dueBefore: [Double] = []
  private(set) var due: [Double] = []
  /// Which moment each boundary of the grid is.
  private(set) var boundary: [Int] = []

  /// Work less than this is rounding (unit: agent-seconds).
  let tolerance: Double

  /// - Complexity: O(M log M) with M points in the grid and both curves.
  init(grid: [Double], arrivals: WorkCurve, deadlines: WorkCurve) {
    tolerance = 1e-6 + 1e-12 * max(arrivals.total, deadlines.total)
    let (first, last) = (grid.first ?? 0, grid.last ?? 0)
    var moments = grid
    for point in arrivals.points + deadlines.points
    where point.second > first && point.second < last {
      moments.append(point.second)
    }
    moments.sort()
    let (a, l) = (arrivals.values(at: moments), deadlines.values(at: moments))

    // A group of moments that are one starts where the first begins and ends where the last does.
    for (index, moment) in moments.enumerated() {
      if let start = seconds.last, moment - start < Self.resolution {
        visible[seconds.count - 1] = a.after[index]
        due[seconds.count - 1] = l.after[index]
      } else {
        seconds.append(moment)
        visibleBefore.append(a.before[index])
        visible.append(a.after[index])
        dueBefore.append(l.before[index])
        due.append(l.after[index])
      }
    }
    boundary.reserveCapacity(grid.count)
    var moment = 0
    for second in grid {
      while moment + 1 < seconds.count, seconds[moment + 1] <= second { moment += 1 }
      boundary.append(moment)
    }
  }

  var intervals: Int { max(0, boundary.count - 1) }

  /// The moments of interval `k`, from its first to its last.
  func moments(of k: Int) -> ClosedRange<Int> { boundary[k]...boundary[k + 1] }

  /// Length of interval `k` (unit: s).
  func length(of k: Int) -> Double { seconds[boundary[k + 1]] - seconds[boundary[k]] }
}
