package import Conformance
package import Quality
import ServiceTime
import Standards
import Tickets

/// An audit as JUnit XML, for servers that show the results of tests.
///
/// A suite is a ticket, a case one verdict on it: the counts of a suite are known as soon as its ticket
/// is judged, so that nothing has to be kept, and what a server lists as broken is a ticket that
/// somebody can open. A miss that counts is a failure. Undecided and not applicable verdicts are
/// skipped, and so are misses that are waived or known.
package struct AuditJUnit: AuditRendering {
  /// Prepares the report.
  package init() {}

  package var head: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kwadrans audit\">\n".utf8)
  }

  package var separator: [UInt8] { [] }

  package func part(_ shown: ShownTicket, at place: TicketPlace) -> [UInt8] {
    guard shown.audit.view.leftOut == nil else { return [] }
    var xml = XMLText()
    let failures = shown.audit.verdicts.count { $0.counts }
    let passes = shown.audit.verdicts.count { $0.outcome == .met }
    xml.raw("<testsuite")
    xml.attribute("name", shown.ticket.id)
    xml.attribute("tests", "\(shown.audit.verdicts.count)")
    xml.attribute("failures", "\(failures)")
    xml.attribute("errors", "0")
    xml.attribute("skipped", "\(shown.audit.verdicts.count - failures - passes)")
    if let start = shown.ticket.events.first?.at {
      // Without the offset, as the schemas ask.
      xml.attribute("timestamp", String(start.description.prefix(19)))
    }
    xml.raw(">\n")
    for verdict in shown.audit.verdicts { write(verdict, of: shown, at: place, to: &xml) }
    xml.raw("</testsuite>\n")
    return Array(xml.string.utf8)
  }

  package func tail(_ tally: AuditTally, unreadable: Int) -> [UInt8] {
    Array("</testsuites>\n".utf8)
  }

  private func write(
    _ verdict: Verdict, of shown: ShownTicket, at place: TicketPlace, to xml: inout XMLText
  ) {
    let event = verdict.event.map { " (event \($0))" } ?? ""
    xml.raw("<testcase")
    xml.attribute("name", verdict.standard + event)
    xml.attribute("classname", verdict.ticket)
    let remarks = verdict.remarks
    if verdict.counts {
      xml.raw("><failure")
      xml.attribute("type", verdict.severity.rawValue)
      xml.attribute("message", verdict.messageWithWords)
      xml.raw(">")
      var lines = ["\(place.path):\(place.line)"]
      if let agent = shown.agent(of: verdict) { lines.append("agent: \(agent)") }
      lines += verdict.quotedWords.prefix(3).map { "\"\($0.text)\"" }
      xml.text((lines + remarks).joined(separator: "\n"))
      xml.raw("</failure></testcase>\n")
    } else if verdict.outcome != .met {
      let said = remarks.isEmpty ? [verdict.message] : remarks + [verdict.message]
      xml.raw("><skipped")
      xml.attribute(
        "message", "\(verdict.outcome.rawValue): \(said.joined(separator: "; "))")
      xml.raw("/></testcase>\n")
    } else {
      xml.raw("/>\n")
    }
  }
}

/// XML while it is written.
private struct XMLText {
  private(set) var string = ""

  /// Writes what is XML already.
  mutating func raw(_ xml: StaticString) { string += "\(xml)" }

  /// Writes an attribute; its line feeds are kept.
  mutating func attribute(_ name: StaticString, _ value: String) {
    string += " \(name)=\""
    var escaped = ""
    HTMLWriter.escape(value, into: &escaped)
    for scalar in escaped.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": string += "&#\(scalar.value);"
      default: string.unicodeScalars.append(scalar)
      }
    }
    string += "\""
  }

  /// Writes a text.
  mutating func text(_ text: String) {
    HTMLWriter.escape(text, into: &string)
  }
}
