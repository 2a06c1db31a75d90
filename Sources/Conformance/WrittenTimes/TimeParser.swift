/// Reads times from the tokens of a sentence, from left to right.
///
/// A time is a lead (prepositions and the like) with an item (a clock time, a day, a span…) and
/// whatever completes it. Every step looks at a bounded number of tokens.
struct TimeParser {
  let tokens: UnsafeBufferPointer<TimeToken>
  let bytes: UnsafeBufferPointer<UInt8>
  let table: TimeWords
  /// Whether "o dve hodiny" is "in two hours".
  let isSlovak: Bool

  init(
    tokens: UnsafeBufferPointer<TimeToken>, bytes: UnsafeBufferPointer<UInt8>,
    table: TimeWords, isSlovak: Bool
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.table = table
    self.isSlovak = isSlovak
  }

  /// A time with the token behind it; without a time, words that only look like one.
  struct Phrase {
    var time: WrittenTime?
    var first: Int
    var next: Int
  }

  /// Something read behind a lead.
  struct Found {
    enum Item {
      case point(WrittenTime.Day?, WrittenTime.DayTime?)
      case span(WrittenTime.Span, WrittenTime.Bound)
      case vague
      /// Nothing, but not to be looked at again: "200 messages an hour".
      case nothing
    }

    var item: Item
    var next: Int
    /// The languages of its words; all for digits.
    var languages = TimeWord.Languages.all
    /// How it bounds, where its own words say so.
    var bound: WrittenTime.Bound?
    var isApproximate = false

    var time: WrittenTime.DayTime? {
      if case .point(nil, let time) = item { time } else { nil }
    }
    var day: WrittenTime.Day? {
      if case .point(let day, nil) = item { day } else { nil }
    }
  }

  /// - Complexity: O(tokens).
  func parse() -> [WrittenTime] {
    var found: [WrittenTime] = []
    let opens = opens
    /// The token behind the last time.
    var end = -1
    var index = 0
    while index < tokens.count {
      guard let phrase = (opens[index] ? phrase(at: index) : nil) ?? clause(at: index) else {
        index += 1
        continue
      }
      if var time = phrase.time {
        // "zanim kolejka urośnie, dwie minuty"
        if case .span(let span) = time.meaning, time.bound == .duration,
          isAsked(before: phrase.first) || isBehindClause(phrase.first)
        {
          time = WrittenTime(
            range: time.range, meaning: .span(span), bound: .latest,
            isApproximate: time.isApproximate, isExclusive: false)
        }
        found.append(inheriting(time, from: found.last, behind: end, at: phrase.first))
        end = phrase.next
      }
      index = max(phrase.next, index + 1)
    }
    return found
  }

  /// For each token, whether a time may begin there: a number or a word that names one stands there,
  /// or behind words that have to do with time.
  private var opens: [Bool] {
    var opens = [Bool](repeating: false, count: tokens.count)
    var isOpen = false
    for index in tokens.indices.reversed() {
      switch tokens[index].kind {
      case .mark: isOpen = false
      case .number: isOpen = true
      case .word:
        let code = Int(tokens[index].code)
        isOpen = code != 0 && (isOpen || table.isTrigger(code))
      }
      opens[index] = isOpen
    }
    return opens
  }

  /// "Give me ten minutes", "dej mi deset minut".
  private func isAsked(before start: Int) -> Bool {
    roles(start - 1).contains(.receiver) && roles(start - 2).contains(.give)
  }

  /// Whether a length of time explains a clause that bounds: "before the microwave beeps, 3 minutes".
  private func isBehindClause(_ start: Int) -> Bool {
    guard isMark(start - 1, ",") else { return false }
    for index in stride(from: start - 2, through: start - Self.dayReach, by: -1) {
      if roles(index).contains(.beforeClause) { return !roles(index - 1).contains(.more) }
      if isMark(index, ";") || isMark(index, ":") { return false }
    }
    return false
  }

  /// So many tokens behind a day a time of day is still of that day.
  private static let dayReach = 14

  /// A time of day behind a day, in the same part of the sentence, is of that day: "jutro, zanim
  /// odjedzie pociąg, o 7:40".
  ///
  /// Today needs no handing on, and a night ends on another day.
  private func inheriting(
    _ time: WrittenTime, from previous: WrittenTime?, behind end: Int, at start: Int
  ) -> WrittenTime {
    guard case .point(nil, let clock?) = time.meaning, time.bound.isBinding,
      let previous, previous.bound.isBinding, case .point(let day?, let before) = previous.meaning,
      day != .offset(0), before != .part(.night), Self.isSingle(day), end <= start,
      start - end <= Self.dayReach, !(end..<start).contains(where: { isMark($0, ";") })
    else { return time }
    return WrittenTime(
      range: time.range, meaning: .point(day, clock), bound: time.bound,
      isApproximate: time.isApproximate, isExclusive: time.isExclusive)
  }

  private static func isSingle(_ day: WrittenTime.Day) -> Bool {
    switch day {
    case .offset, .weekday, .date, .dayOfMonth, .workingDay: true
    case .weekend, .week, .month, .quarter, .year, .namedMonth: false
    }
  }

