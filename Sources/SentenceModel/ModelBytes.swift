/// The whole model as bytes: what is embedded, and what is walked when replies are judged.
///
/// A header, then tables one behind the other, each at a multiple of eight bytes; all numbers are
/// little-endian.
///
/// | offset | bytes | what |
/// |---|---|---|
/// | 0 | 8 | `kwmodel` and the version, 1 |
/// | 8 | 8 | 0x0102030405060708, to tell the order of bytes |
/// | 16 | 8 | the length of all |
/// | 24 | 8 | a checksum of all that follows |
/// | 32 | 8 each | each table's offset and length |
enum ModelBytes {
  static let magic: [UInt8] = Array("kwmodel".utf8) + [1]
  static let order: UInt64 = 0x0102_0304_0506_0708
  static let checksumOffset = 24
  static let tablesOffset = 32
  static var headerLength: Int { tablesOffset + 8 * Table.allCases.count }

  /// The tables, in their order.
  enum Table: Int, CaseIterable {
    /// The names of the concepts, with a line break behind each.
    case names
    /// Bias, sure, present, absent: 16 weights of two bytes each.
    case levels
    /// Words and beginnings of words in phrases: a key's upper 48 bits with the letter below them.
    case words
    /// A bit for each ``WordChain/sieve`` of a beginning.
    case sieve
    /// Endings of words, read backwards: for each node 32 nodes of two bytes, by ``ending(_:)``.
    case endings
    /// For each node of them: letter, first of `middles`, their number; two bytes each, and two of none.
    case endingLetters
    /// `pre*suf`: first byte and length of `pre`, the length of both, the letter; two bytes each.
    case middles
    case middleBytes
    /// For each letter: target and output of a first word, four bytes each.
    case root
    /// For each state: first step, mask of its steps, target and output of any word, four bytes each;
    /// and eight with a bit for each letter that has a step, by its lowest six bits.
    case states
    /// Each state's steps as a small hash table: letter and output, two bytes each; target, four.
    case steps
    /// Sets of concepts, 32 bytes each.
    case outputs
    /// A bit for each ``ModelTables/featureSieve(_:)`` of a feature.
    case featureSieve
    /// Features of words: a key's upper 48 bits with the row below them.
    case features
    /// 16 weights of two bytes each; row 0 is zero.
    case rows
    /// For each concept the rows of itself, of it before, of it behind; two bytes each.
    case conceptRows
    /// For each concept the set of later ones with which it makes a pair, 32 bytes.
    case pairs
    /// For each concept and each other the row of their pair, two bytes.
    case pairRows
  }

  /// The size of a state (unit: bytes).
  static let stateSize = 24

  /// The steps from an ending's node by a byte; 0 for bytes of no ending.
  @inline(__always)
  static func ending(_ byte: UInt8) -> Int {
    Words.isLetter(byte)
      ? Int(byte &- UInt8(ascii: "a")) + 1 : byte == UInt8(ascii: "'") ? 27 : 0
  }

  /// Spreads a state's letters over its steps.
  @inline(__always)
  static func spread(_ letter: UInt16) -> UInt32 {
    (UInt32(letter) &* 0x9E37_79B1) >> 15
  }

  /// A checksum of whole groups of eight bytes.
  ///
  /// - Complexity: O(bytes).
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var offset = 0
    while offset + 8 <= bytes.count {
      let group = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      sum = ((sum << 5 | sum >> 59) ^ group) &* 0x9E37_79B9_7F4A_7C15
      offset += 8
    }
    return sum
  }
}

/// Holds the bytes of a model in memory, or knows that they stay where they are.
final class ModelStorage: @unchecked Sendable {
  // Nobody writes to the bytes once the storage exists.
  let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  /// Bytes that outlive everything, such as embedded ones.
  init(forever bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isOwned = false
  }

  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    isOwned = true
  }

  deinit {
    if isOwned { bytes.deallocate() }
  }
}
