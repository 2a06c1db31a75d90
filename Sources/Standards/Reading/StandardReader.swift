import Diagnostics
import ServiceTime
import SourceYAML

/// Reads one element of `standards`.
enum StandardReader {
  private static let idKey = Key<String>(
    "id", "the name that reports use", shape: .written("a name such as greet"), required: true
  ) { node, diagnostics in
    guard let id = node.text(of: "'id'", &diagnostics) else { return nil }
    let allowed = id.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard allowed, id.utf8.count <= 80 else {
      diagnostics.error(
        "id.unreadable", "'\(id.shortened)' cannot be an id", at: node.place,
        fixIt: "write small letters, digits and hyphens, such as email-quarter")
      return nil
    }
    return id
  }
  private static let titleKey = Key<LocalizedText>.localized(
    "title", "the promise in one sentence", required: true)
  private static let whyKey = Key<LocalizedText>.localized("why", "why a customer cares")
  private static let sourceKey = Key<String>.text("source", "where the standard was taken from")
  private static let weightKey = Key<Int>.wholeNumber(
    "weight", "how much it counts among the others; 1 if left out", in: 0...100)
  private static let severityKey = Key<Standard.Severity>.choice(
    "severity", "what missing it does; major if left out")
  private static let ownerKey = Key<Standard.Owner>.choice(
    "owner", "whose result it is; times belong to the team and words to the agent if left out")
  private static let waivableKey = Key<Bool>.boolean(
    "waivable", "whether a finding may be waived with a reason; true if left out")
  private static let tagsKey = Key<[String]>.list(
    "tags", "words to find it by", of: .text
  ) { node, diagnostics in node.text(of: "a tag", &diagnostics) }
  private static let scopeKey = Key<YAMLNode>(
    "applies-to", "the tickets and replies that it is about", shape: .record(ScopeReader.keys)
  ) { node, _ in node }
  private static let examplesKey = Key<YAMLNode>(
    "examples", "what keeps it and what breaks it", shape: .record(ExamplesReader.keys)
  ) { node, _ in node }

  static let ownKeys = [
    idKey.description, titleKey.description, whyKey.description, sourceKey.description,
    scopeKey.description, weightKey.description, severityKey.description, ownerKey.description,
    waivableKey.description, tagsKey.description, examplesKey.description,
  ]

  static let keys =
    ownKeys
    + KindReader.all.map { reader in
      KeyDescription(reader.card.key, reader.card.summary, .record(reader.card.keys))
    }

  static func read(_ node: YAMLNode, _ reading: inout CatalogueReading) -> Standard? {
    let subject: String
    if case .mapping(let entries) = node.content,
      let id = entries.first(where: { $0.keyText == "id" })?.value.scalarText, !id.isEmpty
    {
      subject = "standard '\(id.shortened)'"
    } else {
      subject = "this standard"
    }
    guard let record = Record(node, subject: subject, keys: keys, into: &reading.diagnostics)
    else { return nil }

    let id = record.required(idKey, &reading.diagnostics)
    let title = record.required(titleKey, &reading.diagnostics)
    let why = record.optional(whyKey, &reading.diagnostics)
    let source = record.optional(sourceKey, &reading.diagnostics)
    let weight = record.optional(weightKey, &reading.diagnostics)
    let severity = record.optional(severityKey, &reading.diagnostics)
    let owner = record.optional(ownerKey, &reading.diagnostics)
    let waivable = record.optional(waivableKey, &reading.diagnostics)
    let tags = record.optional(tagsKey, &reading.diagnostics)
    var scope = Scope()
    if let node = record.optional(scopeKey, &reading.diagnostics) {
      scope = ScopeReader.read(node, of: subject, &reading)
    }
    let requirement = requirement(in: record, &reading)
    var examples = Examples()
    if let node = record.optional(examplesKey, &reading.diagnostics) {
      examples = ExamplesReader.read(
        node, of: subject, for: requirement?.kind.card.subject, &reading.diagnostics)
    }
    guard let id, let title, let requirement else { return nil }
    let isTime = requirement.kind.card.subject == .time
    return Standard(
      id: id, title: title, why: why, source: source, scope: scope, requirement: requirement,
      weight: weight ?? 1, severity: severity ?? .major, owner: owner ?? (isTime ? .team : .agent),
      isWaivable: waivable ?? true, tags: tags ?? [], examples: examples,
      place: record.entry(idKey.name)?.value.place ?? node.firstLine)
  }

  /// Reads the one requirement that a standard must have.
  private static func requirement(
    in record: Record, _ reading: inout CatalogueReading
  ) -> Requirement? {
    let found = KindReader.all.compactMap { reader in
      record.entry(reader.card.key).map { (reader: reader, entry: $0) }
    }
    guard let first = found.first else {
      let kinds = KindReader.all.map(\.card.key).joined(separator: ", ")
      reading.diagnostics.error(
        "requirement.missing", "\(record.subject) asks nothing", at: record.node.firstLine,
        fixIt: "add one of \(kinds)")
      return nil
    }
    for other in found.dropFirst() {
      reading.diagnostics.error(
        "requirement.second",
        "\(record.subject) asks two things, '\(first.entry.keyText)' and "
          + "'\(other.entry.keyText)'",
        at: other.entry.key.place, fixIt: "write a standard of its own for each")
    }
    guard
      let kind = Record(
        first.entry.value, subject: "'\(first.entry.keyText)'", keys: first.reader.card.keys,
        into: &reading.diagnostics)
    else { return nil }
    return first.reader.read(kind, &reading)
  }
}