  /// A time that begins at a token.
  ///
  /// - Parameters:
  ///   - isLoose: Whether clock times may stand without preposition: "(1.45)".
  ///   - isInClause: Whether parts of the day may: "zanim wybije północ".
  func phrase(at start: Int, isLoose: Bool = false, isInClause: Bool = false) -> Phrase? {
    guard tokens[start].kind != .mark else { return nil }
    let lead = lead(at: start, isLoose: isLoose, isInClause: isInClause)
    if let found = weekdayRange(lead) {
      return finished(found, lead, skippingHours: true)
    }
    guard
      let found = window(lead, hasDay: false) ?? end(lead) ?? hourByUnit(lead, hasDay: false)
        ?? turnedClock(lead) ?? span(lead) ?? date(lead, hasDay: false)
        ?? clock(lead, hasDay: false) ?? day(lead, hasDay: false)
    else { return nil }
    if lead.preposition != nil, found.languages.isDisjoint(with: lead.languages) { return nil }
    switch found.item {
    case .nothing:
      return Phrase(time: nil, first: start, next: found.next)
    case .vague:
      return Phrase(
        time: time(.vague, found.bound ?? .vague, lead, found.isApproximate, next: found.next),
        first: start, next: found.next)
    case .span(let span, let bound):
      return Phrase(
        time: time(.span(span), bound, lead, found.isApproximate, next: found.next),
        first: start, next: found.next)
    case .point:
      return completed(found, lead)
    }
  }

  private func finished(_ found: Found, _ lead: Lead, skippingHours: Bool) -> Phrase {
    var next = found.next
    if skippingHours {
      for _ in 0..<3 {
        let gap = isMark(next, ",") || isMark(next, ":") || isMark(next, "(") ? next + 1 : next
        guard let hours = window(self.lead(at: gap), hasDay: true) else { break }
        next = hours.next
      }
    }
    guard case .point(let day, let clock) = found.item else {
      return Phrase(time: nil, first: lead.start, next: next)
    }
    return Phrase(
      time: time(.point(day, clock), found.bound ?? .opening, lead, false, next: next),
      first: lead.start, next: next)
  }

  /// A time from its first to its last token.
  func time(
    _ meaning: WrittenTime.Meaning, _ bound: WrittenTime.Bound, _ lead: Lead,
    _ isApproximate: Bool, isExclusive: Bool = false, next: Int
  ) -> WrittenTime {
    var bound = bound
    if bound.isBinding, isHabit(before: lead.start) { bound = .recurring }
    return WrittenTime(
      range: range(from: lead.start, to: next), meaning: meaning, bound: bound,
      isApproximate: lead.isApproximate || isApproximate, isExclusive: isExclusive)
  }

  /// Whether a word such as "daily" stands right before.
  private func isHabit(before index: Int) -> Bool {
    roles(index - 1).contains(.habit) && word(index - 1).weekday == 0
      || roles(index - 1).contains(.follower) && roles(index - 2).contains(.habit)
  }

  // MARK: - Tokens

  func range(from first: Int, to next: Int) -> Range<Int> {
    guard tokens.indices.contains(first), tokens.indices.contains(next - 1) else { return 0..<0 }
    let start = Int(tokens[first].start)
    let last = tokens[next - 1]
    let end = Int(last.end) - (last.kind == .number && last.hasLastDot ? 1 : 0)
    return start..<max(start, end)
  }

  func word(_ index: Int) -> TimeWord {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return TimeWord() }
    return table[Int(tokens[index].code)]
  }

  func roles(_ index: Int) -> TimeWord.Roles { word(index).roles }

  func isWord(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .word
  }

  func isGlued(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isGlued }

  func hasDot(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].hasDot }

  func hasLastDot(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].hasLastDot
  }

  /// What digits say; nil for anything else.
  func figure(_ index: Int) -> TimeToken.Figure? {
    guard tokens.indices.contains(index), tokens[index].kind == .number else { return nil }
    return tokens[index].figure
  }

  /// A plain number, with the number of its digits.
  func plain(_ index: Int) -> (value: Int, digits: Int)? {
    guard case .plain(let value, let digits)? = figure(index) else { return nil }
    return (value, digits)
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .mark
      && tokens[index].code == UInt16(UInt8(ascii: mark))
  }

  /// Whether a word is spelt so (folded).
  func isSpelt(_ index: Int, _ spelling: StaticString) -> Bool {
    guard isWord(index) else { return false }
    let start = Int(tokens[index].start)
    guard Int(tokens[index].end) - start == spelling.utf8CodeUnitCount else { return false }
    return (0..<spelling.utf8CodeUnitCount).allSatisfy {
      bytes[start + $0] == spelling.utf8Start[$0]
    }
  }

  /// Whether a word ends so (folded).
  func endsWord(_ index: Int, _ endings: StaticString...) -> Bool {
    guard isWord(index) else { return false }
    let start = Int(tokens[index].start)
    let end = Int(tokens[index].end)
    return endings.contains { ending in
      let count = ending.utf8CodeUnitCount
      return end - start > count
        && (0..<count).allSatisfy { bytes[end - count + $0] == ending.utf8Start[$0] }
    }
  }
}
