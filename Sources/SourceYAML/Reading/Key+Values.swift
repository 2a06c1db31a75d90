package import Diagnostics

extension Key where Value == String {
  /// A text that is not empty.
  package static func text(
    _ name: String, _ summary: String, required: Bool = false
  ) -> Key<String> {
    Key(name, summary, shape: .text, required: required) { node, diagnostics in
      node.text(of: "'\(name)'", &diagnostics)
    }
  }
}

extension Key where Value == Bool {
  /// `true` or `false`, and nothing that only looks like it.
  package static func boolean(_ name: String, _ summary: String) -> Key<Bool> {
    Key(name, summary, shape: .boolean) { node, diagnostics in
      switch node.plainText {
      case "true": return true
      case "false": return false
      default:
        diagnostics.error(
          "value.boolean", "'\(name)' is true or false, not \(node.kindInWords)", at: node.place,
          fixIt: "write true or false")
        return nil
      }
    }
  }
}

extension Key where Value == Int {
  /// A whole number within `range`.
  package static func wholeNumber(
    _ name: String, _ summary: String, in range: ClosedRange<Int>
  ) -> Key<Int> {
    Key(name, summary, shape: .wholeNumber(range)) { node, diagnostics in
      guard let number = node.plainText.flatMap({ Int($0) }), range.contains(number) else {
        diagnostics.error(
          "value.number",
          "'\(name)' is a whole number from \(range.lowerBound) to \(range.upperBound), "
            + "not \(node.kindInWords)",
          at: node.place, fixIt: "write a number from \(range.lowerBound) to \(range.upperBound)")
        return nil
      }
      return number
    }
  }
}

extension Key where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the cases of an enumeration, by its raw value.
  package static func choice(
    _ name: String, _ summary: String, required: Bool = false
  ) -> Key<Value> {
    let words = Value.allCases.map { $0.rawValue }
    return Key(name, summary, shape: .choice(words), required: required) { node, diagnostics in
      node.choice(of: Value.self, for: "'\(name)'", &diagnostics)
    }
  }
}

extension Key {
  /// A list of what `element` reads; a single value stands for a list of one.
  package static func list<Element: Sendable>(
    _ name: String, _ summary: String, of shape: Shape, distinct: Bool = false,
    required: Bool = false,
    element: @escaping @Sendable (YAMLNode, inout Diagnostics) -> Element?
  ) -> Key<[Element]> where Value == [Element] {
    let list = Shape.list(of: shape, distinct: distinct)
    return Key(name, summary, shape: list, required: required) { node, diagnostics in
      let isOne = node.sequence == nil
      var all: [Element] = []
      for node in node.elements(of: name, &diagnostics) {
        if let one = element(node, &diagnostics) { all.append(one) }
      }
      return isOne && all.isEmpty ? nil : all
    }
  }
}

extension YAMLNode {
  /// The elements of a list; nil for anything else.
  package var sequence: [YAMLNode]? {
    guard case .sequence(let nodes) = content else { return nil }
    return Array(nodes)
  }

  /// The elements of a list, which must have one at least; a single value stands for a list of one.
  ///
  /// - Parameter name: The key that the list stands under.
  package func elements(of name: String, _ diagnostics: inout Diagnostics) -> [YAMLNode] {
    guard let nodes = sequence else { return [self] }
    if nodes.isEmpty {
      diagnostics.error(
        "value.empty-list", "'\(name)' is an empty list", at: place,
        fixIt: "name at least one, or leave the key out")
    }
    return nodes
  }
}

extension YAMLNode {
  /// The text of a plain or quoted scalar; nil for lists and mappings.
  package var scalarText: String? {
    let node = tree[index]
    guard case .scalar = node.kind else { return nil }
    return tree.string(of: node)
  }

  /// The text of a scalar written without quotes; nil for anything else.
  package var plainText: String? {
    let node = tree[index]
    guard case .scalar(.plain) = node.kind else { return nil }
    return tree.string(of: node)
  }

  /// Reads a text that is not empty, or reports what stands there instead.
  package func text(
    of subject: @autoclosure () -> String, _ diagnostics: inout Diagnostics
  ) -> String? {
    guard let text = scalarText else {
      diagnostics.error(
        "value.type", "\(subject()) must be a text, not \(kindInWords)", at: firstLine,
        fixIt: "write one text; put it in quotes if it contains ': ' or begins with [ or {")
      return nil
    }
    // Nearly every text begins with a visible character of ASCII.
    if let first = text.utf8.first, 0x21..<0x7F ~= first { return text }
    guard text.contains(where: { !$0.isWhitespace }) else {
      diagnostics.error(
        "value.empty", "\(subject()) is empty", at: place, fixIt: "write a text, or delete it")
      return nil
    }
    return text
  }

  /// Reads one of the words of an enumeration, or reports the nearest.
  package func choice<Value: RawRepresentable & CaseIterable>(
    of type: Value.Type, for subject: @autoclosure () -> String, _ diagnostics: inout Diagnostics
  ) -> Value? where Value.RawValue == String {
    guard let text = text(of: subject(), &diagnostics) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let words = Value.allCases.map { $0.rawValue }
    let near = nearestName(to: text, among: words)
    diagnostics.error(
      "value.choice", "\(subject()) cannot be '\(text.shortened)'", at: place,
      fixIt: near.map { "did you mean '\($0)'?" } ?? "write \(words.joined(separator: " or "))")
    return nil
  }

  /// The entries of a mapping from names of the author's choice, or a report of what stands there.
  package func entries(
    of subject: String, _ diagnostics: inout Diagnostics
  ) -> [YAMLEntry] {
    guard case .mapping(let entries) = content else {
      if !isEmpty {
        diagnostics.error(
          "value.type", "\(subject) must be a mapping from names, not \(kindInWords)",
          at: firstLine, fixIt: "write a name, a colon and a value on each line")
      }
      return []
    }
    return Array(entries)
  }
}

extension YAMLNode {
  /// The entry of a key, when this is a mapping that has it.
  package func entry(_ name: String) -> YAMLEntry? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.entry(name)
  }
}
