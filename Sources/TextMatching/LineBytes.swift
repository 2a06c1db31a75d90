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
  ///
  /// - Parameter limit: How many words are of interest; more are not looked for.
  func words(limit: Int) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var position = 0
    while position < count, words.count < limit {
      while position < count, self[position] == UInt8(ascii: " ") { position += 1 }
      let start = position
      while position < count, self[position] != UInt8(ascii: " ") { position += 1 }
      if position > start { words.append(start..<position) }
    }
    return words
  }

  /// How many digits stand here.
  var digits: Int {
    var digits = 0
    for byte in self where byte.isDigit { digits += 1 }
    return digits
  }
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
}

extension Openings where Tag == Void {
  init(_ phrases: [String]) {
    self.init(phrases.map { ($0, ()) })
  }
}

/// Words without regard to what stands beyond their first eight bytes.
struct WordSet: Sendable {
  private let keys: Set<UInt64>

  /// - Parameter words: Folded words between spaces.
  init(_ words: String) {
    keys = Set(words.split(whereSeparator: \.isWhitespace).map { Self.key($0.utf8) })
  }

  func contains(_ word: LineBytes) -> Bool { keys.contains(Self.key(word)) }

  /// The first eight bytes as a number.
  static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in word.prefix(8) { key = key << 8 | UInt64(byte) }
    return key
  }
}
