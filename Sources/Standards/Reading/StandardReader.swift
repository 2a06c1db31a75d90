import Diagnostics
import ServiceTime
import SourceYAML

/// Reads one element of `standards`.
enum StandardReader {
  private static let idKey = Key<String>.id(
    "id", "the name that reports use", example: "email-quarter")
  private static let titleKey = Key<LocalizedText>.localized(
    "title", "the promise in one sentence", required: true
  ).such(as: "The first reply opens with a greeting")
  private static let whyKey = Key<LocalizedText>.localized(
    "why", "why a customer cares"
  ).such(as: "A greeting tells the customer that there is a person at the other end.")
  private static let sourceKey = Key<String>.text(
    "source", "where the standard was taken from"
  ).such(as: "Customer service charter, section 3")
  private static let weightKey = Key<Int>.wholeNumber(
    "weight", "how much it counts among the others", in: 0...100
  ).otherwise("1").such(as: "10")
  private static let severityKey = Key<Standard.Severity>.choice(
    "severity",
    "what missing it does: critical fails the whole reply or ticket, minor is shown last"
  ).otherwise("major")
  private static let ownerKey = Key<Standard.Owner>.choice(
    "owner",
    "whose result it is"
  ).otherwise("words belong to the agent, times and tickets to the team")
  private static let waivableKey = Key<Bool>.boolean(
    "waivable", "whether a finding may be waived with a reason"
  ).otherwise("true").such(as: "false")
  private static let tagsKey = Key<[String]>.list(
    "tags", "words to find it by", of: .text
  ) { node, diagnostics in node.text(of: "a tag", &diagnostics) }.such(as: "[courtesy]")
  private static let scopeKey = Key<YAMLNode>.record(
    "applies-to", "the tickets and replies that it is about", keys: ScopeReader.keys
  ).otherwise("all").such(as: "{channel: [email], stage: first-reply}")
  private static let inForceKey = Key<YAMLNode>.record(
    "in-force", "from when and until when it holds", keys: InForceReader.keys,
    rules: InForceReader.rules
  ).otherwise("always").such(as: "{from: 2026-12-01}")
  private static let replacesKey = Key<String>.text(
    "replaces", "the id of the standard that it takes the place of"
  ).such(as: "greet-2025")
  private static let examplesKey = Key<YAMLNode>.record(
    "examples", "what keeps it and what breaks it", keys: ExamplesReader.keys
  ).such(as: "{pass: [\"==Hello== Anna, …\"], fail: [\"Please restart.\"]}")

  static let ownKeys = [
    idKey.description, titleKey.description, whyKey.description, sourceKey.description,
    scopeKey.description, inForceKey.description, replacesKey.description, weightKey.description,
    severityKey.description, ownerKey.description,
    waivableKey.description, tagsKey.description, examplesKey.description,
  ]

  static let keys = ownKeys + KindReader.keys

  static let rules = [KeyRule.exactlyOne(KindReader.all.map { $0.card.key })]

  static func read(_ node: YAMLNode, _ reading: inout CatalogueReading) -> Standard? {
    let subject: String
    if case .mapping(let entries) = node.content,
      let id = entries.entry("id")?.value.scalarText, !id.isEmpty
    {
      subject = "standard '\(id.shortened)'"
    } else {
      subject = "this standard"
    }
    guard
      let record = Record(
        node, subject: subject, keys: keys, into: &reading.diagnostics,
        advice: HandlingTimeWords.advice(onKey:))
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
    let inForce = InForceReader.read(inForceKey, in: record, &reading)
    let replaces = record.optional(replacesKey, &reading.diagnostics)
    let requirement = requirement(in: record, &reading)
    var examples = Examples()
    if reading.readsExamples, let node = record.optional(examplesKey, &reading.diagnostics) {
      examples = ExamplesReader.read(node, of: subject, for: requirement, &reading)
    }
    guard let id, let title, let requirement else { return nil }
    if replaces == id {
      reading.diagnostics.warning(
        "replaces.itself", "\(subject) cannot take its own place",
        at: record.entry(replacesKey.name)?.value.place,
        fixIt: "give this one an id of its own, or delete 'replaces'")
    }
    return Standard(
      id: id, title: title, why: why, source: source, scope: scope, inForce: inForce,
      replaces: replaces, requirement: requirement, weight: weight ?? 1,
      severity: severity ?? .major, owner: owner ?? requirement.kind.card.subject.owner,
      isWaivable: waivable ?? true, tags: tags ?? [], examples: examples,
      place: record.entry(idKey.name)?.value.place ?? node.firstLine)
  }

  /// Reads the one requirement that a standard must have.
  private static func requirement(
    in record: Record, _ reading: inout CatalogueReading
  ) -> Requirement? {
    var found = record.entries.compactMap { entry in
      KindReader.place(ofKey: entry).map { (place: $0, entry: entry) }
    }
    if found.count > 1 { found.sort { $0.place < $1.place } }
    guard let first = found.first else {
      // A requirement under a wrong name was reported, and is not missing.
      let isReported =
        KindReader.all.contains { record.misspelt.contains($0.card.key) }
        || record.entries.contains { HandlingTimeWords.advice(onKey: $0.keyText) != nil }
      if isReported { return nil }
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
    let reader = KindReader.all[first.place]
    let card = reader.card
    if card.standsAlone, first.entry.value.scalarText != nil {
      reading.diagnostics.error(
        "requirement.no-mapping",
        "'\(card.key)' must be a mapping, not \(first.entry.value.kindInWords)",
        at: first.entry.value.isEmpty ? first.entry.key.place : first.entry.value.place,
        fixIt: "write \(card.key): {}, or its parameters: "
          + card.keys.map(\.name).joined(separator: ", "))
      return nil
    }
    guard
      let kind = Record(
        first.entry.value, subject: "'\(first.entry.keyText)'", keys: card.keys,
        into: &reading.diagnostics)
    else { return nil }
    return reader.read(kind, &reading)
  }
}
