/// Where a ticket was read.
package struct TicketPlace: Hashable, Sendable {
  /// The file as it was given; `-` for standard input.
  package let path: String
  /// The line in it (1-based).
  package let line: Int

  /// Creates a place.
  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }

  /// The file as a reference from a folder, as SARIF wants it; nil for what is no file.
  ///
  /// A file in the folder or below it is named from there; for another one the whole path stands, since
  /// a reference may not lead upwards.
  ///
  /// - Parameter folder: An absolute path.
  func uri(from folder: String) -> String? {
    guard path != "-", !path.isEmpty else { return nil }
    var parts: [Substring] = []
    var steps = path.hasPrefix("/")
    func add(_ path: String) {
      for part in path.split(separator: "/") where part != "." {
        if part != ".." {
          parts.append(part)
        } else if parts.popLast() == nil {
          steps = true
        }
      }
    }
    add(path)
    if steps, !path.hasPrefix("/") {
      parts = []
      add(folder)
      add(path)
    }
    let written = parts.map { Self.encoded($0) }.joined(separator: "/")
    return steps ? "file:///\(written)" : written
  }

  /// A part of a path with everything percent-encoded that means something in a reference (RFC 3986).
  private static func encoded(_ part: Substring) -> String {
    var text = ""
    for byte in part.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }
}
