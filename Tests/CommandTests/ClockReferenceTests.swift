import Foundation
import Testing

/// Cases whose answers come from other programmes, asked of the built tool in one batch.
@Suite(.enabled(if: SharedTests.isPresent, "needs ../shared, which is absent here"))
struct ClockReferenceTests {
  private static let folder = SharedTests.shared.appending(path: "reference/clock")

  private typealias Object = [String: Any]

  @Test func `clock batch agrees with the generated cases`() throws {
    // The cases are questions as they stand, but for one name; what else they say is passed over.
    let cases = try Self.cases("generated.json")
    let questions = cases.map { given in
      var question = given
      question["seconds"] = given["add_seconds"]
      question["add_seconds"] = nil
      return question
    }
    #expect(cases.count == 120)
    try check(cases, questions)
  }

  @Test func `clock batch agrees with the test suites of helpdesks`() throws {
    var cases: [Object] = []
    var questions: [Object] = []
    for given in try Self.cases("public_suites.json") where given["contested"] == nil {
      guard let question = try Self.question(given) else { continue }
      cases.append(given)
      questions.append(question)
    }
    // 54 counts but for the three that end before they start, 55 additions.
    #expect(questions.count == 106)
    try check(cases, questions)
  }

  @Test func `clock batch agrees with Request Tracker`() throws {
    let file = try Self.object("request_tracker.json")
    let calendars = try #require(file["calendars"] as? [String: Object])
    let cases = try #require(file["cases"] as? [Object])
    var questions: [Object] = []
    for (index, given) in cases.enumerated() {
      let calendar = try #require(calendars[given["calendar"] as? String ?? ""])
      var add = calendar
      add["id"] = index
      add["op"] = "add"
      add["start"] = given["start"]
      add["seconds"] = (given["business_minutes"] as? Int ?? 0) * 60
      // Its answers at closing time are the next opening: as many open seconds away.
      var between = add
      between["op"] = "between"
      between["end"] = given["rt_due"]
      questions += [add, between]
    }
    let answers = try Self.answers(to: questions)
    #expect(answers.count == 460)
    for (index, given) in cases.enumerated() where answers.count == 460 {
      let due = try Self.seconds(answers[2 * index]["instant"])
      #expect(due == (try Self.seconds(given["bruteforce_due"])), "\(given)")
      #expect(answers[2 * index + 1]["seconds"] as? Int == questions[2 * index]["seconds"] as? Int)
    }
  }

  /// A case of a public test suite as a question; nil for what a batch cannot ask.
  private static func question(_ given: Object) throws -> Object? {
    guard let op = given["op"] as? String, ["between", "add"].contains(op),
      let calendar = given["calendar"] as? Object, let start = given["start"] as? String
    else { return nil }
    if let end = given["end"] as? String, end < start { return nil }
    var question = calendar
    question["breaks"] = nil
    for key in ["id", "op", "start", "end"] { question[key] = given[key] }
    question["seconds"] = given["add_seconds"]
    // Breaks are hours of that date, less a part of them.
    var overrides = calendar["overrides"] as? [String: [[String]]] ?? [:]
    for (date, breaks) in calendar["breaks"] as? [String: [[String]]] ?? [:] {
      let hours = calendar["hours"] as? [String: [[String]]] ?? [:]
      var left = try overrides[date] ?? hours[weekday(date)] ?? []
      for pause in breaks {
        left = left.flatMap { range in
          [[range[0], min(range[1], pause[0])], [max(range[0], pause[1]), range[1]]]
            .filter { $0[0] < $0[1] }
        }
      }
      overrides[date] = left
    }
    question["overrides"] = overrides
    return question
  }

  private func check(_ cases: [Object], _ questions: [Object]) throws {
    let answers = try Self.answers(to: questions)
    #expect(answers.count == cases.count)
    for (given, answer) in zip(cases, answers) {
      #expect(answer["id"] as? String == given["id"] as? String)
      if given["op"] as? String == "add" {
        let due = try Self.seconds(given["expected"])
        #expect(try Self.seconds(answer["instant"]) == due, "\(given) \(answer)")
      } else {
        let expected = given["expected_seconds"] ?? given["expected"]
        #expect(answer["seconds"] as? Int == expected as? Int, "\(given) \(answer)")
      }
    }
  }

  private static func answers(to questions: [Object]) throws -> [Object] {
    let lines = try questions.map { question in
      String(decoding: try JSONSerialization.data(withJSONObject: question), as: UTF8.self)
    }
    let run = try Tool.run(["clock", "batch", "-"], input: lines.joined(separator: "\n"))
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    return try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Object)
    }
  }

  private static func cases(_ name: String) throws -> [Object] {
    try #require(try object(name)["cases"] as? [Object])
  }

  private static func object(_ name: String) throws -> Object {
    let data = try Data(contentsOf: folder.appending(path: name))
    return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  /// An instant of ISO 8601 as Foundation reads it (epoch s).
  private static func seconds(_ written: Any?) throws -> Double {
    let text = try #require(written as? String)
    return try Date(text, strategy: .iso8601).timeIntervalSince1970
  }

  private static func weekday(_ date: String) throws -> String {
    let midnight = try Date("\(date)T00:00:00Z", strategy: .iso8601)
    // 1970-01-01 was a Thursday.
    let day = Int(midnight.timeIntervalSince1970 / 86_400) + 3
    return ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][day % 7]
  }
}
