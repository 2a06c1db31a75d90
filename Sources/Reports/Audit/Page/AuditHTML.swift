import Conformance
package import Quality
import ServiceTime
import Standards

/// An audit as one page for a meeting: what is promised and kept, where it differs, what goes wrong most
/// often, and every ticket with its replies and verdicts.
///
/// The page needs nothing from outside and asks for nothing: its policy forbids every request. Its own
/// script lists and filters the tickets; without it everything above that list is there all the same.
package struct AuditHTML {
  let report: AuditReport
  /// What our words are written in.
  static let language = "en"

  /// The page.
  ///
  /// - Complexity: O(texts and verdicts of the tickets).
  package static func page(of report: AuditReport) -> String {
    AuditHTML(report: report).html
  }

  /// The parts of the page that have something to say.
  private struct Part {
    let id: String
    let title: String
    let write: (AuditHTML, inout HTMLWriter) -> Void
  }

  private var parts: [Part] {
    [
      report.promises.isEmpty
        ? nil : Part(id: "promises", title: "Promises") { $0.writePromises(to: &$1) },
      Part(id: "standards", title: "Standards") { $0.writeStandards(to: &$1) },
      report.replies.count.all == 0
        ? nil : Part(id: "replies", title: "Replies without a miss") { $0.writeShares(to: &$1) },
      report.agents == nil ? nil : Part(id: "agents", title: "Agents") { $0.writeAgents(to: &$1) },
      report.misses.isEmpty
        ? nil : Part(id: "misses", title: "Most frequent misses") { $0.writeMisses(to: &$1) },
      report.findings.isEmpty
        ? nil : Part(id: "besides", title: "Found besides") { $0.writeFindings(to: &$1) },
      Part(id: "tickets", title: "Tickets") { $0.writeTickets(to: &$1) },
    ].compactMap { $0 }
  }

  private var html: String {
    HTMLWriter.document(
      language: Self.language, title: "Audit · \(report.catalogue.name)",
      style: PageStyle.css, AuditStyle.css,
      policy: "default-src 'none'; style-src 'unsafe-inline'; "
        + "script-src 'sha256-\(AuditScript.hash)'; base-uri 'none'; form-action 'none'"
    ) { html in
      html.element("a", ["class": "skip", "href": "#tickets"], text: "To the list of tickets")
      writeHeader(to: &html)
      html.element("main") { html in
        for part in parts {
          html.element("section", ["id": part.id, "aria-labelledby": "\(part.id)-name"]) { html in
            html.element("h2", ["id": "\(part.id)-name"], text: part.title)
            part.write(self, &html)
          }
        }
      }
      writeFooter(to: &html)
      html.data(AuditData(report).json, id: "data")
      html.script(AuditScript.source)
    }
  }

  private func writeHeader(to html: inout HTMLWriter) {
    html.element("header", ["class": "masthead"]) { html in
      html.element("p", ["class": "kicker"], text: "Audit")
      html.element("h1", ["dir": "auto"], text: report.catalogue.name)
      html.element("p", ["class": "lead"], text: lead)
      html.element("dl", ["class": "numbers"]) { html in
        for (value, name) in numbers {
          html.element("div") { html in
            html.element("dt", text: name)
            html.element("dd", text: value)
          }
        }
      }
      html.element("nav", ["aria-label": "Contents"]) { html in
        html.element("ol") { html in
          for part in parts {
            html.element("li") { html in
              html.element("a", ["href": "#\(part.id)"], text: part.title)
            }
          }
        }
      }
    }
  }

  /// What was judged.
  private var lead: String {
    var text =
      Written.count(report.tally.tickets, "ticket") + " with "
      + Written.count(report.tally.replies, "judged reply", plural: "judged replies")
    if let dates = report.dates {
      text += dates.first == dates.last ? ", \(dates.first)" : ", \(dates.first) to \(dates.last)"
    }
    text += ", by " + Written.count(report.standards.count, "standard")
    if let version = report.catalogue.version { text += " of version \(version)" }
    if let sample = report.sample { text += "; \(sample.inWords)" }
    return text + "."
  }

  /// The figures at the top.
  private var numbers: [(String, String)] {
    var all: [(String, String)] = []
    let told = report.promises.map(\.standing).filter { $0 != .nothingDecided }
    if !told.isEmpty {
      all.append(("\(told.count { $0 == .kept }) of \(told.count)", "promises kept"))
    }
    if let share = report.replies.count.share {
      all.append((Written.percent(share), "of replies without a miss"))
    }
    if let score = report.replies.form.inWords { all.append((score, "form score, of 100")) }
    let missed = report.standards.reduce(0) { $0 + $1.missed }
    let critical = report.standards.reduce(0) {
      $0 + ($1.standard.severity == .critical ? $1.missed : 0)
    }
    all.append(("\(missed)", "misses, \(critical) of them critical"))
    all.append(
      ("\(report.standards.reduce(0) { $0 + $1.undecided })", "undecided: a person must look"))
    let known = report.standards.reduce(0) { $0 + $1.known }
    if known > 0 { all.append(("\(known)", "of the misses known from before, not listed")) }
    let waived = report.standards.reduce(0) { $0 + $1.waived }
    if waived > 0 { all.append(("\(waived)", "misses waived")) }
    let reviewed = report.standards.reduce(0) { $0 + $1.reviewed }
    if reviewed > 0 { all.append(("\(reviewed)", "verdicts given by a reviewer")) }
    return all
  }

  private func writeFooter(to html: inout HTMLWriter) {
    html.element("footer") { html in
      html.element("h2", text: "How this was counted")
      for line in notes { html.element("p", text: line) }
    }
  }

  private var notes: [String] {
    var lines: [String] = []
    let tally = report.tally
    if tally.additions > 0 {
      lines.append(
        Written.count(tally.additions, "message") + " of a few words only "
          + (tally.additions == 1 ? "adds" : "add") + " to a reply, and "
          + (tally.additions == 1 ? "is" : "are") + " not judged.")
    }
    if tally.leftOut > 0 {
      lines.append(
        Written.count(tally.leftOut, "ticket") + " left out: spam, told twice, or merged"
          + (tally.merged > 0 ? " (\(tally.merged), judged where merged)." : "."))
    }
    if report.unreadable > 0 {
      lines.append(Written.count(report.unreadable, "line") + " could not be read.")
    }
    if let sample = report.sample {
      lines.append(
        "This is \(sample.inWords), in which every ticket was as likely as any other. Shares estimate "
          + "those of all tickets; their intervals say where these lie with a confidence of 95% "
          + "(Wilson). Of promises nothing is said: \(Sample.ofPromises).")
    } else {
      lines.append(
        "All tickets were judged: every case counts, so that a promise is kept or broken, and a standard "
          + "kept so often, whatever chance has to do with it. Replies are besides that a sample of how "
          + "a desk, or somebody, works: intervals of shares of replies say where these would lie in "
          + "the long run, with a confidence of 95% (Wilson).")
    }
    lines.append(
      "An undecided verdict is no miss until a person decides. Misses that are waived are shown and do "
        + "not count; those known from a baseline count, and stand under no examples. Quoted mail, "
        + "signatures and legal text are shown in grey and not judged.")
    return lines
  }
}

extension HTMLWriter {
  /// Writes a name or another short text of a ticket, apart in its direction.
  mutating func name(_ text: String, _ kind: String? = nil) {
    element("bdi", ["class": kind], text: text)
  }

  /// Writes a text of the catalogue; one in another language than the page's is marked as such.
  mutating func localized(
    _ text: LocalizedText, as name: StaticString, _ kind: String? = nil
  ) {
    let language = text.foreignLanguage
    element(
      name, ["class": kind, "lang": language, "xml:lang": language, "dir": "auto"],
      text: text.text(in: AuditHTML.language))
  }
}

extension LocalizedText {
  /// The language of what an English page shows of it, where that is another one and is known.
  var foreignLanguage: String? {
    let shown = text(in: AuditHTML.language)
    let language = texts.first { $0.text == shown }?.language
    return language == AuditHTML.language ? nil : language
  }
}
