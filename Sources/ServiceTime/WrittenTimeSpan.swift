/// A span of time together with how it was written.
///
/// The unit matters where only opening hours count: "2 days" are 48 open hours there, four days of
/// a desk that is open for twelve. Whoever reads a catalogue can warn of it by ``usesDays``.
package struct WrittenTimeSpan: Hashable, Sendable {
  /// The text, as written.
  package let text: String
  /// What it means, with days of 24 hours.
  package let span: TimeSpan
  /// Whether days or weeks are named.
  package let usesDays: Bool

  /// Reads a span: parts of a number and a unit, the largest unit first.
  ///
  /// Units may be English, Polish or Czech, in any case, without diacritics too. A part may have a
  /// decimal point or comma if it makes whole seconds. The words "and", "i", "a" may join parts.
  ///
  /// - Throws: ``TimeSpanError`` for the first thing that is wrong.
  /// - Complexity: O(length of the text).
  package init(_ text: String) throws(TimeSpanError) {
    if let (number, unit) = Self.simple(text) {
      self.text = text
      span = TimeSpan(seconds: number * unit.seconds)
      usesDays = unit.seconds >= TimeUnit.day.seconds
      return
    }
    let tokens = SpanToken.tokens(of: text)
    try Self.refuseWhatIsNoNumberWithUnit(text, tokens)

    var parts: [Part] = []
    var rest = tokens[...]
    while let first = rest.popFirst() {
      if !parts.isEmpty, case .word(let word) = first.kind, ["and", "i", "a"].contains(word) {
        if rest.isEmpty { throw .unexpected(first.text, utf8: first.utf8) }
        continue
      }
      guard case .number(let number) = first.kind else {
        throw .unexpected(first.text, utf8: first.utf8)
      }
      parts.append(try Self.part(first, number, unit: rest.popFirst(), of: text))
    }

    var total = 0
    for part in parts {
      let (sum, overflow) = total.addingReportingOverflow(part.seconds)
      if overflow || sum > TimeSpan.longestWritten.seconds { throw .tooLong(text) }
      total = sum
    }
    guard total > 0 else { throw .zero(text) }
    for (part, following) in zip(parts, parts.dropFirst())
    where following.unit.seconds >= part.unit.seconds {
      throw .unitsOutOfOrder(
        following.text, inOrder: TimeSpan(seconds: total), utf8: following.utf8)
    }
    self.text = text
    span = TimeSpan(seconds: total)
    usesDays = parts.contains { $0.unit.seconds >= TimeUnit.day.seconds }
  }

  /// Reads `15 min`, as nearly all times are written: a whole number, a space and a unit in small
  /// letters of ASCII. Nil for any other form, also for what is wrong with this one.
  private static func simple(_ text: String) -> (Int, TimeUnit)? {
    var text = text
    return text.withUTF8 { bytes in
      var number = 0
      var index = 0
      while index < bytes.count, 0x30...0x39 ~= bytes[index] {
        // More digits than the longest time has.
        guard index < 6 else { return nil }
        number = number * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard number > 0, index < bytes.count, bytes[index] == UInt8(ascii: " "),
        let unit = TimeUnit.named[
          String(decoding: UnsafeBufferPointer(rebasing: bytes[(index + 1)...]), as: UTF8.self)],
        number * unit.seconds <= TimeSpan.longestWritten.seconds
      else { return nil }
      return (number, unit)
    }
  }

  /// A number with its unit.
  private struct Part {
    let seconds: Int
    let unit: TimeUnit
    let text: String
    let utf8: Range<Int>
  }

  /// Refuses texts of another shape, for which a particular advice helps.
  private static func refuseWhatIsNoNumberWithUnit(
    _ text: String, _ tokens: [SpanToken]
  ) throws(TimeSpanError) {
    guard let first = tokens.first else { throw .empty }
    guard tokens.contains(where: \.isNumber) else {
      throw VagueTime.isVague(text) ? .vague(text) : .noNumber(text)
    }
    if first.isWord(startingWith: "p"), let form = MachineSpan(text) {
      throw .machineForm(text, meaning: form.meaning)
    }
    for (token, next) in zip(tokens, tokens.dropFirst()) {
      if token.isSymbol(":"), next.isNumber { throw .clockForm(text) }
      if token.isDash, next.isNumber {
        throw token.utf8 == first.utf8 ? .negative(text) : .twoTimes(text)
      }
    }
    for token in tokens {
      if case .word(let word) = token.kind, TimeUnit.wordsForWorking.contains(word) {
        throw .workingDays(token.text, utf8: token.utf8)
      }
    }
  }

  private static func part(
    _ token: SpanToken, _ number: SpanToken.Number, unit following: SpanToken?, of text: String
  ) throws(TimeSpanError) -> Part {
    guard let following, case .word(let word) = following.kind else {
      throw .noUnit(token.text, utf8: token.utf8)
    }
    guard let unit = TimeUnit.named[word] else {
      if TimeUnit.wordsWithoutFixedLength.contains(word) {
        throw .noFixedLength(following.text, utf8: following.utf8)
      }
      throw .unknownUnit(
        following.text, nearest: TimeUnit.nearest(to: word), utf8: following.utf8)
    }
    if number.looksLikeThousands { throw .ambiguousNumber(token.text, utf8: token.utf8) }
    let utf8 = token.utf8.lowerBound..<following.utf8.upperBound
    let written = String(decoding: Array(text.utf8)[utf8], as: UTF8.self)
    guard let whole = number.whole else { throw .tooLong(text) }
    guard let fraction = number.fraction(of: unit.seconds) else {
      throw .notWholeSeconds(written, utf8: utf8)
    }
    let (seconds, overflow) = whole.multipliedReportingOverflow(by: unit.seconds)
    guard !overflow, seconds <= TimeSpan.longestWritten.seconds else { throw .tooLong(text) }
    return Part(seconds: seconds + fraction, unit: unit, text: written, utf8: utf8)
  }
}
