import Conformance
import Diagnostics
import Foundation
import ServiceTime
import Standards
import Tickets

extension Benchmark {
  /// The whole of `kwadrans audit`, from a file of tickets to a report.
  static let replies = Benchmark(
    "replies", "100,000 replies are judged by standards/, file to report"
  ) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kwadrans-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = try ReplyFile(100_000, in: folder)
    let few = try ReplyFile(20_000, in: folder)
    let report = folder.appending(path: "report").path
    func audit(_ file: ReplyFile, cores: Int = 1, _ format: String = "text") throws -> ToolRun {
      try ToolRun(
        ["audit", file.path, "--standards", "standards", "--format", format]
          + ["--cores", String(cores)],
        output: report)
    }
    let words = String(format: "%.0f words, %@", all.meanWords, all.origin)
    let fewer = try audit(few)
    // Each takes so long that a second run says little.
    let one = try audit(all)
    let two = try audit(all, cores: 2)
    var rows = [
      Row("one core, CPU (\(words))", Timing([one.cpu]), goal: 3),
      Row("one core, wall", Timing([one.wall])),
      Row("two cores, wall", Timing([two.wall]), goal: 1.8),
      Row("two cores, CPU", Timing([two.cpu])),
    ]
    if let most = one.peak, let less = fewer.peak {
      // A constant, and at most 32 bytes a ticket.
      rows.append(Row("most memory", bytes: most, goal: 100e6 + 32 * 100_000))
      rows.append(Row("memory for each more ticket", bytes: max(0, most - less) / 80_000, goal: 32))
    }
    for format in ["text", "json", "jsonl"] {
      let bytes = try [1, 2].map { cores in
        _ = try audit(few, cores: cores, format)
        return FileManager.default.contents(atPath: report)
      }
      rows.append(Row("same \(format) on one and two cores", holds: bytes[0] == bytes[1]))
    }
    rows.append(try longReply())
    return rows
  }

  /// How long one reply of a megabyte takes, of which a tenth is quoted.
  private static func longReply() throws -> Row {
    var diagnostics = Diagnostics()
    let texts = try CatalogueFolder.texts(at: "standards", into: &diagnostics)
    let auditor = try Auditor(
      CatalogueReader.read(texts, after: diagnostics).catalogue, Lexicon.builtIn().lexicon)
    var generator = SplitMix64(seed: 7)
    var text = ""
    while text.utf8.count < 1_000_000 {
      text += MadeReply.make(&generator).text
      if generator.happens(in: 10) { text += "> " + MadeReply.make(&generator).text }
    }
    let at = OffsetInstant(instant: Instant(seconds: 1_772_000_000), utcOffset: 0)
    let ticket = Ticket(
      id: "long", channel: "email",
      events: [TicketEvent(at: at, kind: .message(Message(from: .agent, text: text)))])
    return Row(
      "one reply of 1 MB", Timing(runs: 5) { auditor.audit(ticket).verdicts.count }, goal: 0.1)
  }
}
