package import Diagnostics
package import Standards

/// What became of a catalogue's examples when they were run.
package struct ExampleRun: Sendable {
  /// Every example that was run, in the order of the catalogue.
  package let results: [ExampleResult]
  /// What is worth knowing besides: standards without examples, kinds that nothing judges.
  package let notes: Diagnostics
  /// How many examples were left out, since nothing judges their kind yet.
  package let leftOut: Int

  /// How many turned out otherwise than their author says.
  package var failures: Int { results.count { $0.failure != nil } }

  /// The failing examples and the notes, to be shown.
  package var diagnostics: Diagnostics {
    var all = notes
    for result in results {
      guard let failure = result.failure else { continue }
      all.append(failure.diagnostic(of: result))
    }
    return all
  }
}

/// What became of one example.
package struct ExampleResult: Sendable {
  /// Why an example is not what its author says.
  package struct Failure: Hashable, Sendable {
    /// A stable name: `example.verdict`, `example.words`, `example.time` or `example.unreadable`.
    package let id: String
    /// What the author says.
    package let expected: String
    /// What was found instead.
    package let found: String
    /// Where to look.
    package let place: SourceRange
    /// Other places that matter.
    package var notes: [Diagnostic.Note] = []
    /// What may be done about it.
    package let fixIt: String?
  }

  /// The standard it belongs to.
  package let standard: Standard
  /// The example.
  package let entry: Examples.Entry
  /// What is wrong; nil when it is as expected.
  package let failure: Failure?
}

extension ExampleResult.Failure {
  fileprivate func diagnostic(of result: ExampleResult) -> Diagnostic {
    Diagnostic(
      id, .error,
      "'\(result.standard.id)', \(result.entry.side.rawValue): expected \(expected), found \(found)",
      at: place, notes: notes, fixIt: fixIt)
  }
}
