import Foundation
import Testing

@testable import Tickets

/// What `docs/tickets.md` tells the writers of exporters.
struct TicketPageTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func page() throws -> String {
    try String(contentsOf: root.appending(path: "docs/tickets.md"), encoding: .utf8)
  }

  /// What stands in the page's blocks of a language.
  private static func blocks(_ language: String) throws -> [String] {
    try page().components(separatedBy: "```\(language)\n").dropFirst().map { rest in
      let end = try #require(rest.firstRange(of: "```"))
      return String(rest[..<end.lowerBound])
    }
  }

  /// The tickets of all blocks.
  private static func tickets() throws -> [Ticket] {
    // As the page says: these are one line each, spread to be read.
    let spread = try blocks("json").map { $0.replacing("\n", with: " ") }
    let lines = try blocks("jsonl")
    #expect(spread.count >= 2 && lines.count >= 2)
    return try (spread + lines).flatMap { text in
      let found = try readAll(text)
      #expect(found.compactMap(\.golden).isEmpty)
      let expected = text.split(separator: "\n").count
      #expect(found.count == expected)
      return found.compactMap(\.ticket)
    }
  }

  @Test func `every block is read without a complaint`() throws {
    let tickets = try Self.tickets()
    #expect(Set(tickets.map(\.id)).count == tickets.count)
  }

  @Test func `a block shows every type of event, and one that nobody knows`() throws {
    let shown = Set(try Self.tickets().flatMap(\.events).map { Self.name(of: $0.kind) })
    #expect(shown == Set(EventType.allCases.map { $0.rawValue } + ["tagged"]))
  }

  @Test func `the page names every type, key, value and problem`() throws {
    let page = try Self.page()
    var names = EventType.allCases.map { $0.rawValue } + TicketKey.allCases.map { $0.spelling }
    names += TicketStatus.allCases.map { $0.rawValue } + Rating.Scale.allCases.map { $0.rawValue }
    names += Message.Sender.allCases.map { $0.rawValue } + (try Self.problems())
    for name in names { #expect(page.contains("`\(name)`"), "\(name)") }
    #expect(page.contains("\(JSONParser.maximumDepth) deep"))
  }

  /// The ids that the sources give to problems.
  private static func problems() throws -> [String] {
    let folder = root.appending(path: "Sources/Tickets")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    var ids: Set<String> = []
    for file in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      for match in source.matches(of: /"((ticket|file)\.[a-z0-9-]+)"/) {
        ids.insert(String(match.1))
      }
    }
    #expect(ids.count > 12)
    return ids.sorted()
  }

  private static func name(of kind: TicketEvent.Kind) -> String {
    switch kind {
    case .message: "message"
    case .note: "note"
    case .status: "status"
    case .assign: "assign"
    case .priority: "priority"
    case .channel: "channel"
    case .answered: "answered"
    case .abandoned: "abandoned"
    case .work: "work"
    case .rating: "rating"
    case .survey: "survey"
    case .merge: "merge"
    case .other(let type): type
    }
  }
}
