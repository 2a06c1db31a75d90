import Conformance
import Diagnostics
import Foundation
import Quality
import Reports
import Standards
import Testing
import Tickets

struct AuditFormatTests {
  private static let place = TicketPlace(path: "in/week 1.jsonl", line: 7)

  private func csv(_ audit: TicketAudit) -> String {
    String(
      decoding: AuditCSV(Audits.catalogue).part(ShownTicket(audit), at: Self.place), as: UTF8.self)
  }

  private func junit(_ audits: [TicketAudit]) -> String {
    let format = AuditJUnit()
    let parts = audits.map { format.part(ShownTicket($0), at: Self.place) }
    let bytes =
      format.head + parts.joined() + format.tail(AuditTally(Audits.catalogue), unreadable: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func sarif(
    _ audits: [TicketAudit], at place: TicketPlace = Self.place, hasBaseline: Bool = false
  ) throws -> [String: Any] {
    let format = AuditSARIF(
      Audits.catalogue, version: "1.2.3", folder: "/srv/audits", hasBaseline: hasBaseline)
    let parts = audits.map { format.part(ShownTicket($0), at: place) }.filter { !$0.isEmpty }
    let bytes =
      format.head + parts.joined(separator: format.separator)
      + format.tail(AuditTally(Audits.catalogue), unreadable: 0)
    let log = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    return try #require((log?["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ run: [String: Any]) throws -> [[String: Any]] {
    try #require(run["results"] as? [[String: Any]])
  }

  @Test func `a row of CSV has as many cells as there are columns`() throws {
    let audit = try Audits.audit(
      Audits.ticket("T-1", Audits.hostile, asking: Audits.hostile, agent: Audits.hostile))
    let rows = Self.rows(of: csv(audit))
    #expect(rows.count == audit.verdicts.count)
    #expect(rows.allSatisfy { $0.count == AuditCSV.columns.count })
    let agent = try #require(AuditCSV.columns.firstIndex(of: "agent"))
    let message = Audits.hostile.replacing("\0", with: " ")
    #expect(rows.contains { $0[agent] == "'" + message })
  }

  @Test(arguments: ["=1+1", "+48 22", "-1", "@x", "\tx", "\r=1"])
  func `a text that looks like a formula stays a text`(id: String) throws {
    let rows = Self.rows(of: csv(try Audits.audit(Audits.ticket(id, "Hello."))))
    #expect(rows.allSatisfy { $0[2] == "'" + id })
  }

  @Test func `CSV says what people said`() throws {
    let ticket = Audits.ticket("T-1", "We are back soon.")
    func cells(_ remark: Remark, _ columns: [String]) throws -> [String] {
      let rows = Self.rows(of: csv(try Audits.audit(ticket, remark: remark)))
      let row = try #require(rows.first { $0[15] == "missed" })
      return columns.map { row[AuditCSV.columns.firstIndex(of: $0) ?? 0] }
    }
    #expect(
      try cells(Audits.waived, ["counts", "waived_by", "waived_why", "waived_until", "known"]) == [
        "no", "ewa", "the mail server was down", "2026-03-31", "no",
      ])
    #expect(
      try cells(Audits.decided, ["counts", "reviewer", "decided_at", "reason", "automatic"]) == [
        "yes", "ewa", "2026-03-03T01:06:40Z", "read aloud", "undecided",
      ])
    #expect(try cells(Audits.known, ["counts", "known"]) == ["no", "yes"])
  }

