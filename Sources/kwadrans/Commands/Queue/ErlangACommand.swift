import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct ErlangACommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "erlang-a",
      abstract: "Show waits where customers give up, or how many agents keep a promise.",
      discussion: """
        Assumes random arrivals, exponential handling times, first come first served, and that \
        customers hang up after an exponential time of waiting, their patience (M/M/n+M, \
        Erlang A). Since people leave, agents may be fewer than erlangs. --abandoned says what \
        becomes of those who left in the service level; desks count them in all three ways.

        EXAMPLE:
          kwadrans queue erlang-a --arrivals 108.5/h --handling 204s --patience 348s --agents 6
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "Mean time until a waiting customer gives up, such as 2min.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var patience: HandlingTime

    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions
    @OptionGroup var left: AbandonedOptions

    @Option(
      help: ArgumentHelp("Find agents of whom at most this share gives up.", valueName: "share"),
      transform: Share.init(partWritten:))
    var abandonmentAtMost: Share?

    func validate() throws {
      guard work.handling != nil else {
        throw ValidationError("Say with --handling how long one ticket takes, such as 4min.")
      }
      try kept.check(with: staff, work, others: abandonmentAtMost != nil)
    }

    func run() throws { try Kwadrans.Queue.run(self) }

    func targets() throws(QueueError) -> Targets {
      try kept.targets(abandoned: left.abandoned.contacts, abandonmentAtMost: abandonmentAtMost)
    }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> ErlangA.Performance {
      try ErlangA.Performance(
        load: load, agents: agents, handleSeconds: work.handleSeconds,
        patienceSeconds: patience.seconds)
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> ErlangA.Staffing
    {
      try ErlangA.leastAgents(
        load: load, handleSeconds: work.handleSeconds, patienceSeconds: patience.seconds,
        targets: targets)
    }

    func figures(_ team: ErlangA.Performance) throws -> [Figure] {
      try left.figures(team, kept.target)
    }

    var given: [Figure] {
      kept.given + left.given(kept)
        + (abandonmentAtMost.map { [.given("abandonment_at_most", $0.value)] } ?? [])
        + [.given("patience_s", patience.seconds)]
    }

    func notes(_ team: ErlangA.Performance) throws -> [String] { left.note(kept) }
  }
}
