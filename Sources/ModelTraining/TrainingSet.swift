import Foundation

/// The tagged replies of one file.
package struct TrainingSet: Sendable {
  /// The file's name without its ending.
  package let name: String
  package let replies: [TaggedReply]

  /// Reads all files of a folder, by name.
  ///
  /// - Throws: ``TaggedReplyError``, or the file system's.
  package static func read(folder: String) throws -> [TrainingSet] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".jsonl") }
      .map { name in
        let path = "\(folder)/\(name)"
        let data = try Data(contentsOf: URL(filePath: path))
        return TrainingSet(
          name: String(name.dropLast(6)), replies: try TaggedReply.read(data, path: path))
      }
  }
}
