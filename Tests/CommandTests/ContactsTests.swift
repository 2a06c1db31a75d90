import Foundation
import Testing

/// Customers who come back in another ticket, wherever that is written.
struct ContactsTests {
  private static let catalogue = """
    catalogue: {name: Desk, languages: [en]}
    channels: {email: {kind: deferred}}
    topics: [outage]
    standards:
      - {id: once, title: Once, first-contact: {no-contact-for: 7 days}}
      - {id: heard, title: Heard, human: {}}
    """

  private static func ticket(_ id: String, day: Int, answer: String = "agent") -> String {
    let at = #"{"at":"2026-03-0\#(day)T"#
    return #"{"id":"\#(id)","channel":"email","topic":"outage","customer":{"id":"c"},"events":["#
      + at + #"09:00:00+01:00","type":"message","from":"customer","text":"Help?"},"#
      + at + #"09:10:00+01:00","type":"message","from":"\#(answer)","text":"Done."},"#
      + at + #"09:20:00+01:00","type":"status","value":"solved"}]}"# + "\n"
  }

  private func outcomes(_ result: Tool.Result) throws -> [String] {
    try result.output.split(separator: "\n").map { line in
      let verdict = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return "\(verdict["ticket"] ?? "") \(verdict["standard"] ?? "") \(verdict["verdict"] ?? "")"
    }.filter { $0.contains("once") }
  }

  @Test func `files are read for other tickets first, standard input cannot be`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let catalogue = folder.appending(path: "desk.yaml").path
    try Data(Self.catalogue.utf8).write(to: URL(filePath: catalogue))
    let first = Self.ticket("T-1", day: 2)
    let second = "no ticket\n" + Self.ticket("T-2", day: 5)
    let paths = ["a.jsonl", "b.jsonl"].map { folder.appending(path: $0).path }
    try Data(first.utf8).write(to: URL(filePath: paths[0]))
    try Data(second.utf8).write(to: URL(filePath: paths[1]))

    let arguments = ["audit", "--standards", catalogue, "--format", "jsonl"]
    let found = try Tool.run(arguments + paths)
    #expect(found.status == 1)
    #expect(try outcomes(found) == ["T-1 once missed", "T-2 once undecided"])
    // What cannot be read is told once, though it is read twice.
    #expect(found.errors.components(separatedBy: "b.jsonl:1").count == 2, "\(found.errors)")

    let piped = try Tool.run(arguments + ["-"], input: first + Self.ticket("T-2", day: 5))
    #expect(piped.status == 0)
    #expect(try outcomes(piped) == ["T-1 once undecided", "T-2 once undecided"])
    #expect(piped.output.contains("were not looked through"))

    let early = try Tool.run(arguments + paths + ["--as-of", "2026-03-04T00:00:00+01:00"])
    #expect(try outcomes(early).first == "T-1 once undecided")
    #expect(early.output.contains("too early to tell"))
  }

  @Test func `events are shown as evidence`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try Data(Self.catalogue.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let ticket = Self.ticket("T-1", day: 2, answer: "system")
    let arguments = ["audit", "-", "--standards", file.path]
    let text = try Tool.run(arguments, input: ticket)
    #expect(text.output.contains("and the ticket is done\n    events 0, 1\n"), "\(text.output)")
    let json = try Tool.run(arguments + ["--format", "jsonl"], input: ticket)
    #expect(json.output.contains(#""evidence":[{"events":[0,1]}]"#), "\(json.output)")
  }
}
