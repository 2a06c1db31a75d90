import Diagnostics

/// A line that is being read; it makes problems of what is wrong with it.
struct LinePlace {
  let path: String
  let line: Int
  let bytes: UnsafeBufferPointer<UInt8>

  /// The text is no JSON.
  func problem(_ fault: JSONFault) -> LineProblem {
    problem(
      at: fault.offset, id: fault.id, severity: .error, message: fault.message, fixIt: fault.fixIt)
  }

  /// The JSON is no ticket, or a strange one.
  func problem(_ fault: TicketFault, severity: Diagnostic.Severity) -> LineProblem {
    problem(
      at: JSONScanner.offset(of: fault.steps, in: bytes), id: fault.id, severity: severity,
      message: fault.message, fixIt: fault.fixIt)
  }

  /// A half of a character was mended.
  func problem(_ half: JSONRepair) -> LineProblem {
    problem(
      at: half.range.lowerBound, id: "ticket.half-character", severity: .warning,
      message: "a text was cut in the middle of a character; U+FFFD stands for it now",
      fixIt: "export the text whole")
  }

  /// simdjson refuses what looks good here; the place is unknown.
  func problem(parserSays words: String) -> LineProblem {
    problem(
      at: nil, id: "ticket.not-json", severity: .error,
      message: "the line is no JSON, the parser says: \(words)", fixIt: "write one ticket a line")
  }

  private func problem(
    at offset: Int?, id: String, severity: Diagnostic.Severity, message: String, fixIt: String
  ) -> LineProblem {
    LineProblem(
      path: path, line: line, column: offset.map(column), byteOffset: offset, id: id,
      severity: severity, message: message, fixIt: fixIt)
  }

  /// The character at a byte (1-based). What stands before it is good UTF-8.
  private func column(of offset: Int) -> Int {
    String(decoding: bytes.prefix(offset), as: UTF8.self).count + 1
  }
}
