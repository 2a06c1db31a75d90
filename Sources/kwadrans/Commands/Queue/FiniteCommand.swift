import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct FiniteCommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "finite",
      abstract: "Show waits and losses where only so many tickets can be there at a time.",
      discussion: """
        Assumes random arrivals, exponential handling times, first come first served, and so \
        many places in all, being handled or waiting (M/M/c/K): telephone lines. A ticket that \
        finds them taken is lost. Shares of waiting are of those let in; the mean wait too.

        EXAMPLE:
          kwadrans queue finite --arrivals 90/h --handling 4min --places 12 --agents 8
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "Tickets that can be there at a time, handled and waiting.", valueName: "count"))
    var places: Int

    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions
    @OptionGroup var left: AbandonedOptions

    @Option(
      help: ArgumentHelp(
        "Find the least agents that lose at most this share, such as 1%.", valueName: "share"),
      transform: Share.init(partWritten:))
    var blocking: Share?

    func validate() throws { try kept.check(with: staff, work, others: blocking != nil) }

    func run() throws { try Kwadrans.Queue.run(self) }

    func targets() throws(QueueError) -> Targets {
      try kept.targets(abandoned: left.abandoned.contacts, blockingAtMost: blocking)
    }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> MMcK.Performance {
      try MMcK.Performance(
        load: load, agents: agents, places: places, handleSeconds: work.handleSeconds)
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> MMcK.Staffing {
      try MMcK.leastAgents(
        load: load, places: places, handleSeconds: work.handleSeconds, targets: targets)
    }

    func figures(_ team: MMcK.Performance) throws -> [Figure] {
      var figures: [Figure] = [
        .agents(team.agents), .load(team.load),
        .share(
          "blocking", team.blocking, "lost",
          { "\($0) of tickets find every place taken and are lost" }, hopeless: "nearly all"),
      ]
      if let target = kept.target {
        let level = try team.serviceLevel(
          withinSeconds: target.seconds, abandoned: left.abandoned.contacts)
        figures.append(.serviceLevel(level, target))
      }
      figures.append(.waitProbability(team.waitProbability))
      if work.handling != nil { figures.append(.meanWait(team.meanWaitSeconds)) }
      return figures + [.occupancy(team.occupancy), .queueLength(team.queueLength)]
    }

    var given: [Figure] {
      [Figure(key: "places", value: .whole(places))] + kept.given + left.given(kept)
        + (blocking.map { [.given("blocking_at_most", $0.value)] } ?? [])
    }

    func notes(_ team: MMcK.Performance) throws -> [String] { left.note(kept) }
  }
}
