import Conformance
import Diagnostics
import Standards

/// Holds the answers of reviews to checklists against the questions that a catalogue asks.
///
/// The verdict of a line is what its answers make of the checklist. A question that the catalogue does not
/// have may be one that it no longer asks: where no question is near in name the answer is left out with
/// a warning, since lines are only ever added.
struct AnswerCheck {
  private let checklists: [String: Checklist]
  private let standards: Set<String>
  private var retired: Set<String> = []

  /// Without a catalogue only what none allows is a fault.
  init(_ catalogue: Catalogue?) {
    let all = catalogue?.standards ?? []
    standards = Set(all.map(\.id))
    checklists = Dictionary(
      all.compactMap { standard in
        guard case .checklist(let list) = standard.requirement else { return nil }
        return (standard.id, list)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What a scale of any catalogue has, from the least to the greatest.
  private static let anyScale = 0...5

  /// Whether the catalogue asks the questions of a standard.
  func asks(_ standard: String) -> Bool { checklists[standard] != nil }

  /// The review as it counts, and what somebody should look at.
  ///
  /// - Throws: The first fault.
  mutating func check(
    _ review: Review
  ) throws(LineObject.Fault) -> (review: Review, remarks: [LineObject.Fault]) {
    guard !review.ratings.isEmpty else { return (review, []) }
    guard case .verdict(let outcome) = review.decision else {
      throw fault("'withdrawn' takes a decision back, and 'ratings' give one", "delete 'ratings'")
    }
    guard let checklist = checklists[review.key.standard] else {
      guard !standards.contains(review.key.standard) else {
        throw fault(
          "'\(shortened(review.key.standard, to: 40))' is no checklist: it asks no questions",
          "delete 'ratings', or name the checklist that they answer")
      }
      for rating in review.ratings {
        if let value = rating.value, !Self.anyScale.contains(value) {
          throw outside(rating, "a whole number from 0 to 5")
        }
      }
      try refuseDoubt(outcome, "met, missed or not-applicable")
      return (review, [])
    }
    var answers: [QuestionRating] = []
    var remarks: [LineObject.Fault] = []
    for rating in review.ratings {
      guard let question = checklist.questions.first(where: { $0.id == rating.question }) else {
        if let remark = try unknown(rating, of: checklist, review.key.standard) {
          remarks.append(remark)
        }
        continue
      }
      if let value = rating.value, !question.scale.values.contains(value) {
        throw outside(rating, question.scale.answersInWords)
      }
      answers.append(rating)
    }
    let right = checklist.outcome(of: answers)
    let isWhole = answers.count == review.ratings.count
    try refuseDoubt(outcome, isWhole ? right.rawValue : "met, missed or not-applicable")
    if right == outcome { return (review.answering(answers), remarks) }
    // What is left of the answers does not tell the verdict: it stands as a mark on the whole.
    guard isWhole else { return (review.answering([]), remarks) }
    throw contradiction(outcome, right, answers, checklist)
  }

  private func refuseDoubt(
    _ outcome: Verdict.Outcome, _ right: String
  ) throws(LineObject.Fault) {
    guard outcome == .undecided else { return }
    throw fault(
      "'verdict' is undecided, and 'ratings' decide it",
      "write \(right), or delete 'ratings'")
  }

  /// An answer to a question that is not asked: a slip of the pen, or nil or a remark where it is none.
  private mutating func unknown(
    _ rating: QuestionRating, of checklist: Checklist, _ standard: String
  ) throws(LineObject.Fault) -> LineObject.Fault? {
    let ids = checklist.questions.map(\.id)
    let what = "'\(standard)' asks no question '\(shortened(rating.question, to: 40))'"
    if let near = nearestName(to: rating.question, among: ids) {
      throw fault(what, "did you mean '\(near)'?")
    }
    // Said once, on the first line that has it.
    guard retired.insert("\(standard)/\(rating.question)").inserted else { return nil }
    return fault(
      "\(what): answers to it are left out", "it asks \(ids.joined(separator: ", "))")
  }

  private func outside(_ rating: QuestionRating, _ right: String) -> LineObject.Fault {
    fault(
      "'\(shortened(rating.question, to: 40))' cannot be \(rating.value ?? 0)",
      "write \(right), or null where it does not apply")
  }

  private func contradiction(
    _ outcome: Verdict.Outcome, _ right: Verdict.Outcome, _ answers: [QuestionRating],
    _ checklist: Checklist
  ) -> LineObject.Fault {
    let why: String
    switch right {
    case .missed:
      let low = answers.first { answer in
        let question = checklist.questions.first { $0.id == answer.question }
        guard let value = answer.value, let question else { return false }
        return question.scale.isMiss(value)
      }
      why = "\(low?.value ?? 0) for '\(low?.question ?? "")' lies below half its scale"
    case .met: why = "no answer lies below half its scale"
    case .notApplicable, .undecided: why = "none of its questions applies"
    }
    return fault(
      "'verdict' is \(outcome.rawValue), but \(why)",
      "write \(right.rawValue), or mend the answers")
  }

  private func fault(_ message: String, _ fixIt: String) -> LineObject.Fault {
    LineObject.Fault(id: "review.ratings", message: message, fixIt: fixIt)
  }
}

extension Review {
  /// The same review with other answers.
  fileprivate func answering(_ ratings: [QuestionRating]) -> Review {
    Review(
      key: key, decision: decision, reviewer: reviewer, time: time, reason: reason,
      isAppeal: isAppeal, ratings: ratings, line: line)
  }
}

extension Checklist.Scale {
  /// What may be written for an answer.
  fileprivate var answersInWords: String {
    self == .yesNo
      ? "1 for yes, 0 for no"
      : "a whole number from \(values.lowerBound) to \(values.upperBound)"
  }
}
