import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct ChatCommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "chat",
      abstract: "Show waits where one agent has several chats at once.",
      discussion: """
        --handling is how long a chat takes alone, --with-others how long with one other, with \
        two others, and so on, which also says how many are allowed at once. A new chat goes to \
        the agent with the fewest; when all slots are taken it waits. Exact.

        EXAMPLE:
          kwadrans queue chat --arrivals 100/h --handling 300s --with-others 400s,500s --patience 2min --target 80%/30s
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "How long a chat takes with one other, with two others…, such as 400s,500s.",
        valueName: "times"),
      transform: WrittenTimes.init(written:))
    var withOthers: WrittenTimes?

    @Option(
      help: ArgumentHelp(
        "Mean time until a waiting customer gives up; nobody does without.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var patience: HandlingTime?

    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions
    @OptionGroup var left: AbandonedOptions

    func validate() throws {
      guard work.handling != nil else {
        throw ValidationError("Say with --handling how long a chat takes alone, such as 300s.")
      }
      try kept.check(with: staff, work)
    }

    func run() throws { try Kwadrans.Queue.run(self) }

    private func speed() throws(QueueError) -> ChatDesk.Speed {
      try ChatDesk.Speed(secondsByLevel: [work.handleSeconds] + (withOthers?.seconds ?? []))
    }

    private func customers() throws(QueueError) -> Patience? {
      guard let patience else { return nil }
      return try .exponential(meanSeconds: patience.seconds)
    }

    func targets() throws(QueueError) -> Targets {
      try kept.targets(abandoned: left.abandoned.contacts)
    }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> ChatDesk.Performance {
      try ChatDesk.Performance(
        arrivals: load.erlangs, perSeconds: work.handleSeconds, agents: agents, speed: speed(),
        patience: customers())
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError)
      -> ChatDesk.Staffing
    {
      try ChatDesk.leastAgents(
        arrivals: load.erlangs, perSeconds: work.handleSeconds, speed: speed(),
        patience: customers(), targets: targets)
    }

    func figures(_ team: ChatDesk.Performance) throws -> [Figure] {
      var figures: [Figure] = [.agents(team.agents), .load(team.load)]
      if let target = kept.target {
        let level = try team.serviceLevel(
          withinSeconds: target.seconds, abandoned: left.abandoned.contacts)
        figures.append(.serviceLevel(level, target))
      }
      figures += [.waitProbability(team.waitProbability), .meanWait(team.meanWaitSeconds)]
      if patience != nil { figures.append(.abandonment(team.abandonment)) }
      return figures + [
        .occupancy(team.occupancy),
        .amount("chats_per_agent", team.chatsPerAgent, "chats each") { "\($0) chats each" },
        .queueLength(team.queueLength),
      ]
    }

    var given: [Figure] {
      kept.given + left.given(kept) + (patience.map { [.given("patience_s", $0.seconds)] } ?? [])
    }

    func notes(_ team: ChatDesk.Performance) throws -> [String] {
      let levels = team.speed.usefulLevels.map { "\($0)" }.joined(separator: ", ")
      return left.note(kept) + ["chats at once that are worth having: \(levels)"]
    }
  }
}

/// Times with commas between them, such as `400s,500s`.
struct WrittenTimes {
  let seconds: [Double]

  init(written: String) throws {
    seconds = try CommaList(written: written) { try HandlingTime(written: $0).seconds }.values
  }
}
