import Conformance
import Testing
import Tickets

/// Who is addressed, and who signs.
struct NameKindTests {
  @Test(arguments: [
    ("Dzień dobry, Pani Anno, już działa.", "met"),
    ("Dobrý den, paní Nowaková, už to běží.", "met"),
    ("Dear Ms Nowak, it works again.", "met"),
    ("Dzień dobry, serwer już działa i strona też.", "missed"),
    ("Dobrý den, server už zase běží.", "missed"),
    ("Hello, the server is up again.", "missed"),
    // A short form; one that nobody knows, or the name of somebody else.
    ("Cześć, Aniu, już działa.", "met"),
    ("Hi Bill, the server is up again.", "undecided"),
    ("Dobrý den, Honzo, server už zase běží.", "undecided"),
    // The name in small letters, and a domain that holds it.
    ("dzień dobry, pani anno, już działa.", "met"),
    ("Dzień dobry, pani anno, już działa.", "undecided"),
    ("Hello, your domain nowak-legal.eu works again.", "missed"),
    ("Dzień dobry, Szanowna Pani, serwer już działa.", "missed"),
  ])
  func `the customer is called by name`(reply: String, outcome: String) throws {
    #expect(try ReplyKind.outcome("address-by-name: {}", reply) == outcome)
  }

  @Test(arguments: [
    ("Kerry-Ann Doyle", "Dear Kerry-Ann, the marks are out.", "met"),
    ("Hyun-woo Lee", "Well done on the mock, Hyun-woo.", "met"),
    ("Ann Doyle", "Your domain kerry-ann.example works again.", "missed"),
    // A short form begins like the name; where it opens the reply, it is spoken to.
    ("Alicja Kubiak", "Dzień dobry Pani Alu, paczka jest.", "met"),
    ("Benedict Ogle", "Hi Ben, the banner is reprinted.", "met"),
    ("Vítězslav Horák", "Dobrý den, Víťo, poukaz platí rok.", "met"),
    ("Benedict Ogle", "Hi Tom, the banner is reprinted.", "undecided"),
    ("Benedict Ogle", "The banner on your Bench is reprinted.", "missed"),
    // All small, right behind a greeting.
    ("rosie_m", "ugh that is the worst timing, sorry rosie the node is back", "met"),
    ("Aisha_h", "hi aisha offline mode is in your plan", "met"),
    ("rosie_m", "the folder rosie is back", "undecided"),
  ])
  func `a name is known in its forms`(name: String, reply: String, outcome: String) throws {
    let setting = ReplyKind.Setting(customer: Customer(name: name))
    #expect(try ReplyKind.outcome("address-by-name: {}", reply, setting) == outcome)
  }

