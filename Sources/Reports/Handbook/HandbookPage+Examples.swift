import Standards

/// How it sounds, and what is never done.
extension HandbookPage {
  /// More than so many examples on a side are read by nobody.
  private static let mostPairs = 5

  private func examples(of standard: Standard) -> LanguageExamples {
    LanguageExamples(standard, in: words.language, of: catalogue)
  }

  func writeExamples(to html: inout HTMLWriter) {
    let told = catalogue.standards.map { ($0, examples(of: $0)) }.filter { !$0.1.isEmpty }
    guard !told.isEmpty else {
      html.element("p", ["class": "lead"], text: words[.noExamples])
      return
    }
    html.element("p", ["class": "lead"], text: words.typeset(words[.soundsLead]))
    for (standard, examples) in told {
      html.element("article", ["class": "examples"]) { html in
        html.element("div", ["class": "head"]) { html in
          write(standard.title, as: "h3", to: &html)
          html.element("div", ["class": "pair names", "aria-hidden": "true"]) { html in
            html.element("p", ["class": "good"], text: words[.good])
            html.element("p", ["class": "bad"], text: words[.bad])
          }
        }
        let models = examples.models
        let count = min(max(models.count, examples.fail.count), Self.mostPairs)
        for index in 0..<count {
          html.element("div", ["class": "pair"]) { html in
            write(models.dropFirst(index).first, isGood: true, to: &html)
            write(examples.fail.dropFirst(index).first, isGood: false, to: &html)
          }
        }
      }
    }
  }

  private func write(_ example: ExamplePieces?, isGood: Bool, to html: inout HTMLWriter) {
    guard let example else {
      html.element("div", ["class": "none"]) { _ in }
      return
    }
    let language = exampleLanguage
    html.element("div", ["class": isGood ? "good" : "bad"]) { html in
      // The sign and the word say in grey what the colour says.
      html.element("span", ["class": "sign", "aria-hidden": "true"], text: isGood ? "✓" : "✗")
      html.element("span", ["class": "unseen"], text: "\(words[isGood ? .good : .bad]): ")
      html.element("span", ["lang": language, "xml:lang": language]) { html in
        example.write(to: &html)
      }
    }
  }

  /// Standards of words that fail the whole reply.
  private var spoiling: [Standard] {
    catalogue.standards.filter { StandardGroup($0) != .times && $0.severity == .critical }
  }

  /// What nobody waits beyond, with the standard that says so.
  private var limits: [(standard: Standard, words: String)] {
    catalogue.standards.compactMap { standard in
      guard let numbers = PromiseNumbers(standard), let limit = numbers.neverLongerThan else {
        return nil
      }
      return (standard, words.span(limit, inHours: numbers.isInHours))
    }
  }

  /// The words that examples of forbidden things mark, each once.
  private var forbidden: [(standard: Standard, words: [String])] {
    catalogue.standards.compactMap { standard in
      guard NameWords.prohibitions.contains(standard.requirement.key) else { return nil }
      var seen: Set<String> = []
      let marked = examples(of: standard).fail.flatMap(\.marked)
        .map { $0.lowercased() }.filter { seen.insert($0).inserted }
      return marked.isEmpty ? nil : (standard, marked)
    }
  }

  /// Whether there is anything that is never done.
  var saysNever: Bool { !(limits.isEmpty && spoiling.isEmpty && forbidden.isEmpty) }

  func writeNever(to html: inout HTMLWriter) {
    if !limits.isEmpty {
      writeHead(.neverWait, .neverWaitLead, to: &html)
      html.element("ul", ["class": "limits"]) { html in
        for limit in limits {
          html.element("li") { html in
            html.element("strong", text: limit.words)
            let parts = [
              facts.appliesTo(limit.standard.scope), facts.inForce(limit.standard.inForce),
            ]
            html.element(
              "span", text: words.typeset(parts.compactMap { $0 }.joined(separator: " · ")))
          }
        }
      }
    }
    if !spoiling.isEmpty {
      writeHead(.neverBroken, .neverBrokenLead, to: &html)
      html.element("ul", ["class": "spoiling"]) { html in
        for standard in spoiling {
          html.element("li") { html in write(standard.title, as: "strong", to: &html) }
        }
      }
    }
    if !forbidden.isEmpty {
      writeHead(.neverWritten, .neverWrittenLead, to: &html)
      for (standard, texts) in forbidden {
        html.element("div", ["class": "forbidden"]) { html in
          write(standard.title, as: "h4", to: &html)
          html.element(
            "ul", ["class": "words", "lang": exampleLanguage, "xml:lang": exampleLanguage]
          ) { html in
            for text in texts {
              html.element("li") { html in
                html.element("span", ["class": "sign", "aria-hidden": "true"], text: "✗")
                html.element("s", text: text)
              }
            }
          }
        }
      }
    }
  }

  private func writeHead(_ title: Term, _ lead: Term, to html: inout HTMLWriter) {
    html.element("h3", ["class": "group"], text: words[title])
    html.element("p", ["class": "lead"], text: words.typeset(words[lead]))
  }
}

extension ExamplePieces {
  /// Writes the text, its marked words in `mark`, and what it quotes of the customer apart.
  func write(to html: inout HTMLWriter) {
    var rest = pieces[...]
    if let first = rest.first, !first.isMarked {
      rest = rest.dropFirst()
      html.reply(first.text)
    }
    for piece in rest {
      if piece.isMarked { html.element("mark", text: piece.text) } else { html.text(piece.text) }
    }
  }
}

extension HTMLWriter {
  /// Writes a reply, or its first words, with what it quotes of the customer apart from it.
  mutating func reply(_ text: String) {
    let opening = QuotedOpening(of: text)
    guard let quoted = opening.quoted else { return self.text(text) }
    element("span", ["class": "asked"], text: quoted)
    self.text(String(opening.own.drop { $0 == "\n" }))
  }
}
