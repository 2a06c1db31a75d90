/// Why a model cannot be read.
package struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1; none for a model of bytes.
  package let line: Int?
  /// What is wrong with it.
  package let message: String

  init(_ message: String, line: Int? = nil) {
    self.line = line
    self.message = message
  }

  static func damaged(_ table: String) -> ModelError {
    ModelError("its table '\(table)' is damaged")
  }

  package var description: String { line.map { "line \($0): \(message)" } ?? message }
}
