/// Turns libyaml's marks, which count code points, into byte offsets.
///
/// Every 16th code point's offset is kept, so a look-up walks over at most 15 of them; a text of
/// ASCII needs nothing at all.
struct CodePointOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of code point 0, 16, 32, …; empty when every code point is one byte.
  private var samples: [Int32] = []
  private static let step = 16

  /// - Parameter bytes: Valid UTF-8 shorter than 2 GB, alive as long as this value is used.
  /// - Complexity: O(`bytes.count`).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.allSatisfy({ $0 < 0x80 }) { return }
    samples.reserveCapacity(bytes.count / Self.step + 1)
    var codePoint = 0
    for offset in bytes.indices where !Self.isContinuation(bytes[offset]) {
      if codePoint % Self.step == 0 { samples.append(Int32(truncatingIfNeeded: offset)) }
      codePoint += 1
    }
  }

  /// The offset of a code point's first byte; the end of the text for one past the last.
  ///
  /// - Complexity: O(1).
  func offset(ofCodePoint index: Int) -> Int {
    guard index > 0 else { return 0 }
    guard !samples.isEmpty else { return min(index, bytes.count) }
    let sample = index / Self.step
    guard sample < samples.count else { return bytes.count }
    var offset = Int(samples[sample])
    for _ in 0..<index % Self.step where offset < bytes.count {
      offset += 1
      while offset < bytes.count, Self.isContinuation(bytes[offset]) { offset += 1 }
    }
    return offset
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
