package import Diagnostics
import Foundation
package import SentenceModel
import SourceYAML

/// Reads the concepts: YAML files with the phrases of each, by language.
///
/// ```yaml
/// sorry:
///   pl: [przykro mi, przeprasz*]
///   en: [sorry, apolog*]
/// kind-words:
///   any-of: [sorry, thanks]
/// ```
///
/// What may stand in a phrase, `ConceptPattern` says.
package enum ConceptReader {
  /// Why the concepts cannot be read, as a person reads it: each mistake with its file, line and column.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// The key of the concepts each of which is one of this, too.
  private static let union = "any-of"

  /// Reads all files of a folder, by name; a concept may stand in several of them.
  ///
  /// - Throws: ``Failure``, or the file system's.
  package static func read(folder: String) throws -> [Concept] {
    var texts: [SourceText] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".yaml") {
      let path = "\(folder)/\(name)"
      texts.append(SourceText(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path)))))
    }
    return try read(texts)
  }

  /// Reads texts in their order.
  ///
  /// - Returns: The concepts by name, their phrases in the order of their letters.
  package static func read(_ texts: [SourceText]) throws(Failure) -> [Concept] {
    var reading = Reading()
    for text in texts {
      let root = YAMLReader.read(text, into: &reading.diagnostics)
      if case .mapping(let concepts)? = root?.content {
        for concept in concepts { reading.take(concept) }
      }
    }
    reading.checkUnions()
    guard !reading.diagnostics.hasErrors else {
      let renderer = DiagnosticRenderer(color: false)
      throw Failure(
        description: reading.diagnostics.all.map { renderer.render($0) }.joined())
    }
    return reading.parts.sorted { $0.key < $1.key }.map { name, parts in
      Concept(
        name: name,
        phrases: parts.phrases.sorted { $0.key < $1.key }.map(\.value),
        anyOf: parts.anyOf.map(\.name))
    }
  }

  private struct Parts {
    var phrases: [String: ConceptPattern] = [:]
    var anyOf: [(name: String, node: YAMLNode)] = []
  }

  private struct Reading {
    var parts: [String: Parts] = [:]
    var diagnostics = Diagnostics()

    mutating func take(_ concept: YAMLEntry) {
      guard case .mapping(let lists) = concept.value.content else {
        diagnostics.error(
          "concept.shape", "'\(concept.keyText)' must have lists by language", at: concept.key.place
        )
        return
      }
      for list in lists {
        guard case .sequence(let nodes) = list.value.content else {
          diagnostics.error(
            "concept.shape", "'\(concept.keyText)' must have a list of phrases", at: list.key.place)
          continue
        }
        for node in nodes {
          guard case .scalar(let scalar) = node.content else {
            diagnostics.error("concept.shape", "a phrase must be text", at: node.place)
            continue
          }
          if list.keyText == union {
            parts[concept.keyText, default: Parts()].anyOf.append((scalar.text, node))
          } else {
            take(scalar.text, node, of: concept.keyText)
          }
        }
      }
    }

    private mutating func take(_ text: String, _ node: YAMLNode, of concept: String) {
      let written = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      do throws(ConceptPattern.Problem) {
        parts[concept, default: Parts()].phrases[written] = try ConceptPattern(written)
      } catch {
        diagnostics.error(
          "concept.phrase", "'\(written)': \(error.message)", at: node.place)
      }
    }

    mutating func checkUnions() {
      for (_, parts) in parts.sorted(by: { $0.key < $1.key }) {
        for (name, node) in parts.anyOf where self.parts[name] == nil {
          diagnostics.error("concept.union", "'\(name)' is no concept", at: node.place)
        }
      }
    }
  }
}
