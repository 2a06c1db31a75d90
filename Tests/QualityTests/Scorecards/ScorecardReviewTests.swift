import Conformance
import ServiceTime
import SourceYAML
import Standards
import Testing
import Tickets

import struct Diagnostics.Diagnostics
import class Diagnostics.SourceText

@testable import Quality

struct ScorecardReviewTests {
  private static let catalogue = CatalogueReader.read([
    SourceText(
      path: "desk.yaml",
      """
      catalogue: {name: Desk, languages: [en]}
      channels: {email: {kind: deferred}}
      phrases: {hellos: {en: [hello]}}
      standards:
        - {id: greet, title: Greet, weight: 3, greeting: {phrases: hellos}}
        - {id: calm, title: Calm, severity: critical, calm: {shouting-at-most: 1}}
        - {id: quick, title: Quick, owner: team, first-response: {within: 15 min, share: 95%, hours: always}}
        - id: heard
          title: Listen
          checklist:
            questions:
              - {id: listened, ask: Did they listen?, scale: 1-5, weight: 2}
              - {id: solved, ask: Was it solved?}
        - id: safe
          title: Keep secrets
          severity: critical
          checklist:
            questions: [{id: kept, ask: Was the password kept?, weight: 2}, {id: asked, ask: Not asked for?}]
        - id: mixed
          title: Help
          severity: critical
          checklist:
            questions: [{id: helped, ask: Helped?}, {id: smooth, ask: Smoothly?, critical: false}]
        - id: care
          title: Take care
          checklist:
            questions: [{id: data, ask: Was the data safe?, scale: 1-5, critical: true}, {id: tone, ask: Was it kind?}]
      """)
  ]).catalogue

  private static func ticket(_ answers: [(agent: String, text: String)]) -> Ticket {
    func event(_ minute: Int, _ message: Message) -> TicketEvent {
      TicketEvent(
        at: OffsetInstant(instant: Instant(seconds: 1_790_000_000 + 60 * minute), utcOffset: 0),
        kind: .message(message))
    }
    var events = [event(0, Message(from: .customer, text: "It is down. Why?"))]
    for (index, answer) in answers.enumerated() {
      events.append(
        event(20 * (index + 1), Message(from: .agent, agent: answer.agent, text: answer.text)))
      events.append(event(20 * (index + 1) + 5, Message(from: .customer, text: "And now what?")))
    }
    return Ticket(id: "T-1", channel: "email", events: events)
  }

  private func review(
    _ answers: [(agent: String, text: String)], ratings: [QuestionRating] = []
  ) throws -> ScorecardReview {
    try review(
      answers, ratings.isEmpty ? [] : [try Self.decision("heard", "met", ratings: ratings)])
  }

