import Standards
import TextMatching

/// Tells in which language an example is written.
///
/// An example belongs to the only language of its standard's scope, or to the only one of the
/// catalogue, or else to the one of these that its words are in.
struct ExampleLanguages {
  private let only: String?
  private let languages: [Language]

  init(_ standard: Standard, of catalogue: Catalogue) {
    // Czech is often hard to tell from Slovak, which a catalogue without Slovak need not be asked.
    languages = (standard.scope.languages ?? catalogue.languages).compactMap {
      Language(rawValue: $0)
    }
    only =
      [standard.scope.languages, catalogue.languages]
      .compactMap { $0 }.first { Set($0).count == 1 }?.first
  }

  /// The code of the language; nil when it could be any.
  func language(of text: String) -> String? {
    only ?? Language.of(FoldedText(text), among: languages)?.rawValue
  }
}

/// The replies among a standard's examples that are written in one language.
///
/// One that could be in any language is left out: half a sentence in the wrong language teaches
/// nothing.
struct LanguageExamples {
  let pass: [ExamplePieces]
  let fail: [ExamplePieces]

  var isEmpty: Bool { pass.isEmpty && fail.isEmpty }

  /// The good replies to learn from: hasty and shouting ones only where there are no better ones.
  var models: [ExamplePieces] {
    let careful = pass.filter(\.isCareful)
    return careful.count >= 2 ? careful : pass
  }

  init(_ standard: Standard, in language: String, of catalogue: Catalogue) {
    let known = ExampleLanguages(standard, of: catalogue)
    func replies(_ examples: [Examples.Example]) -> [ExamplePieces] {
      examples.compactMap { example in
        guard case .reply(let text) = example else { return nil }
        let marked = ExamplePieces(text)
        // What the customer wrote may be in another language.
        let own = QuotedOpening(of: marked.plain).own
        return known.language(of: own) == language ? marked : nil
      }
    }
    pass = replies(standard.examples.pass)
    fail = replies(standard.examples.fail)
  }
}

extension ExamplePieces {
  /// Whether it begins with a capital, and never shouts two words in a row.
  fileprivate var isCareful: Bool {
    let words = plain.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    guard let first = words.first?.first, first.isUppercase else { return false }
    let loud = words.map { word in word.count > 1 && !word.contains(where: \.isLowercase) }
    return !zip(loud, loud.dropFirst()).contains { $0 && $1 }
  }
}
