import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct ErlangCCommand: ParsableCommand {
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

    @Option(help: ArgumentHelp("Agents on duty.", valueName: "count"))
    var agents: Int?

    @Option(
      help: ArgumentHelp(
        "The promise, such as 80%/20s; finds the least agents unless --agents is given.",
        valueName: "share/time"),
      transform: AnswerTarget.init(written:))
    var target: AnswerTarget?

    @Option(
      help: ArgumentHelp(
        "Let nobody be busy for more than this share of the time, such as 85%.",
        valueName: "share"),
      transform: Share.init(written:))
    var occupancyAtMost: Share?

    func validate() throws {
      try Kwadrans.Queue.check(agents: agents)
      guard agents != nil || target != nil else {
        throw ValidationError("Give --agents, or a promise such as --target 80%/20s.")
      }
      if target != nil, work.handling == nil {
        throw ValidationError("With --target, say with --handling how long one ticket takes.")
      }
      if occupancyAtMost != nil, agents != nil {
        throw ValidationError("--occupancy-at-most finds agents; it does not go with --agents.")
      }
    }

    func run() throws {
      try Kwadrans.Queue.answer {
        let load = try work.offeredLoad()
        // Without a handling time only what does not depend on it is shown.
        let handleSeconds = work.handling?.seconds ?? 1
        if let agents {
          let team = try ErlangC.Performance(
            load: load, agents: agents, handleSeconds: handleSeconds)
          print(work.format == .json ? try json(team) : try text(team))
        } else if let target {
          let staffing = try ErlangC.leastAgents(
            load: load, handleSeconds: handleSeconds, serviceLevel: target.share.value,
            withinSeconds: target.seconds, occupancyAtMost: occupancyAtMost?.value)
          print(work.format == .json ? try json(staffing.chosen) : try text(staffing))
        }
      }
    }

    private func text(_ team: ErlangC.Performance) throws -> String {
      var lines = [
        "\(QueueText.agents(team.agents)) for \(QueueText.erlangs(team.load.erlangs)): "
          + "\(QueueText.percent(team.waitProbability)) of tickets have to wait"
      ]
      if let target {
        let level = try team.serviceLevel(withinSeconds: target.seconds)
        lines.append(
          "\(QueueText.percent(level)) answered within \(QueueText.time(target.seconds)); "
            + "the promise is \(QueueText.promise(target.share.value))")
      }
      if work.handling != nil { lines.append("mean wait \(QueueText.time(team.meanWaitSeconds))") }
      lines.append("occupancy \(QueueText.percent(team.occupancy))")
      lines.append("waiting on average \(QueueText.amount(team.queueLength))")
      return lines.joined(separator: "\n")
    }

    private func text(_ staffing: ErlangC.Staffing) throws -> String {
      let chosen = staffing.chosen
      let within = QueueText.time(staffing.withinSeconds)
      var rows = [
        ["agents", "within \(within)", "have to wait", "mean wait", "occupancy", "waiting"]
      ]
      if staffing.fewer == nil, chosen.agents > 0 {
        rows.append(["\(chosen.agents - 1)", "never", "all", "endless", "100%", "ever more"])
      }
      for team in [staffing.fewer, chosen, staffing.more].compactMap(\.self) {
        rows.append([
          (team == chosen ? "> " : "") + "\(team.agents)",
          QueueText.percent(try team.serviceLevel(withinSeconds: staffing.withinSeconds)),
          QueueText.percent(team.waitProbability), QueueText.time(team.meanWaitSeconds),
          QueueText.percent(team.occupancy), QueueText.amount(team.queueLength),
        ])
      }
      var first =
        "\(QueueText.agents(chosen.agents)) for \(QueueText.erlangs(chosen.load.erlangs)) "
        + (chosen.agents == 1 ? "answers" : "answer")
        + " at least \(QueueText.promise(staffing.serviceLevel)) within \(within)"
      if let cap = staffing.occupancyAtMost {
        first += ", busy at most \(QueueText.promise(cap)) of the time"
      }
      return first + "\n\n" + QueueText.table(rows)
    }

    private func json(_ team: ErlangC.Performance) throws -> String {
      var json = JSONWriter()
      try json.object {
        $0.key("agents")
        $0.int(team.agents)
        $0.key("load_erlang")
        $0.number(team.load.erlangs)
        $0.key("wait_probability")
        $0.number(team.waitProbability)
        if let target {
          $0.key("service_level")
          $0.number(try team.serviceLevel(withinSeconds: target.seconds))
        }
        if work.handling != nil {
          $0.key("mean_wait_s")
          $0.number(team.meanWaitSeconds)
        }
        $0.key("occupancy")
        $0.number(team.occupancy)
        $0.key("queue_length")
        $0.number(team.queueLength)
        if let target {
          $0.key("target_s")
          $0.number(target.seconds)
          $0.key("target_share")
          $0.number(target.share.value)
        }
        if let occupancyAtMost {
          $0.key("occupancy_at_most")
          $0.number(occupancyAtMost.value)
        }
      }
      return json.string
    }
  }
}
