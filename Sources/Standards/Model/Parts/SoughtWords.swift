import Diagnostics
import SourceYAML

/// Words that a standard looks for: a list of the catalogue, or phrases given on the spot.
package enum SoughtWords: Hashable, Sendable {
  /// The phrase list of this name.
  case list(String)
  /// These phrases; each is one that `Pattern` accepts.
  case phrases([Phrase])

  /// One phrase.
  package struct Phrase: Hashable, Sendable {
    /// The language it belongs to; nil for all.
    package let language: String?
    /// The phrase as its author wrote it.
    package let written: String

    /// Creates a phrase.
    package init(language: String?, written: String) {
      self.language = language
      self.written = written
    }
  }

  /// The words as the catalogue names them.
  package var inWords: String {
    switch self {
    case .list(let name): name
    case .phrases(let phrases): phrases.map { "'\($0.written)'" }.joined(separator: ", ")
    }
  }
}

/// The two keys that name words: `phrases` for a list, `phrase` for words on the spot.
enum SoughtWordsKeys {
  static let list = Key<String>.phraseList(
    "phrases", "the list of words; or write 'phrase'"
  ).such(as: "pushy")
  static let phrase = Key<YAMLNode>(
    "phrase", "the words themselves: one phrase or several, for all languages or per language",
    shape: PhraseListReader.shape
  ) { node, _ in node }.such(as: "valued customer")

  static let all = [phrase.description, list.description]
  static let rules = [
    KeyRule.atLeastOne(all.map { $0.name }), .clash(.init(phrase.name), .init(list.name)),
  ]
}

extension CatalogueReading {
  /// Reads the words of one record; nil when they are missing or wrong.
  mutating func soughtWords(in record: Record) -> SoughtWords? {
    let name = phrases(SoughtWordsKeys.list, in: record)
    var words: [SoughtWords.Phrase] = []
    if record.optional(SoughtWordsKeys.phrase, &diagnostics) != nil,
      let entry = record.entry(SoughtWordsKeys.phrase.name)
    {
      words = PhraseListReader.read(entry, &diagnostics).phrases.map {
        SoughtWords.Phrase(language: $0.language, written: $0.written)
      }
    }
    requireOne(
      of: [SoughtWordsKeys.phrase.name, SoughtWordsKeys.list.name], in: record,
      fault: "looks for nothing", fixIt: "add, for instance, phrase: valued customer")
    if reportBoth(SoughtWordsKeys.phrase.name, SoughtWordsKeys.list.name, in: record) {
      return nil
    }
    if let name { return .list(name) }
    return words.isEmpty ? nil : .phrases(words)
  }
}
