import Conformance
import Diagnostics
import Standards
import Tickets

extension Benchmark {
  /// Judging tickets that are in memory, by the catalogue that ships with kwadrans.
  static let audit = Benchmark("audit", "the sample tickets are judged by standards/") {
    var diagnostics = Diagnostics()
    let texts = try CatalogueFolder.texts(at: "standards", into: &diagnostics)
    let result = CatalogueReader.read(texts, after: diagnostics)
    guard !result.diagnostics.hasErrors else { throw BenchmarkError("standards/ has errors") }
    var reader = try TicketReader(paths: ["samples/tickets.jsonl"])
    var tickets: [Ticket] = []
    while let line = try reader.next() {
      if case .ticket(let ticket) = line { tickets.append(ticket) }
    }
    let lexicon = Lexicon.builtIn().lexicon
    let auditor = try Auditor(result.catalogue, lexicon)
    let repeats = 40
    func verdicts() -> Int {
      var count = 0
      for _ in 0..<repeats {
        for ticket in tickets { count += auditor.audit(ticket).verdicts.count }
      }
      return count
    }
    let timing = Timing(runs: 7, verdicts)
    let done = Double(tickets.count * repeats)
    return [
      Row("judge \(tickets.count * repeats) tickets", timing, .rate(done, of: "tickets")),
      Row("verdicts", timing, .rate(Double(verdicts()), of: "verdicts")),
      Row("prepare the catalogue", try Timing(runs: 7) { try Auditor(result.catalogue, lexicon) }),
    ]
  }
}
