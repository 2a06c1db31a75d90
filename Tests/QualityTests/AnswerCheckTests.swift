import Conformance
import Quality
import SourceYAML
import Standards
import Testing
import Tickets

import class Diagnostics.SourceText

/// Answers to checklists, held against the questions of a catalogue.
struct AnswerCheckTests {
  private static let catalogue = CatalogueReader.read([
    SourceText(
      path: "desk.yaml",
      """
      catalogue: {name: Desk, languages: [en]}
      channels: {email: {kind: deferred}}
      phrases: {hellos: {en: [hello]}}
      standards:
        - {id: greet, title: Greet, greeting: {phrases: hellos}}
        - id: heard
          title: Listen
          checklist:
            questions:
              - {id: listened, ask: Did they listen?, scale: 1-5}
              - {id: clear, ask: Was it clear?, scale: 1-3}
              - {id: solved, ask: Was it solved?}
      """)
  ]).catalogue

  private static func line(
    _ ratings: String, _ verdict: String = "met", standard: String = "heard"
  ) -> String {
    #"{"ticket":"T-1","event":null,"standard":"\#(standard)","verdict":"\#(verdict)","#
      + #""reviewer":"kasia","time":"2026-11-22T10:30:00Z","ratings":{\#(ratings)}}"#
  }

  private static func read(_ lines: [String]) throws -> ReviewFile {
    try withFile(lines.joined(separator: "\n") + "\n") {
      try ReviewFile(path: $0, catalogue: catalogue)
    }
  }

  @Test(
    arguments: [
      (
        line(#""listned":4"#), "'heard' asks no question 'listned'", "did you mean 'listened'?"
      ),
      (
        line(#""listened":6"#), "'listened' cannot be 6",
        "write a whole number from 1 to 5, or null where it does not apply"
      ),
      (
        line(#""listened":0"#, "missed"), "'listened' cannot be 0",
        "write a whole number from 1 to 5, or null where it does not apply"
      ),
      (
        line(#""clear":4"#), "'clear' cannot be 4",
        "write a whole number from 1 to 3, or null where it does not apply"
      ),
      (
        line(#""solved":2"#), "'solved' cannot be 2",
        "write 1 for yes, 0 for no, or null where it does not apply"
      ),
      (
        line(#""listened":4,"solved":0"#),
        "'verdict' is met, but 0 for 'solved' lies below half its scale",
        "write missed, or mend the answers"
      ),
      (
        line(#""listened":4,"solved":1"#, "missed"),
        "'verdict' is missed, but no answer lies below half its scale",
        "write met, or mend the answers"
      ),
      (
        line(#""listened":null,"solved":null"#),
        "'verdict' is met, but none of its questions applies",
        "write not-applicable, or mend the answers"
      ),
      (
        line(#""listened":2"#, "undecided"), "'verdict' is undecided, and 'ratings' decide it",
        "write missed, or delete 'ratings'"
      ),
      (
        line(#""listened":4"#, "withdrawn"),
        "'withdrawn' takes a decision back, and 'ratings' give one", "delete 'ratings'"
      ),
      (
        line(#""listened":4"#, standard: "greet"), "'greet' is no checklist: it asks no questions",
        "delete 'ratings', or name the checklist that they answer"
      ),
    ])
  func `an answer that none is has a line, a reason and advice`(
    line: String, message: String, fixIt: String
  ) throws {
    let file = try Self.read([Self.line(#""listened":3,"clear":2,"solved":1"#), line])
    #expect(file.reviews.map(\.line) == [1])
    let problem = try #require(file.problems.first)
    #expect(file.problems.count == 1)
    #expect(problem.line == 2 && problem.id == "review.ratings" && problem.severity == .error)
    #expect(problem.message == message)
    #expect(problem.fixIt == fixIt)
  }

  @Test func `a question that is no longer asked is said once, and its answers are left out`()
    throws
  {
    let old = #""listened":4,"friendliness":1"#
    let file = try Self.read([Self.line(old), Self.line(old), Self.line(old, "missed")])
    #expect(file.reviews.map(\.line) == [1, 2, 3])
    #expect(file.problems.map(\.line) == [1])
    let problem = try #require(file.problems.first)
    #expect(problem.severity == .warning)
    #expect(
      problem.message == "'heard' asks no question 'friendliness': answers to it are left out")
    #expect(problem.fixIt == "it asks listened, clear, solved")
    #expect(file.reviews[0].ratings == [QuestionRating(question: "listened", value: 4)])
    // What is left does not make it a miss: the verdict stands for the whole.
    #expect(file.reviews[2].ratings.isEmpty && file.reviews[2].decision == .verdict(.missed))
  }

  @Test func `what no catalogue allows is seen without one, and of a standard that is gone`() throws
  {
    let lines = [
      Self.line(#""x":6"#), Self.line(#""x":-1"#), Self.line(#""x":1"#, "undecided"),
      Self.line(#""x":1"#, "withdrawn"), Self.line(#""x":5,"y":0"#),
    ]
    let gone = try Self.read(lines.map { $0.replacing("heard", with: "retired") })
    let without = try withFile(lines.joined(separator: "\n")) { try ReviewFile(path: $0) }
    for file in [gone, without] {
      #expect(file.problems.map(\.line) == [1, 2, 3, 4])
      #expect(
        file.problems.first?.fixIt
          == "write a whole number from 0 to 5, or null where it does not apply")
      #expect(file.reviews.map(\.ratings.count) == [2])
    }
  }

  /// The desk as it was: another scale, another question, and one checklist that is none any more.
  private static let earlier = CatalogueReader.read([
    SourceText(
      path: "desk.yaml",
      """
      catalogue: {name: Desk, languages: [en]}
      channels: {email: {kind: deferred}}
      standards:
        - id: heard
          title: Listen
          checklist:
            questions:
              - {id: listened, ask: Did they listen?, scale: 1-3}
              - {id: thanked, ask: Were they thanked?}
        - id: greet
          title: Greet
          checklist: {questions: [{id: warmly, ask: Was it warm?}]}
        - id: gone
          title: Gone
          checklist: {questions: [{id: asked, ask: Was it asked?}]}
      """)
  ]).catalogue

  /// 2 of 1-3 is met, of 1-5 it is missed: each catalogue is right by itself.
  @Test(arguments: [
    (#""listened":2"#, "met", "heard", true), (#""listened":2"#, "missed", "heard", true),
    (#""listened":3,"thanked":1"#, "met", "heard", true),
    (#""listened":3,"thanked":0"#, "missed", "heard", true),
    (#""listened":5"#, "met", "heard", true), (#""listened":4"#, "missed", "heard", false),
    (#""listned":4"#, "met", "heard", false), (#""warmly":1"#, "met", "greet", true),
    (#""warmly":2"#, "met", "greet", false), (#""asked":1"#, "met", "gone", true),
    (#""asked":3"#, "met", "gone", false),
  ])
  func `an answer may be to the questions of either catalogue`(
    ratings: String, verdict: String, standard: String, isRight: Bool
  ) throws {
    let file = try withFile(Self.line(ratings, verdict, standard: standard) + "\n") {
      try ReviewFile(path: $0, catalogue: Self.catalogue, orUnder: Self.earlier)
    }
    #expect(file.problems.isEmpty == isRight)
    #expect(file.reviews.count == (isRight ? 1 : 0))
    #expect(file.reviews.allSatisfy { !$0.ratings.isEmpty })
  }
}
