package import Clocks
package import Conformance
package import Quality
import ServiceTime
import Standards
import Statistics

/// Verdicts as a reviewer reads them in a terminal.
package struct AuditText: Sendable {
  private let isColoured: Bool

  /// Creates a renderer, with colours for a terminal or without.
  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// A verdict in two or three lines: where, what, and the words it rests on.
  ///
  /// - Parameter source: The file and line of the ticket.
  package func render(_ verdict: Verdict, source: String) -> String {
    let event = verdict.event.map { ", event \($0)" } ?? ""
    let outcome =
      verdict.remark?.waiver == nil ? coloured(verdict.outcome) : coloured("waived", "2")
    var lines = [
      "\(plain(source)): \(plain(verdict.ticket))\(event): \(outcome) '\(verdict.standard)' "
        + "(\(verdict.severity.rawValue))",
      "    \(plain(verdict.message))",
    ]
    lines += verdict.remark.map(Self.lines) ?? []
    for case .words(let words) in verdict.evidence.prefix(3) {
      lines.append("    \"\(shortened(words.text))\"")
    }
    for case .events(let events) in verdict.evidence {
      let shown = events.prefix(Self.mostEvents).map { "\($0)" }.joined(separator: ", ")
      let rest = events.count > Self.mostEvents ? ", …" : ""
      lines.append("    \(events.count == 1 ? "event" : "events") \(shown)\(rest)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A finding in two lines: where, and what.
  ///
  /// - Parameter source: The file and line of the ticket.
  package func render(_ finding: TicketFinding, ticket: String, source: String) -> String {
    let events = finding.events.map { "\($0)" }.joined(separator: ", ")
    let colour = finding.kind.severity == .fault ? "31" : "2"
    let kind = coloured(finding.kind.rawValue, colour)
    return """
      \(plain(source)): \(plain(ticket)), \(finding.events.count == 1 ? "event" : "events") \(events): \(kind) \
      (\(finding.kind.severity.rawValue))
          \(plain(finding.message))

      """
  }

  /// Of more events than these the first show where to look.
  private static let mostEvents = 8

  /// How often each standard was kept, as a table, and under it what else was found.
  ///
  /// - Parameter sample: What the tickets were drawn from; shares then have intervals, and no promise is
  ///   kept or broken. nil for all tickets.
  package func render(_ tally: AuditTally, of sample: Sample? = nil) -> String {
    var lines = [heading(tally), ""]
    if let sample { lines.insert("\(sample.inWords): shares estimate those of all", at: 1) }
    var table = TextTable(
      [("standard", .left), ("kept", .right)] + (sample == nil ? [] : [("95% interval", .right)])
        + [
          ("promised", .right), ("met", .right), ("missed", .right), ("undecided", .right),
          ("not applicable", .right), ("", .left),
        ])
    for line in tally.lines {
      let judgement: String =
        switch line.isKept {
        case _ where sample != nil: ""
        case true?: "kept"
        case false?: "broken"
        case nil: ""
        }
      let interval = sample == nil ? [] : [line.interval?.inPercent ?? ""]
      table.add(
        [line.standard.id, line.share.map { Written.percent($0) } ?? "–"] + interval + [
          line.promised?.description ?? "", "\(line.count(.met))", "\(line.count(.missed))",
          "\(line.count(.undecided))", "\(line.count(.notApplicable))", judgement,
        ])
    }
    lines += table.lines
    if sample != nil, tally.lines.contains(where: { $0.promised != nil }) {
      lines += ["", Sample.ofPromises]
    }
    lines.append("")
    let found = TicketFinding.Kind.allCases.filter { tally.count($0) > 0 }
    if !found.isEmpty {
      var table = TextTable([("found besides", .left), ("times", .right), ("", .left)])
      for kind in found {
        table.add([
          kind.rawValue, "\(tally.count(kind))",
          kind.severity == .information ? "information" : "",
        ])
      }
      lines += table.lines
      lines.append("")
    }
    let undecided = tally.count(.undecided)
    lines.append(
      "\(tally.newMisses) \(tally.known > 0 ? "newly " : "")missed, "
        + "\(tally.criticalMisses) of them critical; "
        + "\(undecided) undecided: a person must look (--show undecided)")
    lines += Self.remarks(tally)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What people said of a verdict.
  private static func lines(_ remark: Remark) -> [String] {
    var lines: [String] = []
    if let decision = remark.decision {
      lines.append(
        "    the auditor had said \(decision.automatic.rawValue): "
          + TerminalText.plain(decision.automaticMessage))
    }
    if let waiver = remark.waiver {
      let until = waiver.until.map { " until \($0)" } ?? ""
      lines.append(TerminalText.plain("    waived by \(waiver.by)\(until): \(waiver.why)"))
    }
    return lines
  }

  /// What people said of all verdicts, in a line or none.
  private static func remarks(_ tally: AuditTally) -> [String] {
    var parts: [String] = []
    if tally.decided > 0 {
      parts.append(
        "\(tally.decided) decided by people, \(tally.overturned) of them otherwise than the auditor"
      )
    }
    if tally.waived > 0 {
      parts.append("\(Written.count(tally.waived, "miss", plural: "misses")) waived")
    }
    if tally.known > 0 {
      parts.append(
        "\(Written.count(tally.known, "miss", plural: "misses")) of the baseline not shown")
    }
    return parts.isEmpty ? [] : [parts.joined(separator: "; ")]
  }

  private func heading(_ tally: AuditTally) -> String {
    var parts = [
      Written.count(tally.tickets, "ticket"),
      Written.count(tally.replies, "reply", plural: "replies") + " judged",
    ]
    if tally.additions > 0 {
      parts.append(
        Written.count(tally.additions, "message")
          + " of at most \(TicketView.Reply.additionWords) words that only add to a reply")
    }
    if tally.leftOut > tally.merged {
      let count = tally.leftOut - tally.merged
      parts.append(Written.count(count, "spam or duplicate ticket") + " left out")
    }
    if tally.merged > 0 {
      parts.append(
        Written.count(tally.merged, "merged ticket") + " left out, judged where merged")
    }
    return parts.joined(separator: ", ")
  }

  private func coloured(_ outcome: Verdict.Outcome) -> String {
    let colour =
      switch outcome {
      case .met: "32"
      case .missed: "31"
      case .undecided: "33"
      case .notApplicable: "2"
      }
    return coloured(outcome.rawValue, colour)
  }

  private func coloured(_ text: String, _ colour: String) -> String {
    isColoured ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }

  /// What a ticket or a person says, on one line, steering no terminal.
  private func plain(_ text: String) -> String { TerminalText.plain(text) }

  /// One line of at most 100 characters.
  private func shortened(_ text: String) -> String {
    if text.utf8.count <= 100, TerminalText.isPlain(text) { return text }
    let start = text.prefix(101)
    let line = plain(start.split(whereSeparator: \.isNewline).joined(separator: " "))
    return line.count <= 100 && start.endIndex == text.endIndex
      ? line : String(line.prefix(99)) + "…"
  }
}
