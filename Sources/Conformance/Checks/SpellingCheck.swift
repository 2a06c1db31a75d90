import Standards

extension Spelling {
  /// Says that nothing is checked: no dictionary is read so far.
  ///
  /// Without a dictionary every word that is not in some list would be a mistake, and an accusation
  /// must be right.
  func judge() -> Judgement {
    Judgement(.notApplicable, "no dictionary is read, so spelling is not checked")
  }
}

extension Requirement {
  /// Whether nothing judges it here, so that its examples cannot be run.
  var isNeverJudged: Bool {
    if case .spelling = self { true } else { false }
  }
}
