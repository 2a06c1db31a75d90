import Diagnostics
import Standards
import Testing

/// Promises that several earlier ones hide together.
struct PromiseCoverTests {
  private func found(_ frame: String, _ standards: [String]) -> [Diagnostic] {
    let list = standards.map { "  - {\($0)}\n" }.joined()
    return Catalogues.read("\(frame)\nstandards:\n\(list)").diagnostics.all
  }

  private static let frame = """
    catalogue: {name: Desk, languages: [pl, en]}
    calendars: {desk: {time-zone: UTC, open: 24/7}}
    channels: {email: {kind: deferred}, chat: {kind: live}}
    topics: [a, b, c]
    """

  private func promise(_ id: String, _ scope: String, kind: String = "next-response") -> String {
    "id: \(id), title: T, \(scope)\(kind): {within: 1 h}"
  }

  @Test func `channels that are all taken leave nothing`() {
    let mail = promise("mail", "applies-to: {channel: email}, ")
    let chat = promise("chat", "applies-to: {channel: chat}, ")
    let all = promise("all", "")
    let problems = found(Self.frame, [mail, chat, all])
    #expect(problems.map(\.id) == ["promise.unreachable"])
    #expect(problems.first?.message.contains("'mail' and 'chat' come first") == true)
    #expect(problems.first?.notes.count == 2)
    #expect(found(Self.frame, [mail, all]).isEmpty)
    #expect(found(Self.frame, [all, mail]).map(\.id) == ["promise.unreachable"])
  }

  @Test func `names that are listed nowhere never leave nothing`() {
    for field in ["priority", "segment"] {
      let standards = ["x", "y", "z"].map {
        promise($0, "applies-to: {\(field): \($0)}, ")
      }
      #expect(found(Self.frame, standards + [promise("all", "")]).isEmpty, "\(field)")
      let some = promise("some", "applies-to: {\(field): [y, x]}, ")
      #expect(found(Self.frame, standards + [some]).map(\.id) == ["promise.unreachable"])
    }
    let open = Self.frame.replacing("topics: [a, b, c]", with: "")
    let topics = ["a", "b", "c"].map { promise($0, "applies-to: {topic: \($0)}, ") }
    #expect(found(open, topics + [promise("all", "")]).isEmpty)
    #expect(found(Self.frame, topics + [promise("all", "")]).count == 1)
  }

