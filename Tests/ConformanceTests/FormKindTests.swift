import Conformance
import Testing
import Tickets

/// Words, capitals, length, language and how hard a reply is to read.
struct FormKindTests {
  private static let petent = "wording: {avoid: [{phrase: {pl: petent*}, instead: {pl: klient}}]}"

  @Test(arguments: [
    ("Sprawdziłam to dla petenta i już działa.", "missed", ["petenta"]),
    ("Sprawdziłam to dla klienta i już działa.", "met", []),
    ("W formularzu jest słowo \"petent\", zmienimy je jutro.", "undecided", ["petent"]),
    // The word of one language is none of another's.
    ("We found the word petent in the file and it is gone now.", "met", []),
    ("petent", "undecided", ["petent"]),
  ])
  func `words that are never used`(reply: String, outcome: String, words: [String]) throws {
    let verdict = try ReplyKind.verdict(Self.petent, reply)
    #expect(verdict.outcome.rawValue == outcome)
    #expect(verdict.words == words)
    if outcome == "missed" { #expect(verdict.message.hasSuffix("instead: klient")) }
  }

  private static let invoice =
    "wording: {require: [{topic: [billing], phrase: {pl: [numer faktury], en: [invoice number]}}]}"

  @Test(arguments: [
    ("billing", "The invoice number is 12 and it is paid.", "met"),
    ("billing", "The invoice is paid, thank you for that.", "missed"),
    ("billing", "Fakturu jsme dostali a je zaplacená, děkujeme.", "undecided"),
    ("outage", "The server is up again, thank you.", "not-applicable"),
    (nil, "The server is up again, thank you.", "undecided"),
    (nil, "The invoice number is 12 and it is paid.", "met"),
  ])
  func `words that are owed by topic`(topic: String?, reply: String, outcome: String) throws {
    #expect(
      try ReplyKind.outcome(Self.invoice, reply, ReplyKind.Setting(topic: topic)) == outcome)
  }

