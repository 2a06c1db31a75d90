package import Diagnostics
package import Standards

/// What changed between two catalogues, for a person.
package enum DiffText {
  /// The changes by their effect, each with its reason; those that promise less come first.
  package static func render(_ diff: CatalogueDiff, from old: Catalogue, to new: Catalogue)
    -> String
  {
    var text = heading(diff, old, new) + "\n"
    let order: [CatalogueChange.Effect] = [.weaker, .stronger, .different, .neutral]
    for effect in order {
      let changes = diff.changes.filter { $0.effect == effect }
      if changes.isEmpty { continue }
      text += "\n\(effect.rawValue)\n"
      for change in changes {
        let from = change.from.map { ", from \($0)" } ?? ""
        text += "  \(change.summary)\(from)\n"
        text += "      \(change.reason)\(change.subject == .standard ? " [\(change.name)]" : "")\n"
      }
    }
    return text
  }

  private static func heading(_ diff: CatalogueDiff, _ old: Catalogue, _ new: Catalogue) -> String {
    let names = [old, new].map { catalogue in
      catalogue.version.map { "\(catalogue.name) \($0)" } ?? catalogue.name
    }
    let title = names[0] == names[1] ? names[0] : "\(names[0]) → \(names[1])"
    guard !diff.changes.isEmpty else { return "\(title): nothing changed" }
    let counts = CatalogueChange.Effect.allCases.compactMap { effect in
      diff.count(effect) == 0 ? nil : "\(diff.count(effect)) \(effect.rawValue)"
    }
    return
      "\(title): \(Written.count(diff.changes.count, "change")): \(counts.joined(separator: ", "))"
  }
}

/// What changed between two catalogues, for a program.
package enum DiffJSON {
  /// Writes one object.
  ///
  /// Keys: `from` and `to`: `{name, version}`; `stronger`, `weaker`, `different`, `neutral`: how many
  /// changes of each; `changes`: a list of `{subject, name, aspect, summary, effect, reason, from}`,
  /// in the order of the catalogue. `subject` is `catalogue`, `calendar`, `channel`, `topic`, `phrases` or
  /// `standard`, and `name` its name or id; `aspect` is `added`, `withdrawn`, `renamed`, `order`,
  /// `words` or the key that changed; `from` is the date from which on it holds, or null.
  package static func write(
    _ diff: CatalogueDiff, from old: Catalogue, to new: Catalogue, to json: inout JSONWriter
  ) {
    json.object { json in
      for (key, catalogue) in [("from", old), ("to", new)] {
        json.key(named: key)
        json.object { json in
          json.key("name")
          json.string(catalogue.name)
          json.key("version")
          json.string(catalogue.version)
        }
      }
      for effect in CatalogueChange.Effect.allCases {
        json.key(named: effect.rawValue)
        json.int(diff.count(effect))
      }
      json.key("changes")
      json.array { json in
        for change in diff.changes { write(change, to: &json) }
      }
    }
  }

  private static func write(_ change: CatalogueChange, to json: inout JSONWriter) {
    json.object { json in
      for (key, value) in [
        ("subject", change.subject.rawValue), ("name", change.name), ("aspect", change.aspect),
        ("summary", change.summary), ("effect", change.effect.rawValue), ("reason", change.reason),
      ] {
        json.key(named: key)
        json.string(value)
      }
      json.key("from")
      json.string(change.from)
    }
  }
}
