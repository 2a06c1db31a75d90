/// A quiz to print: the questions, and the answers on a page of their own.
package enum QuizPage {
  /// The page; it needs nothing from outside and runs no script.
  package static func page(of quiz: Quiz) -> String {
    let words = quiz.words
    return HTMLWriter.document(
      language: words.spoken.rawValue, title: "\(words[.quiz]) · \(quiz.catalogue)",
      style: PageStyle.css
    ) { html in
      html.element("main") { html in
        html.element("section", ["id": "questions"]) { html in
          html.element("p", ["class": "kicker"], text: quiz.catalogue)
          html.element("h1", ["class": "plain"], text: words.typeset(words[.quiz]))
          html.element("p", ["class": "lead"], text: words.typeset(words[.quizLead]))
          html.element("div", ["class": "sheet"]) { html in
            html.element("p", text: words[.signName])
            html.element("p", text: words[.signDate])
          }
          for (index, question) in quiz.questions.enumerated() {
            write(question, index, words, to: &html)
          }
        }
        html.element("section", ["id": "answers", "class": "key"]) { html in
          html.element("h2", text: words[.answers])
          html.element("p", ["class": "lead"], text: words.typeset(words[.answersLead]))
          for (index, question) in quiz.questions.enumerated() {
            writeAnswer(question, index, words, to: &html)
          }
          html.element("p", ["class": "small"], text: "\(words[.seed]): \(quiz.seed)")
        }
      }
    }
  }

  private static func write(
    _ question: Quiz.Question, _ index: Int, _ words: Words, to html: inout HTMLWriter
  ) {
    html.element("article", ["class": "ask"]) { html in
      html.element("h2", text: "\(index + 1). \(words.typeset(words[question.ask.term]))")
      html.element("p", ["class": "about"], text: words.quoted(words.typeset(question.title)))
      if !question.about.isEmpty {
        html.element("blockquote", ["lang": language(of: words), "xml:lang": language(of: words)]) {
          html in
          for about in question.about { html.element("p") { html in html.reply(about) } }
        }
      }
      if let log = question.log {
        html.element("div", ["class": "case"]) { html in
          log.write(to: &html, examplesIn: language(of: words), words)
        }
      }
      html.element("ol", ["class": "choices"]) { html in
        for (index, choice) in question.choices.enumerated() {
          html.element("li") { html in
            html.element("b", text: Quiz.Question.letter(index))
            html.element(
              "span", ["lang": language(of: words), "xml:lang": language(of: words)]
            ) { html in html.reply(choice) }
          }
        }
      }
    }
  }

  private static func writeAnswer(
    _ question: Quiz.Question, _ index: Int, _ words: Words, to html: inout HTMLWriter
  ) {
    html.element("article") { html in
      html.element("h3") { html in
        html.text("\(index + 1). ")
        html.element("b", text: Quiz.Question.letter(question.answer))
        if question.example == nil { html.text(" – \(question.choices[question.answer])") }
      }
      if let example = question.example {
        html.element("p", ["class": question.ask == .whichKeeps ? "good" : "bad"]) { html in
          html.element(
            "span", ["class": "sign", "aria-hidden": "true"],
            text: question.ask == .whichKeeps ? "✓ " : "✗ ")
          example.write(to: &html)
        }
      }
      if let counts = question.counts {
        html.element("p", text: "\(words[.itCounts]) \(counts)")
      }
      if let why = question.why {
        html.element("p", ["class": "about"], text: words.typeset(why))
      }
    }
  }

  /// The language of examples, where it is not the page's.
  private static func language(of words: Words) -> String? {
    words.language == words.spoken.rawValue ? nil : words.language
  }
}
