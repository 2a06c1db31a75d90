import ServiceTime
package import Simulation
import Standards

/// A desk model, simulated often enough to say what to expect of its promises.
package struct DeskSimulation: Sendable {
  /// When there are enough replications.
  package enum Length: Hashable, Sendable {
    /// So many (1...1,000,000).
    case count(Int)
    /// Until each promise's share is known to ± half the width (0...0.5), at most so many.
    case until(halfWidth: Double, atMost: Int)
  }

  package let model: DeskModel
  package let seed: UInt64
  package let length: Length
  /// How often an interval shall hold the truth.
  package let confidence: Double
  private let layout: FigureLayout

  /// - Parameter hasIntervals: Whether figures of single intervals are wanted; those of days are always
  ///   there.
  package init(
    _ model: DeskModel, _ length: Length, seed: UInt64, hasIntervals: Bool = false,
    confidence: Double = 0.95
  ) {
    (self.model, self.length, self.seed, self.confidence) = (model, length, seed, confidence)
    layout = FigureLayout(model, hasIntervals: hasIntervals)
  }

  private var rule: StoppingRule {
    switch length {
    case .count(let count): .count(count)
    case .until(let half, let most):
      .until(
        halfWidth: half,
        ofAll: model.promises.indices.map { layout.place(of: .kept, promise: $0) },
        confidence: confidence, atMost: most)
    }
  }

  /// The most replications that there will be.
  package var most: Int { rule.most }

  /// Simulates.
  ///
  /// - Parameters:
  ///   - cores: How many replications run at the same time; the result is the same.
  ///   - isCancelled: Asked now and then; what is done by then is the result.
  ///   - progress: Told now and then how many replications are done.
  /// - Complexity: O(replications × contacts log open contacts) time; memory does not grow with the
  ///   replications.
  package func run(
    cores: Int = 1, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (Int) -> Void = { _ in }
  ) -> SimulationResult {
    let (layout, desk, seed) = (layout, model.desk, seed)
    let sums = Replications.run(
      rule, confidence: confidence, cores: cores, isCancelled: isCancelled, progress: progress
    ) {
      desk.run(RandomStreams(seed: seed, replication: $0), isCancelled: isCancelled)
        .map { layout.findings($0) }
    }
    return SimulationResult(self, layout, sums)
  }
}

/// What a simulation found: of all replications together. A share is all that kept ÷ all that was
/// decided, not the mean of what each replication kept.
package struct SimulationResult: Sendable {
  package let simulation: DeskSimulation
  private let layout: FigureLayout
  private let sums: ReplicationSums

  init(_ simulation: DeskSimulation, _ layout: FigureLayout, _ sums: ReplicationSums) {
    (self.simulation, self.layout, self.sums) = (simulation, layout, sums)
  }

  package var model: DeskModel { simulation.model }

  /// How many replications there were, whatever they found.
  package var replications: Int { sums.count }

  private func estimate(_ place: Int, isShare: Bool = false) -> Estimate {
    sums.estimate(place, within: isShare ? 0...1 : 0 ... .infinity)
  }

  /// A figure of all people; without replications where it never was.
  package subscript(figure: TeamFigure) -> Estimate {
    figure == .openGrown
      ? sums.estimate(figure.rawValue) : estimate(figure.rawValue, isShare: figure == .occupancy)
  }

  /// Whether one repetition was enough to begin as the desk goes on: no more contacts are open at the
  /// end than at the start, but for luck (the interval of the difference) or a twentieth. Nil where the
  /// run began without one.
  package var isSettled: Bool? {
    guard model.desk.warmUp > 0 else { return nil }
    let grown = self[.openGrown]
    return grown.low <= 0 || grown.mean <= 0.05 * self[.openAtStart].mean
  }

  /// A figure of a promise.
  package subscript(promise promise: Int, figure: PromiseFigure) -> Estimate {
    if let share = figure.quantile {
      return sums.percentile(share, ofTimes: promise)
    }
    return estimate(layout.place(of: figure, promise: promise), isShare: figure.isShare)
  }

  /// A figure of a channel.
  package subscript(channel channel: Int, figure: ChannelFigure) -> Estimate {
    estimate(layout.place(of: figure, channel: channel), isShare: figure.isShare)
  }

  /// The share of a promise kept on a day.
  package func kept(ofPromise promise: Int, day: Int) -> Estimate {
    estimate(layout.place(ofDay: day, promise: promise), isShare: true)
  }

  /// How likely a day keeps less than promised; nothing where nothing was ever decided.
  package func missed(ofPromise promise: Int, day: Int) -> Estimate {
    estimate(layout.place(ofDay: day, promise: promise) + 1, isShare: true)
  }

  /// A figure of a channel's contacts that came on a day.
  package subscript(channel channel: Int, day day: Int, figure: DayFigure) -> Estimate {
    estimate(layout.place(of: figure, channel: channel, day: day), isShare: figure.isShare)
  }

  /// Time that people were available on a day (unit: s), and the share of it they worked.
  package func people(day: Int) -> (available: Estimate, busy: Estimate) {
    let place = layout.place(ofDay: day)
    return (estimate(place), estimate(place + 1, isShare: true))
  }

  /// A figure of an interval; nothing where intervals were not asked for.
  package subscript(
    channel channel: Int, interval interval: Int, figure: IntervalFigure
  ) -> Estimate {
    estimate(layout.place(of: figure, channel: channel, interval: interval))
  }

  /// Measurements of a promise that began in an interval and are decided, and the share kept.
  package func measured(
    ofPromise promise: Int, interval: Int
  ) -> (decided: Estimate, kept: Estimate) {
    let place = layout.place(ofInterval: interval, promise: promise)
    return place < .max
      ? (estimate(place), estimate(place + 1, isShare: true)) : (estimate(-1), estimate(-1))
  }

  /// Time that people were available in an interval (unit: s), and the share of it they worked.
  package func people(interval: Int) -> (available: Estimate, busy: Estimate) {
    let place = layout.place(ofInterval: interval)
    return place < .max
      ? (estimate(place), estimate(place + 1, isShare: true)) : (estimate(-1), estimate(-1))
  }
}

