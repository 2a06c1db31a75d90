import ArgumentParser
import Conformance
import Quality

/// Whether personal data are masked.
struct RedactOptions: ParsableArguments {
  @Flag(
    help: "Mask names, e-mail addresses and numbers of people, in every format (docs/reviews.md).")
  var redact = false

  @Option(
    help: ArgumentHelp(
      "A secret that chooses the agents' pseudonyms: the same gives the same.", valueName: "text"))
  var redactKey: String?

  func validate() throws {
    if redactKey != nil, !redact {
      throw ValidationError("--redact-key means nothing without --redact")
    }
  }

  /// What masks; nil where nothing is masked.
  var redactor: Redactor? { redact ? Redactor(key: redactKey ?? "") : nil }
}
