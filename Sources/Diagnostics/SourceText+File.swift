#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that could not be read.
package enum SourceFileError: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case notFound(path: String)
  /// The path is a folder.
  case isDirectory(path: String)
  /// The file is longer than `limit` (unit: bytes).
  case tooLarge(path: String, limit: Int)
  /// The system refused, for the reason it gives.
  case unreadable(path: String, reason: String)
}

extension SourceFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path): "'\(path)' does not exist"
    case .isDirectory(let path): "'\(path)' is a folder, not a file"
    case .tooLarge(let path, let limit): "'\(path)' is longer than \(limit) bytes"
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    }
  }
}

extension SourceText {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Absolute, or relative to the current folder; kept as given for diagnostics.
  ///   - sizeLimit: The longest file accepted (unit: bytes; ≥ 0).
  /// - Throws: ``SourceFileError``.
  package convenience init(
    contentsOf path: String, sizeLimit: Int = 64 << 20
  ) throws(SourceFileError) {
    self.init(path: path, bytes: try Self.read(path, sizeLimit: sizeLimit))
  }

  private static func read(_ path: String, sizeLimit: Int) throws(SourceFileError) -> [UInt8] {
    // C would read the path up to a NUL only, and open another file.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound(path: path) }

    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno, path) }
    defer { close(file) }

    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(errno, path) }
    // The size is a hint only: pipes have none, and a file may grow while it is read.
    let expected = Int(status.st_size)
    guard expected <= sizeLimit else { throw .tooLarge(path: path, limit: sizeLimit) }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(expected, 0))
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { Self.readSome(file, into: $0) }
      guard count >= 0 else { throw failure(errno, path) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= sizeLimit else { throw .tooLarge(path: path, limit: sizeLimit) }
      bytes.append(contentsOf: chunk.prefix(count))
    }
  }

  /// Reads once, again if a signal came between.
  private static func readSome(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      let systemRead = Glibc.read
    #elseif canImport(Musl)
      let systemRead = Musl.read
    #elseif canImport(Darwin)
      let systemRead = Darwin.read
    #endif
    while true {
      let count = systemRead(file, buffer.baseAddress, buffer.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private static func failure(_ code: Int32, _ path: String) -> SourceFileError {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EISDIR: .isDirectory(path: path)
    default: .unreadable(path: path, reason: String(cString: strerror(code)))
    }
  }
}
