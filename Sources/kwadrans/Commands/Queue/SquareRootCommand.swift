import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct SquareRootCommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "square-root",
      abstract: "Show the rule of the square root beside the exact formula.",
      discussion: """
        A desk needs as many agents as erlangs and a margin of so many square roots of them \
        (Halfin and Whitt; with --patience Garnett, Mandelbaum and Reiman). The margin hardly \
        depends on the size, so it explains why large desks are cheaper. An approximation; \
        erlang-c and erlang-a are exact.

        EXAMPLE:
          kwadrans queue square-root --arrivals 1200/h --handling 5min --target 80%/0s
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "Mean time until a waiting customer gives up; nobody does without.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var patience: HandlingTime?

    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions
    @OptionGroup var left: AbandonedOptions

    func validate() throws {
      if patience != nil, work.handling == nil {
        throw ValidationError("Say with --handling how long one ticket takes, such as 4min.")
      }
      try kept.check(with: staff, work)
    }

    func run() throws { try Kwadrans.Queue.run(self) }

    func targets() throws(QueueError) -> Targets {
      try kept.targets(abandoned: left.abandoned.contacts)
    }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> SquareRootStaffing.Performance
    {
      try SquareRootStaffing.Performance(
        load: load, agents: agents, handleSeconds: work.handleSeconds,
        patienceSeconds: patience?.seconds)
    }

    func leastAgents(
      _ load: OfferedLoad, _ targets: Targets
    ) throws(QueueError) -> SquareRootStaffing.Staffing {
      try SquareRootStaffing.leastAgents(
        load: load, handleSeconds: work.handleSeconds, patienceSeconds: patience?.seconds,
        targets: targets)
    }

    func figures(_ team: SquareRootStaffing.Performance) throws -> [Figure] {
      var figures: [Figure] = [
        .agents(team.agents), .load(team.load),
        Figure(
          key: "beta", value: .number(team.beta), heading: "margin",
          cell: QueueText.signed(team.beta),
          sentence: "a margin of \(QueueText.signed(team.beta)) square roots of the load"),
      ]
      if let target = kept.target {
        let level = try team.serviceLevel(
          withinSeconds: target.seconds, abandoned: left.abandoned.contacts)
        figures.append(.serviceLevel(level, target))
      }
      let exact = try exactWaitProbability(team)
      figures += [
        .waitProbability(team.waitProbability),
        .share("exact_wait_probability", exact, "exactly", { "exactly, \($0)" }),
      ]
      if work.handling != nil { figures.append(.meanWait(team.meanWaitSeconds)) }
      if patience != nil { figures.append(.abandonment(team.abandonment)) }
      return figures + [.occupancy(team.occupancy), .queueLength(team.queueLength)]
    }

    private func exactWaitProbability(_ team: SquareRootStaffing.Performance) throws -> Double {
      guard let patience else {
        return try ErlangC.waitProbability(load: team.load, agents: team.agents)
      }
      return try ErlangA.Performance(
        load: team.load, agents: team.agents, handleSeconds: team.handleSeconds,
        patienceSeconds: patience.seconds
      ).waitProbability
    }

    var given: [Figure] {
      kept.given
        + (patience.map { left.given(kept) + [.given("patience_s", $0.seconds)] } ?? [])
    }

    func notes(_ team: SquareRootStaffing.Performance) throws -> [String] {
      (patience == nil ? [] : left.note(kept))
        + ["an approximation, save for what is said to be exact"]
    }
  }
}

extension QueueText {
  /// At most two decimals, with a minus where there is one.
  static func signed(_ value: Double) -> String {
    value < 0 ? "-" + amount(-value) : amount(value)
  }
}
