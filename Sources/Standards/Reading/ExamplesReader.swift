import Diagnostics
import ServiceTime
import SourceYAML

/// Reads `examples`.
enum ExamplesReader {
  /// What an example may look like: a reply, a question with its answer, or a log.
  private static let shape = Shape.oneOf([
    .written("a reply", example: "==Hello== Anna, …", pattern: MarkedText.pattern, orNumber: true),
    .record(WaitReader.keys), .record(ExampleLogReader.keys),
  ])

  private static func side(_ name: String, _ summary: String) -> Key<[YAMLNode]> {
    Key(name, summary, shape: .list(of: shape)) { node, diagnostics in
      node.elements(of: name, &diagnostics)
    }
  }
  private static let passKey = side("pass", "what keeps the standard")
    .such(as: "[\"==Hello== Anna, …\"]")
  private static let failKey = side("fail", "what breaks it")
    .such(as: "[\"Please restart.\"]")

  static let keys = [passKey.description, failKey.description]

  /// Reads both sides: replies for kinds that judge words, waits and logs for kinds that judge times,
  /// logs for the other kinds that judge tickets.
  static func read(
    _ node: YAMLNode, of subject: String, for requirement: Requirement?,
    _ reading: inout CatalogueReading
  ) -> Examples {
    guard
      let record = Record(
        node, subject: "'examples' of \(subject)", keys: keys, into: &reading.diagnostics)
    else { return Examples() }
    var entries: [Examples.Entry] = []
    read(passKey, .pass, in: record, for: requirement, into: &entries, &reading)
    read(failKey, .fail, in: record, for: requirement, into: &entries, &reading)
    return Examples(entries)
  }

  private static func read(
    _ key: Key<[YAMLNode]>, _ side: Examples.Side, in record: Record,
    for requirement: Requirement?, into entries: inout [Examples.Entry],
    _ reading: inout CatalogueReading
  ) {
    let subject = requirement?.kind.card.subject
    for node in record.optional(key, &reading.diagnostics) ?? [] {
      guard let one = example(node, side, subject, for: requirement, &reading) else { continue }
      entries.append(Examples.Entry(side, one, node))
    }
  }

  private static func example(
    _ node: YAMLNode, _ side: Examples.Side, _ subject: KindCard.Subject?,
    for requirement: Requirement?, _ reading: inout CatalogueReading
  ) -> Examples.Example? {
    switch (node.content, subject) {
    case (_, .review):
      reading.diagnostics.error(
        "example.kind", "only a person can judge this kind, so no example of it can be run",
        at: node.firstLine, fixIt: "delete it")
      return nil
    case (.mapping, .words):
      reading.diagnostics.error(
        "example.kind", "an example of words is a reply, not a mapping", at: node.firstLine,
        fixIt: "put the reply in quotes if it contains ': '")
      return nil
    case (.mapping, _):
      guard WaitReader.keysOfItsOwn.contains(where: { node.entry($0) != nil }) else {
        return ExampleLogReader.read(node, side, for: requirement, &reading).map { .log($0) }
      }
      guard subject != .ticket else {
        reading.diagnostics.error(
          "example.kind", "an example of this kind is a log of the ticket, not one wait",
          at: node.firstLine, fixIt: logAdvice)
        return nil
      }
      return WaitReader.read(node, &reading.diagnostics).map { .wait($0) }
    case (_, .time):
      guard node.text(of: "an example", &reading.diagnostics) != nil else { return nil }
      reading.diagnostics.error(
        "example.kind", "an example of time says when somebody asked and answered",
        at: node.place,
        fixIt: "write {asked: 2026-03-02 09:00, answered: 2026-03-02 09:12, takes: 12 min}, or a "
          + "log: {log: [{at: 2026-03-02 09:00, customer: …}, …]}")
      return nil
    case (_, .ticket):
      guard node.text(of: "an example", &reading.diagnostics) != nil else { return nil }
      reading.diagnostics.error(
        "example.kind", "an example of this kind is a log of the ticket, not a text",
        at: node.place, fixIt: logAdvice)
      return nil
    case (_, _):
      return reply(node, &reading.diagnostics)
    }
  }

