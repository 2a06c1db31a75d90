#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that are written now and read later, in memory while they are few and in a file without a
/// name when they are many.
struct Spool: ~Copyable {
  /// So many bytes are kept in memory.
  private static let inMemory = 1 << 20

  /// How many bytes were written.
  private(set) var count = 0
  private var pending: [UInt8] = []
  private var file: UnsafeMutablePointer<FILE>?

  deinit {
    if let file { fclose(file) }
  }

  /// Adds bytes.
  ///
  /// - Throws: `ExitCode` after saying on standard error that there is no room for them.
  mutating func write(_ bytes: [UInt8]) throws {
    count += bytes.count
    pending += bytes
    if pending.count >= Self.inMemory { try flush() }
  }

  /// Hands everything over, in pieces and in order.
  mutating func forEach(_ body: ([UInt8]) throws -> Void) throws {
    guard let file else { return try body(pending) }
    try flush()
    rewind(file)
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: Self.inMemory) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, file)
      }
      if piece.isEmpty { break }
      try body(piece)
    }
    if ferror(file) != 0 { throw failure() }
  }

  private mutating func flush() throws {
    let file = file ?? tmpfile()
    guard let file else { throw failure() }
    self.file = file
    guard fwrite(pending, 1, pending.count, file) == pending.count, fflush(file) == 0 else {
      throw failure()
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func failure() -> any Error {
    StandardError.print(
      "the folder for temporary files has no room: \(String(cString: strerror(errno)))")
    return ExitStatus.cannotWrite
  }
}
