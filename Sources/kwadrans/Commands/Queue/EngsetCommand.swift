import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct EngsetCommand: ParsableCommand, QueueModel {
    static let configuration = CommandConfiguration(
      commandName: "engset",
      abstract: "Show how many tickets are lost where few people can call and nobody can wait.",
      discussion: """
        Like erlang-b, but with so many sources, each of which sends its next ticket some random \
        time after its last one was done or lost (Engset). The load is what they would send if \
        nobody were ever turned away. Fewer are lost than by erlang-b, since whoever talks does \
        not call.

        EXAMPLE:
          kwadrans queue engset --sources 20 --load 6 --blocking 1%
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(help: ArgumentHelp("Everybody who may send a ticket.", valueName: "count"))
    var sources: Int

    @OptionGroup var staff: StaffOptions
    @OptionGroup var loss: BlockingOptions

    func validate() throws { try loss.check(with: staff) }

    func run() throws { try Kwadrans.Queue.run(self) }

    func targets() throws(QueueError) -> Targets { try loss.targets() }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> Engset.Performance {
      try Engset.Performance(sources: sources, load: load, agents: agents)
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> Engset.Staffing
    {
      try Engset.leastAgents(sources: sources, load: load, targets: targets)
    }

    func figures(_ team: Engset.Performance) -> [Figure] {
      [
        .agents(team.agents), .load(team.load), .blocking(team.blocking),
        .share("busy_time", team.busyTime, "all busy", { "all agents are busy \($0) of the time" }),
        .occupancy(team.occupancy),
      ]
    }

    var given: [Figure] {
      [Figure(key: "sources", value: .whole(sources))] + loss.given
    }
  }
}
