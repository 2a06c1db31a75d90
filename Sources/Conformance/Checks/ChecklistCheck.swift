import Standards

extension Checklist {
  /// Leaves the questions to a person.
  func judge() -> Judgement {
    Judgement(
      .undecided,
      questions.count == 1
        ? "a person must answer one question"
        : "a person must answer \(questions.count) questions")
  }
}
