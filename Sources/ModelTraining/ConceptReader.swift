import Diagnostics
import Foundation
import SourceYAML
import TextMatching

/// Reads the concepts: YAML files with the phrases of each, by language.
///
/// ```yaml
/// sorry:
///   pl: [przykro mi, przeprasz*]
///   en: [sorry, apolog*]
/// ```
package enum ConceptReader {
  /// Why the concepts cannot be read, as a person reads it.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Reads all files of a folder, by name; a concept may stand in several of them.
  package static func read(folder: String) throws -> [(name: String, phrases: [String])] {
    var phrases: [String: Set<String>] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".yaml") {
      let path = "\(folder)/\(name)"
      let text = SourceText(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
      var diagnostics = Diagnostics()
      let root = YAMLReader.read(text, into: &diagnostics)
      if case .mapping(let concepts)? = root?.content {
        for concept in concepts { read(concept, into: &phrases, &diagnostics) }
      }
      guard !diagnostics.hasErrors else {
        let renderer = DiagnosticRenderer(color: false)
        throw Failure(description: diagnostics.all.map { renderer.render($0) }.joined())
      }
    }
    return phrases.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  private static func read(
    _ concept: YAMLEntry, into phrases: inout [String: Set<String>],
    _ diagnostics: inout Diagnostics
  ) {
    guard case .mapping(let languages) = concept.value.content else {
      diagnostics.error(
        "concept.shape", "'\(concept.keyText)' must have lists by language",
        at: concept.key.place)
      return
    }
    for language in languages {
      guard case .sequence(let list) = language.value.content else {
        diagnostics.error(
          "concept.shape", "'\(concept.keyText)' must have a list of phrases",
          at: language.key.place)
        continue
      }
      for node in list {
        guard case .scalar(let scalar) = node.content else { continue }
        do throws(PatternError) {
          let pattern = try Pattern(scalar.text)
          phrases[concept.keyText, default: []].formUnion(pattern.plainPhrases)
        } catch {
          diagnostics.error("concept.phrase", error.message, at: node.place)
        }
      }
    }
  }
}
