package import Statistics

/// How many replies there are, and how many of them are kept.
package struct ShareCount: Hashable, Sendable {
  /// The replies of which nothing was missed.
  package private(set) var kept = 0
  /// All of them.
  package private(set) var all = 0
  /// Those of the kept ones of which something is undecided.
  package private(set) var open = 0

  /// Counts nothing yet.
  package init() {}

  /// Counts a reply.
  package mutating func add(_ result: ReplyResult) {
    all += 1
    if result.isKept { kept += 1 }
    if result.isOpen { open += 1 }
  }

  /// Counts a reply by its score; one of which nothing is decided is none.
  package mutating func add(_ score: FormScore) {
    guard score.decidedVerdicts > 0 else { return }
    all += 1
    if score.isKept { kept += 1 }
    if score.isKept, score.undecidedVerdicts > 0 { open += 1 }
  }

  /// Adds other replies.
  package mutating func add(_ other: ShareCount) {
    kept += other.kept
    all += other.all
    open += other.open
  }

  /// The share kept (0 to 1); nil without replies.
  package var share: Double? { all > 0 ? Double(kept) / Double(all) : nil }

  /// The share if all that is undecided turns out missed (0 to 1); nil without replies.
  package var leastShare: Double? { all > 0 ? Double(kept - open) / Double(all) : nil }

  /// Where the share lies, with a confidence of 95% (Wilson): that of all replies if these are a sample of
  /// them, and else that of the same desk in the long run; nil without replies.
  package var interval: Interval? { wilson(level: 0.95) }

  /// Whether the share differs from another one by more than chance explains, where many groups are
  /// compared: by three standard errors, which one equal group of 370 does.
  package func isApart(from share: Double) -> Bool {
    wilson(level: 0.9973).map { !$0.contains(share) } ?? false
  }

  private func wilson(level: Double) -> Interval? { try? proportion().wilson(level: level) }

  /// The same for statistics.
  ///
  /// - Throws: ``StatisticsError/tooFew(_:)`` without replies.
  package func proportion() throws(StatisticsError) -> Proportion {
    try Proportion(kept: kept, of: all)
  }
}
