import Diagnostics
import ServiceTime
import Simulation
import Standards

// Which promises are measured, and on which types.
extension TypeMaking {
  /// A promise that the simulator's clocks can measure.
  struct Measured {
    let standard: Standard
    let kind: ServiceClock.Kind
    let time: TimePromise
    let neverLongerThan: TimeSpan?
    /// Whether only an answer in substance ends the wait.
    var needsSubstance = false
    /// The states in which a resolution's clock stands still.
    let pauses: [Resolution.Pause]
    /// The moments at which waits begin that it is about (unit: s since the origin).
    var moments = -Double.infinity..<Double.infinity
  }

  /// Gives every type its clocks.
  ///
  /// Of standards of a kind, the first that fits a contact when its wait begins is the one that counts,
  /// as in an audit.
  mutating func makePromises(
    _ diagnostics: inout Diagnostics
  ) -> (promises: [DeskModel.Promise], omissions: [DeskModel.Omission]) {
    var left = omissions
    var candidates: [Measured] = []
    for standard in catalogue.standards {
      switch measured(standard) {
      case .success(let one): candidates.append(one)
      case .failure(let reason):
        if let words = reason.words {
          left.append(DeskModel.Omission(standard: standard.id, reason: words))
        }
      }
    }
    var clocks = types.map { _ in [ServiceClock]() }
    var taken = types.map { _ in [(kind: ServiceClock.Kind, moments: Range<Double>)]() }
    var promises: [DeskModel.Promise] = []
    for one in candidates {
      guard let hours = catalogue.openingHours(of: one.time.hours) else { continue }
      var places: [(type: Int, clock: Int)] = []
      for type in types.indices
      where hasContacts(type) {
        guard one.fits(kinds[type], isLive: types[type].kind == .live) else { continue }
        var moments = [one.moments]
        for other in taken[type] where other.kind == one.kind {
          moments = moments.flatMap { $0.without(other.moments) }
        }
        for moments in moments {
          taken[type].append((one.kind, moments))
          places.append((type, clocks[type].count))
          clocks[type].append(clock(one, hours, moments))
        }
      }
      guard !places.isEmpty else {
        left.append(DeskModel.Omission(standard: one.standard.id, reason: whyNowhere(one)))
        continue
      }
      let names = places.map { kinds[$0.type].channel }
      promises.append(
        DeskModel.Promise(
          standard: one.standard.id, title: one.standard.title,
          kind: one.standard.requirement.key, within: one.time.within, share: one.time.share,
          period: one.time.period, neverLongerThan: one.neverLongerThan, hours: one.time.hours,
          channels: channels.map(\.name).filter(names.contains),
          topics: one.standard.scope.topics ?? [], priorities: one.standard.scope.priorities ?? [],
          clocks: places))
    }
    for type in types.indices { setClocks(clocks[type], of: type) }
    if promises.isEmpty, !comesAnybody, !diagnostics.hasErrors {
      diagnostics.error(
        "simulate.no-contacts", "nobody gets in touch: all contacts of the demand are 0",
        at: demand.channels.first?.place,
        fixIt: "write expected contacts, or workload's waiting-at-start or incidents")
    } else if promises.isEmpty, let place = demand.channels.first?.place, !diagnostics.hasErrors {
      diagnostics.error(
        "simulate.no-promise", "no standard promises a time for what the demand names", at: place,
        fixIt: "add one, such as first-response: {within: 4 h, share: 95%}")
    }
    let order = catalogue.standards.map(\.id)
    func rank(_ omission: DeskModel.Omission) -> Int {
      omission.standard.flatMap { order.firstIndex(of: $0) } ?? order.count
    }
    return (promises, left.enumerated().sorted { (rank($0.1), $0.0) < (rank($1.1), $1.0) }.map(\.1))
  }

  /// Whether any contacts of a type come by themselves.
  private func hasContacts(_ type: Int) -> Bool {
    kinds[type].expected > 0 || backlog[type] > 0 || !types[type].arrivals.incidents.isEmpty
  }

  private var comesAnybody: Bool { types.indices.contains { hasContacts($0) } }

  private func clock(
    _ one: Measured, _ hours: OpeningHours, _ moments: Range<Double>
  ) -> ServiceClock {
    var clock = ServiceClock(
      one.kind, within: Double(one.time.within.seconds), share: one.time.share.fraction,
      longest: one.neverLongerThan.map { Double($0.seconds) }, hours: spans(of: hours))
    clock.inForce = moments
    clock.needsSubstance = one.needsSubstance
    clock.stopsForCustomer = one.pauses.contains(.pending)
    clock.stopsAtSecondLine = one.pauses.contains(.hold)
    return clock
  }

