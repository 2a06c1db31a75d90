import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct ErlangBCommand: ParsableCommand {
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

    @Option(help: ArgumentHelp("Agents on duty.", valueName: "count"))
    var agents: Int?

    @Option(
      help: ArgumentHelp(
        "Find the least agents that lose at most this share, such as 1%.", valueName: "share"),
      transform: Share.init(partWritten:))
    var blocking: Share?

    func validate() throws {
      try Kwadrans.Queue.check(agents: agents)
      guard (agents == nil) != (blocking == nil) else {
        throw ValidationError("Give either --agents or --blocking.")
      }
    }

    func run() throws {
      try Kwadrans.Queue.answer {
        let load = try work.offeredLoad()
        if let blocking {
          let staffing = try ErlangB.leastAgents(load: load, blockingAtMost: blocking.value)
          print(work.format == .json ? json(staffing.chosen) : text(staffing))
        } else {
          let team = try ErlangB.Performance(load: load, agents: agents ?? 0)
          print(work.format == .json ? json(team) : text(team))
        }
      }
    }

    private func text(_ team: ErlangB.Performance) -> String {
      """
      \(QueueText.agents(team.agents)) for \(QueueText.erlangs(team.load.erlangs)): \
      \(QueueText.percent(team.blocking)) of tickets find everybody busy and are lost
      occupancy \(QueueText.percent(team.occupancy))
      """
    }

    private func text(_ staffing: ErlangB.Staffing) -> String {
      let chosen = staffing.chosen
      var rows = [["agents", "lost", "occupancy"]]
      for team in [staffing.fewer, chosen, staffing.more].compactMap(\.self) {
        let mark = team == chosen ? "> " : ""
        rows.append([
          mark + "\(team.agents)", QueueText.percent(team.blocking),
          QueueText.percent(team.occupancy),
        ])
      }
      return """
        \(QueueText.agents(chosen.agents)) for \(QueueText.erlangs(chosen.load.erlangs)) \
        \(chosen.agents == 1 ? "loses" : "lose") at most \
        \(QueueText.promise(staffing.blockingAtMost)) of tickets

        \(QueueText.table(rows))
        """
    }

    private func json(_ team: ErlangB.Performance) -> String {
      var json = JSONWriter()
      json.object {
        $0.key("agents")
        $0.int(team.agents)
        $0.key("load_erlang")
        $0.number(team.load.erlangs)
        $0.key("blocking")
        $0.number(team.blocking)
        $0.key("occupancy")
        $0.number(team.occupancy)
        if let blocking {
          $0.key("blocking_at_most")
          $0.number(blocking.value)
        }
      }
      return json.string
    }
  }
}
