import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct OfferedLoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "offered-load",
      abstract: "Show the load that a changing day offers, interval by interval.",
      discussion: """
        Work that came in one interval is still in hand in the next, so the load follows arrivals \
        with a delay (modified offered load, M(t)/G/infinity). Give the mean load of an interval \
        to erlang-c or erlang-a as --load.

        EXAMPLE:
          kwadrans queue offered-load --contacts 10,40,60,20 --interval 30min --handling 20min
        """
    )

    @Option(
      help: ArgumentHelp("Contacts in each interval, such as 10,40,60.", valueName: "list"),
      transform: WrittenContacts.init(written:))
    var contacts: WrittenContacts

    @Option(
      help: ArgumentHelp("Length of an interval, such as 15min.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var interval: HandlingTime

    @Option(
      help: ArgumentHelp("Mean handling time, such as 4min or 240s.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var handling: HandlingTime

    @OptionGroup var kind: HandlingKindOptions

    /// What was there before.
    enum Start: String, ExpressibleByArgument, CaseIterable {
      case steady, empty, repeating
    }

    @Option(
      help: """
        What was there before: the first interval's rate for ever, nothing, or the same intervals \
        over and over.
        """)
    var start: Start = .steady

    @Option(help: "How to print the answer.")
    var format: Format = .text

    func run() throws {
      try Kwadrans.Queue.answer {
        let rates = contacts.values.map { $0 / interval.seconds }
        let before: ModifiedOfferedLoad.Start =
          switch start {
          case .steady: .steady
          case .empty: .empty
          case .repeating: .repeating
          }
        let load = try ModifiedOfferedLoad(
          arrivalRates: rates, intervalSeconds: interval.seconds, handling: kind.times(handling),
          start: before)
        var rows: [[Figure]] = []
        for (k, rate) in rates.enumerated() {
          let own = rate * handling.seconds
          let mean = try load.meanLoad(ofInterval: k).erlangs
          let end = try load.erlangs(atSeconds: Double(k + 1) * interval.seconds)
          rows.append([
            Figure(
              key: "interval", value: .whole(k + 1), heading: "interval", cell: "\(k + 1)"),
            .amount("own_load_erlang", own, "own load") { "own load \($0)" },
            .amount("load_erlang", mean, "mean load") { "mean load \($0)" },
            .amount("load_at_end_erlang", end, "at its end") { "at its end \($0)" },
          ])
        }
        if format == .json {
          var json = JSONWriter()
          json.array { json in
            for row in rows { json.object { $0.figures(row) } }
          }
          return print(json.string)
        }
        print(
          QueueText.table(
            [(rows.first ?? []).compactMap(\.heading)] + rows.map { $0.map(\.cell) }))
      }
    }
  }
}
