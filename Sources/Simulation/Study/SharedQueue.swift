/// One queue before agents who are all alike, with what ``PlainPool`` leaves out: classes of which the
/// more urgent go first, and cases that come back.
package struct SharedQueue: Hashable, Sendable {
  /// Contacts expected in a second, without those that come back (> 0).
  package let perSecond: Double
  /// Time that an agent spends on one touch (unit: s).
  package let handling: Distribution
  /// Agents on duty (1...100,000).
  package let agents: Int
  /// How long customers wait before they leave (unit: s); nil where nobody leaves.
  package let patience: Distribution?
  /// Within how long an answer is in time (unit: s; ≥ 0).
  package let target: Double
  /// Shares of the contacts by class, the most urgent first; they add up to 1.
  package let classes: [Double]
  /// Cases that come back, if any.
  package let returns: Returns?

  /// After a touch, a share of cases comes back.
  package struct Returns: Hashable, Sendable {
    /// How many (0...0.99).
    package let share: Double
    /// After how long (unit: s).
    package let after: Distribution

    package init(share: Double, after: Distribution) {
      self.share = share
      self.after = after
    }
  }

  /// Creates a queue.
  ///
  /// - Throws: ``PoolError``.
  package init(
    perSecond: Double, handling: Distribution, agents: Int, patience: Distribution? = nil,
    target: Double = 20, classes: [Double] = [1], returns: Returns? = nil
  ) throws(PoolError) {
    guard perSecond > 0, perSecond.isFinite else { throw .endlessArrivals }
    guard (1...100_000).contains(agents) else { throw .agents(agents, most: 100_000) }
    guard target >= 0, target.isFinite else { throw .target(target) }
    guard (1...100).contains(classes.count), classes.allSatisfy({ $0 > 0 }),
      abs(classes.reduce(0, +) - 1) < 1e-9
    else { throw .classes }
    self.perSecond = perSecond
    self.handling = handling
    self.agents = agents
    self.patience = patience
    self.target = target
    self.classes = classes
    self.returns = returns
  }

  /// Touches of a case where nobody leaves.
  package var touches: Double { 1 / (1 - (returns?.share ?? 0)) }

  /// Mean work arriving, with what comes back (unit: erlangs).
  package var load: Double { perSecond * handling.mean * touches }

  /// Whether the queue stays finite: people leave, or agents are more than erlangs.
  package var isStable: Bool { patience != nil || Double(agents) > load }

  /// How long the queue takes to forget how it began (unit: s).
  ///
  /// As long as one handling time ÷ (√agents − √load)², longer where handling varies much, and no
  /// longer than the larger of handling and patience where people leave; where cases come back, half
  /// as long as a case is away in all at least.
  package var memory: Double {
    let away = (returns?.after.mean ?? 0) * touches
    return max(
      Self.memory(load: load, agents: agents, handling: handling, patience: patience), away / 2)
  }

  /// The same without cases that come back.
  ///
  /// Source: the relaxation time of M/M/c, P. M. Morse, *Queues, Inventories and Maintenance*, 1958.
  static func memory(
    load: Double, agents: Int, handling: Distribution, patience: Distribution?
  ) -> Double {
    let time = max(handling.mean, 1e-12)
    var rate = 0.0
    if Double(agents) > load {
      let gap = Double(agents).squareRoot() - load.squareRoot()
      rate = gap * gap / time / max(1, (1 + handling.squaredVariation) / 2)
    }
    if let patience { rate = max(rate, 1 / max(time, patience.mean)) }
    return 1 / max(rate, 1e-300)
  }

  /// The desk that counts so many contacts.
  ///
  /// - Parameters:
  ///   - contacts: Expected among those counted.
  ///   - warmUp: What is left out at the beginning (unit: s; ≥ 0), and three tenths of it at the end.
  /// - Throws: ``DeskError`` where the run would take more than a century.
  package func desk(contacts: Int, warmUp: Double) throws(DeskError) -> Desk {
    let coolDown = 0.3 * warmUp
    let end = warmUp + Double(contacts) / perSecond + coolDown
    let types = classes.enumerated().map { place, share in
      var type = ContactType(
        "class \(place + 1)", arrivals: ArrivalPlan(perSecond: perSecond * share, until: end),
        handling: handling)
      type.priority = place
      type.patience = patience
      type.target = target
      type.asksBack = returns.map { .init(share: $0.share, thinking: $0.after) }
      return type
    }
    let everything = Person(skills: Array(types.indices))
    return try Desk(
      types: types, people: [Person](repeating: everything, count: agents), end: end,
      warmUp: warmUp, coolDown: coolDown)
  }
}
