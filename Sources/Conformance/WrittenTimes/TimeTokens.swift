/// A word, a number or a mark of a sentence.
struct TimeToken: Sendable {
  enum Kind: UInt8, Sendable {
    case word, number, mark
  }

  /// What digits say.
  enum Figure: Hashable, Sendable {
    /// A name, a price, a telephone number: nothing to read as a time.
    case opaque
    /// "15", "15.", "08".
    case plain(Int, digits: Int)
    /// "15:30" (unit: s after midnight; 0 to 86,400); digits are those of the hour.
    case clock(Int, digits: Int)
    /// "15.30", "12.03", "8.2": a clock time, a date, a decimal or a version.
    case dotted(Int, Int, digits: Int)
    /// "1,5" in hundredths.
    case decimal(Int)
    /// "12.03.2026", "2026-03-12", "12/03/2026".
    case date(year: Int, month: Int, day: Int)
    /// "24/7", "3/5".
    case fraction(Int, Int)
  }

  let start: Int32
  var end: Int32
  let kind: Kind
  /// The number of the word in the table, 0 for an unknown word; the byte of a mark.
  let code: UInt16
  /// Whether nothing stands between it and the token before.
  let isGlued: Bool
  /// Whether a period belongs to it: "15.", "godz.".
  var hasDot = false
  /// Whether that period is the last character of the sentence, besides quotes and brackets.
  var hasLastDot = false
  var figure = Figure.opaque
}

/// Splits sentences into tokens.
enum TimeTokens {
  /// The tokens of a sentence. Quotes and other marks that part nothing are left out.
  ///
  /// - Complexity: O(bytes).
  static func split(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ table: TimeWords
  ) -> [TimeToken] {
    var tokens: [TimeToken] = []
    tokens.reserveCapacity(min(range.count / 4 + 4, 1 << 16))
    var position = range.lowerBound
    var end = -1
    while position < range.upperBound {
      let byte = bytes[position]
      let isGlued = end == position
      if byte &- 0x30 < 10 {
        let token = NumberReader(bytes, range).read(at: position, isGlued: isGlued)
        tokens.append(token)
        position = Int(token.end)
        end = position
      } else if byte &- 0x61 < 26 || byte >= 0x80 {
        let token = word(bytes, range, at: position, isGlued, table)
        tokens.append(token)
        position = Int(token.end)
        end = position
      } else if byte == 0x20 || byte == 0x0A {
        position += 1
      } else if byte == UInt8(ascii: "."), isGlued, let last = tokens.indices.last,
        tokens[last].kind == .word
      {
        tokens[last].hasDot = true
        position += 1
        end = position
        // Behind "a" of "a.m." the letter that follows must still be seen as glued.
        tokens[last].hasLastDot = isLast(position, bytes, range)
      } else {
        if !isQuote(byte) {
          tokens.append(
            TimeToken(
              start: Int32(truncatingIfNeeded: position),
              end: Int32(truncatingIfNeeded: position + 1), kind: .mark, code: UInt16(byte),
              isGlued: isGlued))
          end = position + 1
        } else if isGlued {
          end = position + 1
        }
        position += 1
      }
    }
    blindNames(&tokens)
    return tokens
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "~"): true
    default: false
    }
  }

  /// Whether nothing but closing marks stands from a position on.
  static func isLast(
    _ position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    // A few marks are enough to look at; the bound keeps "....." linear.
    var position = position
    let limit = min(range.upperBound, position + 8)
    while position < limit {
      switch bytes[position] {
      case 0x20, 0x0A, UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: "]"):
        position += 1
      default:
        return bytes[position] >= 0xE2
      }
    }
    return position == range.upperBound
  }

  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at start: Int, _ isGlued: Bool,
    _ table: TimeWords
  ) -> TimeToken {
    var hash = TimeWords.seed
    var position = start
    /// Where an apostrophe was, and the word before it.
    var plain: (end: Int, hash: UInt32)?
    while position < range.upperBound {
      let byte = bytes[position]
      if byte &- 0x61 < 26 || byte >= 0x80 {
        hash = TimeWords.step(hash, byte)
      } else if byte == UInt8(ascii: "'"), plain == nil, position + 1 < range.upperBound,
        bytes[position + 1] &- 0x61 < 26
      {
        plain = (position, hash)
        hash = TimeWords.step(hash, byte)
      } else {
        break
      }
      position += 1
    }
    var index = table.index(ofHash: hash, bytes, start..<position)
    if index == 0, let plain {
      // "tomorrow's"
      index = table.index(ofHash: plain.hash, bytes, start..<plain.end)
    }
    return TimeToken(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
      kind: .word, code: UInt16(truncatingIfNeeded: index), isGlued: isGlued)
  }

  /// Takes the meaning from numbers that are parts of telephone numbers and the like.
  ///
  /// - Complexity: O(tokens).
  private static func blindNames(_ tokens: inout [TimeToken]) {
    /// Whether a token is a number without anything else, and of how many digits.
    func digits(_ index: Int) -> Int? {
      guard index < tokens.count, tokens[index].kind == .number, !tokens[index].hasDot else {
        return nil
      }
      if case .plain(_, let digits) = tokens[index].figure { return digits }
      if case .opaque = tokens[index].figure { return 9 }
      return nil
    }
    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
      index < tokens.count && tokens[index].kind == .mark
        && tokens[index].code == UInt16(UInt8(ascii: mark))
    }
    var index = 0
    while index < tokens.count {
      guard let first = digits(index) else {
        index += 1
        continue
      }
      // Numbers one behind the other, also joined by hyphens: 530 000 112, 600-700-800.
      var last = index
      var count = 1
      var hasLong = first > 2
      while true {
        if let next = digits(last + 1) {
          hasLong = hasLong || next > 2
          last += 1
        } else if isMark(last + 1, "-"), tokens[last + 1].isGlued, let next = digits(last + 2),
          tokens[last + 2].isGlued
        {
          hasLong = hasLong || next > 2
          last += 2
        } else {
          break
        }
        count += 1
      }
      let isDate = count == 3 && isoDate(tokens, index)
      if !isDate, (count >= 3 && hasLong) || count > 3 {
        for position in index...last where tokens[position].kind == .number {
          tokens[position].figure = .opaque
        }
      }
      index = last + 1
    }
  }

  /// Whether three numbers are a date as ISO 8601 writes it: 2026-03-12.
  private static func isoDate(_ tokens: borrowing [TimeToken], _ index: Int) -> Bool {
    guard index + 4 < tokens.count, tokens[index + 1].kind == .mark,
      tokens[index + 3].kind == .mark,
      case .plain(let year, digits: 4) = tokens[index].figure,
      case .plain(let month, digits: 2) = tokens[index + 2].figure,
      case .plain(let day, digits: 2) = tokens[index + 4].figure
    else { return false }
    return (1900...2199).contains(year) && (1...12).contains(month) && (1...31).contains(day)
  }
}
