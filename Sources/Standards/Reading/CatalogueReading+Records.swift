import Diagnostics
import SourceYAML

extension Key where Value == YAMLNode {
  /// A mapping with keys of its own.
  static func record(
    _ name: String, _ summary: String, keys: [KeyDescription], rules: [KeyRule] = []
  ) -> Key<YAMLNode> {
    Key(name, summary, shape: .record(keys, rules: rules)) { node, _ in node }
  }
}

extension Key where Value == [YAMLNode] {
  /// A list of mappings with keys of their own.
  static func records(
    _ name: String, _ summary: String, keys: [KeyDescription], rules: [KeyRule] = [],
    required: Bool = false
  ) -> Key<[YAMLNode]> {
    let shape = Shape.list(of: .record(keys, rules: rules))
    return Key(name, summary, shape: shape, required: required) { node, diagnostics in
      node.elements(of: name, &diagnostics)
    }
  }

  /// A list of names.
  static func names(
    _ name: String, _ summary: String, of what: String, required: Bool = false
  ) -> Key<[YAMLNode]> {
    let shape = Shape.list(of: .name(of: what), distinct: true)
    return Key(name, summary, shape: shape, required: required) { node, diagnostics in
      let names = node.elements(of: name, &diagnostics).filter {
        $0.text(of: "a \(what)", &diagnostics) != nil
      }
      return names.isEmpty && node.sequence == nil ? nil : names
    }
  }
}

extension CatalogueReading {
  /// Reads a key that is needed or not, as it says of itself.
  mutating func value<Value>(_ key: Key<Value>, in record: Record) -> Value? {
    key.description.isRequired
      ? record.required(key, &diagnostics) : record.optional(key, &diagnostics)
  }

  /// Opens the mapping under a key; nil when it is left out or none.
  mutating func record(_ key: Key<YAMLNode>, in outer: Record) -> Record? {
    guard let node = value(key, in: outer), case .record(let keys, _) = key.description.shape
    else { return nil }
    return Record(node, subject: "'\(key.name)'", keys: keys, into: &diagnostics)
  }

  /// Opens each mapping of the list under a key; those that are none are reported and left out.
  mutating func records(_ key: Key<[YAMLNode]>, in outer: Record) -> [Record] {
    guard let nodes = value(key, in: outer),
      case .list(.record(let keys, _), _) = key.description.shape
    else { return [] }
    var records: [Record] = []
    for node in nodes {
      let subject = "one of '\(key.name)'"
      if let one = Record(node, subject: subject, keys: keys, into: &diagnostics) {
        records.append(one)
      }
    }
    return records
  }

  /// Reads a list of names, reports those given twice, and notes them to be looked up at the end.
  ///
  /// - Parameter namespace: What the names stand for; nil when nothing defines them.
  /// - Returns: nil when the key is left out.
  mutating func names(
    _ key: Key<[YAMLNode]>, in record: Record, from namespace: Namespace? = nil
  ) -> [String]? {
    guard let nodes = value(key, in: record) else { return nil }
    // A few are sooner compared than hashed.
    let areFew = nodes.count <= 16
    var seen: Set<String> = []
    var names: [String] = []
    names.reserveCapacity(nodes.count)
    for node in nodes {
      guard let name = node.scalarText else { continue }
      if areFew ? names.contains(name) : !seen.insert(name).inserted {
        let first = nodes.first { $0.scalarText == name }
        diagnostics.error(
          "list.duplicate", "'\(name.shortened)' stands twice under '\(key.name)'", at: node.place,
          notes: first.map { [.init("the first is here", at: $0.place)] } ?? [],
          fixIt: "delete one of them")
        continue
      }
      names.append(name)
      if let namespace { refer(to: namespace, name, at: node.place) }
    }
    return names
  }

  /// Reads a list of words of an enumeration and reports those given twice; empty when left out.
  mutating func distinct<Value: RawRepresentable<String>>(
    _ key: Key<[Value]>, in record: Record
  ) -> [Value] {
    guard let values = value(key, in: record) else { return [] }
    var seen: Set<String> = []
    for value in values where !seen.insert(value.rawValue).inserted {
      diagnostics.error(
        "list.duplicate", "'\(value.rawValue)' stands twice under '\(key.name)'",
        at: record.entry(key.name)?.value.place, fixIt: "delete one of them")
    }
    return values
  }

  /// Reports a mapping that has none of these keys, and therefore asks nothing.
  ///
  /// - Parameter fault: What is wrong with it, as a sentence about it goes on.
  mutating func requireOne(
    of names: [String], in record: Record, fault: String = "asks nothing", fixIt: String
  ) {
    guard record.misspelt.isEmpty, names.allSatisfy({ record.entry($0) == nil }) else { return }
    let quoted = names.map { "'\($0)'" }
    let list =
      switch quoted.count {
      case 1: "no \(quoted[0])"
      case 2: "neither \(quoted[0]) nor \(quoted[1])"
      default: "none of \(quoted.joined(separator: ", "))"
      }
    diagnostics.error(
      "requirement.empty", "\(record.subject) \(fault): it names \(list)",
      at: record.node.firstLine, fixIt: fixIt)
  }

  /// Reports a mapping that has two keys of which only one makes sense; true when it did.
  mutating func reportBoth(_ first: String, _ second: String, in record: Record) -> Bool {
    guard record.entry(first) != nil, let place = record.entry(second)?.key.place else {
      return false
    }
    diagnostics.error(
      "requirement.both", "'\(first)' and '\(second)' exclude each other", at: place,
      fixIt: "delete one of them")
    return true
  }
}
