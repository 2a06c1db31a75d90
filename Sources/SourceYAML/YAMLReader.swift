package import Diagnostics

/// Reads YAML.
package enum YAMLReader {
  /// Reads the one document of a text.
  ///
  /// - Returns: The document; nothing if there is none (an empty file, only comments) or it could
  ///   not be parsed. Only the latter adds errors.
  package static func read(
    _ text: SourceText, limits: YAMLLimits = YAMLLimits(), into diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    nil
  }
}
