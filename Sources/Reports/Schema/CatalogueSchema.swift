import ServiceTime
import SourceYAML
import Standards

/// The JSON Schema (draft 2020-12) of a file of a catalogue, for editors and other people's tools.
///
/// It is made of what the reader itself goes by. Where the two cannot agree it lets more pass: names
/// are looked up, and promises compared, only by `standards check`. A plain `null` or `~` is a text
/// to the reader and nothing to an editor; it is refused here.
///
/// Editors read YAML 1.2 with its core schema, in which a text such as `2026` or `true` is a number
/// or a truth value; so wherever the reader takes any text, these are let pass. Only keywords that
/// older editors know are used, and `errorMessage`, which several show and others skip.
package enum CatalogueSchema {
  /// The file's name, wherever it lies.
  package static let fileName = "catalogue.schema.json"

  /// The schema as JSON, with a line's end.
  package static let text: String = tree.rendered

  static var tree: JSONTree {
    let file = schema(of: CatalogueReader.file)
    var shared = SharedParts(file, taken: definitions.map(\.name))
    let parts = shared.factored(file, named: "file")
    let head: JSONTree = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$comment": "made by 'kwadrans standards schema'; do not edit",
      "title": "A file of a kwadrans catalogue",
      "description":
        "The YAML files of a folder are read together; each may have any of these sections.",
    ]
    return head.adding(parts).adding(["$defs": .object(definitions + shared.definitions)])
  }

  /// The schema of a key's value, with what the key is for.
  static func schema(of key: KeyDescription) -> JSONTree {
    var notes: [JSONTree.Member] = [.init(name: "description", value: .string(key.inWords))]
    if let value = key.otherwise.flatMap({ key.shape.constant($0) }) {
      notes.append(.init(name: "default", value: value))
    }
    if let value = key.example.flatMap({ key.shape.constant($0) ?? key.shape.text($0) }) {
      notes.append(.init(name: "examples", value: .array([value])))
    }
    return .object(notes).adding(schema(of: key.shape))
  }

  /// The schema of a shape.
  static func schema(of shape: Shape) -> JSONTree {
    switch shape {
    case .text, .name: Definition.text.reference
    case .timeSpan: Definition.timeSpan.reference
    case .share: Definition.share.reference
    case .date: Definition.date.reference
    case .languageCode: Definition.language.reference
    case .boolean: ["type": "boolean", "errorMessage": "write true or false"]
    case .wholeNumber(let range):
      [
        "type": "integer", "minimum": .int(range.lowerBound), "maximum": .int(range.upperBound),
      ]
    case .choice(let words): ["enum": .array(words.map { .string($0) })]
    case .list(let element, let isDistinct):
      list(of: schema(of: element), isDistinct: isDistinct)
    case .sequence(let element): ["type": "array", "items": schema(of: element)]
    case .record(let keys, let rules): record(keys, rules)
    case .mapping(let name, let value):
      (["type": "object"] as JSONTree)
        .adding(name == .text ? [:] : ["propertyNames": schema(of: name)])
        .adding(["additionalProperties": schema(of: value)])
    case .localized(let one):
      [
        "if": ["type": "object"],
        "then": [
          "minProperties": 1, "propertyNames": schema(of: .languageCode),
          "additionalProperties": schema(of: one),
        ],
        "else": schema(of: one),
      ]
    case .oneOf(let shapes): alternatives(shapes)
    case .orNothing(let one): orNothing(schema(of: one))
    case .written(let what, let example, let pattern, let orNumber):
      [
        "type": orNumber ? Definition.anyScalar : "string", "pattern": .string(pattern),
        "errorMessage": "write \(what), such as \(example)",
      ]
    }
  }

  // MARK: - Lists and alternatives

  private static func list(of element: JSONTree, isDistinct: Bool) -> JSONTree {
    let many: JSONTree = ["items": element, "minItems": 1]
    return [
      "if": ["type": "array"],
      "then": isDistinct ? many.adding(["uniqueItems": true]) : many,
      "else": element,
    ]
  }

  /// One of several shapes. Told apart by type first, so that an editor complains of the one that
  /// was meant.
  private static func alternatives(_ nested: [Shape]) -> JSONTree {
    let shapes = nested.flatMap(\.alternatives)
    func any(_ type: String?) -> JSONTree? {
      let these = shapes.filter { $0.collection == type }.map { schema(of: $0) }
      return these.count > 1 ? ["anyOf": .array(these)] : these.first
    }
    let scalar = any(nil)
    let collections: [String] = ["array", "object"].filter { any($0) != nil }
    // What is neither of those that stand here must be the last.
    var rest = scalar
    for type in collections.reversed() {
      guard let these = any(type) else { continue }
      guard let others = rest else {
        rest = these
        continue
      }
      rest = ["if": ["type": .string(type)], "then": these, "else": others]
    }
    return rest ?? [:]
  }

  private static func orNothing(_ schema: JSONTree) -> JSONTree {
    guard case .string(let type)? = schema["type"] else {
      return ["anyOf": [["type": "null"], schema]]
    }
    return schema.setting("type", [.string(type), "null"])
  }

  // MARK: - Mappings

  private static func record(_ keys: [KeyDescription], _ rules: [KeyRule]) -> JSONTree {
    let properties = keys.map { JSONTree.Member(name: $0.name, value: schema(of: $0)) }
    let required = keys.filter(\.isRequired).map { JSONTree.string($0.name) }
    let conditions = rules.flatMap { self.conditions(of: $0) }
    return (["type": "object"] as JSONTree)
      .adding(required.isEmpty ? [:] : ["required": .array(required)])
      .adding(["properties": .object(properties), "additionalProperties": false])
      .adding(conditions.isEmpty ? [:] : ["allOf": .array(conditions)])
  }

  private static func conditions(of rule: KeyRule) -> [JSONTree] {
    switch rule {
    case .exactlyOne(let names):
      [needsOne(of: names)]
        + zip(names, names.dropFirst()).map { name, next in
          ["if": ["required": [.string(name)]], "then": reference(to: noMore(from: next))]
        }
    case .atLeastOne(let names): [needsOne(of: names)]
    case .needs(let name, let other):
      [["if": ["required": [.string(name)]], "then": ["required": [.string(other)]]]]
    case .clash(let first, let second):
      [
        [
          "if": (["required": [.string(first.key)]] as JSONTree)
            .adding(first.value.map { constant($0, of: first.key) } ?? [:]),
          "then": forbidding(
            second, because: "'\(second.inWords)' cannot stand beside '\(first.inWords)'"),
        ]
      ]
    }
  }

  private static func constant(_ value: String, of key: String) -> JSONTree {
    let constant: JSONTree = ["const": .string(value)]
    return ["properties": .object([.init(name: key, value: constant)])]
  }

  /// Forbids a key, or one of its values; a pattern, unlike `not`, lets an editor say why.
  private static func forbidding(_ part: KeyRule.Part, because message: String) -> JSONTree {
    guard let value = part.value else {
      return [
        "properties": .object([.init(name: part.key, value: false)]),
        "errorMessage": .string(message),
      ]
    }
    let other: JSONTree = ["pattern": "^(?!\(value)$)", "errorMessage": .string(message)]
    return ["properties": .object([.init(name: part.key, value: other)])]
  }

  private static func needsOne(of names: [String]) -> JSONTree {
    ["anyOf": .array(names.map { ["required": [.string($0)]] })]
  }

  // MARK: - Definitions

  private static func noMore(from name: String) -> String { "nothing-from-\(name)" }

  static func reference(to name: String) -> JSONTree { ["$ref": "#/$defs/\(name)"] }

  /// What other parts refer to. That a standard asks no second thing is said by a chain, of which
  /// each link forbids one kind and leads to the next: an editor then points at the second one.
  private static var definitions: [JSONTree.Member] {
    let kinds = KindReader.all.map { $0.card.key }
    let links = kinds.indices.dropFirst().map { index in
      var link: JSONTree = [
        "properties": .object([.init(name: kinds[index], value: false)]),
        "errorMessage": "a standard asks one thing; write a standard of its own for each",
      ]
      if index + 1 < kinds.count {
        link = link.adding(["allOf": [reference(to: noMore(from: kinds[index + 1]))]])
      }
      return JSONTree.Member(name: noMore(from: kinds[index]), value: link)
    }
    return Definition.allCases.map { .init(name: $0.rawValue, value: $0.schema) } + links
  }
}

