import Clocks
package import ServiceTime
package import Standards

/// How promises of a share are kept over many tickets: every case counted, none sampled.
///
/// ```swift
/// var census = PromiseCensus(catalogue)
/// for ticket in tickets { census.add(auditor.audit(ticket)) }
/// let results = census.results(seed: 1)
/// ```
///
/// It holds some eight bytes a case (a verdict on a promise), and besides a few texts for each name of
/// a channel, topic, team and priority.
package struct PromiseCensus: Sendable {
  private var accounts: [PromiseAccount]
  private let indices: [String: Int]
  /// The account of each standard of the catalogue; nil for one that promises no share.
  private let byPosition: [(id: String, account: Int?)]
  private var names = NameNumbers()
  private var coverage: LogCoverage

  /// Counts nothing yet.
  ///
  /// - Parameter asOf: The moment up to which every ticket's log is known; nil when each is known
  ///   to its last event.
  package init(_ catalogue: Catalogue, asOf: Instant? = nil) {
    accounts = catalogue.standards.compactMap { CountedPromise($0, in: catalogue) }
      .map { PromiseAccount($0) }
    indices = Dictionary(
      accounts.enumerated().map { ($1.promise.standard.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let indices = indices
    byPosition = catalogue.standards.map { ($0.id, indices[$0.id]) }
    coverage = LogCoverage(asOf: asOf)
  }

  /// Counts a ticket's verdicts; one that was left out has none.
  ///
  /// - Complexity: O(verdicts + events).
  package mutating func add(_ audit: TicketAudit) { add(part(of: audit)) }

  /// What a ticket's verdicts add, found out on any thread.
  ///
  /// - Complexity: O(verdicts + events).
  package func part(of audit: TicketAudit) -> Part {
    let view = audit.view
    var cases: [(account: Int, PromiseAccount.Case)] = []
    for verdict in audit.verdicts {
      guard let index = index(of: verdict) else { continue }
      let started = verdict.event ?? view.clockStart
      let moment = verdict.wait?.from ?? started.flatMap { view.log.instant(of: $0) }
      cases.append((index, accounts[index].case(of: verdict, at: moment, view)))
    }
    return Part(
      first: view.log.steps.first?.at, last: view.log.steps.last?.at,
      names: cases.isEmpty ? nil : TraitNames(view), cases: cases)
  }

  /// Counts what a ticket adds.
  package mutating func add(_ part: Part) {
    coverage.add(part.first)
    coverage.add(part.last)
    guard let traits = part.names.map({ names.traits($0) }) else { return }
    for (account, one) in part.cases where accounts.indices.contains(account) {
      accounts[account].add(one, traits)
    }
  }

  /// What one ticket adds to the census.
  package struct Part: Sendable {
    fileprivate let first: Instant?
    fileprivate let last: Instant?
    fileprivate let names: TraitNames?
    fileprivate let cases: [(account: Int, PromiseAccount.Case)]
  }

  private func index(of verdict: Verdict) -> Int? {
    guard let position = verdict.position, byPosition.indices.contains(position),
      byPosition[position].id == verdict.standard
    else { return indices[verdict.standard] }
    return byPosition[position].account
  }

  /// What the cases come to, for each standard that promises a share, in the catalogue's order.
  ///
  /// - Parameter seed: Chooses what the outlooks draw; the same seed gives the same results.
  /// - Complexity: O(n log n) for n cases.
  package func results(seed: UInt64) -> [PromiseResult] {
    accounts.map { $0.result(coverage, names, seed: seed) }
  }
}

/// The stretch of time that a log tells of.
struct LogCoverage: Sendable {
  private let asOf: Instant?
  private var first: Instant?
  private var last: Instant?

  init(asOf: Instant?) {
    self.asOf = asOf
  }

  mutating func add(_ moment: Instant?) {
    guard let moment else { return }
    first = min(first ?? moment, moment)
    last = max(last ?? moment, moment)
  }

  /// Whether the log, and the promise itself, cover the whole of a period.
  ///
  /// The log begins with its first event and ends at the moment of `--as-of`, where nil with its last
  /// event; the days of these events count as whole.
  func covers(_ period: CalendarPeriod, of promise: CountedPromise) -> Bool {
    let zone = promise.zone
    guard let first, let last, let begin = zone.local(at: first)?.date, begin <= period.first else {
      return false
    }
    let start = period.start(in: zone)
    let end = period.end(in: zone)
    if let inForce = promise.start, start < inForce { return false }
    if let inForce = promise.end, end.map({ $0 > inForce }) ?? true { return false }
    guard let asOf else { return zone.local(at: last).map { $0.date >= period.last } ?? false }
    // "23:59" and "23:59:59" mean the whole day to those who write it.
    return end.map { $0.seconds <= asOf.seconds + 60 } ?? false
  }
}
