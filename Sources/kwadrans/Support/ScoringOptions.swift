import ArgumentParser
import ServiceTime

/// What is scored, and where the result goes: the same for every score.
struct ScoringOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @OptionGroup var input: TicketOptions
  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var sampling: SampleOptions
  @OptionGroup var exceptions: ExceptionOptions
  @OptionGroup var redaction: RedactOptions
  @OptionGroup var cores: CoreOptions

  @Option(parsing: .unconditional, help: "A whole number that chooses the sample.")
  var seed: UInt64 = 1

  @Option(
    help:
      "How to print the result; json has every figure, csv (audit scores) a row for each group and agent."
  )
  var format = Format.text

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The moment up to which the log is known; each ticket's last event if left out.",
      valueName: "instant"))
  var asOf: AsOf?

  func validate() throws {
    try WrittenFiles.check(
      [WrittenFiles.File("--output", output)], over: input.files + exceptions.files)
  }

  /// The tickets to score; nil for all of them.
  func drawn() throws -> DrawnSample? {
    try sampling.drawn(from: input, seed: seed, asOf: asOf?.instant)
  }
}
