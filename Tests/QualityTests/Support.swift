import Conformance
import Foundation
import Quality
import ServiceTime
import SourceYAML
import Standards
import Testing
import Tickets

import struct Diagnostics.Diagnostics
import class Diagnostics.SourceText

/// A file that is gone when the body is over.
func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
  try Data(text.utf8).write(to: URL(filePath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// A desk with a few standards.
enum Desk {
  static let text = """
    catalogue: {name: Desk, languages: [en]}
    channels: {email: {kind: deferred}, chat: {kind: live}}
    phrases: {hellos: {en: [hello]}}
    standards:
      - {id: greet, title: Greet, applies-to: {channel: email}, greeting: {phrases: hellos}}
      - {id: sign, title: Sign, applies-to: {channel: email}, waivable: false, signature: {}}
      - {id: heard, title: Listen, checklist: {questions: [{id: listened, ask: Did they listen?}]}}
      - {id: mail, title: In time, applies-to: {channel: email},
         first-response: {within: 15 min, share: 95%, hours: always}}
    """

  static func catalogue() throws -> Catalogue {
    var diagnostics = Diagnostics()
    let result = CatalogueReader.read([SourceText(path: "desk.yaml", text)], after: diagnostics)
    diagnostics = result.diagnostics
    try #require(!diagnostics.hasErrors, "\(diagnostics.all.map(\.message))")
    return result.catalogue
  }

  /// A ticket with a question, and an answer after so many minutes that greets or does not.
  static func ticket(
    _ id: String, minutes: Int = 5, greets: Bool = false, channel: String = "email",
    agent: String = "ann"
  ) -> Ticket {
    func at(_ minute: Int) -> OffsetInstant {
      OffsetInstant(instant: Instant(seconds: 1_790_000_000 + 60 * minute), utcOffset: 0)
    }
    return Ticket(
      id: id, channel: channel, customer: Customer(name: "Tom Brown"),
      events: [
        TicketEvent(at: at(0), kind: .message(Message(from: .customer, text: "It is down. Why?"))),
        TicketEvent(
          at: at(minutes),
          kind: .message(
            Message(
              from: .agent, agent: agent,
              text: (greets ? "Hello Tom,\n\n" : "")
                + "We have restarted it, and it works again now.\n\nRegards\nAnn Smith"))),
        TicketEvent(at: at(minutes), kind: .status(.solved)),
      ])
  }

  static func audit(_ ticket: Ticket, _ catalogue: Catalogue) throws -> TicketAudit {
    try Auditor(catalogue, Lexicon.builtIn().lexicon).audit(ticket)
  }
}

extension TicketAudit {
  /// The verdict of a standard.
  func verdict(_ standard: String) throws -> Verdict {
    try #require(verdicts.first { $0.standard == standard })
  }
}
