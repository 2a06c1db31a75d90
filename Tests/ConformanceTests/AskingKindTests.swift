import Conformance
import Testing
import Tickets

/// What customers are asked for: again, or never.
struct AskingKindTests {
  private static let again = "asked-again: {}"

  @Test(arguments: [
    ("Numer zamówienia: 12345, paczka nie doszła.", "Proszę podać numer zamówienia."),
    ("Moje zamówienie 12345 nie doszło.", "Jaki jest numer zamówienia?"),
    ("Číslo objednávky je 2026001, nic nepřišlo.", "Napište nám prosím číslo objednávky."),
    ("My order number is 12345, nothing came.", "Could you send us your order number?"),
    ("Mój telefon: 600 100 200, proszę dzwonić.", "Prosimy o numer telefonu."),
    ("Moje domena kavarna.cz nejde.", "O jakou doménu jde?"),
    ("Our contract number is AB-2026-17.", "Please provide the contract number."),
    ("Datum narození: 12.05.1980.", "Sdělte nám datum narození."),
  ])
  func `what the customer wrote is not asked again`(asked: String, reply: String) throws {
    var setting = ReplyKind.Setting()
    setting.asked = asked
    let verdict = try ReplyKind.verdict(Self.again, "Dzień dobry. \(reply)", setting)
    #expect(verdict.outcome == .missed, "\(verdict.message)")
    #expect(verdict.words == [reply])
    #expect(verdict.events == [0])
    // Without the customer's words there is nothing to ask again.
    #expect(try ReplyKind.outcome(Self.again, reply) == "met")
  }

  @Test(arguments: [
    // Perhaps another one, perhaps wrong, perhaps to find out who writes.
    ("Numer zamówienia: 12345.", "Proszę podać poprawny numer zamówienia.", "undecided"),
    ("Numer zamówienia: 12345.", "Nie widzę takiego. Proszę podać numer zamówienia.", "undecided"),
    (
      "Order number: 12345.", "To verify your identity, please send your order number.", "undecided"
    ),
    ("Numer zamówienia: 12345, numer zamówienia: 67890.", "Podaj numer zamówienia.", "undecided"),
    ("Nie działa kawa.pl", "Proszę podać nazwę domeny.", "undecided"),
    // Not asked for, or already at hand.
    ("Numer zamówienia: 12345.", "Sprawdziłam numer zamówienia i już jest dobrze.", "met"),
    ("Order number: 12345.", "I will send you the order number of the new parcel.", "met"),
    ("Číslo objednávky: 12345.", "Číslo objednávky znám, děkuji za něj.", "met"),
    ("Zadzwońcie: 600 100 200.", "Prosimy o numer zamówienia.", "met"),
    ("Telefon: 600 100 200.", "Proszę o kontakt pod numer telefonu 221002003.", "undecided"),
    ("Domena kawa.pl nie działa.", "Proszę o podanie rejestratora domeny.", "undecided"),
  ])
  func `what may have a reason is left to a person, what is not asked is fine`(
    asked: String, reply: String, outcome: String
  ) throws {
    var setting = ReplyKind.Setting()
    setting.asked = asked
    let verdict = try ReplyKind.verdict(Self.again, reply, setting)
    #expect(verdict.outcome.rawValue == outcome, "\(verdict.message)")
  }

