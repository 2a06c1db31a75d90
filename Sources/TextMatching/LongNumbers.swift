/// Sentences that differ in nothing but the digits of long numbers, as one: "order 48213 is on its way"
/// says of a reply what "order 90377 is on its way" says.
///
/// A long number has five digits or more and stands alone: nothing but white space, brackets and the
/// marks that end a sentence or a part of it are beside it.
package enum LongNumbers {
  /// From so many digits on it does not matter which they are.
  package static let fewestDigits = 5

  /// A text with the digits of its long numbers all `0`, and where these are; the text itself where it
  /// has none.
  ///
  /// - Parameter bytes: A folded text.
  /// - Returns: As many bytes, and the ranges of the numbers, ascending.
  /// - Complexity: O(bytes).
  package static func levelled(_ bytes: [UInt8]) -> (bytes: [UInt8], numbers: [Range<Int>]) {
    let numbers = bytes.withUnsafeBufferPointer { all(in: $0) }
    guard !numbers.isEmpty else { return (bytes, []) }
    var levelled = bytes
    levelled.withUnsafeMutableBufferPointer { bytes in
      for number in numbers { bytes[number].update(repeating: UInt8(ascii: "0")) }
    }
    return (levelled, numbers)
  }

  private static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var numbers: [Range<Int>] = []
    // Of five bytes in a row one is looked at.
    var probe = fewestDigits - 1
    while probe < bytes.count {
      guard WordCharacters.isDigit(bytes[probe]) else {
        probe += fewestDigits
        continue
      }
      var start = probe
      while start > 0, WordCharacters.isDigit(bytes[start - 1]) { start -= 1 }
      var end = probe + 1
      while end < bytes.count, WordCharacters.isDigit(bytes[end]) { end += 1 }
      if end - start >= fewestDigits, standsAlone(start..<end, in: bytes) {
        numbers.append(start..<end)
      }
      probe = end + fewestDigits - 1
    }
    return numbers
  }

  private static func standsAlone(
    _ number: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if number.lowerBound > 0 {
      switch bytes[number.lowerBound - 1] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "("): break
      default: return false
      }
    }
    guard number.upperBound < bytes.count else { return true }
    switch bytes[number.upperBound] {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: ")"): return true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!"),
      UInt8(ascii: ";"), UInt8(ascii: ":"):
      guard number.upperBound + 1 < bytes.count else { return true }
      let next = bytes[number.upperBound + 1]
      return next == UInt8(ascii: " ") || next == UInt8(ascii: "\n")
    default: return false
    }
  }
}

extension Pattern {
  /// Whether it may tell one long number from another: it names digits, and for a phrase so many in a
  /// row, or such that more may follow.
  ///
  /// - Complexity: O(pattern).
  package var tellsLongNumbersApart: Bool {
    switch kind {
    case .phrase(.plain(let steps)): Self.endsOrGoesOn(steps)
    case .phrase(.alternatives(let nodes, _)):
      Self.namesDigits(nodes)
        && PhraseExpansion.phrases(of: nodes).contains(where: Self.endsOrGoesOn)
    case .expression(let expression): expression.namesDigits
    }
  }

  private static func namesDigits(_ nodes: [PhraseNode]) -> Bool {
    nodes.contains { node in
      switch node {
      case .step(.byte(let byte)): WordCharacters.isDigit(byte)
      case .step: false
      case .alternatives(let alternatives): alternatives.contains(where: namesDigits)
      }
    }
  }

  private static func endsOrGoesOn(_ phrase: [PhraseStep]) -> Bool {
    var digits = 0
    for step in phrase {
      switch step {
      case .byte(let byte) where WordCharacters.isDigit(byte):
        digits += 1
        if digits >= LongNumbers.fewestDigits { return true }
      case .ending where digits > 0: return true
      default: digits = 0
      }
    }
    return false
  }
}

extension Expression {
  /// Whether any digit may be told from another: a digit is named outside of a count (`{2,5}`) and of
  /// the class of all (`0-9`). Rather yes than no.
  ///
  /// - Complexity: O(expression).
  fileprivate var namesDigits: Bool {
    var position = 0
    var inClass = false
    func byte(_ offset: Int) -> UInt8? { folded.indices.contains(offset) ? folded[offset] : nil }
    while let next = byte(position) {
      switch next {
      case UInt8(ascii: "\\"):
        // "\x{31}", "\x31" and "\61" are digits as well.
        if byte(position + 1) == UInt8(ascii: "x") { return true }
        if let escaped = byte(position + 1), WordCharacters.isDigit(escaped) { return true }
        position += 1
      case UInt8(ascii: "[") where !inClass:
        inClass = true
        if byte(position + 1) == UInt8(ascii: "^") { position += 1 }
        if byte(position + 1) == UInt8(ascii: "]") { position += 1 }
      case UInt8(ascii: "]"):
        inClass = false
      case UInt8(ascii: "{") where !inClass:
        guard let end = folded[position...].firstIndex(of: UInt8(ascii: "}")) else { return true }
        position = end
      case UInt8(ascii: "0") where folded[position...].starts(with: "0-9".utf8):
        position += 2
      case _ where WordCharacters.isDigit(next):
        return true
      default:
        break
      }
      position += 1
    }
    return false
  }
}
