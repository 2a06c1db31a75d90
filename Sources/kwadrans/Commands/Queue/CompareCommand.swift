import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// One question to several formulas; the arithmetic lives in the library.
  struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "Show what several formulas say of one desk, and why they differ.",
      discussion: """
        Erlang B, Erlang C, fixed handling times (M/D/c) and the rule of the square root always; \
        with --variation also handling times that vary so (M/G/c), with --patience Erlang A, with \
        --leaving-at-once also some who hang up at once (M/M/n+G), with --retry and --patience \
        also those who gave up and try again. With --target each formula finds its own agents.

        EXAMPLE:
          kwadrans queue compare --arrivals 90/h --handling 4min --patience 2min --target 80%/20s
        """
    )

    @OptionGroup var work: LoadOptions

    @Option(
      help: ArgumentHelp(
        "Mean time until a waiting customer gives up, such as 2min.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var patience: HandlingTime?

    @Option(
      help: ArgumentHelp(
        "Share of customers who leave at once if they have to wait.", valueName: "share"),
      transform: Share.init(partWritten:))
    var leavingAtOnce: Share?

    @Option(
      help: ArgumentHelp(
        "The share of those who gave up that tries again, such as 70%.", valueName: "share"),
      transform: Share.init(written:))
    var retry: Share?

    @Option(
      help: ArgumentHelp(
        "Standard deviation of handling times ÷ their mean, such as 0.5.", valueName: "number"),
      transform: Decimal.init(written:))
    var variation: Decimal?

    @Option(help: ArgumentHelp("Agents on duty.", valueName: "count"))
    var agents: Int?

    @OptionGroup var kept: TargetOptions
    @OptionGroup var left: AbandonedOptions

    func validate() throws {
      guard work.handling != nil else {
        throw ValidationError("Say with --handling how long one ticket takes, such as 4min.")
      }
      if let agents, agents < 0 {
        throw ValidationError("--agents must be zero or more, not \(agents).")
      }
      guard agents != nil || kept.areThere else {
        throw ValidationError("Give --agents, or a promise such as --target 80%/20s.")
      }
      if leavingAtOnce != nil || retry != nil, patience == nil {
        throw ValidationError(
          "With --\(leavingAtOnce != nil ? "leaving-at-once" : "retry"), say with --patience how "
            + "long customers wait.")
      }
    }

    func run() throws {
      try Kwadrans.Queue.answer {
        let load = try work.offeredLoad()
        let targets = try kept.targets(abandoned: left.abandoned.contacts)
        // The rule of the square root says nothing of no load.
        let asked = try formulas().filter { $0.formula != .squareRoot || load.erlangs > 0 }
        let rows = try asked.map { try Compared(asking: $0, load, agents, targets) }
        let reasons = Reasons(rows: rows, load: load, promised: agents == nil).sentences
        if work.format == .json { return printJSON(rows, load, reasons) }
        print(
          QueueText.erlangs(load.erlangs)
            + (agents.map { ", \(QueueText.agents($0))" } ?? ": the least agents by each formula"),
          "", QueueText.table(Compared.cells(rows, agents, targets)), "", separator: "\n")
        for reason in reasons { print(reason) }
        for note in left.note(kept) { print(note) }
      }
    }

    private func printJSON(_ rows: [Compared], _ load: OfferedLoad, _ reasons: [String]) {
      var json = JSONWriter()
      json.object { json in
        json.figures(
          [.load(load)] + kept.given + left.given(kept)
            + (patience.map { [.given("patience_s", $0.seconds)] } ?? []))
        json.key("formulas")
        json.array { json in
          for row in rows {
            json.object {
              $0.figures([.given("formula", row.formula.rawValue)] + row.figures)
              if let problem = row.problem {
                $0.key("error")
                $0.string(problem.description)
              }
            }
          }
        }
        json.key("reasons")
        json.array { json in
          for reason in reasons { json.string(reason) }
        }
      }
      print(json.string)
    }

    /// The formulas that fit what was given, with their questions to the library.
    private func formulas() throws -> [Question] {
      let (handle, patience) = (work.handleSeconds, patience?.seconds)
      var questions = [
        Question(
          .erlangB, find: { try ErlangB.leastAgents(load: $0, targets: $1) },
          make: { try ErlangB.Performance(load: $0, agents: $1) }),
        Question(
          .erlangC,
          find: { try ErlangC.leastAgents(load: $0, handleSeconds: handle, targets: $1) },
          make: { try ErlangC.Performance(load: $0, agents: $1, handleSeconds: handle) }),
        Question(
          .fixed, find: { try MDc.leastAgents(load: $0, handleSeconds: handle, targets: $1) },
          make: { try MDc.Performance(load: $0, agents: $1, handleSeconds: handle) }),
      ]
      if let variation = variation?.value {
        questions.append(varied(handle, variation * variation))
      }
      if let patience { questions += try impatient(handle, patience) }
      questions.append(
        Question(
          .squareRoot,
          find: {
            try SquareRootStaffing.leastAgents(
              load: $0, handleSeconds: handle, patienceSeconds: patience, targets: $1)
          },
          make: {
            try SquareRootStaffing.Performance(
              load: $0, agents: $1, handleSeconds: handle, patienceSeconds: patience)
          }))
      return questions
    }

    private func varied(_ handle: Double, _ squared: Double) -> Question {
      Question(
        .varied,
        find: {
          try MGc.leastAgents(
            load: $0, handleSeconds: handle, squaredVariation: squared, targets: $1)
        },
        make: {
          try MGc.Performance(
            load: $0, agents: $1, handleSeconds: handle, squaredVariation: squared)
        })
    }

    /// Those in which customers give up.
    private func impatient(_ handle: Double, _ patience: Double) throws -> [Question] {
      var questions = [
        Question(
          .erlangA,
          find: {
            try ErlangA.leastAgents(
              load: $0, handleSeconds: handle, patienceSeconds: patience, targets: $1)
          },
          make: {
            try ErlangA.Performance(
              load: $0, agents: $1, handleSeconds: handle, patienceSeconds: patience)
          })
      ]
      if let hasty = leavingAtOnce?.value {
        let customers = try Patience.exponential(meanSeconds: patience).leavingAtOnce(hasty)
        questions.append(
          Question(
            .hasty,
            find: {
              try MMnG.leastAgents(
                load: $0, handleSeconds: handle, patience: customers, targets: $1)
            },
            make: {
              try MMnG.Performance(load: $0, agents: $1, handleSeconds: handle, patience: customers)
            }))
      }
      if let retry = retry?.value {
        questions.append(
          Question(
            .retrial,
            find: {
              try Retrials.leastAgentsImpatient(
                load: $0, handleSeconds: handle, patienceSeconds: patience, retryShare: retry,
                targets: $1)
            },
            make: {
              try Retrials.impatient(
                load: $0, agents: $1, handleSeconds: handle, patienceSeconds: patience,
                retryShare: retry)
            }))
      }
      return questions
    }
  }
}
