import ArgumentParser

/// What the process ends with, besides 0 for fine and 64 for wrong usage.
enum ExitStatus {
  /// There are findings, or standards are broken.
  static let findings = ExitCode(1)
  /// The input is wrong, or the question has no answer.
  static let badInput = ExitCode(65)
  /// There is no such input.
  static let notFound = ExitCode(66)
  /// Ctrl-C was pressed, as shells say it.
  static let interrupted = ExitCode(130)
  /// The result cannot be written.
  static let cannotWrite = ExitCode(73)
}
