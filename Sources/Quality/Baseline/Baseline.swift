package import Diagnostics
package import Tickets

/// The misses of an earlier report, which are known and need not be said again.
package struct Baseline: Sendable {
  /// The file as it was named.
  package let path: String
  /// The misses that counted then.
  package private(set) var misses: Set<VerdictKey> = []
  /// The lines that are no verdicts, and why.
  package private(set) var problems: [LineProblem] = []

  private static let keys = ["ticket", "event", "standard", "verdict", "waiver"]

  /// Reads a report in JSON or JSON Lines, or what `--write-baseline` wrote. Misses that were waived are
  /// not taken: their waiver says why they pass.
  ///
  /// - Throws: ``TicketReaderError`` where there is no such file, or it cannot be read.
  /// - Complexity: O(bytes).
  package init(path: String) throws(TicketReaderError) {
    self.path = path
    var reader = try JSONLineReader(path: path, of: "verdict", maximumLineLength: 1 << 30)
    while let line = try reader.next() {
      let number = reader.lineNumber
      switch line {
      case .bad(let reason):
        problems.append(
          LineProblem(path: path, line: number, id: "baseline.not-json", message: reason))
      case .value(let line):
        do throws(LineObject.Fault) {
          if let list = line.value.member("verdicts") {
            for value in list.children { try add(value) }
          } else if line.value.member("finding") == nil {
            try add(line.value)
          }
        } catch {
          problems.append(
            LineProblem(
              path: path, line: number, id: error.id, message: error.message, fixIt: error.fixIt))
        }
      }
    }
  }

  private mutating func add(_ value: JSONTapeValue) throws(LineObject.Fault) {
    let object = try LineObject(value, family: "baseline", keys: Self.keys, allowsOthers: true)
    guard try object.requiredText("verdict", "what was judged") == "missed",
      object.lacks("waiver")
    else { return }
    misses.insert(
      VerdictKey(
        ticket: try object.requiredText("ticket", "the ticket's id"),
        event: try object.event(),
        standard: try object.requiredText("standard", "the standard's id")))
  }
}

extension VerdictKey {
  /// Writes a miss as a line of a baseline.
  package func writeMiss(to json: inout JSONWriter) {
    json.object { json in
      json.key("ticket")
      json.string(ticket)
      json.key("event")
      json.int(event)
      json.key("standard")
      json.string(standard)
      json.key("verdict")
      json.string("missed")
    }
    json.newline()
  }
}
