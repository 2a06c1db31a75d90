import Conformance
import Quality
import Reports
import Tickets

/// What the report of an audit says of one ticket.
struct AuditPage: Sendable {
  let format: AuditRun.Format
  let text: AuditText
  /// What renders the formats that only grow; nil for the others.
  let growing: (any AuditRendering)?
  /// The verdicts that the text shows.
  let shown: [Verdict.Outcome]
  /// Whether the text shows what was found besides the standards.
  let showsFindings: Bool

  /// What is printed of a ticket.
  struct Part: Sendable {
    /// What the page lists of it.
    var entry: (shown: ShownTicket, entry: TicketEntry)?
    /// Its verdicts.
    var verdicts: [UInt8] = []
    /// Its findings.
    var findings: [UInt8] = []
  }

  /// Renders a ticket's part.
  func part(_ shown: ShownTicket, of read: ReadTicket) -> Part {
    let audit = shown.audit
    switch format {
    case .csv, .sarif, .junit, .jsonl:
      return Part(verdicts: growing?.part(shown, at: read.place) ?? [])
    case .html:
      return Part(entry: (shown, TicketEntry(shown, source: read.source)))
    case .text:
      let source = read.source
      let id = audit.view.ticket.id
      var verdicts: [UInt8] = []
      // By index: to take a verdict out would copy it, with all that it refers to.
      for index in audit.verdicts.indices
      where self.shown.contains(audit.verdicts[index].outcome)
        && audit.verdicts[index].remark?.isKnown != true
      {
        verdicts += text.render(audit.verdicts[index], source: source).utf8
      }
      let findings = showsFindings ? audit.findings : []
      return Part(
        verdicts: verdicts,
        findings: Array(
          findings.map { text.render($0, ticket: id, source: source) }.joined().utf8))
    case .json:
      return Part(
        verdicts: AuditJSON.verdicts(of: audit), findings: AuditJSON.findings(of: audit))
    }
  }
}
