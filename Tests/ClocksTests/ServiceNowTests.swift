import Clocks
import Foundation
import Testing
import Tickets

/// The clocks on a real log of 83,526 lines, turned into tickets by `Scripts/servicenow-tickets`.
@Suite(.enabled(if: ServiceNowLog.isPresent, "needs ../shared and python3; one is absent here"))
struct ServiceNowTests {
  /// Expected values: added up in Python straight from the CSV's columns, without tickets or clocks;
  /// reopened and reassigned incidents are those with such a count of the log's own above 0.
  @Test func `states, reopenings and waiting come out as the log itself has them`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try ServiceNowLog.convert(to: file)
    var reader = try TicketReader(paths: [file.path])
    var tally = OpenTimeTally(pausedWhile: [.pending])
    var (states, reassigned) = (0, 0)
    var disagreeing: [String] = []
    while let line = try reader.next() {
      guard case .ticket(let ticket) = line else {
        Issue.record("\(line)")
        continue
      }
      let before = tally.reopened
      tally.add(TicketLog(ticket))
      let isReopened = tally.reopened > before
      if ticket.fields["reopen_count"].map({ $0 != .integer(0) }) != isReopened {
        disagreeing.append(ticket.id)
      }
      if ticket.fields["reassignment_count"] != .integer(0) { reassigned += 1 }
      states += ticket.events.count { if case .status = $0.kind { true } else { false } }
    }
    #expect(reader.ticketCount == 13_698 && tally.tickets == 13_698)
    #expect(states == 83_526)
    // 179 by the log's own count. In one more, a line of 11:10 stands before one of 11:03: by time it
    // was new again after it had been resolved.
    #expect(tally.reopened == 180 && disagreeing == ["INC0000137"])
    #expect(reassigned == 7026)
    #expect(tally.regrouped == 5454)
    #expect(tally.openSeconds == 9_805_309_500)
    let waiting = tally.tickets(ever: .pending)
    #expect(waiting.tickets == 3669 && waiting.pausedSeconds == 3_172_035_240)
    #expect(waiting.openSeconds == 4_909_080_180)
    func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)%" }
    func share(_ count: Int) -> String { percent(Double(count) / Double(tally.tickets)) }
    print(
      """
      ServiceNow, 13,698 incidents; in brackets what the description of the data says:
        reopened \(share(tally.reopened)) (1.1%), reassigned \(share(reassigned)) (45.6%)
        waiting for the user: \(percent(tally.share(of: .pending))) of open time (30%), \
      \(percent(waiting.share)) of those that wait (61%)
      """)
  }
}

/// The log, next to the project where it is developed, and what makes tickets of it.
enum ServiceNowLog {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let log: URL = {
    let shared =
      ProcessInfo.processInfo.environment["KWADRANS_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "data/servicenow-incidents/incident_event_log.csv.gz")
  }()

  static var isPresent: Bool {
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return FileManager.default.fileExists(atPath: log.path)
      && paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
  }

  /// Writes the tickets to a file.
  static func convert(to file: URL) throws {
    try Data().write(to: file)
    let process = Process()
    process.executableURL = root.appending(path: "Scripts/servicenow-tickets")
    process.arguments = [log.path]
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
