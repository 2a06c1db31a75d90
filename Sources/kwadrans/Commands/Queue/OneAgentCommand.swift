import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct OneAgentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mg-1",
      abstract: "Show waits for one person, with handling times of any kind.",
      discussion: """
        Assumes random arrivals, first come first served, and that nobody gives up (M/G/1, \
        Pollaczek and Khinchine). Means are exact; with lognormal handling times shares answered \
        in time are an approximation, and the answer says so.

        EXAMPLE:
          kwadrans queue mg-1 --arrivals 5/h --handling 10min --handling-kind lognormal --variation 1.5 --target 80%/1h
        """
    )

    @OptionGroup var work: LoadOptions
    @OptionGroup var kind: HandlingKindOptions

    @Option(
      help: ArgumentHelp(
        "Show how many are answered in a time, such as 80%/1h.",
        valueName: "share/time"),
      transform: AnswerTarget.init(written:))
    var target: AnswerTarget?

    @Option(
      help: ArgumentHelp(
        "Also show the wait that this share does not exceed, such as 95%.", valueName: "share"),
      transform: Share.init(partWritten:))
    var percentile: Share?

    func validate() throws {
      guard work.handling != nil else {
        throw ValidationError("Say with --handling how long one ticket takes, such as 4min.")
      }
    }

    func run() throws {
      guard let handling = work.handling else { return }
      try Kwadrans.Queue.answer {
        let team = try MG1.Performance(load: work.offeredLoad(), handling: kind.times(handling))
        var figures: [Figure] = [.agents(1), .load(team.load)]
        if let target {
          let level = try team.serviceLevel(withinSeconds: target.seconds)
          figures.append(.serviceLevel(level, target))
        }
        figures += [
          .waitProbability(team.waitProbability), .meanWait(team.meanWaitSeconds),
        ]
        if let percentile {
          let wait = try team.waitPercentile(percentile.value)
          figures.append(
            .time("wait_percentile_s", wait, "") {
              "\(QueueText.promise(percentile.value)) wait up to \($0)"
            })
        }
        figures += [
          .occupancy(team.occupancy), .queueLength(team.queueLength),
        ]
        let targets = try Targets(
          serviceLevel: target?.share.value, withinSeconds: target?.seconds ?? 0)
        let limits = try Limits(targets, of: team, handling: handling) {
          load throws(QueueError) in
          try MG1.Performance(load: load, handling: team.handling)
        }
        if work.format == .json {
          let how = team.waitDistribution == .exact ? "exact" : "gamma-fit"
          var given = kind.given + [.given("wait_distribution", how)]
          if let target {
            given += [
              .given("target_s", target.seconds), .given("target_share", target.share.value),
            ]
          }
          if let percentile { given.append(.given("percentile", percentile.value)) }
          var json = JSONWriter()
          json.object { $0.figures(figures + given + limits.figures) }
          return print(json.string)
        }
        print("1 agent for \(QueueText.erlangs(team.load.erlangs))")
        for line in figures.compactMap(\.sentence) + limits.sentences { print(line) }
        if target != nil || percentile != nil, team.waitDistribution == .gammaFit {
          print(
            "the mean is exact, shares of waits are an approximation: a gamma distribution fitted "
              + "to the wait")
        }
      }
    }
  }
}
