import Foundation
import Testing

/// Runs on independent material that lies beside the package where it is developed.
struct SharedTests {
  static let shared: URL = {
    if let named = ProcessInfo.processInfo.environment["KWADRANS_SHARED"] {
      return URL(filePath: named)
    }
    return Tool.root.deletingLastPathComponent().appending(path: "shared")
  }()

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: "labels/labels.jsonl").path)
  }

  private static let absent: Comment = "needs ../shared, which is absent here"

  @Test(.enabled(if: isPresent, absent))
  func `all 232 labelled replies are judged`() throws {
    let tickets = Self.shared.appending(path: "labels/tickets.jsonl").path
    let result = try Tool.run(["audit", tickets, "--format", "jsonl"])
    #expect(result.status == 1)
    var judged: Set<String> = []
    for line in result.output.split(separator: "\n") {
      let verdict = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      // What is said of an answer to a later message names that message.
      if let event = verdict["event"] as? Int, verdict["kind"] as? String != "next-response" {
        judged.insert("\(verdict["ticket"] ?? "") \(event)")
      }
    }
    let labelled = try Self.labelled()
    #expect(labelled.count == 232)
    #expect(judged == labelled)
  }

  @Test(.enabled(if: isPresent, absent))
  func `observe prints a line for each of the 232`() throws {
    let tickets = Self.shared.appending(path: "labels/tickets.jsonl").path
    let result = try Tool.run(["audit", "observe", tickets])
    #expect(result.status == 0)
    var seen: Set<String> = []
    for line in result.output.split(separator: "\n") {
      let reply = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      seen.insert("\(reply["ticket"] ?? "") \(reply["event"] ?? "")")
      let observations = try #require(reply["observations"] as? [String: Any])
      #expect(observations.count == 15)
    }
    #expect(result.output.split(separator: "\n").count == 232)
    #expect(seen == (try Self.labelled()))
  }

  private static func labelled() throws -> Set<String> {
    let text = try String(
      contentsOf: shared.appending(path: "labels/labels.jsonl"), encoding: .utf8)
    return Set(
      try text.split(separator: "\n").map { line in
        let label = try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return "\(label["ticket"] ?? "") \(label["event"] ?? "")"
      })
  }

  @Test(.enabled(if: isPresent, absent))
  func `the reference week is sized as Erlang C says in all 672 intervals`() throws {
    let folder = Self.shared.appending(path: "reference/queueing")
    let week = try String(contentsOf: folder.appending(path: "week_S30.csv"), encoding: .utf8)
    let expected = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appending(path: "week_S30_erlang_c.json"))) as? [Int])
    var demand = "start,channel,contacts,aht_s\n"
    for (index, line) in week.split(whereSeparator: \.isNewline).dropFirst().enumerated() {
      let fields = line.split(separator: ",")
      let (day, minute) = (2 + index / 96, index % 96 * 15)
      demand +=
        "2026-11-0\(day)T\(two(minute / 60)):\(two(minute % 60)),phone,\(fields[1]),\(fields[2])\n"
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data(demand.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try Tool.run(["plan", "size", file.path, "--format", "csv"])
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.first
        == "start,channel,contacts,handling_s,load_erlang,counted,formula,service_level,occupancy")
    let formula = lines.dropFirst().map { line in
      Int(line.split(separator: ",", omittingEmptySubsequences: false)[6])
    }
    #expect(formula.count == 672)
    #expect(zip(formula, expected).count { $0 != $1 } == 0)
  }

  private func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
