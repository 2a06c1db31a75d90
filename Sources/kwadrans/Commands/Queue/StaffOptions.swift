import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// How many agents there are: so many, a range of them, or as few as keep the targets.
  struct StaffOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp("Agents on duty.", valueName: "count"))
    var agents: Int?

    @Option(
      help: ArgumentHelp(
        "Show a table of teams, such as agents=4...12.", valueName: "agents=from...to"),
      transform: Sweep.init(written:))
    var sweep: Sweep?

    func validate() throws {
      if let agents, agents < 0 {
        throw ValidationError("--agents must be zero or more, not \(agents).")
      }
      if agents != nil, sweep != nil {
        throw ValidationError("Give either --agents or --sweep.")
      }
    }
  }

  /// What must be kept; the least agents that keep it are found unless agents are given.
  struct TargetOptions: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "The promise, such as 80%/20s; finds the least agents, or what --agents keep of it.",
        valueName: "share/time"),
      transform: AnswerTarget.init(written:))
    var target: AnswerTarget?

    @Option(
      help: ArgumentHelp("Find agents with a mean wait of at most this.", valueName: "time"),
      transform: WaitAtMost.init(written:))
    var meanWaitAtMost: WaitAtMost?

    @Option(
      help: ArgumentHelp(
        "Let nobody be busy for more than this share of the time, such as 85%.",
        valueName: "share"),
      transform: Share.init(written:))
    var occupancyAtMost: Share?

    @Option(
      help: ArgumentHelp(
        "Also show the wait that this share of those answered does not exceed, such as 95%.",
        valueName: "share"),
      transform: Share.init(partWritten:))
    var percentile: Share?

    /// Whether any was given.
    var areThere: Bool { target != nil || meanWaitAtMost != nil || occupancyAtMost != nil }

    /// Refuses questions without agents and without targets, and tables of what is no column.
    ///
    /// - Parameter others: Whether the model's own targets were given.
    func check(with staff: StaffOptions, _ work: LoadOptions, others: Bool = false) throws {
      guard staff.agents != nil || staff.sweep != nil || areThere || others else {
        throw ValidationError("Give --agents, or a promise such as --target 80%/20s.")
      }
      let timed: [(String, Bool)] = [
        ("target", target != nil), ("mean-wait-at-most", meanWaitAtMost != nil),
        ("percentile", percentile != nil),
      ]
      if let (name, _) = timed.first(where: \.1), work.handling == nil {
        throw ValidationError("With --\(name), say with --handling how long one ticket takes.")
      }
      guard staff.sweep != nil else { return }
      if meanWaitAtMost != nil || occupancyAtMost != nil || others {
        throw ValidationError("A table shows every team; only --target goes with --sweep.")
      }
    }

    /// The targets as they were given, for JSON.
    var given: [Figure] {
      var figures: [Figure] = []
      if let target {
        figures += [
          .given("target_s", target.seconds), .given("target_share", target.share.value),
        ]
      }
      if let meanWaitAtMost {
        figures.append(.given("mean_wait_at_most_s", meanWaitAtMost.seconds))
      }
      if let occupancyAtMost {
        figures.append(.given("occupancy_at_most", occupancyAtMost.value))
      }
      if let percentile { figures.append(.given("percentile", percentile.value)) }
      return figures
    }

    /// All of them as the library takes them.
    func targets(
      abandoned: AbandonedContacts = .countAsMissed, abandonmentAtMost: Share? = nil,
      blockingAtMost: Share? = nil
    ) throws(QueueError) -> Targets {
      try Targets(
        serviceLevel: target?.share.value, withinSeconds: target?.seconds ?? 0,
        abandoned: abandoned,
        meanWaitAtMostSeconds: meanWaitAtMost?.seconds,
        abandonmentAtMost: abandonmentAtMost?.value, blockingAtMost: blockingAtMost?.value,
        occupancyAtMost: occupancyAtMost?.value)
    }
  }

  /// How many tickets may be lost, for models in which nobody waits.
  struct BlockingOptions: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "Find the least agents that lose at most this share, such as 1%, or the most work for --agents.",
        valueName: "share"),
      transform: Share.init(partWritten:))
    var blocking: Share?

    func check(with staff: StaffOptions) throws {
      guard staff.agents != nil || (staff.sweep != nil) != (blocking != nil) else {
        throw ValidationError(
          "Give --agents, --sweep or --blocking; --agents also with --blocking.")
      }
    }

    func targets() throws(QueueError) -> Targets { try Targets(blockingAtMost: blocking?.value) }

    /// The target as it was given, for JSON.
    var given: [Figure] { blocking.map { [.given("blocking_at_most", $0.value)] } ?? [] }
  }

  /// What becomes of tickets that left, in the service level of models in which some do.
  struct AbandonedOptions: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "What becomes of those who left, in the service level: missed, left-out, or left-out/5s "
          + "for those who left within 5 s.", valueName: "how"),
      transform: WrittenAbandoned.init(written:))
    var abandoned = WrittenAbandoned()

    /// What a model of one team tells whose customers give up.
    func figures(_ team: some QueuePerformance, _ target: AnswerTarget?) throws -> [Figure] {
      var figures: [Figure] = [.agents(team.agents), .load(team.load)]
      if let target {
        let level = try team.serviceLevel(
          withinSeconds: target.seconds, abandoned: abandoned.contacts)
        figures.append(.serviceLevel(level, target))
      }
      return figures + [
        .waitProbability(team.waitProbability), .meanWait(team.meanWaitSeconds),
        .abandonment(team.abandonment), .occupancy(team.occupancy),
        .queueLength(team.queueLength),
      ]
    }

    /// The choice, for JSON; nothing where there is no service level.
    func given(_ kept: TargetOptions) -> [Figure] {
      kept.target == nil ? [] : [.given("abandoned", abandoned.written)]
    }

    /// The choice in words, for the line under the answer.
    func note(_ kept: TargetOptions) -> [String] {
      kept.target == nil ? [] : ["service level \(abandoned.contacts)"]
    }
  }
}

