import ArgumentParser
import Reports

/// `kwadrans audit schema`: what the audit's files may say, for editors.
struct AuditSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema of waivers or of a line of reviews.",
    discussion: """
      In VS Code with the YAML extension, this first line of a file is enough for the editor to mark
      mistakes and to offer keys as you type:

      # yaml-language-server: $schema=waivers.schema.json

      Reviews are JSON Lines: the schema is one of each line, for programmes that write them.

      EXAMPLE: kwadrans audit schema waivers --output waivers.schema.json
      """
  )

  @Argument(help: "Which file: waivers or reviews.")
  var file: AuditSchema

  @Option(help: "Where to write it; standard output if left out.")
  var output: String?

  func run() throws {
    var output = try Output(path: output)
    try output.write(file.text)
    try output.finish()
  }
}

extension AuditSchema: ExpressibleByArgument {}
