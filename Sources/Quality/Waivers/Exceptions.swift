package import Conformance
package import ServiceTime
import Tickets

/// What people said of verdicts before a report is made: decisions, waivers, and what is known already.
package struct Exceptions: Sendable {
  /// The decisions that stand.
  package let reviews: ReviewBook
  /// The misses that are let pass.
  package let waivers: [Waiver]
  /// The misses of an earlier report; nil where all of them count.
  package let baseline: Baseline?
  /// The day on which waivers hold or hold no more.
  package let day: CivilDate

  /// The waivers of a ticket, by their indices.
  private let byTicket: [String: [Int]]
  private let reviewed: Set<String>
  private let known: Set<String>

  /// Puts them together.
  package init(
    reviews: ReviewBook = ReviewBook(), waivers: [Waiver] = [], baseline: Baseline? = nil,
    day: CivilDate
  ) {
    self.reviews = reviews
    self.waivers = waivers
    self.baseline = baseline
    self.day = day
    byTicket = Dictionary(grouping: waivers.indices) { waivers[$0].ticket }
    reviewed = Set(reviews.decided.map(\.key.ticket))
    known = Set(baseline?.misses.map(\.ticket) ?? [])
  }

  /// Brings them to the verdicts of a ticket: first the decisions, then to what is missed then the
  /// waivers, then the baseline.
  ///
  /// - Complexity: O(verdicts), and for a ticket that nobody spoke of three look-ups.
  package func apply(to audit: inout TicketAudit) {
    let ticket = audit.view.ticket.id
    let waivers = byTicket[ticket] ?? []
    let isReviewed = reviewed.contains(ticket)
    guard isReviewed || !waivers.isEmpty || known.contains(ticket) else { return }
    for index in audit.verdicts.indices {
      let key = VerdictKey(audit.verdicts[index])
      if isReviewed, let decided = reviews.decision(key)?.deciding(audit.verdicts[index]) {
        audit.verdicts[index] = decided
      }
      guard audit.verdicts[index].outcome == .missed else { continue }
      let remark = audit.verdicts[index].remark
      if let waiver = waiver(key, among: waivers).map({ self.waivers[$0] }) {
        audit.verdicts[index].remark = Remark(
          decision: remark?.decision,
          waiver: Remark.Waiver(by: waiver.who, why: waiver.why, until: waiver.until))
      } else if baseline?.misses.contains(key) == true {
        audit.verdicts[index].remark = Remark(decision: remark?.decision, isKnown: true)
      }
    }
  }

  /// The index of the waiver that holds for a miss: one for its very event before one for the whole ticket.
  func waiver(_ key: VerdictKey, among indices: [Int]) -> Int? {
    let holding = indices.filter { waivers[$0].covers(key) && !waivers[$0].isExpired(on: day) }
    return holding.first { waivers[$0].event != nil } ?? holding.first
  }

  /// The decisions about some standards, and nothing else.
  package func ofStandards(_ ids: Set<String>) -> Exceptions {
    Exceptions(reviews: reviews.ofStandards(ids), day: day)
  }

  /// Everybody who decided or waived something.
  package var people: [String] {
    reviews.reviewers.union(waivers.map(\.who)).sorted()
  }

  /// The waivers of a ticket, by their indices.
  func waivers(of ticket: String) -> [Int] { byTicket[ticket] ?? [] }

  /// Whether a decision, a waiver or a miss of the baseline is about a ticket.
  package func speaks(of ticket: String) -> Bool {
    reviewed.contains(ticket) || known.contains(ticket) || byTicket[ticket] != nil
  }
}
