package import Conformance
import Diagnostics
package import Quality
package import Standards
import Tickets

/// An audit as one JSON object: `verdicts`, `findings`, `summary` and `promises`.
///
/// ```swift
/// var bytes = AuditJSON.head
/// // The verdicts of each ticket, with a comma between two tickets.
/// bytes += AuditJSON.beforeFindings
/// // The findings of each ticket, alike.
/// bytes += AuditJSON.tail(tally, promises, seed: 1)
/// ```
///
/// Verdicts are written ticket by ticket, so that memory holds none of them.
package enum AuditJSON {
  /// What stands before the verdicts.
  package static let head = Array("{\"verdicts\":[".utf8)
  /// What stands between two tickets that have something.
  package static let separator = [UInt8(ascii: ",")]
  /// What stands between verdicts and findings.
  package static let beforeFindings = Array("],\"findings\":[".utf8)

  /// The verdicts of a ticket without brackets; empty where there are none.
  package static func verdicts(of audit: TicketAudit) -> [UInt8] {
    items(audit.verdicts) { $1.write(to: &$0) }
  }

  /// The findings of a ticket without brackets; empty where there are none.
  package static func findings(of audit: TicketAudit) -> [UInt8] {
    items(audit.findings) { $1.write(to: &$0, ticket: audit.view.ticket.id) }
  }

  /// What stands behind the findings.
  ///
  /// - Parameters:
  ///   - promises: The results of promises; of a sample none.
  ///   - seed: What their outlooks were drawn with.
  package static func tail(
    _ tally: AuditTally, _ promises: [PromiseResult], seed: UInt64, of sample: Sample? = nil
  ) -> [UInt8] {
    var bytes = Array("],\"summary\":".utf8)
    // Two writers: one would put a comma between two values that are no list.
    var summary = JSONWriter()
    tally.write(to: &summary, of: sample)
    bytes += summary.bytes
    bytes += ",\"promises\":".utf8
    var all = JSONWriter()
    promises.write(to: &all, seed: seed)
    bytes += all.bytes
    return bytes + "}\n".utf8
  }

  private static func items<Item>(
    _ items: [Item], _ write: (inout JSONWriter, Item) -> Void
  ) -> [UInt8] {
    guard !items.isEmpty else { return [] }
    var json = JSONWriter(reservingCapacity: 512 * items.count)
    for item in items { write(&json, item) }
    return json.bytes
  }
}

/// Verdicts as JSON, one a line, and findings behind those of their ticket.
package struct AuditJSONLines: AuditRendering {
  private let showsFindings: Bool
  private let members: VerdictMembers

  /// - Parameter showsFindings: Whether what was found besides has lines too.
  package init(_ catalogue: Catalogue, showsFindings: Bool) {
    self.showsFindings = showsFindings
    members = VerdictMembers(catalogue)
  }

  package var head: [UInt8] { [] }

  package var separator: [UInt8] { [] }

  package func part(_ shown: ShownTicket, at place: TicketPlace) -> [UInt8] {
    let audit = shown.audit
    guard !audit.verdicts.isEmpty || (showsFindings && !audit.findings.isEmpty) else { return [] }
    var json = JSONWriter(reservingCapacity: 512 * (audit.verdicts.count + 1))
    for verdict in audit.verdicts {
      verdict.write(to: &json, members)
      json.newline()
    }
    for finding in showsFindings ? audit.findings : [] {
      finding.write(to: &json, ticket: audit.view.ticket.id)
      json.newline()
    }
    return json.bytes
  }

  package func tail(_ tally: AuditTally, unreadable: Int) -> [UInt8] { [] }
}
