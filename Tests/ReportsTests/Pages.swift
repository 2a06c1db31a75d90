import Diagnostics
import Foundation
import Standards
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Catalogues for tests of reports.
enum Catalogues {
  /// A small desk with a promise of time, one of words, and questions for a reviewer.
  static let text = """
    catalogue: {name: Sklep & Syn, version: 2026-11, languages: [pl, en], owner: Ola}
    calendars:
      desk:
        time-zone: Europe/Warsaw
        open: {mon-fri: [08:00-12:00, 13:00-17:00], sat: 22:00-06:00}
        holidays: PL
        closed: [2026-12-31]
        also-open: {2026-12-06: 10:00-16:00}
    channels:
      email: {kind: deferred}
      chat: {kind: live, at-once: 3}
      letter: {kind: deferred}
    phrases:
      vague: {pl: [wkrótce], en: [soon]}
    standards:
      - id: mail
        title: {pl: Odpisujemy w godzinę, en: We answer within an hour}
        why: {pl: Kto czeka – ten pisze drugi raz., en: Who waits writes twice.}
        applies-to: {channel: [email]}
        first-response:
          within: 1 h
          share: 99.5%
          never-longer-than: 22 h
          hours: desk
        severity: critical
        examples:
          pass:
            - {asked: 2026-11-03 10:00, answered: 2026-11-03 10:30, takes: 30 min}
            - {asked: 2026-11-03 11:50, answered: 2026-11-03 13:10, takes: 20 min}
          fail:
            - {asked: 2026-11-03 16:00, answered: 2026-11-04 09:00, takes: 2 h}
      - id: no-vague-promise
        title: {pl: "Nie piszemy „wkrótce”", en: We do not write "soon"}
        why: {pl: Z godziną można coś zaplanować., en: One can plan with a time.}
        vague-promise: {phrases: vague}
        severity: critical
        weight: 10
        in-force: {from: 2026-12-01}
        examples:
          pass:
            - Odpowiemy najpóźniej dzisiaj do 14:00, jak tylko kolega wróci z magazynu.
            - We will answer you by 14:00 today, when our colleague is back.
          fail:
            - Proszę się nie martwić, odpowiemy ==wkrótce== i wszystko wyjaśnimy.
            - Please do not worry, we will answer you ==soon== and explain it.
      - id: listening
        title: {pl: Słuchamy, en: We listen}
        checklist:
          questions:
            - {id: heard, ask: {pl: Czy klient został wysłuchany?, en: Was the customer heard?}}
        source: <Our "charter">
    """

  static func read(_ text: String) -> Catalogue {
    let result = CatalogueReader.read([SourceText(path: "test.yaml", bytes: Array(text.utf8))])
    for problem in result.diagnostics.all where problem.severity == .error {
      Issue.record("\(problem.message)")
    }
    return result.catalogue
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The catalogue that ships with kwadrans.
  static func shipped() throws -> Catalogue {
    var diagnostics = Diagnostics()
    let texts = try CatalogueFolder.texts(
      at: root.appending(path: "standards").path, into: &diagnostics)
    return CatalogueReader.read(texts, after: diagnostics).catalogue
  }
}

/// Files with what is expected; `RECORD=1 swift test` writes them anew.
enum Golden {
  static func expect(_ text: String, _ name: String) throws {
    let file = Catalogues.root.appending(path: "Tests/ReportsTests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) differs from what is recorded")
  }
}

/// What a strict XML parser sees of a page.
final class Page: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""
  private(set) var problem: String?

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem = "line \(parser.lineNumber): \(parser.parserError.debugDescription)"
    }
  }

  /// The levels of headings, in order.
  var headings: [Int] {
    elements.compactMap { element in
      element.name.first == "h" && element.name.count == 2
        ? element.name.last?.wholeNumberValue : nil
    }
  }

  /// The text with plain spaces.
  var plainText: String { text.replacing("\u{A0}", with: " ") }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
