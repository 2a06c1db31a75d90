import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct DayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "day",
      abstract: "Show what a roster does to customers, interval by interval.",
      discussion: """
        The queue of one interval is the start of the next (M(t)/M/n(t)+M). Exact, from an empty \
        desk. When agents leave, contacts they had in hand go back to the front of the queue. A \
        share answered in time is of those who come in the interval, with its agents; who leaves \
        counts as missed.

        EXAMPLE:
          kwadrans queue day --contacts 10,40,60,20 --agents 4,11,16,8 --interval 30min --handling 7min --patience 3min --target 80%/20s
        """
    )

    @Option(
      help: ArgumentHelp("Contacts in each interval, such as 10,40,60.", valueName: "list"),
      transform: WrittenContacts.init(written:))
    var contacts: WrittenContacts

    @Option(
      help: ArgumentHelp("Agents in each interval, such as 3,5,4.", valueName: "list"),
      transform: WrittenAgents.init(written:))
    var agents: WrittenAgents

    @Option(
      help: ArgumentHelp("Length of an interval, such as 15min.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var interval: HandlingTime

    @Option(
      help: ArgumentHelp("Mean handling time, such as 4min or 240s.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var handling: HandlingTime

    @Option(
      help: ArgumentHelp(
        "Mean time until a waiting customer gives up; nobody does without.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var patience: HandlingTime?

    @Option(
      help: ArgumentHelp("The promise, such as 80%/20s.", valueName: "share/time"),
      transform: AnswerTarget.init(written:))
    var target: AnswerTarget

    @Option(help: "How to print the answer.")
    var format: Format = .text

    func validate() throws {
      guard contacts.values.count == agents.values.count else {
        throw ValidationError(
          "--contacts has \(contacts.values.count) intervals and --agents "
            + "\(agents.values.count); give as many.")
      }
    }

    func run() throws {
      try Kwadrans.Queue.answer {
        let day = try TransientQueue(
          intervals: zip(contacts.values, agents.values).map {
            .init(
              seconds: interval.seconds, arrivalsPerSecond: $0 / interval.seconds, agents: $1)
          },
          handleSeconds: handling.seconds, patienceSeconds: patience?.seconds)
        let course = try day.course(withinSeconds: target.seconds)
        let rows = course.intervals.enumerated().map { figures($1, place: $0 + 1) }
        var whole: [Figure] = [
          .serviceLevel(course.serviceLevel, target), .waitProbability(course.waitProbability),
          .meanWait(course.meanWaitSeconds),
        ]
        if patience != nil { whole.append(.abandonment(course.abandonment)) }
        whole.append(
          .amount("contacts_at_end", course.contactsAtEnd, "") {
            "\($0) contacts in hand or waiting at the end"
          })
        if format == .json {
          var json = JSONWriter()
          json.object { json in
            json.figures(whole)
            json.figures([
              .given("target_s", target.seconds), .given("target_share", target.share.value),
            ])
            json.key("intervals")
            json.array { json in
              for row in rows { json.object { $0.figures(row) } }
            }
          }
          return print(json.string)
        }
        print(
          QueueText.table(
            [(rows.first ?? []).compactMap(\.heading)] + rows.map { $0.map(\.cell) }), "",
          "over the day:", separator: "\n")
        for line in whole.compactMap(\.sentence) { print(line) }
      }
    }

    private func figures(_ outcome: TransientQueue.Outcome, place: Int) -> [Figure] {
      var figures: [Figure] = [
        Figure(key: "interval", value: .whole(place), heading: "interval", cell: "\(place)"),
        .agents(outcome.interval.agents),
        .serviceLevel(outcome.serviceLevel, target), .waitProbability(outcome.waitProbability),
      ]
      if patience != nil {
        figures.append(
          .amount("abandoned", outcome.abandoned, "give up") { "\($0) give up" })
      }
      return figures + [.occupancy(outcome.occupancy), .queueLength(outcome.queueLength)]
    }
  }
}
