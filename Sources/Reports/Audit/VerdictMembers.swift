import Conformance
import Diagnostics
import Standards

/// The members of verdicts that follow from standard and outcome, written once for all tickets.
struct VerdictMembers: Sendable {
  private struct OfStandard: Sendable {
    let id: String
    let kind: String
    let severity: Standard.Severity
    /// For each outcome, in order of all of them.
    let bytes: [[UInt8]]
  }

  private let standards: [OfStandard]

  init(_ catalogue: Catalogue) {
    standards = catalogue.standards.map { standard in
      let kind = standard.requirement.key
      return OfStandard(
        id: standard.id, kind: kind, severity: standard.severity,
        bytes: Verdict.Outcome.allCases.map { outcome in
          var json = JSONWriter()
          Verdict.writeMembers(
            of: standard.id, kind, outcome, standard.severity, to: &json)
          return json.bytes
        })
    }
  }

  /// Those of a verdict; nil where it differs from what its standard says.
  func bytes(of verdict: Verdict) -> [UInt8]? {
    guard let position = verdict.position, standards.indices.contains(position) else { return nil }
    let standard = standards[position]
    guard standard.id == verdict.standard, standard.kind == verdict.kind,
      standard.severity == verdict.severity
    else { return nil }
    return standard.bytes[verdict.outcome.lane]
  }
}
