#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes words in another encoding, by iconv(3).
///
/// To be used by one thread at a time.
final class WordConverter {
  private let converter: iconv_t

  /// - Returns: nil where the system does not know an encoding.
  init?(from source: String, to target: String) {
    // iconv_open answers -1.
    guard let converter = iconv_open(target, source), Int(bitPattern: converter) != -1 else {
      return nil
    }
    self.converter = converter
  }

  deinit {
    iconv_close(converter)
  }

  /// The same text in the other encoding; nil where that has no such letter, or the bytes are wrong.
  ///
  /// - Complexity: O(bytes)
  func converted(_ bytes: [UInt8]) -> [UInt8]? {
    // No encoding of a dictionary takes more than four bytes for what took one.
    let room = bytes.count * 4 + 4
    var isDone = false
    let result = [UInt8](unsafeUninitializedCapacity: room) { output, count in
      var input = bytes.map { CChar(bitPattern: $0) }
      input.withUnsafeMutableBufferPointer { input in
        output.withMemoryRebound(to: CChar.self) { output in
          var (from, left) = (input.baseAddress, input.count)
          var (to, free) = (output.baseAddress, output.count)
          // The last word may have stopped in the middle.
          iconv(converter, nil, nil, nil, nil)
          isDone = iconv(converter, &from, &left, &to, &free) == 0
          count = room - free
        }
      }
    }
    return isDone ? result : nil
  }
}