  @Test(arguments: [
    ("Greenacre Smallholding", "Hello Mrs Peel,\nthe hens are in.", true),
    ("Pekařství Zlatý klas", "Pane Hlaváčku,\ntěsnění držíme.", true),
    ("@kibic_7", "Cześć Marku, bilety są od jutra.", true),
    ("Greenacre Smallholding", "Hello Team, the hens are in.", false),
    ("Greenacre Smallholding", "Hello, Bright Dental, we have hens.", false),
    ("Stolarnia Heban", "Witam Panie Kierowniku, zawiasy są.", false),
    ("Obec Lhota", "Vážený pane starosto,\nplán je hotový.", false),
    ("Anna Nowak", "Hello Mrs Peel, the hens are in.", false),
    ("Mrs Plum", "Hello Mrs Peel, the hens are in.", false),
    ("Mrs Plum", "Hello Mrs, the hens are in.", false),
    ("Mrs Plum", "Hello Mrs Plum, the hens are in.", true),
    ("Theo's mum", "Hello, Theo is fine, and so are the hens.", false),
  ])
  func `who has another name than the company is called by it`(
    name: String, reply: String, isNamed: Bool
  ) throws {
    var ticket = try Desk.ticket("2026-03-02T09:00 customer Help")
    ticket.customer.name = name
    ticket.events.append(
      TicketEvent(
        at: ticket.events[0].at, kind: .message(Message(from: .agent, agent: "ola", text: reply))))
    let observed = try Desk.auditor(["{id: a, title: A, address-by-name: {}}"]).observe(ticket)
    let named = try #require(
      observed.replies.first?.observations.first { $0.kind == .named }?.observation)
    #expect(named.presence == (isNamed ? .present : .absent), "\(named.reason)")
  }

  @Test(arguments: [
    "Nowak Hosting s.r.o.", "Firma Kowalski", "anna@example.com", "Li", "Shop 24", "Theo's mum",
  ])
  func `a company's name is owed to nobody`(name: String) throws {
    let setting = ReplyKind.Setting(customer: Customer(name: name))
    #expect(
      try ReplyKind.outcome("address-by-name: {}", "Hello, it works again.", setting)
        == "undecided")
  }

  @Test func `a name to be looked for is everybody's that is in it`() {
    var forms = NameForms()
    forms.insert("Mrs Theodora's mum")
    #expect(forms.nearness(Array("theodora".utf8)[...]) == .written)
    #expect(forms.nearness(Array("mrs".utf8)[...]) == nil)
  }

  @Test func `where the name is not known a form of address will do`() throws {
    let setting = ReplyKind.Setting(
      customer: Customer(), phrases: "forms: {pl: [Szanowna Pani], en: [dear customer]}")
    let standard = "address-by-name: {phrases: forms}"
    let met = try ReplyKind.verdict(standard, "Dear customer, it works.", setting)
    #expect(met.outcome == .met)
    #expect(met.words == ["Dear customer"])
    #expect(try ReplyKind.outcome(standard, "It works again.", setting) == "undecided")
    var known = setting
    known.customer = Customer(name: "Anna Nowak")
    #expect(try ReplyKind.outcome(standard, "Dear customer, it works.", known) == "missed")
  }

  @Test func `the name counts where it has to stand`() throws {
    let late = "Hello. It works again. We restarted it. It was the disk. Good bye, Anna."
    #expect(try ReplyKind.outcome("address-by-name: {where: opening}", late) == "missed")
    #expect(try ReplyKind.outcome("address-by-name: {where: closing}", late) == "met")
  }

  @Test(arguments: [
    ("Już działa.\n\nPozdrawiam\nOla", "met", ["Ola"]),
    ("Už to běží. S pozdravem, Jana Nováková", "met", ["Jana Nováková"]),
    ("It works again.\n\nKind regards,\nJohn Smith", "met", ["John Smith"]),
    ("It works again. Kind regards, John", "met", ["John"]),
    ("Tu Ola z HostPolu, już działa, proszę sprawdzić.", "met", ["Ola"]),
    ("Już działa.\n\nPozdrawiamy\nZespół HostPol", "missed", ["Pozdrawiamy\nZespół HostPol"]),
    ("It works again.\n\nBest regards,\nCustomer Support", "missed", nil),
    ("Už to běží.\n\nS pozdravem\nZákaznická podpora", "missed", nil),
    ("It works again.", "missed", ["It works again."]),
    ("It works again. Have a nice day. We are on it.", "missed", nil),
    ("It works again now.\n\nMarek Dvořák, technik", "met", ["Marek Dvořák"]),
    ("It works again.\n-- \nHosting, 123 456 789", "undecided", nil),
    ("It works again.\n-- \nOla Kowalska\nHosting", "met", ["Ola Kowalska"]),
  ])
  func `a reply is signed by a person`(reply: String, outcome: String, words: [String]?) throws {
    let verdict = try ReplyKind.verdict("signature: {}", reply)
    #expect(verdict.outcome.rawValue == outcome, "\(verdict.message)")
    if let words { #expect(verdict.words == words) }
  }

  @Test func `a phrase must stand by the name where one is wanted`() throws {
    let setting = ReplyKind.Setting(phrases: "closings: {pl: [pozdrawiam], en: [kind regards]}")
    let standard = "signature: {phrases: closings}"
    let met = try ReplyKind.verdict(standard, "It works. Kind regards, Ola", setting)
    #expect(met.outcome == .met)
    #expect(met.words == ["Kind regards", "Ola"])
    #expect(try ReplyKind.outcome(standard, "It works. Cheers, Ola", setting) == "missed")
  }

  @Test(arguments: [
    ("closing", "It works. Have a nice day.", "met"), ("closing", "It works again.", "missed"),
    (
      "closing",
      "Have a nice day. One two. Three four. Five six. Seven eight. Nine ten. It is done.", "missed"
    ),
    ("anywhere", "It works, have a nice day, bye.", "met"), ("anywhere", "It works.", "missed"),
  ])
  func `a wish may be asked for elsewhere than at the start`(
    place: String, reply: String, outcome: String
  ) throws {
    let setting = ReplyKind.Setting(phrases: "wishes: {en: [have a nice day]}")
    #expect(
      try ReplyKind.outcome("greeting: {phrases: wishes, where: \(place)}", reply, setting)
        == outcome)
  }
}