/// What becomes of tickets that left, such as `missed` or `left-out/5s`.
struct WrittenAbandoned: Hashable {
  var contacts = AbandonedContacts.countAsMissed
  /// As it was written.
  var written = "missed"

  init() {}

  init(written: String) throws {
    self.written = written
    let parts = written.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts[0], parts.count) {
    case ("missed", 1): contacts = .countAsMissed
    case ("left-out", 1): contacts = .answeredOnly
    case ("left-out", _):
      contacts = .excludeShort(withinSeconds: try WrittenTime(written: parts[1]).seconds)
    default: throw UnreadableValue(description: "write missed, left-out, or left-out/5s")
    }
  }
}

/// A range of teams, such as `agents=4...12`.
struct Sweep: Hashable {
  let agents: ClosedRange<Int>

  /// More rows than anybody reads.
  static let mostRows = 1000

  init(written: String) throws {
    let parts = written.split(separator: "=", omittingEmptySubsequences: false)
    let ends = (parts.last ?? "").split(separator: "...", omittingEmptySubsequences: false)
      .map { end in end.utf8.allSatisfy { (48...57).contains($0) } ? Int(end) : nil }
    guard parts.count == 2, parts[0] == "agents", ends.count == 2, let from = ends[0],
      let to = ends[1], from <= to
    else {
      throw UnreadableValue(description: "write a range of agents, such as agents=4...12")
    }
    guard to <= QueueError.mostAgents, to - from < Self.mostRows else {
      throw UnreadableValue(description: "a table has at most \(Self.mostRows) rows")
    }
    agents = from...to
  }
}

/// A wait that is allowed, such as `30s`.
struct WaitAtMost: Hashable {
  /// Unit: s; ≥ 0.
  let seconds: Double

  init(written: String) throws {
    seconds = try WrittenTime(written: written).seconds
  }
}
