import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct MMnGCommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "mmn-g",
      abstract: "Show waits where patience is of any kind.",
      discussion: """
        As erlang-a, but patience may be lognormal, or the same for all, and a share of customers \
        may leave at once when they are not answered at once (M/M/n+G). Exact, by integration.

        EXAMPLE:
          kwadrans queue mmn-g --arrivals 90/h --handling 4min --patience 2min --patience-kind lognormal --patience-variation 1.5 --leaving-at-once 5% --target 80%/20s
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "Mean time until a waiting customer gives up, such as 2min.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var patience: HandlingTime

    @Option(help: "How patience varies.")
    var patienceKind: TimeKind = .exponential

    @Option(
      help: ArgumentHelp(
        "Standard deviation of lognormal patience ÷ its mean.", valueName: "number"),
      transform: Decimal.init(written:))
    var patienceVariation: Decimal?

    @Option(
      help: ArgumentHelp(
        "Share of customers who leave at once if they have to wait.", valueName: "share"),
      transform: Share.init(partWritten:))
    var leavingAtOnce: Share?

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
      if patienceVariation != nil, patienceKind != .lognormal {
        throw ValidationError("--patience-variation goes with --patience-kind lognormal.")
      }
      try kept.check(with: staff, work, others: abandonmentAtMost != nil)
    }

    func run() throws { try Kwadrans.Queue.run(self) }

    private func customers() throws(QueueError) -> Patience {
      let times = try patienceKind.times(
        meanSeconds: patience.seconds, variation: patienceVariation?.value)
      return try Patience(times).leavingAtOnce(leavingAtOnce?.value ?? 0)
    }

    func targets() throws(QueueError) -> Targets {
      try kept.targets(abandoned: left.abandoned.contacts, abandonmentAtMost: abandonmentAtMost)
    }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> MMnG.Performance {
      try MMnG.Performance(
        load: load, agents: agents, handleSeconds: work.handleSeconds, patience: customers())
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> MMnG.Staffing {
      try MMnG.leastAgents(
        load: load, handleSeconds: work.handleSeconds, patience: customers(), targets: targets)
    }

    func figures(_ team: MMnG.Performance) throws -> [Figure] {
      try left.figures(team, kept.target)
    }

    var given: [Figure] {
      kept.given + left.given(kept)
        + (abandonmentAtMost.map { [.given("abandonment_at_most", $0.value)] } ?? [])
        + [
          .given("patience_s", patience.seconds), .given("patience_kind", patienceKind.rawValue),
        ]
        + (patienceVariation.map { [.given("patience_variation", $0.value)] } ?? [])
        + (leavingAtOnce.map { [.given("leaving_at_once", $0.value)] } ?? [])
    }

    func notes(_ team: MMnG.Performance) throws -> [String] { left.note(kept) }
  }
}
