package import Foundation
import SourceYAML
import Standards

/// Small catalogues to begin with: those that ship, cut into pieces, those that are broken in one
/// place, and one of each kind.
package enum CatalogueSeeds {
  /// All seeds, in an order that is always the same.
  ///
  /// - Parameter root: The folder of the package.
  package static func all(root: URL) throws -> [[UInt8]] {
    var seeds = everyKind
    for folder in ["standards", "samples/shop-standards"] {
      seeds += try pieces(of: root.appending(path: folder))
    }
    for file in try files(in: root.appending(path: "Tests/StandardsTests/Broken")) {
      seeds.append([UInt8](try Data(contentsOf: file)))
    }
    return seeds
  }

  /// The YAML files of a folder by name.
  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0) }
  }

  // MARK: - What ships

  /// Each standard and each word list of a catalogue for itself, behind the catalogue's head and
  /// short lists of all names.
  private static func pieces(of folder: URL) throws -> [[UInt8]] {
    var head = ""
    var lists: [String] = []
    var standards: [String] = []
    for file in try files(in: folder) {
      let text = try String(contentsOf: file, encoding: .utf8)
      if file.lastPathComponent == "catalogue.yaml" { head = text }
      if let start = text.range(of: "\nstandards:\n") {
        standards += items(of: text[start.upperBound...], isStart: { $0.hasPrefix("  - id:") })
      }
      if let start = text.range(of: "\nphrases:\n") {
        lists += items(of: text[start.upperBound...]) { line in
          line.hasPrefix("  ") && line.hasSuffix(":") && line.dropFirst(2).first?.isLetter == true
        }
      }
    }
    let names = lists.compactMap { $0.split(separator: ":").first }
    let short = names.map { "\($0): [słowo, 'word* *']\n" }.joined()
    let frame = "\(head)\nphrases:\n\(short)"
    return standards.map { Array("\(frame)\(CatalogueProbe.cut)standards:\n\($0)".utf8) }
      + lists.map { Array("\(head)\nphrases:\n\($0)".utf8) }
  }

  /// The items of a section, each from a line that starts one; at most so many bytes of each.
  private static func items(
    of section: Substring, upTo length: Int = 2_500, isStart: (Substring) -> Bool
  ) -> [String] {
    var items: [String] = []
    for line in section.split(separator: "\n", omittingEmptySubsequences: false) {
      if isStart(line) {
        items.append("\(line)\n")
      } else if let last = items.last, last.utf8.count + line.utf8.count < length {
        items[items.count - 1] += "\(line)\n"
      }
    }
    return items
  }

  // MARK: - Every kind

  private static let frame = """
    catalogue: {name: Test desk, version: 2026-11, languages: [pl, en], owner: Ola}
    calendars:
      desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}, holidays: PL}
    channels:
      email: {kind: deferred, intake-delay: 10 min}
      phone: {kind: live}
    topics: [outage, billing]
    phrases:
      words: {en: [hello, "dear *"], pl: ["szanown* pan*", "(a|) witam"]}
    standards:

    """

  /// For each kind a catalogue with all of its keys, and one with those it needs.
  private static var everyKind: [[UInt8]] {
    KindReader.all.flatMap { reader in
      [reader.card.keys, reader.card.keys.filter(\.isRequired)].map { keys in
        let log =
          "{log: [{at: 2026-03-02 19:50, customer: Help}, {at: 20:05, group: second, by: Ola}, "
          + "{at: +12 h, agent: Done.}, {at: 2026-03-04T09:00+01:00, rating: 9, scale: nps}], "
          + "takes: 13 min, as-of: +1 h, verdict: undecided, fields: {domain: a}}"
        let example =
          switch reader.card.subject {
          case .time:
            "{asked: 2026-03-02 19:50, answered: 2026-03-03 08:03, takes: 13 min}, \(log)"
          case .ticket: log
          case .words, .review: "==Hello==, we call you by 16:00."
          }
        return Array(
          """
          \(frame)  - id: one
              title: {pl: Raz, en: Once}
              applies-to: {channel: \(reader.card.key == "pick-up" ? "phone" : "email"), topic: outage}
              in-force: {from: 2026-01-01, until: 2026-12-31}
              \(reader.card.key): \(record(keys))
              examples: {pass: ["\(example)"], fail: [\(example)]}

          """.utf8)
      }
    }
  }

  private static func record(_ keys: [KeyDescription]) -> String {
    "{" + keys.map { "\($0.name): \(value($0.shape))" }.joined(separator: ", ") + "}"
  }

  /// A value of a shape.
  private static func value(_ shape: Shape) -> String {
    switch shape {
    case .text: "a text"
    case .boolean: "true"
    case .wholeNumber(let range): "\(range.lowerBound)"
    case .timeSpan: "4 h"
    case .share: "95%"
    case .choice(let words): words.first ?? "a"
    case .name(let what):
      ["phrase list": "words", "topic": "outage", "channel": "email", "language": "pl"][what]
        ?? "desk"
    case .date: "2026-12-24"
    case .languageCode: "pl"
    case .list(let element, _), .sequence(let element): "[\(value(element))]"
    case .localized(let one), .orNothing(let one): value(one)
    case .record(let keys, _): record(keys)
    case .oneOf(let shapes): shapes.first.map { value($0) } ?? "a"
    case .mapping(_, let element): "{pl: \(value(element))}"
    case .written(_, let example, _, _): example
    }
  }
}
