package import Diagnostics
import ServiceTime
package import SourceYAML
package import Standards

/// Reads a file of waivers (YAML).
package enum WaiverReader {
  private static let ticketKey = Key<String>.text("ticket", "the ticket's id", required: true)
    .such(as: "ML-2601")
  private static let standardKey = Key<String>(
    "standard", "the standard that was missed", shape: .name(of: "standard"), required: true
  ) { node, diagnostics in node.text(of: "'standard'", &diagnostics) }.such(as: "greet")
  private static let eventKey = Key<Int>.wholeNumber(
    "event", "the reply, by its index among the ticket's events", in: 0...1_000_000
  ).otherwise("every miss of the standard in the ticket").such(as: "3")
  private static let whoKey = Key<String>.text("who", "who lets it pass", required: true)
    .such(as: "Kasia")
  private static let whyKey = Key<String>.text("why", "why it is let pass", required: true)
    .such(as: "the customer asked for no greeting")
  private static let untilKey = Key<CivilDate>(
    "until", "the last day on which it holds", shape: .date
  ) { node, diagnostics in
    guard let text = node.text(of: "'until'", &diagnostics) else { return nil }
    do throws(DateError) {
      return try CivilDate(written: text)
    } catch {
      diagnostics.error("waiver.date", error.message, at: node.place, fixIt: error.suggestion)
      return nil
    }
  }.otherwise("it holds for good").such(as: "2026-12-31")
  private static let keys = [
    ticketKey.description, standardKey.description, eventKey.description, whoKey.description,
    whyKey.description, untilKey.description,
  ]
  private static let waiversKey = Key<YAMLNode>(
    "waivers", "the misses that are let pass", shape: .sequence(of: .record(keys)), required: true
  ) { node, _ in node }
  private static let fileKeys = [waiversKey.description]

  /// What a file may say.
  package static let file = Shape.record(fileKeys)

  /// Reads the waivers; only to be relied on when there are no errors.
  ///
  /// - Parameters:
  ///   - catalogue: Its standards, so that a misspelt one is noticed, and one without exceptions.
  ///   - diagnostics: Where everything wrong is reported.
  /// - Complexity: O(bytes).
  package static func read(
    _ text: SourceText, catalogue: Catalogue, into diagnostics: inout Diagnostics
  ) -> [Waiver] {
    var syntax = Diagnostics()
    let root = YAMLReader.read(text, into: &syntax)
    diagnostics.append(contentsOf: syntax)
    guard let root else {
      if !syntax.hasErrors {
        diagnostics.error(
          "waiver.empty", "the file is empty", at: SourceRange(text: text, utf8: 0..<0),
          fixIt: "begin it with waivers: and a list, or with waivers: [] for none")
      }
      return []
    }
    guard
      let record = Record(root, subject: "a file of waivers", keys: fileKeys, into: &diagnostics),
      let list = record.required(waiversKey, &diagnostics)
    else { return [] }
    guard let nodes = list.sequence else {
      diagnostics.error(
        "value.type", "'waivers' must be a list, not \(list.kindInWords)", at: list.firstLine,
        fixIt: "write each waiver behind a dash")
      return []
    }
    var waivers: [Waiver] = []
    var first: [VerdictKey: SourceRange] = [:]
    for node in nodes {
      guard let waiver = waiver(node, catalogue, &diagnostics) else { continue }
      let key = VerdictKey(
        ticket: waiver.ticket, event: waiver.event, standard: waiver.standard)
      if let place = first[key] {
        diagnostics.error(
          "waiver.duplicate", "'\(waiver.standard)' is waived for this ticket twice",
          at: waiver.place, notes: [Diagnostic.Note("first here", at: place)],
          fixIt: "delete one of them")
      } else {
        first[key] = waiver.place
      }
      waivers.append(waiver)
    }
    return waivers
  }

  private static func waiver(
    _ node: YAMLNode, _ catalogue: Catalogue, _ diagnostics: inout Diagnostics
  ) -> Waiver? {
    guard let record = Record(node, subject: "a waiver", keys: keys, into: &diagnostics) else {
      return nil
    }
    let ticket = record.required(ticketKey, &diagnostics)
    let standard = record.required(standardKey, &diagnostics)
    let event = record.optional(eventKey, &diagnostics)
    let who = record.required(whoKey, &diagnostics)
    let why = record.required(whyKey, &diagnostics)
    let until = record.optional(untilKey, &diagnostics)
    if let standard, let entry = record.entry(standardKey.name) {
      check(standard, at: entry.value.place, catalogue, &diagnostics)
    }
    guard let ticket, let standard, let who, let why else { return nil }
    return Waiver(
      ticket: ticket, event: event, standard: standard, who: who, why: why, until: until,
      place: node.firstLine)
  }

  private static func check(
    _ id: String, at place: SourceRange, _ catalogue: Catalogue, _ diagnostics: inout Diagnostics
  ) {
    guard let standard = catalogue.standards.first(where: { $0.id == id }) else {
      let near = nearestName(to: id, among: catalogue.standards.map(\.id))
      diagnostics.error(
        "name.unknown", "there is no standard '\(id.shortened)'", at: place,
        fixIt: near.map { "did you mean '\($0)'?" } ?? "name a standard of the catalogue")
      return
    }
    if !standard.isWaivable {
      diagnostics.error(
        "waiver.not-waivable", "'\(id)' lets nothing pass: its standard says waivable: false",
        at: place, fixIt: "delete the waiver; who decides so may allow waivers in the catalogue")
    }
  }
}
