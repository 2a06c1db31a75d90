import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct FixedHandlingCommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "md-c",
      abstract: "Show waits where all tickets take the same time.",
      discussion: """
        Assumes random arrivals, handling times that are all alike, first come first served, and \
        that nobody gives up (M/D/c). Exact. Waits are about half of those of erlang-c in busy \
        teams, and more than half in quiet ones.

        EXAMPLE:
          kwadrans queue md-c --arrivals 90/h --handling 4min --target 80%/20s
        """
    )

    @OptionGroup var work: LoadOptions
    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions

    func validate() throws { try kept.check(with: staff, work) }

    func run() throws { try Kwadrans.Queue.run(self) }

    func targets() throws(QueueError) -> Targets { try kept.targets() }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> MDc.Performance {
      try MDc.Performance(load: load, agents: agents, handleSeconds: work.handleSeconds)
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> MDc.Staffing {
      try MDc.leastAgents(load: load, handleSeconds: work.handleSeconds, targets: targets)
    }

    func figures(_ team: MDc.Performance) throws -> [Figure] {
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
