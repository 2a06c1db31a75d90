package import Diagnostics
import ServiceTime
import Simulation
package import SourceYAML
package import Standards

/// Reads a team from its YAML file.
package enum TeamReader {
  private static let teamKey = Key<YAMLNode>(
    "team", "how the team works together", shape: .record(headKeys), required: true
  ) { node, _ in node }
  private static let shiftsKey = Key<YAMLNode>(
    "shifts", "when people are there, by name", shape: .mapping(to: .record(ShiftReader.keys))
  ) { node, _ in node }
  private static let peopleKey = Key<YAMLNode>(
    "people", "who is there: people, or groups of people alike, by name",
    shape: .mapping(to: .record(MemberReader.keys)), required: true
  ) { node, _ in node }

  private static let nameKey = Key<String>.text("name", "the team's name").such(
    as: "Hosting helpdesk")
  private static let routingKey = Key<Team.Routing>.choice(
    "routing",
    "who gets a contact when several are free: who has waited for longest, or who has "
      + "the fewest other skills (among those, who has waited for longest)"
  ).otherwise("longest-idle").such(as: "most-specialised")
  private static let liveFirstKey = Key<Bool>.boolean(
    "live-first", "whether calls and chats go before messages, whatever the order"
  ).otherwise("true").such(as: "true")
  private static let interruptKey = Key<Bool>.boolean(
    "interrupt-deferred", "whether a message in hand is laid aside when a call or chat comes"
  ).otherwise("false").such(as: "true")
  private static let orderKey = Key<YAMLNode>(
    "order",
    "channels, topics and priorities of the workload, the most urgent first; others follow",
    shape: .list(of: .text, distinct: true)
  ) { node, _ in node }.otherwise("first come, first served").such(as: "[urgent, phone, chat]")
  private static let ageingKey = Key<TimeSpan>(
    "ageing", "so much longer a wait makes up for one place in the order", shape: .timeSpan
  ) { node, diagnostics in node.timeSpan(of: "'ageing'", &diagnostics) }
  .otherwise("never").such(as: "30 min")
  private static let endKey = Key<Team.EndOfShift>.choice(
    "end-of-shift", "what happens to work in hand: finished in overtime, or handed over"
  ).otherwise("finish").such(as: "hand-over")
  private static let rereadingKey = Key<VaryingTime>.varyingTime(
    "re-reading", "what it takes to read what somebody else began"
  ).otherwise("no time").such(as: "{mean: 3 min, p90: 6 min}")
  private static let lostKey = Key<Share>.share(
    "lost-at-hand-over", "of cases handed over, how many wait for the same person's return"
  ).otherwise("0%").such(as: "3%")
  private static let tiringKey = Key<Team.Tiring>(
    "tiring", "how being busy for long slows people down", shape: .record(tiringKeys), read: tiring
  ).otherwise("nobody tires").such(as: "{above: 85%, pace-at-full: 90%}")

  private static let aboveKey = Key<Share>(
    "above", "the share of time with work up to which nothing changes", shape: .share,
    required: true
  ) { node, diagnostics in node.share(of: "'above'", &diagnostics) }.such(as: "85%")
  private static let paceKey = Key<Double>.number(
    "pace-at-full", "the pace of somebody who has had work all the time", "a share of the pace",
    example: "90%", in: 0.1...10, required: true
  ).such(as: "90%")
  private static let memoryKey = Key<TimeSpan>(
    "remembered", "how long a busy time is felt", shape: .timeSpan
  ) { node, diagnostics in node.timeSpan(of: "'remembered'", &diagnostics) }
  .otherwise("1 h").such(as: "1 h")
  private static let tiringKeys = [
    aboveKey.description, paceKey.description, memoryKey.description,
  ]

  private static let headKeys = [
    nameKey.description, routingKey.description, liveFirstKey.description,
    interruptKey.description, orderKey.description, ageingKey.description, endKey.description,
    rereadingKey.description, lostKey.description, tiringKey.description,
    MemberReader.absenceKey.description, MemberReader.latenessKey.description,
    MemberReader.interruptionsKey.description,
  ]

  /// What a file may say.
  package static let file = Shape.record([
    teamKey.description, shiftsKey.description, peopleKey.description,
  ])

  @Sendable private static func tiring(
    _ node: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> Team.Tiring? {
    guard let record = Record(node, subject: "'tiring'", keys: tiringKeys, into: &diagnostics)
    else { return nil }
    let above = record.required(aboveKey, &diagnostics)
    let pace = record.required(paceKey, &diagnostics)
    let memory = record.optional(memoryKey, &diagnostics)
    guard let above, let pace else { return nil }
    guard above.fraction <= 0.99 else {
      diagnostics.error(
        "team.tiring", "above \(above) of the time there is nothing left to tire in",
        at: record.entry(aboveKey.name)?.value.place, fixIt: "write at most 99%")
      return nil
    }
    let seconds = min(max(Double(memory?.seconds ?? 3600), 1), 1e6)
    return Team.Tiring(above: above.fraction, paceAtFull: pace, memory: seconds)
  }

  /// Reads a team; only to be relied on when there are no errors.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - catalogue: Names and hours; nil where they are not to be looked up.
  ///   - workload: Skills, topics and priorities; nil where they are not to be looked up.
  ///   - diagnostics: Where everything wrong is reported.
  /// - Returns: What could be read; nil when it is no team at all.
  /// - Complexity: O(bytes).
  package static func read(
    _ text: SourceText, catalogue: Catalogue?, workload: Workload?,
    into diagnostics: inout Diagnostics
  ) -> Team? {
    guard
      let root = PlanningFile.root(
        of: text, id: "team.empty", advice: "begin it with team: and people:", &diagnostics),
      let file = Record(root, subject: "a team", keys: file.keys, into: &diagnostics)
    else { return nil }
    var name: String?
    var rules = Team.Rules()
    var common = MemberReader.Common()
    if let node = file.required(teamKey, &diagnostics),
      let head = Record(node, subject: "'team'", keys: headKeys, into: &diagnostics)
    {
      name = head.optional(nameKey, &diagnostics)
      rules = readRules(head, catalogue, workload, &diagnostics)
      common.absence = head.optional(MemberReader.absenceKey, &diagnostics)?.fraction ?? 0
      common.lateness = head.optional(MemberReader.latenessKey, &diagnostics)?.distribution
      common.interruptions = head.optional(MemberReader.interruptionsKey, &diagnostics)
    }
    var shifts: [Team.Shift] = []
    for entry in file.optional(shiftsKey, &diagnostics)?
      .entries(of: "'shifts'", &diagnostics) ?? []
    {
      let calendars = catalogue?.calendars.map(\.name)
      if let shift = ShiftReader.read(entry, calendars: calendars, &diagnostics) {
        shifts.append(shift)
      }
    }
    let skills = workload.flatMap { workload in catalogue.map { workload.skills(in: $0) } }
    var members: [Team.Member] = []
    if let people = file.required(peopleKey, &diagnostics) {
      let entries = people.entries(of: "'people'", &diagnostics)
      if entries.isEmpty, !diagnostics.hasErrors {
        diagnostics.error(
          "team.nobody", "there is nobody on this team", at: people.firstLine,
          fixIt: "write who is there, such as Ola: {skills: [email], works: early}")
      }
      for entry in entries {
        if let member = MemberReader.read(
          entry, shifts: shifts, skills: skills, common, &diagnostics)
        {
          members.append(member)
        }
      }
    }
    let team = Team(name: name, rules: rules, shifts: shifts, members: members)
    if !diagnostics.hasErrors {
      team.checkBreaks(&diagnostics)
      if let catalogue, let workload { team.checkHours(catalogue, workload, &diagnostics) }
    }
    return team
  }

  private static func readRules(
    _ head: Record, _ catalogue: Catalogue?, _ workload: Workload?,
    _ diagnostics: inout Diagnostics
  ) -> Team.Rules {
    var rules = Team.Rules()
    rules.routing = head.optional(routingKey, &diagnostics) ?? .longestIdle
    rules.liveFirst = head.optional(liveFirstKey, &diagnostics) ?? true
    rules.interruptsDeferred = head.optional(interruptKey, &diagnostics) ?? false
    rules.endOfShift = head.optional(endKey, &diagnostics) ?? .finish
    rules.rereading = head.optional(rereadingKey, &diagnostics)?.distribution
    rules.lostAtHandover = head.optional(lostKey, &diagnostics)?.fraction ?? 0
    rules.ageing = head.optional(ageingKey, &diagnostics).map { Double($0.seconds) }
    rules.tiring = head.optional(tiringKey, &diagnostics)
    if let node = head.optional(orderKey, &diagnostics) {
      let known = workload.flatMap { workload in catalogue.map { workload.ordered(in: $0) } }
      for node in node.elements(of: "order", &diagnostics) {
        guard let name = node.text(of: "a name in 'order'", &diagnostics) else { continue }
        if rules.order.contains(name) {
          diagnostics.error(
            "list.duplicate", "'\(name.shortened)' stands here twice", at: node.place,
            fixIt: "delete one of them")
        }
        rules.order.append(name)
        guard let known, !known.contains(name) else { continue }
        diagnostics.error(
          "name.unknown", "'\(name.shortened)' is no channel, topic or priority of the workload",
          at: node.place,
          fixIt: nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
            ?? "known: \(known.joined(separator: ", "))")
      }
    }
    if rules.lostAtHandover > 0, rules.endOfShift == .finish,
      let place = head.entry(lostKey.name)?.key.place
    {
      diagnostics.warning(
        "team.hand-over", "work in hand is finished, so nothing of it is lost", at: place,
        fixIt: "write end-of-shift: hand-over, or delete it")
    }
    return rules
  }
}

extension Workload {
  /// What somebody may be able to do: the channels, and whatever contacts ask for.
  package func skills(in catalogue: Catalogue) -> [String] {
    var names = catalogue.channels.map(\.name)
    for channel in channels {
      for profile in [channel.profile] + channel.topics.map(\.profile) {
        for skill in [profile.skill, profile.transfer?.skill].compactMap({ $0 })
        where !names.contains(skill) {
          names.append(skill)
        }
      }
    }
    return names
  }

  /// What an order of urgency may name.
  fileprivate func ordered(in catalogue: Catalogue) -> [String] {
    var names = catalogue.channels.map(\.name)
    for channel in channels {
      let own =
        channel.topics.map(\.name)
        + ([channel.profile] + channel.topics.map(\.profile)).compactMap(\.priority)
      for name in own where !names.contains(name) { names.append(name) }
    }
    return names
  }
}
