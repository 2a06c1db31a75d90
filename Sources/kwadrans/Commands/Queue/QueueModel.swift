import ArgumentParser
import Diagnostics
import Queueing

/// A model at the prompt: what its command gives, so that the shared parts can find, sweep and print.
///
/// A command declares its options (`LoadOptions`, `StaffOptions`, `TargetOptions`, its own), and
/// passes itself to ``Kwadrans/Queue/run(_:)``.
protocol QueueModel {
  associatedtype Team: QueuePerformance

  var work: Kwadrans.Queue.LoadOptions { get }
  var staff: Kwadrans.Queue.StaffOptions { get }

  /// All targets, none where none was given.
  func targets() throws(QueueError) -> Targets
  /// What so many agents do.
  func team(_ load: OfferedLoad, agents: Int) throws(QueueError) -> Team
  /// The least agents that keep the targets.
  func leastAgents(_ load: OfferedLoad, _ targets: Targets) throws(QueueError) -> Staffing<Team>
  /// The figures of a team that the model has, in the order in which they are printed.
  func figures(_ team: Team) throws -> [Figure]
  /// What was given beside the load and the agents, for JSON.
  var given: [Figure] { get }
  /// The share of the answered whose longest wait is shown; nil where nobody asked.
  var percentile: Share? { get }
  /// Lines under the answer, such as what the model leaves out; none unless a model has some.
  func notes(_ team: Team) throws -> [String]
}

/// A model in which tickets wait, so that its command takes targets on waits.
protocol WaitingModel: QueueModel {
  var kept: Kwadrans.Queue.TargetOptions { get }
}

extension WaitingModel {
  var percentile: Share? { kept.percentile }
}

extension QueueModel {
  var given: [Figure] { [] }
  var percentile: Share? { nil }
  func notes(_ team: Team) throws -> [String] { [] }
}

extension Kwadrans.Queue {
  /// Answers a model's question as it was asked, and prints the answer.
  static func run(_ model: some QueueModel) throws {
    try answer {
      let load = try model.work.offeredLoad()
      if let agents = model.staff.agents {
        let team = try model.team(load, agents: agents)
        try print(model, team: team, limits: Limits(model, team))
      } else if let sweep = model.staff.sweep {
        try print(model, sweep, load)
      } else {
        try print(model, staffing: model.leastAgents(load, model.targets()))
      }
    }
  }

  private static func print<Model: QueueModel>(
    _ model: Model, team: Model.Team, limits: Limits
  ) throws {
    let figures = try all(model, team)
    if model.work.format == .json {
      var json = JSONWriter()
      json.object { $0.figures(figures + model.given + limits.figures) }
      return Swift.print(json.string)
    }
    let sentences = figures.compactMap(\.sentence)
    let heading =
      "\(QueueText.agents(team.agents)) for \(QueueText.erlangs(team.load.erlangs))"
      + (sentences.first.map { ": \($0)" } ?? "")
    for line in [heading] + sentences.dropFirst() + limits.sentences { Swift.print(line) }
    for note in try model.notes(team) { Swift.print(note) }
  }

  private static func print<Model: QueueModel>(_ model: Model, staffing: Staffing<Model.Team>)
    throws
  {
    let chosen = staffing.chosen
    let teams = [staffing.fewer, chosen, staffing.more].compactMap(\.self)
    if model.work.format == .json {
      var json = JSONWriter()
      try json.object { json in
        json.figures(try all(model, chosen) + model.given)
        json.key("limit")
        json.string(staffing.limit.rawValue)
        for (key, team) in [("fewer", staffing.fewer), ("more", staffing.more)] {
          json.key(named: key)
          if let team {
            let figures = try all(model, team)
            json.object { $0.figures(figures) }
          } else {
            json.null()
          }
        }
      }
      return Swift.print(json.string)
    }
    let columns = try all(model, chosen).filter { $0.heading != nil }
    var rows = [columns.map { $0.heading ?? "" }]
    if staffing.limit == .stability, chosen.agents > 0 {
      rows.append(hopeless(columns, agents: chosen.agents - 1))
    }
    for team in teams {
      var row = try cells(all(model, team))
      if team.agents == chosen.agents, let agents = row.first { row[0] = "> " + agents }
      rows.append(row)
    }
    Swift.print(QueueText.promise(staffing), "", QueueText.table(rows), separator: "\n")
    for note in try model.notes(chosen) { Swift.print(note) }
  }

