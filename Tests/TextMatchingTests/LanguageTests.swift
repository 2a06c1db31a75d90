import Foundation
import Testing
import TextMatching

/// The labelled replies beside the project, where they are.
enum SharedLabels {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["KWADRANS_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static let arePresent = FileManager.default.fileExists(
    atPath: folder.appendingPathComponent("labels/labels.jsonl").path)

  struct Label: Decodable {
    let ticket: String
    let event: Int
    let language: String
  }

  struct Ticket: Decodable {
    struct Event: Decodable { let text: String? }
    struct Customer: Decodable { let language: String? }
    let id: String
    let events: [Event]
    let customer: Customer?
  }

  struct Reply {
    let name: String
    let text: String
    let language: String
    let customerLanguage: Language?
  }

  /// The audited replies of both sets.
  static func replies() throws -> [Reply] {
    var replies: [Reply] = []
    for part in ["labels", "labels/threads"] {
      let folder = folder.appendingPathComponent(part)
      var tickets: [String: Ticket] = [:]
      for ticket in try lines(folder.appendingPathComponent("tickets.jsonl"), Ticket.self) {
        tickets[ticket.id] = ticket
      }
      for label in try lines(folder.appendingPathComponent("labels.jsonl"), Label.self) {
        guard let ticket = tickets[label.ticket], ticket.events.indices.contains(label.event),
          let text = ticket.events[label.event].text
        else { continue }
        replies.append(
          Reply(
            name: "\(label.ticket)/\(label.event)", text: text, language: label.language,
            customerLanguage: ticket.customer?.language.flatMap { Language(rawValue: $0) }))
      }
    }
    return replies
  }

  private static func lines<Value: Decodable>(
    _ file: URL, _ type: Value.Type
  ) throws -> [Value] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(type, from: Data($0.utf8))
    }
  }
}

struct LanguageTests {
  @Test(arguments: [
    (Language.polish, "Dziękujemy za wiadomość, awaria została usunięta i wszystko już działa."),
    (.polish, "Prosze o chwile cierpliwosci, sprawdze to jeszcze dzis i dam Panu znac."),
    (.czech, "Děkujeme za zprávu, server už běží a data jsou v pořádku."),
    (.czech, "Dekuji, podivam se na to a ozvu se vam jeste dnes, prosim o chvili strpeni."),
    (.slovak, "Ďakujeme za správu, server už beží a údaje sú v poriadku."),
    (.slovak, "Dobry den, prosim, poslite nam este cislo faktury, aby sme to mohli overit."),
    (.english, "Thank you for the message, the server is up again and your data are safe."),
    (.german, "Vielen Dank für Ihre Nachricht, der Server läuft wieder und die Daten sind sicher."),
    (.german, "Wir konnen die Rechnung leider nicht mehr andern, bitte schreiben Sie uns."),
    // Eight words of a chat, all small and plain.
    (.polish, "kurier bedzie jutro miedzy dziewiata a dwunasta rano"),
    (.polish, "paczka wraca do magazynu, trzecia proba bedzie platna"),
    (.czech, "ridic se tam vraci dneska vecer do osmi"),
    (.czech, "balik se vraci na depo, zase nikdo doma"),
    (.slovak, "kurier pride zajtra, obciansky si nezabudni, inak nic"),
    (.english, "driver marked it delivered but wrong door"),
    (.german, "paket liegt seit gestern in der filiale"),
  ])
  func `sentences of five languages are told apart`(language: Language, text: String) {
    #expect(Language.of(FoldedText(text)) == language)
    #expect(Language.of(FoldedText(text.uppercased())) == language)
  }

  @Test(arguments: [
    "", "OK", "12345 67", "👍", "https://x.io/a", "Привет, спасибо за помощь", "Jan", "Anna Nowak",
    "Kowalski", "DNS MX SPF DKIM", "HTTP 500",
  ])
  func `what says nothing has no language, whatever is expected`(text: String) {
    #expect(Language.of(FoldedText(text)) == nil)
    #expect(Language.of(FoldedText(text), prior: .czech) == nil)
  }

