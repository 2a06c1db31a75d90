import Diagnostics
import Simulation

/// A queue that was simulated, by whichever of the two simulators, beside what theory says of it.
struct SimulatedQueue {
  let queue: SharedQueue
  let theory: QueueTheory?
  let seed: UInt64
  let target: AnswerTarget?
  /// Replications that were simulated to their end.
  let replications: Int
  let contactsEach: Int
  let leftOutEach: Int
  /// What is to be said of figures that may be wrong, if anything.
  let warning: String?
  private let found: (PoolStudy.Figure) -> Estimate
  private let ofClass: (Int, PoolStudy.Figure) -> Estimate

  /// Simulates: by the fast pool where that is enough.
  ///
  /// - Throws: `PoolError`, `DeskError`; `QueueError` from theory.
  init(
    _ queue: SharedQueue, customers: Int, until: PoolStudy.Precision?, seed: UInt64,
    target: AnswerTarget?, cores: Int
  ) throws {
    self.queue = queue
    self.seed = seed
    self.target = target
    guard queue.isStable else {
      throw PoolError.unstable(load: queue.load, agents: queue.agents)
    }
    theory = try QueueTheory(queue)
    if queue.classes.count == 1, queue.returns == nil {
      let pool = try PlainPool(
        interarrival: .exponential(mean: 1 / queue.perSecond), handling: queue.handling,
        agents: queue.agents, patience: queue.patience, target: queue.target)
      let study = try PoolStudy(pool, contacts: customers, seed: seed, until: until)
      let all = PoolStudy.replications * (study.contactsEach + study.warmUp)
      let watch = SimulationWatch("customers", of: until == nil ? all : nil)
      let answer = study.run(cores: cores, isCancelled: { watch.isCancelled })
      watch.end()
      replications = answer.replications
      (contactsEach, leftOutEach) = (study.contactsEach, study.warmUp)
      warning = Self.warning(leftOut: study.warmUp, wanted: study.forgetting)
      found = { answer[$0] }
      ofClass = { answer[$1] }
    } else {
      let study = try QueueStudy(queue, contacts: customers, seed: seed, until: until)
      let watch = SimulationWatch("events")
      let answer = study.run(cores: cores, isCancelled: { watch.isCancelled })
      watch.end()
      replications = answer.replications
      (contactsEach, leftOutEach) = (study.contactsEach, study.leftOutEach)
      warning = Self.warning(leftOut: study.warmUp, wanted: study.forgetting)
      found = { answer[$0] }
      ofClass = { answer[class: $0, $1] }
    }
  }

  /// What is wrong where fewer customers are left out than the queue takes to forget its beginning.
  private static func warning(leftOut: Int, wanted: Int) -> String? {
    guard leftOut < wanted else { return nil }
    let customers = min(wanted, 5_000_000_000) * PoolStudy.replications
    return "warning: the queue is so near its limit that it forgets its empty beginning after some "
      + "\(wanted) customers only, and \(leftOut) were left out: waits may be too short; "
      + "--customers \(customers) leaves out enough"
  }

  /// A figure: its key in JSON, its name in text, what was found, and what theory says.
  private struct Row {
    let key: String
    let name: String
    let estimate: Estimate
    let theory: Double?
    let written: (Double) -> String
  }

  private func rows(
    _ found: (PoolStudy.Figure) -> Estimate, _ theory: [PoolStudy.Figure: Double]?, ofClass: Bool
  ) -> [Row] {
    func row(
      _ key: String, _ name: String, _ figure: PoolStudy.Figure,
      _ written: @escaping (Double) -> String
    ) -> Row {
      Row(
        key: key, name: name, estimate: found(figure), theory: theory?[figure], written: written)
    }
    var rows: [Row] = []
    if let target {
      let name = "within \(QueueText.time(target.seconds))"
      rows.append(row("service_level", name, .serviceLevel, QueueText.percent))
    }
    rows += [
      row("wait_probability", "have to wait", .waitProbability, QueueText.percent),
      row("mean_wait_s", "mean wait", .meanWait, QueueText.time),
      row("wait_percentile_s", "95% within", .wait95, QueueText.time),
    ]
    if queue.patience != nil {
      rows.append(row("abandonment", "give up", .abandonment, QueueText.percent))
    }
    if !ofClass { rows.append(row("occupancy", "occupancy", .occupancy, QueueText.percent)) }
    return rows + [row("queue_length", "waiting", .queueLength, QueueText.amount)]
  }

  /// The answer for people.
  var text: String {
    var table = [["", "simulated", "from", "to"] + (theory.map { [$0.model] } ?? [])]
    func add(_ rows: [Row], under heading: String?) {
      if let heading { table.append([heading]) }
      for row in rows {
        // Of few waits it may be unknown how long the longest are.
        let cells = [row.estimate.mean, row.estimate.low, row.estimate.high].map {
          $0.isFinite ? row.written($0) : "?"
        }
        table.append(
          [row.name] + cells
            + (theory == nil ? [] : [row.theory.map(row.written) ?? ""]))
      }
    }
    add(rows(found, theory?.all, ofClass: false), under: nil)
    if queue.classes.count > 1 {
      for place in queue.classes.indices {
        add(
          rows({ ofClass(place, $0) }, theory?.classes[place], ofClass: true),
          under: "class \(place + 1), \(QueueText.percent(queue.classes[place]))")
      }
    }
    var end =
      "\(replications) replications of \(contactsEach) customers after \(leftOutEach) to warm up, "
      + "seed \(seed), 95% intervals"
    if let theory, !theory.isExact { end += "\n\(theory.model) is an approximation." }
    return [
      "\(QueueText.agents(queue.agents)) for \(QueueText.erlangs(queue.load))", "",
      QueueText.table(table), "", end,
    ].joined(separator: "\n")
  }

  /// The answer for programs.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.key("agents")
      json.int(queue.agents)
      json.key("load_erlang")
      json.number(queue.load)
      json.key("model")
      if let theory { json.string(theory.model) } else { json.null() }
      write(rows(found, theory?.all, ofClass: false), to: &json)
      if queue.classes.count > 1 {
        json.key("classes")
        json.array { json in
          for place in queue.classes.indices {
            json.object { json in
              json.key("share")
              json.number(queue.classes[place])
              write(
                rows({ ofClass(place, $0) }, theory?.classes[place], ofClass: true), to: &json)
            }
          }
        }
      }
      if let target {
        json.key("target_s")
        json.number(target.seconds)
        json.key("target_share")
        json.number(target.share.value)
        json.key("abandoned")
        json.string("missed")
      }
      json.key("percentile")
      json.number(0.95)
      json.key("patience_s")
      json.number(queue.patience?.mean)
      json.key("confidence")
      json.number(found(.occupancy).confidence)
      json.key("replications")
      json.int(replications)
      json.key("customers_each")
      json.int(contactsEach)
      json.key("warm_up_each")
      json.int(leftOutEach)
      json.key("seed")
      json.seed(seed)
    }
    return json.string
  }

  private func write(_ rows: [Row], to json: inout JSONWriter) {
    for row in rows {
      json.key(named: row.key)
      json.object { json in
        json.key("value")
        json.number(row.estimate.mean)
        json.key("low")
        json.number(row.estimate.low)
        json.key("high")
        json.number(row.estimate.high)
        json.key(theory?.isExact == false ? "approximate" : "exact")
        if let value = row.theory { json.number(value) } else { json.null() }
      }
    }
  }
}
