import SourceYAML

extension Requirement {
  /// The kind without hyphens: `first response`.
  package var name: String { key.replacing("-", with: " ") }

  /// What is asked, in a few words: `first response within 15 min (95%)`.
  package var inWords: String {
    guard let promise else { return name }
    let limit = kind.parameters.first?.key ?? "within"
    return "\(name) \(limit) \(promise.within) (\(promise.share))"
  }
}

extension [ParameterChange] {
  /// The changes as they stand in a sentence: `first response within 1 h → 15 min (95%), share …`.
  func inWords(of standard: Standard) -> String {
    map { $0.inWords(of: standard, named: $0.key == first?.key) }.joined(separator: ", ")
  }
}

extension ParameterChange {
  /// The change as it stands in a sentence: `first response within 1 h → 15 min (95%)`.
  func inWords(of standard: Standard, named: Bool = true) -> String {
    let requirement = standard.requirement
    let values = "\(old ?? "none") → \(new ?? "none")"
    let isLimit = requirement.promise != nil && key == requirement.kind.parameters.first?.key
    let share = isLimit ? requirement.promise.map { " (\($0.share))" } ?? "" : ""
    return "\(named ? requirement.name + " " : "")\(key) \(values)\(share)"
  }
}

extension Standard {
  /// What it asks, in a few words: `first response within 15 min (95%)`, or its title.
  package var inWords: String {
    requirement.promise == nil ? "\"\(title.text())\"" : requirement.inWords
  }

  /// To what it applies, before a colon.
  var label: String { scope.inWords + ": " }
}

extension InForce {
  /// When it holds, in words.
  package var inWords: String {
    switch (from, until) {
    case (nil, nil): "always"
    case (let from?, nil): "from \(from)"
    case (nil, let until?): "until \(until)"
    case (let from?, let until?): "from \(from) until \(until)"
    }
  }

  var untilInWords: String { until?.description ?? "further notice" }
}

extension Catalogue {
  /// The standard of an id.
  package func standard(_ id: String) -> Standard? {
    standards.first { $0.id == id }
  }

  /// The first standard of a requirement's kind whose scope takes in a whole part.
  func holder(of requirement: Requirement, _ part: Scope) -> Standard? {
    standards.first { standard in
      standard.requirement.key == requirement.key && standard.inForce.until == nil
        && standard.scope.covers(part)
        && (requirement.promise != nil || standard.scope.stage == part.stage)
    }
  }
}

extension KindCard {
  /// What a parameter is, in a few words.
  package func summary(of parameter: String) -> String? {
    keys.first { $0.name == parameter }?.inWords
  }
}
