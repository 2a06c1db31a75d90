import Diagnostics
import ServiceTime
import SourceYAML

/// Reads a line of an example's log.
enum ExampleEventReader {
  private static let atKey = Key<Examples.Placed<WrittenMoment>>.moment(
    "at",
    "when it happened; a time alone is on the day of the line before, +10 min is so much later",
    required: true)
  private static let customerKey = Key<String>.text("customer", "what the customer writes")
  private static let agentKey = Key<String>.text("agent", "what one of us writes to the customer")
  private static let systemKey = Key<String>.text(
    "system", "what a machine writes to the customer")
  private static let noteKey = Key<String>.text("note", "a note that only the team sees")
  private static let statusKey = Key<Examples.Event.Status>.choice(
    "status", "the state of the ticket from now on")
  private static let assignKey = Key<String>.text("assign", "who looks after it from now on")
  private static let groupKey = Key<String>.text(
    "group", "the group that looks after it from now on")
  private static let priorityKey = Key<String>.text("priority", "how urgent it is from now on")
  private static let channelKey = Key<String>.text("channel", "the channel that it goes on in")
  private static let answeredKey = Key<String>(
    "answered", "a call or chat is picked up: true, or by whom", shape: .oneOf([.boolean, .text])
  ) { node, diagnostics in
    refuseFalse(node, of: "answered", &diagnostics)
      ? nil : node.text(of: "'answered'", &diagnostics)
  }
  private static let abandonedKey = Key<Bool>(
    "abandoned", "the customer gives up waiting: true", shape: .boolean
  ) { node, diagnostics in
    if refuseFalse(node, of: "abandoned", &diagnostics) { return nil }
    if node.plainText == "true" { return true }
    diagnostics.error(
      "value.boolean", "'abandoned' is true, not \(node.kindInWords)", at: node.place,
      fixIt: "write true")
    return nil
  }
  private static let workKey = Key<Int>(
    "work", "how long somebody worked on it, in seconds where it has no unit",
    shape: .oneOf([.timeSpan, .wholeNumber(workSeconds)])
  ) { node, diagnostics in work(node, &diagnostics) }
  private static let ratingKey = Key<Double>(
    "rating", "the mark that the customer gives",
    shape: .written("a number", example: "9", pattern: "^ *[+-]?[0-9.,]+ *$", orNumber: true)
  ) { node, diagnostics in number(node, &diagnostics) }
  private static let surveyKey = Key<Survey.Scale>.choice(
    "survey", "the customer is asked what the service was like")
  private static let mergeKey = Key<String>.text(
    "merge", "the id of the ticket that this one goes on as")
  private static let byKey = Key<String>.text("by", "which colleague it is")
  private static let automaticKey = Key<Bool>.boolean(
    "automatic", "whether a machine wrote the message; true for system if left out")
  private static let scaleKey = Key<Survey.Scale>.choice("scale", "what the customer was asked")

  /// The keys of which each line has one.
  private static let happenings = [
    customerKey.description, agentKey.description, systemKey.description, noteKey.description,
    statusKey.description, assignKey.description, groupKey.description, priorityKey.description,
    channelKey.description, answeredKey.description, abandonedKey.description,
    workKey.description, ratingKey.description, surveyKey.description, mergeKey.description,
  ]

  static let keys =
    [atKey.description] + happenings
    + [byKey.description, automaticKey.description, scaleKey.description]

  /// Reads a line; nil, and reported, when it is wrong.
  static func read(
    _ node: YAMLNode, _ reading: inout CatalogueReading
  ) -> Examples.Event? {
    guard
      let record = Record(
        node, subject: "a line of the log", keys: keys, into: &reading.diagnostics)
    else { return nil }
    let at = record.required(atKey, &reading.diagnostics)
    guard let name = happening(in: record, &reading.diagnostics),
      areExtrasInPlace(in: record, of: name, &reading.diagnostics)
    else { return nil }
    let by = record.optional(byKey, &reading.diagnostics)
    let kind = kind(name, in: record, &reading)
    guard let at, let kind, by != nil || record.entry(byKey.name) == nil else { return nil }
    // The one who picked up may stand in the place of `true`.
    let picker = name == answeredKey.name ? pickedUp(in: record) : nil
    return Examples.Event(at: at, by: by ?? picker, kind: kind, place: node.firstLine)
  }

  /// The key that says what happened; nil, and reported, when there is none or more than one.
  private static func happening(
    in record: Record, _ diagnostics: inout Diagnostics
  ) -> String? {
    var found = happenings.compactMap { record.entry($0.name) }
    // Somebody of a group is one thing.
    if record.entry(assignKey.name) != nil { found.removeAll { $0.keyText == groupKey.name } }
    guard let first = found.first else {
      if record.hasUnknownKeys(among: keys) { return nil }
      diagnostics.error(
        "example.event", "nothing happens in this line of the log", at: record.node.firstLine,
        fixIt: "add one of \(happenings.map(\.name).joined(separator: ", "))")
      return nil
    }
    guard found.count == 1 else {
      diagnostics.error(
        "example.event",
        "this line of the log says two things, '\(first.keyText)' and '\(found[1].keyText)'",
        at: found[1].key.place, fixIt: "write a line of its own for each")
      return nil
    }
    return first.keyText
  }

