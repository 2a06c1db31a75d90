package import Diagnostics
package import ServiceTime

/// A miss that somebody lets pass, and why: one entry of a file of waivers.
package struct Waiver: Hashable, Sendable {
  /// The ticket's id.
  package let ticket: String
  /// The index of what was judged; nil for every miss of the standard in the ticket.
  package let event: Int?
  /// The standard's id.
  package let standard: String
  /// Who lets it pass.
  package let who: String
  /// Why.
  package let why: String
  /// The last day on which it holds; nil when it holds for good.
  package let until: CivilDate?
  /// Where it stands.
  package let place: SourceRange

  /// Whether it holds no more.
  package func isExpired(on day: CivilDate) -> Bool { until.map { $0 < day } ?? false }

  /// Whether it is about a verdict.
  package func covers(_ key: VerdictKey) -> Bool {
    key.ticket == ticket && key.standard == standard && (event == nil || event == key.event)
  }
}
