import CTemplates
package import Diagnostics

/// A catalogue that a team can start with.
package enum CatalogueTemplate: String, CaseIterable, Sendable {
  /// The catalogue we ship: a hosting company, in three languages.
  case hosting
  /// An online shop, in three languages.
  case shop
  /// One short file with four standards, in one language.
  case minimal

  /// The languages in which it can be had one by one; empty for one that is written in several.
  package var languages: [String] {
    Self.all.filter { $0.template == rawValue }.compactMap(\.language)
  }

  /// Its files with their names, in the order of the names.
  ///
  /// - Parameter language: The language of a template that is written in one, such as `pl`.
  /// - Returns: The files; none when the template is not written in that language.
  package func files(in language: String?) -> [SourceText] {
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
