import CTemplates
package import Diagnostics
import SourceYAML

/// A catalogue that a team can start with.
package enum CatalogueTemplate: String, CaseIterable, Sendable {
  /// The catalogue we ship: a hosting company, in three languages.
  case hosting
  /// An online shop, in three languages.
  case shop
  /// One short file with four standards, in one language.
  case minimal

  /// Whether it is written in several languages at once, of which some can be chosen; any other is
  /// written in one language at a time.
  package var isMultilingual: Bool { self != .minimal }

  /// The languages in which it can be had.
  ///
  /// - Complexity: O(bytes of the file with `catalogue:`).
  package var languages: [String] {
    guard isMultilingual else {
      return Self.all.filter { $0.template == rawValue }.compactMap(\.language)
    }
    var diagnostics = Diagnostics()
    for text in texts(in: nil) {
      let root = YAMLReader.read(text, into: &diagnostics)
      guard
        case .sequence(let codes) = root?.entry("catalogue")?.value.entry("languages")?.value
          .content
      else { continue }
      return codes.compactMap(\.scalarText)
    }
    return []
  }

  /// Its files with their names, in the order of the names.
  ///
  /// - Parameter chosen: Some of its languages; none stands for all of one that is written in several
  ///   languages, and for English in one that is written in one at a time.
  /// - Returns: The files; none when a template that is written in one language is not in that one.
  /// - Complexity: O(bytes of the template).
  package func files(in chosen: [String]) -> [SourceText] {
    guard isMultilingual else { return texts(in: chosen.first ?? "en") }
    let languages = chosen.isEmpty ? [] : languages
    let files = texts(in: nil)
    guard languages.contains(where: { !chosen.contains($0) }) else { return files }
    let selection = LanguageSelection(chosen, of: languages)
    return files.map { selection.applied(to: $0) }
  }

  private func texts(in language: String?) -> [SourceText] {
    Self.all.filter { $0.template == rawValue && $0.language == language }
      .map(\.text).sorted { $0.path < $1.path }
  }

  private struct File {
    let template: String
    let language: String?
    let text: SourceText
  }

  private static var all: [File] {
    (0..<kwadrans_template_count()).compactMap { index in
      guard let file = kwadrans_template(index)?.pointee, let template = file.template_name,
        let name = file.file_name
      else { return nil }
      let bytes = [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.length))
      return File(
        template: String(cString: template), language: file.language.map { String(cString: $0) },
        text: SourceText(path: String(cString: name), bytes: bytes))
    }
  }
}
