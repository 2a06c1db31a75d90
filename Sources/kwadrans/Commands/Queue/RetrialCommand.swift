import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Which formula is swollen by repeated attempts, and its questions to the library.
  struct RetrialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retrial",
      abstract: "Show what becomes of a desk when those who failed try again.",
      discussion: """
        An approximation: a share of those who fail comes back at once, and repeated attempts are \
        taken to come at random, so that in truth somewhat more fail. Without waiting it is \
        extended Erlang B; with --patience Erlang A, of whom those who gave up try again; with \
        --hang-up-after Erlang C, of whom those who would wait longer try again. Shares are of \
        attempts, except those lost for good.

        EXAMPLE:
          kwadrans queue retrial --retry 70% --load 6 --agents 8
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "The share of failures that try again, such as 70%.", valueName: "share"),
      transform: Share.init(written:))
    var retry: Share

    @Option(
      help: ArgumentHelp(
        "Mean time until a waiting customer gives up, such as 2min.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var patience: HandlingTime?

    @Option(
      help: ArgumentHelp("The longest wait that customers put up with.", valueName: "time"),
      transform: WaitAtMost.init(written:))
    var hangUpAfter: WaitAtMost?

    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions
    @OptionGroup var left: AbandonedOptions

    @Option(
      help: ArgumentHelp(
        "Find the least agents with whom at most this share of attempts fails for want of a free "
          + "agent, or by giving up.", valueName: "share"),
      transform: Share.init(partWritten:))
    var failingAtMost: Share?

    func validate() throws {
      if patience != nil, hangUpAfter != nil {
        throw ValidationError("Give --patience or --hang-up-after, not both.")
      }
      let waits = patience != nil || hangUpAfter != nil
      if waits, work.handling == nil {
        throw ValidationError("Say with --handling how long one ticket takes, such as 4min.")
      }
      if !waits, kept.target != nil || kept.meanWaitAtMost != nil || kept.percentile != nil {
        throw ValidationError(
          "Where nobody can wait there is no target on waits; give --patience or --hang-up-after.")
      }
      if hangUpAfter != nil, failingAtMost != nil {
        throw ValidationError(
          "With --hang-up-after, write a --target instead of --failing-at-most.")
      }
      try kept.check(with: staff, work, others: failingAtMost != nil)
    }

    func run() throws {
      let retry = retry.value
      let handle = work.handleSeconds
      if let patience {
        try Kwadrans.Queue.run(
          Model(
            command: self,
            find: { load, targets throws(QueueError) in
              try Retrials.leastAgentsImpatient(
                load: load, handleSeconds: handle, patienceSeconds: patience.seconds,
                retryShare: retry, targets: targets)
            },
            make: { load, agents throws(QueueError) in
              try Retrials.impatient(
                load: load, agents: agents, handleSeconds: handle,
                patienceSeconds: patience.seconds,
                retryShare: retry)
            }))
      } else if let hangUpAfter {
        try Kwadrans.Queue.run(
          Model(
            command: self,
            find: { load, targets throws(QueueError) in
              try Retrials.leastAgentsWaiting(
                load: load, handleSeconds: handle, hangUpAfterSeconds: hangUpAfter.seconds,
                retryShare: retry, targets: targets)
            },
            make: { load, agents throws(QueueError) in
              try Retrials.waiting(
                load: load, agents: agents, handleSeconds: handle,
                hangUpAfterSeconds: hangUpAfter.seconds, retryShare: retry)
            }))
      } else {
        try Kwadrans.Queue.run(
          Model(
            command: self,
            find: { load, targets throws(QueueError) in
              try Retrials.leastAgentsLost(load: load, retryShare: retry, targets: targets)
            },
            make: { load, agents throws(QueueError) in
              try Retrials.lost(load: load, agents: agents, retryShare: retry)
            }))
      }
    }

    /// The command with one of the three formulas.
    struct Model<Inner: QueuePerformance>: WaitingModel {
      typealias Team = Retrials.Performance<Inner>

      let command: RetrialCommand
      let find: (OfferedLoad, Targets) throws(QueueError) -> Staffing<Team>
      let make: (OfferedLoad, Int) throws(QueueError) -> Team

      var work: LoadOptions { command.work }
      var staff: StaffOptions { command.staff }
      var kept: TargetOptions { command.kept }

      func targets() throws(QueueError) -> Targets {
        let most = command.failingAtMost
        return try command.kept.targets(
          abandoned: command.left.abandoned.contacts,
          abandonmentAtMost: command.patience == nil ? nil : most,
          blockingAtMost: command.patience == nil ? most : nil)
      }

      func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> Team {
        try make(load, agents)
      }

      func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> Staffing<Team>
      {
        try find(load, targets)
      }

      func figures(_ team: Team) throws -> [Figure] {
        let waits = command.patience != nil || command.hangUpAfter != nil
        var figures: [Figure] = [.agents(team.agents), .load(team.load)]
        if let target = command.kept.target {
          let level = try team.serviceLevel(
            withinSeconds: target.seconds, abandoned: command.left.abandoned.contacts)
          figures.append(.serviceLevel(level, target))
        }
        figures += [
          .share(
            waits ? (command.patience == nil ? "hang_up" : "abandonment") : "blocking",
            team.failing, "fail", { "\($0) of attempts fail" }, hopeless: "ever more"),
          .share(
            "lost_for_good", team.lostForGood, "lost for good",
            { "\($0) of customers are never answered" }),
          .amount("attempts", team.attempts, "attempts", { "attempts of a customer \($0)" }),
          .amount(
            "swollen_load_erlang", team.swollenLoad.erlangs, "swollen load",
            { "load with all attempts \($0) erlangs" }),
        ]
        if waits {
          figures += [
            .waitProbability(team.waitProbability), .meanWait(team.meanWaitSeconds),
          ]
        }
        figures.append(.occupancy(team.occupancy))
        return waits ? figures + [.queueLength(team.queueLength)] : figures
      }

      var given: [Figure] {
        var figures = command.kept.given + command.left.given(command.kept)
        if let most = command.failingAtMost {
          figures.append(.given("failing_at_most", most.value))
        }
        figures.append(.given("retry_share", command.retry.value))
        if let patience = command.patience {
          figures.append(.given("patience_s", patience.seconds))
        }
        if let after = command.hangUpAfter {
          figures.append(.given("hang_up_after_s", after.seconds))
        }
        return figures
      }

      func notes(_ team: Team) throws -> [String] {
        command.left.note(command.kept)
          + ["an approximation: attempts that are repeated do not come at random"]
      }
    }
  }
}
