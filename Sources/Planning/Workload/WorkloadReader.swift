package import Diagnostics
import ServiceTime
import Simulation
package import SourceYAML
import Standards

/// Reads a workload from its YAML file.
package enum WorkloadReader {
  private static let workloadKey = Key<YAMLNode>(
    "workload", "the desk as a whole", shape: .record(headKeys), required: true
  ) { node, _ in node }
  private static let channelsKey = Key<YAMLNode>(
    "channels", "the channels, by name", shape: .mapping(to: .record(channelKeys))
  ) { node, _ in node }
  private static let nameKey = Key<String>.text("name", "the workload's name")
  private static let occupancyKey = Key<Share>.share(
    "occupancy-at-most", "the largest share of the time on duty that anybody works"
  ).otherwise("no bound").such(as: "85%")
  private static let shrinkageKey = Key<YAMLNode>(
    "shrinkage", "what keeps people from the desk while they are paid",
    shape: .record(shrinkageKeys)
  ) { node, _ in node }.otherwise("nobody is away").such(
    as: "{combine: product, parts: {breaks: 8%, sickness: 4%}}")
  private static let combineKey = Key<Workload.Combination>.choice(
    "combine", "how the parts are put together: each takes from what the others leave, or added up"
  ).otherwise("product").such(as: "product")
  private static let partsKey = Key<YAMLNode>(
    "parts", "the parts by name", shape: .mapping(to: .share), required: true
  ) { node, _ in node }
  private static let variationKey = Key<Double>.variation(
    "day-variation", "standard deviation ÷ mean of a factor that all contacts of a day share"
  ).otherwise("0%").such(as: "8%")
  private static let topicsKey = Key<YAMLNode>(
    "topics",
    "what some contacts are about, by topic, and how they differ: any of the channel's keys",
    shape: .mapping(to: .record(topicKeys))
  ) { node, _ in node }.such(as: "{outage: {share: 6%, priority: urgent}}")
  private static let topicShareKey = Key<Share>.share(
    "share", "how many contacts are about it where the demand does not tell topics"
  ).otherwise("0%: only what the demand tells").such(as: "6%")
  private static let incidentsKey = Key<YAMLNode>(
    "incidents", "what brings many contacts at once, by name",
    shape: .mapping(to: .record(IncidentReader.keys))
  ) { node, _ in node }

  /// A time that may vary, as several keys have it.
  package static let varyingTime = VaryingTimeReader.shape

  /// What a file may say.
  package static let file = Shape.record([
    workloadKey.description, channelsKey.description, incidentsKey.description,
  ])

  /// More than any desk is away; what is left must not vanish in a division.
  private static let mostShrinkage = 0.9

  private static let headKeys = [
    nameKey.description, occupancyKey.description, shrinkageKey.description,
    variationKey.description,
  ]
  private static let shrinkageKeys = [combineKey.description, partsKey.description]
  private static let channelKeys =
    [ContactProfileReader.handlingKey.description, occupancyKey.description]
    + ContactProfileReader.keys.dropFirst() + [topicsKey.description]
  private static let topicKeys = [topicShareKey.description] + ContactProfileReader.keys

  /// Reads a workload; only to be relied on when there are no errors.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - names: The catalogue's names, so that a misspelt one is noticed.
  ///   - diagnostics: Where everything wrong is reported.
  /// - Returns: What could be read; nil when it is no workload at all.
  /// - Complexity: O(bytes).
  package static func read(
    _ text: SourceText, names: KnownNames, into diagnostics: inout Diagnostics
  ) -> Workload? {
    guard
      let root = PlanningFile.root(
        of: text, id: "workload.empty", advice: "begin it with workload: and channels:",
        &diagnostics),
      let file = Record(root, subject: "a workload", keys: file.keys, into: &diagnostics)
    else { return nil }
    // What is wrong with the head hides nothing of what follows.
    let head = file.required(workloadKey, &diagnostics).flatMap {
      Record($0, subject: "'workload'", keys: headKeys, into: &diagnostics)
    }
    let name = head?.optional(nameKey, &diagnostics)
    let occupancy = head.flatMap { Self.occupancy(in: $0, &diagnostics) }
    var shrinkage = 0.0
    var combination = Workload.Combination.product
    if let node = head?.optional(shrinkageKey, &diagnostics),
      let record = Record(node, subject: "'shrinkage'", keys: shrinkageKeys, into: &diagnostics)
    {
      combination = record.optional(combineKey, &diagnostics) ?? .product
      shrinkage = readShrinkage(record, combination, &diagnostics)
    }
    let variation = head?.optional(variationKey, &diagnostics)
    var channels: [Workload.Channel] = []
    for entry in file.optional(channelsKey, &diagnostics)?
      .entries(of: "'channels'", &diagnostics) ?? []
    {
      names.check(channel: entry.key, &diagnostics)
      if let channel = channel(entry, names, &diagnostics) { channels.append(channel) }
    }
    var incidents: [Workload.Incident] = []
    for entry in file.optional(incidentsKey, &diagnostics)?
      .entries(of: "'incidents'", &diagnostics) ?? []
    {
      // An error elsewhere must not hide what is wrong with this one.
      var found = Diagnostics()
      if let incident = IncidentReader.read(entry, channels, names, &found) {
        incidents.append(incident)
      }
      diagnostics.append(contentsOf: found)
    }
    return Workload(
      name: name, occupancyAtMost: occupancy, shrinkage: shrinkage, combination: combination,
      dayVariation: variation ?? 0, channels: channels, incidents: incidents)
  }

  /// Reads a workload of which only the channels' names are known.
  package static func read(
    _ text: SourceText, knownChannels: [String], into diagnostics: inout Diagnostics
  ) -> Workload? {
    read(text, names: KnownNames(channels: knownChannels), into: &diagnostics)
  }

  private static func channel(
    _ entry: YAMLEntry, _ names: KnownNames, _ diagnostics: inout Diagnostics
  ) -> Workload.Channel? {
    let subject = "channel '\(entry.keyText.shortened)'"
    guard
      let record = Record(entry.value, subject: subject, keys: channelKeys, into: &diagnostics)
    else { return nil }
    let channel = names.channel(named: entry.keyText)
    let profile = ContactProfileReader.read(record, on: channel, &diagnostics)
    ContactProfileReader.checkShares(profile, at: entry.key.place, subject, &diagnostics)
    let occupancy = Self.occupancy(in: record, &diagnostics)
    var topics: [Workload.Topic] = []
    if let node = record.optional(topicsKey, &diagnostics) {
      topics = readTopics(node, of: profile, on: channel, subject, names, &diagnostics)
    }
    let waiting = ([profile] + topics.map(\.profile)).compactMap(\.waitingAtStart).max()
    ContactProfileReader.checkAge(in: record, of: waiting, &diagnostics)
    return Workload.Channel(
      name: entry.keyText, occupancyAtMost: occupancy, profile: profile, topics: topics)
  }

  private static func readTopics(
    _ node: YAMLNode, of profile: ContactProfile, on channel: ContactChannel?,
    _ channelName: String,
    _ names: KnownNames, _ diagnostics: inout Diagnostics
  ) -> [Workload.Topic] {
    var topics: [Workload.Topic] = []
    for entry in node.entries(of: "'topics'", &diagnostics) {
      if !names.topics.isEmpty, !names.topics.contains(entry.keyText) {
        diagnostics.error(
          "name.unknown", "the catalogue has no topic '\(entry.keyText.shortened)'",
          at: entry.key.place,
          fixIt: nearestName(to: entry.keyText, among: names.topics)
            .map { "did you mean '\($0)'?" } ?? "known: \(names.topics.joined(separator: ", "))")
      }
      let subject = "topic '\(entry.keyText.shortened)'"
      guard
        let record = Record(entry.value, subject: subject, keys: topicKeys, into: &diagnostics)
      else { continue }
      let share = record.optional(topicShareKey, &diagnostics)
      let own = ContactProfileReader.read(record, on: channel, &diagnostics)
      ContactProfileReader.checkShares(
        own.completed(by: profile), at: entry.key.place, subject, &diagnostics)
      ContactProfileReader.checkAge(in: record, of: own.waitingAtStart, &diagnostics)
      topics.append(
        Workload.Topic(name: entry.keyText, share: share?.fraction ?? 0, profile: own))
    }
    let total = topics.reduce(0) { $0 + $1.share }
    if total > 1 + 1e-9 {
      diagnostics.error(
        "workload.shares",
        "the topics of \(channelName) come to \(Int((total * 100).rounded()))% of its contacts",
        at: node.firstLine, fixIt: "write shares that come to at most 100%")
    }
    return topics
  }

  private static func occupancy(
    in record: Record, _ diagnostics: inout Diagnostics
  ) -> Share? {
    guard let share = record.optional(occupancyKey, &diagnostics) else { return nil }
    if share.fraction > 0 { return share }
    diagnostics.error(
      "workload.occupancy", "people who may never work need no plan",
      at: record.entry(occupancyKey.name)?.value.place, fixIt: "write a share such as 85%")
    return nil
  }

  private static func readShrinkage(
    _ record: Record, _ combination: Workload.Combination, _ diagnostics: inout Diagnostics
  ) -> Double {
    guard let node = record.required(partsKey, &diagnostics) else { return 0 }
    var sum = 0.0
    var product = 0.0
    for entry in node.entries(of: "'parts'", &diagnostics) {
      guard let share = entry.value.share(of: "'\(entry.keyText)'", &diagnostics) else { continue }
      sum += share.fraction
      product += share.fraction * (1 - product)
    }
    let total = combination == .sum ? sum : product
    guard total <= mostShrinkage else {
      diagnostics.error(
        "workload.shrinkage",
        "the parts come to \(Int((total * 100).rounded()))% of paid time"
          + (total < 1 ? "" : ": nobody is left"), at: node.firstLine,
        fixIt: "write shares of paid time that come to at most 90%")
      return 0
    }
    return total
  }
}
