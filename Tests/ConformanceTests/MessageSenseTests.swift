import Clocks
import Standards
import Testing
import TextMatching

@testable import Conformance

/// What the words of messages mean to a clock.
struct MessageSenseTests {
  private static let lists = try? lists(with: "")

  private static func lists(with phrases: String) throws -> WordLists {
    try WordLists(try Desk.catalogue(phrases: phrases), Lexicon.builtIn().lexicon)
  }

  private func sense(of text: String, with phrases: String? = nil) throws -> MessageSense {
    let lists = try phrases.map { try Self.lists(with: $0) } ?? #require(Self.lists)
    return MessageSense(
      customerText: text, lists.ofCustomers, customer: CustomerName("Anna Nowak"))
  }

  // MARK: - Thanks

  @Test(arguments: [
    "Dziękuję", "dzieki!!", "Dzięki 🙏", "dzięki🙏🏻", "Dziękuję - działa", "Dziękuję bardzo, działa!",
    "OK, dzięki",
    "Super, dzięki za szybką pomoc. Pozdrawiam, Anna Nowak", "Bardzo dziękuję, kochana",
    "Działa. Dziękujemy.", "Dzień dobry, bardzo dziękuję za błyskawiczną odpowiedź i pomoc.",
    "Dziękuję za informację.\nMiłego dnia", "Dziękuję Pani Marto!",
    "Wszystko już działa, dziękuję :)",
    "Super, teraz wszystko jest ok. Dziękuję!\n\nPozdrawiam\nJan Kowalski", "dziekuje\nanna nowak",
    "Witam serdecznie, sprawa załatwiona, dziękuję. Do widzenia",
    "Dziękuję!\n\nW dniu 2 marca 2026 09:12 Ola Maj napisała:\n> Czy mogę jeszcze w czymś pomóc?",
    "Dzięki, można zamknąć zgłoszenie", "DZIĘKUJĘ BARDZO",
  ])
  func `thanks in Polish`(text: String) throws {
    #expect(try sense(of: text) == .thanks)
  }

  @Test(arguments: [
    "Děkuji", "diky moc", "Děkuji moc, vše funguje. Hezký den", "Díky, hezké Velikonoce",
    "Tak jo. Díky.", "jo aha, díky 👌", "Vidím, děkuji.", "Děkuji za věcnou odpověď.",
    "Dobrý den, děkuji Vám za rychlé vyřízení.\n\nS pozdravem\nPetr Dvořák",
    "Super, už to funguje, díky!",
    "Výborně, moc děkuji za ochotu a vstřícnost. Na shledanou",
    "Díky moc\n\n-- \nIng. Petr Dvořák\ntel. 602 100 200",
  ])
  func `thanks in Czech`(text: String) throws {
    #expect(try sense(of: text) == .thanks)
  }

  @Test(arguments: [
    "Thank you so much, all good now!", "thanks", "Many thanks", "thx 😊", "Thank you.",
    "Thanks Nina", "Thank you so much for your quick help!", "Brilliant, it works now. Thank you!",
    "Hi Emma,\n\nThat's great, thanks for sorting it out.\n\nKind regards,\nPeter Jones",
    "Got it, thank you", "Thanks again for the prompt reply and the explanation. Have a nice day",
    "Cheers, you can close this ticket",
    "Thank you!\n\nOn Mon, 2 Mar 2026 at 09:12, Support <a@b.example> wrote:\n> Is it fixed?",
  ])
  func `thanks in English`(text: String) throws {
    #expect(try sense(of: text) == .thanks)
  }

