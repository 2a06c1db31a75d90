/// What folding gives: the bytes and the way back.
struct FoldedParts {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// For each byte the offset of its character in the original, and at the end where it ends.
  let origins: [Int32]
  /// The parts of the original that are text, where tags stand between; empty for all of it.
  let pieces: [Range<Int32>]

  init(bytes: [UInt8], origins: [Int32], pieces: [Range<Int32>]) {
    self.bytes = bytes
    self.origins = origins
    self.pieces = pieces
  }

  /// Lets a folder write.
  ///
  /// - Parameters:
  ///   - capacity: At least as many bytes as it writes.
  ///   - source: The bytes of the original.
  ///   - fill: Folds, finishes, and gives the pieces.
  init(
    capacity: Int, source: UnsafeBufferPointer<UInt8>,
    _ fill: (inout Folder) -> [Range<Int32>]
  ) {
    var origins: [Int32] = []
    var pieces: [Range<Int32>] = []
    bytes = [UInt8](unsafeUninitializedCapacity: capacity) { bytes, count in
      origins = [Int32](unsafeUninitializedCapacity: capacity + 1) { origins, originCount in
        var folder = Folder(source: source, bytes: bytes, origins: origins, capacity: capacity)
        pieces = fill(&folder)
        count = folder.count
        originCount = folder.count + 1
      }
    }
    self.origins = origins
    self.pieces = pieces
  }
}

/// Writes folded bytes and their origins; never more than one folded byte a byte read, but for
/// block breaks.
struct Folder {
  let source: UnsafeBufferPointer<UInt8>
  let bytes: UnsafeMutableBufferPointer<UInt8>
  let origins: UnsafeMutableBufferPointer<Int32>
  /// Folded bytes so far.
  private(set) var count = 0
  /// Where the last folded part ended.
  private var end = 0

  init(
    source: UnsafeBufferPointer<UInt8>, bytes: UnsafeMutableBufferPointer<UInt8>,
    origins: UnsafeMutableBufferPointer<Int32>, capacity: Int
  ) {
    self.source = source
    // Arrays may have room for more than was asked for, but not in both at once.
    self.bytes = UnsafeMutableBufferPointer(rebasing: bytes[..<min(capacity, bytes.count)])
    self.origins = origins
  }

  mutating func fold(_ range: Range<Int>) {
    let table = FoldTable.shared
    var position = range.lowerBound
    let limit = min(range.upperBound, Int(Int32.max))
    var count = count
    table.withPages { ascii, pageIndex, entries in
      while position < limit {
        let folded = ascii[Int(source[position])]
        if folded != 0 {
          bytes[count] = folded
          origins[count] = Int32(truncatingIfNeeded: position)
          count += 1
          position += 1
        } else {
          position = foldOne(at: position, before: limit, pageIndex, entries, &count)
        }
      }
    }
    self.count = count
    end = max(end, min(position, limit))
  }

  /// Folds a carriage return, a NUL or a character beyond ASCII.
  ///
  /// - Returns: The position behind it.
  @inline(__always)
  private func foldOne(
    at position: Int, before limit: Int, _ pageIndex: UnsafeBufferPointer<UInt16>,
    _ entries: UnsafeBufferPointer<FoldEntry>, _ count: inout Int
  ) -> Int {
    let lead = source[position]
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    // Strings hold valid UTF-8, so only the bound on the length cuts a character.
    guard position + width <= limit else { return limit }
    func write(_ byte: UInt8) {
      bytes[count] = byte
      origins[count] = Int32(truncatingIfNeeded: position)
      count += 1
    }
    let entry: FoldEntry
    switch width {
    case 1:
      if lead == 0x0D {
        write(0x0A)
        let next = position + 1
        return next < limit && source[next] == 0x0A ? next + 1 : next
      }
      write(lead)
      return position + 1
    case 2:
      let page = Int(pageIndex[Int(lead & 0x1F)])
      entry = entries[page << 6 | Int(source[position + 1] & 0x3F)]
    case 3:
      let block = Int(lead & 0x0F) << 6 | Int(source[position + 1] & 0x3F)
      entry = entries[Int(pageIndex[block]) << 6 | Int(source[position + 2] & 0x3F)]
    default:
      // U+E0000 to U+E0FFF are F3 A0 80 80 to F3 A0 BF BF: invisible.
      entry = lead == 0xF3 && source[position + 1] == 0xA0 ? .drop : .keep
    }
    if entry.isKeep {
      for offset in 0..<width { write(source[position + offset]) }
    } else {
      var packed = entry.packed
      for _ in 0..<entry.count {
        write(UInt8(truncatingIfNeeded: packed))
        packed >>= 8
      }
    }
    return position + width
  }

  /// Writes a blank line, which belongs to the end of what was folded last.
  mutating func breakBlock() {
    for _ in 0..<2 {
      bytes[count] = 0x0A
      origins[count] = Int32(truncatingIfNeeded: end)
      count += 1
    }
  }

  func finish() {
    finish(at: end)
  }

  /// Writes where the folded part of the original ends.
  func finish(at end: Int) {
    origins[count] = Int32(truncatingIfNeeded: end)
  }

  // MARK: HTML

  /// The last byte written.
  var last: UInt8? { count > 0 ? bytes[count - 1] : nil }

  /// Folds text of HTML, whose line breaks are spaces unless it is preformatted.
  mutating func fold(_ range: Range<Int>, breaksLines: Bool) {
    guard range.count <= bytes.count - count else { return }
    let start = count
    fold(range)
    guard !breaksLines else { return }
    for index in start..<count where bytes[index] == 0x0A { bytes[index] = 0x20 }
  }

  /// Folds what an entity stands for.
  mutating func fold(_ scalar: Unicode.Scalar, from origin: Int) {
    for byte in FoldTable.shared.fold(scalar) { write(byte == 0x0A ? 0x20 : byte, from: origin) }
  }

  /// Writes a byte that a tag or an entity stands for.
  mutating func write(_ byte: UInt8, from origin: Int) {
    guard count < bytes.count else { return }
    bytes[count] = byte
    origins[count] = Int32(truncatingIfNeeded: origin)
    count += 1
  }
}
