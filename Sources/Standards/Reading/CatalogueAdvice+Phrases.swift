import Diagnostics
import TextMatching

extension CatalogueAdvice {
  /// A list without words of a language finds nothing there, which looks like a fault of the reply.
  static func checkLanguages(
    of list: PhraseList, in catalogue: Catalogue, _ diagnostics: inout Diagnostics
  ) {
    // Those add to built-in lists, which have words in every language.
    guard Lexicon.List(named: list.name)?.isExtensible != true, let first = list.phrases.first,
      !list.phrases.contains(where: { $0.language == nil })
    else { return }
    let missing = catalogue.languages.filter { code in
      !list.phrases.contains { $0.language == code }
    }
    guard !missing.isEmpty else { return }
    diagnostics.warning(
      "phrases.language",
      "the phrase list '\(list.name)' has nothing in \(missing.joined(separator: ", "))",
      at: first.place, fixIt: "add phrases in every language of the catalogue")
  }

  /// A phrase that stands twice in a language of a list: one of the two was meant to be another.
  ///
  /// - Parameter what: What the list is, for messages.
  static func checkRepeats(
    in list: PhraseList, called what: String, _ diagnostics: inout Diagnostics
  ) {
    var firsts: [String: PhraseList.Phrase] = [:]
    for phrase in list.phrases {
      let meaning = "\(phrase.language ?? "") \(meaning(of: phrase.written))"
      guard let first = firsts[meaning] else {
        firsts[meaning] = phrase
        continue
      }
      diagnostics.warning(
        "phrase.twice", repeated(phrase.written, first.written, in: "\(what) '\(list.name)'"),
        at: phrase.place, notes: [.init("the first one is here", at: first.place)],
        fixIt: "delete one of them")
    }
  }

  /// The same for words that a standard of wording names itself.
  static func checkWording(of standard: Standard, _ diagnostics: inout Diagnostics) {
    guard case .wording(let wording) = standard.requirement else { return }
    var firsts: [String: SoughtWords.Phrase] = [:]
    for avoided in wording.avoid {
      guard case .phrases(let phrases) = avoided.words else { continue }
      for phrase in phrases {
        let meaning = "\(phrase.language ?? "") \(meaning(of: phrase.written))"
        guard let first = firsts[meaning] else {
          firsts[meaning] = phrase
          continue
        }
        diagnostics.warning(
          "phrase.twice", repeated(phrase.written, first.written, in: "'\(standard.id)'"),
          at: standard.place, fixIt: "delete one of them")
      }
    }
  }

  private static func repeated(_ phrase: String, _ first: String, in place: String) -> String {
    phrase == first
      ? "'\(phrase)' stands twice in \(place)"
      : "'\(phrase)' finds in \(place) what '\(first)' finds"
  }

  /// A phrase as it is matched: without case, diacritics and the length of its spaces. Expressions
  /// stay as they are written, where a capital may mean something else.
  private static func meaning(of written: String) -> String {
    guard written.first != "/" else { return written }
    let bytes = FoldedText(written).bytes
    return bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