  @Test(arguments: [
    "Dziękuję, ale dalej nie działa", "Dzięki, a kiedy backup?", "Dzięki za nic.",
    "Super, to poproszę jeszcze fakturę", "Dziękuję z góry", "Dziękuję, czekam na odpowiedź",
    "Dziękuję. Proszę o telefon", "Dziękuję, prawie działa", "Nie, dziękuję",
    "Tak, dziękuję", "Dzięki, zrobione", "Dziękuję. 600 100 200", "dzięki :(", "Super. Działa!",
    "„Dziękuję” za pomoc", "Pozdrawiam. Dziękuję. Czekam",
    "Pozdrawiam i proszę o fakturę, dziękuję",
    "Dziękuję, Czwartek", "Dzięki, wyślę jutro", "Dziękuję za wszystko. Rezygnuję",
    "Děkuji, ale pořád to nejde", "Díky, a kdy to bude?", "Děkuji předem", "Ne, díky",
    "Ano, děkuji", "Děkuji, ještě prosím fakturu", "Díky, pošlu zítra", "Díky, hotovo",
    "Díky, ale už jsem rozhodnutý.",
    "Thanks, one more thing: the invoice", "Thanks in advance", "Thank you for nothing",
    "Yes please, thanks", "Thanks but it still fails", "Thank you. When will it be ready?",
    "Thanks, Tuesday works", "Thanks Tuesday works", "Thanks Tuesday works great", "No thanks",
    "Thanks, please go ahead",
    "Thank you, can you also renew the domain", "All good now!", "Great", "", "👍", "Thanks / 2",
    "Thanks. Jan Kowalski will call you", "Best, thanks. Invoice", "спасибо thanks",
  ])
  func `what says more than thanks is not bare`(text: String) throws {
    #expect(try sense(of: text) == [])
  }

  @Test func `a long letter of thanks is not read as bare`() throws {
    let thanks = String(repeating: "Dziękuję bardzo! ", count: 23)
    #expect(try sense(of: thanks) == .thanks)
    #expect(try sense(of: thanks + thanks) == [])
    let quoted = "Dziękuję!\n" + String(repeating: "> cytat\n", count: 1000)
    #expect(try sense(of: quoted) == .thanks)
    #expect(try sense(of: quoted + quoted + quoted) == [])
  }

  @Test func `names that nobody knows are names beside thanks and farewells only`() throws {
    #expect(try sense(of: "Dziękuję\nAnna") == .thanks)
    #expect(try sense(of: "Dziękuję\nWizytówka") == [])
    #expect(try sense(of: "Pozdrawiam\nWiesława Zięba-Nowa\ndziękuję") == [])
    #expect(try sense(of: "Dziękuję, pozdrawiam, Wiesława Zięba-Nowa") == .thanks)
    #expect(try sense(of: "Dziękuję, pozdrawiam, Kot Pies Ryba Lis") == [])
    #expect(try sense(of: "Dziękuję, pozdrawiam. Czekam") == [])
  }

  // MARK: - Out of office

  @Test(arguments: [
    "Autoodpowiedź: przebywam na urlopie do 30 marca. W pilnych sprawach: Ola, 600 100 200.",
    "Automatyczna odpowiedź: Re: Zgłoszenie 12", "[Automatic reply] Away",
    "Dzień dobry,\ndziękuję za wiadomość. Jestem na urlopie do 5 maja. W sprawach pilnych proszę "
      + "dzwonić na 600 100 200.", "Przebywam obecnie poza biurem, odpowiem po powrocie.",
    "Automatická odpověď: čerpám dovolenou do 23. 10., poté se ozvu.",
    "Děkuji za zprávu. Do 30. 3. jsem na dovolené, odpovím po návratu.",
    "Out of office: at sea until Thursday.", "Auto-Reply: on leave",
    "Thank you for your e-mail. I am out of the office until Monday with limited access to e-mail.",
    "I'm on annual leave this week and will reply when I return on 3 May.",
  ])
  func `a machine that says that nobody is there`(text: String) throws {
    #expect(try sense(of: text) == .outOfOffice)
  }

  @Test(arguments: [
    "Jestem na urlopie, a strona nie działa", "I am on holiday and my site is down, urgent!",
    "Jsem na dovolené a nejde mi pošta", "I got an automatic reply: nobody is there",
    "Automatic reply: who reads this?", "Wróciłem z urlopu i czytam",
    "Out of office hours it fails",
    "Czy autoodpowiedź działa",
  ])
  func `people who speak of absence are people`(text: String) throws {
    #expect(try sense(of: text) == [])
  }

