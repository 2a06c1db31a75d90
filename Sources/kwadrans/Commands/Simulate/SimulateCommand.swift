import ArgumentParser

extension Kwadrans {
  /// Simulation at the prompt.
  struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "simulate",
      abstract: "Answer questions about waiting by simulation.",
      discussion: """
        The same seed gives the same numbers, on any number of cores. Each figure comes with an \
        interval that holds the truth 95 times in 100.
        """,
      subcommands: [SimulateQueueCommand.self]
    )
  }
}
