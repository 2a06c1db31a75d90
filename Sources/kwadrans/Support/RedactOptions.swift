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
      "A secret that chooses the pseudonyms: the same gives the same in every report, without one "
        + "they are new in each.",
      valueName: "text"))
  var redactKey: String?

  func validate() throws {
    guard let redactKey else { return }
    if !redact { throw ValidationError("--redact-key means nothing without --redact") }
    if redactKey.isEmpty {
      throw ValidationError("--redact-key must not be empty: anybody could guess it")
    }
  }

  /// What masks, a new one each time; nil where nothing is masked.
  ///
  /// - Parameter exceptions: Who reviewed and waived, whose names are masked in what they wrote.
  func redactor(_ exceptions: Exceptions? = nil) -> Redactor? {
    redact ? Redactor(key: redactKey, people: exceptions?.people ?? []) : nil
  }
}
