import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct CaseManagersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "case-managers",
      abstract: "Show what case managers take, and the largest case load.",
      discussion: """
        Each case belongs to one manager and waits for the customer between steps. Values are for \
        managers who always hold as many cases as they may. With --reply-wait-at-most the largest \
        case load is found with which answers are still taken up soon enough; with --arrivals \
        also the managers needed.

        EXAMPLE:
          kwadrans queue case-managers --step 20min --finishing 35% --reply 1h --reply-wait-at-most 30min --arrivals 12/h
        """
    )

    @Option(
      help: ArgumentHelp("Mean time of one step of work, such as 20min.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var step: HandlingTime

    @Option(
      help: ArgumentHelp("Share of steps that finish the case.", valueName: "share"),
      transform: Share.init(partWritten:))
    var finishing: Share

    @Option(
      help: ArgumentHelp("Mean time a customer takes to answer, such as 1h.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var reply: HandlingTime

    @Option(help: ArgumentHelp("Cases each manager may hold.", valueName: "count"))
    var cases: Int?

    @Option(
      help: ArgumentHelp(
        "Find the largest case load with which answers lie no longer on average.",
        valueName: "time"),
      transform: WaitAtMost.init(written:))
    var replyWaitAtMost: WaitAtMost?

    @Option(
      help: ArgumentHelp("New cases, such as 12/h; finds the managers needed.", valueName: "rate"),
      transform: ArrivalRate.init(written:))
    var arrivals: ArrivalRate?

    @Option(help: "How to print the answer.")
    var format: Format = .text

    func validate() throws {
      guard (cases == nil) != (replyWaitAtMost == nil) else {
        throw ValidationError("Give either --cases or --reply-wait-at-most.")
      }
      if let cases, cases < 1 {
        throw ValidationError("--cases must be one or more, not \(cases).")
      }
    }

    func run() throws {
      try Kwadrans.Queue.answer {
        let work = try CaseManagers(
          stepSeconds: step.seconds, finishShare: finishing.value, replySeconds: reply.seconds)
        let held =
          try cases
          ?? work.largestCaseLoad(replyWaitAtMostSeconds: replyWaitAtMost?.seconds ?? 0)
        let desk = try work.desk(caseLoad: held)
        var figures: [Figure] = [
          Figure(
            key: "case_load", value: .whole(held), sentence: held == 1 ? "1 case" : "\(held) cases"
          ),
          .amount("cases_per_hour", desk.casesPerHour, "") {
            "each manager finishes \($0) cases an hour"
          },
          .occupancy(desk.occupancy),
          .amount("cases_on_desk", desk.casesOnDesk, "") {
            "\($0) cases on the desk, the others with their customers"
          },
          .time("reply_wait_s", desk.replyWaitSeconds, "") {
            "an answer lies \($0) until it is taken up"
          },
        ]
        if let arrivals {
          let perHour = arrivals.arrivals / arrivals.seconds * 3600
          let managers = try work.leastManagers(casesPerHour: perHour, caseLoad: held)
          figures.append(
            Figure(
              key: "managers", value: .whole(managers),
              sentence: "\(QueueText.amount(perHour)) cases an hour need at least "
                + (managers == 1 ? "1 manager" : "\(managers) managers")))
        }
        if format == .json {
          var json = JSONWriter()
          json.object { $0.figures(figures) }
          return print(json.string)
        }
        for line in figures.compactMap(\.sentence) { print(line) }
      }
    }
  }
}
