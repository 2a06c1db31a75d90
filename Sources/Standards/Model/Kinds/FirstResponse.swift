/// How soon a person first answers.
package struct FirstResponse: ResponseKind {
  /// What is promised.
  package let answer: ResponsePromise

  package static let card = KindCard(
    key: "first-response",
    summary: "How soon a person first answers a customer.",
    subject: .time,
    keys: ResponsePromise.keys)

  package init(_ answer: ResponsePromise) {
    self.answer = answer
  }
}
