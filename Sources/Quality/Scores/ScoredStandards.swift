import Conformance
package import Standards

/// Which of a catalogue's standards a score is made of: those whose keeping is up to the agent.
///
/// What the team owns, such as how long a customer waits, is never held against the one who answers.
package struct ScoredStandards: Sendable {
  /// What a score needs to know of a standard.
  struct Part: Sendable {
    let weight: Int
    let isCritical: Bool

    /// Whether keeping it or not makes any difference.
    var matters: Bool { weight > 0 || isCritical }
  }

  private let parts: [String: Part]

  /// None at all.
  package init() { parts = [:] }

  /// Chooses the standards of a catalogue.
  package init(_ catalogue: Catalogue) {
    parts = Dictionary(
      catalogue.standards.filter { $0.owner == .agent }.map {
        ($0.id, Part(weight: $0.weight, isCritical: $0.severity == .critical))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What a verdict's standard counts; nil where it is not the agent's.
  func part(_ verdict: Verdict) -> Part? { parts[verdict.standard] }
}

extension Verdict {
  /// How a verdict counts in a score; nil where it does not.
  ///
  /// What does not apply is left out, and so is a miss that was waived: it counts neither for the agent
  /// nor against him.
  var scored: Outcome? {
    switch outcome {
    case .met, .undecided: outcome
    case .missed: isUnwaivedMiss ? .missed : nil
    case .notApplicable: nil
    }
  }
}
