import Queueing
import ServiceTime
import Standards

/// What a deferred channel has to do and until when, on the axis of opening time.
///
/// A night has no length on that axis: its mail is visible at opening and due so much later.
struct DeferredDemand {
  /// Boundaries of the intervals (unit: open s after the start).
  private(set) var grid: [Double] = [0]
  /// Work by the time at which the desk can see it, at worst.
  private(set) var visible: [WorkCurve.Parcel] = []
  /// The same work by the time at which it is due.
  private(set) var due: [WorkCurve.Parcel] = []
  /// Contacts due after the last interval.
  private(set) var contactsDueLater = 0.0

  /// The open seconds from the first to the last boundary.
  var span: Double { grid.last ?? 0 }

  /// How many intervals there are.
  var intervals: Int { grid.count - 1 }

  /// - Complexity: O(n) for n intervals and openings between them.
  init(_ load: ChannelLoad) {
    guard let first = load.intervals.first, let last = load.intervals.last else { return }
    let axis = OpeningAxis(hours: load.promise.hours, origin: first.start)
    let within = Double(load.promise.within.seconds)
    let delay = load.promise.channel.intakeDelay?.seconds ?? 0
    let end = axis.position(of: last.start.seconds + load.length)
    for (index, interval) in load.intervals.enumerated() {
      let start = interval.start.seconds
      grid.append(axis.position(of: start + load.length))
      guard interval.contacts > 0 else { continue }
      for piece in axis.pieces(from: start, to: start + load.length, delay: delay) {
        let contacts = interval.contacts * Double(piece.count) / Double(load.length)
        let work = contacts * load.handling[index]
        visible.append(
          .init(
            from: axis.position(of: piece.lowerBound + delay),
            to: axis.position(of: piece.upperBound + delay), work: work))
        let deadline = WorkCurve.Parcel(
          from: axis.position(of: piece.lowerBound) + within,
          to: axis.position(of: piece.upperBound) + within, work: work)
        due.append(deadline)
        contactsDueLater += contacts * deadline.share(after: end)
      }
    }
  }

  /// The demand so many times in a row, what is left of one time waiting at the start of the next.
  func repeated(_ times: Int) -> DeferredDemand {
    var all = self
    for cycle in 1..<max(times, 1) {
      let shift = Double(cycle) * span
      all.grid += grid.dropFirst().map { $0 + shift }
      all.visible += visible.map { $0.moved(by: shift) }
      all.due += due.map { $0.moved(by: shift) }
    }
    return all
  }

  /// The question to be answered, on a grid that goes on in steps (unit: s) to the last deadline.
  func work(step: Double, efficiency: Double) throws(DeferredWorkError) -> DeferredWork {
    try DeferredWork(
      grid: longGrid(step: step), arrivals: try WorkCurve(parcels: visible),
      deadlines: try WorkCurve(parcels: due), efficiency: efficiency)
  }

  /// The grid and further steps (unit: s) until everything is seen and due.
  func longGrid(step: Double) -> [Double] {
    var grid = grid
    let last = (visible + due).reduce(span) { max($0, $1.to) }
    while let end = grid.last, end < last { grid.append(end + step) }
    return grid
  }
}

extension WorkCurve.Parcel {
  /// The share of the work that comes after a moment.
  fileprivate func share(after second: Double) -> Double {
    if to <= second { return 0 }
    return from >= second ? 1 : (to - second) / (to - from)
  }

  fileprivate func moved(by seconds: Double) -> WorkCurve.Parcel {
    WorkCurve.Parcel(from: from + seconds, to: to + seconds, work: work)
  }
}
