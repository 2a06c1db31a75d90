/// The first line of a file that tells an editor where the schema is.
package enum EditorLine {
  private static let start = Array("# yaml-language-server: $schema=".utf8)

  /// The file with its first line naming the schema beside it, if it names one at all.
  ///
  /// - Parameter bytes: A file of a catalogue (UTF-8).
  /// - Complexity: O(bytes).
  package static func pointingBeside(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: start) else { return bytes }
    let rest = bytes.drop { $0 != UInt8(ascii: "\n") }
    return start + Array(CatalogueSchema.fileName.utf8) + rest
  }
}
