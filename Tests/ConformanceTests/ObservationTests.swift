import Conformance
import Standards
import Testing
import Tickets

/// What is seen in single replies: the kind, the reply with `==…==` around what must be found, and
/// whether it is there.
struct ObservationTests {
  static let all = [
    "{id: a, title: A, greeting: {phrases: greetings}}",
    "{id: b, title: B, closing-question: {phrases: questions, offers: offers-of-help}}",
    "{id: c, title: C, vague-promise: {phrases: vague}}",
    "{id: d, title: D, next-step: {phrases: steps}}",
    "{id: e, title: E, upsell: {phrases: sales, products: products, at-most: 1 per ticket}}",
  ]

  static let rows: [(ObservationKind, String, Observation.Presence)] = [
    (.greeting, "==Dzień dobry==, już sprawdzam.", .present),
    (.greeting, "==DZIEN DOBRY==!", .present),
    (.greeting, "\n\n  ==Hello==,\nit works.", .present),
    (.greeting, "==Pani Anno==,\n\nsprawdzam.", .present),
    (.greeting, "==Anno==, już sprawdzam.", .present),
    (.greeting, "HostPol, tu Ola, ==dzień dobry==.", .present),
    (.greeting, "==morning Anna== the node is back", .present),
    (.greeting, "morning shifts took the node down, Anna", .absent),
    (.greeting, "We say ==hello== to everybody.", .undecided),
    (.greeting, "Proszę zrestartować serwer. Dzień dobry.", .absent),
    (.greeting, "Restart the server and write whether the shop then says hello.", .absent),
    (.greeting, "", .undecided),
    (.named, "Dzień dobry, Pani ==Anno==", .present),
    (.named, "Dear Ms ==Nowak==, it works.", .present),
    (.named, "Domena nowak-legal.eu działa.", .absent),
    (.named, "Domena Nowak-Legal.eu działa, pisz na Nowak@legal.eu.", .absent),
    (.named, "Działa.", .absent),
    (.named, "Cześć ==Aniu==, działa.", .present),
    (.named, "dzień dobry pani ==anno==,\nkonto usunięte", .present),
    (.named, "@==Anna==, it works again.", .present),
    (.named, "ok, the mailbox anna is yours", .absent),
    (.named, "The mailbox is called anna, in small letters.", .absent),
    (.closingQuestion, "Działa. Czy ==mogę jeszcze w czymś pomóc==?", .present),
    (.closingQuestion, "It works. ==Anything else== I can do?\n\nOla\nHosting", .present),
    (.closingQuestion, "I did not find anything else in the log.", .absent),
    (
      .closingQuestion,
      "Anything else? One. Two. Three. Four. Five. Six. Seven. That is all for now.", .absent
    ),
    (.closingQuestion, "Działa.", .absent),
    (.closingOffer, "It works. ==Let me know if== it fails again.", .present),
    (.closingOffer, "==Could you let me know if it fails?==", .undecided),
    (.closingOffer, "It works.", .absent),
    (.vaguePromise, "Odpowiemy ==niezwłocznie==.", .present),
    (.vaguePromise, "Ozveme se ==co nejdrive==.", .present),
    (.vaguePromise, "We will get back to you ==ASAP==. The shop opens at 14:00.", .present),
    (.vaguePromise, "Odpowiemy niezwłocznie, najpóźniej do 14:00.", .absent),
    (.vaguePromise, "We will call you as soon as possible, by Friday at the latest.", .absent),
    (.vaguePromise, "Ozveme se co nejdříve, nejpozději do zítřka do poledne.", .absent),
    (.vaguePromise, "Odezwiemy się wkrótce, w ciągu 2 godzin.", .absent),
    (.vaguePromise, "Three days are too long, we will answer ==soon==.", .present),
    (.vaguePromise, "We will fix it ==soon==; our office is open until 20:00.", .present),
    (.vaguePromise, "See you soon!", .absent),
    (.vaguePromise, "Your certificate expires soon.", .absent),
    (.vaguePromise, "The sooner of the two fixes failed.", .absent),
    (.vaguePromise, "Please reply as soon as possible.", .absent),
    (.vaguePromise, "Usunęliśmy to niezwłocznie.", .absent),
    (.commitsTime, "==Zadzwonimy do 15:00.==", .present),
    (.commitsTime, "We will call you.", .absent),
    (.nextStep, "==I will call== you.", .present),
    (.nextStep, "The cable was loose.", .absent),
    (.upsell, "It broke. ==We recommend our VPS==.", .present),
    (.upsell, "==Polecam Pakiet Pro==, będzie szybciej.", .present),
    // A word on both lists is not an offer of itself.
    (.upsell, "It runs on upgrade now.", .absent),
    (.upsell, "We recommend a restart. Your VPS is up again.", .absent),
    (.upsell, "We recommend a restart of your VPS.", .absent),
    (.upsell, "==We recommend our VPS==. Shall I move you? We recommend our VPS.", .present),
    (.upsell, "You need not buy anything, we recommend no VPS.", .absent),
    (.upsell, "We recommend the backup plan, it is free of charge.", .absent),
    (.empathy, "==I am very sorry for the trouble.==", .present),
    (.signed, "It works.\n\nRegards,\n==Ola==", .present),
    (.signed, "It works.\n\nRegards,\nSupport team", .absent),
    (.signed, "Vodárna, dispečink, ==Kolda==. Poteče ve dvě.", .present),
    (.signed, "Good morning, lost property, ==Winston==. It is here.", .present),
    (.signed, "Dzień dobry, ==Sylwester Maj==. Wysłane.", .present),
    (.signed, "Nic nie ruszać. ==Gawlik==, dozorca", .present),
    (.signed, "Weź lepszy. ==Grucha==", .present),
    (.signed, "nic pani nie odsyla.\n==rafal== k.", .present),
    (.signed, "Radzić sobie trzeba.\n==A. Turek==", .present),
    (.signed, "It is done and tested.\n\n==Gus== (volunteer)\nP.S. Thanks again.", .present),
    (.signed, "Woda wróciła o 11:30.\nWodociągi Miejskie", .absent),
    (.signed, "A reply will follow.\nLost Property", .absent),
    (.signed, "Ahoj Anno, balík je na cestě.", .absent),
    (.signed, "Cau Anno, masaz dnes v 17 plati. Hezky den, Anno!", .absent),
    (.signed, "It will be before 20:50.\n==Fliskova Brana==", .undecided),
    (.signed, "I rang him this morning.\n==Peregrine==", .present),
    (.signed, "We rang him this morning.\n==Peregrine==", .undecided),
    (.signed, "Klucz Pani wygenerowałam.\n==Żywia==", .present),
    (.signed, "Klucz i problem opisane wyżej.\n==Żywia==", .undecided),
    (.signed, "Kalendář jsem vedla já.\n==Naďa Fikarová==", .present),
    (.signed, "Wniosek zostanie rozpatrzony.\nst. specjalista ==Anzelm Kupiec==", .present),
    (.signed, "Termin upływa 28 lutego.\n\nmgr ==Teresa Głowa==\nDziekanat", .present),
    (.signed, "Napiszę w piątek. mgr inż. ==R. Sobol==", .present),
    (.signed, "Napisze Pani do niej, pomoże mgr Sobol", .absent),
    (.signed, "Pudełko zostawiłem, w niedzielę giełda, wszystko zamknięte ==Kuba==", .present),
    (.signed, "Pudełko zostawione, w razie pytań proszę pisać do Kuba", .absent),
    (.signed, "it will be done when I get to it, I am up to my eyes ==A. Needham==", .present),
    (.signed, "The part was ordered from the shop of A. Needham", .absent),
    (.signed, "hii Kiki! ==amber== from the sizing squad, our runners come up small", .present),
    (.signed, "hey ruby its ==max== from yumbox. the soup is on its way", .present),
    (.signed, "hey ruby, the soup from max is on its way. no worries", .absent),
    (.signed, "Hello, ==Callum== in customer care. It is back since nine.", .present),
    (.signed, "Decyzja wyjdzie we wtorek.\n==mgr Z. Piórko==\nstarszy referent", .present),
    (.signed, "Decyzja wyjdzie we wtorek.\nJutro mgr Piórko dzwoni", .absent),
    (.signed, "The fix is out since noon. Thanks! ^==TJ==", .present),
    (.signed, "nova bude u tebe za ctvrt hodky ^==mk==", .present),
    (.signed, "The fix is out since noon. Ask for TJ", .absent),
    (.signed, "Oprava je venku. Kdyby něco, volejte.\n==J.S==.", .present),
    (.signed, "Oprava je venku. Kdyby něco, volejte. ==E==.", .undecided),
    (.signed, "yeah it fits, ordered before 3, with you by half four ==ness==", .present),
    (.signed, "yeah it fits, ordered before 3, we will chase the bill", .absent),
    (.signed, "sorry, the refund goes out tonight before we lock up - ==priya==", .present),
    (.signed, "na zastavce stoji za starou backoru a jede dal ==Honza== z dispecinku", .present),
    (.signed, "odbiór możliwy jutro od jedenastej w sklepie ==Tymon==, doradca", .present),
    (.signed, "pište i večer klidně, ráda poměřím to kolo ==Aneta== V.", .present),
    (.signed, "Woda jest mętna po płukaniu. ... ==Ryszard Mikuś==, dyżurny.", .present),
    (.signed, "Štítek lepíme zítra. Jan Kos zavolá.", .absent),
    (.signed, "there is an indie licence, discounted if you add it now ==H.C==.", .present),
    (.signed, "nic nerestartuj, vím že ti stojí celý eshop /==PJ==", .present),
    (.signed, "It is done.\n\nRegards, Gift Card Support", .absent),
    (.signed, "It is done.\n\nBig hugs, ==Tiago==", .present),
    (.signed, "Oprava je venku. Kdyby něco, volejte.\nBOK", .absent),
    (.signed, "the part came in cracked so we are swapping it, ask Tom", .absent),
  ]