  @Test(arguments: [
    ("Already done! Thank you.", "met", []),
    ("Already done!! Thank you.", "missed", ["!!"]),
    ("Really done?! Thank you.", "met", []),
    ("What did you do???", "missed", ["???"]),
    ("NIE RÓB TEGO NIGDY WIĘCEJ, proszę.", "missed", ["NIE RÓB TEGO NIGDY WIĘCEJ"]),
    ("TOHLE UŽ NIKDY NEDĚLEJTE, prosím.", "missed", ["TOHLE UŽ NIKDY NEDĚLEJTE"]),
    ("We check DNS, SSL, VPS and HTTP now.", "met", []),
    ("The VPS PRO MAX is up.", "undecided", ["VPS PRO MAX"]),
    ("It says \"ERROR ESTABLISHING DATABASE CONNECTION\" there.", "undecided", nil),
    ("DNS works, and I AM here.", "met", []),
  ])
  func `nobody shouts`(reply: String, outcome: String, words: [String]?) throws {
    let verdict = try ReplyKind.verdict("calm: {}", reply)
    #expect(verdict.outcome.rawValue == outcome)
    if let words { #expect(verdict.words == words) }
  }

  @Test func `bounds of calm are the catalogue's`() throws {
    #expect(try ReplyKind.outcome("calm: {shouting-at-most: 0}", "It WORKS now.") == "missed")
    #expect(try ReplyKind.outcome("calm: {exclamation-marks-at-most: 0}", "Done!") == "missed")
    #expect(try ReplyKind.outcome("calm: {exclamation-marks-at-most: 3}", "Done!!!") == "met")
  }

  private static let polish = "Serwer już działa, sprawdziliśmy go i wszystko jest w porządku."
  private static let czech = "Server už zase běží, zkontrolovali jsme ho a vše je v pořádku."
  private static let english = "The server is up again, we have checked it and all is well now."

  @Test(arguments: [
    ("pl", "Help", polish, "met"), ("pl", "Help", english, "missed"),
    ("pl-PL", "Help", polish, "met"), (nil, polish, czech, "missed"), (nil, czech, czech, "met"),
    // The ticket names one language, the customer writes another: both are read.
    ("pl", english, english, "met"), ("pl", english, czech, "missed"),
    (nil, "?", polish, "undecided"), ("sk", "?", czech, "undecided"),
    ("pl", "?", "OK", "undecided"),
    ("uk", "?", english, "undecided"),
  ])
  func `a reply is in a language that the customer reads`(
    language: String?, asked: String, reply: String, outcome: String
  ) throws {
    let setting = ReplyKind.Setting(
      customer: Customer(name: "Anna Nowak", language: language), asked: asked)
    #expect(try ReplyKind.outcome("language: {}", reply, setting) == outcome)
  }

  @Test func `some languages are allowed whoever writes`() throws {
    #expect(try ReplyKind.outcome("language: {one-of: [pl, en]}", Self.english) == "met")
    #expect(try ReplyKind.outcome("language: {one-of: [pl, en]}", Self.czech) == "missed")
  }

  @Test(
    arguments: [
      ("at-most: 4 words", "One two three four.", "met", nil),
      ("at-most: 4 words", "One two - three four five six.", "missed", "five six."),
      ("at-least: 4 words", "One two three.", "missed", "One two three."),
      ("at-most: 6 characters", "Zażół.", "met", nil),
      ("at-most: 6 characters", "Zażółć 👩🏽‍🔧.", "missed", nil),
      ("at-most: 2 sentences", "One. Two.\n\nOla", "undecided", nil),
      ("at-most: 2 sentences", "One. Two. Three.", "missed", "Three."),
      ("at-least: 3 sentences", "One. Two.\n\nOla", "undecided", nil),
      ("at-least: 3 sentences", "One. Two.", "missed", nil),
      ("at-least: 1 words, at-most: 9 words", "One two.", "met", nil),
    ] as [(String, String, String, String?)])
  func `length is counted`(bounds: String, reply: String, outcome: String, words: String?) throws {
    let verdict = try ReplyKind.verdict("length: {\(bounds)}", reply)
    #expect(verdict.outcome.rawValue == outcome, "\(verdict.message)")
    if let words { #expect(verdict.words == [words]) }
  }

  @Test func `quoted mail is not counted`() throws {
    let reply = "It works.\n\nOn Mon, 2 Mar 2026 at 08:00 Anna wrote:\n> one two three four five"
    #expect(try ReplyKind.outcome("length: {at-most: 4 words}", reply) == "met")
    #expect(
      try ReplyKind.outcome("calm: {}", "It works.\n\n> REALLY REALLY REALLY BAD!!!") == "met")
  }

  @Test func `long sentences are shown`() throws {
    let reply = "Hello,\nit works. We had to restart the server because the disk was full of mail."
    let standard = "readability: {words-per-sentence-at-most: 6}"
    let verdict = try ReplyKind.verdict(standard, reply)
    #expect(verdict.outcome == .missed)
    #expect(verdict.words == ["We had to restart the server because the disk was full of mail."])
    #expect(verdict.message == "8.0 words per sentence, at most 6 are allowed")
    // The average counts, exactly at the bound too.
    let met = try ReplyKind.outcome(
      "readability: {words-per-sentence-at-most: 5}", "One two three four five. A b c d e.\n\nOla")
    #expect(met == "met")
  }

  /// 35 words in two sentences, six of them hard: 0.4 · (17.5 + 100 · 6 / 35) = 13.86.
  private static let hardEnglish =
    "The administration considers additional documentation necessary for the verification of the "
    + "invoice that you have sent to us on Friday. We hope that you can help and send the next "
    + "one with all of it."

  @Test func `the fog index is Gunning's in English`() throws {
    let verdict = try ReplyKind.verdict("readability: {fog-at-most: 12}", Self.hardEnglish)
    #expect(verdict.outcome == .missed)
    #expect(
      verdict.words == [
        "administration", "considers", "additional", "documentation", "necessary", "verification",
      ])
    #expect(verdict.message.hasPrefix("fog index 13.9,"), "\(verdict.message)")
  }

  @Test func `hard words of Polish have four syllables, of few words nothing is said`() throws {
    let hard = "Nieprawidłowo skonfigurowane oprogramowanie uniemożliwia uruchomienie."
    let verdict = try ReplyKind.verdict("readability: {fog-at-most: 12}", hard)
    #expect(verdict.outcome == .undecided)
    #expect(verdict.words.count == 5)
    #expect(
      try ReplyKind.outcome("readability: {fog-at-most: 12}", "Serwer działa, strona też.") == "met"
    )
  }

  @Test func `Czech is measured by words per sentence only`() throws {
    #expect(
      try ReplyKind.outcome("readability: {fog-at-most: 12}", Self.czech) == "not-applicable")
    let both = "readability: {fog-at-most: 12, words-per-sentence-at-most: 20}"
    let verdict = try ReplyKind.verdict(both, Self.czech)
    #expect(verdict.outcome == .met)
    #expect(verdict.message.hasSuffix("the fog index is not reckoned for 'cs'"))
  }
}
