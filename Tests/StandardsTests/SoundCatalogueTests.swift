import Diagnostics
import Foundation
import SourceYAML
import Standards
import Testing

/// The files of `Sound/`: unusual, and right. The JSON Schema is held against them as well, by
/// `Scripts/validate-schema`, so that it refuses nothing that the reader takes.
struct SoundCatalogueTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sound")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test(arguments: names)
  func `an unusual catalogue has no errors`(name: String) throws {
    let text = try SourceText(contentsOf: Self.folder.appending(path: name).path)
    let found = CatalogueReader.read([text]).diagnostics
    #expect(found.all.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test(arguments: [("every-kind-in-full", true), ("every-kind-at-least", false)])
  func `every kind is among them`(name: String, isFull: Bool) throws {
    let kinds = isFull ? EveryKind.full : EveryKind.least
    let lines = kinds.map { "  - {id: \($0.key), title: T, \($0.key): \($0.yaml)}\n" }
    let text = "\(EveryKind.frame)standards:\n\(lines.joined())"
    let file = Self.folder.appending(path: "\(name).yaml")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
    #expect(kinds.map(\.key) == KindReader.all.map { $0.card.key })
  }

  @Test func `a text without any language is an error`() {
    let text = Catalogues.text(standard: "- {id: a, title: {}, calm: {}}")
    #expect(Catalogues.read(text).diagnostics.all.map(\.id) == ["value.empty"])
  }
}

/// What keys say of themselves is what the reader does.
struct KeyDescriptionTests {
  /// The keys of a mapping and of all mappings inside of it.
  private func all(_ keys: [KeyDescription]) -> [KeyDescription] {
    keys.flatMap { [$0] + all(inner($0.shape)) }
  }

  private func inner(_ shape: Shape) -> [KeyDescription] {
    switch shape {
    case .record(let keys, _): keys
    case .list(let one, _), .sequence(let one), .mapping(_, let one), .localized(let one),
      .orNothing(let one):
      inner(one)
    case .oneOf(let shapes): shapes.flatMap { inner($0) }
    default: []
    }
  }

  private func choices(_ shape: Shape) -> [String] {
    switch shape {
    case .choice(let words): words
    case .list(let one, _), .sequence(let one): choices(one)
    case .oneOf(let shapes): shapes.flatMap { choices($0) }
    default: []
    }
  }

  private var everyKey: [KeyDescription] { all(inner(CatalogueReader.file)) }

  @Test func `no word to choose is a number or a truth value to an editor`() {
    let words = everyKey.flatMap { choices($0.shape) }
    #expect(words.count > 40)
    for word in words {
      #expect(Double(word) == nil && !["true", "false", "null", "~"].contains(word))
    }
  }

  /// A parameter that was left out is shown with its default.
  @Test func `what is said to hold when a key is left out does hold`() throws {
    var checked = 0
    for (kind, yaml) in EveryKind.least {
      let requirement = try EveryKind.requirement(kind, full: false)
      for key in requirement.kind.card.keys {
        guard !yaml.contains("\(key.name):"),
          let shown = requirement.kind.parameters.first(where: { $0.key == key.name }),
          let otherwise = key.otherwise
        else { continue }
        switch (kind, key.name) {
        // In words, since they depend on something else.
        case ("notify", "before"), ("spelling", "dictionaries"): continue
        default: #expect(shown.value == otherwise, "\(kind): \(key.name)")
        }
        checked += 1
      }
    }
    #expect(checked >= 24)
  }

  @Test func `every default that is shown is said`() throws {
    for (kind, yaml) in EveryKind.least {
      let requirement = try EveryKind.requirement(kind, full: false)
      for shown in requirement.kind.parameters where !yaml.contains("\(shown.key):") {
        let key = requirement.kind.card.keys.first { $0.name == shown.key }
        #expect(key?.otherwise != nil, "\(kind): \(shown.key)")
      }
    }
  }

  @Test func `what is left out of a standard has the default that its key names`() throws {
    let keys = inner(CatalogueReader.file).first { $0.name == "standards" }.map { inner($0.shape) }
    func otherwise(_ name: String) -> String? { keys?.first { $0.name == name }?.otherwise }
    let standard = try #require(try EveryKind.standards([("calm", "{}")]).first)
    #expect(otherwise("weight") == "\(standard.weight)")
    #expect(otherwise("severity") == standard.severity.rawValue)
    #expect(otherwise("waivable") == "\(standard.isWaivable)")
  }

  @Test func `a rule names keys of its mapping`() {
    for card in KindReader.all.map({ $0.card }) {
      let names = Set(card.keys.map(\.name))
      for rule in card.rules {
        let named: [String] =
          switch rule {
          case .exactlyOne(let keys), .atLeastOne(let keys): keys
          case .needs(let key, let other): [key, other]
          case .clash(let first, let second): [first.key, second.key]
          }
        #expect(names.isSuperset(of: named), "\(card.key)")
      }
    }
  }
}
