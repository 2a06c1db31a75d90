import Diagnostics
import ServiceTime
import Simulation
import SourceYAML
import Standards

/// Reads one entry of `incidents`.
enum IncidentReader {
  private static let everyKey = Key<TimeSpan>(
    "every", "the mean time between two", shape: .timeSpan, required: true
  ) { node, diagnostics in node.timeSpan(of: "'every'", &diagnostics) }.such(as: "3 weeks")
  /// More than these nobody would call incidents.
  private static let mostPerDay = 1000
  private static let contactsKey = Key<Int>.wholeNumber(
    "contacts", "how many contacts one brings, on average", in: 1...1_000_000
  ).such(as: "60")
  private static let variationKey = Key<Double>.variation(
    "contacts-vary", "standard deviation ÷ mean of that number over incidents"
  ).otherwise("0%").such(as: "50%")
  private static let channelsKey = Key<YAMLNode>(
    "channels", "how many of them come on which channel", shape: .mapping(to: .share),
    required: true
  ) { node, _ in node }.such(as: "{phone: 50%, chat: 20%, email: 30%}")
  private static let topicKey = Key<String>.text(
    "topic", "what they are about, for channels that have such a topic above"
  ).such(as: "outage")
  private static let fadeKey = Key<TimeSpan>(
    "fades-after", "the mean time from its begin to a contact about it", shape: .timeSpan
  ) { node, diagnostics in node.timeSpan(of: "'fades-after'", &diagnostics) }
  .otherwise("1 h").such(as: "40 min")
  private static let pageKey = Key<YAMLNode>(
    "status-page", "who need not ask, since a page or an announcement says it",
    shape: .record(pageKeys)
  ) { node, _ in node }.such(as: "{after: 15 min, keeps-away: 40%}")
  private static let afterKey = Key<TimeSpan>(
    "after", "how long after the begin it says so", shape: .timeSpan, required: true
  ) { node, diagnostics in node.timeSpan(of: "'after'", &diagnostics) }.such(as: "15 min")
  private static let awayKey = Key<Share>(
    "keeps-away", "how many of those who would come from then on", shape: .share, required: true
  ) { node, diagnostics in node.share(of: "'keeps-away'", &diagnostics) }.such(as: "40%")

  private static let pageKeys = [afterKey.description, awayKey.description]
  static let keys = [
    everyKey.description, contactsDescription, variationKey.description,
    channelsKey.description, topicKey.description, fadeKey.description, pageKey.description,
  ]

  /// The number must be there, which a key of whole numbers does not say itself.
  private static let contactsDescription = KeyDescription(
    contactsKey.name, contactsKey.description.summary, contactsKey.description.shape,
    required: true, example: contactsKey.description.example)

  static func read(
    _ entry: YAMLEntry, _ channels: [Workload.Channel], _ names: KnownNames,
    _ diagnostics: inout Diagnostics
  ) -> Workload.Incident? {
    guard
      let record = Record(
        entry.value, subject: "incident '\(entry.keyText)'", keys: keys, into: &diagnostics)
    else { return nil }
    let every = record.required(everyKey, &diagnostics)
    if let every, every.seconds * mostPerDay < 86_400 {
      diagnostics.error(
        "workload.incident", "incidents every \(every) are more than \(mostPerDay) a day",
        at: record.entry(everyKey.name)?.value.place,
        fixIt: "write the mean time between two, such as every: 3 weeks")
    }
    let hasContacts = record.requiredValue(of: contactsDescription, &diagnostics) != nil
    let contacts = hasContacts ? record.optional(contactsKey, &diagnostics) : nil
    let variation = record.optional(variationKey, &diagnostics)
    let shares = record.required(channelsKey, &diagnostics)
      .flatMap { self.shares($0, names, &diagnostics) }
    let topic = record.optional(topicKey, &diagnostics)
    if let topic { check(topic, in: record, channels, &diagnostics) }
    let fade = record.optional(fadeKey, &diagnostics)
    var (after, away) = (0.0, 0.0)
    if let node = record.optional(pageKey, &diagnostics),
      let page = Record(node, subject: "'status-page'", keys: pageKeys, into: &diagnostics)
    {
      after = Double(page.required(afterKey, &diagnostics)?.seconds ?? 0)
      away = page.required(awayKey, &diagnostics)?.fraction ?? 0
    }
    guard let every, let contacts, let shares,
      let size = size(contacts, variation)
    else { return nil }
    return Workload.Incident(
      name: entry.keyText, every: Double(every.seconds), contacts: size, channels: shares,
      topic: topic, fade: Double(fade?.seconds ?? 3600), keptAway: away, announcedAfter: after)
  }

  private static func size(_ mean: Int, _ variation: Double?) -> Distribution? {
    guard let variation else { return try? .constant(Double(mean)) }
    return try? .gamma(mean: Double(mean), variation: variation)
  }

  /// The channels' shares; nil after reporting what is wrong with them.
  private static func shares(
    _ node: YAMLNode, _ names: KnownNames, _ diagnostics: inout Diagnostics
  ) -> [(name: String, share: Double)]? {
    var shares: [(name: String, share: Double)] = []
    for entry in node.entries(of: "'channels'", &diagnostics) {
      names.check(channel: entry.key, &diagnostics)
      guard let share = entry.value.share(of: "'\(entry.keyText)'", &diagnostics) else { continue }
      shares.append((entry.keyText, share.fraction))
    }
    let total = shares.reduce(0) { $0 + $1.share }
    guard !shares.isEmpty, !diagnostics.hasErrors else { return nil }
    guard abs(total - 1) < 1e-6 else {
      diagnostics.error(
        "workload.shares",
        "the channels' shares come to \(Int((total * 100).rounded()))% of the incident's contacts",
        at: node.firstLine, fixIt: "write shares that come to 100%")
      return nil
    }
    return shares
  }

  private static func check(
    _ topic: String, in record: Record, _ channels: [Workload.Channel],
    _ diagnostics: inout Diagnostics
  ) {
    let known = channels.flatMap { $0.topics.map(\.name) }
    guard !known.contains(topic), let place = record.entry(topicKey.name)?.value.place else {
      return
    }
    diagnostics.error(
      "name.unknown", "no channel has a topic '\(topic.shortened)' here", at: place,
      fixIt: nearestName(to: topic, among: known).map { "did you mean '\($0)'?" }
        ?? "write it under 'topics' of a channel, or leave it out")
  }
}

extension KnownNames {
  /// Reports a channel that the catalogue does not have.
  func check(channel node: YAMLNode, _ diagnostics: inout Diagnostics) {
    let name = node.scalarText ?? ""
    guard !channels.contains(name) else { return }
    diagnostics.error(
      "name.unknown", "the catalogue has no channel '\(name.shortened)'", at: node.place,
      fixIt: nearestName(to: name, among: channels).map { "did you mean '\($0)'?" }
        ?? "known: \(channels.joined(separator: ", "))")
  }
}
