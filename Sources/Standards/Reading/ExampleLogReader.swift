import Diagnostics
import ServiceTime
import SourceYAML

/// Reads an example that is a ticket in a few lines.
enum ExampleLogReader {
  private static let logKey = Key<[YAMLNode]>.records(
    "log", "what happened to the ticket, line by line", keys: ExampleEventReader.keys,
    required: true)
  private static let takesKey = Key<Examples.Placed<TimeSpan>>.counted(
    "takes", "the opening time that decides")
  private static let verdictKey = Key<Examples.Outcome>(
    "verdict", "what becomes of it; met under 'pass' and missed under 'fail' if left out",
    shape: .choice(Examples.Outcome.allCases.map { $0.rawValue })
  ) { node, diagnostics in
    guard let word = node.text(of: "'verdict'", &diagnostics) else { return nil }
    if let outcome = Examples.Outcome(rawValue: word) { return outcome }
    // The nearest word may mean the opposite: "passed" looks like "missed".
    diagnostics.error(
      "value.choice", "'verdict' cannot be '\(word.shortened)'", at: node.place,
      fixIt: "write met, missed, undecided or not-applicable")
    return nil
  }
  private static let idKey = Key<String>.text(
    "id", "the number of the ticket, where a message or a merge names it; example if left out")
  private static let channelKey = Key<String>.text(
    "channel", "how the customer came in; the first of the standard's channels if left out")
  private static let topicKey = Key<String>.text(
    "topic", "what it is about; the first of the standard's topics if left out")
  private static let priorityKey = Key<String>.text(
    "priority", "how urgent it is at first; the first of the standard's priorities if left out")
  private static let segmentKey = Key<String>.text(
    "segment", "which customer it is from; the first of the standard's segments if left out")
  private static let asOfKey = Key<Examples.Placed<WrittenMoment>>.moment(
    "as-of", "the moment up to which the log is known; its last line if left out")
  private static let fieldsKey = Key<[YAMLEntry]>(
    "fields", "what else the ticket carries, by name", shape: .mapping(to: .text)
  ) { node, diagnostics in node.entries(of: "'fields'", &diagnostics) }

  static let keys = [
    logKey.description, takesKey.description, verdictKey.description, idKey.description,
    channelKey.description, topicKey.description, priorityKey.description, segmentKey.description,
    asOfKey.description,
    fieldsKey.description,
  ]

  /// Reads the log; nil when a part of it is wrong.
  ///
  /// - Parameters:
  ///   - side: Where it stands, which says what becomes of it unless it says so itself.
  ///   - requirement: What the standard asks, if that could be read.
  static func read(
    _ node: YAMLNode, _ side: Examples.Side, for requirement: Requirement?,
    _ reading: inout CatalogueReading
  ) -> Examples.Log? {
    guard
      let record = Record(
        node, subject: "an example that is a log", keys: keys, into: &reading.diagnostics)
    else { return nil }
    let lines = record.required(logKey, &reading.diagnostics)
    let events = lines?.compactMap { ExampleEventReader.read($0, &reading) }
    let takes = record.optional(takesKey, &reading.diagnostics)
    let outcome = outcome(in: record, side, &reading.diagnostics)
    let id = record.optional(idKey, &reading.diagnostics)
    let channel = record.optional(channelKey, &reading.diagnostics)
    let topic = record.optional(topicKey, &reading.diagnostics)
    let priority = record.optional(priorityKey, &reading.diagnostics)
    let segment = record.optional(segmentKey, &reading.diagnostics)
    let asOf = record.optional(asOfKey, &reading.diagnostics)
    let fields = fields(in: record, &reading.diagnostics)
    for (namespace, name, key) in [
      (CatalogueReading.Namespace.channel, channel, channelKey.name),
      (.topic, topic, topicKey.name),
    ] {
      guard let name, let place = record.entry(key)?.value.place else { continue }
      reading.refer(to: namespace, name, at: place)
    }
    guard let lines, let events, let outcome, let fields, !events.isEmpty,
      events.count == lines.count
    else { return nil }
    if outcome != .notApplicable, requirement?.needsCustomer == true,
      !events.contains(where: \.isFromCustomer)
    {
      reading.diagnostics.error(
        "example.customer", "no customer writes in this log, so no clock starts",
        at: record.entry(logKey.name)?.key.place,
        fixIt: "add a line such as {at: 2026-03-02 09:00, customer: …}, or verdict: not-applicable")
      return nil
    }
    return Examples.Log(
      events: events, asOf: asOf, takes: takes, outcome: outcome, id: id, channel: channel,
      topic: topic, priority: priority, segment: segment, fields: fields)
  }

  /// What becomes of it; nil, and reported, when that contradicts the side.
  private static func outcome(
    in record: Record, _ side: Examples.Side, _ diagnostics: inout Diagnostics
  ) -> Examples.Outcome? {
    guard let entry = record.entry(verdictKey.name) else {
      return side == .pass ? .met : .missed
    }
    guard let outcome = record.optional(verdictKey, &diagnostics) else { return nil }
    let other: Examples.Side
    switch (side, outcome) {
    case (.pass, .missed): other = .fail
    case (.fail, .met), (.fail, .notApplicable): other = .pass
    default: return outcome
    }
    diagnostics.error(
      "example.side", "what is '\(outcome.rawValue)' cannot stand under '\(side.rawValue)'",
      at: entry.value.place, fixIt: "move the example under '\(other.rawValue)'")
    return nil
  }

  /// The names that an example says by keys of its own.
  private static let keysBesideFields = [
    idKey.name, channelKey.name, topicKey.name, priorityKey.name,
  ]

  private static func fields(
    in record: Record, _ diagnostics: inout Diagnostics
  ) -> [Examples.Field]? {
    guard record.entry(fieldsKey.name) != nil else { return [] }
    guard let entries = record.optional(fieldsKey, &diagnostics) else { return nil }
    var fields: [Examples.Field] = []
    for entry in entries {
      if keysBesideFields.contains(entry.keyText) {
        diagnostics.error(
          "example.field", "'\(entry.keyText)' is no field here, but a key beside 'log'",
          at: entry.key.place, fixIt: "write it beside 'log'")
      } else if let text = entry.value.scalarText, !entry.value.isNothing {
        fields.append(Examples.Field(name: entry.keyText, text: text))
      } else {
        diagnostics.error(
          "value.type",
          "the field '\(entry.keyText.shortened)' must be a text, not \(entry.value.kindInWords)",
          at: entry.value.isNothing ? entry.key.place : entry.value.firstLine,
          fixIt: "write what the ticket says there, or \"\" for nothing")
      }
    }
    return fields.count == entries.count ? fields : nil
  }
}

extension Requirement {
  /// Whether a ticket in which no customer writes has nothing that could be measured.
  fileprivate var needsCustomer: Bool {
    // A call needs no words to be picked up.
    if case .pickUp = self { return false }
    return kind.card.subject == .time
  }
}

extension Examples.Event {
  /// Whether a customer writes by hand.
  fileprivate var isFromCustomer: Bool {
    if case .message(.customer, _, isAutomatic: false) = kind { true } else { false }
  }
}
