import Conformance
import Foundation
import Quality
import ServiceTime
import Testing
import Tickets

struct RedactorTests {
  private static func ticket(
    _ customer: String?, agent: String? = nil, _ texts: String...
  ) -> Ticket {
    Ticket(
      id: "T-1", channel: "email", customer: Customer(name: customer),
      events: texts.map { text in
        TicketEvent(
          at: OffsetInstant(instant: Instant(seconds: 0), utcOffset: 0),
          kind: .message(Message(from: .agent, agent: agent, text: text)))
      })
  }

  /// What the masks leave, with `_` for each masked word.
  private static func masked(_ text: String, _ ticket: Ticket) -> String {
    Redactor().mask(text, of: ticket)
  }

  @Test(arguments: [
    ("Tomasz Nowak", "Panie Tomaszu, z Nowakiem", "Panie *******, z ********"),
    ("Tomasz Nowak", "dla pana tomasza nowaka", "dla pana ******* ******"),
    ("Łukasz Żółty", "Łukaszu, panu Żółtemu", "*******, panu *******"),
    ("Łukasz Żółty", "LUKASZU, ZOLTEMU", "*******, *******"),
    ("Jiří Pospíšil", "Dobrý den, pane Pospíšile,", "Dobrý den, pane *********,"),
    ("Jiří Pospíšil", "dobry den, pane pospisile", "dobry den, pane *********"),
    ("Jana Nováková", "Jano, paní Novákové", "****, paní ********"),
    ("Jana Nováková", "Ji\u{301}ra a Nova\u{301}kova\u{301}", "Ji\u{301}ra a **********"),
    ("Anna Brown", "Hi Anna, Brown's invoice", "Hi ****, *****'s invoice"),
    ("Anna Brown", "anna, thank you", "****, thank you"),
    ("Katarzyna Lis", "Kasiu, już sprawdzam", "*****, już sprawdzam"),
    (
      "Nowak", "login JNowak albo nowakjan, jnowak, JanNowak1",
      "login ****** albo ********, ******, ********1"
    ),
    ("Jan Kos", "jkos i koskasia, Kosj", "jkos i koskasia, Kosj"),
    ("Adam Mazur", "madam, Madam", "madam, Madam"),
  ])
  func `the customer's name goes in any inflection`(name: String, text: String, expected: String) {
    #expect(Self.masked(text, Self.ticket(name)) == expected)
  }

  @Test(arguments: [
    "Dzień dobry, nowe hasło jest w panelu. Proszę zrestartować serwer.",
    "Dobrý den, doména je aktivní. Dane do logowania poslal systém Windows Server.",
    "Hello, will you try again? Thank you for your patience. Mark it as done.",
    "Google Chrome 126.0.6478.127, adres 192.168.100.200, port 8080, 2026-11-02 08:12",
    "Faktura ML/10/2026/0481 na 1 250 000 zł, zgłoszenie ML-2601, zamówienie ORD-123456789",
    "root@localhost answers, 3@home too",
    "02.03.2026 08:00, 12:30–14:00, 100 000 000 Kč, wersja 10.15.7",
    "faktura 481516234/2026, wniosek 12/481516234, 24/7, 1/2, 02/03/2026",
    "look at (it) at wp.pl, or [at] noon; kanow, nowakowski jest wczesny",
  ])
  func `what is nobody's stays as it is`(text: String) {
    #expect(Self.masked(text, Self.ticket("Tomasz Nowak")) == text)
  }