  /// Reports what says more about another kind of line; false when there is such a thing.
  private static func areExtrasInPlace(
    in record: Record, of name: String, _ diagnostics: inout Diagnostics
  ) -> Bool {
    let messages = [customerKey.name, agentKey.name, systemKey.name]
    let notOurs = [
      customerKey.name, systemKey.name, abandonedKey.name, ratingKey.name, surveyKey.name,
    ]
    let extras = [
      (automaticKey.name, messages.contains(name), "is said of messages"),
      (scaleKey.name, name == ratingKey.name, "is said of a rating"),
      (byKey.name, !notOurs.contains(name), "names a colleague, and '\(name)' is not done by one"),
    ]
    for (key, isInPlace, reason) in extras where !isInPlace {
      guard let entry = record.entry(key) else { continue }
      diagnostics.error(
        "example.event", "'\(key)' \(reason)", at: entry.key.place, fixIt: "delete it")
      return false
    }
    if name == ratingKey.name, record.entry(scaleKey.name) == nil {
      diagnostics.error(
        "key.missing", "a rating needs 'scale': what the customer was asked",
        at: record.node.firstLine, fixIt: "add scale: nps, csat or ces")
      return false
    }
    return true
  }

  private static func kind(
    _ name: String, in record: Record, _ reading: inout CatalogueReading
  ) -> Examples.Event.Kind? {
    func text(_ key: Key<String>, _ diagnostics: inout Diagnostics) -> String? {
      record.optional(key, &diagnostics)
    }
    switch name {
    case customerKey.name: return message(.customer, customerKey, in: record, &reading.diagnostics)
    case agentKey.name: return message(.agent, agentKey, in: record, &reading.diagnostics)
    case systemKey.name: return message(.system, systemKey, in: record, &reading.diagnostics)
    case noteKey.name: return text(noteKey, &reading.diagnostics).map { .note($0) }
    case statusKey.name:
      return record.optional(statusKey, &reading.diagnostics).map { .status($0) }
    case assignKey.name, groupKey.name:
      let agent = text(assignKey, &reading.diagnostics)
      let group = text(groupKey, &reading.diagnostics)
      return agent == nil && group == nil ? nil : .assign(agent: agent, group: group)
    case priorityKey.name: return text(priorityKey, &reading.diagnostics).map { .priority($0) }
    case channelKey.name:
      guard let channel = text(channelKey, &reading.diagnostics),
        let place = record.entry(channelKey.name)?.value.place
      else { return nil }
      reading.refer(to: .channel, channel, at: place)
      return .channel(channel)
    case answeredKey.name: return text(answeredKey, &reading.diagnostics).map { _ in .answered }
    case abandonedKey.name:
      return record.optional(abandonedKey, &reading.diagnostics).map { _ in .abandoned }
    case workKey.name:
      return record.optional(workKey, &reading.diagnostics).map { .work(seconds: $0) }
    case ratingKey.name: return rating(in: record, &reading.diagnostics)
    case surveyKey.name:
      return record.optional(surveyKey, &reading.diagnostics).map { .survey($0) }
    case mergeKey.name: return text(mergeKey, &reading.diagnostics).map { .merge(into: $0) }
    default: return nil
    }
  }

  private static func message(
    _ sender: Examples.Event.Sender, _ key: Key<String>, in record: Record,
    _ diagnostics: inout Diagnostics
  ) -> Examples.Event.Kind? {
    let text = record.optional(key, &diagnostics)
    let isAutomatic = record.optional(automaticKey, &diagnostics)
    guard let text, isAutomatic != nil || record.entry(automaticKey.name) == nil else { return nil }
    return .message(sender, text: text, isAutomatic: isAutomatic ?? (sender == .system))
  }

  private static func pickedUp(in record: Record) -> String? {
    guard let node = record.entry(answeredKey.name)?.value, node.plainText != "true" else {
      return nil
    }
    return node.scalarText
  }
}

// MARK: - Values

extension ExampleEventReader {
  /// More than a leap year on one ticket is a slip.
  private static let workSeconds = 0...31_622_400

  /// Reports `false`: what did not happen has no line.
  private static func refuseFalse(
    _ node: YAMLNode, of name: String, _ diagnostics: inout Diagnostics
  ) -> Bool {
    guard node.plainText == "false" else { return false }
    diagnostics.error(
      "example.event", "a line says what happened, and '\(name)' did not", at: node.place,
      fixIt: "delete the line")
    return true
  }

  private static func work(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Int? {
    let written = node.plainText.flatMap { Int($0) }
    guard let seconds = written ?? node.timeSpan(of: "'work'", &diagnostics)?.seconds else {
      return nil
    }
    guard workSeconds.contains(seconds) else {
      diagnostics.error(
        "value.number", "'work' cannot be '\((node.plainText ?? "").shortened)'", at: node.place,
        fixIt: "write a time of at most a year, such as 4 min")
      return nil
    }
    return seconds
  }

  private static func number(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Double? {
    // The scales other than NPS have the range that the survey gives them.
    if let number = node.plainText.flatMap({ Double($0) }), abs(number) <= 1_000_000 {
      return number
    }
    diagnostics.error(
      "value.number", "'rating' is a number, not \(node.kindInWords)", at: node.place,
      fixIt: "write the mark, such as 9")
    return nil
  }

  private static func rating(
    in record: Record, _ diagnostics: inout Diagnostics
  ) -> Examples.Event.Kind? {
    let score = record.optional(ratingKey, &diagnostics)
    let scale = record.optional(scaleKey, &diagnostics)
    guard let score, let scale else { return nil }
    if scale == .nps, !(0...10).contains(score) {
      diagnostics.error(
        "value.number", "a mark for 'nps' lies between 0 and 10",
        at: record.entry(ratingKey.name)?.value.place, fixIt: "write a number from 0 to 10")
      return nil
    }
    return .rating(scale, score: score)
  }
}

extension Record {
  /// Whether there is a key that was reported as unknown.
  fileprivate func hasUnknownKeys(among keys: [KeyDescription]) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    return entries.contains { entry in !keys.contains { $0.name == entry.keyText } }
  }
}
