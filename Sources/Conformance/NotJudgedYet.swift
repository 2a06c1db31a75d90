import Standards

/// What the auditor says where it cannot judge: a person decides.
extension Judgement {
  /// Of kinds whose judging is not written yet.
  static let notJudgedYet = Judgement(.undecided, "not judged yet: a person must look")

  /// Of questions that only a person can answer.
  static func toAnswer(_ checklist: Checklist) -> Judgement {
    let count = checklist.questions.count
    return Judgement(
      .undecided,
      count == 1 ? "a person must answer one question" : "a person must answer \(count) questions")
  }

  /// The judgement itself, unless it finds the standard met without having looked at everything.
  ///
  /// - Parameter parameters: The keys of what was not looked at.
  func unlessNotJudgedYet(_ parameters: [String]) -> Judgement {
    guard outcome == .met, !spans.isEmpty, !parameters.isEmpty else { return self }
    let keys = parameters.map { "'\($0)'" }.joined(separator: ", ")
    return Judgement(
      .undecided, "\(message), but \(keys) is \(Judgement.notJudgedYet.message)", spans: spans)
  }
}

extension Upsell {
  /// The keys of what is asked of an offer and not judged yet.
  var notJudgedYet: [String] {
    var keys: [String] = []
    if !offerWhen.topics.isEmpty { keys.append("offer-when") }
    if notBefore != nil { keys.append("not-before") }
    if manner != nil { keys.append("manner") }
    return keys
  }
}

extension Verdict {
  /// Whether it only says that nothing judges this yet.
  var isNotJudgedYet: Bool {
    outcome == .undecided && message.hasSuffix(Judgement.notJudgedYet.message)
  }
}
