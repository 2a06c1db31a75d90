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

  /// The name of the list of words that offer; nil for the built-in one.
  package let phrases: String?
  /// The name of the list of what costs extra.
  package let products: String
  /// The circumstances in which nothing is offered.
  package let neverWhen: Circumstances
  /// The only circumstances in which something may be offered; all when nothing is named.
  package let offerWhen: Circumstances
  /// What makes an offer welcome all the same.
  package let unless: [Exception]
  /// The most offers allowed; nil when there is no bound.
  package let atMost: Limit?
  /// What must have happened before anything is offered.
  package let notBefore: Stage?
  /// The name of the list of ways to offer that are never used; nil when all are welcome.
  package let manner: String?

  /// What must have happened before anything is offered.
  package enum Stage: String, CaseIterable, Sendable {
    /// The ticket is solved.
    case solved
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
    "phrases", "the list of words that offer something"
  ).otherwise("the built-in list").such(as: "sales-offers")
  private static let productsKey = Key<String>.phraseList(
    "products", "the list of what costs extra", required: true
  ).such(as: "products")
  private static let neverWhenKey = Key<YAMLNode>.topics(
    "never-when", "the circumstances in which nothing is offered"
  ).such(as: "{topic: [outage, complaint]}")
  private static let offerWhenKey = Key<YAMLNode>.topics(
    "offer-when", "the only circumstances in which something is offered"
  ).otherwise("any").such(as: "{topic: [billing]}")
  private static let unlessKey = Key<[Exception]>.list(
    "unless", "what makes an offer welcome all the same",
    of: .choice(Exception.allCases.map { $0.rawValue }), distinct: true
  ) { node, diagnostics in
    node.choice(of: Exception.self, for: "'unless'", &diagnostics)
  }.such(as: "[asked, fixes-cause]")
  private static let atMostKey = Key<Limit>(
    "at-most", "the most offers in a ticket or reply",
    shape: .written("a number per ticket or reply", example: "1 per ticket", pattern: limitPattern)
  ) { node, diagnostics in Limit(node, &diagnostics) }
  /// From 0 to 100, as ``Limit`` reads it.
  private static let limitPattern =
    "^ *([+]?0*([0-9]{1,2}|100)|-0+) +per +("
    + Count.allCases.map { $0.rawValue }.joined(separator: "|") + ") *$"
  private static let notBeforeKey = Key<Stage>.choice(
    "not-before", "what comes before any offer")
  private static let mannerKey = Key<String>.phraseList(
    "manner", "the list of ways to offer that are never used, such as pressing"
  ).such(as: "pushy")

  package static let card = KindCard(
    key: "upsell",
    summary: "When something more may be sold, and when never.",
    subject: .words,
    keys: [
      phrasesKey.description, productsKey.description, neverWhenKey.description,
      offerWhenKey.description, unlessKey.description, atMostKey.description,
      notBeforeKey.description, mannerKey.description,
    ],
    rules: [.atLeastOne(asking)])
  private static let asking = [
    neverWhenKey.name, offerWhenKey.name, atMostKey.name, notBeforeKey.name, mannerKey.name,
  ]

  package var parameters: [Parameter] {
    [
      Parameter("phrases", phrases ?? "built-in"), Parameter("products", products),
      Parameter("never-when", neverWhen.inWords), Parameter("offer-when", offerWhen.inWords),
      Parameter("unless", unless.map { $0.rawValue }),
      Parameter("at-most", atMost.map { "\($0.number) per \($0.per.rawValue)" }),
      Parameter("not-before", notBefore?.rawValue), Parameter("manner", manner),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    phrases = reading.phrases(Self.phrasesKey, in: record)
    let products = reading.phrases(Self.productsKey, in: record)
    neverWhen = reading.circumstances(Self.neverWhenKey, in: record)
    offerWhen = reading.circumstances(Self.offerWhenKey, in: record)
    unless = reading.distinct(Self.unlessKey, in: record)
    atMost = record.optional(Self.atMostKey, &reading.diagnostics)
    notBefore = record.optional(Self.notBeforeKey, &reading.diagnostics)
    manner = reading.phrases(Self.mannerKey, in: record)
    guard let products else { return nil }
    self.products = products
    reading.requireOne(
      of: Self.asking, in: record,
      fixIt: "add never-when: {topic: [outage, complaint]} or at-most: 1 per ticket")
    for topic in neverWhen.topics where offerWhen.topics.contains(topic) {
      reading.diagnostics.error(
        "upsell.contradiction",
        "'\(topic.shortened)' stands under 'never-when' and under 'offer-when'",
        at: record.entry(Self.offerWhenKey.name)?.value.place, fixIt: "delete it from one of them")
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
