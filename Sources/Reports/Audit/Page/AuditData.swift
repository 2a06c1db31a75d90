import Clocks
import Conformance
import Diagnostics
import Quality
import ServiceTime
import Standards

/// The tickets of a page as its script reads them: JSON that may stand in HTML and XML.
///
/// `standards`: lists of id, title, the title's language, severity, why, right replies (language,
/// text). `texts`: the sentences of verdicts, each once. `tickets`: lists of id, source, channel, topic, date, agents,
/// messages, verdicts, findings. A message is a list of event, sender (0 customer, 1 agent, 2 machine),
/// agent, time, language, text, part (0 unjudged, 1 judged, 2 addition), cuts. A verdict is a list of
/// standard, event (−1 for the ticket), outcome (see ``outcome(of:)``), sentence, words (event, from,
/// to, …), time, remarks. A finding is a list of kind, whether it is a fault, and its sentence. Offsets
/// count code points.
struct AuditData {
  private let report: AuditReport
  private let standards: [String: Int]

  init(_ report: AuditReport) {
    self.report = report
    standards = Dictionary(
      report.catalogue.standards.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The data.
  var json: String {
    var texts = SentenceTable()
    var tickets = JSONWriter()
    tickets.array { json in
      for ticket in report.tickets { write(ticket, &texts, to: &json) }
    }
    var json = JSONWriter(reservingCapacity: tickets.bytes.count * 2)
    json.object { json in
      json.key("standards")
      json.array { json in
        for standard in report.catalogue.standards { write(standard, to: &json) }
      }
      json.key("texts")
      json.array { json in
        for text in texts.all { json.string(text) }
      }
      json.key("tickets")
      json.raw(tickets.bytes)
    }
    return Self.harmless(json.bytes)
  }

  /// Sentences by number, each once.
  private struct SentenceTable {
    private(set) var all: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = all.count
      all.append(AuditData.clean(text))
      return all.count - 1
    }
  }

  /// How a verdict stands, for the script: 0 met, 1 missed, 2 undecided, 3 not applicable, 4 missed but
  /// let pass.
  private static func outcome(of verdict: Verdict) -> Int {
    switch verdict.outcome {
    case .met: 0
    case .missed: verdict.counts ? 1 : 4
    case .undecided: 2
    case .notApplicable: 3
    }
  }

  private func write(_ standard: Standard, to json: inout JSONWriter) {
    json.array { json in
      json.string(standard.id)
      json.string(Self.clean(standard.title.text(in: AuditHTML.language)))
      json.string(standard.title.foreignLanguage ?? "")
      json.string(standard.severity.rawValue)
      json.string(Self.clean(standard.why?.text(in: AuditHTML.language) ?? ""))
      json.array { json in
        for reply in RightReplies(standard, of: report.catalogue).all {
          json.array { json in
            json.string(reply.language ?? "")
            json.string(Self.clean(reply.text.plain))
          }
        }
      }
    }
  }

  private func write(_ ticket: TicketEntry, _ texts: inout SentenceTable, to json: inout JSONWriter)
  {
    json.array { json in
      json.string(Self.clean(ticket.id))
      json.string(Self.clean(ticket.source))
      json.string(Self.clean(ticket.channel))
      json.string(Self.clean(ticket.topic ?? ""))
      json.string(ticket.start.map { String($0.description.prefix(10)) } ?? "")
      json.array { json in
        for agent in ticket.agents { json.string(Self.clean(agent)) }
      }
      json.array { json in
        for message in ticket.messages { write(message, to: &json) }
      }
      json.array { json in
        for verdict in ticket.verdicts { write(verdict, &texts, to: &json) }
      }
      json.array { json in
        for finding in ticket.findings {
          json.array { json in
            json.string(finding.kind.rawValue)
            json.int(finding.kind.severity == .fault ? 1 : 0)
            json.string(Self.clean(finding.message))
          }
        }
      }
    }
  }

  private func write(_ message: TicketEntry.Message, to json: inout JSONWriter) {
    json.array { json in
      json.int(message.event)
      switch message.from {
      case .customer: json.int(0)
      case .agent: json.int(1)
      case .machine: json.int(2)
      }
      json.string(Self.clean(message.agent ?? ""))
      json.string(AuditHTML.minute(message.at))
      json.string(message.language ?? "")
      json.string(Self.clean(message.text))
      switch message.part {
      case .unjudged: json.int(0)
      case .judged: json.int(1)
      case .addition: json.int(2)
      }
      json.array { json in
        for cut in message.cuts {
          json.int(cut.lowerBound)
          json.int(cut.upperBound)
        }
      }
    }
  }

  private func write(_ verdict: Verdict, _ texts: inout SentenceTable, to json: inout JSONWriter) {
    guard let standard = standards[verdict.standard] else { return }
    json.array { json in
      json.int(standard)
      json.int(verdict.event ?? -1)
      json.int(Self.outcome(of: verdict))
      json.int(texts.number(of: verdict.message))
      json.array { json in
        for words in verdict.quotedWords {
          json.int(words.event)
          json.int(words.range.lowerBound)
          json.int(words.range.upperBound)
        }
      }
      // Most verdicts end here.
      guard verdict.firstWait != nil || verdict.remark != nil else { return }
      json.string(verdict.firstWait.map { Self.inWords($0) } ?? "")
      json.array { json in
        for sentence in verdict.remarks { json.string(Self.clean(sentence)) }
      }
    }
  }

  /// The time that a verdict rests on.
  private static func inWords(_ wait: Evidence.Wait) -> String {
    let counted = TimeSpan(seconds: wait.elapsedSeconds).inHours
    let target = TimeSpan(seconds: wait.targetSeconds).inHours
    let wall = TimeSpan(seconds: wait.wallSeconds).inHours
    return "\(counted) counted, \(target) promised, \(wall) on the customer's own clock"
  }

  /// A text in which characters that no page may hold, and marks that turn the direction of what
  /// follows, are replaced; every code point stays one.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { HTMLWriter.isUnfit($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(HTMLWriter.isUnfit(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// JSON without characters that end a script or mean something in XML; they only stand in strings.
  private static func harmless(_ json: [UInt8]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count + json.count / 16)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): bytes += #"\u003c"#.utf8
      case UInt8(ascii: ">"): bytes += #"\u003e"#.utf8
      case UInt8(ascii: "&"): bytes += #"\u0026"#.utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
