import ArgumentParser

@main
struct Kwadrans: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwadrans",
    abstract: "Service standards you can write down, staff for and check.",
    subcommands: [Queue.self]
  )
}
