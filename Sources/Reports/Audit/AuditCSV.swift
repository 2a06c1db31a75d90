import Clocks
package import Conformance
import Diagnostics
package import Quality
import ServiceTime
package import Standards
import Tickets

/// Verdicts as a table for spreadsheets, as RFC 4180 has it: one verdict a row, lines end with CR LF.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return) has an apostrophe before it.
package struct AuditCSV: AuditRendering {
  private let standards: [String: Standard]

  /// Prepares the rows of a catalogue's standards.
  package init(_ catalogue: Catalogue) {
    standards = Dictionary(
      catalogue.standards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The columns, in order.
  package static let columns = [
    "file", "line", "ticket", "event", "at", "channel", "topic", "language", "agent", "standard",
    "title", "kind", "owner", "severity", "weight", "verdict", "counts", "message", "words",
    "elapsed_seconds", "target_seconds", "wall_seconds", "start", "end", "due", "reviewer",
    "decided_at", "reason", "automatic", "waived_by", "waived_why", "waived_until", "known",
  ]

  package var head: [UInt8] { Array((Self.columns.joined(separator: ",") + "\r\n").utf8) }

  package var separator: [UInt8] { [] }

  package func part(_ shown: ShownTicket, at place: TicketPlace) -> [UInt8] {
    var row = Row()
    for verdict in shown.audit.verdicts { write(verdict, of: shown, at: place, to: &row) }
    return row.bytes
  }

  package func tail(_ tally: AuditTally, unreadable: Int) -> [UInt8] { [] }

  private func write(
    _ verdict: Verdict, of shown: ShownTicket, at place: TicketPlace, to row: inout Row
  ) {
    let standard = standards[verdict.standard]
    row.text(place.path)
    row.number(place.line)
    row.text(verdict.ticket)
    row.number(verdict.event)
    row.text(shown.moment(of: verdict)?.description)
    row.text(shown.ticket.channel)
    row.text(shown.ticket.topic)
    row.text(shown.language(of: verdict))
    row.text(shown.agent(of: verdict))
    row.text(verdict.standard)
    row.text(standard?.title.text())
    row.text(verdict.kind)
    row.text(standard?.owner.rawValue)
    row.text(verdict.severity.rawValue)
    row.number(standard?.weight)
    row.text(verdict.outcome.rawValue)
    row.text(verdict.counts ? "yes" : "no")
    row.text(verdict.message)
    row.text(verdict.quotedWords.map(\.text).joined(separator: " | "))
    let wait = verdict.firstWait
    row.number(wait?.elapsedSeconds)
    row.number(wait?.targetSeconds)
    row.number(wait?.wallSeconds)
    row.text(wait?.from.inUTC)
    row.text(wait?.to.inUTC)
    row.text(wait?.due?.inUTC)
    let decision = verdict.remark?.decision
    row.text(decision?.reviewer)
    row.text(decision?.at.inUTC)
    row.text(decision?.reason)
    row.text(decision?.automatic.rawValue)
    let waiver = verdict.remark?.waiver
    row.text(waiver?.by)
    row.text(waiver?.why)
    row.text(waiver?.until?.description)
    row.text(verdict.remark?.isKnown == true ? "yes" : "no")
    row.end()
  }

  /// Rows while they are written.
  struct Row {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// Writes a number, or nothing.
    mutating func number(_ value: Int?) {
      separate()
      if let value { bytes += "\(value)".utf8 }
    }

    /// Writes a number to six decimals, or nothing.
    mutating func number(_ value: Double?) {
      separate()
      if let value { bytes += Written.number(value, decimals: 6).utf8 }
    }

    /// Writes a text, quoted where it must be, and so that no spreadsheet takes it for a formula.
    mutating func text(_ value: String?) {
      separate()
      guard let value, let first = value.utf8.first else { return }
      let isFormula = Self.formulaStarts.contains(first)
      guard isFormula || value.utf8.contains(where: { Self.quotedBytes.contains($0) }) else {
        bytes += value.utf8
        return
      }
      bytes.append(UInt8(ascii: "\""))
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      for byte in value.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        // NUL ends the text for some readers.
        bytes.append(byte == 0 ? UInt8(ascii: " ") : byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }

    /// Ends a row.
    mutating func end() {
      bytes += [0x0D, 0x0A]
      isFirst = true
    }

    private mutating func separate() {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
    }

    private static let formulaStarts = Set("=+-@\t\r".utf8)
    private static let quotedBytes = Set(",\"\r\n\0".utf8)
  }
}

extension Verdict {
  /// The words that it rests on.
  var quotedWords: [Evidence.Words] {
    evidence.compactMap { if case .words(let words) = $0 { words } else { nil } }
  }

  /// The sentence with the words that it is about, for readers who see it alone.
  var messageWithWords: String {
    guard let words = quotedWords.first?.text, !message.contains(words) else { return message }
    return "\(message): \"\(shortened(words, to: 100))\""
  }

  /// The time that it rests on.
  var firstWait: Evidence.Wait? {
    for case .time(let wait) in evidence { return wait }
    return nil
  }
}
