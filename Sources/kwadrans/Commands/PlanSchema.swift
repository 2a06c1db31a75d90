import ArgumentParser
import Reports

/// `kwadrans plan schema`: what the planner's files may say, for editors and for people.
struct PlanSchema: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print what a workload or team may say: a JSON Schema for editors, or a reference.",
    discussion: """
      In VS Code with the YAML extension, this first line of a file is enough for the editor to mark
      mistakes and to offer keys as you type:

      # yaml-language-server: $schema=workload.schema.json

      EXAMPLE: kwadrans plan schema team --output team.schema.json
      """
  )

  @Argument(help: "Which file: workload or team.")
  var file: PlanningSchema

  @Option(
    help: "How to print it: json (JSON Schema, draft 2020-12) or markdown (every key).")
  var format = Format.json

  @Option(help: "Where to write it; standard output if left out.")
  var output: String?

  func run() throws {
    var output = try Output(path: output)
    switch format {
    case .json: try output.write(file.text)
    case .markdown: try output.write(file.markdown)
    }
    try output.finish()
  }
}

extension PlanningSchema: ExpressibleByArgument {}
