/// Turns libyaml's marks, which count code points, into byte offsets.
///
/// Each mark stands near the one asked for before, so the way to it is walked from there: all marks
/// of a text together cost one walk over it.
struct CodePointOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The code point found last, and its offset.
  private var codePoint = 0
  private var offset = 0

  /// - Parameter bytes: Valid UTF-8, alive as long as this value is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The offset of a code point's first byte; the end of the text for one past the last.
  ///
  /// - Complexity: O(distance from the code point asked for before).
  mutating func offset(ofCodePoint index: Int) -> Int {
    while codePoint < index, offset < bytes.count {
      if index - codePoint >= 8, offset + 8 <= bytes.count {
        codePoint += characters(from: offset)
        offset += 8
        while offset < bytes.count, isContinuation(offset) { offset += 1 }
        continue
      }
      repeat { offset += 1 } while offset < bytes.count && isContinuation(offset)
      codePoint += 1
    }
    while codePoint > max(index, 0), offset > 0 {
      repeat { offset -= 1 } while offset > 0 && isContinuation(offset)
      codePoint -= 1
    }
    return offset
  }

  private func isContinuation(_ offset: Int) -> Bool { bytes[offset] & 0xC0 == 0x80 }

  /// How many code points begin in the eight bytes from an offset.
  private func characters(from offset: Int) -> Int {
    let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    // Of a byte 10xxxxxx the highest bit is set and the next one is not.
    let continuations = eight & ~(eight << 1) & 0x8080_8080_8080_8080
    return 8 - continuations.nonzeroBitCount
  }
}
