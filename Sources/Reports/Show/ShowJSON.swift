package import Diagnostics
package import Standards

/// A catalogue's standards for a program.
package enum ShowJSON {
  /// Writes `{"name", "version", "owner", "language", "standards": […]}`.
  ///
  /// Each standard has the keys `id`, `title`, `why`, `kind`, `subject` (`time`, `ticket`, `words`
  /// or `review`), `asks` (in words), `parameters` (a list of `{key, value}`, defaults included),
  /// `applies_to` (`channels`, `topics`, `priorities`, `segments`, `languages`: lists or null for
  /// all; `stage` or null), `in_force` (`from`, `until` or null), `severity`, `weight`, `owner`,
  /// `waivable`, `tags`, `source`. Titles and reasons are in `language`.
  package static func write(_ catalogue: Catalogue, in language: String, to json: inout JSONWriter)
  {
    let facts = StandardFacts(catalogue, Words(language))
    json.object { json in
      json.key("name")
      json.string(catalogue.name)
      json.key("version")
      json.string(catalogue.version)
      json.key("owner")
      json.string(catalogue.owner)
      json.key("language")
      json.string(language)
      json.key("standards")
      json.array { json in
        for group in StandardGroup.allCases {
          for standard in group.standards(of: catalogue) { write(standard, facts, to: &json) }
        }
      }
    }
  }

  private static func write(
    _ standard: Standard, _ facts: StandardFacts, to json: inout JSONWriter
  ) {
    json.object { json in writeMembers(of: standard, facts, to: &json) }
  }

  /// Writes what is true of a standard by itself, into an object that is open.
  static func writeMembers(
    of standard: Standard, _ facts: StandardFacts, to json: inout JSONWriter
  ) {
    json.key("id")
    json.string(standard.id)
    json.key("title")
    json.string(standard.title.entry(in: facts.words).text)
    json.key("why")
    json.string(standard.why?.entry(in: facts.words).text)
    json.key("kind")
    json.string(standard.requirement.key)
    json.key("subject")
    json.string(subject(of: standard))
    json.key("asks")
    json.string(facts.asks(standard).replacing("\u{A0}", with: " "))
    writeParameters(of: standard, to: &json)
    json.key("applies_to")
    write(standard.scope, to: &json)
    writeInForce(of: standard, to: &json)
    json.key("severity")
    json.string(standard.severity.rawValue)
    json.key("weight")
    json.int(standard.weight)
    json.key("owner")
    json.string(standard.owner.rawValue)
    json.key("waivable")
    json.bool(standard.isWaivable)
    json.key("tags")
    write(standard.tags, to: &json)
    json.key("source")
    json.string(standard.source)
  }

  /// Writes what a standard asks, as the member `parameters`.
  static func writeParameters(of standard: Standard, to json: inout JSONWriter) {
    json.key("parameters")
    json.array { json in
      for parameter in standard.requirement.kind.parameters {
        json.object { json in
          json.key("key")
          json.string(parameter.key)
          json.key("value")
          json.string(parameter.value)
        }
      }
    }
  }

  /// Writes when a standard holds, as the member `in_force`.
  static func writeInForce(of standard: Standard, to json: inout JSONWriter) {
    json.key("in_force")
    json.object { json in
      json.key("from")
      json.string(standard.inForce.from?.description)
      json.key("until")
      json.string(standard.inForce.until?.description)
    }
  }

  private static func write(_ scope: Scope, to json: inout JSONWriter) {
    json.object { json in
      for (key, names) in [
        ("channels", scope.channels), ("topics", scope.topics), ("priorities", scope.priorities),
        ("segments", scope.segments), ("languages", scope.languages),
      ] {
        json.key(named: key)
        write(names, to: &json)
      }
      json.key("stage")
      json.string(scope.stage?.rawValue)
    }
  }

  static func write(_ names: [String]?, to json: inout JSONWriter) {
    guard let names else { return json.null() }
    json.array { json in
      for name in names { json.string(name) }
    }
  }

  private static func subject(of standard: Standard) -> String {
    switch StandardGroup(standard) {
    case .times: "time"
    case .tickets: "ticket"
    case .words: "words"
    case .review: "review"
    }
  }
}
