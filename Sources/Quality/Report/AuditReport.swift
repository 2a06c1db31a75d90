package import Clocks
package import Conformance
package import ServiceTime
package import Standards

/// Everything that a page about an audit says, ready to be drawn.
package struct AuditReport: Sendable {
  /// The catalogue that the tickets were judged by.
  package var catalogue: Catalogue
  /// The days on which the log begins and ends, on the catalogue's clock; nil without events.
  package var days: ClosedRange<Int>?
  /// How many tickets, replies and the like there are.
  package var tally: AuditTally
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
  /// The replies week by week; a week without replies is there as well.
  package var weeks: [WeekShare] = []
  /// How the agents compare; nil where nobody has worked it out.
  package var agents: AgentComparison?
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
  /// How many misses are waived, and how many known from a baseline.
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
      } else if verdict.remark?.isKnown == true {
        known += 1
      } else {
        missed += 1
      }
    }
  }
}

/// What replies are told apart by.
package enum ShareDimension: String, CaseIterable, Sendable {
  case channel, topic, language
}

/// How many replies have no miss, of the standards that whoever writes them has to keep.
///
/// A doubt is no miss until a person decides.
package struct ReplyShare: Sendable {
  /// The channel, topic or language; nil for all, or where it is not known.
  package let name: String?
  /// How many replies were judged by such a standard.
  package var replies = 0
  /// How many of them have no miss.
  package var faultless = 0
  /// How many of these wait for a person.
  package var waiting = 0

  /// Creates an empty share.
  package init(name: String?) { self.name = name }

  /// The share without a miss; nil without replies.
  package var share: Double? { replies == 0 ? nil : Double(faultless) / Double(replies) }

  /// Where the share of all such replies lies, with a confidence of 95% (Wilson); nil without replies.
  package var interval: ClosedRange<Double>? { .wilson(faultless, of: replies) }

  /// Whether it differs from another share by more than chance explains, where many groups are
  /// compared: by three standard errors, which one equal group of 370 does.
  package func isApart(from share: Double) -> Bool {
    ClosedRange.wilson(faultless, of: replies, z: 3).map { !$0.contains(share) } ?? false
  }

  mutating func count(isFaultless: Bool, isWaiting: Bool) {
    replies += 1
    if isFaultless { faultless += 1 }
    if isFaultless, isWaiting { waiting += 1 }
  }
}

/// The replies of a week.
package struct WeekShare: Sendable {
  package let week: CalendarPeriod
  package var share: ReplyShare
}

/// How agents compare: each against what the team would have done with the same cases.
package struct AgentComparison: Sendable {
  /// One agent.
  package struct Agent: Sendable {
    package let name: String
    /// How many replies were judged.
    package let replies: Int
    /// The share of them without a miss.
    package let share: Double
    /// Where it lies, with a confidence of 95%.
    package let interval: ClosedRange<Double>
    /// The share drawn towards the team's, the more so the fewer replies there are.
    package let shrunk: Double
    /// The share adjusted for the mix of topics: what the funnel shows.
    package let adjusted: Double
    /// Whether it lies outside of what chance explains, and on which side; nil inside.
    package let standsOut: Side?

    /// Creates an agent.
    package init(
      name: String, replies: Int, share: Double, interval: ClosedRange<Double>, shrunk: Double,
      adjusted: Double, standsOut: Side?
    ) {
      self.name = name
      self.replies = replies
      self.share = share
      self.interval = interval
      self.shrunk = shrunk
      self.adjusted = adjusted
      self.standsOut = standsOut
    }
  }

  /// On which side of the team somebody stands out.
  package enum Side: Sendable { case above, below }

  /// What chance alone explains for somebody with so many replies.
  package struct Limits: Sendable {
    package let replies: Int
    /// 95 of 100 agents like the team lie within.
    package let usual: ClosedRange<Double>
    /// 998 of 1,000 do.
    package let far: ClosedRange<Double>

    /// Creates limits.
    package init(replies: Int, usual: ClosedRange<Double>, far: ClosedRange<Double>) {
      self.replies = replies
      self.usual = usual
      self.far = far
    }
  }

  /// The team's share.
  package let team: Double
  /// The agents, by name: never by rank.
  package let agents: [Agent]
  /// The limits, by rising number of replies.
  package let limits: [Limits]
  /// How they were worked out, in a sentence or two.
  package let method: String

  /// Creates a comparison.
  package init(team: Double, agents: [Agent], limits: [Limits], method: String) {
    self.team = team
    self.agents = agents
    self.limits = limits
    self.method = method
  }
}

extension ClosedRange<Double> {
  /// Wilson's interval for a share, with a confidence of 95%; nil without cases.
  ///
  /// Source: E. B. Wilson, JASA 22 (1927), 209–212; as in R. G. Newcombe, Statist. Med. 17 (1998),
  /// method 3.
  ///
  /// - Parameter z: How many standard errors it reaches to each side.
  static func wilson(_ count: Int, of all: Int, z: Double = 1.959963984540054) -> Self? {
    guard all > 0 else { return nil }
    let n = Double(all)
    let share = Double(count) / n
    let middle = share + z * z / (2 * n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // Rounding must not lead out of the shares there are, nor past the share itself.
    let low = Swift.min(Swift.max(0, (middle - half) / scale), share)
    let high = Swift.max(Swift.min(1, (middle + half) / scale), share)
    return low...high
  }
}
