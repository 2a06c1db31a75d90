import Standards
import Testing

@testable import Reports

/// Logs as people read them.
struct LogTests {
  private static func catalogue(_ logs: String) -> Catalogue {
    Catalogues.read(
      Catalogues.text.replacing(
        "      fail:\n        - {asked",
        with: "\(logs)      fail:\n        - {asked"))
  }

  /// One that only a person can judge, one in Polish, one in English.
  private static let logs = """
            - log:
                - {at: 2026-11-03 10:00, customer: "Good morning, and where is the invoice that I need?"}
                - {at: 10:09, agent: Your cat has eaten it again.}
              verdict: undecided
            - log:
                - {at: 2026-11-03 11:50, customer: "Dzień dobry, od rana nie działa nam cała strona."}
                - {at: 13:05, agent: "Dysk był pełny, strona działa od godziny 13:00.", by: Ola}
              takes: 15 min
            - log:
                - {at: 2026-11-03 10:00, customer: "Good morning, our whole site has been down since dawn."}
                - {at: +20 min, agent: "The disk was full, and the site works again <b>now</b>."}
              takes: 20 min

    """

  private static let every = [
    "customer: Help", "customer: 'Away.\n\n Back soon.', automatic: true", "agent: Hello, by: Ola",
    "agent: Hello", "system: Thanks", "note: disk, by: Ola", "status: hold",
    "assign: Jan, group: second", "priority: high", "priority: P1", "channel: chat",
    "answered: Ola",
    "abandoned: true", "work: 90", "rating: 9, scale: nps", "rating: 4.5, scale: csat",
    "merge: T-2",
  ].enumerated().map { "{at: \($0 == 0 ? "2026-11-03 09:00" : "+1 min"), \($1)}" }

  private func lines(_ language: String, _ more: String = "") throws -> LogLines {
    let catalogue = Self.catalogue(
      "        - {log: [\(Self.every.joined(separator: ", "))]\(more)}\n")
    let logs = catalogue.standards[0].examples.pass.compactMap { example -> Examples.Log? in
      if case .log(let log) = example { log } else { nil }
    }
    return LogLines(try #require(logs.first), Words(language), asWritten: language == "en")
  }

  @Test func `every line can be read`() throws {
    #expect(
      try lines("en", ", takes: 1 h 5 min, as-of: +1 h, verdict: undecided").plain == [
        "2026-11-03 09:00  customer: Help",
        "+1 min            customer (machine): Away. Back soon.",
        "+1 min            Ola: Hello", "+1 min            we: Hello",
        "+1 min            machine: Thanks", "+1 min            note (Ola): disk",
        "+1 min            status: hold", "+1 min            taken over by: Jan, second",
        "+1 min            high priority", "+1 min            priority: P1",
        "+1 min            channel: chat",
        "+1 min            picked up (Ola)", "+1 min            the customer gives up waiting",
        "+1 min            work: 1 min 30 s", "+1 min            rating (NPS): 9",
        "+1 min            rating (CSAT): 4.5", "+1 min            goes on in ticket: T-2",
        "known up to +1 h", "counts 1 h 5 min; only a person can tell",
      ])
    #expect(
      try lines("en", ", verdict: not-applicable").plain.last
        == "the standard asks nothing of it")
    let polish = try lines("pl").lines
    #expect(polish[0] == .init(when: "wtorek 3.11.2026, 9:00", who: "klient", text: "Help"))
    #expect(polish[3].who == "my" && polish[11].who == "odebrane (Ola)")
  }

  @Test func `a handbook shows the logs of its language, and none that leave a doubt`() throws {
    let catalogue = Self.catalogue(Self.logs)
    #expect(catalogue.standards[0].examples.pass.count == 5)
    let polish = Page(Handbook.page(of: catalogue, in: "pl"))
    let english = Page(Handbook.page(of: catalogue, in: "en"))
    for page in [polish, english] {
      #expect(page.problem == nil)
      #expect(page.elements.count { $0.attributes["class"] == "case" } == 1)
      #expect(page.elements.contains { $0.attributes["href"] == "#cases" })
      #expect(zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
      #expect(!page.text.contains("Your cat"))
    }
    #expect(polish.plainText.contains("✓ Dotrzymane · liczy się 15 min"))
    #expect(polish.plainText.contains("wtorek 3.11.2026, 11:50"))
    #expect(polish.text.contains("Dysk był pełny") && !polish.text.contains("The disk was full"))
    #expect(english.text.contains("The disk was full") && !english.text.contains("Dysk był"))
    #expect(english.text.contains("<b>now</b>"))
    let none = Page(Handbook.page(of: Catalogues.read(Catalogues.text), in: "pl"))
    #expect(!none.elements.contains { $0.attributes["id"] == "cases" })
  }

  @Test func `a log that nothing ends says so, and one that breaks the standard is crossed`() throws
  {
    let catalogue = Catalogues.read(
      Catalogues.text.replacing(
        "      fail:\n        - {asked",
        with:
          "      fail:\n        - {log: [{at: 2026-11-03 09:00, status: new}, {at: 09:00, "
          + "customer: Dzień dobry. Cała strona nie działa.}], as-of: 2026-11-03 10:01}\n"
          + "        - {asked"))
    let page = Page(Handbook.page(of: catalogue, in: "pl"))
    #expect(page.plainText.contains("✗ Złamane"))
    #expect(page.plainText.contains("wtorek 3.11.2026, 10:01nic więcej się nie stało"))
  }
}
