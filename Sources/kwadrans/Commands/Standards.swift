import ArgumentParser

/// `kwadrans standards`: the catalogue itself.
struct StandardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standards",
    abstract: "The catalogue: what do we promise, and is it written so that it can be kept?",
    subcommands: [
      StandardsCheck.self, StandardsTest.self, StandardsShow.self, StandardsExplain.self,
      StandardsWhy.self, StandardsHandbook.self, StandardsQuiz.self, StandardsDiff.self,
      StandardsInit.self, StandardsSchema.self,
    ]
  )
}