  /// The hours since the origin; nil for always.
  private func spans(of hours: OpeningHours) -> OpenSpans? {
    guard !hours.isAlwaysOpen else { return nil }
    let end = Instant(seconds: span.origin.seconds + Int(span.end) + 1)
    // Who came before is promised an answer since then.
    let before = backlogAges.contains { $0 != nil } ? Int(Desk.longestAge) : 0
    let begin = Instant(seconds: span.origin.seconds - before)
    return OpenSpans(
      hours.openIntervals(from: begin, to: end).map {
        (
          Double(span.seconds(Instant(seconds: $0.lowerBound))),
          Double(span.seconds(Instant(seconds: $0.upperBound)))
        )
      })
  }

  // MARK: - What can be measured

  private struct Reason: Error {
    /// Nil for standards that are not about time at all.
    let words: String?
  }

  private func measured(_ standard: Standard) -> Result<Measured, Reason> {
    func no(_ words: String?) -> Result<Measured, Reason> { .failure(Reason(words: words)) }
    var found: Measured
    switch standard.requirement {
    case .firstResponse(let kind):
      found = Measured(
        standard: standard, kind: .firstResponse, time: kind.time,
        neverLongerThan: kind.neverLongerThan, needsSubstance: kind.end == .substantive,
        pauses: [])
    case .nextResponse(let kind):
      found = Measured(
        standard: standard, kind: .nextResponse, time: kind.time,
        neverLongerThan: kind.neverLongerThan, needsSubstance: kind.end == .substantive,
        pauses: [])
    case .pickUp(let kind):
      found = Measured(
        standard: standard, kind: .answer, time: kind.time, neverLongerThan: nil, pauses: [])
    case .resolution(let kind):
      found = Measured(
        standard: standard, kind: .resolution, time: kind.time, neverLongerThan: nil,
        pauses: kind.pausedWhile)
    case .acknowledge: return no("a receipt is sent by a machine, or takes nobody's time here")
    case .updateEvery: return no("news while a case is open are no contacts of their own here")
    case .firstContact, .notify, .handover:
      return no("the simulated desk has no clock for '\(standard.requirement.key)'")
    case .routing, .intake, .greeting, .addressByName, .signature, .closingQuestion, .nextStep,
      .vaguePromise, .upsell, .askedAgain, .authorise, .wording, .empathy, .brushOff, .blame, .calm,
      .language, .length, .readability, .spelling, .human, .survey, .checklist:
      return no(nil)
    }
    if standard.scope.segments != nil { return no("the demand does not tell customers apart") }
    if standard.scope.languages != nil { return no("the demand does not tell languages apart") }
    let start = standard.inForce.start(in: catalogue.zone).map { Double(span.seconds($0)) }
    let end = standard.inForce.end(in: catalogue.zone).map { Double(span.seconds($0)) }
    guard start ?? 0 < span.end, end ?? span.end > 0 else {
      return no("it is not in force at the time of the demand")
    }
    found.moments = (start ?? -.infinity)..<max(start ?? -.infinity, end ?? .infinity)
    return .success(found)
  }

  private func whyNowhere(_ one: Measured) -> String {
    let scope = one.standard.scope
    if let channels = scope.channels,
      !channels.contains(where: { name in
        demand.channels.contains { $0.channel == name }
      })
    {
      return "the demand has no contacts on \(channels.map { "'\($0)'" }.joined(separator: ", "))"
    }
    if let topics = scope.topics, !kinds.contains(where: { topics.contains($0.topic ?? "") }) {
      return "neither demand nor workload tells which contacts are about "
        + Self.listed(topics, beside: kinds.compactMap(\.topic))
    }
    if let priorities = scope.priorities,
      !kinds.contains(where: { priorities.contains($0.priority ?? "") })
    {
      return "the workload does not tell which contacts are "
        + Self.listed(priorities, beside: kinds.compactMap(\.priority))
    }
    return "other standards come first for all contacts of the demand, or none fits it"
  }

  /// Names that nothing has, and the one among those there are that is perhaps a slip.
  private static func listed(_ names: [String], beside known: [String]) -> String {
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    let near = names.lazy.compactMap { nearestName(to: $0, among: known) }.first
    return near.map { "\(list); is '\($0)' a slip?" } ?? list
  }
}

extension TypeMaking.Measured {
  /// Whether the promise is about contacts of a kind.
  fileprivate func fits(_ contact: DeskModel.Kind, isLive: Bool) -> Bool {
    let scope = standard.scope
    if kind == .answer, !isLive { return false }
    return scope.channels?.contains(contact.channel) ?? true
      && scope.topics?.contains(contact.topic ?? "") ?? true
      && scope.priorities?.contains(contact.priority ?? "") ?? true
  }
}

extension Range<Double> {
  /// What is left of it without another: none, one or two ranges.
  fileprivate func without(_ other: Self) -> [Self] {
    [
      lowerBound..<Swift.max(lowerBound, Swift.min(upperBound, other.lowerBound)),
      Swift.min(upperBound, Swift.max(lowerBound, other.upperBound))..<upperBound,
    ].filter { !$0.isEmpty }
  }
}
