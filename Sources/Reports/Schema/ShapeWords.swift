import SourceYAML

extension Shape {
  /// What a value looks like, for a cell of a table in Markdown.
  var inWords: String {
    switch self {
    case .text: "text"
    case .boolean: "`true` or `false`"
    case .wholeNumber(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .timeSpan: "time"
    case .share: "share"
    case .date: "date"
    case .languageCode: "language"
    case .choice(let words): Self.either(words.map { "`\($0)`" })
    case .name(let what): "name of a \(what)"
    case .list(let one, _): "\(one.inWords), or a list of them"
    case .sequence(let one): "list: \(one.inWords)"
    case .record: "mapping"
    case .mapping(let name, let value):
      "mapping from \(name == .text ? "names" : name.inWords) to \(value.inWords)"
    case .localized(let one): "\(one.inWords); or one per language"
    case .oneOf(let shapes): Self.inWords(shapes)
    case .orNothing(let one): one.inWords
    case .written(let what, _, _, _): what
    }
  }

  /// A list among the alternatives is one of the others, as a reader may take for granted.
  private static func inWords(_ shapes: [Shape]) -> String {
    let single = shapes.filter { if case .sequence = $0 { false } else { true } }
    let words = single.map { $0.inWords }
    guard single.count == shapes.count else {
      return words.joined(separator: ", ") + ", or a list of them"
    }
    return either(words)
  }

  private static func either(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or \(last)"
  }

  /// The keys of the mapping that stands here, or of those in the list or mapping that does.
  var keys: [KeyDescription] {
    switch self {
    case .record(let keys, _): keys
    case .list(let one, _), .sequence(let one), .mapping(_, let one), .localized(let one),
      .orNothing(let one):
      one.keys
    case .oneOf(let shapes): shapes.flatMap { $0.keys }
    default: []
    }
  }

  /// What the keys must and must not do together, in the same mapping as ``keys``.
  var rules: [KeyRule] {
    switch self {
    case .record(_, let rules): rules
    case .list(let one, _), .sequence(let one), .mapping(_, let one), .localized(let one),
      .orNothing(let one):
      one.rules
    case .oneOf(let shapes): shapes.flatMap { $0.rules }
    default: []
    }
  }
}

extension KeyRule {
  /// The rule as a sentence in Markdown.
  var inWords: String {
    func list(_ names: [String]) -> String {
      let quoted = names.map { "`\($0)`" }
      return quoted.count < 3
        ? quoted.joined(separator: " and ")
        : quoted.dropLast().joined(separator: ", ") + " and \(quoted[quoted.count - 1])"
    }
    func part(_ part: Part) -> String { "`\(part.value.map { "\(part.key): \($0)" } ?? part.key)`" }
    return switch self {
    case .exactlyOne: "Exactly one [kind](#kinds) must be there, under its own key."
    case .atLeastOne(let names): "At least one of \(list(names)) must be there."
    case .needs(let name, let other): "`\(name)` means nothing without `\(other)`."
    case .clash(let first, let second): "\(part(first)) and \(part(second)) exclude each other."
    }
  }
}

extension KeyDescription {
  /// A value as it might stand in a file, on one line.
  var sample: String { example ?? shape.sample(of: name) }
}

extension Shape {
  fileprivate func sample(of name: String) -> String {
    switch self {
    case .text: "a text"
    case .boolean: "true"
    case .wholeNumber(let range): "\(range.lowerBound)"
    case .timeSpan: "15 min"
    case .share: "95%"
    case .date: "2026-12-24"
    case .languageCode: "pl"
    case .choice(let words): words.first ?? name
    case .name: name
    case .list(let one, _), .sequence(let one): "[\(one.sample(of: name))]"
    case .record(let keys, let rules):
      "{\(rules.allowed(among: keys).map { "\($0.name): \($0.sample)" }.joined(separator: ", "))}"
    case .mapping(let key, let value): "{\(key.sample(of: name)): \(value.sample(of: name))}"
    case .localized(let one), .orNothing(let one): one.sample(of: name)
    case .oneOf(let shapes): shapes.first?.sample(of: name) ?? name
    case .written(_, let example, _, _): example
    }
  }
}

extension [KeyRule] {
  /// The keys that may stand together: of two that exclude each other, the first.
  func allowed(among keys: [KeyDescription]) -> [KeyDescription] {
    keys.filter { key in
      !contains { rule in
        if case .clash(let first, let second) = rule {
          second.key == key.name && first.value == nil && second.value == nil
        } else {
          false
        }
      }
    }
  }
}
