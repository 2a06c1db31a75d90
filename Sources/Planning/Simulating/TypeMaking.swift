import Diagnostics
import ServiceTime
import Simulation
import Standards

/// Makes the desk's types of contacts of demand and workload.
struct TypeMaking {
  let demand: Demand
  let workload: Workload
  let rules: Team.Rules
  let catalogue: Catalogue
  let span: DemandSpan
  private(set) var types: [ContactType] = []
  private(set) var kinds: [DeskModel.Kind] = []
  private(set) var backlog: [Int] = []
  /// How long each type's backlog has waited; nil for not at all.
  private(set) var backlogAges: [Distribution?] = []
  private(set) var channels: [DeskModel.Channel] = []
  /// What is left out on the way.
  var omissions: [DeskModel.Omission] = []

  init(
    _ demand: Demand, _ workload: Workload, _ rules: Team.Rules, _ catalogue: Catalogue,
    _ span: DemandSpan
  ) {
    (self.demand, self.workload, self.rules) = (demand, workload, rules)
    (self.catalogue, self.span) = (catalogue, span)
  }

  mutating func setClocks(_ clocks: [ServiceClock], of type: Int) {
    types[type].clocks = clocks
    guard let first = clocks.first else { return }
    (types[type].target, types[type].hours) = (first.target, first.hours)
  }

  mutating func makeTypes(_ diagnostics: inout Diagnostics) {
    for channel in demand.channels {
      guard let known = catalogue.channel(named: channel.channel) else {
        diagnostics.reportUnknownChannel(
          channel.channel, among: catalogue.channels.map(\.name), at: channel.place)
        continue
      }
      checkTopics(of: channel, &diagnostics)
      if known.kind == .live, known.atOnce > Self.mostAtOnce {
        omissions.append(
          DeskModel.Omission(
            standard: nil,
            reason: "more than \(Self.mostAtOnce) at once on '\(known.name)' (at-once: "
              + "\(known.atOnce))"))
      }
      make(channel, known, &diagnostics)
    }
    makeTransfers()
    noteIncidents(&diagnostics)
    noteRecorded()
  }

  /// The most that the engine lets one person have in hand.
  private static let mostAtOnce = 16

  /// Reports topics of the demand that are nearly ones that make a difference: their contacts would be
  /// like any other.
  private func checkTopics(
    of channel: Demand.ChannelDemand, _ diagnostics: inout Diagnostics
  ) {
    let own = workload.channel(named: channel.channel)?.topics.map(\.name) ?? []
    let asked = catalogue.standards.flatMap { $0.scope.topics ?? [] }
    let known = catalogue.topics + own + asked
    var seen: Set<String> = []
    for part in channel.intervals.flatMap(\.parts) {
      guard let topic = part.topic, seen.insert(topic).inserted, !known.contains(topic),
        let near = nearestName(to: topic, among: known)
      else { continue }
      diagnostics.warning(
        "simulate.topic",
        "neither catalogue nor workload knows the topic '\(shortened(topic, to: 40))': its contacts are "
          + "like the others on '\(channel.channel)'", at: part.place,
        fixIt: "did you mean '\(near)'?")
    }
  }

  /// What contacts of a channel may be about, as far as it makes a difference; nil for the rest.
  private func topics(of channel: Demand.ChannelDemand, _ own: Workload.Channel?) -> [String?] {
    let known = own?.topics ?? []
    let asked = catalogue.standards.flatMap { $0.scope.topics ?? [] }
    var topics: [String?] = [nil]
    for topic in known where topic.share > 0 { topics.append(topic.name) }
    for interval in channel.intervals {
      for case let topic? in interval.parts.map(\.topic)
      where !topics.contains(topic)
        && (asked.contains(topic) || known.contains { $0.name == topic })
      {
        topics.append(topic)
      }
    }
    for incident in workload.incidents
    where incident.channels.contains(where: { $0.name == channel.channel }) {
      if let topic = incident.topic, known.contains(where: { $0.name == topic }),
        !topics.contains(topic)
      {
        topics.append(topic)
      }
    }
    return topics
  }

