/// The folded bytes of a line, or of a part of it.
typealias LineBytes = UnsafeBufferPointer<UInt8>

extension LineBytes {
  /// Whether these bytes begin with the given ones.
  func hasPrefix(_ part: [UInt8]) -> Bool {
    guard part.count <= count else { return false }
    for index in part.indices where self[index] != part[index] { return false }
    return true
  }

  /// Whether these bytes end with the given ones.
  func hasSuffix(_ part: [UInt8]) -> Bool {
    guard part.count <= count else { return false }
    let start = count - part.count
    for index in part.indices where self[start + index] != part[index] { return false }
    return true
  }

  /// Whether the given bytes occur somewhere.
  ///
  /// - Complexity: O(length × length of `part`); for lines.
  func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return part.isEmpty }
    for start in 0...count - part.count where self[start] == first {
      if self[start...].starts(with: part) { return true }
    }
    return false
  }

  /// These bytes from an offset on.
  func from(_ offset: Int) -> LineBytes {
    LineBytes(rebasing: self[Swift.min(offset, count)...])
  }

  /// The words between spaces, as offsets.
  var words: LineWords { LineWords(bytes: self) }

  /// How many digits stand here.
  var digits: Int {
    var digits = 0
    for byte in self where byte.isDigit { digits += 1 }
    return digits
  }
}

/// The words between spaces, as offsets, one after the other.
struct LineWords: Sequence, IteratorProtocol {
  private let bytes: LineBytes
  private var position = 0

  init(bytes: LineBytes) {
    self.bytes = bytes
  }

  mutating func next() -> Range<Int>? {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: " ") { position += 1 }
    return position > start ? start..<position : nil
  }

  /// How many words there are, counted up to a limit.
  func count(upTo limit: Int) -> Int {
    var rest = self
    var count = 0
    while count < limit, rest.next() != nil { count += 1 }
    return count
  }

  /// Whether no word follows.
  var isAtEnd: Bool {
    var rest = self
    return rest.next() == nil
  }
}

/// Some ASCII characters.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: StaticString) {
    for offset in 0..<characters.utf8CodeUnitCount {
      let byte = characters.utf8Start[offset]
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte & 63)) & 1 == 1
  }

  /// What ends a sentence or a part of it.
  static let marks = ByteSet(".,:;!?")
  /// What stands behind a word without being a part of it.
  static let behindWords = ByteSet(",.;:!?)\"")
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  /// Whether this begins or goes on a letter in folded text.
  var isFoldedLetter: Bool { self &- UInt8(ascii: "a") < 26 || self >= 0x80 }
}

/// Phrases that a text may begin with, found by their first byte.
struct Openings<Tag: Sendable>: Sendable {
  /// By first byte; longer phrases first.
  private let rows: [[(phrase: [UInt8], tag: Tag)]]

  /// - Parameter phrases: Folded texts and what they stand for.
  init(_ phrases: [(String, Tag)]) {
    var rows = [[(phrase: [UInt8], tag: Tag)]](repeating: [], count: 256)
    for (text, tag) in phrases {
      let phrase = Array(text.utf8)
      rows[Int(phrase.first ?? 0)].append((phrase, tag))
    }
    self.rows = rows.map { $0.sorted { $0.phrase.count > $1.phrase.count } }
  }

  /// The longest phrase that a text begins with: its length and what it stands for.
  func opening(of text: LineBytes) -> (length: Int, tag: Tag)? {
    guard let first = text.first else { return nil }
    for row in rows[Int(first)] where text.hasPrefix(row.phrase) {
      return (row.phrase.count, row.tag)
    }
    return nil
  }

  /// Whether a text begins with one of the phrases.
  func opens(_ text: LineBytes) -> Bool { opening(of: text) != nil }

  /// The longest phrase that a text begins with, where no letter follows it.
  func word(of text: LineBytes) -> (length: Int, tag: Tag)? {
    guard let first = text.first else { return nil }
    for row in rows[Int(first)] where text.hasPrefix(row.phrase) {
      if row.phrase.count == text.count || !text[row.phrase.count].isFoldedLetter {
        return (row.phrase.count, row.tag)
      }
    }
    return nil
  }

  /// How many words of a text begin one of the phrases, counted up to a limit.
  ///
  /// - Parameter isWhole: Whether a phrase has to end where a word does.
  /// - Complexity: O(length), times the phrases that begin alike.
  func count(in text: LineBytes, isWhole: Bool = false, upTo limit: Int = 1) -> Int {
    var count = 0
    var isInside = false
    for (offset, byte) in text.enumerated() {
      let isLetter = byte.isFoldedLetter || byte.isDigit
      if !isInside, isLetter, !rows[Int(byte)].isEmpty {
        let rest = text.from(offset)
        if (isWhole ? word(of: rest) : opening(of: rest)) != nil {
          count += 1
          if count == limit { return count }
        }
      }
      isInside = isLetter
    }
    return count
  }
}

extension Openings where Tag == Void {
  init(_ phrases: [String]) {
    self.init(phrases.map { ($0, ()) })
  }
}

/// Words without regard to what stands beyond their first eight bytes.
struct WordSet: Sendable {
  /// A hash table whose free places are 0; at most half of them are taken.
  private var slots: [UInt64]

  /// - Parameter words: Folded words between spaces.
  init(_ words: String) {
    let keys = words.split(whereSeparator: \.isWhitespace).map { Self.key($0.utf8) }
    var size = 2
    while size < 2 * keys.count { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    for key in keys {
      var slot = place(key)
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = key
    }
  }

  func contains(_ word: LineBytes) -> Bool {
    let key = Self.key(word)
    guard key != 0 else { return false }
    var slot = place(key)
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// The first eight bytes as a number.
  static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in word.prefix(8) { key = key << 8 | UInt64(byte) }
    return key
  }

  private func place(_ key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
  }
}
