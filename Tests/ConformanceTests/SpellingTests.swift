import Conformance
import Dictionaries
import Standards
import Testing

/// Spelling by the dictionaries of this machine; rows are skipped where one is missing.
struct SpellingTests {
  /// The dictionary, what the agent wrote, the verdict, and the words it points at.
  static let rows: [(String, String, Verdict.Outcome, [String])] = [
    ("en_GB", "Hello Anna, your mailbox works again and nothing was lost.", .met, []),
    (
      "en_GB", "Hello Anna, please relaod the page and tell us what you see there.", .missed,
      ["relaod"]
    ),
    (
      "en_GB", "Hello Anna, we have recieved your letter and will answer it today.", .missed,
      ["recieved"]
    ),
    // Names, addresses, products, numbers and quotations.
    (
      "en_GB", "Hello Anna, Zbigniew from HostPol moved blog.exampel.eu to PHP8 with wp_optoins.",
      .met, []
    ),
    ("en_GB", "Write to suport@hostpol.pl or open https://hostpol.pl/relaod and wait.", .met, []),
    ("en_GB", "The form says \"relaod\" and we will correct it this week.", .met, []),
    // Terms that no dictionary has.
    (
      "en_GB", "Hello Anna, the webhookery behind your account is running again.", .undecided,
      ["webhookery"]
    ),
    ("pl_PL", "Dzień dobry, sprawdzimy zgłoszenie i odpowiemy dzisiaj do czternastej.", .met, []),
    (
      "pl_PL", "Dzień dobry, sprawdzimy zgłoszneie i odpowiemy dzisiaj do czternastej.", .missed,
      ["zgłoszneie"]
    ),
    // Without diacritics it is a way to write, not a mistake.
    (
      "pl_PL", "dzien dobry, sprawdzimy zgloszenie i odpowiemy dzisiaj do czternastej", .undecided,
      ["dzien", "zgloszenie"]
    ),
    ("cs_CZ", "Dobrý den, Vaši žádost jsme přijali a odpovíme na ni dnes.", .met, []),
    ("cs_CZ", "Dobrý den, Vaši žádsot jsme přijali a odpovíme na ni dnes.", .missed, ["žádsot"]),
  ]

  @Test(arguments: rows.indices)
  func `slips are told from names and terms`(row: Int) throws {
    let (name, text, outcome, words) = Self.rows[row]
    guard Dictionaries.shared.named(name) != nil else {
      print("skipped: no dictionary \(name) here")
      return
    }
    let verdict = try #require(try Self.verdicts("{dictionaries: [\(name)]}", text).first)
    #expect(verdict.outcome == outcome, "\(verdict.message)")
    let found = verdict.evidence.compactMap { evidence in
      if case .words(let words) = evidence { words.text } else { nil }
    }
    #expect(found == words)
  }

  @Test func `a reply in another language than the dictionary's is nobody's mistake`() throws {
    guard Dictionaries.shared.named("en_GB") != nil else {
      print("skipped: no dictionary en_GB here")
      return
    }
    let text = "dzien dobry, sprawdzimy zgloszenie i odpowiemy dzisiaj do czternastej"
    let verdict = try #require(try Self.verdicts("{dictionaries: [en_GB]}", text).first)
    #expect(verdict.outcome == .undecided)
  }

  @Test func `without the dictionary a person must look`() throws {
    let found = try Self.verdicts("{dictionaries: [xx_XX]}", "Helo, it is don.")
    #expect(found.map(\.outcome) == [.undecided])
    #expect(found.map(\.message) == ["no dictionary 'xx_XX' is found"])
  }

  private static func verdicts(_ spelling: String, _ text: String) throws -> [Verdict] {
    let ticket = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T09:10 agent \(text)")
    return try Desk.auditor(["{id: a, title: A, spelling: \(spelling)}"]).audit(ticket).verdicts
  }
}
