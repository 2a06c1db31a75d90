package import Conformance
package import Standards
import Tickets

/// What a history of tickets would have been under another catalogue.
///
/// Each ticket is judged by both catalogues. Verdicts are held against each other that are about the same
/// reply or wait and by the same standard: of the same id, or of the one that the new standard `replaces`.
///
/// ```swift
/// var comparison = AuditComparison(from: old, to: new)
/// for ticket in tickets { comparison.add(before.audit(ticket), after.audit(ticket)) }
/// ```
package struct AuditComparison: Sendable {
  /// How often verdicts of a standard, or about an agent, turned.
  package struct Turns: Hashable, Sendable {
    /// Met before, missed now.
    package fileprivate(set) var toMissed = 0
    /// Missed before, met now.
    package fileprivate(set) var toMet = 0
    /// Decided otherwise before or now: undecided, not applicable, or not asked at all.
    package fileprivate(set) var other = 0
    /// The same as before.
    package fileprivate(set) var unchanged = 0

    /// How many verdicts are not what they were.
    package var changed: Int { toMissed + toMet + other }
  }

  /// A standard of either catalogue with its turns.
  package struct Line: Sendable {
    /// Its id in the new catalogue; in the old one where the new one has none in its place.
    package let id: String
    /// What its id was, where that was another one.
    package let oldID: String?
    /// Which catalogues have it.
    package let presence: Presence
    /// Its verdicts in the old catalogue and in the new one.
    package fileprivate(set) var before = OutcomeCounts()
    package fileprivate(set) var after = OutcomeCounts()
    /// How they turned.
    package fileprivate(set) var turns = Turns()
  }

  /// Which catalogues have a standard.
  package enum Presence: String, Sendable {
    case both, added, withdrawn
  }

  /// A verdict that turned from met to missed or back.
  package struct Turn: Sendable {
    /// The ticket's id.
    package let ticket: String
    /// What is judged, by its index among the ticket's events; nil for the ticket or its first wait.
    package let event: Int?
    /// The standard's id in the new catalogue.
    package let standard: String
    /// Who wrote the reply that is judged; nil where none is, or nobody is named.
    package let agent: String?
    /// What the catalogues make of it.
    package let before: Verdict
    package let after: Verdict
  }

  /// The standards of the new catalogue in its order, then those that it withdrew.
  package private(set) var lines: [Line]
  /// Turns about replies by who wrote them, by name.
  package var byAgent: [(agent: String, turns: Turns)] {
    agents.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  /// How many tickets were judged.
  package private(set) var tickets = 0
  /// How many of them have a verdict that turned from met to missed, and back.
  package private(set) var ticketsToMissed = 0
  package private(set) var ticketsToMet = 0

  private var agents: [String: Turns] = [:]
  private let places: [String: Int]
  private let placesBefore: [String: Int]

  /// Compares nothing yet.
  package init(from old: Catalogue, to new: Catalogue) {
    var lines: [Line] = []
    var places: [String: Int] = [:]
    var placesBefore: [String: Int] = [:]
    for standard in new.standards {
      let kept = old.standards.first { $0.id == standard.id }
      let before = kept ?? old.standards.first { $0.id == standard.replaces }
      places[standard.id] = lines.count
      if let before, placesBefore[before.id] == nil { placesBefore[before.id] = lines.count }
      lines.append(
        Line(
          id: standard.id, oldID: before.flatMap { $0.id == standard.id ? nil : $0.id },
          presence: before == nil ? .added : .both))
    }
    for standard in old.standards where placesBefore[standard.id] == nil {
      placesBefore[standard.id] = lines.count
      lines.append(Line(id: standard.id, oldID: nil, presence: .withdrawn))
    }
    self.lines = lines
    self.places = places
    self.placesBefore = placesBefore
  }

  /// Counts a ticket as both catalogues judge it.
  ///
  /// - Parameter pseudonym: What agents are called instead of their names, if anything.
  /// - Returns: The verdicts that turned from met to missed or back, in the order of the ticket.
  /// - Complexity: O(verdicts).
  @discardableResult
  package mutating func add(
    _ before: TicketAudit, _ after: TicketAudit, calling pseudonym: ((String) -> String)? = nil
  ) -> [Turn] {
    guard after.view.leftOut == nil else { return [] }
    tickets += 1
    var earlier: [Place: Verdict] = [:]
    for verdict in before.verdicts {
      guard let line = placesBefore[verdict.standard] else { continue }
      lines[line].before.count(verdict.outcome)
      earlier[Place(line: line, event: verdict.event)] = verdict
    }
    var turns: [Turn] = []
    for verdict in after.verdicts {
      guard let line = places[verdict.standard] else { continue }
      lines[line].after.count(verdict.outcome)
      let old = earlier.removeValue(forKey: Place(line: line, event: verdict.event))
      let agent = after.view.agent(at: verdict.event).map { pseudonym?($0) ?? $0 }
      count(old?.outcome, verdict.outcome, line, agent)
      guard let old, Self.isTurn(old.outcome, verdict.outcome) else { continue }
      turns.append(
        Turn(
          ticket: verdict.ticket, event: verdict.event, standard: verdict.standard, agent: agent,
          before: old, after: verdict))
    }
    for (place, verdict) in earlier {
      let agent = after.view.agent(at: place.event).map { pseudonym?($0) ?? $0 }
      count(verdict.outcome, nil, place.line, agent)
    }
    if turns.contains(where: { $0.after.outcome == .missed }) { ticketsToMissed += 1 }
    if turns.contains(where: { $0.after.outcome == .met }) { ticketsToMet += 1 }
    return turns
  }

  /// All turns together.
  package var total: Turns {
    lines.reduce(into: Turns()) { sum, line in
      sum.toMissed += line.turns.toMissed
      sum.toMet += line.turns.toMet
      sum.other += line.turns.other
      sum.unchanged += line.turns.unchanged
    }
  }

  private struct Place: Hashable {
    let line: Int
    let event: Int?
  }

  private static func isTurn(_ before: Verdict.Outcome, _ after: Verdict.Outcome) -> Bool {
    (before == .met && after == .missed) || (before == .missed && after == .met)
  }

  private mutating func count(
    _ before: Verdict.Outcome?, _ after: Verdict.Outcome?, _ line: Int, _ agent: String?
  ) {
    lines[line].turns.count(before, after)
    if let agent { agents[agent, default: Turns()].count(before, after) }
  }
}

/// How many verdicts there are of each outcome.
package struct OutcomeCounts: Hashable, Sendable {
  package private(set) var met = 0
  package private(set) var missed = 0
  package private(set) var undecided = 0
  package private(set) var notApplicable = 0

  package init() {}

  mutating func count(_ outcome: Verdict.Outcome) {
    switch outcome {
    case .met: met += 1
    case .missed: missed += 1
    case .undecided: undecided += 1
    case .notApplicable: notApplicable += 1
    }
  }

  /// The share met of those decided; nil where none is.
  package var share: Double? {
    met + missed == 0 ? nil : Double(met) / Double(met + missed)
  }
}

extension AuditComparison.Turns {
  fileprivate mutating func count(_ before: Verdict.Outcome?, _ after: Verdict.Outcome?) {
    switch (before, after) {
    case (.met, .missed): toMissed += 1
    case (.missed, .met): toMet += 1
    case let (before, after) where before == after: unchanged += 1
    default: other += 1
    }
  }
}

extension TicketView {
  /// Who wrote the reply at an event; nil where that is none, or nobody is named.
  fileprivate func agent(at event: Int?) -> String? {
    guard let event, ticket.events.indices.contains(event),
      case .message(let message) = ticket.events[event].kind, message.from == .agent
    else { return nil }
    return message.agent
  }
}
