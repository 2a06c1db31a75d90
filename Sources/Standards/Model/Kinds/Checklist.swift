import Diagnostics
package import SourceYAML

/// Questions that only a person can answer.
package struct Checklist: StandardKind {
  /// How a question is answered.
  package enum Scale: String, CaseIterable, Sendable {
    case yesNo = "yes-no"
    case threeSteps = "1-3"
    case fiveSteps = "1-5"
  }

  /// One question.
  package struct Question: Hashable, Sendable {
    /// The name under which answers are kept; no two of a checklist share it.
    package let id: String
    /// The question.
    package let ask: LocalizedText
    /// How much it counts among the others (0…100).
    package let weight: Int
    /// How it is answered.
    package let scale: Scale
    /// Whether an answer below half its scale fails the whole review in a scorecard; nil where the
    /// standard's severity says so.
    package let isCritical: Bool?
  }

  /// The questions, in the order of the file; at least one.
  package let questions: [Question]

  private static let idKey = Key<String>.id(
    "id", "the name under which answers are kept", example: "listened")
  private static let askKey = Key<LocalizedText>.localized(
    "ask", "the question; one text, or one per language", required: true
  ).such(as: "Did they listen?")
  private static let weightKey = Key<Int>.wholeNumber(
    "weight", "how much it counts among the others", in: 0...100
  ).otherwise("1").such(as: "2")
  private static let scaleKey = Key<Scale>.choice(
    "scale", "how it is answered"
  ).otherwise("yes-no").such(as: "1-5")
  private static let criticalKey = Key<Bool>.boolean(
    "critical", "whether an answer below half the scale fails the ticket's whole scorecard"
  ).otherwise("true where the severity is critical").such(as: "true")
  private static let questionsKey = Key<[YAMLNode]>.records(
    "questions", "what a person is asked",
    keys: [
      idKey.description, askKey.description, weightKey.description, scaleKey.description,
      criticalKey.description,
    ],
    required: true)

  package static let card = KindCard(
    key: "checklist",
    summary: "Questions that a person answers about a ticket.",
    subject: .review,
    keys: [questionsKey.description])

  package var parameters: [Parameter] {
    let inWords = questions.map {
      "\($0.id): \($0.ask.text()) (\($0.scale.rawValue), weight \($0.weight)"
        + "\($0.isCritical.map { $0 ? ", critical" : ", not critical" } ?? ""))"
    }
    return [Parameter("questions", inWords, by: "; ")].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    var questions: [Question] = []
    for one in reading.records(Self.questionsKey, in: record) {
      let id = one.required(Self.idKey, &reading.diagnostics)
      let ask = one.required(Self.askKey, &reading.diagnostics)
      let weight = one.optional(Self.weightKey, &reading.diagnostics) ?? 1
      let scale = one.optional(Self.scaleKey, &reading.diagnostics) ?? .yesNo
      let isCritical = one.optional(Self.criticalKey, &reading.diagnostics)
      guard let id, let ask else { continue }
      guard !questions.contains(where: { $0.id == id }) else {
        reading.diagnostics.error(
          "name.duplicate", "the question '\(id)' is asked twice",
          at: one.entry(Self.idKey.name)?.value.place, fixIt: "rename one, or delete it")
        continue
      }
      questions.append(
        Question(id: id, ask: ask, weight: weight, scale: scale, isCritical: isCritical))
    }
    guard !questions.isEmpty else { return nil }
    self.questions = questions
  }
}
