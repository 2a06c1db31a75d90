import TextMatching

/// Reads digits with what belongs to them.
struct NumberReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// At most so many groups of digits are told apart; more are no time.
  private static let mostParts = 4

  /// Reads the digits at a position and those joined to them by `.`, `,`, `:` or `/`.
  ///
  /// - Complexity: O(bytes read).
  func read(at start: Int, isGlued: Bool) -> TimeToken {
    var parts: [(value: Int, digits: Int)] = []
    var separators: [UInt8] = []
    var position = start
    while true {
      let begin = position
      var value = 0
      while position < range.upperBound, bytes[position] &- 0x30 < 10 {
        if position - begin < 9 { value = value * 10 + Int(bytes[position] &- 0x30) }
        position += 1
      }
      if parts.count <= Self.mostParts { parts.append((value, position - begin)) }
      guard position + 1 < range.upperBound, Self.isJoint(bytes[position]),
        bytes[position + 1] &- 0x30 < 10
      else { break }
      if separators.count <= Self.mostParts { separators.append(bytes[position]) }
      position += 1
    }
    var token = TimeToken(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
      kind: .number, code: 0, isGlued: isGlued)
    token.figure =
      isPartOfName(start, end: position) ? .opaque : Self.figure(parts, separators)
    if position < range.upperBound, bytes[position] == UInt8(ascii: ".") {
      token.hasDot = true
      token.hasLastDot = TimeTokens.isLast(position + 1, bytes, range)
      token.end = Int32(truncatingIfNeeded: position + 1)
    }
    return token
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"): true
    default: false
    }
  }

  /// Whether letters, currency signs and the like make a name or a price of the digits.
  private func isPartOfName(_ start: Int, end: Int) -> Bool {
    if start > range.lowerBound {
      let before = bytes[start - 1]
      switch before {
      case 0x20, 0x0A, UInt8(ascii: "("), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "~"),
        UInt8(ascii: "["), UInt8(ascii: ">"), UInt8(ascii: "!"):
        break
      case UInt8(ascii: "-"):
        // "OBJ-2211" and "COM-3" against "8-16", "pon.-8" and " -8".
        let joined = start - 2 >= range.lowerBound ? bytes[start - 2] : 0x20
        if joined &- 0x61 < 26 || joined >= 0x80 { return !isBehindSuffix(start - 1) }
      case UInt8(ascii: "."):
        // ".5" and "v.2", but "pt.8-16".
        let joined = start - 2 >= range.lowerBound ? bytes[start - 2] : 0x20
        if joined &- 0x61 >= 26 { return true }
      case UInt8(ascii: "t"):
        // "2026-03-02T08:01".
        let joined = start - 2 >= range.lowerBound ? bytes[start - 2] : 0x20
        if joined &- 0x30 >= 10 { return true }
      default:
        // An emoji parts like a space; "€" and "£" do not.
        let second = start - 2 >= range.lowerBound ? bytes[start - 2] : 0x20
        let third = start - 3 >= range.lowerBound ? bytes[start - 3] : 0x20
        let isCurrency = second == 0xC2 || (third == 0xE2 && second == 0x82)
        if before < 0x80 || isCurrency { return true }
      }
    }
    guard end < range.upperBound else { return false }
    let next = bytes[end]
    switch next {
    case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "_"),
      UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return true
    case UInt8(ascii: "/"):
      return end + 1 < range.upperBound && bytes[end + 1] &- 0x61 < 26
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","):
      // "10-tego", "48-hour", "24." and "15,-": what follows tells.
      return next == UInt8(ascii: ",") && end + 1 < range.upperBound
        && bytes[end + 1] == UInt8(ascii: "-")
    default:
      // Suffixes in letters are looked at where they are read; "€" and "£" end here.
      if next == 0xC2 { return true }
      if next == 0xE2, end + 2 < range.upperBound { return bytes[end + 1] == 0x82 }
      return isUnknownSuffix(at: end)
    }
  }

  /// Whether "9am", "8h" or the like ends here, so that "-" joins two times.
  private func isBehindSuffix(_ end: Int) -> Bool {
    var start = end
    while start > range.lowerBound, end - start < 4, bytes[start - 1] &- 0x61 < 26 { start -= 1 }
    return start > range.lowerBound && bytes[start - 1] &- 0x30 < 10
  }

  /// Whether letters are glued to the digits that make no time of them: "10gb", "3x".
  private func isUnknownSuffix(at start: Int) -> Bool {
    var end = start
    while end < range.upperBound, end - start <= 12, bytes[end] &- 0x61 < 26 { end += 1 }
    guard end > start else { return false }
    return !Self.suffixes.contains(UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  private static let suffixes = FoldedWords(
    """
    h hod hodin hodiny godz godzin godziny hr hrs hour hours uhr min mins minut minuty minutes
    s sec sek am pm a p st nd rd th go tego ego d dni dnu day days hodinach t hodinu tyg
    sekund
    """)

  private static func figure(
    _ parts: [(value: Int, digits: Int)], _ separators: [UInt8]
  ) -> TimeToken.Figure {
    guard parts.allSatisfy({ $0.digits <= 9 }), parts.count <= mostParts,
      let first = parts.first
    else { return .opaque }
    guard let separator = separators.first else {
      return .plain(first.value, digits: first.digits)
    }
    guard separators.allSatisfy({ $0 == separator }) else { return .opaque }
    switch (separator, parts.count) {
    case (UInt8(ascii: ":"), 2), (UInt8(ascii: ":"), 3):
      return clock(parts)
    case (UInt8(ascii: "."), 2):
      return first.digits <= 2 && parts[1].digits <= 2
        ? .dotted(first.value, parts[1].value, digits: parts[1].digits) : .opaque
    case (UInt8(ascii: "."), 3), (UInt8(ascii: "/"), 3):
      return date(parts)
    case (UInt8(ascii: ","), 2):
      let fraction = parts[1]
      guard first.digits <= 4, fraction.digits <= 2 else { return .opaque }
      return .decimal(first.value * 100 + fraction.value * (fraction.digits == 1 ? 10 : 1))
    case (UInt8(ascii: "/"), 2):
      return .fraction(first.value, parts[1].value)
    default:
      return .opaque
    }
  }

  private static func clock(_ parts: [(value: Int, digits: Int)]) -> TimeToken.Figure {
    let second = parts.count == 3 ? parts[2].value : 0
    guard parts[0].digits <= 2, parts.dropFirst().allSatisfy({ $0.digits == 2 && $0.value < 60 })
    else { return .opaque }
    let seconds = parts[0].value * 3600 + parts[1].value * 60 + second
    return seconds <= 86_400 ? .clock(seconds, digits: parts[0].digits) : .opaque
  }

  /// Day first, as Europe writes; month first only where the order leaves no choice.
  private static func date(_ parts: [(value: Int, digits: Int)]) -> TimeToken.Figure {
    if parts[0].digits == 4 {
      return date(parts[0].value, parts[1].value, parts[2].value)
    }
    guard parts[0].digits <= 2, parts[1].digits <= 2 else { return .opaque }
    let year: Int
    switch parts[2].digits {
    case 4: year = parts[2].value
    case 2 where parts[2].value >= 20: year = 2000 + parts[2].value
    default: return .opaque
    }
    let dayFirst = date(year, parts[1].value, parts[0].value)
    return dayFirst == .opaque ? date(year, parts[0].value, parts[1].value) : dayFirst
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> TimeToken.Figure {
    guard (1900...2199).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return .opaque
    }
    return .date(year: year, month: month, day: day)
  }
}
