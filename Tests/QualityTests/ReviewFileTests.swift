import Conformance
import Diagnostics
import Foundation
import Quality
import ServiceTime
import Testing
import Tickets

struct ReviewFileTests {
  private static let good =
    #"{"ticket":"T-1","event":1,"standard":"greet","verdict":"met","reviewer":"kasia","time":"2026-11-22T10:00:00+01:00"}"#

  private static func review(
    _ verdict: String, _ reviewer: String = "kasia", at hour: Int = 10, appeal: Bool = false,
    line: Int = 1
  ) throws -> Review {
    let decision: Review.Decision =
      verdict == "withdrawn"
      ? .withdrawn : .verdict(try #require(Verdict.Outcome(rawValue: verdict)))
    return Review(
      key: VerdictKey(ticket: "T-1", event: 1, standard: "greet"), decision: decision,
      reviewer: reviewer,
      time: OffsetInstant(instant: Instant(seconds: 3600 * hour), utcOffset: 0), isAppeal: appeal,
      line: line)
  }

  @Test func `a decision is read as it was written`() throws {
    let file = try withFile(Self.good + "\n") { try ReviewFile(path: $0) }
    let review = try #require(file.reviews.first)
    #expect(file.problems.isEmpty)
    #expect(review.key == VerdictKey(ticket: "T-1", event: 1, standard: "greet"))
    #expect(review.decision == .verdict(.met))
    #expect(review.line == 1)
    #expect(!review.isAppeal)
    var json = JSONWriter()
    review.write(to: &json)
    #expect(json.string == Self.good)
    let appeal = Self.good.replacing("}", with: #","appeal":true}"#)
    let read = try #require(try withFile(appeal) { try ReviewFile(path: $0) }.reviews.first)
    #expect(read.isAppeal)
    var again = JSONWriter()
    read.write(to: &again)
    #expect(again.string == appeal)
  }

  @Test(
    arguments: [
      ("{", "review.not-json", nil),
      ("[1]", "review.not-object", #"write {"ticket": …, …} on each line"#),
      (
        good.replacing("reviewer", with: "reviwer"), "review.unknown-key",
        "did you mean 'reviewer'?"
      ),
      (good.replacing("\"met\"", with: "\"mett\""), "review.word", "did you mean 'met'?"),
      (
        good.replacing("\"met\"", with: "\"good enough\""), "review.word",
        "write met or missed or not-applicable or undecided or withdrawn"
      ),
      (good.replacing("\"met\"", with: "7"), "review.text", "write a text in quotes"),
      (good.replacing("\"T-1\"", with: "\" \""), "review.text", "write a text in quotes"),
      (
        good.replacing(#","reviewer":"kasia""#, with: ""), "review.missing-key",
        #"add "reviewer": …"#
      ),
      (
        good.replacing("\"event\":1", with: "\"event\":-1"), "review.event",
        "write a whole number from 0, or null for the ticket"
      ),
      (
        good.replacing("\"event\":1", with: "\"event\":1e30"), "review.event",
        "write a whole number from 0, or null for the ticket"
      ),
      (good.replacing("+01:00", with: ""), "review.time", nil),
      (good.replacing("2026-11-22", with: "2026-02-30"), "review.time", nil),
      (
        good.replacing("}", with: #","appeal":"yes"}"#), "review.flag",
        "write true or false, without quotes"
      ),
      (
        good.replacing("}", with: #","ticket":"T-2"}"#), "review.repeated-key", "delete one of them"
      ),
    ] as [(String, String, String?)])
  func `a faulty line has a number, a reason and advice, and the rest is read`(
    line: String, id: String, fixIt: String?
  ) throws {
    let file = try withFile("\(Self.good)\n\n\(line)\n\(Self.good)\n") { try ReviewFile(path: $0) }
    #expect(file.reviews.count == 2)
    let problem = try #require(file.problems.first)
    #expect(file.problems.count == 1)
    #expect(problem.line == 3)
    #expect(problem.id == id)
    #expect(problem.severity == .error)
    if let fixIt { #expect(problem.fixIt == fixIt) }
  }

  @Test func `a last line that a crash cut off is a warning`() throws {
    let file = try withFile(Self.good + "\n" + Self.good.prefix(40)) { try ReviewFile(path: $0) }
    #expect(file.reviews.count == 1)
    #expect(file.problems.map(\.id) == ["review.cut-off"])
    #expect(file.problems.map(\.severity) == [.warning])
  }

  @Test func `the last of a reviewer's decisions stands`() throws {
    let book = ReviewBook([try Self.review("met", line: 1), try Self.review("missed", line: 2)])
    #expect(book.decision(VerdictKey(ticket: "T-1", event: 1, standard: "greet"))?.line == 2)
    #expect(book.decision(VerdictKey(ticket: "T-1", event: nil, standard: "greet")) == nil)
  }

  @Test func `what is withdrawn leaves the one before it`() throws {
    let key = VerdictKey(ticket: "T-1", event: 1, standard: "greet")
    let reviews = [
      try Self.review("met", line: 1), try Self.review("missed", line: 2),
      try Self.review("withdrawn", line: 3),
    ]
    #expect(ReviewBook(reviews).decision(key)?.line == 1)
    #expect(ReviewBook(reviews + [try Self.review("withdrawn", line: 4)]).decision(key) == nil)
    #expect(ReviewBook([try Self.review("withdrawn")]).count == 0)
    let others = [try Self.review("met", "jan"), try Self.review("withdrawn", "kasia", line: 2)]
    #expect(ReviewBook(others).decision(key)?.reviewer == "jan")
  }

  @Test func `of several reviewers the latest stands, and an appeal against all`() throws {
    let key = VerdictKey(ticket: "T-1", event: 1, standard: "greet")
    let early = try Self.review("met", "jan", at: 9, line: 3)
    let late = try Self.review("missed", "kasia", at: 10, line: 1)
    let appeal = try Self.review("not-applicable", "ola", at: 8, appeal: true, line: 2)
    #expect(ReviewBook([late, early]).decision(key)?.reviewer == "kasia")
    #expect(ReviewBook([appeal, late, early]).decision(key)?.reviewer == "ola")
    let first = try Self.review("not-applicable", "abe", at: 8, appeal: true, line: 2)
    #expect(ReviewBook([first, late, early]).decision(key)?.reviewer == "abe")
    // At the same second the later line stands.
    let same = try Self.review("met", "abe", at: 10, line: 4)
    #expect(ReviewBook([late, same]).decision(key)?.reviewer == "abe")
    let before = try Self.review("met", "zoe", at: 10, line: 0)
    #expect(ReviewBook([late, before]).decision(key)?.reviewer == "kasia")
    #expect(
      ReviewBook([appeal, late, early]).decisions(key).map(\.reviewer) == ["jan", "kasia", "ola"])
  }

  @Test func `decisions are added behind those that are there`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    for _ in 0..<2 {
      let log = try ReviewLog(path: path)
      try log.append(try Self.review("met"))
      try log.append(try Self.review("withdrawn"))
    }
    let file = try ReviewFile(path: path)
    #expect(file.problems.isEmpty)
    #expect(file.reviews.map(\.line) == [1, 2, 3, 4])
  }

  @Test(arguments: [
    (#"{"ticket":"T-1","ratings":{"solved":0}"#, true), (#"{"ticket":"T-1","reason":"}"#, true),
    (#"{"ticket":"T-1","reason":"\"}"#, true), (#"{"ticket":"T-1","reason":"\"#, true),
    (good + "xyz", false), (good + " {\"tick", false), ("xyz", false), ("[1", false),
  ])
  func `only the beginning of an object is what a crash leaves`(end: String, isCutOff: Bool) throws
  {
    try withFile(Self.good + "\n" + end) { path in
      let before = try ReviewFile(path: path)
      #expect(before.reviews.count == 1)
      #expect(before.problems.map(\.id) == [isCutOff ? "review.cut-off" : "review.not-json"])
      try ReviewLog(path: path).append(try Self.review("missed"))
      let after = try ReviewFile(path: path)
      #expect(after.reviews.map(\.decision) == [.verdict(.met), .verdict(.missed)])
      #expect(after.problems.count == (isCutOff ? 0 : 1))
      if !isCutOff {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains(end + "\n"), "nobody's words are deleted")
      }
    }
  }

  @Test func `half a letter is half a line`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let half = Array((Self.good + "\n" + #"{"ticket":"Ż"#).utf8).dropLast()
    try Data(half).write(to: URL(filePath: path))
    try ReviewLog(path: path).append(try Self.review("missed"))
    let file = try ReviewFile(path: path)
    #expect(file.problems.isEmpty && file.reviews.count == 2)
  }

  @Test func `half a line gives way to the next decision, a whole one without an end stays`() throws
  {
    let half = try withFile(Self.good + "\n" + Self.good.prefix(30)) { path in
      try ReviewLog(path: path).append(try Self.review("missed"))
      return try ReviewFile(path: path)
    }
    #expect(half.problems.isEmpty)
    #expect(half.reviews.map(\.decision) == [.verdict(.met), .verdict(.missed)])
    let whole = try withFile(Self.good) { path in
      try ReviewLog(path: path).append(try Self.review("missed"))
      return try ReviewFile(path: path)
    }
    #expect(whole.problems.isEmpty)
    #expect(whole.reviews.map(\.decision) == [.verdict(.met), .verdict(.missed)])
    let only = try withFile("{\"ti") { path in
      try ReviewLog(path: path).append(try Self.review("missed"))
      return try ReviewFile(path: path)
    }
    #expect(only.reviews.count == 1)
  }

  @Test func `where nothing can be written the reason is said`() {
    #expect(throws: ReviewLog.CannotWrite.self) { _ = try ReviewLog(path: "/no/such/folder/x") }
  }
}
