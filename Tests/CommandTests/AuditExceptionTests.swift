import Foundation
import Testing

/// Waivers, baselines, samples and masks, as they are typed.
struct AuditExceptionTests {
  private static let audit = ["audit", "samples/tickets.jsonl", "--standards", "standards"]

  private static func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func `a baseline of today leaves nothing to say`() throws {
    try Self.withFile("") { path in
      let first = try Tool.run(Self.audit + ["--write-baseline", path])
      #expect(first.status == 1)
      let second = try Tool.run(Self.audit + ["--baseline", path])
      #expect(second.status == 0)
      #expect(second.output.contains("0 missed, 0 of them critical"))
      #expect(second.output.contains("35 misses of the baseline not shown"))
      #expect(second.errors == "")
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 35)
      let more =
        lines + [
          #"{"ticket":"ML-2601","event":2,"standard":"greet","verdict":"missed"}"#
        ]
      try Data(more.dropFirst().joined(separator: "\n").utf8).write(to: URL(filePath: path))
      let third = try Tool.run(Self.audit + ["--baseline", path])
      #expect(third.status == 1)
      #expect(third.output.contains("1 missed"))
      #expect(third.errors.contains("1 of the baseline's 35 are gone; write it anew"))
    }
  }

  @Test func `a report in any JSON may be a baseline`() throws {
    for format in ["json", "jsonl"] {
      let report = try Tool.run(Self.audit + ["--format", format])
      try Self.withFile(report.output) { path in
        let run = try Tool.run(Self.audit + ["--baseline", path])
        #expect(run.status == 0)
      }
    }
  }

  @Test func `waivers let pass, and those that nobody needs are findings`() throws {
    let needed = """
      waivers:
        - {ticket: ML-2609, standard: greet, who: Ola, why: an old friend}
      """
    try Self.withFile(needed) { path in
      let run = try Tool.run(Self.audit + ["--waivers", path])
      #expect(run.status == 1)
      #expect(run.errors == "")
      #expect(run.output.contains("ML-2609, event 1: waived 'greet' (minor)"))
      #expect(run.output.contains("    waived by Ola: an old friend"))
      #expect(run.output.contains("1 miss waived"))
    }
    let vain = needed + "\n  - {ticket: ML-2601, standard: greet, who: Ola, why: none}\n"
    try Self.withFile("") { baseline in
      _ = try Tool.run(Self.audit + ["--write-baseline", baseline])
      try Self.withFile(vain) { path in
        let run = try Tool.run(Self.audit + ["--waivers", path, "--baseline", baseline])
        #expect(run.status == 1, "nothing counts but the waiver")
        #expect(
          run.errors.contains("nobody needs this waiver: ML-2601 does not miss 'greet'"))
      }
    }
    try Self.withFile("waivers:\n  - {ticket: ML-2609, standard: gret, who: O, why: w}\n") { path in
      let run = try Tool.run(Self.audit + ["--waivers", path])
      #expect(run.status == 65)
      #expect(run.errors.contains("did you mean 'greet'?"))
      #expect(run.output == "")
    }
    #expect(try Tool.run(Self.audit + ["--waivers", "no-such-file"]).status == 66)
  }

  @Test func `a waiver holds until the end of its day`() throws {
    let text = """
      waivers:
        - {ticket: ML-2609, standard: greet, who: Ola, why: w, until: 2026-12-01}
      """
    try Self.withFile(text) { path in
      func errors(_ asOf: String) throws -> String {
        try Tool.run(Self.audit + ["--waivers", path, "--as-of", asOf]).errors
      }
      let (before, after) = (
        try errors("2026-12-01T22:59:59Z"), try errors("2026-12-01T23:00:00Z")
      )
      #expect(before == "")
      #expect(after.contains("waiver.expired"))
    }
  }

  @Test func `a faulty line of reviews ends the command before it judges`() throws {
    let line =
      #"{"ticket":"ML-2609","event":1,"standard":"greet","verdict":"meet","reviewer":"k","time":"2026-11-22T10:00:00Z"}"#
    try Self.withFile(line + "\n") { path in
      let run = try Tool.run(Self.audit + ["--reviews", path])
      #expect(run.status == 65)
      #expect(run.errors.contains(":1: error: 'verdict' cannot be 'meet' [review.word]"))
      #expect(run.errors.contains("did you mean 'met'?"))
      #expect(run.output == "")
    }
  }

  @Test func `a sample is the same on any number of cores`() throws {
    let sampled = Self.audit + ["--sample", "9", "--seed", "5", "--format", "jsonl", "--cores"]
    let one = try Tool.run(sampled + ["1"])
    let two = try Tool.run(sampled + ["2"])
    #expect(one == two)
    #expect(one.errors.contains("sample: 9 of 52 tickets") || one.errors.contains("sample: 9 of"))
    let tickets = Set(one.output.split(separator: "\n").map { $0.prefix(20) })
    #expect(tickets.count <= 9)
    let piped = try Tool.run(
      ["audit", "-", "--standards", "standards", "--sample", "2"], input: "{}")
    #expect(piped.status == 65)
    #expect(piped.errors.contains("a sample needs the tickets twice"))
    #expect(try Tool.run(Self.audit + ["--sample", "0"]).status == 64)
  }

  @Test func `no format tells a name when it is asked not to`() throws {
    let names = ["Hania", "Hanna", "Wilk", "Tomasz", "Małgorzata", "Bąk", "Sebastian", "gosia"]
    for format in ["text", "json", "jsonl"] {
      let run = try Tool.run(
        Self.audit + ["--redact", "--format", format, "--show", "missed", "--show", "met"])
      for name in names { #expect(!run.output.contains(name), "\(name) in \(format)") }
    }
    #expect(try Tool.run(Self.audit + ["--redact-key", "k"]).status == 64)
  }

  @Test func `offsets are the same with masks and without`() throws {
    func offsets(_ more: [String]) throws -> [Substring] {
      try Tool.run(Self.audit + ["--format", "jsonl"] + more).output
        .split(whereSeparator: { ",{}\n".contains($0) })
        .filter { $0.hasPrefix("\"from\":") || $0.hasPrefix("\"to\":") }
    }
    let plain = try offsets([])
    #expect(plain.count > 100)
    #expect(try offsets(["--redact"]) == plain)
  }

  @Test(
    arguments: [
      (["--margin", "5%"], 0), (["--margin", "0.05", "--population", "2000"], 0),
      (["--margin", "0%"], 65), (["--margin", "nan"], 64), (["--margin", "inf"], 64),
      (["--margin", "-5%"], 64), (["--margin", "1e30%"], 64), (["--margin", "60%"], 65),
      (["--confidence", "100%"], 65), (["--population", "0"], 65), (["--population", "-1"], 64),
      (["--population", "99999999999999999999"], 64),
      (["--population", "9000000000000000000"], 65),
      (["--detect", "0%"], 65), (["--detect", "100%"], 0), (["--expected", "0%"], 65),
      (["--margin", "0.0000001%"], 65), (["--population", "1", "--detect", "2%"], 0),
    ] as [([String], Int32)])
  func `hostile numbers of a sample are answered`(arguments: [String], status: Int32) throws {
    let run = try Tool.run(["audit", "plan-sample"] + arguments)
    #expect(run.status == status, "\(run.errors)")
  }

  @Test func `a reviewer who agrees with the auditor agrees with the auditor`() throws {
    // Enough for the figures; an interval of all would take a while.
    let verdicts = try Tool.run(Self.audit + ["--format", "jsonl"]).output
      .split(separator: "\n").prefix(120).joined(separator: "\n")
    try Self.withFile(verdicts) { path in
      let run = try Tool.run(["audit", "agreement", path, path])
      #expect(run.status == 0)
      #expect(run.output.contains("they differ nowhere"))
      #expect(run.output.contains("100.0%"))
      let json = try Tool.run(["audit", "agreement", path, path, "--format", "json"])
      #expect(json.output.contains("\"fitness\":\"fit\""))
    }
    #expect(try Tool.run(["audit", "agreement", "/dev/null", "/dev/null"]).status == 65)
    #expect(try Tool.run(["audit", "agreement", "no", "no"]).status == 66)
  }
}
