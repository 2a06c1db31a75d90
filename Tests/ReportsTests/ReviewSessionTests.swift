import Conformance
import Diagnostics
import Foundation
import Quality
import Reports
import ServiceTime
import Standards
import Testing
import Tickets

/// Sessions without a terminal: what is typed, what is kept, what is shown.
struct ReviewSessionTests {
  private static let desk = """
    catalogue: {name: Desk, languages: [en]}
    channels: {email: {kind: deferred}}
    phrases: {hellos: {en: [hello]}}
    standards:
      - {id: greet, title: Greet, why: It is polite., applies-to: {channel: email},
         greeting: {phrases: hellos}, examples: {pass: ["==Hello==, Tom."], fail: ["Reboot it."]}}
      - {id: heard, title: Listen, checklist: {questions: [{id: listened, ask: Did they listen?, critical: true}]}}
    """

  private static func cases(
    _ count: Int, asking text: String = "Help\u{1B}[31m me == now"
  ) throws -> [ReviewCase] {
    let result = CatalogueReader.read(
      [SourceText(path: "desk.yaml", desk)], after: Diagnostics())
    try #require(!result.diagnostics.hasErrors)
    let auditor = try Auditor(result.catalogue, Lexicon.builtIn().lexicon)
    let standards = Dictionary(
      result.catalogue.standards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let at = OffsetInstant(instant: Instant(seconds: 1_790_000_000), utcOffset: 0)
    return (1...count).flatMap { number in
      let ticket = Ticket(
        id: "T-\(number)", channel: "email",
        events: [
          TicketEvent(
            at: at, kind: .message(Message(from: .customer, text: text))),
          TicketEvent(
            at: at, kind: .message(Message(from: .agent, agent: "ann", text: "Reboot it, please."))),
        ])
      return ReviewCase.cases(
        of: auditor.audit(ticket), [.missed, .undecided], standards: standards)
    }
  }

  private struct Outcome {
    var kept: [Review] = []
    var shown = ""
    var result = ReviewSession.Result()
  }

  private static func run(
    _ lines: [String], tickets: Int = 2, after reviews: [Review] = [], interrupting: Bool = false,
    by reviewer: String = "kasia", again: Bool = false, redacting: Bool = false
  ) throws -> Outcome {
    var outcome = Outcome()
    let session = ReviewSession(
      try cases(tickets), after: reviews, reviewer: reviewer, zone: .utc, isColoured: false,
      showsDecided: again, pseudonym: redacting ? { _ in "somebody" } : nil)
    var rest = lines[...]
    outcome.result = try session.run(
      read: {
        if rest.isEmpty, interrupting { throw ReviewSession.Interrupted() }
        return rest.popFirst()
      },
      write: { outcome.shown += $0 },
      now: { OffsetInstant(instant: Instant(seconds: 1_800_000_000), utcOffset: 0) },
      keep: { review in
        outcome.kept.append(
          Review(
            key: review.key, decision: review.decision, reviewer: review.reviewer,
            time: review.time, reason: review.reason, isAppeal: review.isAppeal,
            ratings: review.ratings, line: reviews.count + outcome.kept.count + 1))
      })
    return outcome
  }

  private static func words(_ outcome: Outcome) -> [String] {
    outcome.kept.map {
      "\($0.key.ticket) \($0.key.standard) \($0.decision.word)\($0.isAppeal ? "!" : "")"
        + ($0.reason.map { " \($0)" } ?? "")
    }
  }

  @Test func `each answer is kept with its reason`() throws {
    let outcome = try Self.run(["m because", "x!", "he appealed", "n", "", "M  two  words "])
    #expect(
      Self.words(outcome) == [
        "T-1 heard met because", "T-1 greet missed! he appealed", "T-2 heard not-applicable",
        "T-2 greet met two  words",
      ])
    #expect(outcome.result == ReviewSession.Result(decided: 4, skipped: 0, left: 0))
    #expect(outcome.kept.allSatisfy { $0.reviewer == "kasia" })
  }

  @Test func `a case shows conversation, standard, questions and the auditor's words`() throws {
    let outcome = try Self.run(["q"])
    #expect(outcome.shown.contains("1 of 4 · T-1 · email"))
    #expect(outcome.shown.contains("heard: Listen"))
    #expect(outcome.shown.contains("1. Did they listen? (yes-no, critical)"))
    #expect(outcome.shown.contains("agent ann, 2026-09-21 14:13"))
    #expect(!outcome.shown.contains("\u{1B}"))
  }

  @Test func `the words that a verdict rests on are marked`() throws {
    let outcome = try Self.run(["s", "w", "t", "q"])
    #expect(outcome.shown.contains("> ==Reboot it, please.=="))
    #expect(outcome.shown.contains("why: It is polite."))
    #expect(outcome.shown.contains("missed, for example: Reboot it."))
  }

