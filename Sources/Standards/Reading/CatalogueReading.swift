package import Diagnostics
import ServiceTime
import SourceYAML

/// What is collected while the files of a catalogue are read.
///
/// Names are only noted at first, since a standard may use a calendar of a file that comes later;
/// `checkReferences` looks them up once everything is read.
package struct CatalogueReading {
  /// What a name stands for.
  enum Namespace: String {
    case calendar
    case phraseList = "phrase list"
    case channel
    case topic
    case language
  }

  private struct Reference {
    let namespace: Namespace
    let name: String
    let place: SourceRange
  }

  /// Everything wrong so far.
  package var diagnostics = Diagnostics()
  /// Whether the examples of standards are wanted.
  let readsExamples: Bool
  private var references: [Reference] = []
  private var dayCounts: [(place: SourceRange, calendar: String)] = []
  private var stretches: [(inForce: InForce, place: SourceRange)] = []

  package init(readsExamples: Bool = true) { self.readsExamples = readsExamples }

  /// Notes that a name is used, to be looked up at the end.
  mutating func refer(to namespace: Namespace, _ name: String, at place: SourceRange) {
    references.append(Reference(namespace: namespace, name: name, place: place))
  }

  /// Reads the name of a phrase list and notes it.
  mutating func phrases(_ key: Key<String>, in record: Record) -> String? {
    guard let name = value(key, in: record), let place = record.entry(key.name)?.value.place else {
      return nil
    }
    refer(to: .phraseList, name, at: place)
    return name
  }

  /// Notes a time written in days that is counted on a calendar, where a day has fewer hours.
  mutating func checkDays(_ node: YAMLNode?, _ hours: PromiseHours) {
    guard let node, case .calendar(let name) = hours, let text = node.scalarText,
      (try? WrittenTimeSpan(text))?.usesDays == true
    else { return }
    dayCounts.append((node.place, name))
  }

  /// Notes when a standard is in force, to be checked once the desk's clocks are known.
  mutating func checkOrder(of inForce: InForce, at place: SourceRange) {
    stretches.append((inForce, place))
  }

  /// Reports standards that are never in force.
  mutating func checkStretches(in zone: ZoneTable) {
    for (inForce, place) in stretches {
      guard let from = inForce.from, let until = inForce.until,
        let start = inForce.start(in: zone), let end = inForce.end(in: zone), end <= start
      else { continue }
      diagnostics.error(
        "in-force.order", "nothing is in force from \(from) until \(until)", at: place,
        fixIt: "write the earlier one under 'from'")
    }
  }

  /// After so many unknown names no near ones are looked for.
  private static let mostLooks = 300

  /// Names for a message; of very many only the first.
  private static func list(_ names: [String]) -> String {
    let shown = 40
    let list = names.prefix(shown).joined(separator: ", ")
    return names.count <= shown ? list : "\(list) and \(names.count - shown) more"
  }

  /// Reports every name that nothing was defined under.
  ///
  /// - Parameter misspelt: Sections whose names are not looked up, since they could not be read.
  mutating func checkReferences(in catalogue: Catalogue, besides misspelt: [String]) {
    let names = DefinedNames(catalogue)
    var unknown = 0
    for reference in references {
      guard !names[reference.namespace].contains(reference.name) else { continue }
      let section = reference.namespace == .phraseList ? "phrases" : "\(reference.namespace)s"
      if misspelt.contains(section) { continue }
      let known: [String]
      switch reference.namespace {
      case .calendar: known = catalogue.calendars.map(\.name)
      case .phraseList: known = catalogue.phraseLists.map(\.name)
      case .channel: known = catalogue.channels.map(\.name)
      case .topic: known = catalogue.topics
      case .language: known = catalogue.languages
      }
      // Topics need not be listed, and a catalogue without languages was reported.
      if known.isEmpty, [.topic, .language].contains(reference.namespace) { continue }
      unknown += 1
      // Every look for a near name goes through all names: too many would take minutes.
      let near =
        unknown <= Self.mostLooks ? nearestName(to: reference.name, among: known) : nil
      diagnostics.error(
        "name.unknown",
        "there is no \(reference.namespace.rawValue) '\(reference.name.shortened)'",
        at: reference.place,
        fixIt: near.map { "did you mean '\($0)'?" }
          ?? (known.isEmpty
            ? "define it under '\(section)'" : "known: \(Self.list(known))"))
    }
    for (place, name) in dayCounts {
      guard catalogue.calendar(named: name) != nil else { continue }
      diagnostics.warning(
        "time.days", "a day counts as 24 open hours of '\(name)', which is more than one day there",
        at: place, fixIt: "write the time in hours")
    }
  }
}

/// The names that a catalogue defines, to be looked up many times.
private struct DefinedNames {
  private let calendars: Set<String>
  private let phraseLists: Set<String>
  private let channels: Set<String>
  private let topics: Set<String>
  private let languages: Set<String>

  init(_ catalogue: Catalogue) {
    calendars = Set(catalogue.calendars.map(\.name))
    phraseLists = Set(catalogue.phraseLists.map(\.name))
    channels = Set(catalogue.channels.map(\.name))
    topics = Set(catalogue.topics)
    languages = Set(catalogue.languages)
  }

  subscript(namespace: CatalogueReading.Namespace) -> Set<String> {
    switch namespace {
    case .calendar: calendars
    case .phraseList: phraseLists
    case .channel: channels
    case .topic: topics
    case .language: languages
    }
  }
}
