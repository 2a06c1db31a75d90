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

  /// A ticket's part.
  struct Part: Sendable {
    let audit: TicketAudit
    /// What the page lists of it.
    let entry: (shown: ShownTicket, entry: TicketEntry)?
    /// Its verdicts as they are printed.
    let verdicts: [UInt8]
    /// Its findings as they are printed.
    let findings: [UInt8]

    init(
      audit: TicketAudit, entry: (shown: ShownTicket, entry: TicketEntry)? = nil,
      verdicts: [UInt8], findings: [UInt8]
    ) {
      self.audit = audit
      self.entry = entry
      self.verdicts = verdicts
      self.findings = findings
    }
  }

  /// Renders a ticket's part.
  func part(_ shown: ShownTicket, of read: ReadTicket) -> Part {
    let audit = shown.audit
    switch format {
    case .csv, .sarif, .junit, .jsonl:
      return Part(
        audit: audit, verdicts: growing?.part(shown, at: read.place) ?? [], findings: [])
    case .html:
      return Part(
        audit: audit, entry: (shown, TicketEntry(shown, source: read.source)), verdicts: [],
        findings: [])
    case .text:
      let source = read.source
      let id = audit.view.ticket.id
      let verdicts = audit.verdicts.filter {
        self.shown.contains($0.outcome) && $0.remark?.isKnown != true
      }
      .map { text.render($0, source: source) }
      let findings = showsFindings ? audit.findings : []
      return Part(
        audit: audit, verdicts: Array(verdicts.joined().utf8),
        findings: Array(
          findings.map { text.render($0, ticket: id, source: source) }.joined().utf8))
    case .json:
      return Part(
        audit: audit, verdicts: AuditJSON.verdicts(of: audit),
        findings: AuditJSON.findings(of: audit))
    }
  }
}