  @Test func `languages of the catalogue that are all taken leave nothing`() {
    let languages = ["pl", "en"].map { promise($0, "applies-to: {language: \($0)}, ") }
    #expect(
      found(Self.frame, languages + [promise("all", "")]).map(\.id) == ["promise.unreachable"])
    // A segment of the same name is something else.
    let segments = ["pl", "en"].map { promise($0, "applies-to: {segment: \($0)}, ") }
    #expect(found(Self.frame, segments + [promise("all", "")]).isEmpty)
    let mixed = [languages[0], promise("s", "applies-to: {segment: en}, "), promise("all", "")]
    #expect(found(Self.frame, mixed).isEmpty)
  }

  /// A field has a bit for each name, 64 in a word.
  @Test(arguments: [63, 64, 65, 130])
  func `of very many topics each counts for itself`(count: Int) {
    let names = (1...count).map { "topic-\($0)" }
    let frame = Self.frame.replacing(
      "topics: [a, b, c]", with: "topics: [\(names.joined(separator: ", "))]")
    let topics = names.map { promise($0, "applies-to: {topic: \($0)}, ") }
    #expect(found(frame, topics).isEmpty)
    #expect(found(frame, topics + [promise("all", "")]).map(\.id) == ["promise.unreachable"])
    for left in [0, count / 2, count - 1] {
      var some = topics
      some.remove(at: left)
      #expect(found(frame, some + [promise("all", "")]).isEmpty, "\(names[left])")
      let again = promise("again", "applies-to: {topic: \(names[left])}, ")
      #expect(found(frame, topics + [again]).map(\.id) == ["promise.twice"])
    }
  }

  @Test(arguments: [2, 16, 17, 40])
  func `a name that stands twice in a list is reported, however long the list`(count: Int) {
    let names = (1...count).map { "segment-\($0)" }
    let list = (names + [names[count / 2]]).joined(separator: ", ")
    let problems = found(Self.frame, [promise("some", "applies-to: {segment: [\(list)]}, ")])
    #expect(problems.map(\.id) == ["list.duplicate"])
    #expect(problems.first?.message.contains("'\(names[count / 2])' stands twice") == true)
    let places = [problems.first?.notes.first?.place, problems.first?.place].map { $0?.string }
    #expect(places == [names[count / 2], names[count / 2]])
    #expect(
      problems.first?.notes.first?.place?.utf8.lowerBound ?? 0
        < problems.first?.place?.utf8.lowerBound ?? 0)
    let once = names.joined(separator: ", ")
    #expect(found(Self.frame, [promise("some", "applies-to: {segment: [\(once)]}, ")]).isEmpty)
  }

  @Test func `only those that take something away are named`() {
    let standards = [
      promise("polish", "applies-to: {language: pl, topic: c}, "),
      promise("mail", "applies-to: {channel: email}, "),
      promise("again", "applies-to: {channel: email, topic: a}, ", kind: "update-every")
        .replacing("within", with: "longest"),
      promise("chat", "applies-to: {channel: chat}, "),
      promise("a", "applies-to: {topic: a}, "),
    ]
    let problems = found(Self.frame, standards)
    #expect(problems.map(\.id) == ["promise.unreachable"])
    #expect(problems.first?.message.contains("'mail' and 'chat' come first") == true)
  }

  @Test func `another kind hides nothing, and picking up is for live channels only`() {
    let chat = promise("chat", "applies-to: {channel: chat}, ", kind: "pick-up")
    let all = promise("all", "", kind: "pick-up")
    #expect(found(Self.frame, [chat, all]).map(\.id) == ["promise.twice"])
    let mixed = promise("mixed", "applies-to: {channel: [email, chat]}, ", kind: "pick-up")
    #expect(found(Self.frame, [chat, mixed]).map(\.id) == ["promise.twice"])
    #expect(found(Self.frame, [promise("chat", "applies-to: {channel: chat}, "), all]).isEmpty)
  }

  @Test func `a catalogue of deferred channels picks nothing up`() {
    let frame = Self.frame.replacing(", chat: {kind: live}", with: "")
    let pickUp = promise("all", "", kind: "pick-up")
    #expect(found(frame, [pickUp]).map(\.id) == ["promise.not-live"])
    // Nobody knows the channels of a catalogue that lists none.
    let none = "catalogue: {name: Desk, languages: [pl, en]}"
    #expect(found(none, [pickUp]).isEmpty)
    #expect(
      found(none, [pickUp, pickUp.replacing("id: all", with: "id: b")]).map(\.id)
        == ["promise.twice"])
  }

  /// Random scopes against every ticket that there is.
  @Test(arguments: 0..<4)
  func `what is reported is what no ticket comes to`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let fields: [(name: String, values: [String], isOpen: Bool)] = [
      ("channel", ["email", "chat"], false), ("topic", ["a", "b", "c"], false),
      ("priority", ["p", "q"], true), ("segment", ["s"], true), ("language", ["pl", "en"], false),
    ]
    // The value of an open field that no standard names, and three days of which two are named.
    let tickets = fields.reduce([[String]]([[]])) { tickets, field in
      let values = field.values + (field.isOpen ? ["other"] : [])
      return tickets.flatMap { ticket in values.map { ticket + [$0] } }
    }.flatMap { ticket in ["2026-01-01", "2026-01-02", "2026-01-03"].map { ticket + [$0] } }
    var hidden = 0
    for _ in 0..<30 {
      var standards: [String] = []
      var takers: [([String]) -> Bool] = []
      for index in 0..<2 + random(7) {
        var named: [[String]?] = []
        for field in fields {
          let values = field.values.filter { _ in random(2) == 0 }
          named.append(random(3) > 0 || values.isEmpty ? nil : values)
        }
        let from = random(6) == 0 ? "2026-01-02" : nil
        let scope = zip(fields, named).compactMap { field, values in
          values.map { "\(field.name): [\($0.joined(separator: ", "))]" }
        }.joined(separator: ", ")
        standards.append(
          promise(
            "s\(index)",
            (scope.isEmpty ? "" : "applies-to: {\(scope)}, ")
              + (from.map { "in-force: {from: \($0)}, " } ?? "")))
        takers.append { ticket in
          zip(named, ticket).allSatisfy { $0?.contains($1) ?? true }
            && ticket.last ?? "" >= from ?? ""
        }
      }
      let expected = takers.indices.filter { index in
        !tickets.contains { ticket in
          takers[index](ticket) && !takers[..<index].contains { $0(ticket) }
        }
      }.map { "'s\($0)'" }
      hidden += expected.count
      let reported = found(Self.frame, standards).map { problem in
        String(problem.message.prefix { $0 != " " })
      }
      #expect(reported == expected)
    }
    #expect(hidden > 10, "the rule was put to the test")
  }

  @Test func `hundreds of promises are read in a moment, hidden or not`() {
    var standards: [String] = []
    for index in 0..<300 {
      let (a, b, c) = (index % 7, index % 11, index % 13)
      standards.append(
        promise(
          "s\(index)",
          "applies-to: {priority: [p\(a), p\(b)], segment: [s\(c), s\(index)], topic: [a, b]}, "))
    }
    standards.append(promise("last", "applies-to: {segment: [s1, s2, s3]}, "))
    let clock = ContinuousClock()
    let time = clock.measure { _ = found(Self.frame, standards) }
    // Debug builds and busy machines are slow; anything exponential would take for ever.
    #expect(time < .seconds(60))
  }
}
