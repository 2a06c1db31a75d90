import ArgumentParser
import Diagnostics
import Reports
import Standards

/// `kwadrans standards check`: everything wrong with a catalogue.
struct StandardsCheck: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything wrong with a catalogue.",
    discussion: """
      All problems of all files are reported, each with its place and what would be right; warnings
      are advice. Ends with 1 when there are errors, with 0 when there are none.

      EXAMPLE: kwadrans standards check standards
      """
  )

  @Argument(help: "The folder of the catalogue's YAML files, or one file.")
  var folder = "standards"

  @Option(help: "How to print the result.")
  var format = Format.text

  func run() throws {
    let result = try CatalogueOptions.read(folder)
    var found = result.diagnostics
    // Advice on a catalogue that could not be read as a whole would be about the wrong one.
    if !found.hasErrors { found.append(contentsOf: CatalogueAdvice.on(result.catalogue)) }
    var output = try Output(path: nil)
    switch format {
    case .text:
      let renderer = DiagnosticRenderer(color: output.isColoured)
      for diagnostic in found.sorted {
        try output.write(renderer.render(diagnostic) + "\n")
      }
      try output.write(
        CheckText.summary(of: result.catalogue, found, path: folder) + "\n")
    case .json:
      var json = JSONWriter()
      CheckJSON.write(found, to: &json)
      json.newline()
      try output.write(&json)
    }
    try output.finish()
    if found.hasErrors { throw ExitStatus.findings }
  }
}
