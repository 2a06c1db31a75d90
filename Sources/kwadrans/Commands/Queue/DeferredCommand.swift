import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct DeferredCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "deferred",
      abstract: "Show the least people who answer all deferred work by its deadline.",
      discussion: """
        For e-mail, forms and the back office: each ticket is due so much opening time after it \
        came, and nobody waits on the line. Time is opening time: intervals follow one another \
        although nights lie between them, and --lying-there is what came while it was closed. \
        After the last interval nothing more comes, and the table goes on until all is due. Exact, \
        for work that flows evenly within an interval.

        EXAMPLE:
          kwadrans queue deferred --contacts 40,60,30,20,20,30,20,10 --lying-there 50 --interval 1h --handling 6min --within 4h
        """
    )

    @Option(
      help: ArgumentHelp("Tickets in each interval, such as 40,60,30.", valueName: "list"),
      transform: WrittenContacts.init(written:))
    var contacts: WrittenContacts

    @Option(
      help: ArgumentHelp("Tickets that lie there at the start.", valueName: "count"),
      transform: Decimal.init(written:))
    var lyingThere: Decimal?

    @Option(
      help: ArgumentHelp("Length of an interval, such as 1h.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var interval: HandlingTime

    @Option(
      help: ArgumentHelp("Mean handling time, such as 4min or 240s.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var handling: HandlingTime

    @Option(
      help: ArgumentHelp("The promise, in opening time, such as 4h.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var within: HandlingTime

    @Option(
      help: ArgumentHelp(
        "Let nobody be busy for more than this share of the time, such as 85%.",
        valueName: "share"),
      transform: Share.init(written:))
    var occupancyAtMost: Share?

    @Option(help: "How to print the answer.")
    var format: Format = .text

    func run() throws {
      try Kwadrans.Queue.answer {
        let length = interval.seconds
        let count = contacts.values.count
        let after = (within.seconds / length).rounded(.up)
        guard after + Double(count) <= 100_000 else {
          throw QueueError.tooLarge(
            "the promise is more than 100,000 intervals long; write longer intervals")
        }
        var parcels: [WorkCurve.Parcel] = []
        if let lyingThere {
          parcels.append(.init(from: 0, to: 0, work: lyingThere.value * handling.seconds))
        }
        for (k, tickets) in contacts.values.enumerated() {
          parcels.append(
            .init(
              from: Double(k) * length, to: Double(k + 1) * length, work: tickets * handling.seconds
            ))
        }
        let due = parcels.map {
          WorkCurve.Parcel(
            from: $0.from + within.seconds, to: $0.to + within.seconds, work: $0.work)
        }
        let question = try DeferredWork(
          grid: (0...(count + Int(after))).map { Double($0) * length },
          arrivals: WorkCurve(parcels: parcels), deadlines: WorkCurve(parcels: due),
          efficiency: occupancyAtMost?.value ?? 1)
        let plan = question.leastPeople()
        let rows = plan.intervals.enumerated().map { figures($1, place: $0 + 1) }
        try show(
          rows, constant: question.leastConstantPeople(), fluid: question.leastConstantRate())
      }
    }

    private func show(_ rows: [[Figure]], constant: Int, fluid: Double) throws {
      if format == .json {
        var json = JSONWriter()
        json.object { json in
          json.figures([
            Figure(key: "agents", value: .whole(constant)), .given("load_erlang", fluid),
            .given("within_s", within.seconds),
          ])
          json.key("intervals")
          json.array { json in
            for row in rows { json.object { $0.figures(row) } }
          }
        }
        return print(json.string)
      }
      print(
        "\(QueueText.agents(constant)) all the time, or as few as this interval by interval, "
          + "answer everything within \(QueueText.time(within.seconds)) of opening time",
        "",
        QueueText.table(
          [(rows.first ?? []).compactMap(\.heading)] + rows.map { $0.map(\.cell) }),
        separator: "\n")
    }

    private func figures(_ outcome: DeferredWork.Interval, place: Int) -> [Figure] {
      [
        Figure(key: "interval", value: .whole(place), heading: "interval", cell: "\(place)"),
        .amount("contacts", outcome.arrived / handling.seconds, "come") { "\($0) come" },
        .agents(outcome.people),
        .amount("contacts_done", outcome.workDone / handling.seconds, "done") { "\($0) done" },
        .occupancy(outcome.occupancy),
        .amount("contacts_left", outcome.backlog / handling.seconds, "left over") {
          "\($0) left over"
        },
      ]
    }
  }
}