  @Test func `lists of the catalogue add to the built-in ones`() throws {
    #expect(try sense(of: "stokrotka!") == [])
    #expect(try sense(of: "stokrotka!", with: "thanks: {pl: [stokrotka]}") == .thanks)
    #expect(try sense(of: "dzięki!", with: "thanks: {pl: [stokrotka]}") == .thanks)
    #expect(try sense(of: "Ryby łowię, wracam w maju") == [])
    #expect(
      try sense(of: "Ryby łowię, wracam w maju", with: "out-of-office: [ryby łowię]")
        == .outOfOffice)
    #expect(try sense(of: "dzięki, stokrotka!", with: "contentment: {pl: [stokrotka]}") == [])
  }

  // MARK: - Replies

  private func reply(_ text: String) throws -> MessageSense {
    let lists = try #require(Self.lists)
    return MessageSense(
      reply: ScannedReply(text, lists, prior: nil, customer: nil), lists, isLast: false)
  }

  @Test(arguments: [
    "Dzień dobry, o którą domenę chodzi?", "Dzień dobry, proszę przesłać zrzut ekranu z błędem.",
    "Czekamy na Pana potwierdzenie, wtedy włączymy stronę.", "Daj znać, czy już działa.",
    "Dobrý den, pošlete nám kopii dokladu, potom heslo změníme.",
    "Čekáme na Vaše rozhodnutí, pane Nováku.",
    "Hello, which of the two sites do you mean?",
    "Please restart the router and tell us what you see.",
    "We have changed it. Try again now and let me know what the page says.",
    "W razie pytań jestem do dyspozycji. Proszę jeszcze o numer faktury.",
  ])
  func `a reply that asks the customer something`(text: String) throws {
    #expect(try reply(text).contains(.asksCustomer))
  }

  @Test(arguments: [
    "Dzień dobry, wymieniliśmy dysk i strona już działa. Czy mogę jeszcze w czymś pomóc?",
    "Naprawimy to dziś do 15:00. W razie pytań proszę o kontakt.",
    "Prosimy o cierpliwość, nasi technicy wymieniają dysk w serwerze.",
    "Zgodnie z Pana prośbą przedłużyliśmy domenę o rok, faktura jest w panelu.",
    "Dobrý den, web už zase běží, chyba byla na naší straně. Mohu pro vás ještě něco udělat?",
    "Dobrý den, opravíme to do zítřka. V případě dotazů nám prosím napište.",
    "Hello, we have fixed the record and your site is up. Is there anything else I can help with?",
    "We will check the logs and write to you by 16:00. If you have any questions, please let us know.",
    "Please accept our apologies, the disk will be replaced tonight at 22:00.",
  ])
  func `a reply that only looks as if it asked`(text: String) throws {
    let sense = try reply(text)
    #expect(!sense.contains(.asksCustomer))
    #expect(sense.contains(.wasRead))
  }

  @Test func `the catalogue's own closing questions ask nothing either`() throws {
    let catalogue = try Desk.catalogue(
      "{id: ask, title: A, closing-question: {phrases: questions}}",
      phrases: "questions: {pl: [wszystko gra]}")
    let lists = try WordLists(catalogue, Lexicon.builtIn().lexicon)
    let scanned = ScannedReply(
      "Wymieniliśmy dysk i strona znowu działa. Czy teraz wszystko gra?", lists, prior: nil,
      customer: nil)
    #expect(MessageSense(reply: scanned, lists, isLast: false) == [.wasRead, .asksForMore])
    #expect(try reply(scanned.text).contains(.asksCustomer))
  }

  @Test(arguments: [
    ("Dzień dobry, sprawdzamy to zgłoszenie i odezwiemy się do Pana.", true),
    ("Dobrý den, prověřujeme to a ozveme se vám, jakmile bude co říct.", true),
    ("Hello, we are looking into it and will get back to you.", true),
    ("Przepraszamy za trzy dni czekania. Sprawdzamy to z operatorem i damy znać.", true),
    ("Sprawdzamy to, odezwiemy się do Pana do 15:00.", false),
    ("Sprawdzamy to. Jaki jest adres strony?", false),
    ("Strona działa, wymieniliśmy certyfikat i przekierowanie.", false),
  ])
  func `a reply may hold when it says no more than that somebody is at it`(
    text: String, holds: Bool
  ) throws {
    #expect(try reply(text).contains(.mayHold) == holds)
  }

  @Test func `words of other languages, or none, were not read`() throws {
    #expect(try reply("Ok.") == [])
    #expect(try reply("") == [])
    let german = "Guten Tag, wir haben den Server neu gestartet, die Seite ist wieder da."
    #expect(try reply(german) == [])
  }
}
