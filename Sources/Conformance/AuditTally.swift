package import Clocks
package import Standards

/// How often each standard was kept, over many tickets.
package struct AuditTally: Sendable {
  /// The counts of one standard.
  package struct Line: Sendable {
    /// The standard.
    package let standard: Standard
    fileprivate let id: String
    /// How many verdicts of each outcome there are.
    fileprivate var counts = SIMD4<Int>()

    /// How many verdicts have an outcome.
    package func count(_ outcome: Verdict.Outcome) -> Int { counts[outcome.lane] }

    /// The share met of those decided; nil when none is.
    package var share: Double? {
      let decided = count(.met) + count(.missed)
      return decided == 0 ? nil : Double(count(.met)) / Double(decided)
    }

    /// The share promised, for kinds that promise one.
    package var promised: Share? { standard.requirement.kind.promisedShare }

    /// Whether the promised share was kept by those decided; nil when nothing was promised or
    /// decided. Counts are compared, not rounded shares: 19 of 20 keeps 95%.
    package var isKept: Bool? { promised.flatMap { isMet(atLeast: $0) } }

    /// Whether at least a share of those decided are met; nil when none is decided.
    package func isMet(atLeast least: Share) -> Bool? {
      // The margin is below one ticket in a billion, and above the rounding of a division.
      share.map { $0 >= least.fraction - 1e-12 }
    }
  }

  /// What one ticket adds to the counts; it holds no texts.
  package struct Part: Sendable {
    fileprivate var leftOut: TicketView.LeftOut?
    fileprivate var replies = 0
    fileprivate var additions = 0
    fileprivate var criticalMisses = 0
    fileprivate var waived = 0
    fileprivate var known = 0
    fileprivate var decided = 0
    fileprivate var overturned = 0
    /// Each verdict that counts, by the index of its line.
    fileprivate var outcomes: [(line: Int, outcome: Verdict.Outcome)] = []
    fileprivate var findings: [TicketFinding.Kind] = []

    /// Counts what people said of a verdict.
    ///
    /// - Returns: Whether the verdict itself counts.
    fileprivate mutating func count(_ remark: Remark, of verdict: Verdict) -> Bool {
      if let decision = remark.decision {
        decided += 1
        if decision.automatic != verdict.outcome { overturned += 1 }
      }
      guard verdict.outcome == .missed else { return true }
      if remark.waiver != nil {
        waived += 1
        return false
      }
      if remark.isKnown { known += 1 }
      return true
    }
  }

  /// The standards in the order of the catalogue.
  package private(set) var lines: [Line]
  /// How many tickets were judged.
  package private(set) var tickets = 0
  /// How many replies were judged.
  package private(set) var replies = 0
  /// How many messages only add to the reply before them.
  package private(set) var additions = 0
  /// How many tickets were left out as spam, duplicates or merged.
  package private(set) var leftOut = 0
  /// How many of these went on as another ticket, and are judged there.
  package private(set) var merged = 0
  /// How many new misses are of a standard that fails a ticket or reply as a whole.
  package private(set) var criticalMisses = 0

  /// How many misses do not count, since somebody waived them; they stand under no standard.
  package private(set) var waived = 0
  /// How many misses an earlier report, the baseline, named; they stand under their standards.
  package private(set) var known = 0
  /// How many verdicts are people's decisions, and how many of these differ from the auditor's.
  package private(set) var decided = 0
  package private(set) var overturned = 0

  private var findings: [TicketFinding.Kind: Int] = [:]
  private let indices: [String: Int]

  /// Counts nothing yet.
  package init(_ catalogue: Catalogue) {
    lines = catalogue.standards.map { Line(standard: $0, id: $0.id) }
    indices = Dictionary(
      catalogue.standards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Counts a ticket's verdicts.
  package mutating func add(_ audit: TicketAudit) { add(part(of: audit)) }

  /// What a ticket's verdicts add, found out on any thread.
  ///
  /// - Complexity: O(verdicts + findings).
  package func part(of audit: TicketAudit) -> Part {
    var part = Part()
    part.leftOut = audit.view.leftOut
    guard part.leftOut == nil else { return part }
    part.replies = audit.view.replies.count
    part.additions = audit.view.additions.count
    part.outcomes.reserveCapacity(audit.verdicts.count)
    // By index: to take a verdict out would copy it, with all that it refers to.
    for index in audit.verdicts.indices {
      guard let line = line(of: audit.verdicts[index]) else { continue }
      if let remark = audit.verdicts[index].remark,
        !part.count(remark, of: audit.verdicts[index])
      {
        continue
      }
      part.outcomes.append((line, audit.verdicts[index].outcome))
      if audit.verdicts[index].severity == .critical, audit.verdicts[index].counts {
        part.criticalMisses += 1
      }
    }
    part.findings = audit.findings.map(\.kind)
    return part
  }

  /// The index of the line that counts a verdict; nil where none does.
  private func line(of verdict: Verdict) -> Int? {
    if let position = verdict.position, lines.indices.contains(position),
      lines[position].id == verdict.standard
    {
      return position
    }
    return indices[verdict.standard]
  }

  /// Counts what a ticket adds.
  package mutating func add(_ part: Part) {
    if let reason = part.leftOut {
      leftOut += 1
      if reason == .merged { merged += 1 }
      return
    }
    tickets += 1
    replies += part.replies
    additions += part.additions
    criticalMisses += part.criticalMisses
    waived += part.waived
    known += part.known
    decided += part.decided
    overturned += part.overturned
    for (line, outcome) in part.outcomes where lines.indices.contains(line) {
      lines[line].counts[outcome.lane] += 1
    }
    for kind in part.findings { findings[kind, default: 0] += 1 }
  }

  /// How many misses are to be told: those that no baseline knew.
  package var newMisses: Int { count(.missed) - known }

  /// How many verdicts have an outcome, over all standards.
  package func count(_ outcome: Verdict.Outcome) -> Int {
    lines.reduce(0) { $0 + $1.count(outcome) }
  }

  /// How many findings of a kind there are.
  package func count(_ kind: TicketFinding.Kind) -> Int { findings[kind] ?? 0 }
}

extension Verdict.Outcome {
  /// Its place among all outcomes.
  package var lane: Int {
    switch self {
    case .met: 0
    case .missed: 1
    case .notApplicable: 2
    case .undecided: 3
    }
  }
}
