import Queueing

extension Kwadrans.Queue {
  /// A formula in a comparison, by the name of its own command.
  enum Formula: String {
    case erlangB = "erlang-b"
    case erlangC = "erlang-c"
    case fixed = "md-c"
    case varied = "mg-c"
    case erlangA = "erlang-a"
    case hasty = "mmn-g"
    case retrial
    case squareRoot = "square-root"
  }

  /// A formula and how to ask it.
  struct Question {
    let formula: Formula
    /// The least team for the targets, or the team of so many agents.
    let team: (OfferedLoad, Int?, Targets) throws -> any QueuePerformance

    init<Team: QueuePerformance>(
      _ formula: Formula,
      find: @escaping (OfferedLoad, Targets) throws -> Staffing<Team>,
      make: @escaping (OfferedLoad, Int) throws -> Team
    ) {
      self.formula = formula
      team = { load, agents, targets in
        try agents.map { try make(load, $0) } ?? find(load, targets).chosen
      }
    }
  }

  /// What one formula says.
  struct Compared {
    let formula: Formula
    /// `nil` where the formula has no answer.
    let team: (any QueuePerformance)?
    /// The share answered in time, if a time was promised.
    let level: Double?
    let problem: QueueError?

    init(
      asking question: Question, _ load: OfferedLoad, _ agents: Int?, _ targets: Targets
    ) throws {
      formula = question.formula
      do {
        let found = try question.team(load, agents, targets)
        let level = try targets.answered.map {
          try found.serviceLevel(withinSeconds: $0.withinSeconds, abandoned: $0.abandoned)
        }
        (team, self.level, problem) = (found, level, nil)
      } catch let error as QueueError where error.isOverload {
        (team, level, problem) = (nil, nil, error)
      }
    }

    /// Whether tickets wait in it.
    private var hasQueue: Bool { formula != .erlangB }
    /// Whether customers leave in it.
    private var losesSome: Bool {
      switch formula {
      case .erlangA, .hasty, .retrial: true
      case .squareRoot: (team?.abandonment ?? 0) > 0
      case .erlangB, .erlangC, .fixed, .varied: false
      }
    }

    /// The figures that the formula has, for JSON.
    var figures: [Figure] {
      guard let team else { return [] }
      var figures: [Figure] = [.agents(team.agents)]
      if let level { figures.append(.given("service_level", level)) }
      if hasQueue {
        figures += [.waitProbability(team.waitProbability), .meanWait(team.meanWaitSeconds)]
      }
      if losesSome { figures.append(.abandonment(team.abandonment)) }
      if !hasQueue { figures.append(.blocking(team.blocking)) }
      figures.append(.occupancy(team.occupancy))
      if hasQueue { figures.append(.queueLength(team.queueLength)) }
      return figures
    }

    /// A table with a row a formula.
    static func cells(_ rows: [Compared], _ agents: Int?, _ targets: Targets) -> [[String]] {
      let within = targets.answered.map { "within \(QueueText.time($0.withinSeconds))" }
      let headings =
        ["formula", "agents"] + (within.map { [$0] } ?? []) + [
          "have to wait", "mean wait", "give up", "lost", "occupancy",
        ]
      return [headings]
        + rows.map { row in
          guard let team = row.team else {
            return [row.formula.rawValue, agents.map { "\($0)" } ?? "-"]
              + (within == nil ? [] : ["never"]) + ["all", "endless", "-", "-", "100%"]
          }
          func cell(_ isThere: Bool, _ text: String) -> String { isThere ? text : "-" }
          return [row.formula.rawValue, "\(team.agents)"]
            + (row.level.map { [QueueText.percent($0)] } ?? []) + [
              cell(row.hasQueue, QueueText.percent(team.waitProbability)),
              cell(row.hasQueue, QueueText.time(team.meanWaitSeconds)),
              cell(row.losesSome, QueueText.percent(team.abandonment)),
              cell(!row.hasQueue, QueueText.percent(team.blocking)),
              QueueText.percent(team.occupancy),
            ]
        }
    }
  }
}
