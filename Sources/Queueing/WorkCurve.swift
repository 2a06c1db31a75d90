/// How much work there has been up to each moment: a curve that never falls, made of straight
/// pieces and jumps.
///
/// Time is in seconds on any axis, such as seconds of opening time; work is in agent-seconds.
/// At a jump the curve has the value after it. Left of the first point and right of the last it
/// is level.
public struct WorkCurve: Hashable, Sendable {
  /// A moment at which the curve jumps or bends.
  public struct Point: Hashable, Sendable {
    /// The moment (unit: s).
    public var second: Double
    /// The work just before it (unit: agent-seconds).
    public var before: Double
    /// The work at it, jump included (unit: agent-seconds; ≥ `before`).
    public var after: Double

    /// Creates a point; without a jump when `after` is `nil`.
    public init(second: Double, before: Double, after: Double? = nil) {
      self.second = second
      self.before = before
      self.after = after ?? before
    }
  }

  /// Work that comes evenly over a stretch of time, or at once.
  public struct Parcel: Hashable, Sendable {
    /// The first moment (unit: s).
    public var from: Double
    /// The last moment (unit: s; ≥ `from`); the same as `from` for work that comes at once.
    public var to: Double
    /// All of it (unit: agent-seconds; ≥ 0).
    public var work: Double

    /// Creates a parcel of work.
    public init(from: Double, to: Double, work: Double) {
      self.from = from
      self.to = to
      self.work = work
    }
  }

  /// The points in order of time, no two at the same moment.
  public let points: [Point]

  /// Creates a curve through the given points.
  ///
  /// - Parameter points: In order of time, each later than the one before.
  /// - Throws: ``DeferredWorkError/outOfRange(_:_:)``, ``DeferredWorkError/goesBack(_:second:)``.
  /// - Complexity: O(points).
  public init(points: [Point]) throws(DeferredWorkError) {
    var last: Point?
    for point in points {
      for value in [point.second, point.before, point.after] where !value.isUsable {
        throw .outOfRange("a point of a curve", value)
      }
      if let last, point.second <= last.second {
        throw .goesBack("the time of a curve", second: point.second)
      }
      guard point.before >= last?.after ?? 0, point.after >= point.before else {
        throw .goesBack("the work of a curve", second: point.second)
      }
      last = point
    }
    self.points = points
  }

  /// Creates the curve of parcels that come in any order and may overlap.
  ///
  /// - Throws: ``DeferredWorkError/outOfRange(_:_:)``; ``DeferredWorkError/goesBack(_:second:)`` for
  ///   a parcel that ends before it begins, or has less than no work.
  /// - Complexity: O(parcels · log parcels).
  public init(parcels: [Parcel]) throws(DeferredWorkError) {
    var changes: [(second: Double, slope: Double, jump: Double, ends: Bool)] = []
    changes.reserveCapacity(2 * parcels.count)
    for parcel in parcels where parcel.work != 0 {
      for value in [parcel.from, parcel.to, parcel.work] where !value.isUsable {
        throw .outOfRange("a parcel of work", value)
      }
      guard parcel.to >= parcel.from else {
        throw .goesBack("the time of a parcel", second: parcel.from)
      }
      guard parcel.work >= 0 else {
        throw .goesBack("the work of a parcel", second: parcel.from)
      }
      let slope = parcel.work / (parcel.to - parcel.from)
      if slope.isFinite {
        changes.append((parcel.from, slope, 0, false))
        changes.append((parcel.to, -slope, 0, true))
      } else {
        changes.append((parcel.from, 0, parcel.work, false))
      }
    }
    changes.sort { $0.second < $1.second }

    var points: [Point] = []
    var slope = CompensatedSum()
    var under = 0
    var index = 0
    while index < changes.count {
      let second = changes[index].second
      var before = 0.0
      if let last = points.last {
        before = last.after
        if under > 0 { before += max(0, slope.value) * (second - last.second) }
      }
      var after = before
      while index < changes.count, changes[index].second == second {
        let change = changes[index]
        after += change.jump
        if change.slope != 0 {
          slope.add(change.slope)
          under += change.ends ? -1 : 1
        }
        index += 1
      }
      if under == 0 { slope = CompensatedSum() }
      points.append(Point(second: second, before: before, after: after))
    }
    if let last = points.last, !last.after.isUsable { throw .outOfRange("all work", last.after) }
    self.points = points
  }

  /// All work there ever is (unit: agent-seconds).
  public var total: Double { points.last?.after ?? 0 }

  /// The work just before and at each of the given moments, which must be in order.
  ///
  /// - Complexity: O(moments + points).
  func values(at moments: [Double]) -> (before: [Double], after: [Double]) {
    var before: [Double] = []
    var after: [Double] = []
    before.reserveCapacity(moments.count)
    after.reserveCapacity(moments.count)
    var next = 0
    for moment in moments {
      while next < points.count, points[next].second < moment { next += 1 }
      if next < points.count, points[next].second == moment {
        before.append(points[next].before)
        after.append(points[next].after)
        continue
      }
      var level = next == 0 ? points.first?.before ?? 0 : points[next - 1].after
      if next > 0, next < points.count {
        let (left, right) = (points[next - 1], points[next])
        let share = (moment - left.second) / (right.second - left.second)
        level = min(right.before, level + (right.before - left.after) * share)
      }
      before.append(level)
      after.append(level)
    }
    return (before, after)
  }
}

/// A sum that forgets nothing of what is later taken away again (Neumaier's variant of Kahan's).
private struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  var value: Double { sum + lost }

  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }
}

extension Double {
  /// Whether arithmetic on deferred work can bear the number.
  var isUsable: Bool { abs(self) <= DeferredWorkError.largest }
}
