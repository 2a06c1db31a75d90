/// Why a file of weights cannot be read.
package struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  package let line: Int
  /// What is wrong with it.
  package let message: String

  package var description: String { "line \(line): \(message)" }
}
