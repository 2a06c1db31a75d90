import Foundation
import Testing

/// `kwadrans audit review` as a person uses it.
@Suite(.serialized)
struct AuditReviewTests {
  private static func withReviews(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private static func arguments(_ reviews: String) -> [String] {
    [
      "audit", "review", "samples/tickets.jsonl", "--standards", "standards", "--reviews", reviews,
      "--reviewer", "kasia",
    ]
  }

  private static func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      for word in ["withdrawn", "not-applicable", "missed", "met"]
      where line.contains("\"verdict\":\"\(word)\"") {
        return word
      }
      return "?"
    }
  }

  @Test func `decide, skip, undo, quit and resume in a terminal`() throws {
    try Self.withReviews { path in
      let first = try PseudoTerminal(Self.arguments(path))
      try first.expect("\n1 of ")
      try first.expect(" > ")
      first.type("m I read it")
      try first.expect("\n2 of ")
      #expect(try Self.lines(path) == ["met"], "it is on disk before the next case is shown")
      first.type("x")
      try first.expect("reason")
      first.type("")
      try first.expect("\n3 of ")
      first.type("s")
      try first.expect("\n4 of ")
      first.type("u")
      try first.expect("taken back")
      try first.expect("\n2 of ")
      #expect(try Self.lines(path) == ["met", "missed", "withdrawn"])
      first.type("n no promise at all")
      try first.expect("\n4 of ")
      first.type("q")
      #expect(first.end() == 0)
      #expect(first.shown.contains("decided 2, skipped 1"))

      let second = try PseudoTerminal(Self.arguments(path))
      try second.expect("\n3 of ")
      second.type("m!")
      try second.expect("reason")
      second.type("the agent appealed")
      try second.expect("\n4 of ")
      second.type("q")
      #expect(second.end() == 0)
      #expect(!second.shown.contains("\n1 of "))
      #expect(
        try Self.lines(path) == ["met", "missed", "withdrawn", "not-applicable", "met"])
    }
  }

  @Test func `a kill in the middle loses at most the case on screen`() throws {
    try Self.withReviews { path in
      let first = try PseudoTerminal(Self.arguments(path))
      try first.expect("\n1 of ")
      first.type("m one")
      try first.expect("\n2 of ")
      first.type("m two")
      try first.expect("\n3 of ")
      first.type("x")
      try first.expect("reason")
      #expect(first.end(by: SIGKILL) == SIGKILL)
      #expect(try Self.lines(path) == ["met", "met"])
      // The crash of a machine may leave half a line: nobody's decision.
      let half = try #require(FileHandle(forWritingAtPath: path))
      try half.seekToEnd()
      try half.write(contentsOf: Data("{\"ticket\":\"ML-26".utf8))
      try half.close()

      let second = try PseudoTerminal(Self.arguments(path))
      try second.expect("was cut off")
      try second.expect("\n3 of ")
      second.type("x three")
      try second.expect("\n4 of ")
      #expect(second.end(by: SIGKILL) == SIGKILL)
      #expect(try Self.lines(path) == ["met", "met", "missed"])
    }
  }

  @Test func `Ctrl-C ends it cleanly`() throws {
    try Self.withReviews { path in
      let terminal = try PseudoTerminal(Self.arguments(path))
      try terminal.expect("\n1 of ")
      terminal.type("m one")
      try terminal.expect("\n2 of ")
      try terminal.expect(" > ")
      #expect(terminal.end(by: SIGINT) == 130)
      #expect(terminal.shown.contains("decided 1, skipped 0"))
      #expect(try Self.lines(path) == ["met"])
    }
  }

  @Test func `answers may come from a pipe`() throws {
    try Self.withReviews { path in
      let run = try Tool.run(Self.arguments(path), input: "m a\ns\nx\nb\n")
      #expect(run.status == 0)
      #expect(run.errors.contains("decided 2, skipped 1"))
      #expect(try Self.lines(path) == ["met", "missed"])
    }
  }

  @Test func `an appeal is entered by the ticket that it is about`() throws {
    try Self.withReviews { path in
      _ = try Tool.run(
        Self.arguments(path) + ["--show", "missed", "--standard", "greet"], input: "x a\nx b\n")
      let run = try Tool.run(
        Self.arguments(path) + ["--ticket", "ML-2609", "--standard", "greet", "--reviewer", "ola"],
        input: "m! an old friend\n")
      #expect(run.output.contains("1 of 1 · ML-2609"))
      #expect(run.output.contains("kasia decided: missed"))
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(
        lines.last?.contains(
          #""ticket":"ML-2609","event":1,"standard":"greet","verdict":"met","reviewer":"ola""#)
          == true)
      #expect(lines.last?.contains("\"appeal\":true") == true)
      let unknown = try Tool.run(Self.arguments(path) + ["--ticket", "ML-1"], input: "m a\n")
      #expect(unknown.status == 65)
      #expect(unknown.errors.contains("there is no ticket 'ML-1'"))
      let again = try Tool.run(
        Self.arguments(path) + ["--again", "--show", "missed", "--standard", "greet"],
        input: "s\ns\n")
      #expect(again.errors.contains("decided 0, skipped 2"))
      let over = try Tool.run([
        "audit", "review", path, "--reviews", path, "--standards", "standards",
      ])
      #expect(over.status == 64)
    }
  }

  @Test func `later reports obey what was decided`() throws {
    try Self.withReviews { path in
      let audit = ["audit", "samples/tickets.jsonl", "--standards", "standards", "--summary"]
      let before = try Tool.run(audit)
      _ = try Tool.run(
        Self.arguments(path) + ["--show", "missed", "--standard", "greet"], input: "m\n\nm\n\n")
      let after = try Tool.run(audit + ["--reviews", path])
      #expect(before.output.contains("greet                   95.5%             42       2"))
      #expect(after.output.contains("greet                  100.0%             44       0"))
      #expect(
        after.output.contains("2 decided by people, 2 of them otherwise than the auditor"))
    }
  }

  @Test func `tickets cannot stand where the answers come from`() throws {
    let run = try Tool.run(["audit", "review", "-", "--reviews", "/dev/null"])
    #expect(run.status == 64)
    #expect(run.errors.contains("standard input is for the answers"))
  }

  @Test func `a file that cannot be written ends it before the first case`() throws {
    let run = try Tool.run(Self.arguments("/no/such/folder/reviews.jsonl"), input: "m a\n")
    #expect(run.status == 73)
  }
}
