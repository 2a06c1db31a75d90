import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct ErlangBCommand: ParsableCommand, QueueModel {
    static let configuration = CommandConfiguration(
      commandName: "erlang-b",
      abstract: "Show how many tickets are lost where nobody can wait.",
      discussion: """
        Assumes random arrivals, and that a ticket which finds all agents busy goes away \
        (M/G/c/c, Erlang B): telephone lines, chat slots. Handling times may be of any kind.

        EXAMPLE:
          kwadrans queue erlang-b --arrivals 90/h --handling 4min --blocking 1%
        """
    )

    @OptionGroup var work: LoadOptions
    @OptionGroup var staff: StaffOptions
    @OptionGroup var loss: BlockingOptions

    func validate() throws { try loss.check(with: staff) }

    func run() throws { try Kwadrans.Queue.run(self) }

    func targets() throws(QueueError) -> Targets { try loss.targets() }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> ErlangB.Performance {
      try ErlangB.Performance(load: load, agents: agents)
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> ErlangB.Staffing
    {
      try ErlangB.leastAgents(load: load, targets: targets)
    }

    func figures(_ team: ErlangB.Performance) -> [Figure] {
      [
        .agents(team.agents), .load(team.load), .blocking(team.blocking),
        .occupancy(team.occupancy),
      ]
    }

    var given: [Figure] { loss.given }
  }
}
