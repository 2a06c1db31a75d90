import ArgumentParser
import Reports

/// `kwadrans standards schema`: what a catalogue may say, for editors and for people.
struct StandardsSchema: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print what a catalogue may say: a JSON Schema for editors, or a reference to read.",
    discussion: """
      The schema describes one file of a catalogue. An editor that knows JSON Schema marks mistakes
      and offers keys as you type; in VS Code with the YAML extension, this first line of a file is
      enough:

      # yaml-language-server: $schema=catalogue.schema.json

      A schema cannot see everything: 'kwadrans standards check' also looks up names, compares
      promises and compiles phrases.

      EXAMPLE: kwadrans standards schema --output standards/catalogue.schema.json
      """
  )

  @Option(
    help: "How to print it: json (JSON Schema, draft 2020-12) or markdown (every key and kind).")
  var format = Format.json

  @Option(help: "Where to write it; standard output if left out.")
  var output: String?

  func run() throws {
    var output = try Output(path: output)
    switch format {
    case .json: try output.write(CatalogueSchema.text)
    case .markdown: try output.write(CatalogueReference.markdown)
    }
    try output.finish()
  }
}
