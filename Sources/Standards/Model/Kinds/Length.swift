import Diagnostics
package import SourceYAML

/// How long a reply is.
package struct Length: StandardKind {
  /// What is counted.
  package enum Unit: String, CaseIterable, Sendable {
    case words, characters, sentences
  }

  /// A number of words, characters or sentences.
  package struct Amount: Hashable, Sendable, CustomStringConvertible {
    /// How many (1…100,000).
    package let number: Int
    /// Of what.
    package let unit: Unit

    /// Creates an amount.
    package init(_ number: Int, _ unit: Unit) {
      self.number = number
      self.unit = unit
    }

    /// The amount as the catalogue writes it: `280 characters`.
    package var description: String { "\(number) \(unit.rawValue)" }
  }

  /// The least that a reply has; nil when there is no bound.
  package let atLeast: Amount?
  /// The most that a reply has; nil when there is no bound.
  package let atMost: Amount?

  private static let atLeastKey = amount("at-least", "the least that a reply has")
    .such(as: "10 words")
  private static let atMostKey = amount("at-most", "the most that a reply has")
    .such(as: "280 characters")

  package static let card = KindCard(
    key: "length",
    summary: "How long a reply is at least and at most.",
    subject: .words,
    keys: [atLeastKey.description, atMostKey.description], rules: [.atLeastOne(asking)])
  private static let asking = [atLeastKey.name, atMostKey.name]

  package var parameters: [Parameter] {
    [Parameter("at-least", atLeast?.description), Parameter("at-most", atMost?.description)]
      .compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    atLeast = record.optional(Self.atLeastKey, &reading.diagnostics)
    atMost = record.optional(Self.atMostKey, &reading.diagnostics)
    reading.requireOne(
      of: Self.asking, in: record,
      fixIt: "add, for instance, at-most: 280 characters")
    if let atLeast, let atMost, atLeast.unit == atMost.unit, atLeast.number > atMost.number {
      reading.diagnostics.error(
        "length.order", "no reply has at least \(atLeast) and at most \(atMost)",
        at: record.entry(Self.atMostKey.name)?.value.place,
        fixIt: "write the smaller number under 'at-least'")
      return nil
    }
  }

  private static func amount(_ name: String, _ summary: String) -> Key<Amount> {
    let units = Unit.allCases.map { $0.rawValue }.joined(separator: "|")
    let shape = Shape.written(
      "a number of words, characters or sentences", example: "280 characters",
      pattern: "^ *[+]?0*([1-9][0-9]{0,4}|100000) +(\(units)) *$")
    return Key(name, summary, shape: shape) { node, diagnostics in
      let parts = (node.scalarText ?? "").split(separator: " ")
      if parts.count == 2, let number = Int(parts[0]), (1...100_000).contains(number),
        let unit = Unit(rawValue: String(parts[1]))
      {
        return Amount(number, unit)
      }
      diagnostics.error(
        "value.amount",
        "'\(name)' is a number of words, characters or sentences, not \(node.kindInWords)",
        at: node.place, fixIt: "write, for instance, 120 words or 280 characters")
      return nil
    }
  }
}
