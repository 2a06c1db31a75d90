package import Diagnostics
import ServiceTime
package import SourceYAML
import TextMatching

/// Reads a catalogue from its YAML files.
package enum CatalogueReader {
  /// What came of reading: the catalogue as far as it could be read, and everything wrong with it.
  package struct Result: Sendable {
    /// The catalogue; only to be relied on when there are no errors.
    package let catalogue: Catalogue
    /// Everything wrong, in the order of files and lines.
    package let diagnostics: Diagnostics
  }

  private static let topicsKey = Key<[YAMLNode]>.names(
    "topics",
    "what tickets can be about; any other topic is an error then; with words, a ticket that names no "
      + "topic has the one whose words its first message holds",
    of: "topic")
  private static let topics = KeyDescription(
    topicsKey.name, topicsKey.description.summary,
    .oneOf([topicsKey.description.shape, .mapping(to: PhraseListReader.shape)]),
    example: "[outage, billing, complaint]")

  /// The shape of a file; one without anything is fine among others.
  package static let file = Shape.orNothing(.record(sections))

  /// The keys of a file, with everything that may stand below them.
  package static let sections = [
    KeyDescription(
      "catalogue", "name, version, languages and owner", .record(CatalogueHead.keys)),
    KeyDescription(
      "calendars", "opening hours by name",
      .orNothing(.mapping(to: .record(CalendarReader.keys)))),
    KeyDescription(
      "channels", "the ways customers get in touch, by name",
      .orNothing(.mapping(to: .record(ChannelReader.keys, rules: ChannelReader.rules)))),
    topics,
    KeyDescription(
      "phrases",
      "word lists by name, for all languages or per language; 'thanks' and 'out-of-office' add to "
        + "the built-in lists by which customers' messages are read",
      .orNothing(.mapping(to: PhraseListReader.shape))),
    KeyDescription(
      "standards", "what is promised",
      .orNothing(.sequence(of: .record(StandardReader.keys, rules: StandardReader.rules)))),
  ]

  /// Reads the files together; the order of `texts` is the order of the standards.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found before, to be reported together.
  ///   - examples: Whether those of the standards are read, and what is wrong with them.
  /// - Complexity: O(bytes).
  package static func read(
    _ texts: [SourceText], after diagnostics: Diagnostics = Diagnostics(), examples: Bool = true
  ) -> Result {
    var reading = CatalogueReading(readsExamples: examples)
    reading.diagnostics = diagnostics
    var parts = Parts()
    for text in texts {
      guard let root = YAMLReader.read(text, into: &reading.diagnostics) else { continue }
      guard
        let record = Record(
          root, subject: "a file of a catalogue", keys: sections, into: &reading.diagnostics)
      else { continue }
      parts.read(record, &reading)
    }
    let head = parts.head(of: texts, &reading)
    let catalogue = Catalogue(
      name: head.name, version: head.version, languages: head.languages, owner: head.owner,
      calendars: parts.calendars.values, channels: parts.channels.values,
      topics: parts.topics, topicWords: parts.topicWords.values,
      phraseLists: parts.phraseLists.values, standards: parts.standards.values)
    reading.checkStretches(in: catalogue.zone)
    reading.checkMoments(in: catalogue)
    reading.checkScopes(in: catalogue)
    reading.checkPromises(in: catalogue)
    reading.checkReferences(in: catalogue, besides: parts.misspeltSections)
    return Result(catalogue: catalogue, diagnostics: reading.diagnostics)
  }

  /// Things under names, in order, of which each name is given once.
  struct Named<Value> {
    private(set) var values: [Value] = []
    private var places: [String: SourceRange] = [:]

    /// Notes a name; reports it and returns false when it was given before.
    mutating func claim(
      _ name: String, what: String, at place: SourceRange, _ diagnostics: inout Diagnostics
    ) -> Bool {
      if let first = places[name] {
        diagnostics.error(
          "name.duplicate", "\(what) '\(name)' is defined twice", at: place,
          notes: [.init("the first is here", at: first)],
          fixIt: "rename one, or delete it")
        return false
      }
      places[name] = place
      return true
    }

    mutating func append(_ value: Value) {
      values.append(value)
    }
  }

  private struct Parts {
    var heads: [(head: CatalogueHead, place: SourceRange)] = []
    var calendars = Named<ServiceCalendar>()
    var channels = Named<ContactChannel>()
    var topics: [String] = []
    var topicWords = Named<PhraseList>()
    var phraseLists = Named<PhraseList>()
    var standards = Named<Standard>()
    /// Sections that are there under a wrong name: what they define is not unknown.
    var misspeltSections: [String] = []

    mutating func read(_ file: Record, _ reading: inout CatalogueReading) {
      misspeltSections += file.misspelt
      if let entry = file.entry("catalogue"),
        let head = CatalogueHead(entry.value, &reading)
      {
        heads.append((head, entry.key.place))
      }
      for entry in file.entries(of: "calendars", &reading) {
        guard
          calendars.claim(
            entry.keyText, what: "calendar", at: entry.key.place, &reading.diagnostics)
        else { continue }
        if entry.keyText == "always" {
          reading.diagnostics.error(
            "name.reserved", "'always' means day and night and cannot be a calendar's name",
            at: entry.key.place)
        }
        if let calendar = CalendarReader.read(entry, &reading) { calendars.append(calendar) }
      }
      for entry in file.entries(of: "channels", &reading) {
        guard
          channels.claim(entry.keyText, what: "channel", at: entry.key.place, &reading.diagnostics)
        else { continue }
        if let channel = ChannelReader.read(entry, &reading) { channels.append(channel) }
      }
      readTopics(file, &reading)
      for entry in file.entries(of: "phrases", &reading) {
        guard
          phraseLists.claim(
            entry.keyText, what: "phrase list", at: entry.key.place, &reading.diagnostics)
        else { continue }
        phraseLists.append(PhraseListReader.read(entry, &reading.diagnostics))
      }
      for node in file.elements(of: "standards", &reading) {
        guard let standard = StandardReader.read(node, &reading) else { continue }
        if standards.claim(
          standard.id, what: "standard", at: standard.place, &reading.diagnostics)
        {
          standards.append(standard)
        }
      }
    }

    /// Topics are a list of names, or a mapping from names to words.
    private mutating func readTopics(_ file: Record, _ reading: inout CatalogueReading) {
      guard case .mapping(let entries)? = file.entry("topics")?.value.content else {
        topics += reading.names(topicsKey, in: file) ?? []
        return
      }
      for entry in entries
      where topicWords.claim(
        entry.keyText, what: "topic", at: entry.key.place, &reading.diagnostics)
      {
        topics.append(entry.keyText)
        topicWords.append(PhraseListReader.read(entry, &reading.diagnostics))
      }
    }

    /// The one head that there must be.
    func head(of texts: [SourceText], _ reading: inout CatalogueReading) -> CatalogueHead {
      guard let first = heads.first else {
        if !reading.diagnostics.hasErrors {
          reading.diagnostics.error(
            "catalogue.missing", "none of the files has 'catalogue:' with the catalogue's name",
            at: texts.first.map { SourceRange(text: $0, utf8: 0..<0) },
            fixIt: "add catalogue: {name: …, languages: [en]} to one of them")
        }
        return .unnamed
      }
      for other in heads.dropFirst() {
        reading.diagnostics.error(
          "catalogue.duplicate", "'catalogue:' stands in two files", at: other.place,
          notes: [.init("the first is here", at: first.place)],
          fixIt: "keep one of them")
      }
      return first.head
    }
  }
}

extension Record {
  /// The entries of a section that maps names to things; none when it is left out or empty.
  fileprivate func entries(
    of section: String, _ reading: inout CatalogueReading
  ) -> [YAMLEntry] {
    entry(section)?.value.entries(of: "'\(section)'", &reading.diagnostics) ?? []
  }

  /// The elements of a section that is a list; none when it is left out or empty.
  fileprivate func elements(
    of section: String, _ reading: inout CatalogueReading
  ) -> [YAMLNode] {
    guard let value = entry(section)?.value, !value.isEmpty else { return [] }
    if let nodes = value.sequence { return nodes }
    reading.diagnostics.error(
      "value.type", "'\(section)' must be a list, not \(value.kindInWords)", at: value.firstLine,
      fixIt: "begin each of them with '- id: …'")
    return []
  }
}
