import Clocks
import Conformance
import Diagnostics
import Foundation
import Standards
import Tickets

extension Benchmark {
  /// The clocks alone: the log has no texts, so nothing but times can be judged.
  static let log = Benchmark(
    "log", "13,698 incidents (83,526 lines) of a real log are judged by promises of time"
  ) {
    let text = SourceText(path: "promises", bytes: Array(promises.utf8))
    let result = CatalogueReader.read([text])
    guard !result.diagnostics.hasErrors else { throw BenchmarkError("the promises have errors") }
    let tickets = try incidents()
    let auditor = try Auditor(result.catalogue, Lexicon.builtIn().lexicon)
    let done = Double(tickets.count)
    let timing = Timing(runs: 7) {
      tickets.reduce(0) { $0 + auditor.audit($1).verdicts.count }
    }
    let log = Timing(runs: 7) {
      tickets.reduce(0) { $0 + TicketLog($1).resolutionRuns(pausedWhile: [.pending]).count }
    }
    return [
      Row(
        "judge by \(result.catalogue.standards.count) standards", timing, .rate(done, of: "tickets")
      ),
      Row("run the clock of solving", log, .rate(done, of: "tickets")),
    ] + found(in: tickets)
  }

  /// What the clocks find in the log, beside what its own columns count and what the description of the
  /// data says, which may rest on the whole of which this is the first part.
  private static func found(in tickets: [Ticket]) -> [Row] {
    var tally = OpenTimeTally(pausedWhile: [.pending])
    var lines = 0
    var (reopened, reassigned) = (0, 0)
    for ticket in tickets {
      tally.add(TicketLog(ticket))
      lines += ticket.events.count { if case .status = $0.kind { true } else { false } }
      // Counts of the log's own.
      func isCounted(_ name: String) -> Bool {
        ticket.fields[name].map { $0 != .integer(0) } ?? false
      }
      if isCounted("reopen_count") { reopened += 1 }
      if isCounted("reassignment_count") { reassigned += 1 }
    }
    func percent(_ share: Double) -> String { String(format: "%.1f%%", share * 100) }
    func counted(_ count: Int) -> String {
      "\(count) (\(percent(Double(count) / Double(max(tickets.count, 1)))))"
    }
    let waiting = tally.tickets(ever: .pending)
    return [
      Row("lines that became states", found: "\(lines)", beside: "83526 in the file"),
      Row(
        "reopened, by our clocks", found: counted(tally.reopened),
        beside: "\(counted(reopened)) by reopen_count; 1.1% told"),
      Row(
        "reassigned", found: counted(reassigned),
        beside: "by reassignment_count; 45.6% told; another group in \(counted(tally.regrouped))"),
      Row(
        "waiting for the user, of open time", found: percent(tally.share(of: .pending)),
        beside: "30% told"),
      Row("the same in those that ever wait", found: percent(waiting.share), beside: "61% told"),
    ]
  }

  private static let promises = """
    catalogue: {name: Incidents, languages: [en]}
    calendars:
      desk: {time-zone: Europe/London, open: {mon-fri: 08:00-18:00}}
    standards:
      - id: urgent
        title: What stops a business is solved within a working day
        applies-to: {priority: [critical, high]}
        resolution: {within: 10 h, share: 90%, hours: desk, paused-while: [pending, hold]}
      - id: solved
        title: Nine of ten cases are solved within five working days
        resolution: {within: 50 h, share: 90%, hours: desk, paused-while: [pending, hold]}
      - id: hand-over
        title: A case changes hands three times at most
        handover: {at-most: 3}
    """

  /// The log as tickets, where it lies beside the project.
  private static func incidents() throws -> [Ticket] {
    let folder =
      ProcessInfo.processInfo.environment["KWADRANS_SHARED"] ?? "../shared"
    let log = "\(folder)/data/servicenow-incidents/incident_event_log.csv.gz"
    guard FileManager.default.fileExists(atPath: log) else {
      throw BenchmarkSkipped(reason: "the log is not there (\(log))")
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data().write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "Scripts/servicenow-tickets")
    process.arguments = [log]
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError("Scripts/servicenow-tickets ended with \(process.terminationStatus)")
    }
    var reader = try TicketReader(paths: [file.path])
    var tickets: [Ticket] = []
    while let line = try reader.next() {
      if case .ticket(let ticket) = line { tickets.append(ticket) }
    }
    return tickets
  }
}
