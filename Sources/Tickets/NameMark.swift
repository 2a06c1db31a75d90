/// A name's first and last eight bytes and its length, to compare names fast.
///
/// Names in tickets are short, so nothing else needs to be compared most of the time.
struct NameMark: Equatable {
  private let head: UInt64
  private let tail: UInt64
  private let count: Int

  init(_ utf8: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(utf8)
    count = bytes.count
    tail = count >= 8 ? bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) : 0
    // Where first and last halves overlap, they repeat a byte; the length tells such names apart.
    switch count {
    case 8...:
      head = bytes.loadUnaligned(as: UInt64.self)
    case 4...:
      let first = bytes.loadUnaligned(as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      head = UInt64(first) << 32 | UInt64(last)
    case 2...:
      let first = bytes.loadUnaligned(as: UInt16.self)
      let last = bytes.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self)
      head = UInt64(first) << 32 | UInt64(last)
    case 1:
      head = UInt64(bytes[0])
    default:
      head = 0
    }
  }

  /// The mark of a name that kwadrans knows; these are short, so their marks stand for them.
  init(known name: String) {
    self = Array(name.utf8).withUnsafeBufferPointer { NameMark($0) }
    assert(isWholeName, "compare the names where marks are equal")
  }

  /// Whether only this name has this mark.
  var isWholeName: Bool { count <= 16 }
}
