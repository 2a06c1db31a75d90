package import Conformance
package import Diagnostics
package import Standards
package import Tickets

/// Which decisions, waivers and known misses met a verdict, and which are in vain.
package struct ExceptionUse {
  private let exceptions: Exceptions
  private var read: Set<String> = []
  private var judged: Set<VerdictKey> = []
  private var needed: Set<Int> = []
  /// Waivers of misses that another waiver lets pass.
  private var doubled: Set<Int> = []
  private var stillKnown: Set<VerdictKey> = []

  /// Nothing met yet.
  package init(_ exceptions: Exceptions) {
    self.exceptions = exceptions
  }

  /// Notes a ticket to which they were brought.
  ///
  /// - Complexity: O(verdicts), for a ticket that nobody spoke of O(1).
  package mutating func note(_ audit: TicketAudit) {
    let ticket = audit.view.ticket.id
    guard exceptions.speaks(of: ticket) else { return }
    read.insert(ticket)
    let waivers = exceptions.waivers(of: ticket)
    for verdict in audit.verdicts {
      let key = VerdictKey(verdict)
      if exceptions.reviews.decision(key) != nil { judged.insert(key) }
      guard verdict.outcome == .missed else { continue }
      let covering = waivers.filter { exceptions.waivers[$0].covers(key) }
      if let holding = exceptions.waiver(key, among: covering) {
        needed.insert(holding)
        doubled.formUnion(covering)
      } else {
        // None of them holds any more, and the miss counts.
        needed.formUnion(covering)
      }
      if exceptions.baseline?.misses.contains(key) == true { stillKnown.insert(key) }
    }
  }

  /// The waivers that nobody needs or that hold no more: findings, since a list of exceptions must not
  /// grow without anybody seeing it. Waivers of tickets that were not read are left alone.
  package var waivers: Diagnostics {
    var found = Diagnostics()
    for (index, waiver) in exceptions.waivers.enumerated() {
      guard read.contains(waiver.ticket) else { continue }
      if waiver.isExpired(on: exceptions.day) {
        let until = waiver.until.map { "\($0)" } ?? ""
        found.error(
          "waiver.expired", "this waiver of \(waiver.who)'s held until \(until)", at: waiver.place,
          fixIt: needed.contains(index)
            ? "the miss counts again: delete the waiver, or let it hold longer"
            : "delete the waiver")
      } else if !needed.contains(index) {
        let event = waiver.event.map { ", event \($0)" } ?? ""
        let ticket = "\(waiver.ticket)\(event)"
        found.error(
          "waiver.unneeded",
          "nobody needs this waiver: "
            + (doubled.contains(index)
              ? "every miss of '\(waiver.standard)' in \(ticket) has one of its own"
              : "\(ticket) does not miss '\(waiver.standard)'"),
          at: waiver.place, fixIt: "delete the waiver")
      }
    }
    return found
  }

  /// The decisions that meet no verdict, of tickets that were read and standards that are there or not.
  ///
  /// - Complexity: O(decisions).
  package func staleReviews(path: String, _ catalogue: Catalogue) -> [LineProblem] {
    let ids = Set(catalogue.standards.map(\.id))
    var unknown: Set<String> = []
    var problems: [LineProblem] = []
    for review in exceptions.reviews.decided where !judged.contains(review.key) {
      let key = review.key
      func add(_ message: String, _ fixIt: String) {
        problems.append(
          LineProblem(
            path: path, line: review.line, id: "review.stale", severity: .warning,
            message: message, fixIt: fixIt))
      }
      if !ids.contains(key.standard) {
        guard unknown.insert(key.standard).inserted else { continue }
        let near = nearestName(to: key.standard, among: catalogue.standards.map(\.id))
        add(
          "there is no standard '\(shortened(key.standard, to: 40))'",
          near.map { "did you mean '\($0)'?" } ?? "keep the decision if the standard is retired")
      } else if read.contains(key.ticket) {
        let event = key.event.map { ", event \($0)" } ?? ""
        add(
          "'\(key.standard)' gives no verdict on \(shortened(key.ticket, to: 40))\(event)",
          "look at the ticket again, or delete the line")
      }
    }
    return problems
  }

  /// How many decisions are about tickets that were not read.
  package var reviewsOfOthers: Int {
    exceptions.reviews.decided.count { !read.contains($0.key.ticket) }
  }

  /// The misses of the baseline about tickets that were not read, by ticket: nobody knows whether they are
  /// still there.
  package var knownOfOthers: [VerdictKey] {
    (exceptions.baseline?.misses ?? []).filter { !read.contains($0.ticket) }.sorted()
  }

  /// How many misses of the baseline are no misses any more, of how many on the tickets that were read;
  /// nil without a baseline.
  package var gone: (gone: Int, of: Int)? {
    guard let baseline = exceptions.baseline else { return nil }
    let there = baseline.misses.count { read.contains($0.ticket) }
    return (there - stillKnown.count, there)
  }
}
