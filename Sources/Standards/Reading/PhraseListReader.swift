package import Diagnostics
package import SourceYAML
import TextMatching

/// Reads one entry of `phrases`.
package enum PhraseListReader {
  /// One phrase or a list of them, for all languages or per language.
  static let shape = Shape.localized(.oneOf([.text, .sequence(of: .text)]))

  /// Reads a list of phrases, or one list per language.
  ///
  /// - Parameter isProven: Whether its expressions were seen to be right; see ``Pattern``.
  package static func read(
    _ entry: YAMLEntry, isProven: Bool = false, _ diagnostics: inout Diagnostics
  ) -> PhraseList {
    var phrases: [PhraseList.Phrase] = []
    switch entry.value.content {
    case .mapping(let languages):
      for language in languages {
        guard language.keyText.isLanguageCode else {
          diagnostics.error(
            "language.unknown", "'\(language.keyText.shortened)' is no language code",
            at: language.key.place, fixIt: "write a code of two letters, such as pl, cs or en")
          continue
        }
        read(
          language.value, language: language.keyText, isProven, into: &phrases, &diagnostics)
      }
    case .sequence, .scalar:
      read(entry.value, language: nil, isProven, into: &phrases, &diagnostics)
    }
    if phrases.isEmpty, !diagnostics.hasErrors {
      diagnostics.error(
        "phrases.empty", "the list '\(entry.keyText.shortened)' has no phrases",
        at: entry.key.place,
        fixIt: "write some, such as en: [hello], or delete the list")
    }
    return PhraseList(name: entry.keyText, phrases: phrases)
  }

  private static func read(
    _ node: YAMLNode, language: String?, _ isProven: Bool,
    into phrases: inout [PhraseList.Phrase], _ diagnostics: inout Diagnostics
  ) {
    let nodes = node.sequence ?? [node]
    for node in nodes {
      guard let written = node.text(of: "a phrase", &diagnostics) else { continue }
      do {
        let pattern = try Pattern(written, isProven: isProven)
        phrases.append(
          PhraseList.Phrase(
            language: language, written: written, pattern: pattern, place: node.place))
      } catch {
        diagnostics.error(
          "phrase.unreadable", "'\(written.shortened)': \(error.message)",
          at: node.place(ofUTF8: error.utf8), fixIt: error.suggestion)
      }
    }
  }
}
