package import Statistics

/// How many tickets to look at, and how many faults to let pass, so that good work is accepted and bad work
/// is not.
///
/// The plan with the fewest tickets for which both risks are kept: for each number of faults c the fewest
/// tickets with which bad work is refused, and of these the first with which good work passes.
///
/// Source: W. C. Guenther, *Use of the binomial, hypergeometric and Poisson tables to obtain sampling
/// plans*, Journal of Quality Technology 1, 1969.
package struct AcceptanceAdvice: Sendable {
  /// The question: which work is to pass, and which is not.
  package struct Question: Hashable, Sendable {
    /// The share of faults at which work is to pass, AQL (0 to 1).
    package var accept: Double
    /// The share of faults at which it is not, LTPD (above ``accept``, at most 1).
    package var refuse: Double
    /// How often good work may be refused (between 0 and 1).
    package var producersRisk = 0.05
    /// How often bad work may be accepted (between 0 and 1).
    package var consumersRisk = 0.1
    /// All tickets there are (1 to 10⁹); nil for so many that it does not matter.
    package var population: Int?

    /// With the usual risks, of very many.
    package init(accept: Double, refuse: Double) {
      self.accept = accept
      self.refuse = refuse
    }
  }

  /// What was asked.
  package let question: Question
  /// The plan.
  package let plan: AcceptancePlan
  /// How often the plan refuses work with the share of faults that is to pass (0 to 1).
  package let producersRisk: Double
  /// How often it accepts work with the share of faults that is not (0 to 1).
  package let consumersRisk: Double

  /// Beyond so many faults both shares lie too near to each other for a person to tell them apart.
  private static let mostFaults = 1000

  /// Finds the plan.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/tooFew(_:)`` for a question
  ///   that has no answer.
  /// - Complexity: O(faults · log tickets) plans are tried, each in O(√tickets).
  package init(_ question: Question) throws(StatisticsError) {
    let (accept, refuse) = (question.accept, question.refuse)
    guard accept >= 0, accept < 1 else {
      throw .outOfRange("the share to accept", accept, range: "0 or more, and below 1")
    }
    guard refuse > accept, refuse <= 1 else {
      throw .outOfRange("the share to refuse", refuse, range: "above \(accept) and at most 1")
    }
    for (name, risk) in [
      ("the producer's risk", question.producersRisk),
      ("the consumer's risk", question.consumersRisk),
    ] where !(risk > 0 && risk < 1) {
      throw .outOfRange(name, risk, range: "between 0 and 1")
    }
    self.question = question
    var fewest = 1
    for accepted in 0...Self.mostFaults {
      guard let cases = try Self.fewest(accepted, from: fewest, question) else { break }
      fewest = cases
      let plan = try AcceptancePlan(cases: cases, accepted: accepted)
      let refused = 1 - (try plan.acceptance(of: accept, question, isGood: true))
      guard refused <= question.producersRisk else { continue }
      self.plan = plan
      producersRisk = max(0, refused)
      consumersRisk = try plan.acceptance(of: refuse, question, isGood: false)
      return
    }
    throw .tooFew(
      "shares to accept and to refuse that lie further apart: no sample tells these from each other"
    )
  }

  /// The fewest tickets with which a plan refuses bad work; nil where all of them do not.
  private static func fewest(
    _ accepted: Int, from first: Int, _ question: Question
  ) throws(StatisticsError) -> Int? {
    func isRefused(_ cases: Int) throws(StatisticsError) -> Bool {
      try AcceptancePlan(cases: cases, accepted: accepted)
        .acceptance(of: question.refuse, question, isGood: false) <= question.consumersRisk
    }
    let most = question.population ?? 1_000_000_000
    var low = max(first, accepted + 1)
    guard low <= most else { return nil }
    var high = low
    while try !isRefused(high) {
      guard high < most else { return nil }
      low = high + 1
      high = min(most, 2 * high)
    }
    while low < high {
      let middle = (low + high) / 2
      if try isRefused(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension AcceptancePlan {
  /// The chance that work with a share of faults passes; of a known number of tickets good work has that
  /// share at most, and bad work at least.
  fileprivate func acceptance(
    of share: Double, _ question: AcceptanceAdvice.Question, isGood: Bool
  ) throws(StatisticsError) -> Double {
    guard let population = question.population else { return try acceptance(share: share) }
    let faults = try ShareOfCases.count(share, of: population, isGood ? .down : .up)
    return try acceptance(faults: faults, population: population)
  }
}
