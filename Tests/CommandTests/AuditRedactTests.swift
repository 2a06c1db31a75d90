import Foundation
import Testing

/// What leaves the house with `--redact`.
struct AuditRedactTests {
  private static let reviews = """
    {"ticket":"ML-2609","event":1,"standard":"greet","verdict":"missed","reviewer":"gertruda","time":"2026-11-23T08:14:00Z","reason":"Gertrudy zdaniem brak, mówi Ksawery","appeal":true}
    {"ticket":"ML-2601","event":2,"standard":"greet","verdict":"met","reviewer":"Ksawery Brzuch","time":"2026-11-23T08:14:00Z","reason":"tel. 600 700 800, gertruda"}
    {"ticket":"ML-2609","event":1,"standard":"by-name","verdict":"missed","reviewer":"gertruda","time":"2026-11-23T08:14:00Z"}

    """
  private static let waivers = """
    waivers:
      - {ticket: ML-2609, standard: by-name, who: "Ksawery Brzuch, head of service", why: Gertruda knows them}

    """
  private static let names = [
    "ertrud", "sawer", "Brzuch", "600 700", "Hania", "Wilk", "Tomasz", "Sebastian", "gosia",
  ]

  private static func withFiles(_ body: (_ options: [String]) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (reviews, waivers) = (folder.appending(path: "r"), folder.appending(path: "w.yaml"))
    try Data(Self.reviews.utf8).write(to: reviews)
    try Data(Self.waivers.utf8).write(to: waivers)
    try body([
      "samples/tickets.jsonl", "--standards", "standards", "--reviews", reviews.path, "--waivers",
      waivers.path,
    ])
  }

  @Test(arguments: ["text", "json", "jsonl", "csv", "sarif", "junit", "html"])
  func `no format tells who reviewed, who waived, and whom they name`(format: String) throws {
    try Self.withFiles { files in
      let shown = ["--format", format, "--show", "missed", "--show", "met"]
      let plain = try Tool.run(["audit"] + files + shown)
      #expect(plain.output.contains("gertruda decided on appeal: Gertrudy zdaniem"))
      #expect(plain.output.contains("Brzuch"))
      let run = try Tool.run(["audit"] + files + shown + ["--redact"])
      #expect(run.status == plain.status)
      #expect(run.output.contains("decided on appeal: ******** zdaniem brak, mówi *******"))
      #expect(run.output.contains("reviewer-"))
      // The rules of SARIF quote the catalogue, whose examples have names of their own.
      let told = run.output.components(separatedBy: "\"results\":").last ?? ""
      for name in Self.names { #expect(!told.contains(name), "\(name) in \(format)") }
    }
  }

  @Test func `scorecards name neither agents nor reviewers`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      (
        "desk.yaml",
        """
        catalogue: {name: Desk, languages: [en]}
        channels: {email: {kind: deferred}}
        standards:
          - {id: heard, title: Listen, checklist: {questions: [{id: listened, ask: Did they?}]}}
        """
      ),
      (
        "t.jsonl",
        """
        {"id":"T-1","channel":"email","customer":{"name":"Tom Brown"},"events":[
        {"at":"2026-11-02T10:00:00Z","type":"message","from":"customer","text":"It is down."},
        {"at":"2026-11-02T10:05:00Z","type":"message","from":"agent","agent":"berta","text":"It is up."}]}
        """.replacing("\n", with: "")
      ),
      (
        "r.jsonl",
        #"{"ticket":"T-1","event":null,"standard":"heard","verdict":"met","reviewer":"gertruda","#
          + #""time":"2026-11-23T08:14:00Z","reason":"Gertruda and Mr Brown say so","ratings":{"listened":1}}"#
      ),
    ] {
      try Data((text + "\n").utf8).write(to: folder.appending(path: name))
    }
    let asked = [
      "audit", "scorecard", folder.appending(path: "t.jsonl").path, "--standards",
      folder.appending(path: "desk.yaml").path, "--reviews", folder.appending(path: "r.jsonl").path,
      "--format", "json",
    ]
    #expect(try Tool.run(asked).output.contains("Gertruda and Mr Brown say so"))
    let run = try Tool.run(asked + ["--redact"])
    #expect(run.output.contains("\"reason\":\"******** and Mr ***** say so\""))
    #expect(!run.output.contains("ertrud") && !run.output.contains("berta"))
  }

  @Test func `agreement prints what people wrote only where it is asked to`() throws {
    let verdicts = "Tests/CommandTests/Golden/agreement-verdicts.jsonl"
    let asked = ["audit", "agreement", "samples/reviews.jsonl", verdicts]
    for format in ["text", "json"] {
      let plain = try Tool.run(asked + ["--format", format])
      #expect(plain.output.contains("ML-2608"))
      #expect(!plain.output.contains("easy to read") && !plain.output.contains("20.3 words"))
      let reasons = try Tool.run(asked + ["--format", format, "--reasons"])
      #expect(reasons.output.contains("easy to read") && reasons.output.contains("20.3 words"))
    }
  }

  @Test func `without a key nobody can foresee the pseudonyms`() throws {
    func agents(_ more: [String]) throws -> Set<Substring> {
      let run = try Tool.run(
        [
          "audit", "samples/tickets.jsonl", "--standards", "standards", "--format", "csv",
          "--redact",
        ]
          + more)
      return Set(run.output.split(separator: ",").filter { $0.hasPrefix("agent-") })
    }
    let (one, two) = (try agents([]), try agents([]))
    #expect(!one.isEmpty && one.isDisjoint(with: two))
    #expect(try agents(["--redact-key", "k"]) == agents(["--redact-key", "k"]))
    let empty = try Tool.run(["audit", "samples/tickets.jsonl", "--redact", "--redact-key", ""])
    #expect(empty.status == 64)
  }
}
