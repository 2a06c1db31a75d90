/// Reads JSON values from a file, one a line, in memory that does not grow with the file.
///
/// Plain or gzip, as ``TicketReader`` reads them; blank lines are skipped. What the values mean is the
/// caller's affair, and so is a line that holds none: the rest goes on.
package struct JSONLineReader: ~Copyable {
  /// What a line holds.
  package enum Line {
    case value(JSONLine)
    /// No value, and why: lower case, no full stop, with what would be right.
    case bad(String)
  }

  /// The number of the last line returned (1-based).
  package var lineNumber: Int { input.lineNumber }

  private let input: InputLines
  private let parser: JSONParser
  private let thing: String
  private let maximumLineLength: Int

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - thing: What a line is meant to hold, for messages: `question`.
  ///   - maximumLineLength: Longer lines are bad ones (unit: bytes; ≥ 1).
  /// - Throws: ``TicketReaderError`` when the file is not there or not readable.
  package init(
    path: String, of thing: String, maximumLineLength: Int = 16 << 20
  ) throws(TicketReaderError) {
    if path != "-" { try TicketReader.check(path) }
    let longest = min(max(maximumLineLength, 1), 1 << 31)
    let input = try InputLines(path: path, maximumLength: longest)
    let parser = try JSONParser()
    self.input = input
    self.parser = parser
    self.thing = thing
    self.maximumLineLength = longest
  }

  /// The next line that is not blank, valid until the next call; nil behind the last.
  ///
  /// - Throws: ``TicketReaderError`` when the file cannot be read on.
  /// - Complexity: O(length of the line).
  package mutating func next() throws(TicketReaderError) -> Line? {
    while true {
      switch try input.next() {
      case .line(let bytes):
        let line = TicketReader.trimmed(bytes, isFirst: input.lineNumber == 1)
        if line.contains(where: { $0 > 0x20 }) { return try read(line) }
      case .tooLong:
        return .bad(
          "the line is longer than \(maximumLineLength) bytes; write one \(thing) a line")
      case .damaged(let reason):
        return .bad("\(reason); fetch the file again, or test it by: gzip -t")
      case .end:
        return nil
      }
    }
  }

  private func read(_ line: UnsafeMutableBufferPointer<UInt8>) throws(TicketReaderError) -> Line {
    let text = UnsafeBufferPointer(line)
    if let value = try parser.parse(text) { return .value(JSONLine(value: value, text: text)) }
    var scanner = JSONScanner(text, of: thing)
    do throws(JSONFault) {
      try scanner.scanText()
    } catch {
      return .bad("\(error.message), at byte \(error.offset + 1) of the line; \(error.fixIt)")
    }
    // Mended for the parser only: the tape does not refer to the text, which stays as it was.
    let original = scanner.repairs.map { Array(line[$0.range]) }
    for repair in scanner.repairs {
      let new = repair.replacement
      for offset in 0..<new.utf8CodeUnitCount {
        line[repair.range.lowerBound + offset] = new.utf8Start[offset]
      }
    }
    let value = try parser.parse(text)
    for (repair, bytes) in zip(scanner.repairs, original) {
      for (offset, byte) in bytes.enumerated() { line[repair.range.lowerBound + offset] = byte }
    }
    guard let value else {
      return .bad("the line is no JSON, the parser says: \(parser.lastError)")
    }
    return .value(JSONLine(value: value, text: text))
  }
}

/// A JSON value with the text it was read from; valid until its reader is asked for the next.
package struct JSONLine {
  package let value: JSONTapeValue
  fileprivate let text: UnsafeBufferPointer<UInt8>

  /// The digits of a number that is a member of the line's object, as written.
  ///
  /// - Parameter member: Which member it is (0-based).
  /// - Returns: nil when there is no such member, or it is no number.
  /// - Complexity: O(length of the line).
  package func number(ofMember member: Int) -> [UInt8]? {
    guard let start = JSONScanner.offset(of: [member], in: text) else { return nil }
    let digits = text[start...].prefix { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard let first = digits.first, first == UInt8(ascii: "-") || (48...57).contains(first) else {
      return nil
    }
    return Array(digits)
  }
}
