import TextMatching

/// The number of a case, as an acknowledgement names it.
struct CaseNumber {
  /// The fewest digits in a row that may be the number of a case rather than a time or a count.
  private static let digits = 4
  /// Numbers of more digits are telephones and accounts, unless they are called the case's.
  private static let mostDigits = 8
  /// How far before a number the word may stand that names it (unit: folded bytes).
  private static let reach = 24

  /// What words begin with that name the number of a case, folded.
  private static let namingWords = WordStarts(
    """
    nr numer number no. num cislo cislem c. id ticket zgloszeni spraw hlaseni pozadav case ref
    request enquiry inquiry zamowieni objednav order tiket dotaz #
    """)

  /// What stands behind a number that counts or costs something, folded.
  private static let units = WordStarts(
    "kc czk zl pln eur usd gbp € $ £ % mb gb ms r. roku")

  /// The case's id, folded.
  private let id: [UInt8]

  init(_ id: String) {
    self.id = FoldedText(id).bytes
  }

  /// Whether a folded text names a case: by its id, or by a number that is called one ("nr 4711",
  /// "ML-2601") or looks like nothing else. Years, prices and telephone numbers are none.
  ///
  /// - Complexity: O(bytes × length of the id) at worst, O(bytes) as a rule.
  func isNamed(in bytes: [UInt8]) -> Bool {
    if bytes.holds(id) { return true }
    var start = 0
    while start < bytes.count {
      guard Self.isDigit(bytes[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
      if end - start >= Self.digits,
        Self.isCalledNumber(start, in: bytes) || !Self.isElse(start..<end, in: bytes)
      {
        return true
      }
      start = end
    }
    return false
  }

  /// Whether a number is a year, part of a date or an amount, a price or a telephone.
  private static func isElse(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
    if place.count > mostDigits { return true }
    if place.count == 4 {
      let century = (bytes[place.lowerBound], bytes[place.lowerBound + 1])
      if century == (UInt8(ascii: "1"), UInt8(ascii: "9"))
        || century == (UInt8(ascii: "2"), UInt8(ascii: "0"))
      {
        return true
      }
    }
    if place.lowerBound > 0 {
      let before = bytes[place.lowerBound - 1]
      if "+.,:/$".utf8.contains(before) || before >= 0x80 { return true }
    }
    var next = place.upperBound
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    if units.begin(bytes[next...]) { return true }
    let after = place.upperBound
    return after + 1 < bytes.count && ".,:/".utf8.contains(bytes[after])
      && isDigit(bytes[after + 1])
  }

  /// Whether a number is glued to letters, or a word before it calls it a number.
  private static func isCalledNumber(_ start: Int, in bytes: [UInt8]) -> Bool {
    if start > 1, "-/_".utf8.contains(bytes[start - 1]), CustomerName.isWordByte(bytes[start - 2]) {
      return true
    }
    var isStart = true
    for offset in max(0, start - reach)..<start {
      let byte = bytes[offset]
      if byte == 0x20 || byte == 0x0A || ":,()".utf8.contains(byte) {
        isStart = true
        continue
      }
      if isStart, namingWords.begin(bytes[offset..<start]) { return true }
      isStart = false
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

/// What words may begin with, by the first byte.
private struct WordStarts: Sendable {
  private let starts: [UInt8: [[UInt8]]]

  init(_ words: String) {
    starts = Dictionary(
      grouping: words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }, by: { $0[0] })
  }

  /// Whether bytes begin with one of them.
  func begin(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let candidates = starts[first] else { return false }
    return candidates.contains { bytes.starts(with: $0) }
  }
}

extension [UInt8] {
  /// Whether some bytes stand here in a row; none never do.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, other.count <= count else { return false }
    return withUnsafeBufferPointer { bytes in
      other.withUnsafeBufferPointer { other in
        var at = 0
        while at + other.count <= bytes.count {
          if bytes[at] == first {
            var length = 1
            while length < other.count, bytes[at + length] == other[length] { length += 1 }
            if length == other.count { return true }
          }
          at += 1
        }
        return false
      }
    }
  }
}