  private static func observe(
    _ text: String, _ kind: ObservationKind
  ) throws -> (Observation, String) {
    let ticket = try Desk.ticket("2026-03-02T09:00 customer Help")
    var answered = ticket
    answered.events.append(
      TicketEvent(
        at: ticket.events[0].at, kind: .message(Message(from: .agent, agent: "ola", text: text))))
    let observed = try Desk.auditor(all).observe(answered)
    let reply = try #require(observed.replies.first)
    let found = try #require(reply.observations.first { $0.kind == kind })
    return (found.observation, text)
  }

  private static func words(_ observation: Observation, in text: String) -> [String] {
    observation.spans.map { span in
      String(decoding: Array(text.utf8)[span], as: UTF8.self)
    }
  }

  @Test(arguments: rows.indices)
  func `what is marked is found, with exactly those words`(row: Int) throws {
    let (kind, marked, presence) = Self.rows[row]
    let text = marked.replacing("==", with: "")
    let expected = marked.split(separator: "==", omittingEmptySubsequences: false)
      .enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    let (seen, _) = try Self.observe(text, kind)
    #expect(seen.presence == presence, "\(seen.reason)")
    #expect(Self.words(seen, in: text) == expected)
  }

  @Test(arguments: ["Grüße 👋🏽.\n", "Łódź\u{301} 👩🏽‍🔧: "])
  func `words are found behind accents and emoji, and spans move with them`(front: String) throws {
    let text = "We will get back to you ASAP."
    let (seen, whole) = try Self.observe(front + text, .vaguePromise)
    #expect(Self.words(seen, in: whole) == ["ASAP"])
  }

