import ArgumentParser

/// `kwadrans plan`: people for promises.
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "The plan: how many people do the promises take, and does this team keep them?",
    subcommands: [PlanSize.self, PlanSimulate.self, PlanSchema.self]
  )
}
