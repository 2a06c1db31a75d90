package import Standards

/// The handbook for new colleagues: one page that prints on A4 and reads on a phone.
///
/// The page needs nothing from outside and runs no script. It holds, in this order: a title page,
/// what is promised, how it sounds, what is never done, response times by channel, cases from
/// beginning to end, a page to sign.
package enum Handbook {
  /// The page in a language, by its code; our own words are English where we do not speak it.
  ///
  /// - Complexity: O(size of the catalogue).
  package static func page(of catalogue: Catalogue, in language: String) -> String {
    HandbookPage(catalogue, Words(language)).html
  }
}

/// A handbook in one language, while it is written.
struct HandbookPage {
  let catalogue: Catalogue
  let words: Words
  let facts: StandardFacts
  /// Whether there are logs to show.
  let hasCases: Bool

  /// The parts of the book that have something to say.
  private struct Part {
    let id: String
    let title: Term
    let write: (HandbookPage, inout HTMLWriter) -> Void
  }

  init(_ catalogue: Catalogue, _ words: Words) {
    self.catalogue = catalogue
    self.words = words
    facts = StandardFacts(catalogue, words)
    hasCases = catalogue.standards.contains {
      !LanguageLogs($0, in: words.language, of: catalogue).isEmpty
    }
  }

  private var parts: [Part] {
    [
      Part(id: "promises", title: .promises) { $0.writePromises(to: &$1) },
      Part(id: "sounds", title: .sounds) { $0.writeExamples(to: &$1) },
      saysNever ? Part(id: "never", title: .never) { $0.writeNever(to: &$1) } : nil,
      Part(id: "times", title: .times) { $0.writeTimes(to: &$1) },
      hasCases ? Part(id: "cases", title: .cases) { $0.writeCases(to: &$1) } : nil,
      Part(id: "sign", title: .sign) { $0.writeSignature(to: &$1) },
    ].compactMap { $0 }
  }

  var html: String {
    HTMLWriter.document(
      language: words.spoken.rawValue, title: "\(words[.bookTitle]) · \(catalogue.name)",
      style: PageStyle.css
    ) { html in
      writeCover(to: &html)
      html.element("main") { html in
        for part in parts {
          html.element("section", ["id": part.id]) { html in
            html.element("h2", text: words[part.title])
            part.write(self, &html)
          }
        }
      }
    }
  }

  private func writeCover(to html: inout HTMLWriter) {
    html.element("header", ["class": "cover"]) { html in
      html.element("p", ["class": "kicker"], text: words[.handbook])
      html.element("h1", text: words.typeset(words[.bookTitle]))
      html.element("p", ["class": "of"], text: catalogue.name)
      html.element("p", ["class": "lead"], text: words.typeset(words[.bookLead]))
      html.element("nav", ["aria-label": words[.contents]]) { html in
        html.element("ol") { html in
          for part in parts {
            html.element("li") { html in
              html.element("a", ["href": "#\(part.id)"], text: words[part.title])
            }
          }
        }
      }
      html.element("dl", ["class": "imprint"]) { html in
        for (term, value) in [(Term.edition, catalogue.version), (.keptBy, catalogue.owner)] {
          guard let value else { continue }
          html.element("div") { html in
            html.element("dt", text: words[term])
            html.element("dd", text: value)
          }
        }
      }
    }
  }

  /// Writes a text of the catalogue; one in another language than the page's is marked as such.
  func write(_ text: LocalizedText, as name: StaticString, to html: inout HTMLWriter) {
    let entry = text.entry(in: words)
    let isForeign = entry.language != nil && entry.language != words.spoken.rawValue
    html.element(
      name,
      ["lang": isForeign ? entry.language : nil, "xml:lang": isForeign ? entry.language : nil],
      text: isForeign ? entry.text : words.typeset(entry.text))
  }

  /// The attribute's value for examples, which are in the catalogue's language.
  var exampleLanguage: String? {
    words.language == words.spoken.rawValue ? nil : words.language
  }
}
