package import Clocks
package import Conformance
package import ServiceTime
package import Standards
package import Statistics

/// Everything that a page about an audit says, ready to be drawn.
package struct AuditReport: Sendable {
  /// The catalogue that the tickets were judged by.
  package var catalogue: Catalogue
  /// The days on which the log begins and ends, on the catalogue's clock; nil without events.
  package var days: ClosedRange<Int>?
  /// How many tickets, replies and the like there are.
  package var tally: AuditTally
  /// What the tickets were drawn from; nil where all were judged. Standards' shares have an interval only
  /// of a sample: of all tickets they are simply so.
  package var sample: Sample?
  /// How often each standard was kept, in the order of the catalogue.
  package var standards: [StandardResult] = []
  /// The promises of a share, in the order of the catalogue.
  package var promises: [PromiseResult] = []
  /// What the outlooks of the promises were drawn with.
  package var seed: UInt64 = 1
  /// All replies together.
  package var replies = ReplyShare(name: nil)
  /// The replies told apart, by name.
  package var shares: [ShareDimension: [ReplyShare]] = [:]
  /// The form score of each agent's replies, by the names that are shown.
  package var formByAgent: [String: FormScoreMean] = [:]
  /// The replies week by week; a week without replies is there as well.
  package var weeks: [WeekShare] = []
  /// How the agents compare; nil where there are no two.
  package var agents: AgentReport?
  /// The standards that were missed most often, the most frequent first.
  package var misses: [FrequentMiss] = []
  /// How often what was found besides.
  package var findings: [(kind: TicketFinding.Kind, count: Int)] = []
  /// The tickets, in the order of the files.
  package var tickets: [TicketEntry] = []
  /// How many tickets are not among these, because there are too many.
  package var unlisted = 0
  /// How many lines could not be read.
  package var unreadable = 0

  /// The first and the last day.
  package var dates: (first: CivilDate, last: CivilDate)? {
    guard let days, let first = CivilDate(daysSince1970: days.lowerBound),
      let last = CivilDate(daysSince1970: days.upperBound)
    else { return nil }
    return (first, last)
  }
}

/// How often a standard was kept.
package struct StandardResult: Sendable {
  package let standard: Standard
  /// How many verdicts say that it was kept.
  package var met = 0
  /// How many misses count.
  package var missed = 0
  /// How many misses are waived, and how many of those that count a baseline knew.
  package var waived = 0
  package var known = 0
  package var undecided = 0
  package var notApplicable = 0
  /// How many verdicts a person gave or confirmed.
  package var reviewed = 0

  /// How many verdicts are decided and count.
  package var decided: Int { met + missed }

  /// The share kept of those; nil when there is none.
  package var share: Double? { decided == 0 ? nil : Double(met) / Double(decided) }

  /// Where the share of all cases lies if these are a sample of them, with a confidence of 95% (Wilson);
  /// nil where none is decided.
  package var interval: Interval? { try? Proportion(kept: met, of: decided).wilson(level: 0.95) }

  /// The share promised, for kinds that promise one.
  package var promised: Share? { standard.requirement.kind.promisedShare }

  /// Whether the promised share is kept, over all; nil when nothing was promised or decided.
  package var isKept: Bool? {
    decided == 0 ? nil : promised.map { $0.isKept(by: met, of: decided) }
  }

  init(_ standard: Standard) { self.standard = standard }

  mutating func count(_ verdict: Verdict) {
    if verdict.remark?.decision != nil { reviewed += 1 }
    switch verdict.outcome {
    case .met: met += 1
    case .undecided: undecided += 1
    case .notApplicable: notApplicable += 1
    case .missed:
      if verdict.remark?.waiver != nil {
        waived += 1
      } else {
        missed += 1
        if verdict.remark?.isKnown == true { known += 1 }
      }
    }
  }
}

/// What replies are told apart by.
package enum ShareDimension: String, CaseIterable, Sendable {
  case channel, topic, language
}

/// Replies with what they have in common: how many have no miss, of the standards that whoever writes them has to keep.
///
/// A doubt is no miss until a person decides; what is waived counts neither way.
package struct ReplyShare: Sendable {
  /// The channel, topic or language; nil for all, or where it is not known.
  package let name: String?
  /// The replies of which something is decided by such a standard.
  package private(set) var count = ShareCount()
  /// The mean form score, also of replies of which nothing is decided.
  package private(set) var form = FormScoreMean()

  /// Creates an empty share.
  package init(name: String?) { self.name = name }

  /// The same replies under a name.
  package func named(_ name: String) -> ReplyShare {
    var share = ReplyShare(name: name)
    share.count = count
    share.form = form
    return share
  }

  mutating func add(_ score: FormScore) {
    form.add(score)
    count.add(score)
  }
}

/// The replies of a week.
package struct WeekShare: Sendable {
  package let week: CalendarPeriod
  package var share: ReplyShare
}
