import Foundation
import Testing

/// Tickets and reviews whose texts would steer the terminal that they are shown in.
struct HostileTerminalTests {
  private static let evil = "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\r\n\u{7F}"

  private static func escaped(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }

  @Test func `nothing that tickets, agents or reviewers write steers a terminal`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let evil = Self.evil
    let id = try Self.escaped("T\(evil)1")
    let ticket = """
      {"id":\(id),"channel":"email","topic":\(try Self.escaped("outage\(evil)")),
      "customer":{"name":\(try Self.escaped("Tom\(evil)"))},"events":[
      {"at":"2026-11-02T10:00:00+01:00","type":"message","from":"customer","text":\(try Self.escaped("Help \(evil) me?"))},
      {"at":"2026-11-03T15:05:00+01:00","type":"message","from":"agent","agent":\(try Self.escaped("eve\(evil)")),"text":\(try Self.escaped("We look soon \(evil) jak najszybciej \(evil)"))},
      {"at":"2026-11-03T15:06:00+01:00","type":"message","from":"agent","agent":"ann","text":"Wrócimy do tego wkrótce, jak najszybciej się da."}]}
      """.replacing("\n", with: "")
    let tickets = folder.appending(path: "t.jsonl").path
    try Data((ticket + "\n" + ticket + "\n").utf8).write(to: URL(filePath: tickets))
    let reviews = folder.appending(path: "r.jsonl").path
    let review = { (standard: String, verdict: String) in
      """
      {"ticket":\(id),"event":1,"standard":\(try Self.escaped(standard)),"verdict":"\(verdict)",
      "reviewer":\(try Self.escaped("kasia\(evil)")),"time":"2026-11-23T08:14:00Z","reason":\(try Self.escaped("so \(evil)"))}
      """.replacing("\n", with: "")
    }
    try Data(
      [
        try review("greet", "missed"), try review("signed", "missed"),
        try review("x\(evil)", "met"),
      ]
      .joined(separator: "\n").utf8
    ).write(to: URL(filePath: reviews))
    let other = folder.appending(path: "o.jsonl").path
    try Data(
      [try review("greet", "met"), try review("signed", "met"), try review("x\(evil)", "missed")]
        .joined(separator: "\n").utf8
    ).write(to: URL(filePath: other))
    let standards = ["--standards", "standards"]
    for arguments in [
      ["audit", tickets, "--reviews", reviews, "--findings", "--by", "topic,channel"] + standards
        + ["--show", "missed", "--show", "met", "--show", "undecided"],
      ["audit", tickets, "--against", "samples/shop-standards"] + standards,
      ["audit", "scores", tickets, "--reviews", reviews] + standards,
      ["audit", "scorecard", tickets, "--reviews", reviews] + standards,
      ["audit", "agreement", reviews, other, "--reasons"],
      ["clock", "ticket", tickets, "T\(evil)1"] + standards,
    ] {
      let run = try Tool.run(arguments)
      for text in [run.output, run.errors] {
        let steering = text.unicodeScalars.filter { scalar in
          scalar != "\n"
            && [.control, .format].contains(scalar.properties.generalCategory)
        }
        #expect(steering.isEmpty, "\(arguments[1]): \(Array(steering).prefix(3))")
      }
      // Whatever is shown is shown on one line of its own: nothing pretends to be a line of ours.
      #expect(!run.output.contains("\n\u{FFFD}"))
    }
    let text = try Tool.run(["audit", tickets, "--reviews", reviews] + standards).output
    #expect(text.contains("T\u{FFFD}[2J\u{FFFD}]0;x\u{FFFD}\u{FFFD}31m\u{FFFD} \u{FFFD}1, event 1"))
    #expect(text.contains("decided: so \u{FFFD}[2J"))
  }
}
