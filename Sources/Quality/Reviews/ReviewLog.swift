import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of reviews that decisions are added to, each on disk before the next one.
package struct ReviewLog: ~Copyable {
  /// Why a decision is not on disk.
  package struct CannotWrite: Error, CustomStringConvertible {
    package let description: String
  }

  private let descriptor: Int32
  private let path: String

  /// Opens a file to add to, or makes it.
  package init(path: String) throws(CannotWrite) {
    self.path = path
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Self.failure(path) }
    descriptor = file
  }

  deinit {
    close(descriptor)
  }

  /// Adds a decision: one whole line in one write, which is on disk when this returns.
  ///
  /// Several may write to the same file: the lock keeps their lines apart.
  package func append(_ review: Review) throws(CannotWrite) {
    var json = JSONWriter()
    review.write(to: &json)
    json.newline()
    // Where a file cannot be locked, a line in one write is the best there is.
    let isLocked = flock(descriptor, LOCK_EX) == 0
    defer { if isLocked { flock(descriptor, LOCK_UN) } }
    let bytes = try mendedEnd() + json.bytes
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path) }
      done += count
    }
    // A device that keeps nothing has nothing to flush.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw Self.failure(path)
    }
  }

  /// What must stand before the next line: nothing, or the end of a last line that has none.
  ///
  /// Half of a line, as a crash leaves it, is nobody's decision: the next line takes its place.
  private func mendedEnd() throws(CannotWrite) -> [UInt8] {
    guard let end = Self.lastLine(of: descriptor) else { return [] }
    if !end.isCutOff { return [UInt8(ascii: "\n")] }
    guard ftruncate(descriptor, end.start) == 0 else { throw Self.failure(path) }
    return []
  }

  /// Whether the last line of a file was cut off while it was written.
  static func isCutOff(path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return lastLine(of: file).map { $0.isCutOff } ?? false
  }

  /// A last line without a line feed: where it begins, and whether it is the beginning of an object that
  /// goes on. nil where the last line has a line feed.
  private static func lastLine(of file: Int32) -> (start: off_t, isCutOff: Bool)? {
    let size = lseek(file, 0, SEEK_END)
    guard size > 0 else { return nil }
    let start = max(0, size - longestLine)
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size - start)) { buffer, count in
      count = max(0, pread(file, buffer.baseAddress, buffer.count, start))
    }
    guard let last = bytes.last, last != UInt8(ascii: "\n") else { return nil }
    let feed = bytes.lastIndex(of: UInt8(ascii: "\n"))
    // A line longer than any of ours is left alone.
    if feed == nil, start > 0 { return (size, false) }
    let line = bytes[(feed.map { $0 + 1 } ?? 0)...]
    return (start + off_t(line.startIndex), isBeginning(line))
  }

  /// Whether a line is the beginning of a JSON object that is not closed, as a crash leaves it. A whole
  /// object is somebody's decision, whatever stands behind it, and what begins otherwise is none of ours.
  private static func isBeginning(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "{") else { return rest.isEmpty }
    var depth = 0
    var isText = false
    var isEscaped = false
    for byte in rest {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isText: isEscaped = true
      case UInt8(ascii: "\""): isText.toggle()
      case _ where isText: break
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return false }
      default: break
      }
    }
    return true
  }

  private static let longestLine: off_t = 1 << 20

  private static func failure(_ path: String) -> CannotWrite {
    CannotWrite(description: "cannot write to '\(path)': \(String(cString: strerror(errno)))")
  }
}
