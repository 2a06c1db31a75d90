import Conformance
import Diagnostics
import Standards
import Testing
import Tickets

/// Topics that are told from the customer's words.
struct TopicWordsTests {
  private static let standards = """
      - id: sale
        title: No sale
        upsell: {phrases: sales, products: products, never-when: {topic: [outage]}}
      - {id: intake, title: Topic, intake: {fields: [topic]}}
    """

  private func verdicts(_ question: String, topic: String? = nil) throws -> [String: Verdict] {
    let topics = "topics: {outage: {en: [down, not working]}, billing: {en: [invoice*]}}"
    let text = "\(Desk.frame)\n\(topics)\nstandards:\n\(Self.standards)"
    let reading = CatalogueReader.read([SourceText(path: "desk.yaml", bytes: Array(text.utf8))])
    #expect(reading.diagnostics.all.map(\.message) == [])
    let auditor = try Auditor(reading.catalogue, Lexicon.builtIn().lexicon)
    let ticket = try Desk.ticket(
      topic: topic, "2026-03-02T09:00 customer \(question)",
      "2026-03-02T09:10 agent Hello, we recommend the backup plan.")
    return Dictionary(
      auditor.audit(ticket).verdicts.map { ($0.standard, $0) }, uniquingKeysWith: { $1 })
  }

  @Test func `a topic without a name is the one whose words stand in the first message`() throws {
    let found = try verdicts("My site is DOWN again")
    let sale = try #require(found["sale"])
    #expect(sale.outcome == .missed)
    #expect(sale.message.hasSuffix("(topic 'outage', told by the customer's words)"))
    // What the words tell, the log does not carry.
    #expect(found["intake"]?.outcome == .missed)
  }

  @Test func `words of another topic tell that one, and those of two tell none`() throws {
    #expect(try verdicts("Where are my invoices?")["sale"]?.outcome == .met)
    let both = try verdicts("The site is down, and the invoice is wrong")
    #expect(both["sale"]?.outcome == .undecided)
    #expect(try verdicts("Hello")["sale"]?.outcome == .undecided)
  }

  @Test func `a topic that is named counts, whatever the words`() throws {
    #expect(try verdicts("It is down", topic: "billing")["sale"]?.outcome == .met)
    let named = try verdicts("Where is my invoice?", topic: "outage")
    #expect(named["sale"]?.outcome == .missed)
    #expect(named["sale"]?.message.contains("told by") == false)
  }
}
