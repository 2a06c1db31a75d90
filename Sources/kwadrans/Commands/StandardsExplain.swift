import ArgumentParser
import Diagnostics
import Reports
import Standards

/// `kwadrans standards explain ID`: one standard in full.
struct StandardsExplain: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain one standard: where it stands, what it is about, how it is judged.",
    discussion: """
      With --format json it prints one object: the keys of a standard in 'standards show --format
      json', and language, place, replaces, replacedBy, judgedBy, meanings, before, after, examples.

      EXAMPLE: kwadrans standards explain mail-quarter --language pl
      """
  )

  @Argument(help: "The id of the standard.")
  var id: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "The language of title and reason, such as pl; English if left out.")
  var language: String?

  @Option(help: "How to print the standard.")
  var format = Format.text

  func run() throws {
    let catalogue = try catalogue.load()
    guard let standard = catalogue.standard(id) else {
      let near = nearestName(to: id, among: catalogue.standards.map(\.id))
      StandardError.print(
        "there is no standard '\(id)'; "
          + (near.map { "did you mean '\($0)'?" }
            ?? "known: \(catalogue.standards.map(\.id).joined(separator: ", "))"))
      throw ExitStatus.notFound
    }
    var output = try Output(path: nil)
    switch format {
    case .text:
      try output.write(ExplainText.render(standard, in: catalogue, language: language ?? "en"))
    case .json:
      var json = JSONWriter()
      ExplainJSON.write(standard, in: catalogue, language: language ?? "en", to: &json)
      json.newline()
      try output.write(&json)
    }
    try output.finish()
  }
}
