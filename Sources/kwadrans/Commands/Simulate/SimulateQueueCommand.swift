import ArgumentParser
import Diagnostics
import Foundation  // how many cores there are
import Queueing
import Simulation

extension Kwadrans.Simulate {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct SimulateQueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "queue",
      abstract: "Simulate one team and one queue, and hold it against theory.",
      discussion: """
        Assumes random arrivals at a steady rate, alike agents, and first come first served. \
        Handling and patience are exponential times unless said otherwise: 4min,fixed or \
        4min,lognormal,p90=8min or 4min,gamma,cv=0.5. Where Erlang C has the exact answer, it is \
        printed beside the simulated one.

        EXAMPLE:
          kwadrans simulate queue --arrivals 45/min --handling 1min --agents 50
          kwadrans simulate queue --arrivals 45/min --handling 1min,lognormal,p90=2min --agents 46 --patience 2min --target 80%/20s
        """
    )

    @Option(
      help: ArgumentHelp("Mean arrivals, such as 90/h, 1.5/min or 700/day.", valueName: "rate"),
      transform: ArrivalRate.init(written:))
    var arrivals: ArrivalRate

    @Option(
      help: ArgumentHelp(
        "Handling time: a mean, and how it varies, such as 4min,lognormal,p90=8min.",
        valueName: "time"),
      transform: WrittenDistribution.init(written:))
    var handling: WrittenDistribution

    @Option(help: ArgumentHelp("Agents on duty.", valueName: "count"))
    var agents: Int

    @Option(
      help: ArgumentHelp(
        "Time until a waiting customer gives up, written like --handling; without it nobody does.",
        valueName: "time"),
      transform: WrittenDistribution.init(written:))
    var patience: WrittenDistribution?

    @Option(
      help: ArgumentHelp("The promise to measure.", valueName: "share/time"),
      transform: AnswerTarget.init(written:))
    var target: AnswerTarget?

    @Option(help: ArgumentHelp("Customers that are counted.", valueName: "count"))
    var customers = 1_000_000

    @Option(
      help: ArgumentHelp(
        "Go on until the service level is known to so many percentage points, such as 0.5pp.",
        valueName: "points"),
      transform: WrittenPrecision.init(written:))
    var until: WrittenPrecision?

    @Option(help: ArgumentHelp("Another seed is other luck.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: "How to print the answer.")
    var format: Kwadrans.Queue.Format = .text

    func validate() throws {
      guard (1...1_000_000).contains(agents) else {
        throw ValidationError("--agents must be 1 to 1000000, not \(agents).")
      }
      guard (1000...100_000_000_000).contains(customers) else {
        throw ValidationError("--customers must be 1000 to 100000000000, not \(customers).")
      }
      if arrivals.arrivals <= 0 { throw ValidationError("--arrivals must be more than zero.") }
      if until != nil, target == nil {
        throw ValidationError(
          "--until measures a promise: give one with --target, such as 80%/20s.")
      }
    }

    func run() throws {
      do {
        let pool = try PlainPool(
          interarrival: .exponential(mean: arrivals.seconds / arrivals.arrivals),
          handling: handling.distribution, agents: agents, patience: patience?.distribution,
          target: target?.seconds ?? 0)
        let study = try PoolStudy(pool, contacts: customers, seed: seed, until: until?.precision)
        let answer = study.run(cores: ProcessInfo.processInfo.activeProcessorCount)
        let figures = try figures(answer, exact(pool))
        print(format == .json ? json(figures, study, answer) : text(figures, study, answer))
      } catch let error as PoolError {
        throw refused(error)
      } catch let error as DistributionError {
        throw refused(error)
      }
    }

    private func refused(_ error: some Error) -> any Error {
      StandardError.print("Error: \(error)")
      return ExitStatus.badInput
    }

    /// What Erlang C says, where it knows.
    private func exact(_ pool: PlainPool) throws -> ErlangC.Performance? {
      guard patience == nil, case .exponential = handling.distribution.shape else { return nil }
      return try ErlangC.Performance(
        load: OfferedLoad(erlangs: pool.load), agents: agents,
        handleSeconds: handling.distribution.mean)
    }

    /// A figure: its key in JSON, its name in text, what was found, and what is exact.
    private struct Figure {
      let key: String
      let name: String
      let estimate: Estimate
      let exact: Double?
      let written: (Double) -> String
    }

    private func figures(_ answer: PoolAnswer, _ exact: ErlangC.Performance?) throws -> [Figure] {
      func figure(
        _ key: String, _ name: String, _ figure: PoolStudy.Figure, _ exact: Double?,
        _ written: @escaping (Double) -> String
      ) -> Figure {
        Figure(key: key, name: name, estimate: answer[figure], exact: exact, written: written)
      }
      var all: [Figure] = []
      if let target {
        let level = try exact?.serviceLevel(withinSeconds: target.seconds)
        all.append(
          figure(
            "service_level", "within \(QueueText.time(target.seconds))", .serviceLevel, level,
            QueueText.percent))
      }
      all += [
        figure(
          "wait_probability", "have to wait", .waitProbability, exact?.waitProbability,
          QueueText.percent),
        figure("mean_wait_s", "mean wait", .meanWait, exact?.meanWaitSeconds, QueueText.time),
        figure(
          "wait_p95_s", "95% within", .wait95, try exact?.waitPercentile(0.95), QueueText.time),
      ]
      if patience != nil {
        all.append(figure("abandonment", "give up", .abandonment, nil, QueueText.percent))
      }
      return all + [
        figure("occupancy", "occupancy", .occupancy, exact?.occupancy, QueueText.percent),
        figure("queue_length", "waiting", .queueLength, exact?.queueLength, QueueText.amount),
      ]
    }

    private func text(_ figures: [Figure], _ study: PoolStudy, _ answer: PoolAnswer) -> String {
      let hasExact = figures.contains { $0.exact != nil }
      var rows = [["", "simulated", "from", "to"] + (hasExact ? ["Erlang C"] : [])]
      for figure in figures {
        // Rates of waiting are never negative, whatever an interval says.
        let ends = [figure.estimate.mean, max(0, figure.estimate.low), figure.estimate.high]
        rows.append(
          [figure.name] + ends.map(figure.written)
            + (hasExact ? [figure.exact.map(figure.written) ?? ""] : []))
      }
      return [
        "\(QueueText.agents(agents)) for \(QueueText.erlangs(study.pool.load))", "",
        QueueText.table(rows), "",
        "\(answer[.meanWait].replications) replications of \(study.contactsEach) customers after "
          + "\(study.warmUp) to warm up, seed \(seed), 95% intervals",
      ].joined(separator: "\n")
    }

    private func json(_ figures: [Figure], _ study: PoolStudy, _ answer: PoolAnswer) -> String {
      var json = JSONWriter()
      json.object { json in
        json.key("agents")
        json.int(agents)
        json.key("load_erlang")
        json.number(study.pool.load)
        for figure in figures {
          json.key(figure.key)
          json.object { json in
            json.key("value")
            json.number(figure.estimate.mean)
            json.key("low")
            json.number(figure.estimate.low)
            json.key("high")
            json.number(figure.estimate.high)
            json.key("exact")
            if let exact = figure.exact { json.number(exact) } else { json.null() }
          }
        }
        if let target {
          json.key("target_s")
          json.number(target.seconds)
          json.key("target_share")
          json.number(target.share.value)
        }
        json.key("confidence")
        json.number(study.confidence)
        json.key("replications")
        json.int(answer[.meanWait].replications)
        json.key("customers_each")
        json.int(study.contactsEach)
        json.key("warm_up_each")
        json.int(study.warmUp)
        json.key("seed")
        json.string("\(seed)")
      }
      return json.string
    }
  }
}
