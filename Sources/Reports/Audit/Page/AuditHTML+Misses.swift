import Conformance
import Quality
import ServiceTime
import Standards

extension AuditHTML {
  /// Writes the standards missed most often, each with real examples.
  func writeMisses(to html: inout HTMLWriter) {
    for miss in report.misses {
      html.element("article", ["class": "miss"]) { html in
        html.localized(miss.standard.title, as: "h3")
        html.element("p", ["class": "small"]) { html in
          html.text(
            Written.count(miss.count, "miss", plural: "misses") + " in "
              + Written.count(miss.tickets, "ticket") + " · ")
          html.element("code", text: miss.standard.id)
          html.text(" · \(miss.standard.severity.rawValue)")
        }
        if let why = miss.standard.why { html.localized(why, as: "p") }
        html.element("ol", ["class": "cases"]) { html in
          for example in miss.examples { write(example, to: &html) }
        }
        writeRight(miss, to: &html)
      }
    }
  }

  private func write(_ example: FrequentMiss.Example, to html: inout HTMLWriter) {
    html.element("li") { html in
      if !example.excerpt.isEmpty {
        html.element(
          "blockquote", ["lang": example.language, "xml:lang": example.language, "dir": "auto"]
        ) { html in
          html.element("p") { html in
            for piece in example.excerpt {
              if piece.isMarked {
                html.element("mark", ["class": "missed"], text: piece.text)
              } else {
                html.text(piece.text)
              }
            }
          }
        }
      }
      html.element("p") { html in html.name(example.message) }
      html.element("p", ["class": "small"]) { html in
        html.element("a", ["href": "#tickets", "data-ticket": example.ticket]) { html in
          html.name(example.ticket)
        }
        for text in [example.at.map { Self.minute($0) }, example.channel, example.agent] {
          guard let text else { continue }
          html.text(" · ")
          html.name(text)
        }
      }
    }
  }

  /// Writes replies that keep the standard, in the languages of the examples above, if the catalogue
  /// shows any.
  private func writeRight(_ miss: FrequentMiss, to html: inout HTMLWriter) {
    let rights = RightReplies(miss.standard, of: report.catalogue)
      .replies(in: miss.examples.compactMap(\.language))
    guard !rights.isEmpty else { return }
    html.element("div", ["class": "right"]) { html in
      html.element("p", ["class": "small"], text: "✓ Right would be, for one:")
      for right in rights {
        html.element(
          "p", ["lang": right.language, "xml:lang": right.language, "dir": "auto"]
        ) { html in
          for piece in right.text.pieces {
            if piece.isMarked {
              html.element("mark", ["class": "met"], text: piece.text)
            } else {
              html.text(piece.text)
            }
          }
        }
      }
    }
  }

  /// A moment to the minute, on the writer's clock: `2026-03-02 07:58`.
  static func minute(_ moment: OffsetInstant) -> String {
    String(moment.description.prefix(16)).replacing("T", with: " ")
  }
}
