import Conformance
package import Statistics

/// How far two sides agree: two reviewers, or a reviewer and the auditor.
package struct AgreementReport: Sendable {
  /// How far they agree on one standard, or on all.
  package struct Line: Sendable {
    /// The standard's id; nil for all of them.
    package let standard: String?
    /// How many verdicts both sides decided.
    package let cases: Int
    /// How many of these they decided alike.
    package let agreed: Int
    /// Cohen's kappa; nil where nothing can be said: of fewer than ``fewestCases``, or when all answers
    /// are alike.
    package let kappa: CohenKappa?
    /// Its interval.
    package let kappaInterval: Interval?
    /// Krippendorff's alpha for names; nil where nothing can be said.
    package let alpha: Double?
    /// Its interval, by drawing cases anew.
    package let alphaInterval: Interval?

    /// The share decided alike; nil without cases.
    package var share: Double? { cases == 0 ? nil : Double(agreed) / Double(cases) }

    /// What may rest on the answers.
    package var fitness: Fitness? {
      alpha.map { alpha in
        if alpha < 0.667 { .unfit } else if alpha < 0.8 { .tentative } else { .fit }
      }
    }
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

  /// A verdict on which they differ.
  package struct Difference: Hashable, Sendable {
    /// Which verdict.
    package let key: VerdictKey
    /// What the first side says.
    package let first: Judgements.Judgement
    /// What the second side says.
    package let second: Judgements.Judgement
  }

  /// The files, as they were named.
  package let paths: [String]
  /// Over all standards.
  package let all: Line
  /// Standard by standard, by id.
  package let lines: [Line]
  /// Where they differ, by ticket, event and standard.
  package let differences: [Difference]
  /// How many verdicts one of them left undecided, which is no answer.
  package let undecided: Int
  /// How many verdicts only one of them speaks of.
  package let single: Int

  /// Compares two sides.
  ///
  /// Verdicts that one side leaves undecided are left out: who does not answer does not differ.
  ///
  /// - Parameters:
  ///   - level: The level of the intervals (between 0 and 1).
  ///   - seed: Chooses the samples of alpha's interval.
  ///   - withReasons: Whether the differences say why, which may name people.
  /// - Complexity: O(n log n), and for alpha's intervals 2,000 × n.
  package init(
    _ first: Judgements, _ second: Judgements, level: Double = 0.95, seed: UInt64 = 1,
    withReasons: Bool = false
  ) {
    paths = [first.path, second.path]
    let common = first.byKey.keys.filter { second.byKey[$0] != nil }.sorted()
    single = first.byKey.count + second.byKey.count - 2 * common.count
    var pairs: [Difference] = []
    for key in common {
      guard var one = first.byKey[key], var other = second.byKey[key] else { continue }
      if !withReasons { (one, other) = (one.withoutReason, other.withoutReason) }
      pairs.append(Difference(key: key, first: one, second: other))
    }
    let decided = pairs.filter { $0.first.outcome != .undecided && $0.second.outcome != .undecided }
    undecided = pairs.count - decided.count
    differences = decided.filter { $0.first.outcome != $0.second.outcome }
    let byStandard = Dictionary(grouping: decided) { $0.key.standard }
    lines = byStandard.keys.sorted().map { standard in
      Line(standard, byStandard[standard] ?? [], level: level, seed: seed)
    }
    all = Line(nil, decided, level: level, seed: seed)
  }
}

extension AgreementReport.Line {
  /// Of fewer verdicts neither figure means anything, and their intervals least of all.
  package static let fewestCases = 10
  private static let answers: [Verdict.Outcome] = [.met, .missed, .notApplicable]

  init(
    _ standard: String?, _ pairs: [AgreementReport.Difference], level: Double, seed: UInt64
  ) {
    self.standard = standard
    var table = Self.answers.map { _ in Self.answers.map { _ in 0 } }
    var units: [[Double?]] = []
    for pair in pairs {
      guard let row = Self.answers.firstIndex(of: pair.first.outcome),
        let column = Self.answers.firstIndex(of: pair.second.outcome)
      else { continue }
      table[row][column] += 1
      units.append([Double(row), Double(column)])
    }
    cases = units.count
    agreed = Self.answers.indices.reduce(0) { $0 + table[$1][$1] }
    let isEnough = units.count >= Self.fewestCases
    kappa = isEnough ? try? CohenKappa(table) : nil
    kappaInterval = try? kappa?.interval(level: level)
    let alpha = isEnough ? try? KrippendorffAlpha(units, scale: .nominal) : nil
    self.alpha = alpha?.alpha
    var generator = SplitMix64(seed: seed)
    alphaInterval = try? alpha?.interval(level: level, using: &generator)
  }
}

extension VerdictKey: Comparable {
  package static func < (left: VerdictKey, right: VerdictKey) -> Bool {
    (left.ticket, left.event ?? -1, left.standard) < (
      right.ticket, right.event ?? -1, right.standard
    )
  }
}
