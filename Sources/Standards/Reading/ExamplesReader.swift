import Diagnostics
import ServiceTime
import SourceYAML

/// Reads `examples`.
enum ExamplesReader {
  private static func side(_ name: String, _ summary: String) -> Key<[YAMLNode]> {
    Key<[YAMLNode]>.list(name, summary, of: shape) { node, _ in node }
  }
  /// A reply, or a wait.
  private static let shape = Shape.oneOf([
    .written("a reply", example: "==Hello== Anna, …", pattern: MarkedText.pattern, orNumber: true),
    .record(waitKeys),
  ])
  private static let passKey = side("pass", "what keeps the standard")
    .such(as: "[\"==Hello== Anna, …\"]")
  private static let failKey = side("fail", "what breaks it")
    .such(as: "[\"Please restart.\"]")
  private static let askedKey = Key<String>.text(
    "asked", "when the customer asked, such as 2026-03-02 19:50", required: true
  ).such(as: "2026-03-02 19:50")
  private static let answeredKey = Key<String>.text(
    "answered", "when somebody answered", required: true
  ).such(as: "2026-03-03 08:03")
  private static let takesKey = Key<TimeSpan>.timeSpan(
    "takes", "how long that is in opening time", required: true
  ).such(as: "13 min")

  private static let waitKeys = [
    askedKey.description, answeredKey.description, takesKey.description,
  ]

  static let keys = [passKey.description, failKey.description]

  /// Reads both sides; replies for kinds that judge words, waits for kinds that judge times.
  static func read(
    _ node: YAMLNode, of subject: String, for judged: KindCard.Subject?,
    _ diagnostics: inout Diagnostics
  ) -> Examples {
    guard
      let record = Record(
        node, subject: "'examples' of \(subject)", keys: keys, into: &diagnostics)
    else { return Examples() }
    var entries: [Examples.Entry] = []
    for (side, key) in [(Examples.Side.pass, passKey), (.fail, failKey)] {
      for node in record.optional(key, &diagnostics) ?? [] {
        guard let one = example(node, for: judged, &diagnostics) else { continue }
        entries.append(Examples.Entry(side, one, node))
      }
    }
    return Examples(entries)
  }

  private static func example(
    _ node: YAMLNode, for judged: KindCard.Subject?, _ diagnostics: inout Diagnostics
  ) -> Examples.Example? {
    if judged == .ticket || judged == .review {
      diagnostics.error(
        "example.kind", "an example of this kind would be a whole ticket, which cannot stand here",
        at: node.firstLine, fixIt: "delete it")
      return nil
    }
    if case .mapping = node.content {
      guard judged != .words else {
        diagnostics.error(
          "example.kind", "an example of words is a reply, not a mapping", at: node.firstLine,
          fixIt: "put the reply in quotes if it contains ': '")
        return nil
      }
      guard
        let record = Record(
          node, subject: "an example of time",
          keys: waitKeys,
          into: &diagnostics)
      else { return nil }
      let asked = record.required(askedKey, &diagnostics)
      let answered = record.required(answeredKey, &diagnostics)
      let takes = record.required(takesKey, &diagnostics)
      guard let asked, let answered, let takes else { return nil }
      return .wait(Examples.Wait(asked: asked, answered: answered, takes: takes))
    }
    guard let text = node.text(of: "an example", &diagnostics) else { return nil }
    if judged == .time {
      diagnostics.error(
        "example.kind", "an example of time says when somebody asked and answered",
        at: node.place,
        fixIt: "write {asked: 2026-03-02 09:00, answered: 2026-03-02 09:12, takes: 12 min}")
      return nil
    }
    let marks = text.components(separatedBy: "==").count - 1
    guard marks.isMultiple(of: 2) else {
      diagnostics.error(
        "example.mark", "a mark is opened and not closed", at: node.place,
        fixIt: "put == on both sides of the words that must be found")
      return nil
    }
    return .reply(text)
  }
}

extension String {
  /// The pieces between the occurrences of `separator`, without Foundation.
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return pieces + [rest]
  }
}
