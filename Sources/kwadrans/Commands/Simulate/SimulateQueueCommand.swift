import ArgumentParser
import Diagnostics
import FoundationEssentials  // how many cores there are
import Queueing
import Simulation

extension Kwadrans.Simulate {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct SimulateQueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "queue",
      abstract: "Simulate one team and one queue, and hold it against theory.",
      discussion: """
        Assumes random arrivals at a steady rate, alike agents, and first come first served, \
        within a class where the more urgent go first (--priority). Handling and patience are \
        exponential times unless said otherwise: 4min,fixed or 4min,lognormal,p90=8min or \
        4min,gamma,cv=0.5. Where theory has an answer, it is printed beside the simulated one: \
        Erlang C, A or R, M/M/n+G, M/D/c, M/G/1, Cobham for classes, or Kimura's approximation \
        for M/G/c. Ctrl-C ends it with the replications done by then and exit code 130.

        Twenty replications begin with an empty queue. Each leaves out the customers of ten times \
        as long as the queue takes to forget that (handling time / (√agents − √erlangs)², at least \
        ten customers an agent), and counts no fewer, 1000 at least, however few --customers asks \
        for. Where that would be more than half a million, a warning says so. The keys of \
        --format json are in docs/queueing.md.

        EXAMPLE:
          kwadrans simulate queue --arrivals 45/min --handling 1min --agents 50
          kwadrans simulate queue --arrivals 45/min --handling 1min,lognormal,p90=2min --agents 46 --patience 2min --target 80%/20s
          kwadrans simulate queue --arrivals 90/h --handling 4min --agents 8 --priority 20%,80%
          kwadrans simulate queue --arrivals 30/h --handling 4min --agents 6 --return 60%,after=2h
        """
    )

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Mean arrivals, such as 90/h, 1.5/min or 700/day.", valueName: "rate"),
      transform: ArrivalRate.init(written:))
    var arrivals: ArrivalRate

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "Handling time: a mean, and how it varies, such as 4min,lognormal,p90=8min.",
        valueName: "time"),
      transform: WrittenDistribution.init(written:))
    var handling: WrittenDistribution

    @Option(parsing: .unconditional, help: ArgumentHelp("Agents on duty.", valueName: "count"))
    var agents: Int

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "Time until a waiting customer gives up, written like --handling; without it nobody does.",
        valueName: "time"),
      transform: WrittenDistribution.init(written:))
    var patience: WrittenDistribution?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "Shares of classes, the most urgent first, such as 20%,80%.", valueName: "shares"),
      transform: WrittenClasses.init(written:))
    var priority: WrittenClasses?

    @Option(
      name: .customLong("return"), parsing: .unconditional,
      help: ArgumentHelp(
        "Share of touches after which the case comes back, and when, such as 0.3,after=2h.",
        valueName: "share,after=time"),
      transform: WrittenReturn.init(written:))
    var returns: WrittenReturn?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The promise to measure.", valueName: "share/time"),
      transform: AnswerTarget.init(written:))
    var target: AnswerTarget?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "Customers that are counted; with --until, in twenty replications.", valueName: "count"))
    var customers = 1_000_000

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "Go on until the service level is known to so many percentage points, such as 0.5pp.",
        valueName: "points"),
      transform: WrittenPrecision.init(written:))
    var until: WrittenPrecision?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Another seed is other luck.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: "How to print the answer.")
    var format: Kwadrans.Queue.Format = .text

    func validate() throws {
      guard (1...100_000).contains(agents) else {
        throw ValidationError("--agents must be 1 to 100000, not \(agents).")
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
      Interruption.notice()
      do {
        let queue = try SharedQueue(
          perSecond: arrivals.arrivals / arrivals.seconds, handling: handling.distribution,
          agents: agents, patience: patience?.distribution, target: target?.seconds ?? 0,
          classes: priority?.shares ?? [1],
          returns: returns.map { .init(share: $0.share, after: $0.after) })
        let simulated = try SimulatedQueue(
          queue, customers: customers, until: until?.precision, seed: seed, target: target,
          cores: ProcessInfo.processInfo.activeProcessorCount)
        guard simulated.replications > 0 else {
          StandardError.print("stopped before the first replication was done")
          throw ExitStatus.interrupted
        }
        if let warning = simulated.warning { StandardError.print(warning) }
        print(format == .json ? simulated.json : simulated.text)
        guard Interruption.isAsked else { return }
        StandardError.print("stopped after \(simulated.replications) replications, as asked")
        throw ExitStatus.interrupted
      } catch let error as PoolError {
        throw refused(error)
      } catch let error as DeskError {
        throw refused(error)
      } catch let error as DistributionError {
        throw refused(error)
      } catch let error as QueueError {
        throw refused(error)
      }
    }

    private func refused(_ error: some Error) -> any Error {
      StandardError.print("Error: \(error)")
      return ExitStatus.badInput
    }
  }
}