  private mutating func make(
    _ channel: Demand.ChannelDemand, _ known: ContactChannel, _ diagnostics: inout Diagnostics
  ) {
    let own = workload.channel(named: channel.channel)
    let topics = topics(of: channel, own)
    let shares = own?.topics.reduce(into: [String: Double]()) { $0[$1.name] = $1.share } ?? [:]
    let rest = 1 - shares.values.reduce(0, +)
    var places: [Int] = []
    var isMissing = false
    for topic in topics {
      var rates = RateTable(span, length: demand.intervalSeconds, from: channel)
      for interval in channel.intervals {
        for part in interval.parts {
          let told = part.topic.flatMap { topics.contains($0) ? $0 : nil }
          // What the demand tells counts; what it leaves open goes by the workload's shares.
          let share: Double =
            if part.topic != nil { told == topic ? 1 : 0 } else {
              topic.map { shares[$0] ?? 0 } ?? rest
            }
          rates.add(part, share: share, at: interval.start)
        }
      }
      let profile = own?.profile(of: topic) ?? ContactProfile()
      let waiting =
        topic == nil
        ? profile.waitingAtStart ?? 0
        : own?.topics
          .first { $0.name == topic }?.profile.waitingAtStart ?? 0
      let incidents =
        isRecorded ? [] : incidents(on: channel.channel, about: topic, own)
      guard rates.total > 0 || waiting > 0 || !incidents.isEmpty else { continue }
      guard let handling = handling(profile, rates) else {
        isMissing = true
        continue
      }
      places.append(types.count)
      var type = ContactType(
        topic.map { "\(known.name): \($0)" } ?? known.name, known.kind == .live ? .live : .deferred,
        arrivals: rates.plan, handling: handling)
      type.handlingFactors = rates.handlingFactors(else: profile.handling?.mean)
      type.subject = RandomStreams.subject("type", known.name, topic ?? "")
      if isRecorded {
        type.arrivals.rates = []
        type.arrivals.recorded = recorded(on: channel.channel, about: topic, among: topics)
        type.arrivals.untold = untold(on: channel.channel, about: topic, own)
      } else {
        type.arrivals.incidents = incidents
        type.arrivals.dayVariation = profile.dayVariation ?? 0
        type.arrivals.sharedDayVariation = workload.dayVariation
      }
      type.polledEvery = Double(known.intakeDelay?.seconds ?? 0)
      fill(&type, profile, known, topic)
      types.append(type)
      backlog.append(waiting)
      backlogAges.append(waiting > 0 ? profile.waitingAge : nil)
      kinds.append(
        DeskModel.Kind(
          name: type.name, channel: known.name, topic: topic, priority: profile.priority,
          skill: profile.skill ?? known.name, expected: rates.total))
      noteHandling(profile, rates, known.name, &diagnostics)
    }
    if isMissing {
      diagnostics.error(
        "plan.no-handling-time",
        "nothing says how long handling takes on '\(channel.channel)'", at: channel.place,
        fixIt: "give --workload a file with channels: {\(channel.channel): {handling-time: "
          + "{mean: 5 min, p90: 12 min}}}, or the demand a column aht_s")
    }
    channels.append(
      DeskModel.Channel(
        name: known.name, kind: known.kind,
        expected: places.reduce(0) { $0 + kinds[$1].expected }, types: places))
  }

  /// How long a touch takes: by the workload, stretched to the mean that the demand's column says if it
  /// does.
  private func handling(_ profile: ContactProfile, _ rates: RateTable) -> Distribution? {
    guard let mean = rates.meanHandling(else: profile.handling?.mean) else {
      return profile.handling?.distribution
    }
    guard let known = profile.handling else { return try? .exponential(mean: mean) }
    return known.mean == mean
      ? known.distribution : try? known.distribution.scaled(by: mean / known.mean)
  }

  private func noteHandling(
    _ profile: ContactProfile, _ rates: RateTable, _ channel: String,
    _ diagnostics: inout Diagnostics
  ) {
    if let handling = profile.handling, handling.isFixed, !rates.saysHandling {
      let said =
        "on '\(channel)' every touch takes exactly "
        + "\(TimeSpan(seconds: Int(handling.mean)))"
      if !diagnostics.all.contains(where: { $0.place == handling.place }) {
        diagnostics.warning(
          "simulate.fixed-time", "\(said), and real ones vary", at: handling.place,
          fixIt: "say how far long ones reach, such as {mean: 7 min, p90: 15 min}")
      }
    }
  }

  /// What may follow a touch, and who may take it.
  private func fill(
    _ type: inout ContactType, _ profile: ContactProfile, _ channel: ContactChannel,
    _ topic: String?
  ) {
    let names = [channel.name, topic, profile.priority].compactMap { $0 }
    type.priority = rules.order.firstIndex { names.contains($0) } ?? rules.order.count
    type.wrapUp = profile.wrapUp
    type.patience = channel.kind == .live ? profile.patience?.distribution : nil
    type.callback = profile.callback.map { .init(share: $0.share, delay: $0.time) }
    type.asksBack = profile.clarification.map {
      .init(
        share: $0.share, thinking: $0.thinking, never: $0.never, closedAfter: $0.closesAfter)
    }
    type.escalates = escalation(profile)
    type.reopens = profile.reopen.map { .init(share: $0.share, delay: $0.time) }
    type.staysWithPerson = profile.staysWithPerson ?? false
    type.isInterruptible =
      channel.kind == .deferred && (profile.isInterruptible ?? rules.interruptsDeferred)
    if channel.kind == .live {
      type.paces =
        profile.paces ?? [Double](repeating: 1, count: min(max(channel.atOnce, 1), Self.mostAtOnce))
      // Whatever they are about, chats are led together, unless a topic has a pace of its own.
      type.family = RandomStreams.subject(
        "at once", channel.name, type.paces.map { "\($0)" }.joined(separator: " "))
    }
  }

