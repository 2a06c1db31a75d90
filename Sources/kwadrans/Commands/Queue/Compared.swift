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
    let team: (OfferedLoad, Int?, Targets) throws(QueueError) -> any QueuePerformance

    init<Team: QueuePerformance>(
      _ formula: Formula,
      find: @escaping (OfferedLoad, Targets) throws(QueueError) -> Staffing<Team>,
      make: @escaping (OfferedLoad, Int) throws(QueueError) -> Team
    ) {
      self.formula = formula
      team = { load, agents, targets throws(QueueError) in
        if let agents { return try make(load, agents) }
        return try find(load, targets).chosen
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
    ) throws(QueueError) {
      formula = question.formula
      var found: (any QueuePerformance)?
      var hopeless: QueueError?
      do {
        found = try question.team(load, agents, targets)
      } catch {
        guard error.isOverload else { throw error }
        hopeless = error
      }
      (team, problem) = (found, hopeless)
      guard let found, let answered = targets.answered else {
        level = nil
        return
      }
      level = try found.serviceLevel(
        withinSeconds: answered.withinSeconds, abandoned: answered.abandoned)
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

  /// Why formulas differ, in sentences with the numbers at hand.
  struct Reasons {
    let rows: [Compared]
    let load: OfferedLoad
    /// Whether each formula has found its own agents.
    let promised: Bool

    private subscript(_ formula: Formula) -> (any QueuePerformance)? {
      rows.first { $0.formula == formula }?.team
    }

    private func has(_ formula: Formula) -> Bool { rows.contains { $0.formula == formula } }

    /// One sentence for each pair whose difference a planner should know.
    var sentences: [String] {
      [impatience, haste, attempts, steadiness, variation, loss, rule].compactMap(\.self)
    }

    /// Erlang C beside Erlang A.
    private var impatience: String? {
      guard let impatient = self[.erlangA] else {
        return has(.erlangA)
          ? nil : "erlang-c lets nobody give up; --patience shows what that hides"
      }
      let leave = QueueText.percent(impatient.abandonment)
      guard let patient = self[.erlangC] else {
        return "erlang-c has no answer, since nobody leaves its queue and it grows without end; "
          + "in erlang-a \(leave) give up, which keeps it in bounds"
      }
      if promised {
        return difference(
          patient, impatient, "erlang-c", "erlang-a",
          because: "in erlang-a \(leave) give up and need no answer, in erlang-c all stay")
      }
      return "in erlang-c all stay and the mean wait is "
        + "\(QueueText.time(patient.meanWaitSeconds)); in erlang-a \(leave) give up, so that "
        + "the others wait less: \(QueueText.time(impatient.meanWaitSeconds)) on average"
    }

    /// Erlang A beside customers who leave at once.
    private var haste: String? {
      guard let some = self[.hasty], let none = self[.erlangA] else { return nil }
      let leave = QueueText.percent(some.abandonment)
      if promised {
        return difference(
          none, some, "erlang-a", "mmn-g",
          because: "in mmn-g some of those who would wait leave at once, \(leave) in all")
      }
      return "in mmn-g some leave as soon as they would have to wait: \(leave) in all instead of "
        + "\(QueueText.percent(none.abandonment)), and the others wait less"
    }

    /// Erlang A beside repeated attempts.
    private var attempts: String? {
      guard has(.retrial), let once = self[.erlangA] else { return nil }
      guard let again = self[.retrial] else {
        return "retrial has no answer: so many try again that the load swells without end"
      }
      if promised {
        return difference(
          again, once, "retrial", "erlang-a",
          because: "those who gave up and try again are more work")
      }
      return "in retrial those who gave up come back as more work, so that "
        + "\(QueueText.percent(again.abandonment)) of attempts fail instead of "
        + QueueText.percent(once.abandonment)
    }

    /// Erlang C beside fixed handling times.
    private var steadiness: String? {
      guard let fixed = self[.fixed], let usual = self[.erlangC] else { return nil }
      if promised {
        return difference(
          usual, fixed, "erlang-c", "md-c",
          because: "in md-c all tickets take the same time and none holds the others up")
      }
      guard usual.meanWaitSeconds > 0 else { return nil }
      return "in md-c all tickets take the same time and none holds the others up: the mean wait "
        + "is \(QueueText.percent(fixed.meanWaitSeconds / usual.meanWaitSeconds)) of erlang-c's"
    }

    /// Erlang C beside handling times that vary otherwise.
    private var variation: String? {
      guard let own = self[.varied], let usual = self[.erlangC], usual.meanWaitSeconds > 0 else {
        return nil
      }
      if promised {
        return difference(
          own, usual, "mg-c", "erlang-c", because: "waits grow with the variation of handling times"
        )
      }
      return "in mg-c handling times vary as given: the mean wait is "
        + "\(QueueText.percent(own.meanWaitSeconds / usual.meanWaitSeconds)) of erlang-c's, nearly"
    }

    /// Erlang B beside the others.
    private var loss: String? {
      guard let lossy = self[.erlangB], lossy.blocking > 0 else { return nil }
      return
        "in erlang-b nobody can wait: \(QueueText.percent(lossy.blocking)) find everybody busy "
        + "and are lost, where elsewhere they would wait"
    }

    /// The rule of the square root beside the exact formula.
    private var rule: String? {
      let exact = self[.erlangA] ?? self[.erlangC]
      guard let near = self[.squareRoot], let exact else { return nil }
      let name = self[.erlangA] == nil ? "erlang-c" : "erlang-a"
      if promised, near.agents == exact.agents {
        return "square-root approximates \(name) and finds the same number of agents"
      }
      if promised {
        return difference(
          near, exact, "square-root", name, because: "it is an approximation for large desks")
      }
      return "square-root approximates \(name): \(QueueText.percent(near.waitProbability)) "
        + "instead of \(QueueText.percent(exact.waitProbability)) have to wait"
    }

    private func difference(
      _ one: any QueuePerformance, _ other: any QueuePerformance, _ name: String,
      _ otherName: String, because reason: String
    ) -> String {
      let more = one.agents - other.agents
      let what =
        if more == 0 {
          "\(name) and \(otherName) ask for the same number of agents here, although "
        } else {
          "\(name) asks for \(QueueText.agents(abs(more))) \(more > 0 ? "more" : "fewer") than "
            + "\(otherName): "
        }
      return what + reason
    }
  }
}
