import ArgumentParser
import Conformance
import Diagnostics
import Quality
import Reports
import Standards
import Tickets

extension AuditRun {
  /// Judges the tickets by an old catalogue too and prints what turned.
  ///
  /// - Throws: `ExitCode` 1 when a verdict turns from met to missed.
  func compare(with path: String) throws {
    let (old, new) = (try CatalogueOptions.load(path), try catalogue.load())
    let (before, after) = (try Auditor.prepared(old), try Auditor.prepared(new))
    let instant = asOf?.instant
    // What a person decided holds whatever a catalogue says, where both have the standard; the questions
    // answered then were the old one's, or are the new one's.
    let decided = try exceptions.load(new, orUnder: old, asOf: instant)
    let common = Set(old.standards.map(\.id)).intersection(new.standards.map(\.id))
    let exceptions = decided.ofStandards(common)
    if exceptions.reviews.count < decided.reviews.count {
      let count = decided.reviews.count - exceptions.reviews.count
      StandardError.print(
        "\(count) \(count == 1 ? "decision is" : "decisions are") left out: about standards that only "
          + "one catalogue has, or none")
    }
    var exceptionReport = ExceptionReport(exceptions, self.exceptions, new)
    let contactsBefore = try input.contacts(before, asOf: instant)
    let contactsAfter = try input.contacts(after, asOf: instant)
    let drawn = try sampling.drawn(from: input, seed: promises.seed, asOf: instant)
    let redactor = redaction.redactor(exceptions)
    var comparison = AuditComparison(from: old, to: new)
    var out = try Output(path: output)
    var json = JSONWriter()
    var isFirst = true
    if format == .json { try out.write("{\"turned\":[") }
    let bad = try input.forEach(on: cores.wanted) { read in
      guard drawn?.tickets.contains(read.ticket.id) ?? true else { return Judged?.none }
      var judged = Judged(
        before: before.audit(read.ticket, asOf: instant, contacts: contactsBefore),
        after: after.audit(read.ticket, asOf: instant, contacts: contactsAfter),
        source: read.source)
      exceptions.apply(to: &judged.before)
      exceptions.apply(to: &judged.after)
      return judged
    } _: { judged in
      guard var judged else { return }
      exceptionReport.note(judged.after)
      redactor?.redact(&judged.before)
      redactor?.redact(&judged.after)
      for turn in comparison.add(judged.before, judged.after, calling: redactor?.agent) {
        switch format {
        case .json:
          if !isFirst { try out.write(",") }
          isFirst = false
          turn.write(to: &json)
          try out.write(&json)
        case .jsonl:
          turn.write(to: &json)
          json.newline()
          try out.write(&json)
        default:
          if !summary { try out.write(ComparisonText.render(turn, source: judged.source)) }
        }
      }
    }
    switch format {
    case .json:
      try out.write("],\"summary\":")
      comparison.write(to: &json, of: drawn?.sample)
      try out.write(&json)
      try out.write("}\n")
    case .jsonl: break
    default:
      let total = comparison.total
      if !summary, total.toMissed + total.toMet > 0 { try out.write("\n") }
      try out.write(ComparisonText.render(comparison, of: drawn?.sample))
    }
    try out.finish()
    _ = try exceptionReport.finish()
    if bad > 0, input.strict { throw ExitStatus.badInput }
    if comparison.total.toMissed > 0 { throw ExitStatus.findings }
    if bad > 0 { throw ExitStatus.badInput }
  }

  /// A ticket as both catalogues judge it.
  private struct Judged: Sendable {
    var before: TicketAudit
    var after: TicketAudit
    let source: String
  }
}