/// A schema that is referred to by name.
enum Definition: String, CaseIterable {
  case text
  case timeSpan = "time"
  case share, date, language

  /// What YAML's core schema may take a text for.
  static let anyScalar: JSONTree = ["string", "number", "boolean"]

  var reference: JSONTree { CatalogueSchema.reference(to: rawValue) }

  var schema: JSONTree {
    switch self {
    case .text:
      [
        "type": Self.anyScalar, "pattern": "\\S",
        "errorMessage":
          "write one text, in quotes if it contains ': ' or begins with [ or { or *",
      ]
    case .timeSpan:
      [
        "type": "string", "pattern": .string(TimeSpan.pattern),
        "errorMessage": "a promise is a number with a unit, such as 15 min, 4 h or 2 days",
      ]
    case .share:
      [
        "type": "string", "pattern": .string(Share.pattern),
        "errorMessage": "write a percentage from 0% to 100%, such as 95%",
      ]
    case .date:
      [
        "type": "string", "pattern": .string(CivilDate.pattern),
        "errorMessage": "write a date as year, month and day, such as 2026-12-24",
      ]
    case .language:
      [
        "type": "string", "pattern": "^[a-z]{2}$",
        "errorMessage": "write the code of a language in two letters, such as pl, cs or en",
      ]
    }
  }
}

extension KeyRule.Part {
  fileprivate var inWords: String { value.map { "\(key): \($0)" } ?? key }
}

extension Shape {
  /// The JSON type of a collection; nil for what is written as one word or text.
  fileprivate var collection: String? {
    switch self {
    case .sequence: "array"
    case .record, .mapping: "object"
    default: nil
    }
  }

  /// The shapes among which a value chooses.
  fileprivate var alternatives: [Shape] {
    if case .oneOf(let shapes) = self { shapes.flatMap(\.alternatives) } else { [self] }
  }

  /// A value of a shape without free texts, as JSON; nil where there are only words about it.
  fileprivate func constant(_ written: String) -> JSONTree? {
    switch self {
    case .boolean: written == "true" ? true : written == "false" ? false : nil
    case .wholeNumber: Int(written).map { .int($0) }
    case .choice(let words): words.contains(written) ? .string(written) : nil
    case .timeSpan: (try? TimeSpan(written: written)).map { _ in .string(written) }
    case .share: Share(written: written).map { _ in .string(written) }
    default: nil
    }
  }

  /// A text as JSON; nil where a value may be written in some other way.
  fileprivate func text(_ written: String) -> JSONTree? {
    switch self {
    case .text, .name, .date, .languageCode, .written, .localized(.text): .string(written)
    default: nil
    }
  }
}
