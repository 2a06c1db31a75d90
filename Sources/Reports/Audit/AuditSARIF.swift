package import Conformance
import Diagnostics
package import Quality
import ServiceTime
package import Standards
import Tickets

/// An audit as SARIF 2.1.0, for the viewers of static analysis: a rule for each standard, a result for
/// each miss, and one of the kind `review` for each verdict that a person must give.
///
/// Source: OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*, 2020.
package struct AuditSARIF: AuditRendering {
  private let catalogue: Catalogue
  private let version: String
  private let folder: String
  private let hasBaseline: Bool
  private let sample: Sample?
  private let indices: [String: Int]

  /// Prepares the rules.
  ///
  /// - Parameters:
  ///   - version: The version of this tool.
  ///   - folder: The folder from which files are named (an absolute path).
  ///   - hasBaseline: Whether results are new where the baseline does not know them.
  ///   - sample: What the tickets were drawn from; nil for all of them.
  package init(
    _ catalogue: Catalogue, version: String, folder: String, hasBaseline: Bool = false,
    sample: Sample? = nil
  ) {
    self.catalogue = catalogue
    self.version = version
    self.folder = folder
    self.hasBaseline = hasBaseline
    self.sample = sample
    indices = Dictionary(
      catalogue.standards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var head: [UInt8] {
    var tool = JSONWriter()
    tool.object { json in
      json.key("driver")
      json.object { json in
        json.key("name")
        json.string("kwadrans")
        json.key("version")
        json.string(version)
        json.key("rules")
        json.array { json in
          for standard in catalogue.standards { write(standard, to: &json) }
        }
        json.key("properties")
        json.object { json in
          json.key("catalogue")
          json.string(catalogue.name)
          json.key("catalogueVersion")
          json.string(catalogue.version)
        }
      }
    }
    let start =
      #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","#
      + #""runs":[{"tool":"#
    return Array(start.utf8) + tool.bytes
      + Array(#","columnKind":"unicodeCodePoints","results":["#.utf8)
  }

  package var separator: [UInt8] { [UInt8(ascii: ",")] }

  package func part(_ shown: ShownTicket, at place: TicketPlace) -> [UInt8] {
    let told = shown.audit.verdicts.filter { $0.outcome == .missed || $0.outcome == .undecided }
    guard !told.isEmpty else { return [] }
    let uri = place.uri(from: folder)
    var json = JSONWriter(reservingCapacity: 1024 * told.count)
    for verdict in told { write(verdict, of: shown, uri: uri, line: place.line, to: &json) }
    return json.bytes
  }

  package func tail(_ tally: AuditTally, unreadable: Int) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      json.object { json in
        json.key("executionSuccessful")
        json.bool(unreadable == 0)
      }
    }
    var properties = JSONWriter()
    properties.object { json in
      for (key, value) in [
        ("tickets", tally.tickets), ("replies", tally.replies), ("additions", tally.additions),
        ("leftOut", tally.leftOut), ("unreadableLines", unreadable),
      ] {
        json.key(named: key)
        json.int(value)
      }
      if sample != nil { json.member(sample) }
    }
    return Array(#"],"invocations":"#.utf8) + json.bytes + Array(#","properties":"#.utf8)
      + properties.bytes + Array("}]}\n".utf8)
  }
}

// MARK: - Rules

extension AuditSARIF {
  private func write(_ standard: Standard, to json: inout JSONWriter) {
    let title = standard.title.text()
    json.object { json in
      json.key("id")
      json.string(standard.id)
      json.message("shortDescription", title)
      json.message("fullDescription", standard.why?.text() ?? title)
      json.message("help", help(for: standard))
      json.key("defaultConfiguration")
      json.object { json in
        json.key("level")
        json.string(standard.severity.sarifLevel)
      }
      json.key("properties")
      json.object { json in
        json.key("kind")
        json.string(standard.requirement.key)
        json.key("owner")
        json.string(standard.owner.rawValue)
        json.key("weight")
        json.int(standard.weight)
        json.key("tags")
        json.array { json in
          // Sets of tags must not repeat one.
          var seen: Set<String> = []
          for tag in standard.tags where seen.insert(tag).inserted { json.string(tag) }
        }
      }
    }
  }

  /// What its kind asks, with which parameters, and replies that keep it and break it.
  private func help(for standard: Standard) -> String {
    let kind = standard.requirement.kind
    var lines = [kind.card.summary]
    lines += kind.parameters.map { "\($0.key): \($0.value)" }
    for (side, examples) in [
      ("right", standard.examples.pass), ("wrong", standard.examples.fail),
    ] {
      for case .reply(let text) in examples.prefix(2) {
        lines.append("\(side): \(MarkedText(text).plain)")
      }
    }
    return lines.joined(separator: "\n")
  }
}

// MARK: - Results

extension AuditSARIF {
  private func write(
    _ verdict: Verdict, of shown: ShownTicket, uri: String?, line: Int, to json: inout JSONWriter
  ) {
    let words = verdict.quotedWords
    json.object { json in
      json.key("ruleId")
      json.string(verdict.standard)
      if let index = indices[verdict.standard] {
        json.key("ruleIndex")
        json.int(index)
      }
      let isMiss = verdict.outcome == .missed
      json.key("kind")
      json.string(isMiss ? "fail" : "review")
      json.key("level")
      // What is no failure has no level (3.27.10).
      json.string(isMiss ? verdict.severity.sarifLevel : "none")
      json.message("message", verdict.messageWithWords)
      json.key("locations")
      json.array { json in
        json.object { json in writeLocation(of: verdict, words, uri: uri, line: line, to: &json) }
      }
      json.key("partialFingerprints")
      json.object { json in
        json.key("verdict/v1")
        let event = verdict.event.map { "\($0)" } ?? ""
        // The ticket last, since only its name may hold anything.
        json.string("\(verdict.standard)/\(event)/\(verdict.ticket)")
      }
      writeRemark(of: verdict, to: &json)
      json.key("properties")
      json.object { json in writeProperties(of: verdict, words, of: shown, to: &json) }
    }
  }

  private func writeLocation(
    of verdict: Verdict, _ words: [Evidence.Words], uri: String?, line: Int,
    to json: inout JSONWriter
  ) {
    if let uri {
      json.key("physicalLocation")
      json.object { json in
        json.key("artifactLocation")
        json.object { json in
          json.key("uri")
          json.string(uri)
        }
        json.key("region")
        json.object { json in
          json.key("startLine")
          json.int(max(line, 1))
          if let first = words.first { json.message("snippet", first.text) }
        }
      }
    }
    json.key("logicalLocations")
    json.array { json in
      json.object { json in
        json.key("name")
        json.string(verdict.ticket)
        json.key("fullyQualifiedName")
        json.string(verdict.ticket)
        json.key("kind")
        json.string("ticket")
      }
      guard let event = verdict.event else { return }
      json.object { json in
        json.key("name")
        json.string("event \(event)")
        json.key("fullyQualifiedName")
        json.string("\(verdict.ticket)/events/\(event)")
        json.key("kind")
        json.string("event")
      }
    }
  }

  /// Writes what people said: a waiver is a suppression from outside, a known miss is unchanged.
  private func writeRemark(of verdict: Verdict, to json: inout JSONWriter) {
    // Once one result says whether it is suppressed, all must (3.27.23).
    json.key("suppressions")
    json.array { json in
      guard let waiver = verdict.remark?.waiver else { return }
      json.object { json in
        json.key("kind")
        json.string("external")
        json.key("status")
        json.string("accepted")
        json.key("justification")
        json.string(waiver.why)
        json.key("properties")
        json.object { json in
          json.key("by")
          json.string(waiver.by)
          json.key("until")
          json.string(waiver.until?.description)
        }
      }
    }
    let isKnown = verdict.remark?.isKnown == true
    if isKnown || hasBaseline {
      json.key("baselineState")
      json.string(isKnown ? "unchanged" : "new")
    }
  }

  private func writeProperties(
    of verdict: Verdict, _ words: [Evidence.Words], of shown: ShownTicket,
    to json: inout JSONWriter
  ) {
    json.key("ticket")
    json.string(verdict.ticket)
    json.key("event")
    json.int(verdict.event)
    json.key("at")
    json.string(shown.moment(of: verdict)?.description)
    json.key("channel")
    json.string(shown.ticket.channel)
    json.key("topic")
    json.string(shown.ticket.topic)
    json.key("agent")
    json.string(shown.agent(of: verdict))
    json.key("words")
    json.array { json in
      for words in words {
        json.object { json in
          json.key("event")
          json.int(words.event)
          json.key("charOffset")
          json.int(words.range.lowerBound)
          json.key("charLength")
          json.int(words.range.count)
          json.key("text")
          json.string(words.text)
        }
      }
    }
    if let wait = verdict.firstWait {
      json.key("wait")
      json.object { json in wait.writeMembers(to: &json) }
    }
    verdict.remark?.writeMembers(to: &json)
  }
}

extension JSONWriter {
  /// Writes a key with a text in the object that SARIF wraps texts in.
  fileprivate mutating func message(_ name: StaticString, _ text: String) {
    key(name)
    object { json in
      json.key("text")
      json.string(text)
    }
  }
}

extension Standard.Severity {
  /// The level that SARIF knows for it.
  fileprivate var sarifLevel: String {
    switch self {
    case .critical: "error"
    case .major: "warning"
    case .minor: "note"
    }
  }
}
