package import Conformance
package import Diagnostics
package import ServiceTime

/// What a person decided about a verdict: one line of a file of reviews.
package struct Review: Hashable, Sendable {
  /// What was decided.
  package enum Decision: Hashable, Sendable {
    /// The verdict is this one, whatever the auditor says.
    case verdict(Verdict.Outcome)
    /// The reviewer's last decision about it is taken back.
    case withdrawn
  }

  /// Which verdict it is about.
  package let key: VerdictKey
  /// What was decided.
  package let decision: Decision
  /// Who decided.
  package let reviewer: String
  /// When.
  package let time: OffsetInstant
  /// Why, in the reviewer's words; nil when nothing was written.
  package let reason: String?
  /// Whether it answers an appeal: it then stands against all others.
  package let isAppeal: Bool
  /// What the questions of a checklist were answered with, in their order; empty for other standards.
  package let ratings: [QuestionRating]
  /// The line in the file (1-based; 0 for one that is not written yet).
  package let line: Int

  /// Creates a review.
  package init(
    key: VerdictKey, decision: Decision, reviewer: String, time: OffsetInstant,
    reason: String? = nil, isAppeal: Bool = false, ratings: [QuestionRating] = [], line: Int = 0
  ) {
    self.key = key
    self.decision = decision
    self.reviewer = reviewer
    self.time = time
    self.reason = reason
    self.isAppeal = isAppeal
    self.ratings = ratings
    self.line = line
  }
}

extension Review.Decision {
  /// The words of a file.
  package static let words = Verdict.Outcome.allCases.map { $0.rawValue } + [withdrawnWord]
  private static let withdrawnWord = "withdrawn"

  /// Reads the word of a file; nil for any other.
  init?(word: String) {
    if word == Self.withdrawnWord {
      self = .withdrawn
    } else if let outcome = Verdict.Outcome(rawValue: word) {
      self = .verdict(outcome)
    } else {
      return nil
    }
  }

  /// The word of a file.
  package var word: String {
    switch self {
    case .verdict(let outcome): outcome.rawValue
    case .withdrawn: Self.withdrawnWord
    }
  }
}

extension Review {
  /// Writes the review as one JSON object.
  ///
  /// Keys: `ticket`, `event` (index or null), `standard`, `verdict` (also `withdrawn`), `reviewer`, `time`
  /// (ISO 8601), and where there is one `reason`, where it is one `appeal`: true, where a checklist was
  /// answered `ratings`: the value of each question by its id, null where it does not apply.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("ticket")
      json.string(key.ticket)
      json.key("event")
      json.int(key.event)
      json.key("standard")
      json.string(key.standard)
      json.key("verdict")
      json.string(decision.word)
      json.key("reviewer")
      json.string(reviewer)
      json.key("time")
      json.string(time.description)
      if let reason {
        json.key("reason")
        json.string(reason)
      }
      if isAppeal {
        json.key("appeal")
        json.bool(true)
      }
      guard !ratings.isEmpty else { return }
      json.key("ratings")
      json.object { json in
        for rating in ratings {
          json.key(named: rating.question)
          json.int(rating.value)
        }
      }
    }
  }
}
