import Conformance
import Statistics

/// How far several sides agree: reviewers, or reviewers and the auditor.
package struct AgreementReport: Sendable {
  /// A verdict on which sides differ, or an answer to a question of its checklist.
  package struct Difference: Hashable, Sendable {
    /// Which verdict.
    package let key: VerdictKey
    /// The question that they answer differently; nil where the verdicts themselves differ.
    package let question: String?
    /// What each side says, in the order of the files; nil where it says nothing.
    package let said: [Judgements.Judgement?]
  }

  /// How one side stands to all the others.
  package struct Side: Hashable, Sendable {
    /// The file, as it was named.
    package let path: String
    /// How often it and another side decided the same verdict.
    package let pairs: Int
    /// How often alike.
    package let alike: Int

    /// The share decided alike; nil where there is no pair.
    package var share: Double? { pairs == 0 ? nil : Double(alike) / Double(pairs) }
  }

  /// The files, as they were named.
  package let paths: [String]
  /// Over all verdicts.
  package let all: AgreementLine
  /// Standard by standard, by id; under a checklist question by question.
  package let lines: [AgreementLine]
  /// How each side stands to the others, in the order of the files.
  package let sides: [Side]
  /// Where they differ, by ticket, event and standard.
  package let differences: [Difference]
  /// How often the auditor errs, by the other side; nil unless one of two sides is the auditor.
  package let errors: AuditorErrors?
  /// How many verdicts of which two sides speak one or more left undecided, which is no answer.
  package let undecided: Int
  /// How many verdicts only one of them speaks of.
  package let single: Int

  /// Compares sides, two or more.
  ///
  /// What a side leaves undecided is left out: who does not answer does not differ.
  ///
  /// - Parameters:
  ///   - level: The level of the intervals (between 0 and 1).
  ///   - seed: Chooses the samples of alpha's interval.
  ///   - withReasons: Whether the differences say why, which may name people.
  /// - Complexity: O(n log n), and for alpha's intervals 2,000 × n.
  package init(
    _ sides: [Judgements], level: Double = 0.95, seed: UInt64 = 1, withReasons: Bool = false
  ) {
    paths = sides.map(\.path)
    errors = AuditorErrors(sides, level: level)
    let keys = Set(sides.flatMap(\.byKey.keys)).sorted()
    let spoken = keys.map { key in
      Difference(
        key: key, question: nil,
        said: sides.map { withReasons ? $0.byKey[key] : $0.byKey[key]?.withoutReason })
    }
    let common = spoken.filter { $0.count { _ in true } > 1 }
    single = spoken.count - common.count
    undecided = common.count { $0.count { $0.outcome == .undecided } > 0 }
    let decided = common.filter { $0.count { $0.outcome != .undecided } > 1 }
    differences = decided.flatMap { one in
      (one.differs { $0.outcome == .undecided ? nil : $0.outcome } ? [one] : [])
        + one.questions.map { Difference(key: one.key, question: $0, said: one.said) }
        .filter(\.answersDiffer)
    }
    let byStandard = Dictionary(grouping: decided) { $0.key.standard }
    lines = byStandard.keys.sorted().flatMap { standard in
      let cases = byStandard[standard] ?? []
      let questions = Set(cases.flatMap(\.questions)).sorted()
      return [AgreementLine(standard, cases, level: level, seed: seed)]
        + questions.map {
          AgreementLine(standard, question: $0, cases, level: level, seed: seed)
        }
    }
    all = AgreementLine(nil, decided, level: level, seed: seed)
    self.sides = sides.indices.map { Self.side($0, paths: sides.map(\.path), decided) }
  }

  private static func side(_ index: Int, paths: [String], _ cases: [Difference]) -> Side {
    var (pairs, alike) = (0, 0)
    for one in cases {
      guard let own = one.said[index]?.outcome, own != .undecided else { continue }
      for (other, judgement) in one.said.enumerated() where other != index {
        guard let outcome = judgement?.outcome, outcome != .undecided else { continue }
        pairs += 1
        if outcome == own { alike += 1 }
      }
    }
    return Side(path: paths[index], pairs: pairs, alike: alike)
  }
}

extension AgreementReport.Difference {
  /// What was said of a question.
  package enum Answer: Hashable, Sendable {
    case value(Int)
    case notApplicable
  }

  /// What a side answered to a question; nil where it did not.
  package static func answer(_ said: Judgements.Judgement?, to question: String) -> Answer? {
    guard let rating = said?.answers.first(where: { $0.question == question }) else { return nil }
    return rating.value.map(Answer.value) ?? .notApplicable
  }

  /// The questions that two sides or more answer, by id.
  fileprivate var questions: [String] {
    let ids = said.flatMap { ($0?.answers ?? []).map(\.question) }
    return Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }

  fileprivate var answersDiffer: Bool {
    guard let question else { return false }
    return differs { Self.answer($0, to: question) }
  }

  /// How many sides say such a thing.
  fileprivate func count(_ isSuch: (Judgements.Judgement) -> Bool) -> Int {
    said.count { $0.map(isSuch) ?? false }
  }

  /// Whether two sides say two different things.
  fileprivate func differs<Thing: Hashable>(_ thing: (Judgements.Judgement) -> Thing?) -> Bool {
    Set(said.compactMap { $0.flatMap(thing) }).count > 1
  }
}

extension VerdictKey: Comparable {
  package static func < (left: VerdictKey, right: VerdictKey) -> Bool {
    (left.ticket, left.event ?? -1, left.standard) < (
      right.ticket, right.event ?? -1, right.standard
    )
  }
}
