/// Turns libyaml's marks, which count code points, into byte offsets.
///
/// Each mark stands near the one asked for before, so the way to it is walked from there: all marks
/// of a text together cost one walk over it.
struct CodePointOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// How many code points start before the offset.
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
    while codePoint + 8 <= index, offset + 8 <= bytes.count {
      codePoint += 8 - eightBytes.continuations
      offset += 8
    }
    // Most places are a few plain letters further on.
    if codePoint < index, offset + 8 <= bytes.count, eightBytes.arePlain {
      offset += index - codePoint
      codePoint = index
    }
    while codePoint < index, offset < bytes.count {
      if !isContinuation(offset) { codePoint += 1 }
      offset += 1
    }
    while offset < bytes.count, isContinuation(offset) { offset += 1 }
    while codePoint > max(index, 0), offset > 0 {
      offset -= 1
      if !isContinuation(offset) { codePoint -= 1 }
    }
    return offset
  }

  /// How many code points there are.
  static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offsets = CodePointOffsets(bytes)
    _ = offsets.offset(ofCodePoint: .max / 2)
    return offsets.codePoint
  }

  private func isContinuation(_ offset: Int) -> Bool { bytes[offset] & 0xC0 == 0x80 }

  /// The eight bytes from here, the first one lowest; there must be as many.
  private var eightBytes: UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes)
        .loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension UInt64 {
  /// Whether all eight bytes are ASCII.
  fileprivate var arePlain: Bool { self & 0x8080_8080_8080_8080 == 0 }

  /// How many of eight bytes continue a character.
  fileprivate var continuations: Int {
    // Of a byte 10xxxxxx the highest bit is set and the next one is not. The product adds the bytes
    // up in the highest one.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let continuing = ((self & ~(self << 1)) >> 7) & ones
    return Int(truncatingIfNeeded: (continuing &* ones) >> 56)
  }
}