  @Test func `undo takes the last decision back by a line of its own, and asks again`() throws {
    let outcome = try Self.run(["m a", "m b", "u", "u", "u", "x c", "q"])
    #expect(
      Self.words(outcome) == [
        "T-1 heard met a", "T-1 greet met b", "T-1 greet withdrawn", "T-1 heard withdrawn",
        "T-1 heard missed c",
      ])
    #expect(outcome.shown.contains("there is nothing to take back"))
    #expect(outcome.result == ReviewSession.Result(decided: 1, skipped: 0, left: 3))
  }

  @Test func `what is decided is not asked again, and can be taken back`() throws {
    let first = try Self.run(["m a", "x b", "q"])
    let second = try Self.run(["u", "n c", "m d", "m e"], after: first.kept)
    #expect(second.shown.contains("3 of 4 · T-2"))
    #expect(
      Self.words(second) == [
        "T-1 greet withdrawn", "T-1 greet not-applicable c", "T-2 heard met d", "T-2 greet met e",
      ])
    let third = try Self.run([], after: first.kept + second.kept)
    #expect(third.shown == "")
  }

  @Test func `decisions of others are passed over, and not taken back`() throws {
    let others = try Self.run(["m a"]).kept.map {
      Review(
        key: $0.key, decision: $0.decision, reviewer: "jan", time: $0.time, reason: $0.reason)
    }
    let outcome = try Self.run(["u", "m b", "q"], after: others)
    #expect(Self.words(outcome) == ["T-1 greet met b"])
  }

  @Test func `an appeal against a person's decision is entered where decided cases are shown`()
    throws
  {
    let first = try Self.run(["m a", "x\u{1B}[31m because\tso", "q"])
    let appeal = try Self.run(
      ["s", "m! the agent is right", "q"], after: first.kept, by: "ola", again: true)
    #expect(Self.words(appeal) == ["T-1 greet met! the agent is right"])
    #expect(appeal.shown.contains("kasia decided: met, a"))
    #expect(appeal.shown.contains("3 of 4 · T-2"), "each is shown once")
    let book = ReviewBook(first.kept + appeal.kept)
    #expect(book.decision(try #require(appeal.kept.first).key)?.reviewer == "ola")
    let undone = try Self.run(["m! b", "u", "s", "q"], after: first.kept, again: true)
    #expect(Self.words(undone) == ["T-1 heard met! b", "T-1 heard withdrawn"])
    let masked = try Self.run(["q"], after: first.kept, by: "ola", again: true, redacting: true)
    #expect(masked.shown.contains("somebody decided: met\n"))
  }

  @Test func `a doubt is asked of the next reviewer, and not again of the same`() throws {
    let first = try Self.run(["d not sure", "m b", "q"])
    #expect(Self.words(first) == ["T-1 heard undecided not sure", "T-1 greet met b"])
    #expect(first.result.left == 3)
    let same = try Self.run(["q"], after: first.kept)
    #expect(same.shown.contains("3 of 4 · T-2"))
    let other = try Self.run(["x c", "q"], after: first.kept, by: "ola")
    #expect(Self.words(other) == ["T-1 heard missed c"])
    #expect(other.shown.contains("kasia decided: undecided, not sure"))
    let third = try Self.run(["q"], after: first.kept + other.kept, by: "jan")
    #expect(third.shown.contains("3 of 4 · T-2"))
  }

  @Test func `skipped cases are left for the next time`() throws {
    let outcome = try Self.run(["s", "s", "s", "s"])
    #expect(outcome.kept.isEmpty)
    #expect(outcome.result == ReviewSession.Result(decided: 0, skipped: 4, left: 4))
  }

  @Test func `Ctrl-C loses the case on screen and nothing else`() throws {
    let outcome = try Self.run(["m a", "x"], interrupting: true)
    #expect(Self.words(outcome) == ["T-1 heard met a"])
    #expect(outcome.result.isInterrupted)
  }

  @Test(arguments: ["", " ", "maybe", "y", "m!x", "mm", "0", "\u{1B}[A", "🙂"])
  func `what is no answer is asked again`(line: String) throws {
    let outcome = try Self.run([line, "m a", "q"])
    #expect(Self.words(outcome) == ["T-1 heard met a"])
    #expect(outcome.shown.contains("one of m, x, n, r, d, s, u, w, t, q"))
  }

  @Test func `a checklist is answered question by question`() throws {
    let outcome = try Self.run(["r", "r maybe", "r yes", "read twice", "q"])
    #expect(Self.words(outcome) == ["T-1 heard met read twice"])
    #expect(outcome.shown.contains("1 answer is asked for, not 0"))
    #expect(outcome.shown.contains("'maybe' is no answer to 'listened'; write yes or no, or -"))
    #expect(try Self.words(Self.run(["r no", "", "q"])) == ["T-1 heard missed"])
    #expect(try Self.words(Self.run(["r -", "", "q"])) == ["T-1 heard not-applicable"])
    #expect(outcome.kept.map(\.isAppeal) == [false])
    #expect(outcome.kept.map(\.ratings) == [[QuestionRating(question: "listened", value: 1)]])
    #expect(try Self.run(["r! no", "", "q"]).kept.map(\.isAppeal) == [true])
  }

  @Test func `questions about a whole ticket are asked beside all that was said`() throws {
    let long = String(repeating: "and then it broke ", count: 20) + "at last."
    func shown(_ lines: [String]) throws -> String {
      var (rest, text) = (lines[...], "")
      let session = ReviewSession(
        try Self.cases(1, asking: long), after: [], reviewer: "kasia", zone: .utc,
        isColoured: false)
      _ = try session.run(
        read: { rest.popFirst() }, write: { text += $0 },
        now: { OffsetInstant(instant: Instant(seconds: 0), utcOffset: 0) }, keep: { _ in })
      return text
    }
    #expect(try shown(["q"]).contains("at last."))
    // What is judged next is the reply, beside the begin of what was asked.
    let both = try shown(["m a", "q"])
    #expect(both.components(separatedBy: "at last.").count == 2)
    #expect(both.contains("…"))
  }

  @Test func `a decision that cannot be kept ends the session`() throws {
    let session = ReviewSession(
      try Self.cases(1), after: [], reviewer: "kasia", zone: .utc, isColoured: true)
    #expect(throws: ReviewLog.CannotWrite.self) {
      _ = try session.run(
        read: { "m a" }, write: { _ in },
        now: { OffsetInstant(instant: Instant(seconds: 0), utcOffset: 0) },
        keep: { _ in _ = try ReviewLog(path: "/no/such/folder/x") })
    }
  }
}
