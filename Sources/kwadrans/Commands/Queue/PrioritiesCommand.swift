import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct PrioritiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "priorities",
      abstract: "Show what each class waits where the urgent go first.",
      discussion: """
        Give --arrivals once for each class, the most urgent first. Assumes random arrivals, \
        exponential handling times of one mean, that nobody is interrupted, and that nobody gives \
        up (Cobham; Kella and Yechiali). Exact. Without --agents it finds the least with which the \
        promise is kept to every class, or to the most urgent ones of --for-classes.

        EXAMPLE:
          kwadrans queue priorities --arrivals 30/h --arrivals 45/h --arrivals 60/h --handling 4min --agents 10 --target 80%/20s
        """
    )

    @Option(
      help: ArgumentHelp(
        "Mean arrivals of a class, such as 30/h; once a class, the most urgent first.",
        valueName: "rate"),
      transform: ArrivalRate.init(written:))
    var arrivals: [ArrivalRate]

    @Option(
      help: ArgumentHelp("Mean handling time, such as 4min or 240s.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var handling: HandlingTime

    @Option(help: ArgumentHelp("Agents on duty.", valueName: "count"))
    var agents: Int?

    @Option(
      help: ArgumentHelp(
        "To how many classes, from the most urgent on, --target is promised; to all without.",
        valueName: "count"))
    var forClasses: Int?

    @Option(
      help: ArgumentHelp(
        "The promise, such as 80%/20s; finds the least agents unless they are given.",
        valueName: "share/time"),
      transform: AnswerTarget.init(written:))
    var target: AnswerTarget?

    @Option(help: "How to print the answer.")
    var format: Format = .text

    func validate() throws {
      if let agents, agents < 0 {
        throw ValidationError("--agents must be zero or more, not \(agents).")
      }
      guard agents != nil || target != nil else {
        throw ValidationError("Give --agents, or a promise such as --target 80%/20s.")
      }
      if let forClasses {
        guard agents == nil else {
          throw ValidationError("--for-classes finds agents; it does not go with --agents.")
        }
        guard (1...max(1, arrivals.count)).contains(forClasses) else {
          throw ValidationError(
            "--for-classes must be 1 to \(arrivals.count), as many as there are --arrivals, not "
              + "\(forClasses).")
        }
      }
    }

    func run() throws {
      try Kwadrans.Queue.answer {
        let rates = arrivals.map { $0.arrivals / $0.seconds }
        let staffing = try agents == nil ? leastAgents(rates) : nil
        let desk = try Priorities.Performance(
          arrivals: rates, perSeconds: 1, agents: staffing?.chosen.agents ?? agents ?? 0,
          handleSeconds: handling.seconds)
        let rows = try desk.classes.map(figures)
        if format == .json {
          var json = JSONWriter()
          try json.object { json in
            json.figures([
              .agents(desk.agents), .load(desk.load), .waitProbability(desk.waitProbability),
              .meanWait(desk.meanWaitSeconds),
              .occupancy(desk.occupancy), .queueLength(desk.queueLength),
            ])
            if let target {
              json.figures([
                .given("target_s", target.seconds), .given("target_share", target.share.value),
              ])
            }
            if let staffing {
              json.key("limit")
              json.string(staffing.limit.rawValue)
              for (key, team) in [("fewer", staffing.fewer), ("more", staffing.more)] {
                json.key(named: key)
                if let team {
                  let own = try figures(team)
                  json.object { $0.figures([.agents(team.agents)] + own) }
                } else {
                  json.null()
                }
              }
            }
            json.key("classes")
            json.array { json in
              for row in rows { json.object { $0.figures(row) } }
            }
          }
          return print(json.string)
        }
        let headings = (rows.first ?? []).compactMap(\.heading)
        let cells = rows.enumerated().map { place, row in
          ["\(place + 1)"] + row.filter { $0.heading != nil }.map(\.cell)
        }
        print(
          "\(QueueText.agents(desk.agents)) for \(QueueText.erlangs(desk.load.erlangs)): "
            + "\(QueueText.percent(desk.waitProbability)) of tickets have to wait, "
            + "\(QueueText.time(desk.meanWaitSeconds)) on average over all",
          "", QueueText.table([["class"] + headings] + cells), separator: "\n")
        if let staffing, let target {
          let place = forClasses ?? rates.count
          for team in [staffing.fewer, staffing.more].compactMap(\.self) {
            let level = try team.serviceLevel(withinSeconds: target.seconds)
            print(
              "\(QueueText.agents(team.agents)) would answer \(QueueText.percent(level)) of class "
                + "\(place) within \(QueueText.time(target.seconds))")
          }
        }
      }
    }

    /// The last of the classes waits longest, so its promise keeps those of the others.
    private func leastAgents(_ rates: [Double]) throws(QueueError) -> Staffing<Priorities.Class> {
      try Priorities.leastAgents(
        arrivals: rates, perSeconds: 1, handleSeconds: handling.seconds,
        forClass: (forClasses ?? rates.count) - 1,
        targets: Targets(serviceLevel: target?.share.value, withinSeconds: target?.seconds ?? 0))
    }

    private func figures(_ own: Priorities.Class) throws -> [Figure] {
      var figures: [Figure] = []
      if let target {
        figures.append(
          .serviceLevel(try own.serviceLevel(withinSeconds: target.seconds), target))
      }
      figures.append(.meanWait(own.meanWaitSeconds))
      if let share = target?.share.value, share != 0.95 {
        let best = try own.waitPercentile(share)
        let heading = "\(QueueText.promise(share)) within"
        figures.append(.time("best_target_s", best, heading) { "\(heading) \($0)" })
      }
      return figures + [
        .time("wait_p95_s", try own.waitPercentile(0.95), "95% within") { "95% wait up to \($0)" },
        .queueLength(own.queueLength),
      ]
    }
  }
}
