import Diagnostics
import Foundation
import Reports
import SourceYAML
import Standards
import Testing

/// The schema and the reference page are made of what the reader goes by. `RECORD=1 swift test`
/// writes them anew, and the diff is what to review.
struct SchemaTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func `the schema in docs is what the reader goes by`() throws {
    let file = Self.root.appending(path: "docs/catalogue.schema.json")
    if Self.isRecording { try Data(CatalogueSchema.text.utf8).write(to: file) }
    #expect(try Self.text("docs/catalogue.schema.json") == CatalogueSchema.text)
  }

  @Test func `the reference in docs is what the reader goes by`() throws {
    let path = "docs/catalogue.md"
    let page = try Self.text(path)
    let start = try #require(page.firstRange(of: "--format markdown -->\n"))
    let end = try #require(page.firstRange(of: "<!-- end of what is printed -->"))
    let printed = "\n\(CatalogueReference.markdown)\n"
    if Self.isRecording {
      let anew = page[..<start.upperBound] + printed + page[end.lowerBound...]
      try Data(anew.utf8).write(to: Self.root.appending(path: path))
    } else {
      #expect(page[start.upperBound..<end.lowerBound] == printed)
    }
  }

  @Test(arguments: [
    "standards/catalogue.yaml", "standards/phrases.yaml", "standards/replies.yaml",
    "standards/response-times.yaml", "samples/shop-standards/catalogue.yaml",
    "samples/shop-standards/phrases.yaml", "samples/shop-standards/replies.yaml",
    "samples/shop-standards/response-times.yaml", "Sources/CTemplates/minimal-en.yaml",
    "Sources/CTemplates/minimal-pl.yaml", "Sources/CTemplates/minimal-cs.yaml",
  ])
  func `a catalogue that we ship tells editors where the schema is`(path: String) throws {
    let first = try #require(try Self.text(path).split(separator: "\n").first)
    let start = "# yaml-language-server: $schema="
    #expect(first.hasPrefix(start))
    let file = Self.root.appending(path: path).deletingLastPathComponent()
      .appending(path: String(first.dropFirst(start.count)))
    #expect(try Data(contentsOf: file) == Data(CatalogueSchema.text.utf8))
  }

  @Test func `a file names the schema beside it, and nothing else of it changes`() {
    let line = "# yaml-language-server: $schema="
    func pointed(_ text: String) -> String {
      String(decoding: EditorLine.pointingBeside(Array(text.utf8)), as: UTF8.self)
    }
    #expect(pointed("\(line)../docs/x.json\na: b\n") == "\(line)catalogue.schema.json\na: b\n")
    #expect(pointed("\(line)x.json") == "\(line)catalogue.schema.json")
    #expect(pointed("# a\n\(line)x.json\n") == "# a\n\(line)x.json\n")
    #expect(pointed("") == "")
  }

  // MARK: - The reference

  /// What the samples of kinds refer to.
  private static let frame = """
    catalogue: {name: Desk, languages: [pl, cs, en]}
    calendars: {desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}}
    channels: {email: {kind: deferred}, form: {kind: deferred}, phone: {kind: live}}
    phrases:
    """

  @Test func `every sample of a kind is read without a problem`() throws {
    for card in KindReader.all.map({ $0.card }) {
      let names = card.keys.flatMap { Self.lists($0) }
      let lists = Set(names).sorted().map { "  \($0): [word]\n" }.joined()
      let sample = CatalogueReference.sample(of: card).split(separator: "\n")
        .map { "    \($0)\n" }.joined()
      let text =
        "\(Self.frame)\n\(lists)standards:\n  - id: a\n    title: A\n\(sample)"
      let result = CatalogueReader.read([SourceText(path: "a.yaml", bytes: Array(text.utf8))])
      #expect(result.diagnostics.all.map(\.message) == [], "\(text)")
      #expect(result.catalogue.standards.first?.requirement.key == card.key)
    }
  }

  /// The phrase lists that an example names.
  private static func lists(_ key: KeyDescription) -> [String] {
    if case .name(of: "phrase list") = key.shape { return [key.example ?? key.name] }
    return []
  }

  @Test func `every sample of a standard's own key is read without a problem`() throws {
    let section = try #require(Self.keys(CatalogueReader.file).first { $0.name == "standards" })
    let kinds = Set(KindReader.all.map { $0.card.key })
    let own = Self.keys(section.shape).filter { !kinds.contains($0.name) }
    #expect(own.count >= 13)
    for key in own {
      let needed = [("id", "a"), ("title", "A")].filter { $0.0 != key.name }
      let value = try #require(key.example ?? Self.sample(key.shape), "\(key.name)")
      let lines = (needed + [(key.name, value)]).map { "    \($0.0): \($0.1)\n" }.joined()
      let text =
        "\(Self.frame) {words: [hello]}\nstandards:\n  -\n\(lines)    greeting: {phrases: words}\n"
      let result = CatalogueReader.read([SourceText(path: "a.yaml", bytes: Array(text.utf8))])
      #expect(result.diagnostics.all.map(\.message) == [], "\(text)")
    }
  }

  private static func keys(_ shape: Shape) -> [KeyDescription] {
    switch shape {
    case .record(let keys, _): keys
    case .orNothing(let one), .sequence(let one): keys(one)
    default: []
    }
  }

  private static func sample(_ shape: Shape) -> String? {
    switch shape {
    case .choice(let words): words.first
    case .written(_, let example, _, _): example
    default: nil
    }
  }

  @Test func `the reference has a heading for every section and kind, and a row for every key`() {
    let page = CatalogueReference.markdown
    let lines = page.split(separator: "\n")
    let headings = Self.keys(CatalogueReader.file).map(\.name) + KindReader.all.map { $0.card.key }
    for heading in headings {
      #expect(lines.contains { $0 == "### \(heading)" }, "\(heading)")
    }
    for key in KindReader.all.flatMap({ $0.card.keys }) {
      #expect(lines.contains { $0.hasPrefix("| `\(key.name)` |") && $0.contains(key.summary) })
    }
    for line in lines where line.hasPrefix("|") {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect([4, 5, 6].contains(bars), "\(line)")
    }
  }

  // MARK: - The schema

  private var schema: [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(CatalogueSchema.text.utf8)) as? [String: Any]
  }

  /// A part of the schema by the names of its members, through references.
  private func part(_ path: String...) throws -> [String: Any] {
    var part = try #require(schema)
    for name in path {
      part = try #require(resolved(part)[name] as? [String: Any], "\(path) at \(name)")
    }
    return resolved(part)
  }

  private func resolved(_ part: [String: Any]) -> [String: Any] {
    var part = part
    while let reference = part.removeValue(forKey: "$ref") as? String,
      let definitions = schema?["$defs"] as? [String: Any],
      let target = definitions[String(reference.dropFirst("#/$defs/".count))] as? [String: Any]
    {
      part.merge(target) { own, _ in own }
    }
    return part
  }

  private func kind(_ key: String) throws -> [String: Any] {
    try part("properties", "standards", "items", "properties", key)
  }

  @Test func `every kind with its keys is there, and no other key`() throws {
    for card in KindReader.all.map({ $0.card }) {
      let schema = try kind(card.key)
      #expect(schema["description"] as? String == card.summary)
      #expect(schema["additionalProperties"] as? Bool == false)
      let properties = try #require(schema["properties"] as? [String: Any])
      #expect(Set(properties.keys) == Set(card.keys.map(\.name)))
      let required = schema["required"] as? [String] ?? []
      #expect(required == card.keys.filter(\.isRequired).map(\.name))
    }
  }

  @Test func `a key says what it is for, what holds without it, and how it may look`() throws {
    let share = try part(
      "properties", "standards", "items", "properties", "pick-up", "properties", "share")
    #expect(share["description"] as? String == "for how many of the tickets; 100% if left out")
    #expect(share["default"] as? String == "100%")
    #expect(share["examples"] as? [String] == ["95%"])
    #expect(share["pattern"] as? String == Share.pattern)
    let shouting = try part(
      "properties", "standards", "items", "properties", "calm", "properties", "shouting-at-most")
    #expect(shouting["minimum"] as? Int == 0)
    #expect(shouting["maximum"] as? Int == 20)
    #expect(shouting["default"] as? Int == 2)
    let severity = try part("properties", "standards", "items", "properties", "severity")
    #expect(severity["enum"] as? [String] == Standard.Severity.allCases.map { $0.rawValue })
    #expect(severity["default"] as? String == "major")
    let waivable = try part("properties", "standards", "items", "properties", "waivable")
    #expect(waivable["default"] as? Bool == true)
    let owner = try part("properties", "standards", "items", "properties", "owner")
    #expect(owner["default"] == nil, "it depends on the kind")
  }

  @Test func `nothing long is said twice, and every reference leads somewhere`() throws {
    let text = CatalogueSchema.text
    let definitions = try #require(schema?["$defs"] as? [String: Any])
    let references = text.matches(of: /"#\/\$defs\/([^"]+)"/).map { String($0.output.1) }
    #expect(Set(references) == Set(definitions.keys))
    #expect(text.matches(of: /the longest message that the channel carries/).count == 1)
    #expect(text.ranges(of: "when the customer asked").count == 1)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 || $0.contains("\": \"") })
  }

  @Test func `only keywords are used that older editors know`() {
    for keyword in [
      "prefixItems", "unevaluatedProperties", "dependentRequired", "dependentSchemas",
    ] {
      #expect(!CatalogueSchema.text.contains("\"\(keyword)\""))
    }
  }
}

