import ArgumentParser

@main
struct Kwadrans: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwadrans",
    abstract: "Service standards you can write down, staff for and check.",
    version: "0.1.0",
    subcommands: [StandardsCommand.self, Audit.self, Plan.self]
  )
}
