import Conformance
package import Statistics

/// How often the auditor errs, by the verdicts of a person who decided the same cases, and what share of
/// misses that makes likely over everything the auditor judged.
///
/// The person's verdicts are taken for the truth. The figures hold for other cases only if the person judged
/// all verdicts of a random sample, and had not seen the auditor's.
package struct AuditorErrors: Sendable {
  /// The errors on one standard.
  package struct Line: Sendable {
    /// The standard's id; nil for all of them.
    package let standard: String?
    /// Of the misses that the person found, those that the auditor reported (sensitivity); nil without any.
    package let reported: Proportion?
    /// Of the cases that the person found kept, those that the auditor let pass (specificity); nil without
    /// any.
    package let letPass: Proportion?
    /// Of all cases that the auditor decided, those it reported as missed; nil for all standards together,
    /// whose errors are unlike.
    package let seen: Proportion?
    /// The same, corrected for the errors; nil of fewer than ``AgreementLine/fewestCases`` double verdicts,
    /// without a case of either side, and where the auditor tells nothing.
    package let corrected: ErrorCorrection?
    /// The level of the intervals.
    package let level: Double
  }

  /// The auditor's file, as it was named.
  package let auditor: String
  /// The person's.
  package let person: String
  /// Standard by standard, by id, those with a double verdict.
  package let lines: [Line]
  /// Over all standards.
  package let all: Line

  /// Holds the auditor against a person; nil unless one side of two is the auditor, and both decided
  /// something alike or not.
  ///
  /// What one of them left undecided, or took for not applicable, is left out.
  ///
  /// - Complexity: O(n log n).
  package init?(_ sides: [Judgements], level: Double) {
    guard sides.count == 2, let auditor = sides.first(where: \.isAuditor),
      let person = sides.first(where: { !$0.isAuditor })
    else { return nil }
    var counts: [String: Counts] = [:]
    for (key, judgement) in auditor.byKey {
      counts[key.standard, default: Counts()].add(judgement, person.byKey[key])
    }
    let double = counts.filter { $0.value.double > 0 }
    guard !double.isEmpty else { return nil }
    var all = Counts()
    for count in double.values { all.add(count) }
    self.auditor = auditor.path
    self.person = person.path
    lines = double.keys.sorted().compactMap { id in
      double[id].map { Line(id, $0, level: level) }
    }
    self.all = Line(nil, all, level: level)
  }

  /// What was counted of a standard.
  fileprivate struct Counts {
    var missed = 0, reported = 0, kept = 0, letPass = 0
    var seen = 0, judged = 0

    /// How many cases both decided.
    var double: Int { missed + kept }

    mutating func add(_ auditor: Judgements.Judgement, _ person: Judgements.Judgement?) {
      guard auditor.outcome == .met || auditor.outcome == .missed else { return }
      let isSeen = auditor.outcome == .missed
      judged += 1
      if isSeen { seen += 1 }
      switch person?.outcome {
      case .missed:
        missed += 1
        if isSeen { reported += 1 }
      case .met:
        kept += 1
        if !isSeen { letPass += 1 }
      case .notApplicable, .undecided, nil: break
      }
    }

    mutating func add(_ other: Counts) {
      missed += other.missed
      reported += other.reported
      kept += other.kept
      letPass += other.letPass
      seen += other.seen
      judged += other.judged
    }
  }
}

extension AuditorErrors.Line {
  fileprivate init(_ standard: String?, _ counts: AuditorErrors.Counts, level: Double) {
    self.standard = standard
    self.level = level
    let reported = try? Proportion(kept: counts.reported, of: counts.missed)
    let letPass = try? Proportion(kept: counts.letPass, of: counts.kept)
    let seen =
      standard == nil ? nil : try? Proportion(kept: counts.seen, of: counts.judged)
    self.reported = reported
    self.letPass = letPass
    self.seen = seen
    guard let reported, let letPass, let seen, counts.double >= AgreementLine.fewestCases else {
      corrected = nil
      return
    }
    corrected = try? ErrorCorrection(seen: seen, sensitivity: reported, specificity: letPass)
  }

  /// Where the corrected share lies; nil where there is none.
  package var correctedInterval: Interval? { try? corrected?.interval(level: level) }
}
