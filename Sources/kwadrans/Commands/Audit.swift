import ArgumentParser

/// `kwadrans audit`: replies and waits, judged by the catalogue.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "The audit: did our replies keep the standards, where not, and how sure are we?",
    subcommands: [
      AuditRun.self, AuditObserve.self, AuditReview.self, AuditScores.self, AuditScorecard.self,
      AuditAgreement.self,
      AuditPlanSample.self, AuditSchemaCommand.self,
    ],
    defaultSubcommand: AuditRun.self
  )
}