/// The share and the marks of examples have patterns of their own.
struct SchemaPatternTests {
  @Test(arguments: [
    "95%", "99.5 %", "99,5%", "100%", "0%", "007%", "1 0 0 %", "100,00%", "\u{A0}5%",
  ])
  func `every share that is read matches`(text: String) throws {
    #expect(Share(written: text) != nil)
    #expect(text.contains(try Regex(Share.pattern)))
  }

  @Test(arguments: [
    "95", "%", "101%", "120%", "-5%", ".5%", "5.%", "1.2.3%", "100.5%", "95% ", "a%",
  ])
  func `what is no share does not match`(text: String) throws {
    #expect(Share(written: text) == nil)
    #expect(!text.contains(try Regex(Share.pattern)))
  }

  @Test(arguments: [
    ("a ==b== c", true), ("==a==", true), ("a = b", true), ("a == b", false), ("==a== == b", false),
    ("a === b == c", true), ("=====", true), ("===", false), ("", false), (" \n", false),
    ("==a\nb== c", true),
  ])
  func `an example's marks come in pairs`(text: String, isPaired: Bool) throws {
    #expect(text.contains(try Regex(MarkedText.pattern)) == isPaired)
    let file =
      "catalogue: {name: D, languages: [en]}\nphrases: {w: [x]}\nstandards: [{id: a, title: A, "
      + "greeting: {phrases: w}, examples: {pass: [\"\(text.replacing("\n", with: "\\n"))\"]}}]"
    let found = CatalogueReader.read([SourceText(path: "a.yaml", bytes: Array(file.utf8))])
    #expect(found.diagnostics.isEmpty == isPaired, "\(found.diagnostics.all.map(\.message))")
  }
}