  @Test func `the expected language decides what Czech and Slovak share`() {
    let text = FoldedText("Dobry den, pane Novak, prosim o potvrdenie.")
    let shared = FoldedText("Dobrý den, pane, je to tam?")
    #expect(Language.of(shared) == .czech)
    #expect(Language.of(shared, prior: .czech) == .czech)
    #expect(Language.of(shared, prior: .slovak) == .slovak)
    #expect(Language.of(text, prior: .slovak) == .slovak)
  }

  @Test func `only the languages in question count, and a relative stands in for no stranger`() {
    let shared = FoldedText("Dobrý den, pane, je to tam?")
    #expect(Language.of(shared, among: [.polish, .czech, .english]) == .czech)
    #expect(Language.of(shared, among: [.slovak]) == .slovak)
    let slovak = FoldedText("Dobrý deň, ďakujeme za správu, server už beží a pošta tiež.")
    #expect(Language.of(slovak) == .slovak)
    #expect(Language.of(slovak, among: [.polish, .english]) == nil)
    let german = FoldedText("Guten Tag, wir haben die Rechnung korrigiert und senden sie Ihnen.")
    #expect(Language.of(german, among: [.polish, .czech, .english]) == nil)
    #expect(Language.of(german, among: [.german, .english]) == .german)
    #expect(Language.of(german, among: []) == nil)
    // It has words that German has too: enough of them, were there no English.
    let english = FoldedText("I was in an office, so I am the one who was there and would have it.")
    #expect(Language.of(english) == .english)
    #expect(Language.of(english, among: [.german]) == nil)
    #expect(Language.of(FoldedText("was in an so am was in"), among: [.german]) == .german)
  }

  @Test func `an expected language does not outweigh a clear text`() {
    let text = FoldedText("Thank you for your patience, we have fixed the server and it is up.")
    for prior in Language.allCases { #expect(Language.of(text, prior: prior) == .english) }
  }

  /// The share of undecided replies that is allowed: without diacritics, short Czech and Slovak
  /// ones look alike.
  @Test(
    .enabled(if: SharedLabels.arePresent, "the labelled replies are not beside the project"),
    arguments: [(false, 0.05), (true, 0.10)])
  func `labelled replies are told apart, with and without diacritics`(
    isPlain: Bool, mostUndecided: Double
  ) throws {
    var right = 0
    var wrong: [String] = []
    var undecided = 0
    let replies = try SharedLabels.replies()
    for reply in replies {
      let authored = AuthoredText(reply.text).folded
      let language = Language.of(isPlain ? FoldedText(authored.string) : authored)
      switch language {
      case nil: undecided += 1
      case let language? where language.rawValue == reply.language: right += 1
      default: wrong.append(reply.name)
      }
    }
    let decided = right + wrong.count
    print(
      "language\(isPlain ? " without diacritics" : ""): \(right) of \(decided) decided right,",
      "\(undecided) of \(replies.count) undecided")
    #expect(Double(right) >= 0.99 * Double(decided), "\(wrong)")
    #expect(Double(undecided) <= mostUndecided * Double(replies.count))
  }

  @Test(.enabled(if: SharedLabels.arePresent, "the labelled replies are not beside the project"))
  func `knowing the customer's language leaves fewer undecided`() throws {
    var right = 0
    var decided = 0
    let replies = try SharedLabels.replies()
    for reply in replies {
      let text = AuthoredText(reply.text).folded
      guard let language = Language.of(text, prior: reply.customerLanguage) else { continue }
      decided += 1
      if language.rawValue == reply.language { right += 1 }
    }
    print("language with a prior: \(right) of \(decided) decided right of \(replies.count)")
    #expect(Double(right) >= 0.99 * Double(decided))
    #expect(Double(decided) >= 0.98 * Double(replies.count))
  }
}
