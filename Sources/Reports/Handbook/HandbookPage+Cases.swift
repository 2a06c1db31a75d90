import Standards

/// Tickets from beginning to end, kept and broken.
extension HandbookPage {
  func writeCases(to html: inout HTMLWriter) {
    html.element("p", ["class": "lead"], text: words.typeset(words[.casesLead]))
    for standard in catalogue.standards {
      let logs = LanguageLogs(standard, in: words.language, of: catalogue)
      if logs.isEmpty { continue }
      let told = [(logs.pass.first, true), (logs.fail.first, false)].compactMap { log, isKept in
        log.map { (LogLines($0, words), isKept) }
      }
      html.element("article", ["class": "told"]) { html in
        // A heading stays on the page of what it heads.
        html.element("div", ["class": "head"]) { html in
          write(standard.title, as: "h3", to: &html)
          for (log, isKept) in told.prefix(1) { write(log, isKept: isKept, to: &html) }
        }
        for (log, isKept) in told.dropFirst() { write(log, isKept: isKept, to: &html) }
      }
    }
  }

  private func write(_ log: LogLines, isKept: Bool, to html: inout HTMLWriter) {
    html.element("div", ["class": "case"]) { html in
      let verdict = isKept ? "✓ \(words[.caseKept])" : "✗ \(words[.caseBroken])"
      let takes = log.takes.map {
        " · \(words[.counts].lowercased()) \(words.short($0, inHours: true))"
      }
      html.element("p", ["class": isKept ? "kept" : "broken"], text: verdict + (takes ?? ""))
      log.write(to: &html, examplesIn: exampleLanguage, words)
    }
  }
}

extension LogLines {
  /// What happened, and that nothing came of it up to the moment at which the log is known.
  func lines(to words: Words) -> [Line] {
    lines + (asOf.map { [Line(when: $0, who: words[.stillSilent], text: "")] } ?? [])
  }

  /// Writes what happened, line by line.
  ///
  /// - Parameter language: The language of what was written, where it is not the page's.
  func write(to html: inout HTMLWriter, examplesIn language: String?, _ words: Words) {
    if let ticket { html.element("p", ["class": "carries"], text: ticket) }
    html.element("ol") { html in
      for line in lines {
        html.element("li") { html in
          html.element("b", text: line.when)
          html.element("span", ["lang": language, "xml:lang": language]) { html in
            html.element("b", text: line.text.isEmpty ? line.who : "\(line.who): ")
            html.text(line.text)
          }
        }
      }
      if let asOf {
        html.element("li") { html in
          html.element("b", text: asOf)
          html.element("span", text: words[.stillSilent])
        }
      }
    }
  }
}

/// The logs among a standard's examples that a page of one language can show: those that keep it and
/// those that break it, not those that leave a doubt.
///
/// A log without words is the same in every language; one in another language teaches nothing.
struct LanguageLogs {
  /// Those that keep the standard.
  let pass: [Examples.Log]
  /// Those that break it.
  let fail: [Examples.Log]

  var isEmpty: Bool { pass.isEmpty && fail.isEmpty }

  init(_ standard: Standard, in language: String, of catalogue: Catalogue) {
    let known = ExampleLanguages(standard, of: catalogue)
    func logs(_ examples: [Examples.Example], _ outcome: Examples.Outcome) -> [Examples.Log] {
      examples.compactMap { example in
        guard case .log(let log) = example, log.outcome == outcome else { return nil }
        let words = log.words
        return words.isEmpty || known.language(of: words) == language ? log : nil
      }
    }
    pass = logs(standard.examples.pass, .met)
    fail = logs(standard.examples.fail, .missed)
  }
}

extension Examples.Log {
  /// All that anybody wrote.
  fileprivate var words: String {
    events.compactMap { event in
      switch event.kind {
      case .message(_, let text, _), .note(let text): text
      default: nil
      }
    }.joined(separator: "\n")
  }
}

extension Term {
  static let cases = Term(
    pl: "Od początku do końca", cs: "Od začátku do konce", en: "From beginning to end")
  fileprivate static let casesLead = Term(
    pl: "Kilka zgłoszeń krok po kroku: co się dzieje, kiedy i co z tego wynika.",
    cs: "Několik požadavků krok za krokem: co se děje, kdy a co z toho plyne.",
    en: "A few tickets step by step: what happens, when, and what comes of it.")
  fileprivate static let caseKept = Term(pl: "Dotrzymane", cs: "Dodrženo", en: "Kept")
  fileprivate static let caseBroken = Term(pl: "Złamane", cs: "Porušeno", en: "Broken")
  fileprivate static let stillSilent = Term(
    pl: "nic więcej się nie stało", cs: "nic dalšího se nestalo", en: "nothing more has happened")
}
