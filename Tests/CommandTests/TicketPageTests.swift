import Foundation
import Testing

/// The run that `docs/tickets.md` shows.
struct TicketPageTests {
  @Test func `the page about tickets shows what the tool says of bad lines`() throws {
    let page = try String(
      contentsOf: Tool.root.appending(path: "docs/tickets.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "```text\n")
    try #require(parts.count == 2)
    let lines = try #require(parts[1].components(separatedBy: "```").first)
    let run = try #require(parts[1].components(separatedBy: "```\n$ kwadrans ").last)
    let shown = try #require(run.components(separatedBy: "```").first)
    let command = try #require(shown.split(separator: "\n").first)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "broken.jsonl").path
    try Data(lines.utf8).write(to: URL(filePath: file))
    let words = command.split(separator: " ").prefix { $0 != ">" }
    let result = try Tool.run(words.map { $0 == "broken.jsonl" ? file : String($0) })
    let said = result.errors.replacing(file, with: "broken.jsonl")
    #expect("\(command)\n\(said)" == shown)
    #expect(result.status != 0)
    // From standard input the same, under its name.
    let piped = try Tool.run(
      words.map { $0 == "broken.jsonl" ? "-" : String($0) }, input: lines)
    #expect(piped.errors == said.replacing("broken.jsonl", with: "-"))
    let strict = try Tool.run(words.map { $0 == "broken.jsonl" ? file : String($0) } + ["--strict"])
    #expect(strict.status == 65 && strict.errors.contains("stopped there"))
  }
}
