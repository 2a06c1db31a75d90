import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct ErlangCCommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "erlang-c",
      abstract: "Show how long tickets wait, or how many agents keep a promise.",
      discussion: """
        Assumes random arrivals, exponential handling times, first come first served, and that \
        nobody gives up (M/M/c, Erlang C). With --target it finds the least agents, and shows one \
        fewer and one more beside them; with --agents it shows what those agents do.

        EXAMPLE:
          kwadrans queue erlang-c --arrivals 90/h --handling 4min --target 80%/20s
        """
    )

    @OptionGroup var work: LoadOptions
    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions

    func validate() throws { try kept.check(with: staff, work) }

    func run() throws { try Kwadrans.Queue.run(self) }

    func targets() throws(QueueError) -> Targets { try kept.targets() }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> ErlangC.Performance {
      try ErlangC.Performance(load: load, agents: agents, handleSeconds: work.handleSeconds)
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> ErlangC.Staffing
    {
      try ErlangC.leastAgents(load: load, handleSeconds: work.handleSeconds, targets: targets)
    }

    func figures(_ team: ErlangC.Performance) throws -> [Figure] {
      var figures: [Figure] = [.agents(team.agents), .load(team.load)]
      if let target = kept.target {
        let level = try team.serviceLevel(withinSeconds: target.seconds)
        figures.append(.serviceLevel(level, target))
      }
      figures.append(.waitProbability(team.waitProbability))
      if work.handling != nil { figures.append(.meanWait(team.meanWaitSeconds)) }
      return figures + [.occupancy(team.occupancy), .queueLength(team.queueLength)]
    }

    var given: [Figure] { kept.given }
  }
}
