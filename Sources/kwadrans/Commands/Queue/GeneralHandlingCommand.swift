import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct GeneralHandlingCommand: ParsableCommand, WaitingModel {
    static let configuration = CommandConfiguration(
      commandName: "mg-c",
      abstract: "Show waits, nearly, for handling times that vary more or less than usual.",
      discussion: """
        Assumes random arrivals, first come first served, and that nobody gives up (M/G/c). There \
        is no exact formula; --approximation says which is used, and the answer names it. \
        --variation is the standard deviation of handling times divided by their mean: 0 is md-c, \
        1 is erlang-c.

        EXAMPLE:
          kwadrans queue mg-c --arrivals 90/h --handling 4min --variation 0.5 --target 80%/20s
        """
    )

    /// The approximations, as they are written at the prompt.
    enum Approximation: String, ExpressibleByArgument, CaseIterable {
      case kimura, page
      case leeLongton = "lee-longton"

      var formula: MGc.Approximation {
        switch self {
        case .kimura: .kimura
        case .page: .page
        case .leeLongton: .leeLongton
        }
      }

      var inWords: String {
        switch self {
        case .kimura: "Kimura's, between md-c and erlang-c"
        case .page: "Page's, between md-c and erlang-c"
        case .leeLongton: "Lee and Longton's rule of thumb"
        }
      }
    }

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "Standard deviation of handling times ÷ their mean, such as 0.5.", valueName: "number"),
      transform: Decimal.init(written:))
    var variation: Decimal

    @Option(help: "Which approximation.")
    var approximation: Approximation = .kimura

    @OptionGroup var staff: StaffOptions
    @OptionGroup var kept: TargetOptions

    func validate() throws { try kept.check(with: staff, work) }

    func run() throws { try Kwadrans.Queue.run(self) }

    func targets() throws(QueueError) -> Targets { try kept.targets() }

    private var squaredVariation: Double { variation.value * variation.value }

    func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> MGc.Performance {
      try MGc.Performance(
        load: load, agents: agents, handleSeconds: work.handleSeconds,
        squaredVariation: squaredVariation, approximation: approximation.formula)
    }

    func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> MGc.Staffing {
      try MGc.leastAgents(
        load: load, handleSeconds: work.handleSeconds, squaredVariation: squaredVariation,
        approximation: approximation.formula, targets: targets)
    }

    func figures(_ team: MGc.Performance) throws -> [Figure] {
      var figures: [Figure] = [.agents(team.agents), .load(team.load)]
      if let target = kept.target {
        let level = try team.serviceLevel(withinSeconds: target.seconds)
        figures.append(.serviceLevel(level, target))
      }
      figures.append(.waitProbability(team.waitProbability))
      if work.handling != nil { figures.append(.meanWait(team.meanWaitSeconds)) }
      return figures + [.occupancy(team.occupancy), .queueLength(team.queueLength)]
    }

    var given: [Figure] {
      kept.given + [
        .given("variation", variation.value), .given("approximation", approximation.rawValue),
      ]
    }

    func notes(_ team: MGc.Performance) throws -> [String] {
      ["approximation: \(approximation.inWords)"]
    }
  }
}
