extension Scope {
  /// The fields of tickets that a scope may name, with their keys.
  static let fields: [(key: String, path: any WritableKeyPath<Scope, [String]?> & Sendable)] = [
    ("channel", \.channels), ("topic", \.topics), ("priority", \.priorities),
    ("segment", \.segments), ("language", \.languages),
  ]

  /// The names of a field, by its place in ``fields``; nil for all of them.
  func names(inField index: Int) -> [String]? {
    // Key paths take their time, and catalogues are checked scope by scope.
    switch index {
    case 0: channels
    case 1: topics
    case 2: priorities
    case 3: segments
    case 4: languages
    default: nil
    }
  }

  /// Whether everything in another scope lies in this one, whatever the stage.
  func covers(_ other: Scope) -> Bool {
    Self.fields.allSatisfy { field in
      guard let mine = self[keyPath: field.path] else { return true }
      guard let theirs = other[keyPath: field.path] else { return false }
      return Set(theirs).isSubset(of: mine)
    }
  }

  /// Whether something lies in both scopes, whatever the stage.
  package func overlaps(_ other: Scope) -> Bool {
    Self.fields.allSatisfy { field in
      guard let mine = self[keyPath: field.path], let theirs = other[keyPath: field.path] else {
        return true
      }
      return !Set(theirs).isDisjoint(with: mine)
    }
  }

  /// The scope in a few words: `email, form; priority urgent`, or `everywhere`.
  package var inWords: String {
    var parts: [String] = []
    for field in Self.fields {
      guard let values = self[keyPath: field.path] else { continue }
      let list = values.joined(separator: ", ")
      parts.append(field.key == "channel" ? list : "\(field.key) \(list)")
    }
    if let stage { parts.append(stage.inWords) }
    return parts.isEmpty ? "everywhere" : parts.joined(separator: "; ")
  }
}

extension Scope.Stage {
  /// Which replies are meant, in words.
  package var inWords: String {
    switch self {
    case .anyReply: "each reply"
    case .firstReply: "the first reply"
    case .lastReply: "the last reply"
    case .ticket: "the ticket as a whole"
    }
  }
}
