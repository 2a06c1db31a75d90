import Diagnostics
import SourceYAML
package import Standards

/// The reference of the catalogue's keys in Markdown, made of what the reader itself goes by.
package enum CatalogueReference {
  /// The reference, with headings of the second level and below.
  ///
  /// - Complexity: O(keys).
  package static var markdown: String {
    let sections = CatalogueReader.file.keys
    var text = "## Sections\n\n"
    text += table(
      ["section", "what it is", "shape"],
      sections.map { ["[`\($0.name)`](#\($0.name))", $0.inWords, shape(of: $0)] })
    for section in sections { text += self.section(section) }
    text += "\n## Kinds\n\nA standard asks exactly one of these things.\n\n"
    text += table(
      ["kind", "asks", "judged on", "owner if left out"],
      KindReader.all.map { reader in
        let card = reader.card
        return [
          "[`\(card.key)`](#\(card.key))", card.summary, card.subject.inWords,
          card.subject.owner.rawValue,
        ]
      })
    for reader in KindReader.all { text += kind(reader.card) }
    return text
  }

  private static func shape(of section: KeyDescription) -> String {
    switch section.shape {
    case .orNothing(.mapping(_, .record)): "mapping from names to mappings"
    case .orNothing(.sequence): "list of mappings"
    default: section.shape.inWords
    }
  }

  private static func section(_ section: KeyDescription) -> String {
    let kinds = Set(KindReader.all.map { $0.card.key })
    let keys = section.shape.keys.filter { !kinds.contains($0.name) }
    var text = "\n### \(section.name)\n\n\(section.summary.sentence)\n"
    guard !keys.isEmpty else {
      return text + "\nValue: \(section.shape.inWords).\n"
    }
    text += "\n" + parameters(keys)
    text += rules(section.shape.rules)
    return text
  }

  private static func kind(_ card: KindCard) -> String {
    let shape = Shape.record(card.keys, rules: card.rules)
    let owner = card.subject.owner.rawValue
    var text = """

      ### \(card.key)

      \(card.summary)

      Judged on \(card.subject.inWords). If left out, the owner is the \(owner) and the severity major.

      ```yaml
      \(sample(of: card))
      ```

      """
    if !card.keys.isEmpty { text += "\n" + parameters(card.keys) }
    text += rules(shape.rules)
    return text
  }

  /// A requirement with all its parameters, as it might stand in a file.
  package static func sample(of card: KindCard) -> String {
    let lines = card.rules.allowed(among: card.keys).map { "  \($0.name): \($0.sample)" }
    return (["\(card.key):"] + lines).joined(separator: "\n")
  }

  // MARK: - Tables

  private static func parameters(_ keys: [KeyDescription]) -> String {
    table(["key", "value", "left out", "meaning", "example"], rows(of: keys))
  }

  /// A row for a key, and one for each key of the mapping under it; where the mapping is the same as
  /// that of a key before, its rows are not written twice.
  private static func rows(of keys: [KeyDescription], under path: String = "") -> [[String]] {
    var shown: [[KeyDescription]] = []
    return keys.flatMap { key in
      let inner = key.shape.keys
      let isNew = !shown.contains(inner)
      shown.append(inner)
      return [row(of: key, under: path)]
        + (isNew ? rows(of: inner, under: "\(path)\(key.name): ") : [])
    }
  }

  private static func row(of key: KeyDescription, under path: String) -> [String] {
    [
      "`\(path)\(key.name)`", key.shape.inWords,
      key.isRequired ? "**required**" : key.otherwise ?? "", key.summary, "`\(key.sample)`",
    ]
  }

  static func rules(_ rules: [KeyRule]) -> String {
    rules.isEmpty ? "" : "\n" + rules.map { $0.inWords }.joined(separator: " ") + "\n"
  }

  static func table(_ head: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return line(head) + line(head.map { _ in "---" }) + rows.map(line).joined()
  }
}

extension KindCard.Subject {
  /// What is looked at, in a few words.
  package var inWords: String {
    switch self {
    case .time: "the times between a ticket's events"
    case .ticket: "a ticket's log"
    case .words: "the words of a reply"
    case .review: "a person's answers"
    }
  }
}

extension String {
  /// With a capital and a full stop.
  var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
