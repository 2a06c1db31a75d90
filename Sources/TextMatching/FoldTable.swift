/// What each character becomes when case and diacritics are folded away.
///
/// Pages of 64 characters, found by the leading bytes of the UTF-8 form, so that folding needs no
/// decoding. Characters above U+FFFF stay as they are, apart from invisible ones.
struct FoldTable: Sendable {
  /// For each ASCII byte its folded form, or 0 where it needs care (carriage return, bytes ≥ 0x80).
  private(set) var ascii = [UInt8](repeating: 0, count: 256)
  /// For each block of 64 code points below U+10000, the index of its page.
  private(set) var pageIndex = [UInt16](repeating: 0, count: 1024)
  /// The pages; page 0 keeps everything.
  private(set) var entries = [FoldEntry](repeating: .keep, count: 64)

  /// The only table.
  static let shared = FoldTable()

  private init() {
    for byte in UInt8(0)..<0x80 { ascii[Int(byte)] = byte }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { ascii[Int(byte)] = byte | 0x20 }
    for byte in [0x09, 0x0B, 0x0C] { ascii[byte] = UInt8(ascii: " ") }
    ascii[0x0D] = 0

    // Simple lower case first, so that the rows below only list what differs from it.
    for range in [0x0180...0x024F, 0x0370...0x0556, 0x10A0...0x10C5, 0x1E00...0x1FFF] {
      for value in range {
        guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.changesWhenLowercased
        else { continue }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        guard lower.count == 1, let folded = lower.first, folded != scalar else { continue }
        guard UTF8.width(folded) <= UTF8.width(scalar) else { continue }
        set(scalar, to: FoldEntry(String(folded)))
      }
    }
    for (folded, letters) in Self.letters + Self.punctuation {
      for letter in letters.unicodeScalars { set(letter, to: FoldEntry(folded)) }
    }
    for range in Self.dropped {
      for value in range { set(value, to: .drop) }
    }
    for value in 0xFF01...0xFF5E {
      let byte = UInt8(value - 0xFF01 + 0x21)
      set(value, to: FoldEntry(bytes: [ascii[Int(byte)]]))
    }
  }

  /// What a scalar becomes, as folded UTF-8 bytes; empty when it is dropped.
  func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    let value = Int(scalar.value)
    if value < 0x80 { return [foldASCII(UInt8(truncatingIfNeeded: value))] }
    guard value < 0x10000 else {
      return Self.isInvisible(scalar.value) ? [] : Array(String(scalar).utf8)
    }
    let entry = entries[Int(pageIndex[value >> 6]) << 6 | (value & 63)]
    return entry.isKeep ? Array(String(scalar).utf8) : entry.bytes
  }

  /// What a byte of ASCII becomes.
  func foldASCII(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : ascii[Int(byte)]
  }

  /// Lends `ascii`, `pageIndex` and `entries` without their checks.
  func withPages(
    _ body: (
      UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt16>, UnsafeBufferPointer<FoldEntry>
    ) -> Void
  ) {
    ascii.withUnsafeBufferPointer { ascii in
      pageIndex.withUnsafeBufferPointer { pageIndex in
        entries.withUnsafeBufferPointer { entries in body(ascii, pageIndex, entries) }
      }
    }
  }

  /// Whether a code point above U+FFFF shows nothing: tags and variation selectors.
  static func isInvisible(_ value: UInt32) -> Bool {
    (0xE0000...0xE0FFF).contains(value)
  }

  private mutating func set(_ scalar: Unicode.Scalar, to entry: FoldEntry) {
    set(Int(scalar.value), to: entry)
  }

  private mutating func set(_ value: Int, to entry: FoldEntry) {
    guard (0x80..<0x10000).contains(value) else { return }
    if pageIndex[value >> 6] == 0 {
      pageIndex[value >> 6] = UInt16(entries.count >> 6)
      entries.append(contentsOf: repeatElement(.keep, count: 64))
    }
    entries[Int(pageIndex[value >> 6]) << 6 | (value & 63)] = entry
  }
}

/// What one character becomes: itself, nothing, or up to three bytes.
struct FoldEntry: Sendable {
  /// The bytes from the lowest, above them one more than their number; 0 for "as it is".
  let packed: UInt32

  static let keep = FoldEntry(packed: 0)
  static let drop = FoldEntry(packed: 1 << 24)

  var isKeep: Bool { packed == 0 }
  var count: Int { Int(packed >> 24) - 1 }
  var bytes: [UInt8] {
    (0..<max(0, count)).map { UInt8(truncatingIfNeeded: packed >> (8 * UInt32($0))) }
  }

  private init(packed: UInt32) {
    self.packed = packed
  }

  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// - Parameter bytes: At most three; the rest is ignored.
  init(bytes: [UInt8]) {
    var packed = UInt32(min(bytes.count, 3) + 1) << 24
    for (index, byte) in bytes.prefix(3).enumerated() {
      packed |= UInt32(byte) << (8 * UInt32(index))
    }
    self.packed = packed
  }
}
