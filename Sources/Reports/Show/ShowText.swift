package import Standards

/// A catalogue's standards as a table for a terminal 100 columns wide.
package struct ShowText: Sendable {
  /// The widest line (unit: characters).
  package static let width = 100

  private let isColoured: Bool

  /// Creates a renderer, with bold titles for a terminal or without.
  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// All standards: promises of time first, then the rest, each in the order of the catalogue.
  ///
  /// - Parameter language: The code of the language of titles and of our own words.
  package func render(_ catalogue: Catalogue, in language: String) -> String {
    let words = Words(language)
    let facts = StandardFacts(catalogue, words)
    var lines = [heading(catalogue, words)]
    for group in StandardGroup.allCases {
      let standards = group.standards(of: catalogue)
      if standards.isEmpty { continue }
      lines += ["", head(group, words)]
      for standard in standards {
        lines.append("")
        lines += rows(of: standard, facts)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ catalogue: Catalogue, _ words: Words) -> String {
    let version = catalogue.version.map { " (\($0))" } ?? ""
    let owner = catalogue.owner.map { ", \($0)" } ?? ""
    return TerminalText.plain(
      "\(catalogue.name)\(version)\(owner): "
        + words.standards(catalogue.standards.count))
  }

  /// Column widths: the id, what it asks, severity, weight, owner.
  private static let idWidth = 20
  private static let askWidth = 49
  private static let rightWidths = [9, 6, 8]

  private func head(_ group: StandardGroup, _ words: Words) -> String {
    let title = words[group.heading]
    let padded = TerminalText.padded(title, to: Self.idWidth + 2 + Self.askWidth)
    return bold(padded) + "  " + right([words[.severity], words[.weight], words[.owner]])
  }

  private func right(_ cells: [String]) -> String {
    let padded = zip(cells, Self.rightWidths).enumerated().map { index, cell in
      // The weight is a number.
      index == 1
        ? String(repeating: " ", count: max(0, cell.1 - cell.0.count)) + cell.0
        : TerminalText.padded(cell.0, to: cell.1)
    }
    return TerminalText.withoutTrailingSpaces(padded.joined(separator: "  "))
  }

  private func rows(of standard: Standard, _ facts: StandardFacts) -> [String] {
    let words = facts.words
    let title = TerminalText.wrapped(standard.title.entry(in: words).text, to: Self.askWidth)
    var rest = TerminalText.wrapped(facts.asks(standard), to: Self.askWidth)
    rest += TerminalText.wrapped(facts.appliesTo(standard.scope), to: Self.askWidth)
    if let inForce = facts.inForce(standard.inForce) {
      rest += TerminalText.wrapped(
        "\(words[.inForce].lowercased()) \(inForce)", to: Self.askWidth)
    }
    let cells = [
      words.value(standard.severity.rawValue), "\(standard.weight)",
      words[standard.owner == .team ? .team : .agent],
    ]
    var lines: [String] = []
    var id = TerminalText.plain(standard.id)
    if id.count > Self.idWidth {
      lines.append(id)
      id = ""
    }
    for (index, line) in (title + rest).enumerated() {
      let left = TerminalText.padded(index == 0 ? id : "", to: Self.idWidth)
      let isTitle = index < title.count
      let middle = index == 0 ? TerminalText.padded(line, to: Self.askWidth) : line
      lines.append(
        left + "  " + (isTitle ? bold(middle) : middle) + (index == 0 ? "  " + right(cells) : ""))
    }
    return lines
  }

  private func bold(_ text: String) -> String {
    isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

extension StandardGroup {
  fileprivate var heading: Term {
    switch self {
    case .times: .groupOfTimes
    case .tickets: .groupOfTickets
    case .words: .groupOfWords
    case .review: .groupOfReview
    }
  }
}
