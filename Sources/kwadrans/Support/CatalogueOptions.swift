import ArgumentParser
import Diagnostics
import Standards

/// Where the catalogue is.
struct CatalogueOptions: ParsableArguments {
  @Option(help: "The folder of the catalogue's YAML files, or one file.")
  var standards = "standards"

  /// Reads the catalogue; a faulty one is reported and ends the command.
  ///
  /// - Parameter examples: Whether those of its standards are read too.
  func load(examples: Bool = true) throws -> Catalogue {
    try Self.load(standards, examples: examples)
  }

  /// Reads the catalogue at a path; a faulty one is reported and ends the command.
  static func load(_ path: String, examples: Bool = true) throws -> Catalogue {
    let result = try read(path, examples: examples)
    let shown = result.diagnostics
    if !shown.isEmpty { StandardError.print(shown) }
    guard !shown.hasErrors else {
      StandardError.print("the catalogue '\(path)' has \(shown.summary)")
      throw ExitStatus.badInput
    }
    return result.catalogue
  }

  /// Reads the catalogue at a path, whatever is wrong with it.
  static func read(_ path: String, examples: Bool = true) throws -> CatalogueReader.Result {
    var diagnostics = Diagnostics()
    let texts: [SourceText]
    do {
      texts = try CatalogueFolder.texts(at: path, into: &diagnostics)
    } catch {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
    return CatalogueReader.read(texts, after: diagnostics, examples: examples)
  }
}
