import Diagnostics
package import SourceYAML

/// When something more may be sold, and when never.
package struct Upsell: StandardKind {
  /// What makes an offer welcome.
  package enum Exception: String, CaseIterable, Sendable {
    /// The customer asked for it.
    case asked
    /// It mends the cause of the trouble.
    case fixesCause = "fixes-cause"
  }

  /// What an offer's number is counted over.
  package enum Count: String, CaseIterable, Sendable {
    case reply, ticket
  }

  /// The name of the list of words that offer.
  package let phrases: String
  /// The name of the list of what costs extra.
  package let products: String
  /// The circumstances in which nothing is offered.
  package let neverWhen: Circumstances
  /// What makes an offer welcome all the same.
  package let unless: [Exception]
  /// The most offers allowed; nil when there is no bound.
  package let atMost: Limit?

  /// Circumstances of a ticket.
  package struct Circumstances: Hashable, Sendable {
    /// What the ticket is about.
    package let topics: [String]
  }

  /// A number of offers.
  package struct Limit: Hashable, Sendable {
    /// How many (≥ 0).
    package let number: Int
    /// In what.
    package let per: Count

    /// Creates a limit.
    package init(number: Int, per: Count) {
      self.number = number
      self.per = per
    }
  }

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "the list of words that offer something", required: true)
  private static let productsKey = Key<String>.phraseList(
    "products", "the list of what costs extra", required: true)
  private static let topicsKey = Key<[String]>.list(
    "topic", "what the ticket is about", of: .name(of: "topic")
  ) { node, diagnostics in node.text(of: "a topic", &diagnostics) }
  private static let neverWhenKey = Key<YAMLNode>(
    "never-when", "the circumstances in which nothing is offered",
    shape: .record([topicsKey.description])
  ) { node, _ in node }
  private static let unlessKey = Key<[Exception]>.list(
    "unless", "what makes an offer welcome all the same",
    of: .choice(Exception.allCases.map { $0.rawValue })
  ) { node, diagnostics in node.choice(of: Exception.self, for: "'unless'", &diagnostics) }
  private static let atMostKey = Key<Limit>(
    "at-most", "the most offers in a ticket or reply", shape: .written("1 per ticket")
  ) { node, diagnostics in Limit(node, &diagnostics) }

  package static let card = KindCard(
    key: "upsell",
    summary: "When something more may be sold, and when never.",
    subject: .words,
    keys: [
      phrasesKey.description, productsKey.description, neverWhenKey.description,
      unlessKey.description, atMostKey.description,
    ])

  package var parameters: [Parameter] {
    [
      Parameter("phrases", phrases), Parameter("products", products),
      Parameter(
        "never-when",
        neverWhen.topics.isEmpty ? nil : "topic \(neverWhen.topics.joined(separator: ", "))"),
      Parameter(
        "unless", unless.isEmpty ? nil : unless.map { $0.rawValue }.joined(separator: ", ")),
      Parameter("at-most", atMost.map { "\($0.number) per \($0.per.rawValue)" }),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let phrases = reading.phrases(Self.phrasesKey, in: record)
    let products = reading.phrases(Self.productsKey, in: record)
    var topics: [String] = []
    if let node = record.optional(Self.neverWhenKey, &reading.diagnostics),
      let when = Record(
        node, subject: "never-when", keys: [Self.topicsKey.description],
        into: &reading.diagnostics)
    {
      topics = when.required(Self.topicsKey, &reading.diagnostics) ?? []
    }
    neverWhen = Circumstances(topics: topics)
    unless = record.optional(Self.unlessKey, &reading.diagnostics) ?? []
    atMost = record.optional(Self.atMostKey, &reading.diagnostics)
    guard let phrases, let products else { return nil }
    self.phrases = phrases
    self.products = products
    if record.entry(Self.neverWhenKey.name) == nil, record.entry(Self.atMostKey.name) == nil,
      record.misspelt.isEmpty
    {
      reading.diagnostics.error(
        "upsell.empty", "this asks nothing: it names neither 'never-when' nor 'at-most'",
        at: record.node.firstLine,
        fixIt: "add never-when: {topic: [outage, complaint]} or at-most: 1 per ticket")
    }
  }
}

extension Upsell.Limit {
  fileprivate init?(_ node: YAMLNode, _ diagnostics: inout Diagnostics) {
    let words = (node.scalarText ?? "").split(separator: " ")
    guard words.count == 3, let number = Int(words[0]), (0...100).contains(number),
      words[1] == "per", let per = Upsell.Count(rawValue: String(words[2]))
    else {
      diagnostics.error(
        "value.limit", "'at-most' is a number per ticket or reply, not \(node.kindInWords)",
        at: node.place, fixIt: "write, for instance, 1 per ticket")
      return nil
    }
    self.init(number: number, per: per)
  }
}