  private static func decision(
    _ standard: String, _ verdict: String, ratings: [QuestionRating] = []
  ) throws -> Review {
    Review(
      key: VerdictKey(ticket: "T-1", event: nil, standard: standard),
      decision: .verdict(try #require(Verdict.Outcome(rawValue: verdict))), reviewer: "kasia",
      time: OffsetInstant(instant: Instant(seconds: 1_790_000_000), utcOffset: 0),
      reason: "read twice", ratings: ratings)
  }

  /// The review of a ticket of which people decided or waived something.
  private func review(
    _ answers: [(agent: String, text: String)], _ decisions: [Review],
    waiving standard: String? = nil
  ) throws -> ScorecardReview {
    var audit = try Auditor(Self.catalogue, Lexicon.builtIn().lexicon).audit(Self.ticket(answers))
    var diagnostics = Diagnostics()
    let waivers = standard.map { id in
      WaiverReader.read(
        SourceText(
          path: "w.yaml",
          "waivers:\n  - {ticket: T-1, standard: \(id), who: Ola, why: asked for no formalities}\n"),
        catalogue: Self.catalogue, into: &diagnostics)
    }
    try #require(diagnostics.isEmpty)
    let exceptions = Exceptions(
      reviews: ReviewBook(decisions), waivers: waivers ?? [],
      day: try #require(CivilDate(year: 2026, month: 11, day: 2)))
    exceptions.apply(to: &audit)
    return try #require(ScorecardReview(audit, of: Self.catalogue, exceptions.reviews))
  }

  private let polite = "Hello, the server is up again since nine, and it stays so."
  private let plain = "The server is up again since nine, and it stays so for good."
  private let loud = "Hello, READ THE MANUAL BEFORE YOU WRITE TO US AGAIN, it is all in there."

  @Test func `what the team owns is no category, and what nobody rated neither`() throws {
    let review = try review([("ann", polite)])
    #expect(review.ratings.map(\.category) == ["greet", "calm"])
    #expect(review.agent == "ann")
    #expect(!review.isRated)
    #expect(Scorecard().score(review.ratings).points == 100)
  }

  @Test func `a standard's value is the share of replies that kept it`() throws {
    let review = try review([("ann", polite), ("bob", plain)])
    let greet = try #require(review.ratings.first { $0.category == "greet" })
    #expect(greet.value == 0.5)
    #expect(greet.weight == 3)
    #expect(review.agent == nil)
  }

  @Test func `one miss of a critical standard fails the review`() throws {
    let review = try review([("ann", polite), ("ann", loud)])
    let calm = try #require(review.ratings.first { $0.category == "calm" })
    #expect(calm.value == 0)
    #expect(Scorecard().score(review.ratings) == Scorecard.Score(points: 0, failedBy: ["calm"]))
  }

  @Test func `a person's answers are categories with their scales and weights`() throws {
    let review = try review(
      [("ann", polite)],
      ratings: [
        QuestionRating(question: "listened", value: 2),
        QuestionRating(question: "solved", value: nil),
      ])
    #expect(review.isRated)
    let listened = try #require(review.ratings.first { $0.category == "heard/listened" })
    #expect(listened.share == 0.25)
    #expect(listened.weight == 2)
    #expect(listened.reason == "read twice")
    let solved = try #require(review.ratings.first { $0.category == "heard/solved" })
    #expect(solved.value == nil)
  }

  /// A question says itself whether it is critical; one that says nothing is as its standard.
  @Test(arguments: [
    ("care", "data", 2, ["care/data"]), ("care", "data", 3, []), ("care", "tone", 0, []),
    ("mixed", "helped", 0, ["mixed/helped"]), ("mixed", "smooth", 0, []),
  ])
  func `a critical question fails the review below half its scale, and no other one does`(
    standard: String, question: String, value: Int, failedBy: [String]
  ) throws {
    let rating = QuestionRating(question: question, value: value)
    let verdict = question == "data" && value == 3 ? "met" : "missed"
    let review = try review(
      [("ann", polite)], [try Self.decision(standard, verdict, ratings: [rating])])
    let score = Scorecard().score(review.ratings)
    #expect(score.failedBy == failedBy)
    #expect((score.points == 0) == !failedBy.isEmpty)
  }

  @Test(arguments: [("missed", 0.0), ("met", 1.0), ("not-applicable", nil)] as [(String, Double?)])
  func `a mark on a whole checklist is one category with the weight of its questions`(
    verdict: String, value: Double?
  ) throws {
    let review = try review([("ann", polite)], [try Self.decision("safe", verdict)])
    #expect(review.isRated)
    let safe = try #require(review.ratings.first { $0.category == "safe" })
    #expect(safe.value == value && safe.weight == 3 && safe.isCritical)
    #expect(safe.reason == "read twice")
    let isFailed = verdict == "missed"
    #expect(
      Scorecard().score(review.ratings)
        == Scorecard.Score(points: isFailed ? 0 : 100, failedBy: isFailed ? ["safe"] : []))
  }

  @Test func `a doubt about a checklist leaves the review open`() throws {
    let review = try review([("ann", polite)], [try Self.decision("safe", "undecided")])
    #expect(review.open == ["safe"])
    #expect(!review.isRated)
  }

  @Test(arguments: Scorecard.NotApplicable.allCases)
  func `a waived miss counts neither for nor against, and says who waived it`(
    rule: Scorecard.NotApplicable
  ) throws {
    let review = try review([("ann", plain)], [], waiving: "greet")
    let greet = try #require(review.ratings.first { $0.category == "greet" })
    #expect(greet.value == nil && greet.isWaived)
    #expect(greet.reason == "waived by Ola: asked for no formalities")
    // Of greet (3) and calm (1) only calm is left.
    let loud = try self.review([("ann", loud.replacing("Hello, ", with: ""))], [], waiving: "greet")
    let card = Scorecard(notApplicable: rule, autoFail: .keep)
    #expect(card.score(loud.ratings).points == 0)
    #expect(card.score(review.ratings).points == 100)
  }

  @Test func `where one reply is waived the other decides, and the waiver is said`() throws {
    let review = try review([("ann", polite), ("ann", plain)], [], waiving: "greet")
    let greet = try #require(review.ratings.first { $0.category == "greet" })
    #expect(greet.value == 1 && !greet.isWaived)
    #expect(greet.reason == "waived by Ola: asked for no formalities")
  }

  @Test func `of a waived checklist the answers that are misses do not count`() throws {
    let answers = [
      QuestionRating(question: "kept", value: 0), QuestionRating(question: "asked", value: 1),
    ]
    let decision = try Self.decision("safe", "missed", ratings: answers)
    let counted = try review([("ann", polite)], [decision])
    #expect(Scorecard().score(counted.ratings).failedBy == ["safe/kept"])
    let review = try review([("ann", polite)], [decision], waiving: "safe")
    #expect(review.ratings.filter(\.isWaived).map(\.category) == ["safe/kept"])
    #expect(review.ratings.last?.value == 1 && review.ratings.last?.reason == "read twice")
    #expect(Scorecard().score(review.ratings) == Scorecard.Score(points: 100, failedBy: []))
    let whole = try self.review(
      [("ann", polite)], [try Self.decision("safe", "missed")], waiving: "safe")
    #expect(whole.ratings.last?.isWaived == true)
    #expect(Scorecard(notApplicable: .pass).score(whole.ratings).failedBy.isEmpty)
  }

  @Test func `an answer off its scale is said and left out`() throws {
    let review = try review(
      [("ann", polite)], ratings: [QuestionRating(question: "listened", value: 7)])
    #expect(review.faults == ["T-1: the rating of 'heard/listened' must be 1.0 to 5.0, not 7.0"])
    #expect(!review.ratings.contains { $0.category == "heard/listened" })
  }

  @Test func `the report counts reviews, categories and agents`() throws {
    var report = ScorecardReport(Self.catalogue, by: Scorecard())
    report.add(try review([("ann", polite)]))
    report.add(try review([("ann", polite), ("ann", loud)]))
    report.add(try review([("ann", polite), ("bob", plain)]))
    #expect(report.all.reviews == 3)
    #expect(report.all.failed == 1)
    // (100 + 0 + (3 · 0.5 + 1) / 4 · 100) / 3, the weight of calm being the default 1
    #expect(report.all.iqs.map { ($0 * 10).rounded() / 10 } == 54.2)
    #expect(report.agents.map(\.agent) == ["ann"])
    #expect(report.agents.first?.reviews == 2)
    let names = ["greet", "calm", "heard/listened", "heard/solved", "safe/kept", "safe/asked"]
    let rest = ["mixed/helped", "mixed/smooth", "care/data", "care/tone"]
    #expect(report.categories.map(\.name) == names + rest)
    // A checklist as a whole has a line where somebody marked it so.
    report.add(try review([("ann", polite)], [try Self.decision("safe", "missed")]))
    #expect(report.categories.map(\.name) == names.prefix(4) + ["safe"] + names.suffix(2) + rest)
    #expect(report.categories[4].mean == 0)
  }

  @Test func `answers are read by their scale`() throws {
    guard case .checklist(let list) = Self.catalogue.standards[3].requirement else {
      Issue.record("the last standard is a checklist")
      return
    }
    let ratings = try list.ratings(["4", "yes"])
    #expect(ratings.map(\.value) == [4, 1])
    #expect(list.outcome(of: ratings) == .met)
    #expect(list.outcome(of: try list.ratings(["2", "yes"])) == .missed)
    // The middle of a scale is not below its half.
    #expect(list.outcome(of: try list.ratings(["3", "yes"])) == .met)
    #expect(list.outcome(of: try list.ratings(["-", "-"])) == .notApplicable)
    #expect(throws: AnswerFault.self) { try list.ratings(["6", "yes"]) }
    #expect(throws: AnswerFault.self) { try list.ratings(["4", "maybe"]) }
    #expect(throws: AnswerFault.self) { try list.ratings(["4"]) }
  }

  @Test func `answers come back from the file`() throws {
    let text = """
      {"ticket":"T-1","event":null,"standard":"heard","verdict":"met","reviewer":"kasia","time":"2026-11-22T10:30:00Z","ratings":{"listened":4,"solved":null}}
      {"ticket":"T-1","event":null,"standard":"heard","verdict":"met","reviewer":"kasia","time":"2026-11-22T10:30:00Z","ratings":{"listened":"four"}}

      """
    try withFile(text) { path in
      let file = try ReviewFile(path: path)
      #expect(
        file.reviews.map(\.ratings) == [
          [
            QuestionRating(question: "listened", value: 4),
            QuestionRating(question: "solved", value: nil),
          ]
        ])
      #expect(file.problems.map(\.id) == ["review.ratings"])
    }
  }
}
