import ArgumentParser
import Reports
import Standards

/// `kwadrans standards handbook`: the catalogue as a book for new colleagues.
struct StandardsHandbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handbook",
    abstract: "Write the handbook for new colleagues, one printable page a language.",
    discussion: """
      Each page stands alone: no script, nothing from outside. It prints on A4 and reads on a
      phone. Examples appear in the handbook of the language that they are written in.

      EXAMPLE: kwadrans standards handbook standards --language pl --output handbook-pl.html
      """
  )

  @Argument(help: "The folder of the catalogue's YAML files, or one file.")
  var folder = "standards"

  @Option(help: "A language, by its code; may be repeated. All of the catalogue's if left out.")
  var language: [String] = []

  @Option(
    help: ArgumentHelp(
      "A folder for handbook-pl.html and so on; or a file (.html) or '-' for one language.",
      valueName: "path"))
  var output = "out"

  func run() throws {
    let catalogue = try CatalogueOptions(folder: folder).load()
    let languages = try catalogue.languages(chosen: language)
    let isFile = output == "-" || output.hasSuffix(".html") || output.hasSuffix(".htm")
    if isFile {
      guard languages.count == 1, let only = languages.first else {
        throw ValidationError(
          "'\(output)' is one file, but there are \(languages.count) languages; "
            + "add --language \(languages.first ?? "en"), or name a folder")
      }
      return try write(catalogue, in: only, to: output)
    }
    try WrittenFiles.makeFolder(output)
    for language in languages {
      try write(catalogue, in: language, to: "\(output)/handbook-\(language).html")
    }
  }

  private func write(_ catalogue: Catalogue, in language: String, to path: String) throws {
    var out = try Output(path: path)
    try out.write(Handbook.page(of: catalogue, in: language))
    try out.finish()
    if path != "-" { print(path) }
  }
}

extension CatalogueOptions {
  /// The catalogue at a path that was given as an argument.
  init(folder: String) {
    self.init()
    standards = folder
  }
}

extension Catalogue {
  /// The languages asked for, each once, or all of the catalogue's.
  ///
  /// - Throws: `ValidationError` for one that the catalogue does not have.
  func languages(chosen: [String]) throws -> [String] {
    if let unknown = chosen.first(where: { !languages.contains($0) }) {
      throw ValidationError(
        "the catalogue has no language '\(unknown)'; it has \(languages.joined(separator: ", "))")
    }
    var seen: Set<String> = []
    return (chosen.isEmpty ? languages : chosen).filter { seen.insert($0).inserted }
  }

  /// The language asked for; English where it is left out and there is English, else the first.
  func language(chosen: String?) throws -> String {
    if let chosen { return try languages(chosen: [chosen]).first ?? chosen }
    return languages.contains("en") ? "en" : languages.first ?? "en"
  }
}
