/// How contacts fare by a target time, in shares of all, from which every service level follows.
///
/// All parts are sums of positive terms, so that a service level and what it misses both keep their
/// digits when they are tiny.
struct AnswerShares: Hashable {
  /// Answered within the time.
  let inTime: Double
  /// Answered later.
  let answeredLate: Double
  /// Waited longer than the time, answered in the end or not.
  let waitedLonger: Double
  /// Left unanswered, at any time.
  let abandoned: Double

  /// Everybody is answered at once, or nobody comes.
  static let atOnce = AnswerShares(inTime: 1, answeredLate: 0, waitedLonger: 0, abandoned: 0)

  /// The part missed, of a basis; all where the basis is empty, because nobody was answered.
  func missed(of basis: ServiceLevelBasis) -> Double {
    switch basis {
    case .offered: min(1, answeredLate + abandoned)
    case .answered: part(answeredLate)
    case .patient: part(waitedLonger)
    }
  }

  /// The part kept.
  func kept(of basis: ServiceLevelBasis) -> Double {
    switch basis {
    case .offered: min(1, inTime)
    case .answered: inTime > 0 ? inTime / (inTime + answeredLate) : 0
    case .patient: inTime > 0 ? inTime / (inTime + waitedLonger) : 0
    }
  }

  private func part(_ late: Double) -> Double { inTime > 0 ? late / (inTime + late) : 1 }
}
