/// How soon a person answers when the customer writes again.
package struct NextResponse: ResponseKind {
  /// What is promised.
  package let answer: ResponsePromise

  package static let card = KindCard(
    key: "next-response",
    summary: "How soon a person answers when the customer writes again.",
    subject: .time,
    keys: ResponsePromise.keys)

  package init(_ answer: ResponsePromise) {
    self.answer = answer
  }
}