  @Test func `fields of the ticket count, those that are meant`() throws {
    var setting = ReplyKind.Setting()
    setting.fields = [
      JSONField("order-number", .integer(12345)), JSONField("domain", .string(" ")),
    ]
    let reply = "Please send us your order number."
    let verdict = try ReplyKind.verdict(Self.again, reply, setting)
    #expect(verdict.outcome == .missed)
    #expect(verdict.message.contains("the ticket's fields"))
    #expect(
      try ReplyKind.outcome("asked-again: {fields: [order-number]}", reply, setting) == "missed")
    #expect(try ReplyKind.outcome("asked-again: {fields: [domain]}", reply, setting) == "met")
    // An empty field says nothing.
    #expect(
      try ReplyKind.outcome(Self.again, "Please send us your domain name.", setting) == "met")
  }

  @Test func `the customer's name is known, a company's is not a person's`() throws {
    let reply = "Proszę podać imię i nazwisko."
    #expect(try ReplyKind.outcome(Self.again, reply) == "missed")
    var company = ReplyKind.Setting()
    company.customer = Customer(name: "Nowak sp. z o.o.")
    #expect(try ReplyKind.outcome(Self.again, reply, company) == "undecided")
    company.customer = Customer()
    #expect(try ReplyKind.outcome(Self.again, reply, company) == "met")
  }

  @Test func `only what was said before the reply counts, and nothing quoted`() throws {
    var later = ReplyKind.Setting()
    later.after = ["2026-03-02T09:40 customer My order number is 12345."]
    let reply = "Please send us your order number."
    #expect(try ReplyKind.outcome(Self.again, reply, later) == "met")
    var quoted = ReplyKind.Setting()
    quoted.asked = "My order number is 12345."
    #expect(
      try ReplyKind.outcome(
        Self.again, "It is done.\n\nOn Mon, 2 Mar 2026 at 08:00 Anna wrote:\n> \(reply)", quoted)
        == "met")
  }

  // MARK: - Secrets and changes

  private static let secrets = ReplyKind.Setting(
    phrases: "secrets: {pl: [hasł*, pin, cvv], cs: [hesl*], en: [password, card number]}")
  private static let never = "authorise: {never-ask: secrets}"

  @Test(arguments: [
    ("Proszę podać hasło do poczty.", "missed"), ("Proszę nam przesłać hasło.", "missed"),
    ("Jakie jest Pana hasło?", "missed"), ("Pošlete nám prosím vaše heslo.", "missed"),
    ("Could you send us your password?", "missed"),
    ("Please provide the full card number.", "missed"),
    // Look-alikes.
    ("Nigdy nie prosimy o podanie hasła.", "met"), ("Never send us your password.", "met"),
    ("Please do not send us your password.", "met"), ("Neposílejte nám heslo.", "met"),
    ("Czy hasło już działa?", "met"), ("Hasło zmieniliśmy wczoraj wieczorem.", "met"),
    ("Proszę ustawić nowe hasło w panelu.", "met"), ("Please reset your password.", "met"),
    // Doubtful ones.
    ("Proszę podać hasło w oknie logowania.", "undecided"),
    ("Please tell us whether the password works.", "undecided"),
    ("If all else fails, please send us your password.", "undecided"),
  ])
  func `secrets are never asked for`(reply: String, outcome: String) throws {
    let verdict = try ReplyKind.verdict(Self.never, reply, Self.secrets)
    #expect(verdict.outcome.rawValue == outcome, "\(verdict.message)")
    if outcome == "missed" { #expect(verdict.words == [reply]) }
  }

  private static let changes = "authorise: {verified-before: changes}"

  @Test(arguments: [
    ([] as [String], "Zmieniłam adres e-mail konta.", "undecided"),
    ([], "Sprawdziłam adres e-mail konta.", "met"),
    (
      ["2026-03-02T09:10 agent Proszę podać PESEL, aby potwierdzić tożsamość."],
      "Zmieniłam adres e-mail konta i już działa.",
      "met"
    ),
    ([], "Po potwierdzeniu tożsamości zmieniłam adres.", "met"),
    // Words of checking something else are no verification of a person.
    (
      ["2026-03-02T09:10 agent Zweryfikuję logi serwera."],
      "Zmieniłam adres e-mail konta i już działa.", "undecided"
    ),
  ])
  func `nothing is changed for anybody`(
    between: [String], reply: String, outcome: String
  ) throws {
    var setting = ReplyKind.Setting(phrases: "changes: {pl: [zmieniłam adres]}")
    setting.between = between
    #expect(try ReplyKind.outcome(Self.changes, reply, setting) == outcome)
  }

  @Test func `a field may say that the customer was not verified`() throws {
    var setting = ReplyKind.Setting(phrases: "changes: {pl: [zmieniłam adres]}")
    setting.fields = [JSONField("verified", .bool(false))]
    #expect(try ReplyKind.outcome(Self.changes, "Zmieniłam adres.", setting) == "missed")
    setting.fields = [JSONField("verified", .bool(true))]
    #expect(try ReplyKind.outcome(Self.changes, "Zmieniłam adres.", setting) == "met")
  }
}
