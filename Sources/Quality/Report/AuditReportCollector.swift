import Clocks
package import Conformance
import ServiceTime
package import Standards
import Tickets

/// Builds an ``AuditReport`` ticket by ticket.
///
/// ```swift
/// var collector = AuditReportCollector(catalogue)
/// for audit in audits {
///   let shown = ShownTicket(audit)
///   collector.add(shown, TicketEntry(shown, source: "tickets.jsonl:1"))
/// }
/// let report = collector.report(tally, promises, seed: 1, unreadable: 0)
/// ```
///
/// It keeps the texts and verdicts of as many tickets as the page lists, and of the others a few counts.
package struct AuditReportCollector: Sendable {
  /// How many tickets a page lists.
  package static let mostTickets = 5_000
  /// How many standards are shown with examples.
  private static let mostMisses = 10

  private let catalogue: Catalogue
  private let mostTickets: Int
  private let indices: [String: Int]
  private var standards: [StandardResult]
  private var misses: [MissGatherer]
  private var replies = ReplyShare(name: nil)
  private var formByAgent: [String: FormScoreMean] = [:]
  private var shares: [ShareDimension: [String?: ReplyShare]] = [:]
  private var weeks: [CalendarPeriod: ReplyShare] = [:]
  private var days: ClosedRange<Int>?
  private var findings: [TicketFinding.Kind: Int] = [:]
  private var scores: AgentScores
  private let scored: ScoredStandards
  private var seen = 0
  /// Tickets with something to look at, and others while there is room, each with its number.
  private var asking: [(number: Int, entry: TicketEntry)] = []
  private var others: [(number: Int, entry: TicketEntry)] = []

  /// Collects nothing yet.
  ///
  /// - Parameter mostTickets: How many tickets the report lists; of more, those with something to
  ///   look at come first.
  package init(_ catalogue: Catalogue, mostTickets: Int = Self.mostTickets) {
    self.catalogue = catalogue
    self.mostTickets = max(0, mostTickets)
    scored = ScoredStandards(catalogue)
    scores = AgentScores(scored)
    standards = catalogue.standards.map { StandardResult($0) }
    misses = catalogue.standards.map { _ in MissGatherer() }
    indices = Dictionary(
      catalogue.standards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds a ticket; one that was left out only counts as such elsewhere.
  ///
  /// - Complexity: O(verdicts + events), and the excerpts of at most a few misses.
  package mutating func add(_ shown: ShownTicket, _ entry: TicketEntry) {
    guard shown.audit.view.leftOut == nil else { return }
    for event in shown.ticket.events {
      guard let day = catalogue.zone.local(at: event.at.instant)?.date.daysSince1970 else {
        continue
      }
      days = min(days?.lowerBound ?? day, day)...max(days?.upperBound ?? day, day)
    }
    for verdict in entry.verdicts {
      guard let index = indices[verdict.standard] else { continue }
      standards[index].count(verdict)
      if verdict.counts { misses[index].add(verdict, of: entry, shown) }
    }
    for finding in entry.findings { findings[finding.kind, default: 0] += 1 }
    countReplies(shown, entry)
    scores.add(ticket: results(of: shown))
    seen += 1
    if entry.asksForLook {
      if asking.count < mostTickets { asking.append((seen, entry)) }
      if asking.count + others.count > mostTickets, !others.isEmpty { others.removeLast() }
    } else if asking.count + others.count < mostTickets {
      others.append((seen, entry))
    }
  }

  /// The report.
  ///
  /// - Parameters:
  ///   - tally: The counts of the same tickets.
  ///   - promises: The promises over the same tickets.
  ///   - seed: What their outlooks were drawn with.
  ///   - unreadable: How many lines could not be read.
  ///   - sample: What the tickets were drawn from, nil for all of them. A sample keeps and breaks no
  ///     promise: that is counted over all tickets.
  package func report(
    _ tally: AuditTally, _ promises: [PromiseResult], seed: UInt64, unreadable: Int,
    sample: Sample? = nil
  ) -> AuditReport {
    var report = AuditReport(catalogue: catalogue, days: days, tally: tally)
    report.sample = sample
    report.standards = standards
    report.promises = sample == nil ? promises : []
    report.seed = seed
    report.replies = replies
    report.formByAgent = formByAgent
    for dimension in ShareDimension.allCases {
      // Names sort; what has none comes last.
      report.shares[dimension] = (shares[dimension] ?? [:]).values.filter { $0.count.all > 0 }
        .sorted {
          ($0.name == nil ? 1 : 0, $0.name ?? "") < ($1.name == nil ? 1 : 0, $1.name ?? "")
        }
    }
    report.weeks = allWeeks
    report.agents = (try? scores.report()).flatMap { $0.agents.count > 1 ? $0 : nil }
    report.misses = zip(catalogue.standards, misses).compactMap { $1.miss(of: $0) }
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .prefix(Self.mostMisses).map { $0.element }
    report.findings = TicketFinding.Kind.allCases.compactMap { kind in
      findings[kind].map { (kind, $0) }
    }
    report.tickets = (asking + others).sorted { $0.number < $1.number }.map { $0.entry }
    report.unlisted = seen - report.tickets.count
    report.unreadable = unreadable
    return report
  }

  /// How the replies of a ticket came out, by agents as they are shown.
  private func results(of shown: ShownTicket) -> [ReplyResult] {
    var names: [String: String] = [:]
    for (judged, event) in zip(shown.audit.view.ticket.events, shown.ticket.events.indices) {
      guard case .message(let message) = judged.kind, let agent = message.agent else { continue }
      names[agent] = shown.agent(at: event)
    }
    return shown.audit.replyResults(by: scored).map { result in
      ReplyResult(
        agent: result.agent.flatMap { names[$0] }, channel: result.channel, topic: result.topic,
        language: result.language, isKept: result.isKept, isOpen: result.isOpen)
    }
  }

  /// Counts the replies of a ticket, as the scores of agents count them.
  private mutating func countReplies(_ shown: ShownTicket, _ entry: TicketEntry) {
    let messages = Dictionary(
      entry.messages.map { ($0.event, $0) }, uniquingKeysWith: { first, _ in first })
    for (event, score) in shown.audit.replyScores(by: scored) {
      guard score.decidedVerdicts > 0 || score.range != nil, let message = messages[event] else {
        continue
      }
      let names: [(ShareDimension, String?)] = [
        (.channel, entry.channel), (.topic, entry.topic), (.language, message.language),
      ]
      replies.add(score)
      for (dimension, name) in names {
        shares[dimension, default: [:]][name, default: ReplyShare(name: name)].add(score)
      }
      if let agent = message.agent { formByAgent[agent, default: FormScoreMean()].add(score) }
      if let date = catalogue.zone.local(at: message.at.instant)?.date {
        weeks[CalendarPeriod(.week, containing: date), default: ReplyShare(name: nil)].add(score)
      }
    }
  }

  /// The weeks from the first to the last, also those without replies; of a log of many years only
  /// those with replies.
  private var allWeeks: [WeekShare] {
    let known = weeks.filter { $0.value.count.all > 0 }.keys.sorted()
    guard let first = known.first, let last = known.last else { return [] }
    let length = (last.first.daysSince1970 - first.first.daysSince1970) / 7 + 1
    guard length <= 2 * known.count + 52 else {
      return known.map { WeekShare(week: $0, share: weeks[$0] ?? ReplyShare(name: nil)) }
    }
    var all: [WeekShare] = []
    var week: CalendarPeriod? = first
    while let current = week, current <= last {
      all.append(WeekShare(week: current, share: weeks[current] ?? ReplyShare(name: nil)))
      week = current.next
    }
    return all
  }
}
