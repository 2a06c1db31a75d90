package import Conformance
package import Standards

/// What a reviewer gave for one question of a checklist.
package struct QuestionRating: Hashable, Sendable {
  /// The question's id.
  package let question: String
  /// The value on its scale, yes being 1 and no 0; nil where the question does not apply.
  package let value: Int?

  /// Answers a question.
  package init(question: String, value: Int?) {
    self.question = question
    self.value = value
  }
}

extension Checklist.Scale {
  /// The values of the scale; yes is 1 and no 0.
  package var values: ClosedRange<Int> {
    switch self {
    case .yesNo: 0...1
    case .threeSteps: 1...3
    case .fiveSteps: 1...5
    }
  }

  /// Whether an answer is a miss: below half of the scale.
  package func isMiss(_ value: Int) -> Bool {
    2 * (value - values.lowerBound) < values.upperBound - values.lowerBound
  }

  /// The value of an answer: a number of the scale, or yes or no; nil for any other word.
  package func value(of word: String) -> Int? {
    if self == .yesNo {
      switch word.lowercased() {
      case "yes", "y", "1": return 1
      case "no", "n", "0": return 0
      default: return nil
      }
    }
    return Int(word).flatMap { values.contains($0) ? $0 : nil }
  }
}

extension Checklist {
  /// What answers make of the standard: missed where one lies below half its scale, not applicable where
  /// no question applies.
  package func outcome(of ratings: [QuestionRating]) -> Verdict.Outcome {
    var isAnswered = false
    for rating in ratings {
      guard let value = rating.value,
        let question = questions.first(where: { $0.id == rating.question })
      else { continue }
      isAnswered = true
      if question.scale.isMiss(value) { return .missed }
    }
    return isAnswered ? .met : .notApplicable
  }

  /// Reads one answer for each question, in their order, `-` for one that does not apply.
  ///
  /// - Throws: ``AnswerFault`` for the first answer that is none.
  package func ratings(_ words: [String]) throws(AnswerFault) -> [QuestionRating] {
    guard words.count == questions.count else {
      throw AnswerFault(
        description:
          "\(questions.count) \(questions.count == 1 ? "answer is" : "answers are") asked "
          + "for, not \(words.count); write - for a question that does not apply")
    }
    var ratings: [QuestionRating] = []
    for (question, word) in zip(questions, words) {
      let value = question.scale.value(of: word)
      guard value != nil || word == "-" else {
        throw AnswerFault(
          description: "'\(word)' is no answer to '\(question.id)'; write "
            + "\(question.scale == .yesNo ? "yes or no" : question.scale.rawValue), or -")
      }
      ratings.append(QuestionRating(question: question.id, value: value))
    }
    return ratings
  }
}

/// Why an answer to a checklist is none.
package struct AnswerFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
}
