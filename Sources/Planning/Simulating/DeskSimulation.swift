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
    cores: Int = 1, isCancelled: () -> Bool = { false }, progress: (Int) -> Void = { _ in }
  ) -> SimulationResult {
    let (layout, desk, seed) = (layout, model.desk, seed)
    var done = 0
    let means = Replications.run(
      rule, cores: cores, isCancelled: isCancelled,
      progress: {
        done = $0
        progress($0)
      }
    ) { layout.row(of: desk.run(RandomStreams(seed: seed, replication: $0))) }
    return SimulationResult(self, layout, means, replications: done)
  }
}

/// What a simulation found.
package struct SimulationResult: Sendable {
  package let simulation: DeskSimulation
  private let layout: FigureLayout
  private let means: [RunningMean]

  /// How many replications there were, whatever they found.
  package let replications: Int

  init(
    _ simulation: DeskSimulation, _ layout: FigureLayout, _ means: [RunningMean], replications: Int
  ) {
    (self.simulation, self.layout, self.means) = (simulation, layout, means)
    self.replications = replications
  }

  package var model: DeskModel { simulation.model }

  private func estimate(_ place: Int) -> Estimate {
    guard means.indices.contains(place) else {
      return RunningMean().estimate(confidence: simulation.confidence)
    }
    return means[place].estimate(confidence: simulation.confidence)
  }

  /// A figure of all people; without replications where it never was.
  package subscript(figure: TeamFigure) -> Estimate { estimate(figure.rawValue) }

  /// A figure of a promise.
  package subscript(promise promise: Int, figure: PromiseFigure) -> Estimate {
    estimate(layout.place(of: figure, promise: promise))
  }

  /// A figure of a channel.
  package subscript(channel channel: Int, figure: ChannelFigure) -> Estimate {
    estimate(layout.place(of: figure, channel: channel))
  }

  /// The share of a promise kept on a day, over all replications; nil where nothing was decided.
  package func share(ofPromise promise: Int, day: Int) -> Double? {
    let place = layout.place(ofDay: day, promise: promise)
    return quotient(place + 1, by: place)
  }

  private func quotient(_ place: Int, by other: Int) -> Double? {
    let below = estimate(other).mean
    return below > 0 ? estimate(place).mean / below : nil
  }

  /// A figure of an interval, its mean over replications; 0 where intervals were not asked for.
  package func mean(_ figure: IntervalFigure, channel: Int, interval: Int) -> Double {
    estimate(layout.place(of: figure, channel: channel, interval: interval)).mean
  }

  /// The share of a promise kept by contacts of an interval; nil where nothing was decided.
  package func share(ofPromise promise: Int, interval: Int) -> Double? {
    let place = layout.place(ofInterval: interval, promise: promise)
    return quotient(place + 1, by: place)
  }

  /// Measurements of a promise that began in an interval and are decided, on average.
  package func decided(ofPromise promise: Int, interval: Int) -> Double {
    estimate(layout.place(ofInterval: interval, promise: promise)).mean
  }

  /// People available in an interval, on average, and the share of that time they worked.
  package func people(interval: Int) -> (available: Double, busy: Double?) {
    let place = layout.place(ofInterval: interval)
    return (estimate(place).mean / model.desk.interval, quotient(place + 1, by: place))
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
}

/// What is asked of a channel's interval.
package enum IntervalFigure: Int, Sendable, CaseIterable {
  /// Contacts that came; of those, who had to wait, who gave up, and their waits (unit: s).
  case arrived, delayed, abandoned, waited
  /// At its end: in queues, and open.
  case waiting, open
}