  @Test func `quoted mail is not what the agent wrote`() throws {
    let text =
      "It works.\n\nOn Mon, 2 Mar 2026 at 08:00 Anna wrote:\n> Hello, we recommend your VPS asap"
    for kind in [ObservationKind.vaguePromise, .upsell, .greeting] {
      #expect(try Self.observe(text, kind).0.presence == .absent)
    }
  }

  @Test func `what no standard speaks of is seen all the same`() throws {
    let auditor = try Desk.auditor(["{id: a, title: A, greeting: {phrases: greetings}}"])
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help",
      "2026-03-02T09:05 agent Hello. We will get back to you as soon as possible.")
    let seen = try #require(auditor.observe(ticket).replies.first).observations
    #expect(seen.first { $0.kind == .greeting }?.observation.presence == .present)
    #expect(seen.first { $0.kind == .vaguePromise }?.observation.presence == .present)
    #expect(seen.first { $0.kind == .blame }?.observation.presence == .absent)
  }

  @Test func `a few words after a reply only add to it`() throws {
    let auditor = try Desk.auditor(Self.all)
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent Hello. The invoice follows.",
      "2026-03-02T09:06 agent Invoice attached. O.", "2026-03-02T09:07 customer Thanks",
      "2026-03-02T09:08 agent You are welcome.")
    #expect(auditor.observe(ticket).replies.map(\.event) == [1, 4])
    #expect(auditor.observe(ticket).additions == 1)
    #expect(auditor.observe(ticket, additions: true).replies.map(\.event) == [1, 2, 4])
    let judged = Set(auditor.audit(ticket).verdicts.compactMap(\.event))
    #expect(judged == [1, 4])
  }
}
