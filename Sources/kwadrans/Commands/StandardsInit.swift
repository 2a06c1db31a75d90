import ArgumentParser
import Diagnostics
import Foundation
import Reports
import Standards

/// `kwadrans standards init FOLDER`: a catalogue to start with.
struct StandardsInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented catalogue to start with.",
    discussion: """
      hosting is the catalogue of a hosting company, shop that of an online shop, both in Polish,
      Czech and English; minimal is one short file in one language. Files that are there already are
      not touched unless --force is given. Beside it goes catalogue.schema.json, by which an editor
      that knows JSON Schema marks mistakes and offers keys.

      EXAMPLE: kwadrans standards init our-standards --template minimal --language pl
      """
  )

  @Argument(help: "The folder to write to; it is made if it is not there.")
  var folder: String

  @Option(help: "What to start with.")
  var template = CatalogueTemplate.minimal

  @Option(help: "The language of the minimal template: en, pl or cs; en if left out.")
  var language: String?

  @Flag(help: "Replace files that are there already.")
  var force = false

  func validate() throws {
    let languages = template.languages
    if let language, !languages.contains(language) {
      throw ValidationError(
        languages.isEmpty
          ? "the template '\(template.rawValue)' is written in several languages; leave out --language"
          : "there is no template in '\(language)'; choose one of \(languages.joined(separator: ", "))"
      )
    }
  }

  func run() throws {
    let language = template.languages.isEmpty ? nil : language ?? "en"
    let files = template.files(in: language)
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
    do {
      try FileManager.default.createDirectory(atPath: top, withIntermediateDirectories: true)
    } catch {
      StandardError.print("cannot make the folder '\(top)': \(error.localizedDescription)")
      throw ExitStatus.cannotWrite
    }
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
