package import Diagnostics

/// A mapping whose keys are known in advance.
///
/// Creating it reports every unknown key with the nearest known one; reading a key reports what is
/// wrong with its value. Nothing stops at the first problem.
package struct Record: Sendable {
  /// The mapping itself.
  package let node: YAMLNode
  /// What the mapping describes, for messages: `standard 'greet'`.
  package let subject: String
  /// The known keys that unknown ones probably stand for: not missing, only misspelt.
  package let misspelt: [String]
  /// The keys as written, known or not, with their values.
  package let entries: YAMLEntries

  /// Opens a mapping.
  ///
  /// - Parameters:
  ///   - node: The node that should be a mapping.
  ///   - subject: What it describes, for messages.
  ///   - keys: All keys that may occur.
  ///   - diagnostics: Where unknown keys are reported, or that it is no mapping.
  ///   - advice: What to say of an unknown key in place of the nearest known one; nil for most keys.
  /// - Returns: nil when `node` is no mapping.
  package init?(
    _ node: YAMLNode, subject: String, keys: [KeyDescription], into diagnostics: inout Diagnostics,
    advice: (String) -> String? = { _ in nil }
  ) {
    guard case .mapping(let entries) = node.content else {
      let names = keys.map(\.name).joined(separator: ", ")
      diagnostics.error(
        "value.type", "\(subject) must be a mapping, not \(node.kindInWords)", at: node.place,
        fixIt: "write key: value lines; known keys: \(names)")
      return nil
    }
    self.node = node
    self.subject = subject
    self.entries = entries
    var misspelt: [String] = []
    for entry in entries.entries(besides: keys) {
      let key = entry.keyText
      let names = keys.map(\.name)
      let advice = advice(key)
      let near = advice == nil ? nearestName(to: key, among: names) : nil
      if let near { misspelt.append(near) }
      diagnostics.error(
        "key.unknown", "\(subject) has no key '\(key)'", at: entry.key.place,
        fixIt: advice ?? near.map { "did you mean '\($0)'?" }
          ?? "known keys: \(names.joined(separator: ", "))")
    }
    self.misspelt = misspelt
  }

  /// The entry of a key, if it is there.
  package func entry(_ name: String) -> YAMLEntry? {
    entries.entry(name)
  }

  /// Reads a key that may be left out.
  @inlinable
  package func optional<Value>(
    _ key: Key<Value>, _ diagnostics: inout Diagnostics
  ) -> Value? {
    guard let value = value(of: key.description, &diagnostics) else { return nil }
    return key.read(value, &diagnostics)
  }

  /// Reads a key that must be there, and reports it when it is not.
  @inlinable
  package func required<Value>(
    _ key: Key<Value>, _ diagnostics: inout Diagnostics
  ) -> Value? {
    guard let value = requiredValue(of: key.description, &diagnostics) else { return nil }
    return key.read(value, &diagnostics)
  }

  /// The value of a key that may be left out; nil, and reported, when nothing stands there.
  package func value(of key: KeyDescription, _ diagnostics: inout Diagnostics) -> YAMLNode? {
    guard let position = entries.firstIndex(of: key) else { return nil }
    return value(at: position, under: key, &diagnostics)
  }

  private func value(
    at position: Int, under key: KeyDescription, _ diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    let value = entries.value(at: position)
    // A text may be a tilde; for anything else it stands for nothing.
    if key.shape.takesText ? value.isNothing : value.isEmpty {
      diagnostics.error(
        "value.missing", "'\(key.name)' has no value", at: entries[position].key.place,
        fixIt: "write \(key.advice) or leave the key out")
      return nil
    }
    return value
  }

  /// The value of a key that must be there; nil, and reported, when it is not.
  package func requiredValue(
    of key: KeyDescription, _ diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    if let position = entries.firstIndex(of: key) {
      return value(at: position, under: key, &diagnostics)
    }
    if misspelt.contains(key.name) { return nil }
    diagnostics.error(
      "key.missing", "\(subject) needs '\(key.name)': \(key.summary)",
      at: node.firstLine,
      fixIt: "add '\(key.name):' with \(key.advice)")
    return nil
  }
}

extension YAMLNode {
  /// The node's kind as a message names it.
  package var kindInWords: String {
    switch content {
    case .scalar(let scalar):
      if isNothing {
        "empty"
      } else if scalar.style == .plain, scalar.text.last?.isNumber == true,
        Double(scalar.text) != nil
      {
        scalar.text.shortened
      } else {
        "the text '\(scalar.text.shortened)'"
      }
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Whether nothing was written, as in `key:`, or a tilde in its place, as in `key: ~`.
  package var isEmpty: Bool {
    let node = tree[index]
    guard case .scalar(.plain) = node.kind, node.count <= 1 else { return false }
    return node.count == 0 || tree.text(of: node, is: "~")
  }

  /// Whether nothing was written, as in `key:`.
  package var isNothing: Bool {
    let node = tree[index]
    guard case .scalar(.plain) = node.kind else { return false }
    return node.count == 0
  }

  /// Where the node begins: its first line only, so that a caret does not underline a page.
  package var firstLine: SourceRange {
    let bytes = place.text.bytes
    var end = place.utf8.lowerBound
    while end < place.utf8.upperBound, end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      end += 1
    }
    return SourceRange(text: place.text, utf8: place.utf8.lowerBound..<end)
  }
}

extension String {
  /// At most forty characters, for a message.
  package var shortened: String {
    startOf(self)
  }
}

/// Within the extension the name would be the property's.
private func startOf(_ text: String) -> String { shortened(text, to: 40) }

extension Shape {
  /// A value of this shape, for advice.
  package var example: String {
    switch self {
    case .text: "a text"
    case .boolean: "true or false"
    case .wholeNumber(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .timeSpan: "15 min"
    case .share: "95%"
    case .choice(let words): words.joined(separator: " or ")
    case .name(let what): "the name of a \(what)"
    case .date: "2026-12-24"
    case .languageCode: "pl"
    case .list(let element, _), .sequence(let element): "[\(element.example), …]"
    case .record(let keys, _):
      "{\(keys.prefix(3).map { "\($0.name): …" }.joined(separator: ", "))}"
    case .mapping(_, let value): "{name: \(value.example)}"
    case .localized(let one), .orNothing(let one): one.example
    case .oneOf(let shapes): shapes.map { $0.example }.joined(separator: ", or ")
    case .written(let what, let example, _, _): "\(what) such as \(example)"
    }
  }
}
