import Standards

/// Replies that keep a standard, as its catalogue shows them: the first one of each language.
struct RightReplies {
  /// One of them.
  struct Reply {
    let text: MarkedText
    /// The code of its language; nil where it could be any.
    let language: String?
  }

  /// In the order of the catalogue.
  let all: [Reply]

  init(_ standard: Standard, of catalogue: Catalogue) {
    let languages = ExampleLanguages(standard, of: catalogue)
    var all: [Reply] = []
    for case .reply(let written) in standard.examples.pass {
      let text = MarkedText(written)
      // What the customer wrote may be in another language.
      let language = languages.language(of: QuotedOpening(of: text.plain).own)
      if !all.contains(where: { $0.language == language }) {
        all.append(Reply(text: text, language: language))
      }
    }
    self.all = all
  }

  /// One for each of these languages that has one; where none has, the first of all.
  func replies(in languages: [String]) -> [Reply] {
    var wanted: Set<String> = []
    let found = languages.filter { wanted.insert($0).inserted }.compactMap { language in
      all.first { $0.language == language }
    }
    return found.isEmpty ? Array(all.prefix(1)) : found
  }
}
