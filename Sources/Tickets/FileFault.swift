/// Why a whole file is not JSON Lines, told once instead of for each of its lines.
enum FileFault: String {
  case oneArray = "file.one-array"
  case spreadLines = "file.spread-lines"
  case utf16 = "file.utf-16"

  /// Looks at a file's first line that is not blank.
  init?(firstLine line: UnsafeBufferPointer<UInt8>) {
    if line.starts(with: [0xFF, 0xFE]) || line.starts(with: [0xFE, 0xFF]) {
      self = .utf16
      return
    }
    let visible = line.lazy.filter { $0 > 0x20 }
    switch visible.first {
    case UInt8(ascii: "["): self = .oneArray
    case UInt8(ascii: "{") where visible.dropFirst().first == nil: self = .spreadLines
    default: return nil
    }
  }

  var message: String {
    switch self {
    case .oneArray: "the file is one JSON array, not one ticket a line; it was not read"
    case .spreadLines: "the ticket is spread over several lines; the file was not read"
    case .utf16: "the file is UTF-16, not UTF-8; it was not read"
    }
  }

  var fixIt: String {
    switch self {
    case .oneArray: "write one ticket a line, for instance with: jq -c '.[]'"
    case .spreadLines: "write one ticket a line, for instance with: jq -c ."
    case .utf16: "save the file as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8"
    }
  }
}