  private static let logAdvice = "write {log: [{at: 2026-03-02 09:00, customer: …}, …]}"

  private static func reply(
    _ node: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> Examples.Example? {
    guard let text = node.text(of: "an example", &diagnostics) else { return nil }
    guard MarkedText.countOfSigns(in: text).isMultiple(of: 2) else {
      diagnostics.error(
        "example.mark", "a mark is opened and not closed", at: node.place,
        fixIt: "put == on both sides of the words that must be found")
      return nil
    }
    return .reply(text)
  }
}

/// Reads a question with its answer.
private enum WaitReader {
  private static let askedKey = Key<Examples.Placed<WrittenMoment>>.moment(
    "asked", "when the customer asked", relative: false, required: true)
  private static let answeredKey = Key<Examples.Placed<WrittenMoment>>.moment(
    "answered", "when somebody answered", relative: false, required: true)
  private static let takesKey = Key<Examples.Placed<TimeSpan>>.counted(
    "takes", "how long that is in opening time", required: true)

  static let keys = [askedKey.description, answeredKey.description, takesKey.description]

  /// The keys that no log has.
  static let keysOfItsOwn = [askedKey.name, answeredKey.name]

  static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Examples.Wait? {
    guard
      let record = Record(node, subject: "an example of time", keys: keys, into: &diagnostics)
    else { return nil }
    let asked = record.required(askedKey, &diagnostics)
    let answered = record.required(answeredKey, &diagnostics)
    let takes = record.required(takesKey, &diagnostics)
    guard let asked, let answered, let takes else { return nil }
    return Examples.Wait(asked: asked, answered: answered, takes: takes.value)
  }
}

extension Key where Value == Examples.Placed<WrittenMoment> {
  /// A moment of an example.
  ///
  /// - Parameter relative: Whether it may follow the moment before it.
  static func moment(
    _ name: String, _ summary: String, relative: Bool = true, required: Bool = false
  ) -> Key {
    let shape = Shape.written(
      relative ? "a moment, or one after the moment before (09:05 or +10 min)" : "a moment",
      example: "2026-03-02 09:00",
      pattern: relative ? WrittenMoment.pattern : WrittenMoment.patternOfDates)
    return Key(name, summary, shape: shape, required: required) { node, diagnostics in
      guard let text = node.text(of: "'\(name)'", &diagnostics) else { return nil }
      do throws(WrittenMoment.Problem) {
        let moment = try WrittenMoment(written: text)
        guard relative || !moment.isRelative else {
          throw WrittenMoment.Problem(
            message: "no date in '\(text.shortened)'",
            fixIt: "write a date and a time, such as 2026-03-02 19:50")
        }
        return Examples.Placed(value: moment, place: node.place)
      } catch {
        diagnostics.error(
          "example.moment", "'\(name)': \(error.message)", at: node.place, fixIt: error.fixIt)
        return nil
      }
    }
  }
}

extension Key where Value == Examples.Placed<TimeSpan> {
  /// A time that was counted; none at all is one, too, where nothing was open.
  static func counted(_ name: String, _ summary: String, required: Bool = false) -> Key {
    let zero = Shape.written("no time", example: "0 s", pattern: "^[ +]*0")
    return Key(name, summary, shape: .oneOf([.timeSpan, zero]), required: required) {
      node, diagnostics in
      if let text = node.scalarText, text.utf8.first.map(" +0".utf8.contains) == true,
        TimeSpan.isWrittenZero(text)
      {
        return Examples.Placed(value: TimeSpan(seconds: 0), place: node.place)
      }
      return node.timeSpan(of: "'\(name)'", &diagnostics).map {
        Examples.Placed(value: $0, place: node.place)
      }
    }
  }
}

extension TimeSpan {
  /// Whether a text says that no time passed: `0 s`.
  fileprivate static func isWrittenZero(_ text: String) -> Bool {
    do throws(TimeSpanError) {
      _ = try TimeSpan(written: text)
      return false
    } catch {
      return if case .zero = error { true } else { false }
    }
  }
}
