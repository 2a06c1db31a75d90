import Conformance
package import Statistics

/// How far sides agree on one standard, on one question of a checklist, or on all verdicts.
///
/// Verdicts are names. Answers have an order, in which two steps apart is worse than one; that a question
/// does not apply has no place in it.
package struct AgreementLine: Sendable {
  /// Agreement beyond chance.
  package struct Kappa: Hashable, Sendable {
    /// Which kappa.
    package enum Kind: String, Sendable {
      /// Cohen's, of two sides.
      case cohen
      /// Cohen's, a difference weighed by the steps between.
      case linear = "cohen-linear"
      /// Fleiss's, of three sides and more, over the cases that all of them decided.
      case fleiss
    }

    /// Kappa (at most 1; 0 is chance).
    package let value: Double
    /// Its interval; nil for Fleiss's, which has none: alpha's says the same.
    package let interval: Interval?
    /// Which kappa.
    package let kind: Kind
  }

  /// What may rest on answers that agree so far.
  ///
  /// Source: K. Krippendorff, *Content Analysis*, 2004, 11.4.2.
  package enum Fitness: String, Sendable {
    /// Alpha below 0.667: nothing automatic.
    case unfit
    /// Alpha below 0.8: tentative conclusions.
    case tentative
    /// Alpha of 0.8 or more.
    case fit
  }

  /// The standard's id; nil for all of them.
  package let standard: String?
  /// The question of a checklist; nil for the verdicts.
  package let question: String?
  /// Names for verdicts, an order for answers.
  package let scale: KrippendorffAlpha.Scale
  /// How many verdicts or answers two sides or more gave.
  package let cases: Int
  /// How many of these all who gave one gave alike; that a question does not apply is an answer here.
  package let agreed: Int
  /// How many of these have two places or more on the scale; the figures beyond chance rest on these.
  package let scaled: Int
  /// Kappa; nil where nothing can be said: of fewer than ``fewestCases``, when all are alike, and for
  /// answers of three sides and more, since Fleiss's kappa knows no order.
  package let kappa: Kappa?
  /// Krippendorff's alpha; nil where nothing can be said.
  package let alpha: Double?
  /// Its interval, by drawing cases anew.
  package let alphaInterval: Interval?

  /// The share given alike; nil without cases.
  package var share: Double? { cases == 0 ? nil : Double(agreed) / Double(cases) }

  /// What may rest on the answers.
  package var fitness: Fitness? {
    alpha.map { alpha in
      if alpha < 0.667 { .unfit } else if alpha < 0.8 { .tentative } else { .fit }
    }
  }

  /// Of fewer cases neither figure means anything, and their intervals least of all.
  package static let fewestCases = 10
}

extension AgreementLine {
  /// The places of verdicts in tables.
  private static let outcomes: [Verdict.Outcome] = [.met, .missed, .notApplicable]
  /// Stands for a question that does not apply.
  private static let offScale = -1

  init(
    _ standard: String?, question: String? = nil, _ given: [AgreementReport.Difference],
    level: Double, seed: UInt64
  ) {
    self.standard = standard
    self.question = question
    let all = given.map { one in one.said.map { Self.place($0, question) } }
      .filter { $0.count { $0 != nil } > 1 }
    cases = all.count
    agreed = all.count { Set($0.compactMap { $0 }).count == 1 }
    let places = all.map { $0.map { $0 == Self.offScale ? nil : $0 } }
      .filter { $0.count { $0 != nil } > 1 }
    scaled = places.count
    scale = question == nil ? .nominal : .ordinal
    let isEnough = places.count >= Self.fewestCases
    kappa = isEnough ? Self.kappa(places, scale, level: level) : nil
    let alpha =
      isEnough
      ? try? KrippendorffAlpha(places.map { $0.map { $0.map(Double.init) } }, scale: scale) : nil
    self.alpha = alpha?.alpha
    var generator = SplitMix64(seed: seed)
    alphaInterval = try? alpha?.interval(level: level, using: &generator)
  }

  /// Where what a side said stands; nil where it said nothing.
  private static func place(_ said: Judgements.Judgement?, _ question: String?) -> Int? {
    guard let question else {
      return said.flatMap { said in outcomes.firstIndex(of: said.outcome) }
    }
    return switch AgreementReport.Difference.answer(said, to: question) {
    case .value(let value): value
    case .notApplicable: offScale
    case nil: nil
    }
  }

  private static func kappa(
    _ places: [[Int?]], _ scale: KrippendorffAlpha.Scale, level: Double
  ) -> Kappa? {
    let given = places.joined().compactMap { $0 }
    guard let low = given.min(), let high = given.max(), low < high, high - low < 100
    else { return nil }
    if places.allSatisfy({ $0.count == 2 }) {
      var table = [[Int]](
        repeating: [Int](repeating: 0, count: high - low + 1), count: high - low + 1)
      for case let pair in places.map({ $0.compactMap { $0 } }) where pair.count == 2 {
        table[pair[0] - low][pair[1] - low] += 1
      }
      guard let kappa = try? CohenKappa(table, weights: scale == .nominal ? .none : .linear) else {
        return nil
      }
      return Kappa(
        value: kappa.kappa, interval: try? kappa.interval(level: level),
        kind: scale == .nominal ? .cohen : .linear)
    }
    let complete = places.filter { $0.allSatisfy { $0 != nil } }
    guard scale == .nominal, complete.count >= fewestCases else { return nil }
    let table = complete.map { row in
      (low...high).map { place in row.count { $0 == place } }
    }
    return (try? FleissKappa(table)).map { Kappa(value: $0.kappa, interval: nil, kind: .fleiss) }
  }
}