  /// Second line and suppliers are one wait with two lengths.
  private func escalation(_ profile: ContactProfile) -> ContactType.Escalates? {
    let parts = [profile.secondLine, profile.supplier].compactMap { $0 }.filter { $0.share > 0 }
    let share = parts.reduce(0) { $0 + $1.share }
    guard share > 0, let delay = try? Distribution.mixture(parts.map { ($0.share, $0.time) })
    else { return nil }
    return .init(share: share, delay: delay)
  }

  /// Types that contacts become when somebody with another skill goes on.
  private mutating func makeTransfers() {
    for place in types.indices {
      let kind = kinds[place]
      guard let channel = catalogue.channel(named: kind.channel),
        let profile = workload.channel(named: kind.channel)?.profile(of: kind.topic),
        let transfer = profile.transfer, transfer.share > 0
      else { continue }
      var type = ContactType(
        "\(kind.name) → \(transfer.skill)", types[place].kind,
        arrivals: ArrivalPlan(rates: [], interval: types[place].arrivals.interval),
        handling: transfer.handling?.distribution ?? types[place].handling)
      if transfer.handling == nil { type.handlingFactors = types[place].handlingFactors }
      type.subject = RandomStreams.subject(
        "type", kind.channel, kind.topic ?? "", transfer.skill)
      fill(&type, profile, channel, kind.topic)
      types[place].transfers = .init(share: transfer.share, to: types.count)
      types.append(type)
      backlog.append(0)
      backlogAges.append(nil)
      kinds.append(
        DeskModel.Kind(
          name: type.name, channel: kind.channel, topic: kind.topic, priority: kind.priority,
          skill: transfer.skill, expected: 0))
    }
  }

  // MARK: - Incidents

  /// The incidents that bring contacts about a topic to a channel.
  private func incidents(
    on channel: String, about topic: String?, _ own: Workload.Channel?
  ) -> [ArrivalPlan.Incidents] {
    var namesakes: [String: Int] = [:]
    return workload.incidents.compactMap { incident in
      namesakes[incident.name, default: 0] += 1
      // Where the channel does not know the topic, they are like its other contacts.
      let isKnown = own?.topics.contains { $0.name == incident.topic } ?? false
      guard topic == (isKnown ? incident.topic : nil),
        let share = incident.channels.first(where: { $0.name == channel })?.share, share > 0
      else { return nil }
      var all = ArrivalPlan.Incidents(
        perDay: 86_400 / incident.every, size: incident.contacts, decay: incident.fade,
        deflected: incident.keptAway, announcedAfter: incident.announcedAfter)
      all.group = RandomStreams.subject(
        "incident", incident.name, "\(namesakes[incident.name, default: 1])")
      all.share = share
      return all
    }
  }

  private mutating func noteIncidents(_ diagnostics: inout Diagnostics) {
    guard !isRecorded else { return }
    for incident in workload.incidents {
      for (name, share) in incident.channels where share > 0 {
        guard !demand.channels.contains(where: { $0.channel == name }) else { continue }
        omissions.append(
          DeskModel.Omission(
            standard: nil,
            reason:
              "contacts that '\(incident.name)' brings on '\(name)', which the demand does not "
              + "name"))
      }
    }
  }

  // MARK: - Skills

  /// Reports contacts that nobody can take.
  func checkSkills(of team: Team, _ diagnostics: inout Diagnostics) {
    let named = team.members.flatMap { $0.skills ?? [] }
    guard !team.members.contains(where: { $0.skills == nil }) else {
      // Who can do everything takes also what is misspelt.
      let known = named + catalogue.channels.map(\.name)
      for skill in Set(kinds.map(\.skill)).subtracting(known).sorted() {
        guard let near = nearestName(to: skill, among: known) else { continue }
        diagnostics.warning(
          "simulate.skill", "nobody has the skill '\(skill)' by name, only who can do everything",
          at: team.members.first { $0.skills == nil }?.place, fixIt: "did you mean '\(near)'?")
      }
      return
    }
    var reported: [String] = []
    for kind in kinds where !reported.contains(kind.skill) {
      guard !team.members.contains(where: { $0.skills?.contains(kind.skill) == true }) else {
        continue
      }
      reported.append(kind.skill)
      diagnostics.error(
        "simulate.skill",
        "nobody on the team has the skill '\(kind.skill)', which '\(kind.name)' asks",
        at: team.members.first?.place,
        fixIt: "give it to somebody: skills: [\(kind.skill), …], or all")
    }
  }
}
