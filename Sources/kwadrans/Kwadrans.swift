import ArgumentParser

@main
struct Kwadrans: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwadrans",
    abstract: "Service standards you can write down, staff for and check.",
    discussion: """
      docs/tutorial.md turns advice into standards, docs/catalogue.md explains every key.

      Ends with 0 when all is well, 1 when there are findings or standards are broken, 64 after wrong
      usage, 65 when the input is wrong or the question has no answer, 66 when there is no such
      input, 73 when the result cannot be written.
      """,
    version: "0.1.0",
    subcommands: [
      StandardsCommand.self, Audit.self, Reply.self, ClockCommand.self, Plan.self, Queue.self,
      Simulate.self,
    ]
  )
}
