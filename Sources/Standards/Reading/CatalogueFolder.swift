package import Diagnostics
import FoundationEssentials

/// The YAML files of a catalogue on disk.
package enum CatalogueFolder {
  /// Why the files cannot be read at all.
  package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such folder or file.
    case notFound(path: String)
    /// The folder has no file that ends with `.yaml` or `.yml`.
    case noFiles(path: String)
    /// The system refuses to read it, for this reason.
    case cannotRead(path: String, reason: String)

    package var description: String {
      switch self {
      case .notFound(let path):
        "no folder or file '\(path)'; name the folder of the catalogue's YAML files"
      case .noFiles(let path):
        "no file in '\(path)' ends with .yaml or .yml; is it the folder of the catalogue?"
      case .cannotRead(let path, let reason):
        "cannot read '\(path)': \(reason)"
      }
    }
  }

  /// Reads the files of a folder, in the order of their names, or one file.
  ///
  /// - Parameter diagnostics: Where files are reported whose name only nearly ends with `.yaml`,
  ///   since a standard that is never read is never missed.
  /// - Complexity: O(bytes).
  package static func texts(
    at path: String, into diagnostics: inout Diagnostics
  ) throws(Failure) -> [SourceText] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .notFound(path: path)
    }
    guard isFolder else { return [try text(at: path)] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw .cannotRead(path: path, reason: "the folder cannot be listed; may you read it?")
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    var texts: [SourceText] = []
    for name in names where !name.hasPrefix(".") {
      let ending = name.split(separator: ".").last.map(String.init) ?? ""
      if ["yaml", "yml"].contains(ending), name.contains(".") {
        texts.append(try text(at: "\(folder)/\(name)"))
      } else if nearestName(to: ending, among: ["yaml", "yml"]) != nil, name.contains(".") {
        diagnostics.warning(
          "catalogue.file-name", "'\(folder)/\(name)' is not read, for it ends with .\(ending)",
          at: nil, fixIt: "rename it to end with .yaml")
      }
    }
    guard !texts.isEmpty else { throw .noFiles(path: path) }
    return texts
  }

  private static func text(at path: String) throws(Failure) -> SourceText {
    do {
      return try SourceText(contentsOf: path)
    } catch {
      throw .cannotRead(path: path, reason: "\(error)")
    }
  }
}
