import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct ErlangRCommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "erlang-r",
      abstract: "Show waits where cases come back after the customer's answer.",
      discussion: """
        --arrivals are new cases and --handling is one touch; after each touch a share of cases \
        comes back (Erlang-R, steady state). Waits are those at each touch. For the course of a \
        day, see offered-load.

        EXAMPLE:
          kwadrans queue erlang-r --arrivals 30/h --handling 4min --returning 60% --away 2h --target 80%/20s
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "Share of touches after which the case comes back.", valueName: "share"),
      transform: Share.init(partWritten:))
    var returning: Share

    @Option(
      help: ArgumentHelp("Mean time until it comes back, such as 2h.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var away: HandlingTime

    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions

    func validate() throws {
      guard work.handling != nil else {
        throw ValidationError("Say with --handling how long one touch takes, such as 4min.")
      }
      try kept.check(with: staff, work)
    }

    func run() throws { try Kwadrans.Queue.run(self) }

    private func desk(_ load: OfferedLoad) throws(QueueError) -> ErlangR {
      try ErlangR(
        arrivals: load.erlangs, perSeconds: work.handleSeconds, handleSeconds: work.handleSeconds,
        returnShare: returning.value, awaySeconds: away.seconds)
    }

    func targets() throws(QueueError) -> Targets { try kept.targets() }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> ErlangC.Performance {
      try desk(load).performance(agents: agents)
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> ErlangC.Staffing
    {
      try desk(load).leastAgents(targets: targets)
    }

    func figures(_ team: ErlangC.Performance) throws -> [Figure] {
      var figures: [Figure] = [.agents(team.agents), .load(team.load)]
      if let target = kept.target {
        let level = try team.serviceLevel(withinSeconds: target.seconds)
        figures.append(.serviceLevel(level, target))
      }
      return figures + [
        .waitProbability(team.waitProbability), .meanWait(team.meanWaitSeconds),
        .occupancy(team.occupancy), .queueLength(team.queueLength),
      ]
    }

    var given: [Figure] {
      let desk = try? desk(work.offeredLoad())
      return kept.given + [
        .given("returning", returning.value), .given("away_s", away.seconds),
        .given("touches_per_case", desk?.touchesPerCase ?? 1),
        .given("cases_with_customers", desk?.contentCases ?? 0),
      ]
    }

    func notes(_ team: ErlangC.Performance) throws -> [String] {
      let desk = try desk(work.offeredLoad())
      return [
        "\(QueueText.amount(desk.touchesPerCase)) touches a case; "
          + "\(QueueText.amount(desk.contentCases)) cases are with their customers"
      ]
    }
  }
}
