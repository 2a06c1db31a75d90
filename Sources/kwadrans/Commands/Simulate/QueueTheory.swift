import Queueing
import Simulation

/// What theory says of a queue that is simulated.
struct QueueTheory {
  /// The model, as a heading.
  let model: String
  /// Whether its figures are exact; else they are a named approximation.
  let isExact: Bool
  /// What it knows of all contacts, and of each class.
  private(set) var all: [PoolStudy.Figure: Double] = [:]
  private(set) var classes: [[PoolStudy.Figure: Double]] = []

  private init(_ model: String, isExact: Bool = true) {
    (self.model, self.isExact) = (model, isExact)
  }

  /// The model for a queue, if there is one.
  ///
  /// - Throws: `QueueError` where the numbers are beyond its reach.
  init?(_ queue: SharedQueue) throws {
    let isPlain = queue.classes.count == 1 && queue.returns == nil
    switch (queue.handling.shape, queue.patience) {
    case (.exponential, nil) where isPlain: try self.init(erlangC: queue, "Erlang C", touches: 1)
    case (.exponential, nil) where queue.classes.count == 1:
      // Whenever a case comes, it finds what Erlang C says of all touches together.
      try self.init(erlangC: queue, "Erlang R", touches: queue.touches)
    case (.exponential, nil) where queue.returns == nil: try self.init(priorities: queue)
    case (.exponential, let patience?) where isPlain: try self.init(queue, patience)
    case (_, nil) where isPlain: try self.init(handling: queue)
    default: return nil
    }
  }

  private init(erlangC queue: SharedQueue, _ model: String, touches: Double) throws {
    self.init(model)
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: queue.load), agents: queue.agents,
      handleSeconds: queue.handling.mean)
    all = [
      .serviceLevel: try team.serviceLevel(withinSeconds: queue.target),
      .waitProbability: team.waitProbability, .meanWait: team.meanWaitSeconds,
      .wait95: try team.waitPercentile(0.95), .occupancy: team.occupancy,
      .queueLength: team.queueLength,
    ]
  }

  private init(priorities queue: SharedQueue) throws {
    self.init("Cobham")
    let team = try Priorities.Performance(
      arrivals: queue.classes.map { $0 * queue.perSecond }, perSeconds: 1, agents: queue.agents,
      handleSeconds: queue.handling.mean)
    all = [
      .waitProbability: team.waitProbability, .meanWait: team.meanWaitSeconds,
      .occupancy: team.occupancy, .queueLength: team.queueLength,
    ]
    classes = try team.classes.map {
      [
        .serviceLevel: try $0.serviceLevel(withinSeconds: queue.target),
        .waitProbability: $0.waitProbability, .meanWait: $0.meanWaitSeconds,
        .wait95: try $0.waitPercentile(0.95), .queueLength: $0.queueLength,
      ]
    }
    // Of all contacts, as many as there are of each.
    all[.serviceLevel] = zip(queue.classes, classes).reduce(0) {
      $0 + $1.0 * ($1.1[.serviceLevel] ?? 0)
    }
  }

  /// Whoever gives up does so after exponential times, or others.
  private init?(_ queue: SharedQueue, _ patience: Distribution) throws {
    let load = try OfferedLoad(erlangs: queue.load)
    let handling = queue.handling.mean
    if case .exponential(let mean) = patience.shape {
      self.init("Erlang A")
      let team = try ErlangA.Performance(
        load: load, agents: queue.agents, handleSeconds: handling, patienceSeconds: mean)
      all = [
        .serviceLevel: try team.serviceLevel(
          withinSeconds: queue.target, abandoned: .countAsMissed),
        .waitProbability: team.waitProbability, .meanWait: team.meanWaitSeconds,
        .wait95: try team.waitPercentile(0.95), .abandonment: team.abandonment,
        .occupancy: team.occupancy, .queueLength: team.queueLength,
      ]
    } else if let time = try TimeDistribution(patience) {
      self.init("M/M/n+G")
      let team = try MMnG.Performance(
        load: load, agents: queue.agents, handleSeconds: handling, patience: Patience(time))
      all = [
        .serviceLevel: try team.serviceLevel(withinSeconds: queue.target),
        .waitProbability: team.waitProbability, .meanWait: team.meanWaitSeconds,
        .wait95: try team.waitPercentile(0.95), .abandonment: team.abandonment,
        .occupancy: team.occupancy, .queueLength: team.queueLength,
      ]
    } else {
      return nil
    }
  }

  /// Handling times of any kind, and nobody gives up.
  private init(handling queue: SharedQueue) throws {
    let load = try OfferedLoad(erlangs: queue.load)
    if case .constant(let seconds) = queue.handling.shape {
      self.init("M/D/c")
      let team = try MDc.Performance(load: load, agents: queue.agents, handleSeconds: seconds)
      let waits = team.waits()
      all = [
        .serviceLevel: try waits.serviceLevel(withinSeconds: queue.target),
        .waitProbability: team.waitProbability, .meanWait: team.meanWaitSeconds,
        .wait95: try waits.waitPercentile(0.95), .occupancy: team.occupancy,
        .queueLength: team.queueLength,
      ]
    } else if queue.agents == 1 {
      // Exact for times of any kind; of the distribution of waits it knows the mean only.
      self.init("M/G/1")
      let mean =
        queue.load / (1 - queue.load) * queue.handling.mean
        * (1 + queue.handling.squaredVariation) / 2
      all = [
        .waitProbability: queue.load, .meanWait: mean, .occupancy: queue.load,
        .queueLength: mean * queue.perSecond,
      ]
    } else {
      self.init("M/G/c (Kimura)", isExact: false)
      let team = try MGc.Performance(
        load: load, agents: queue.agents, handleSeconds: queue.handling.mean,
        squaredVariation: queue.handling.squaredVariation)
      all = [
        .serviceLevel: try team.serviceLevel(withinSeconds: queue.target),
        .waitProbability: team.waitProbability, .meanWait: team.meanWaitSeconds,
        .wait95: try team.waitPercentile(0.95), .occupancy: team.occupancy,
        .queueLength: team.queueLength,
      ]
    }
  }
}

extension TimeDistribution {
  /// The same distribution, where the formulas know it.
  fileprivate init?(_ distribution: Distribution) throws {
    switch distribution.shape {
    case .exponential(let mean): self = try .exponential(meanSeconds: mean)
    case .constant(let seconds): self = try .fixed(seconds: seconds)
    case .lognormal:
      self = try .lognormal(
        meanSeconds: distribution.mean, variation: distribution.squaredVariation.squareRoot())
    default: return nil
    }
  }
}
