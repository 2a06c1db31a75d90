package import Diagnostics

extension Quiz {
  /// Writes `{"catalogue", "language", "seed", "questions": […]}`.
  ///
  /// Each question has the keys `ask` (`which-keeps`, `which-breaks`, `what-is-wrong`, `is-kept`,
  /// `is-ticket-kept` or `how-long`), `standard` (its id), `title`, `question` and `about` (lines; in
  /// words), `log` (a ticket's lines, each `{"when", "who", "text"}`; empty for other questions),
  /// `choices`, `answer` (the index of the right choice), `marked` (the words that decide), `why`. The
  /// seed is a string, because it may be too large for a number of JSON.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("catalogue")
      json.string(catalogue)
      json.key("language")
      json.string(words.language)
      json.key("seed")
      json.string("\(seed)")
      json.key("questions")
      json.array { json in
        for question in questions { question.write(to: &json, words) }
      }
    }
  }
}

extension Quiz.Question {
  fileprivate func write(to json: inout JSONWriter, _ words: Words) {
    json.object { json in
      json.key("ask")
      json.string(ask.rawValue)
      json.key("standard")
      json.string(standard)
      json.key("title")
      json.string(title)
      json.key("question")
      json.string(words[ask.term])
      json.key("about")
      json.array { json in
        for line in about + [log?.ticket].compactMap({ $0 }) { json.string(line) }
      }
      json.key("log")
      json.array { json in
        for line in log?.lines(to: words) ?? [] {
          json.object { json in
            json.key("when")
            json.string(line.when)
            json.key("who")
            json.string(line.who)
            json.key("text")
            json.string(line.text)
          }
        }
      }
      json.key("choices")
      json.array { json in
        for choice in choices { json.string(choice) }
      }
      json.key("answer")
      json.int(answer)
      json.key("marked")
      json.array { json in
        for words in example?.marked ?? [] { json.string(words) }
      }
      json.key("why")
      json.string(why)
    }
  }
}
