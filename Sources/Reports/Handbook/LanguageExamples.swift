import Standards
import TextMatching

/// The replies among a standard's examples that are written in one language.
///
/// An example belongs to the language that it is told to be in, to the only one of its standard's
/// scope, or to the only one of the catalogue. Only those languages come into question. One that could be in any language is left out: half
/// a sentence in the wrong language teaches nothing.
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
    // Czech is often hard to tell from Slovak, which a catalogue without Slovak need not be asked.
    let languages = (standard.scope.languages ?? catalogue.languages).compactMap {
      Language(rawValue: $0)
    }
    let only = [standard.scope.languages, catalogue.languages]
      .compactMap { $0 }.first { Set($0).count == 1 }?.first
    func replies(_ examples: [Examples.Example]) -> [ExamplePieces] {
      examples.compactMap { example in
        guard case .reply(let text) = example else { return nil }
        let marked = ExamplePieces(text)
        let told = only ?? Language.of(FoldedText(marked.plain), among: languages)?.rawValue
        return told == language ? marked : nil
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