  private static func print(
    _ model: some QueueModel, _ sweep: Sweep, _ load: OfferedLoad
  ) throws {
    var teams: [(agents: Int, figures: [Figure]?)] = []
    var notes: [String] = []
    for agents in sweep.agents {
      do {
        let team = try model.team(load, agents: agents)
        teams.append((agents, try all(model, team)))
        notes = try model.notes(team)
      } catch let error as QueueError where error.isOverload {
        teams.append((agents, nil))
      }
    }
    if model.work.format == .json {
      var json = JSONWriter()
      json.array { json in
        for team in teams {
          json.object {
            if let figures = team.figures {
              $0.figures(figures)
            } else {
              $0.figures([.agents(team.agents), .load(load)])
              $0.key("unstable")
              $0.bool(true)
            }
          }
        }
      }
      return Swift.print(json.string)
    }
    guard let columns = teams.compactMap(\.figures).first?.filter({ $0.heading != nil }) else {
      throw QueueError.unstable(load: load, agents: sweep.agents.upperBound)
    }
    let rows = teams.map { $0.figures.map(cells) ?? hopeless(columns, agents: $0.agents) }
    Swift.print(
      QueueText.erlangs(load.erlangs), "",
      QueueText.table([columns.map { $0.heading ?? "" }] + rows), separator: "\n")
    for note in notes { Swift.print(note) }
  }

  /// The model's figures, with the wait of the percentile that was asked for after the mean wait.
  private static func all<Model: QueueModel>(_ model: Model, _ team: Model.Team) throws -> [Figure]
  {
    var figures = try model.figures(team)
    guard let percentile = model.percentile,
      let wait = try team.shortestTarget(share: percentile.value, abandoned: .answeredOnly)
    else { return figures }
    let place = figures.firstIndex { $0.key == "mean_wait_s" }.map { $0 + 1 } ?? figures.count
    let share = QueueText.promise(percentile.value)
    figures.insert(
      .time("wait_percentile_s", wait, "\(share) wait up to", hopeless: "endless") {
        "\(share) of those answered wait up to \($0)"
      }, at: place)
    return figures
  }

  private static func cells(_ figures: [Figure]) -> [String] {
    figures.filter { $0.heading != nil }.map(\.cell)
  }

  /// The row of a team that never catches up.
  private static func hopeless(_ columns: [Figure], agents: Int) -> [String] {
    columns.map { $0.key == "agents" ? "\(agents)" : $0.hopeless }
  }
}

extension QueueText {
  /// What the chosen agents keep, in a sentence.
  static func promise(_ staffing: Staffing<some QueuePerformance>) -> String {
    let (chosen, targets) = (staffing.chosen, staffing.targets)
    func one(_ singular: String, _ plural: String) -> String {
      chosen.agents == 1 ? singular : plural
    }
    var parts: [String] = []
    if let answered = targets.answered {
      parts.append(
        one("answers", "answer")
          + " at least \(promise(answered.share)) within \(time(answered.withinSeconds))")
    }
    if let most = targets.meanWaitAtMostSeconds {
      parts.append("\(one("keeps", "keep")) the mean wait at \(time(most)) or less")
    }
    if let most = targets.abandonmentAtMost {
      parts.append("\(one("lets", "let")) at most \(promise(most)) give up")
    }
    if let most = targets.blockingAtMost {
      parts.append("\(one("loses", "lose")) at most \(promise(most)) of tickets")
    }
    if let most = targets.occupancyAtMost {
      parts.append("\(one("is", "are")) busy at most \(promise(most)) of the time")
    }
    let what = parts.isEmpty ? one("keeps up", "keep up") : parts.joined(separator: ", ")
    return "\(agents(chosen.agents)) for \(erlangs(chosen.load.erlangs)) \(what)"
  }
}
