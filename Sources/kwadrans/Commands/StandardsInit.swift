import ArgumentParser
import Diagnostics
import FoundationEssentials
import Reports
import Standards

/// `kwadrans standards init FOLDER`: a catalogue to start with.
struct StandardsInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented catalogue to start with.",
    discussion: """
      hosting is the catalogue of a hosting company, shop that of an online shop, both in Polish,
      Czech and English or in some of these: titles, phrases and examples in other languages are left
      out. minimal is one short file in one language. Comments and notes of hosting and shop are in
      English. Files that are there already are not touched unless --force is given. Beside it goes
      catalogue.schema.json, by which an editor that knows JSON Schema marks mistakes and offers keys.

      EXAMPLE: kwadrans standards init our-standards --template shop --language pl,en
      """
  )

  @Argument(help: "The folder to write to; it is made if it is not there.")
  var folder: String

  @Option(help: "What to start with.")
  var template = CatalogueTemplate.minimal

  @Option(
    help: ArgumentHelp(
      "A language, by its code, or several: pl,en; may be repeated. All if left out, or en for minimal.",
      valueName: "codes"))
  var language: [String] = []

  @Flag(help: "Replace files that are there already.")
  var force = false

  func validate() throws {
    if language.isEmpty { return }
    let (chosen, known) = (chosen, template.languages)
    let list = known.joined(separator: ", ")
    if let unknown = chosen.first(where: { !known.contains($0) }) {
      throw ValidationError(
        "the template '\(template.rawValue)' is not written in '\(unknown)'; choose from \(list)")
    }
    if !template.isMultilingual, Set(chosen).count > 1 {
      throw ValidationError(
        "the template '\(template.rawValue)' is written in one language at a time; choose one of "
          + "\(list), or --template hosting or shop")
    }
  }

  /// The languages asked for, one by one; an empty code where nothing stands between commas.
  private var chosen: [String] {
    language.flatMap { codes in
      codes.split(separator: ",", omittingEmptySubsequences: false).map { code in
        String(code.drop { $0 == " " })
      }
    }
  }

  func run() throws {
    let files = template.files(in: chosen)
    let top = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let written =
      files.map { ($0.path, EditorLine.pointingBeside($0.bytes)) }
      + [(CatalogueSchema.fileName, Array(CatalogueSchema.text.utf8))]
    let paths = written.map { "\(top)/\($0.0)" }
    let there = paths.filter { FileManager.default.fileExists(atPath: $0) }
    if !there.isEmpty, !force {
      StandardError.print(
        "already there: \(there.joined(separator: ", ")); nothing was written "
          + "(--force replaces them)")
      throw ExitStatus.cannotWrite
    }
    try WrittenFiles.makeFolder(top)
    for ((_, bytes), path) in zip(written, paths) {
      var output = try Output(path: path)
      try output.write(bytes)
      try output.finish()
    }
    var output = try Output(path: nil)
    for path in paths { try output.write("wrote \(path)\n") }
    try output.write(
      "next: kwadrans standards check \(top) and kwadrans standards test \(top)\n")
    try output.finish()
  }
}

extension CatalogueTemplate: ExpressibleByArgument {}
