import Queueing

extension Kwadrans.Queue {
  /// How far so many agents get with what was promised: which target they miss, the best time they
  /// can promise, and the most work with which they keep everything.
  struct Limits {
    /// The search for the most work looks at some fifty teams; beyond this it takes too long.
    static let mostAgents = 1_000_000

    /// For JSON.
    private(set) var figures: [Figure] = []
    /// For people.
    private(set) var sentences: [String] = []

    init<Model: QueueModel>(_ model: Model, _ team: Model.Team) throws(QueueError) {
      try self.init(try model.targets(), of: team, handling: model.work.handling) {
        load throws(QueueError) in try model.team(load, agents: team.agents)
      }
    }

    /// - Parameter other: The team with another load.
    init<Team: QueuePerformance>(
      _ targets: Targets, of team: Team, handling: HandlingTime?,
      with other: (OfferedLoad) throws(QueueError) -> Team
    ) throws(QueueError) {
      guard targets != (try Targets()) else { return }
      let missed = try targets.firstMissed(by: team)
      figures.append(.given("missed", missed?.rawValue ?? "nothing"))
      let (they, keep) = team.agents == 1 ? ("it", "keeps") : ("they", "keep")
      if let missed {
        sentences.append(
          "\(they) \(team.agents == 1 ? "misses" : "miss") the target on \(missed.inWords)")
      }
      if let answered = targets.answered {
        let share = QueueText.promise(answered.share)
        let time = try team.shortestTarget(share: answered.share, abandoned: answered.abandoned)
        if let time { figures.append(.given("best_target_s", time)) }
        let answer = team.agents == 1 ? "answers" : "answer"
        sentences.append(
          time.map { "at best \(they) \(answer) \(share) within \(QueueText.time($0))" }
            ?? "\(they) never \(answer) \(share), however long the time, since so many give up")
      }
      guard team.agents <= Self.mostAgents else {
        sentences.append(
          "the most work that so many keep is not looked for beyond a million agents")
        return
      }
      let most: OfferedLoad
      do {
        most = try targets.largestLoad(team: other)
      } catch .outOfRange {
        // No work is too much for what was promised.
        return
      }
      // As the model counts load: with Erlang-R it is that of all touches.
      let busiest = most.erlangs > 0 ? try other(most).load : most
      figures.append(.given("largest_load_erlang", busiest.erlangs))
      var amount = QueueText.erlangs(busiest.erlangs)
      if let handling {
        let perHour = most.erlangs / handling.seconds * 3600
        figures.append(.given("largest_arrivals_per_hour", perHour))
        amount += ", which is \(QueueText.amount(perHour)) an hour"
      }
      sentences.append("\(they) \(keep) what was promised up to \(amount)")
    }
  }
}
