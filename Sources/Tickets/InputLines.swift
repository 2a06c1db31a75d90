import CJSON
import CZlib

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lines of one file, plain or gzip, or of standard input.
///
/// Memory: a buffer that grows up to the longest line allowed. zlib reads both kinds of file and finds
/// out by itself which one it has.
final class InputLines {
  /// What comes next in a file.
  enum Line {
    /// A line without its line feed, valid until the next call, followed in memory by
    /// `CJSON_PADDING` readable bytes.
    case line(UnsafeMutableBufferPointer<UInt8>)
    /// A line that is longer than allowed and was skipped; its first byte that is no space.
    case tooLong(first: UInt8?)
    /// The compressed data cannot be read on, for this reason; the end follows.
    case damaged(String)
    case end
  }

  let path: String
  /// The number of the last line returned (1-based).
  private(set) var lineNumber = 0

  private let file: gzFile
  private let maximumLength: Int
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The unread bytes of the buffer.
  private var unread = 0..<0
  /// How many of the unread bytes are known to hold no line feed.
  private var searched = 0
  private var isAtEnd = false
  private var damage: String?

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - maximumLength: The longest line allowed (unit: bytes; ≥ 1).
  /// - Throws: ``TicketReaderError/cannotRead(path:reason:)``.
  init(path: String, maximumLength: Int) throws(TicketReaderError) {
    guard let file = path == "-" ? gzdopen(dup(STDIN_FILENO), "rb") : gzopen(path, "rb") else {
      throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
    // Less than half of ours, so that plain files are read straight into ours.
    gzbuffer(file, 1 << 16)
    self.file = file
    self.path = path
    self.maximumLength = maximumLength
    capacity = min(1 << 18, maximumLength + 2)
    buffer = Self.allocate(capacity)
  }

  deinit {
    gzclose(file)
    buffer.deallocate()
  }

  /// The next line.
  ///
  /// - Complexity: O(length of the line), amortised.
  func next() throws(TicketReaderError) -> Line {
    while true {
      if let feed = lineFeed() {
        let line = unread.lowerBound..<feed
        unread = feed + 1..<unread.upperBound
        searched = 0
        return take(line)
      }
      if unread.count > maximumLength {
        lineNumber += 1
        let first = firstVisibleByte(of: unread)
        try skipLine()
        return .tooLong(first: first)
      }
      if isAtEnd { return last() }
      makeRoom()
      try fill()
    }
  }

  private func take(_ line: Range<Int>) -> Line {
    lineNumber += 1
    if line.count > maximumLength { return .tooLong(first: firstVisibleByte(of: line)) }
    return .line(UnsafeMutableBufferPointer(start: buffer + line.lowerBound, count: line.count))
  }

  /// What the end of the file left in the buffer.
  private func last() -> Line {
    let line = unread
    unread = 0..<0
    searched = 0
    if let damage {
      self.damage = nil
      lineNumber += 1
      return .damaged(damage)
    }
    return line.isEmpty ? .end : take(line)
  }
}

// MARK: - The buffer

extension InputLines {
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(
      capacity: capacity + Int(CJSON_PADDING))
    // The padding is read, although what it holds does not matter.
    (buffer + capacity).initialize(repeating: 0, count: Int(CJSON_PADDING))
    return buffer
  }

  /// Where the first unread line feed stands.
  private func lineFeed() -> Int? {
    let start = unread.lowerBound + searched
    guard start < unread.upperBound else { return nil }
    guard let found = memchr(buffer + start, 0x0A, unread.upperBound - start) else {
      searched = unread.count
      return nil
    }
    return UnsafeMutableRawPointer(buffer).distance(to: found)
  }

  private func firstVisibleByte(of range: Range<Int>) -> UInt8? {
    range.lazy.map { self.buffer[$0] }.first { $0 > 0x20 }
  }

  /// Makes at least one byte of room behind the unread ones, which are no more than
  /// `maximumLength`.
  private func makeRoom() {
    if unread.lowerBound > 0 {
      memmove(buffer, buffer + unread.lowerBound, unread.count)
      unread = 0..<unread.count
    }
    guard unread.count == capacity else { return }
    let larger = min(2 * capacity, maximumLength + 2)
    let new = Self.allocate(larger)
    memcpy(new, buffer, unread.count)
    buffer.deallocate()
    buffer = new
    capacity = larger
  }

  /// Reads as much as there is room for, or finds the end.
  private func fill() throws(TicketReaderError) {
    let room = min(capacity - unread.upperBound, 1 << 30)
    let count = gzread(file, buffer + unread.upperBound, UInt32(room))
    if count > 0 {
      unread = unread.lowerBound..<unread.upperBound + Int(count)
      return
    }
    isAtEnd = true
    var code: Int32 = Z_OK
    _ = gzerror(file, &code)
    switch code {
    case Z_OK, Z_STREAM_END: return
    case Z_ERRNO: throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
    case Z_MEM_ERROR: throw .outOfMemory
    case Z_BUF_ERROR: damage = "the gzip data end too early"
    default: damage = "the gzip data are damaged"
    }
  }

  /// Drops everything up to the next line feed.
  private func skipLine() throws(TicketReaderError) {
    repeat {
      unread = 0..<0
      searched = 0
      try fill()
      if let feed = lineFeed() {
        unread = feed + 1..<unread.upperBound
        searched = 0
        return
      }
    } while !isAtEnd
    unread = 0..<0
    searched = 0
  }
}
