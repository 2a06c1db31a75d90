import Diagnostics
import SourceYAML

/// Reads `applies-to`.
enum ScopeReader {
  private static func names(_ name: String, _ summary: String, of what: String) -> Key<[YAMLNode]> {
    Key<[YAMLNode]>.list(name, summary, of: .name(of: what)) { node, diagnostics in
      node.text(of: "a \(what)", &diagnostics).map { _ in node }
    }
  }
  private static let channelKey = names("channel", "on which channels", of: "channel")
  private static let topicKey = names("topic", "what the ticket is about", of: "topic")
  private static let priorityKey = names("priority", "how urgent it is", of: "priority")
  private static let segmentKey = names("segment", "for which customers", of: "segment")
  private static let languageKey = names("language", "in which languages", of: "language")
  private static let stageKey = Key<Scope.Stage>.choice("stage", "which replies are meant")

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
    let channels = record.optional(channelKey, &reading.diagnostics)
    for node in channels ?? [] {
      if let name = node.scalarText { reading.refer(to: .channel, name, at: node.place) }
    }
    scope.channels = channels?.texts
    scope.topics = record.optional(topicKey, &reading.diagnostics)?.texts
    scope.priorities = record.optional(priorityKey, &reading.diagnostics)?.texts
    scope.segments = record.optional(segmentKey, &reading.diagnostics)?.texts
    scope.languages = record.optional(languageKey, &reading.diagnostics)?.texts
    scope.stage = record.optional(stageKey, &reading.diagnostics)
    return scope
  }
}

extension [YAMLNode] {
  /// The texts of scalars.
  fileprivate var texts: [String] { compactMap(\.scalarText) }
}
