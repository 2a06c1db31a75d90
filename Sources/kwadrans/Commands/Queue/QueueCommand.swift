import ArgumentParser

extension Kwadrans {
  /// Formulas at the prompt.
  struct Queue: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "queue",
      abstract: "Answer questions about waiting by formula.",
      discussion: """
        One team, one kind of work, arrivals at random at a steady rate. For a day with its ups \
        and downs, breaks and absence, see 'kwadrans plan'.
        """,
      subcommands: [
        ErlangBCommand.self, ErlangCCommand.self, ErlangACommand.self, EngsetCommand.self,
        FiniteCommand.self, RetrialCommand.self, SquareRootCommand.self, MMnGCommand.self,
        FixedHandlingCommand.self, OneAgentCommand.self, GeneralHandlingCommand.self,
        PrioritiesCommand.self, ErlangRCommand.self, OfferedLoadCommand.self,
        CaseManagersCommand.self, ChatCommand.self, DeferredCommand.self, DayCommand.self,
        ShrinkageCommand.self, CompareCommand.self,
      ]
    )
  }
}

extension Kwadrans.Queue {
  /// How the answer is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }
}