  @Test func `SARIF has a rule for each standard, a result for each miss and each doubt`() throws {
    let run = try sarif([
      try Audits.audit(Audits.ticket("T-1", "We are back soon.")),
      try Audits.audit(Audits.ticket("T-2", "Hello, it is done.", after: 5)),
    ])
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == Audits.catalogue.standards.map(\.id))
    let levels = rules.map { ($0["defaultConfiguration"] as? [String: String])?["level"] }
    #expect(levels == ["error", "note", "warning", "warning"])
    let results = try results(run)
    let told = results.map { result in
      "\(result["ruleId"] ?? "") \(result["kind"] ?? "") \(result["level"] ?? "")"
    }
    #expect(
      told == [
        "mail-quarter fail error", "listening review none", "greet fail note",
        "no-vague-promise fail warning", "listening review none",
      ])
    #expect(
      results.allSatisfy { result in
        rules[result["ruleIndex"] as? Int ?? 0]["id"] as? String == result["ruleId"] as? String
      })
    let vague = results[3]
    #expect(
      vague["partialFingerprints"] as? [String: String] == ["verdict/v1": "no-vague-promise/1/T-1"])
    let location = try #require((vague["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect(
      (physical["artifactLocation"] as? [String: String])?["uri"] == "in/week%201.jsonl")
    let region = try #require(physical["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 7)
    #expect((region["snippet"] as? [String: String])?["text"] == "soon")
    let words = (vague["properties"] as? [String: Any])?["words"] as? [[String: Any]]
    #expect(words?.first?["charOffset"] as? Int == 12)
    #expect(words?.first?["charLength"] as? Int == 4)
    #expect(vague["baselineState"] == nil)
  }

  @Test func `SARIF shows waivers as suppressions and known misses as unchanged`() throws {
    let ticket = Audits.ticket("T-1", "We are back soon.")
    let waived = try results(sarif([Audits.audit(ticket, remark: Audits.waived)]))
    let suppression = (waived[0]["suppressions"] as? [[String: Any]])?.first
    #expect(suppression?["kind"] as? String == "external")
    #expect(suppression?["justification"] as? String == "the mail server was down")
    let known = try results(sarif([Audits.audit(ticket, remark: Audits.known)]))
    #expect(known[0]["baselineState"] as? String == "unchanged")
    #expect((known[0]["suppressions"] as? [Any])?.isEmpty == true)
    let new = try results(sarif([Audits.audit(ticket)], hasBaseline: true))
    #expect(new.allSatisfy { $0["baselineState"] as? String == "new" })
    let decided = try results(sarif([Audits.audit(ticket, remark: Audits.decided)]))
    let decision = (decided[0]["properties"] as? [String: Any])?["review"] as? [String: Any]
    #expect(decision?["automatic"] as? String == "undecided")
  }

  @Test(arguments: [
    ("a.jsonl", "a.jsonl"), ("./a/../b c.jsonl", "b%20c.jsonl"),
    ("žá:.jsonl", "%C5%BE%C3%A1%3A.jsonl"),
    ("/tmp/x.jsonl", "file:///tmp/x.jsonl"), ("../x.jsonl", "file:///srv/x.jsonl"),
    ("a/../../x.jsonl", "file:///srv/x.jsonl"), ("-", nil),
  ])
  func `a file is named by a reference that leads nowhere else`(path: String, uri: String?) throws {
    let audit = try Audits.audit(Audits.ticket("T-1", "We are back soon."))
    let results = try results(sarif([audit], at: TicketPlace(path: path, line: 1)))
    let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
    let physical = location["physicalLocation"] as? [String: Any]
    #expect((physical?["artifactLocation"] as? [String: String])?["uri"] == uri)
    #expect((location["logicalLocations"] as? [Any])?.isEmpty == false)
  }

  @Test func `JUnit XML is well-formed whatever a ticket holds, and counts right`() throws {
    let audits = try [
      Audits.audit(Audits.ticket(Audits.hostile, Audits.hostile, asking: Audits.hostile)),
      Audits.audit(Audits.ticket("T-2", "We are back soon."), remark: Audits.waived),
      Audits.audit(Audits.ticket("T-3", "We are back soon."), remark: Audits.decided),
    ]
    let page = Page(junit(audits))
    #expect(page.problem == nil)
    let suites = page.elements.filter { $0.name == "testsuite" }.map(\.attributes)
    #expect(suites.map { $0["tests"] } == ["4", "4", "4"])
    #expect(suites.map { $0["failures"] } == ["3", "0", "3"])
    #expect(suites.map { $0["skipped"] } == ["1", "4", "1"])
    #expect(suites[1]["timestamp"] == "2026-03-02T09:00:00")
    #expect(page.elements.count { $0.name == "failure" } == 6)
    let skipped = page.elements.filter { $0.name == "skipped" }.compactMap {
      $0.attributes["message"]
    }
    #expect(
      skipped.contains {
        $0.hasPrefix("missed: waived by ewa until 2026-03-31: the mail server was down; ")
      })
    #expect(page.text.contains("decided by ewa on 2026-03-03T01:06:40Z: read aloud"))
    // A name in an attribute keeps its lines; what XML cannot hold is replaced.
    let name = suites[0]["name"]
    #expect(name?.contains("alert(1) & \"quoted\"") == true)
    #expect(name?.contains("<!--\n]]>") == true)
    #expect(name?.unicodeScalars.contains { $0 < " " && $0 != "\n" } == false)
  }

  @Test func `a ticket that is left out is no suite`() throws {
    var spam = Audits.ticket("T-1", "Soon.")
    let at = try #require(spam.events.first).at
    spam.events.append(TicketEvent(at: at, kind: .status(.spam)))
    let audit = try Audits.audit(spam)
    try #require(audit.view.leftOut != nil)
    #expect(AuditJUnit().part(ShownTicket(audit), at: Self.place).isEmpty)
  }

  @Test func `each format is as recorded, with what people said`() throws {
    let audits = try [
      Audits.audit(
        Audits.ticket("T-1", "We are back soon.", topic: "outage"), remark: Audits.waived),
      Audits.audit(Audits.ticket("T-2", "We are back soon."), remark: Audits.decided),
      Audits.audit(Audits.ticket("T-3", "Žluťoučký soon."), remark: Audits.known),
    ]
    var text = ""
    var json = JSONWriter()
    for verdict in audits.flatMap(\.verdicts) {
      text += AuditText(isColoured: false).render(verdict, source: "week.jsonl:7")
      verdict.write(to: &json)
      json.newline()
    }
    try Golden.expect(text, "audit.txt")
    try Golden.expect(json.string, "audit.jsonl")
    let formats: [(any AuditRendering, String)] = [
      (AuditCSV(Audits.catalogue), "audit.csv"), (AuditJUnit(), "audit.xml"),
      (AuditSARIF(Audits.catalogue, version: "1.2.3", folder: "/"), "audit.sarif"),
    ]
    for (format, name) in formats {
      let parts = audits.map { format.part(ShownTicket($0), at: Self.place) }
      let bytes =
        format.head + parts.filter { !$0.isEmpty }.joined(separator: format.separator)
        + format.tail(AuditTally(Audits.catalogue), unreadable: 1)
      try Golden.expect(String(decoding: bytes, as: UTF8.self), name)
    }
  }

  /// What a spreadsheet reads (RFC 4180).
  private static func rows(of csv: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    let bytes = Array(csv.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          cell.append(byte)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == 0x2C || byte == 0x0A {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      } else if byte != 0x0D {
        cell.append(byte)
      }
      index += 1
    }
    return rows
  }
}
