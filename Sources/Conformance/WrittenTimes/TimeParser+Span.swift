extension TimeParser {
  /// A length of time: "w ciągu 2 godzin", "za 20 minut", "within two working days", "do hodiny".
  func span(_ lead: Lead) -> Found? {
    let index = lead.next
    guard let quantity = quantity(at: index) else { return bareUnit(lead) }
    guard let unit = unit(at: quantity.next, quantity) else { return nil }
    if quantity.isVague || unit.unit == .moment { return vague(lead, unit) }
    // "from 2020"
    if unit.unit == .year, let year = plain(index), year.digits == 4 { return nil }
    guard var length = length(quantity.hundredths, unit) else { return nil }
    var next = unit.next
    if case .seconds(let seconds) = length, let rest = remainder(at: next, unit) {
      length = .seconds(seconds + rest.seconds)
      next = rest.next
    }
    // "in an hour or two"
    if roles(next).contains(.joiner), !roles(next).contains(.and),
      (2...9).contains(word(next + 1).number),
      word(next + 2).unit == nil, let longer = self.length(Int(word(next + 1).number) * 100, unit)
    {
      length = longer
      next += 2
    }
    // "2 hours to 3 hours"
    if roles(next).contains(.joiner) || isMark(next, "-"), let more = self.quantity(at: next + 1),
      let other = self.unit(at: more.next, more), other.unit == unit.unit, !more.isVague,
      let longer = self.length(more.hundredths, other)
    {
      length = longer
      next = other.next
    }
    var found = finished(length, lead, unit, next: next)
    // "timeout 30 s", "in 1.4 s" are measured, not promised.
    if isSpelt(unit.next - 1, "s"), case .span(let span, let bound) = found.item, bound.isBinding {
      found.item = .span(span, .duration)
    }
    // "€5 a month", "what a day"
    if lead.preposition == nil, roles(index).contains(.article),
      case .span(_, .duration) = found.item
    {
      return Found(item: .nothing, next: next)
    }
    return found
  }

  /// A unit with its languages, and whether it counts working time.
  struct Unit {
    var unit: TimeWord.Unit
    var isWorking: Bool
    var isDouble: Bool
    var languages: TimeWord.Languages
    var next: Int
  }

  /// The unit behind a quantity, across adjectives: "2 pełne dni robocze".
  func unit(at start: Int, _ quantity: Quantity?) -> Unit? {
    var index = start
    var isWorking = false
    if isMark(index, "-"), isGlued(index), isGlued(index + 1) { index += 1 }
    for _ in 0..<3 {
      let roles = roles(index)
      guard word(index).unit == nil || roles.contains(.working) else { break }
      if roles.contains(.working) {
        isWorking = true
      } else if !roles.contains(.filler) && !roles.contains(.next) && !roles.contains(.coming) {
        break
      }
      index += 1
    }
    let word = word(index)
    guard let unit = word.unit else { return nil }
    if let quantity, !quantity.languages.isEmpty,
      quantity.languages.isDisjoint(with: word.languages)
    {
      return nil
    }
    index += 1
    if !isWorking, unit == .day || unit == .hour || unit == .minute,
      roles(index).contains(.working), !word.languages.contains(.english) || isSpelt(index - 1, "h")
    {
      isWorking = true
      index += 1
    }
    return Unit(
      unit: unit, isWorking: isWorking || unit == .workingDay,
      isDouble: word.roles.contains(.double), languages: word.languages, next: index)
  }

  /// More than this nobody promises; it also keeps sums from overflowing (unit: s, 100 years).
  private static let longestSeconds = 3_155_760_000

  func length(_ hundredths: Int, _ unit: Unit) -> WrittenTime.Span.Length? {
    guard (1...10_000_000).contains(hundredths) else { return nil }
    func whole(_ parts: Int) -> Int? {
      let value = hundredths * parts
      return value % 100 == 0 ? value / 100 : nil
    }
    if let size = unit.unit.seconds {
      let seconds = hundredths * size / 100
      guard seconds >= 1, seconds <= Self.longestSeconds else { return nil }
      return unit.isWorking ? .workingSeconds(seconds) : .seconds(seconds)
    }
    switch unit.unit {
    case .day, .workingDay:
      if unit.isWorking { return .workingDays((hundredths + 99) / 100) }
      return whole(1).map { .days($0) } ?? .seconds(hundredths * 864)
    case .week:
      let days = unit.isDouble ? 14 : 7
      return whole(days).map { .days($0) } ?? .seconds(hundredths * 864 * days)
    case .month: return whole(1).map { .months($0) } ?? whole(30).map { .days($0) }
    case .quarterYear: return whole(3).map { .months($0) }
    case .halfYear: return whole(6).map { .months($0) }
    case .year: return whole(12).map { .months($0) }
    default: return nil
    }
  }

  /// "30 min" of "1 h 30 min", "a half" of "an hour and a half" (unit: s).
  private func remainder(at start: Int, _ unit: Unit) -> (seconds: Int, next: Int)? {
    guard unit.unit == .hour, !unit.isWorking else { return nil }
    var index = start
    let hasAnd = roles(index).contains(.and)
    if hasAnd { index += 1 }
    if hasAnd {
      let half = roles(index).contains(.article) ? index + 1 : index
      if roles(half).contains(.half), word(half + 1).unit == nil { return (1800, half + 1) }
    }
    guard let quantity = quantity(at: index), !quantity.isVague, quantity.hundredths < 6000,
      let minutes = self.unit(at: quantity.next, quantity), minutes.unit == .minute
    else { return nil }
    return (quantity.hundredths * 60 / 100, minutes.next)
  }

  /// A unit without a number: "do hodiny", "za tydzień", "within hours".
  private func bareUnit(_ lead: Lead) -> Found? {
    guard let unit = unit(at: lead.next, nil) else { return nil }
    let index = unit.next - 1
    let roles = roles(index)
    let isPlural = roles.contains(.plural) && !roles.contains(.singular)
    if unit.unit == .moment || isPlural {
      let isOpen: Bool =
        switch lead.preposition {
        case .within, .za: true
        case .into, .w, .v:
          lead.which == .next || lead.which == .coming || isPlural && !unit.isWorking
        default: false
        }
      guard isOpen, !unit.isWorking else { return nil }
      return vague(lead, unit)
    }
    guard roles.contains(.singular), unit.unit != .second else { return nil }
    let isDay = unit.unit == .day || unit.unit == .workingDay
    let isSpan: Bool =
      switch lead.preposition {
      case .until: !isDay
      case .za, .before, .after: !unit.languages.contains(.english) || unit.languages != .english
      case .within: !isDay && !isCalendar(unit.unit, lead)
      case .w:
        !isDay && lead.which == nil && isAccusative(index) && unit.languages.contains(.polish)
      case .into: lead.which == .next || lead.which == .coming
      case .o: isSlovak
      default: false
      }
    // "in the next week" is next week, "in the next hour" an hour.
    if lead.which == .this || lead.which != nil && unit.unit.seconds == nil { return nil }
    guard isSpan, let length = length(100, unit) else { return nil }
    if lead.preposition == .za || lead.preposition == .na, isRate(before: lead.start) {
      return Found(item: .nothing, next: unit.next)
    }
    // "za dzień lub dwa"
    if self.roles(unit.next).contains(.joiner), !self.roles(unit.next).contains(.and),
      (2...9).contains(word(unit.next + 1).number), self.unit(at: unit.next + 2, nil) == nil,
      let longer = self.length(Int(word(unit.next + 1).number) * 100, unit)
    {
      return finished(longer, lead, unit, next: unit.next + 2)
    }
    return finished(length, lead, unit, next: unit.next)
  }

  /// "within the month" is this month; "within the week" too.
  private func isCalendar(_ unit: TimeWord.Unit, _ lead: Lead) -> Bool {
    lead.which == .this && unit.seconds == nil
  }

  /// Polish "w godzinę", "w tydzień" against "w godzinie", "w tygodniu".
  private func isAccusative(_ index: Int) -> Bool {
    !endsWord(index, "ie", "u", "a", "ach", "em", "y", "i")
  }

  /// Whether a count stands before: "200 zpráv za hodinu", "499 zł za rok".
  private func isRate(before index: Int) -> Bool {
    for back in 1...4 {
      if figure(index - back) != nil { return true }
      if roles(index - back).contains(.money) { return true }
      guard isWord(index - back) else { return false }
      if back > 1, word(index - back).number > 0, !roles(index - back).contains(.and) {
        return true
      }
    }
    return false
  }

  private func vague(_ lead: Lead, _ unit: Unit) -> Found? {
    if roles(unit.next).contains(.ago) {
      return Found(item: .vague, next: unit.next + 1, languages: unit.languages, bound: .past)
    }
    switch lead.preposition {
    case .before:
      return Found(item: .vague, next: unit.next, languages: unit.languages, bound: .past)
    case .within, .until, .za, .into, .w, .v, .after, .by:
      return Found(item: .vague, next: unit.next, languages: unit.languages, bound: .vague)
    case .o where isSlovak:
      return Found(item: .vague, next: unit.next, languages: unit.languages, bound: .vague)
    default:
      return Found(item: .nothing, next: unit.next, languages: unit.languages)
    }
  }

  private func finished(
    _ length: WrittenTime.Span.Length, _ lead: Lead, _ unit: Unit, next: Int
  ) -> Found {
    var next = next
    var bound = bound(of: lead, unit)
    if isSpelt(next, "time") { next += 1 }
    var isFromEvent = false
    if roles(next).contains(.ago) {
      bound = .past
      next += 1
    } else if word(next).preposition == .from || isSpelt(next, "of") || isSpelt(next, "after") {
      if roles(next + 1).contains(.now) || roles(next + 1).contains(.day) {
        if bound == .duration { bound = .at }
        next += 2
      } else if bound.isBinding {
        isFromEvent = !isThisMessage(next + 1)
      }
    } else if roles(next).contains(.later) {
      bound = .duration
      next += 1
    } else if isSuffixedLatest(next) {
      bound = .latest
      next += isSpelt(next, "at") ? 3 : 1
    }
    return Found(
      item: .span(WrittenTime.Span(length: length, isFromEvent: isFromEvent), bound), next: next,
      languages: unit.languages)
  }

  private func isSuffixedLatest(_ index: Int) -> Bool {
    isSpelt(index, "at") && isSpelt(index + 1, "the") && isSpelt(index + 2, "latest")
  }

  /// "of this e-mail", "od tej wiadomości": from now.
  private func isThisMessage(_ index: Int) -> Bool {
    isSpelt(index, "this") || isSpelt(index, "tej") || isSpelt(index, "tejto")
      || isSpelt(index, "tohoto") || isSpelt(index, "teto") || isSpelt(index, "tego")
  }

  private func bound(of lead: Lead, _ unit: Unit) -> WrittenTime.Bound {
    if lead.which == .last { return .past }
    let isComing = lead.which == .next || lead.which == .coming || lead.which == .this
    switch lead.preposition {
    case .within: return lead.isOver && !isComing ? .duration : .latest
    case .until, .w: return .latest
    case .za: return .at
    case .into: return isComing ? .latest : .at
    case .before: return unit.languages == .english ? .duration : .past
    case .after: return .from
    case .every: return .recurring
    case .o: return isSlovak ? .at : .duration
    case .v: return isComing ? .latest : .duration
    case .by, .from, .at, .on, .k, .of, .between, .during, .na: return .duration
    case nil: return lead.isLatest ? .latest : .duration
    }
  }
}
