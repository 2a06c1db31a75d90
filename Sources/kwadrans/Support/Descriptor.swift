#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file of the system.
struct Descriptor {
  /// Why the system refused; in its words.
  struct Failure: Error, CustomStringConvertible {
    let description = String(cString: strerror(errno))
  }

  let number: Int32

  static let standardInput = Descriptor(number: STDIN_FILENO)
  static let standardOutput = Descriptor(number: STDOUT_FILENO)
  static let standardError = Descriptor(number: STDERR_FILENO)

  private init(number: Int32) {
    self.number = number
  }

  /// Opens a file to write to; one that is not there is made, one that is is emptied.
  init(writingTo path: String) throws(Failure) {
    number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if number < 0 { throw Failure() }
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { put(number, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure() }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads to the end.
  func readToEnd() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(number, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw Failure()
      }
    }
  }

  /// Closes it.
  func close() throws(Failure) {
    if shut(number) != 0 { throw Failure() }
  }
}

// The names of the C library's functions are those of the methods above.
private func put(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(number, bytes.baseAddress, bytes.count)
}

private func shut(_ number: Int32) -> Int32 { close(number) }
