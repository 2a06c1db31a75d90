import ArgumentParser
import Diagnostics
import Reports

/// `kwadrans standards show`: all standards at a glance.
struct StandardsShow: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all standards of a catalogue at a glance.",
    discussion: """
      For each standard: its id and title, what it asks, where it holds, and what missing it costs.
      Promises of time come first, then what is asked of tickets, of words, and of reviewers.

      EXAMPLE: kwadrans standards show standards --language pl
      """
  )

  @Argument(help: "The folder of the catalogue's YAML files, or one file.")
  var folder = "standards"

  @Option(help: "The language of titles, by its code; English if left out and there is any.")
  var language: String?

  @Option(help: "How to print the standards.")
  var format = Format.text

  func run() throws {
    let catalogue = try CatalogueOptions(folder: folder).load()
    let language = try catalogue.language(chosen: language)
    var output = try Output(path: nil)
    switch format {
    case .text:
      try output.write(
        ShowText(isColoured: output.isColoured).render(catalogue, in: language))
    case .json:
      var json = JSONWriter()
      ShowJSON.write(catalogue, in: language, to: &json)
      json.newline()
      try output.write(&json)
    }
    try output.finish()
  }
}