/// What is asked of all people.
package enum TeamFigure: Int, Sendable, CaseIterable {
  /// Time worked ÷ time available.
  case occupancy
  /// Time worked, on duty, available, interrupted, in meetings, after the end of shifts (unit: s).
  case worked, onDuty, available, interrupted, inMeetings, overtime
  /// Contacts waiting, on average over time.
  case queueLength
  /// Contacts open when what counts begins and when it ends, and how many more they were at the end.
  case openAtStart, openAtEnd, openGrown
}

/// What is asked of a promise.
package enum PromiseFigure: Int, Sendable, CaseIterable {
  /// Measurements of which it is known whether they kept it.
  case decided
  /// The share of those that did.
  case kept
  /// How likely a day keeps less than promised; and a day, week or month, as the promise says.
  case daysMissed, periodsMissed
  /// Of those that ended, the mean and what shares do not exceed (unit: s of the promise's hours).
  case mean, p50, p90, p95
  /// The share that took longer than `never-longer-than`.
  case beyondLongest
  /// The share that gave up.
  case gaveUp

  /// Which share does not exceed it, if it is such a time.
  var quantile: Double? {
    switch self {
    case .p50: 0.5
    case .p90: 0.9
    case .p95: 0.95
    default: nil
    }
  }

  fileprivate var isShare: Bool {
    switch self {
    case .kept, .daysMissed, .periodsMissed, .beyondLongest, .gaveUp: true
    case .decided, .mean, .p50, .p90, .p95: false
    }
  }
}

/// What is asked of a channel.
package enum ChannelFigure: Int, Sendable, CaseIterable {
  /// Contacts that came, with those who called again.
  case arrived
  /// Shares of them: gave up, had to wait.
  case abandonment, waited
  /// Time to the first touch or to giving up (unit: s, day and night).
  case meanWait
  /// Touches for each contact that somebody began.
  case touches
  /// Shares of those that came.
  case transferred, handedOver, lost, reopened, closed
  /// How many are still open at the end, and how many called again.
  case open, calledBack

  /// Whether none can be more than 1: what happens to a contact once at most.
  fileprivate var isShare: Bool {
    switch self {
    case .abandonment, .waited, .closed: true
    case .arrived, .meanWait, .touches, .transferred, .handedOver, .lost, .reopened, .open,
      .calledBack:
      false
    }
  }
}

/// What is asked of a channel's day, of the contacts that came on it.
package enum DayFigure: Int, Sendable, CaseIterable {
  /// Contacts that came; shares of them: gave up, had to wait.
  case arrived, abandonment, waited
  /// Time to the first touch or to giving up (unit: s, day and night).
  case meanWait
  /// Touches for each contact that somebody began, on this day or later.
  case touches
  /// Hand-overs for each that came.
  case handedOver
  /// How many of all are open when the day ends.
  case open

  fileprivate var isShare: Bool { self == .abandonment || self == .waited }
}

/// What is asked of a channel's interval.
package enum IntervalFigure: Int, Sendable, CaseIterable {
  /// Contacts that came; of those, who had to wait, who gave up, and their mean wait (unit: s).
  case arrived, delayed, abandoned, meanWait
  /// At its end: in queues, and open.
  case waiting, open
}
