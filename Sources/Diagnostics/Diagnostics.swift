/// The problems found so far; passed `inout` to everything that reads what people wrote.
package struct Diagnostics: Sendable {
  /// All of them, in the order they were found.
  package private(set) var all: [Diagnostic] = []
  /// How many are errors.
  package private(set) var errorCount = 0
  /// How many are warnings.
  package private(set) var warningCount = 0

  /// Creates an empty collection.
  package init() {}

  /// Whether at least one is an error.
  package var hasErrors: Bool { errorCount > 0 }

  /// Whether there are none at all.
  package var isEmpty: Bool { all.isEmpty }

  /// Adds an error.
  package mutating func error(
    _ id: String, _ message: String, at place: SourceRange?,
    notes: [Diagnostic.Note] = [], fixIt: String? = nil
  ) {
    append(Diagnostic(id, .error, message, at: place, notes: notes, fixIt: fixIt))
  }

  /// Adds a warning.
  package mutating func warning(
    _ id: String, _ message: String, at place: SourceRange?,
    notes: [Diagnostic.Note] = [], fixIt: String? = nil
  ) {
    append(Diagnostic(id, .warning, message, at: place, notes: notes, fixIt: fixIt))
  }

  /// Adds a note that stands by itself.
  package mutating func note(
    _ id: String, _ message: String, at place: SourceRange?,
    notes: [Diagnostic.Note] = [], fixIt: String? = nil
  ) {
    append(Diagnostic(id, .note, message, at: place, notes: notes, fixIt: fixIt))
  }

  /// Adds one diagnostic.
  package mutating func append(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
    switch diagnostic.severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    case .note: break
    }
  }

  /// Adds all of another collection, in its order.
  package mutating func append(contentsOf others: Diagnostics) {
    for diagnostic in others.all { append(diagnostic) }
  }

  /// All of them as a reader wants them: first those without a place, then by path, then by place
  /// in the text; found first, listed first, where that is equal.
  ///
  /// - Complexity: O(n log n).
  package var sorted: [Diagnostic] {
    // Swift's sort is stable in fact but not by contract; the index makes it so.
    all.enumerated().sorted { left, right in
      let (leftPath, rightPath) = (left.element.place?.text.path, right.element.place?.text.path)
      if leftPath != rightPath { return leftPath ?? "" < rightPath ?? "" }
      let leftStart = left.element.place?.utf8.lowerBound ?? 0
      let rightStart = right.element.place?.utf8.lowerBound ?? 0
      return (leftStart, left.offset) < (rightStart, right.offset)
    }.map { $0.element }
  }

  /// How many of each, in words: "3 errors, 1 warning", or "no problems".
  package var summary: String {
    func counted(_ count: Int, _ word: String) -> String? {
      count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let parts = [counted(errorCount, "error"), counted(warningCount, "warning")].compactMap { $0 }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }
}
