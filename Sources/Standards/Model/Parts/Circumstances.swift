import Diagnostics
import SourceYAML

/// Circumstances of a ticket; all that are named must hold.
package struct Circumstances: Hashable, Sendable {
  /// What the ticket is about: one of these; empty when it does not matter.
  package var topics: [String] = []
  /// How urgent it is: one of these; empty when it does not matter.
  package var priorities: [String] = []

  /// Creates circumstances in which every ticket is.
  package init() {}

  /// The circumstances as the catalogue lists them: `topic outage, complaint`.
  package var inWords: String? {
    let parts = [("topic", topics), ("priority", priorities)].filter { !$0.1.isEmpty }
    let words = parts.map { "\($0.0) \($0.1.joined(separator: ", "))" }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}

/// The keys of circumstances.
enum CircumstanceKeys {
  static let topic = Key<[YAMLNode]>.names(
    "topic", "what the ticket is about: one of these", of: "topic"
  ).such(as: "[outage, complaint]")
  static let priority = Key<[YAMLNode]>.names(
    "priority", "how urgent it is: one of these", of: "priority"
  ).such(as: "[high, urgent]")
}

extension Key where Value == YAMLNode {
  /// What a ticket is about.
  static func topics(_ name: String, _ summary: String) -> Key<YAMLNode> {
    .circumstances(name, summary, of: [CircumstanceKeys.topic.description])
  }

  /// What a ticket is about and how urgent it is.
  static func circumstances(_ name: String, _ summary: String) -> Key<YAMLNode> {
    .circumstances(
      name, summary,
      of: [CircumstanceKeys.topic.description, CircumstanceKeys.priority.description])
  }

  private static func circumstances(
    _ name: String, _ summary: String, of keys: [KeyDescription]
  ) -> Key<YAMLNode> {
    .record(name, summary, keys: keys, rules: [.atLeastOne(keys.map { $0.name })])
  }
}

extension CatalogueReading {
  /// Reads circumstances; none when they are left out.
  mutating func circumstances(_ key: Key<YAMLNode>, in record: Record) -> Circumstances {
    var circumstances = Circumstances()
    guard let when = self.record(key, in: record) else { return circumstances }
    circumstances.topics = names(CircumstanceKeys.topic, in: when, from: .topic) ?? []
    // Where the kind asks for topics only, a priority is an unknown key and was reported.
    var keys = [CircumstanceKeys.topic.name]
    if case .record(let known, _) = key.description.shape,
      known.contains(CircumstanceKeys.priority.description)
    {
      keys.append(CircumstanceKeys.priority.name)
      circumstances.priorities = names(CircumstanceKeys.priority, in: when) ?? []
    }
    requireOne(
      of: keys, in: when, fault: "means every ticket", fixIt: "add topic: [outage], or leave it out"
    )
    return circumstances
  }
}