  @Test func `agents' names go, those of the log and those of signatures`() {
    let ticket = Self.ticket(
      nil, agent: "hania.zych", "Sprawdzam.\n\nPozdrawiam\nBożydar Kwiecień\nModrolist",
      "Z poważaniem,\nHanna Wilk")
    let text = "Hania Zych: pisał Kwietniowi Bożydar, Wilka nie ma, Hanny też. modrolist"
    #expect(
      Self.masked(text, ticket)
        == "***** ****: pisał Kwietniowi *******, ***** nie ma, ***** też. modrolist")
    #expect(
      Self.masked("Pozdrawiam\nBożydar Kwiecień\nModrolist", ticket)
        == "Pozdrawiam\n******* ********\nModrolist")
  }

  @Test(arguments: [
    ("rozmawiałam z Janem Kowalskim wczoraj", "rozmawiałam z ***** ********* wczoraj"),
    ("Pani Elżbieto, korekta", "Pani ********, korekta"),
    ("pani Wójcik-Zielińska", "pani ******-*********"),
    ("Mr. Ravensdale called", "Mr. ********** called"),
    ("Vážený pane Kadlečku, ", "Vážený pane ********, "),
    ("Dear Customer, hello", "Dear Customer, hello"),
    ("Szanowny Panie, dziękuję", "Szanowny Panie, dziękuję"),
  ])
  func `names go that only the text itself tells`(text: String, expected: String) {
    #expect(Self.masked(text, Self.ticket(nil)) == expected)
  }

  /// Cards: test numbers of the schemes; IBANs: the registry's examples; PESEL and rodné číslo: the
  /// examples of the encyclopaedias.
  @Test(arguments: [
    ("pisz na anna.nowak+x@firma-nowak.pl.", "pisz na ***************************."),
    ("tel. 22 000 00 14, wew. 3", "tel. ** *** ** **, wew. 3"),
    ("+48 600-700-800", "*** ***********"),
    ("+420 777 123 456", "**** *** *** ***"),
    ("600700800", "*********"),
    ("(020) 7946 0958", "***** **** ****"),
    ("call 555-123-4567 now", "call ************ now"),
    ("22 600 11 22 / 600 700 800.", "** *** ** ** / *** *** ***."),
    ("600 700 800/601 222 333", "*** *** ***/*** *** ***"),
    ("600700800/601222333", "*********/*********"),
    ("600700800 / 601222333 / 602333444", "********* / ********* / *********"),
    ("tel. 602/123456", "tel. **********"),
    ("+48600700800/12", "************/12"),
    ("jan.kowalski(at)wp.pl, jan [malpa] wp.pl.", "*********************, *** ******* *****."),
    ("r. č. 736028 5163", "r. č. ****** ****"),
    ("r. č. 736028 5164", "r. č. 736028 5164"),
    ("4111 1111 1111 1111", "**** **** **** ****"),
    ("4111 1111 1111 1112", "4111 1111 1111 1112"),
    ("378282246310005", "***************"),
    ("3782 822463 10005", "**** ****** *****"),
    ("555-123-4567, now", "************, now"),
    ("PESEL 44131401350", "PESEL 44131401350"),
    ("CZ6508000000192000145399X", "CZ6508000000192000145399X"),
    ("PESEL 44051401359", "PESEL ***********"),
    ("PESEL 44051401358", "PESEL 44051401358"),
    ("r. č. 780123/3540", "r. č. ***********"),
    ("r. č. 780123/3541", "r. č. 780123/3541"),
    ("r. č. 530101/123", "r. č. **********"),
    ("PL61 1090 1014 0000 0712 1981 2874", "**** **** **** **** **** **** ****"),
    ("61 1090 1014 0000 0712 1981 2874", "** **** **** **** **** **** ****"),
    ("CZ6508000000192000145399", "************************"),
    ("GB29 NWBK 6016 1331 9268 19 is it", "**** **** **** **** **** ** is it"),
    ("GB28 NWBK 6016 1331 9268 19", "GB28 NWBK 6016 1331 9268 19"),
  ])
  func `numbers and addresses of people go`(text: String, expected: String) {
    #expect(Self.masked(text, Self.ticket(nil)) == expected)
  }

  @Test func `names written as entities of HTML go`() {
    let ticket = Self.ticket("Jana Nováková")
    let text =
      "<p>Pan&iacute; Nov&aacute;kov&aacute;, <a href=\"mailto:jana@x.cz\">jana@x.cz</a></p>"
    let masked = Self.masked(text, ticket)
    #expect(
      masked
        == "<p>Pan&iacute; **********************, <a href=\"mailto:*********\">*********</a></p>")
  }

  @Test(arguments: [
    "", "@", "@@@@", "a@", "+", "++++1", "\u{0}", "\u{301}\u{301}", "Pan \u{202E}Nowak\u{202C}",
    "👩‍👩‍👧 Nowak 🇵🇱", "Ǆ ŉ ﬁ ß İ", "<p>Nowak", "&#78;owak <b>", String(repeating: "PL61", count: 50),
  ])
  func `every code point stays one, whatever the text`(text: String) {
    let masked = Self.masked(text, Self.ticket("Jan Nowak"))
    #expect(masked.unicodeScalars.count == text.unicodeScalars.count)
  }

  @Test(arguments: [
    "a@", "1 ", "+1-", "Nowak ", "Jan Nowak\n", "PL61 ", "x", "(", "<b>", "é", "Pan ", "\n",
  ])
  func `long texts take time in proportion`(piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let ticket = Self.ticket("Jan Nowak", text)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(Self.masked(text, ticket).unicodeScalars.count == text.unicodeScalars.count)
    }
    // A debug build needs a second; what grows with the square would need minutes.
    #expect(time < .seconds(30))
  }

  @Test func `thousands of agents do not slow it down`() {
    var ticket = Self.ticket("Jan Nowak", "x")
    let names = (0..<3_000).map {
      "Agent\(String($0, radix: 26).map { String(UnicodeScalar(97 + ($0.hexDigitValue ?? 20)) ?? "z") }.joined())son"
    }
    ticket.events = names.map {
      TicketEvent(
        at: OffsetInstant(instant: Instant(seconds: 0), utcOffset: 0), kind: .answered(agent: $0))
    }
    let text = String(repeating: "word Agentaason ", count: 5_000)
    let time = ContinuousClock().measure { _ = Redactor().mask(text, of: ticket) }
    #expect(time < .seconds(20))
  }

  @Test func `an agent keeps one pseudonym, another key gives another`() {
    let redactor = Redactor(key: "k")
    #expect(redactor.agent("hania") == Redactor(key: "k").agent("hania"))
    #expect(redactor.agent("hania") != redactor.agent("tom"))
    #expect(redactor.agent("hania") != Redactor(key: "l").agent("hania"))
    #expect(redactor.agent("hania") != Redactor().agent("hania"), "nobody knows that key")
    #expect(Redactor().agent("hania") != Redactor().agent("hania"))
    #expect(redactor.agent("hania").hasPrefix("agent-"))
    #expect(redactor.agent("hania").count == 12)
  }

  @Test func `a masked ticket names nobody`() throws {
    var ticket = Self.ticket("Anna Nowak", agent: "hania", "Pani Anno, pisze Hania")
    ticket.customer.id = "k-1"
    ticket.customer.fields = [JSONField("email", .string("a@b.pl"))]
    let redactor = Redactor()
    let masked = redactor.masked(ticket)
    #expect(masked.customer.name == "**** *****")
    #expect(masked.customer.id == nil)
    #expect(masked.customer.fields.isEmpty)
    guard case .message(let message) = try #require(masked.events.first).kind else {
      Issue.record("the message is gone")
      return
    }
    #expect(message.text == "Pani ****, pisze *****")
    #expect(message.agent == redactor.agent("hania"))
  }

  @Test func `every kind of event and field of a masked ticket names nobody`() throws {
    var ticket = Self.ticket("Anna Nowak", agent: "hania", "Pani Anno")
    let at = try #require(ticket.events.first).at
    ticket.topic = "Nowak, faktura"
    ticket.fields = [JSONField("owner", .string("Kwiecień"))]
    ticket.customer.fields = [JSONField("full_name", .string("Zdzisława Ravensdale"))]
    ticket.events += [
      TicketEvent(at: at, kind: .note(Note(agent: "hania", text: "pani Nowak dzwoniła"))),
      TicketEvent(at: at, kind: .work(Work(agent: "hania", seconds: 60))),
      TicketEvent(at: at, kind: .assign(Assignment(agent: "hania", group: "L2"))),
      TicketEvent(at: at, kind: .answered(agent: "hania")),
      TicketEvent(
        at: at,
        kind: .rating(Rating(scale: .csat, score: 5, text: "Anna Nowak thanks Ravensdale"))),
    ]
    ticket.events[1].fields = [JSONField("author_name", .string("Modrolist"))]
    let redactor = Redactor()
    let masked = redactor.masked(ticket)
    let all = "\(masked)".lowercased()
    for name in ["nowak", "hania", "kwiecie", "ravensdale", "modrolist", "zdzis"] {
      #expect(!all.contains(name), "\(name)")
    }
    #expect(masked.topic == "*****, faktura")
    let pseudonym = redactor.agent("hania")
    #expect(all.components(separatedBy: pseudonym).count == 6)
    // Names that stand in fields alone are known as names.
    #expect(redactor.mask("modrolist, Zdzisławy", of: ticket) == "*********, *********")
  }
}
