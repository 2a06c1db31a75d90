import Diagnostics
import SourceYAML

/// Reads `applies-to`.
enum ScopeReader {
  private static let channelKey = Key<[YAMLNode]>.names(
    "channel", "on which channels", of: "channel"
  ).otherwise("all").such(as: "[email, form]")
  private static let topicKey = Key<[YAMLNode]>.names(
    "topic", "what the ticket is about", of: "topic"
  ).otherwise("anything").such(as: "[outage, complaint]")
  private static let priorityKey = Key<[YAMLNode]>.names(
    "priority", "how urgent it is", of: "priority"
  ).otherwise("any").such(as: "[urgent]")
  private static let segmentKey = Key<[YAMLNode]>.names(
    "segment", "for which customers", of: "segment"
  ).otherwise("all").such(as: "[business]")
  private static let languageKey = Key<[YAMLNode]>.names(
    "language", "in which languages", of: "language"
  ).otherwise("all").such(as: "[pl, cs]")
  private static let stageKey = Key<Scope.Stage>.choice(
    "stage", "which replies are meant"
  ).otherwise("each reply, or the ticket where the kind judges tickets").such(as: "first-reply")

  static let keys = [
    channelKey.description, topicKey.description, priorityKey.description, segmentKey.description,
    languageKey.description, stageKey.description,
  ]

  static func read(
    _ node: YAMLNode, of subject: String, _ reading: inout CatalogueReading
  ) -> Scope {
    var scope = Scope()
    guard
      let record = Record(
        node, subject: "'applies-to' of \(subject)", keys: keys, into: &reading.diagnostics)
    else { return scope }
    scope.channels = reading.names(channelKey, in: record, from: .channel)
    scope.topics = reading.names(topicKey, in: record, from: .topic)
    scope.priorities = reading.names(priorityKey, in: record)
    scope.segments = reading.names(segmentKey, in: record)
    scope.languages = reading.names(languageKey, in: record, from: .language)
    scope.stage = record.optional(stageKey, &reading.diagnostics)
    return scope
  }
}
