extension TimeParser {
  /// A point while it is put together.
  private struct Point {
    var day: WrittenTime.Day?
    var time: WrittenTime.DayTime?
    var bound: WrittenTime.Bound
    var isApproximate: Bool
    var next: Int
    var languages: TimeWord.Languages

    mutating func take(_ found: Found, _ lead: Lead) {
      next = found.next
      isApproximate = isApproximate || found.isApproximate || lead.isApproximate
      if bound == .at || bound == .from, lead.bound == .latest || found.bound == .latest {
        bound = .latest
      }
      if found.bound == .recurring { bound = .recurring }
    }
  }

  /// A day or a time with what completes it: "jutro" + "do 12:00", "9" + "rano".
  func completed(_ found: Found, _ lead: Lead) -> Phrase? {
    guard case .point(let day, let time) = found.item else { return nil }
    var point = Point(
      day: day, time: time, bound: found.bound ?? lead.bound,
      isApproximate: lead.isApproximate || found.isApproximate, next: found.next,
      languages: found.languages)
    // More parts than this no time has.
    for _ in 0..<5 {
      guard extend(&point, lead) else { break }
    }
    guard isPlausible(point, found, lead) else { return nil }
    if point.time == nil, isSpelt(lead.start - 1, "thing"), isSpelt(lead.start - 2, "first") {
      point.time = .part(.morning)
    }
    if Self.isPast(point.day) || point.day == nil && isBehindYesterday(lead.start) {
      point.bound = .past
    }
    let isExclusive =
      [.before, .after].contains(lead.preposition) && point.time == nil
      && !endsWord(point.next - 1, "'s")
      && !lead.isInClause
    return Phrase(
      time: self.time(
        .point(point.day, point.time), point.bound, lead, point.isApproximate,
        isExclusive: isExclusive, next: point.next),
      first: lead.start, next: point.next)
  }

  /// "po wczorajszej aktualizacji" + "o 21:15".
  private func isBehindYesterday(_ start: Int) -> Bool {
    (1...3).contains {
      roles(start - $0).contains(.dayAdjective) && word(start - $0).day < 0
    }
  }

  private static func isPast(_ day: WrittenTime.Day?) -> Bool {
    switch day {
    case .offset(let days): days < 0
    case .weekday(_, .last): true
    case .week(let count), .month(let count), .year(let count), .quarter(let count),
      .weekend(let count):
      count < 0
    default: false
    }
  }

  /// Whether what was read is a time and not a greeting or a name.
  private func isPlausible(_ point: Point, _ found: Found, _ lead: Lead) -> Bool {
    // "Dobrý večer", "miłego dnia".
    if point.day == nil, case .part = point.time, lead.preposition == nil, lead.which == nil,
      roles(lead.start - 1).contains(.greeting) || roles(lead.start - 2).contains(.greeting)
    {
      return false
    }
    // "on a Monday"
    if case .weekday = point.day, point.time == nil, lead.next == lead.start,
      roles(lead.start - 1).contains(.article), word(lead.start - 1).number > 0
    {
      return false
    }
    // "celé dopoledne" is how long.
    if point.day == nil, case .part = point.time, lead.next == lead.start,
      isSpelt(lead.start - 1, "cele") || isSpelt(lead.start - 1, "caly")
        || isSpelt(lead.start - 1, "cely") || isSpelt(lead.start - 1, "cale")
    {
      return false
    }
    // "the Monday backup"
    let isNamed = word(found.next - 1).weekday > 0
    if isNamed, case .weekday = point.day, point.time == nil, isWord(point.next),
      word(point.next).isUnknown,
      !isGlued(point.next), lead.preposition == nil, lead.which == nil
    {
      return false
    }
    // "Wielki piątek": Slavic weekdays stand with a preposition, a time or a date.
    if isNamed, case .weekday = point.day, point.time == nil, lead.next == lead.start,
      found.languages.isDisjoint(with: [.english, .german]), !lead.isInClause,
      point.next == found.next, !isMark(lead.start - 1, ":"), !isMark(lead.start - 1, "-"),
      point.bound != .recurring
    {
      return false
    }
    return true
  }

  /// Takes what stands behind a point, if it completes it.
  private func extend(_ point: inout Point, _ first: Lead) -> Bool {
    let hasComma = isMark(point.next, ",")
    let hasBracket = isMark(point.next, "(")
    if point.time != nil, roles(point.next).contains(.zone) {
      point.next += 1
      return true
    }
    let start = hasComma || hasBracket ? point.next + 1 : point.next
    guard start < tokens.count, tokens[start].kind != .mark else { return false }
    let lead = lead(at: start, isLoose: hasBracket)
    if point.time == nil || point.time == .closing || point.time == .shiftEnd,
      extendTime(&point, lead, hasComma: hasComma)
    {
      return true
    }
    if extendRange(&point, first, lead, hasComma: hasComma) { return true }
    if extendDay(&point, lead, hasComma: hasComma) { return true }
    if extendPart(&point, lead, hasComma: hasComma) { return true }
    // "jutro, najpóźniej", "by Friday at the latest"
    if lead.isLatest, lead.next > start, !hasItem(lead) {
      point.bound = point.bound == .at || point.bound == .from ? .latest : point.bound
      point.next = lead.next
      return true
    }
    return false
  }

  private func hasItem(_ lead: Lead) -> Bool {
    (end(lead) ?? hourByUnit(lead, hasDay: false) ?? span(lead) ?? date(lead, hasDay: false)
      ?? clock(lead, hasDay: false) ?? day(lead, hasDay: false)) != nil
  }

  private func extendTime(_ point: inout Point, _ lead: Lead, hasComma: Bool) -> Bool {
    switch lead.preposition {
    case .of? where word(lead.next).part == .morning: break
    case .of?, .during?, .every?, .za?: return false
    default: break
    }
    if let window = window(lead, hasDay: true), let time = window.time {
      point.time = time
      if point.bound == .from || window.bound == .opening, point.bound != .latest {
        point.bound = point.day == nil ? .opening : .at
      }
      point.take(window, lead)
      return true
    }
    guard lead.preposition != .from || !hasComma,
      let found = end(lead) ?? hourByUnit(lead, hasDay: true) ?? turnedClock(lead)
        ?? clock(lead, hasDay: true) ?? partOfDay(lead, hasDay: true),
      let time = found.time, isFit(found, lead)
    else { return false }
    // "w piątek, rano w sobotę" is two times.
    if hasComma, lead.next == lead.start, !isStrong(time) { return false }
    if point.time != nil, !isStrong(time) { return false }
    point.time = time
    point.take(found, lead)
    return true
  }

  private func isStrong(_ time: WrittenTime.DayTime) -> Bool {
    if case .clock = time { true } else { false }
  }

  private func isFit(_ found: Found, _ lead: Lead) -> Bool {
    lead.preposition == nil || !found.languages.isDisjoint(with: lead.languages)
  }

  /// "od poniedziałku" + "do piątku".
  private func extendRange(
    _ point: inout Point, _ first: Lead, _ lead: Lead, hasComma: Bool
  ) -> Bool {
    guard first.preposition == .from, point.bound == .from, !hasComma,
      lead.preposition == .until || lead.preposition == .by,
      let found = date(lead, hasDay: false) ?? clock(lead, hasDay: false)
        ?? day(lead, hasDay: false)
    else { return false }
    point.bound = .opening
    point.next = found.next
    return true
  }

  private func extendDay(_ point: inout Point, _ lead: Lead, hasComma: Bool) -> Bool {
    switch lead.preposition {
    case .of?:
      // "9:00 of 3 May"
      guard point.time != nil, point.day == nil else { return false }
    case .during?, .every?, .za?, .after?, .from?, .between?, .within?: return false
    default: break
    }
    guard let found = date(lead, hasDay: point.day != nil) ?? day(lead, hasDay: point.day != nil),
      isFit(found, lead), case .point(let day?, let time) = found.item
    else { return false }
    switch (point.day, day) {
    case (nil, _):
      guard !hasComma || isCalendarDay(day) && lead.preposition != nil else { return false }
      if case .weekday? = found.day, roles(found.next).contains(.joiner) { break }
    case (.weekday?, .date), (.weekday?, .dayOfMonth), (.weekday?, .offset):
      guard time == nil || point.time == nil else { return false }
    case (.offset?, .weekday), (.date?, .weekday), (.offset?, .date):
      // "jutro, we wtorek": the day is known.
      guard time == nil, !hasComma || lead.preposition != nil || lead.next == lead.start else {
        return false
      }
      point.take(found, lead)
      if case .date = day { point.day = day }
      return true
    case (.weekday(let weekday, .coming)?, .week(1)):
      // "ve středu příští týden"
      point.day = .weekday(weekday, .next)
      point.take(found, lead)
      return true
    case (.week(1)?, .weekday(let weekday, _)):
      point.day = .weekday(weekday, .next)
      point.take(found, lead)
      return true
    case (.weekend?, .weekday), (.week(0)?, .weekday):
      break
    default: return false
    }
    point.day = day
    if let time { point.time = merged(point.time, time) ?? time }
    point.take(found, lead)
    return true
  }

  private func isCalendarDay(_ day: WrittenTime.Day) -> Bool {
    switch day {
    case .weekday, .date: true
    default: false
    }
  }

  /// "9" + "rano", "wieczorem" + "o 8", "w nocy" + "z czwartku na piątek".
  private func extendPart(_ point: inout Point, _ lead: Lead, hasComma: Bool) -> Bool {
    guard let time = point.time, !hasComma else { return false }
    if case .part(.night) = time, let night = nightBefore(lead, point.languages) {
      point.day = night.day
      point.time = .clock(6 * 3600, mayBeLater: false)
      point.isApproximate = true
      point.next = night.next
      return true
    }
    let found: Found?
    switch time {
    case .part: found = hourByUnit(lead, hasDay: true) ?? clock(lead, hasDay: true)
    case .clock: found = partOfDay(lead, hasDay: true)
    default: found = nil
    }
    guard let found, let other = found.time, isFit(found, lead),
      let merged = merged(time, other)
    else { return false }
    point.time = merged
    point.take(found, lead)
    return true
  }

  /// The day on which a night ends: "z czwartku na piątek", "na neděli".
  private func nightBefore(
    _ lead: Lead, _ languages: TimeWord.Languages
  ) -> (day: WrittenTime.Day, next: Int)? {
    var index = lead.start
    if word(index).preposition == .of, word(index + 1).weekday > 0 { index += 2 }
    guard word(index).preposition == .na, let weekday = weekday(at: index + 1) else { return nil }
    return (.weekday(weekday, .coming), index + 2)
  }

  /// A clock time and a part of the day as one clock time; nil when they do not fit.
  private func merged(
    _ first: WrittenTime.DayTime?, _ second: WrittenTime.DayTime
  ) -> WrittenTime.DayTime? {
    switch (first, second) {
    case (.clock(let seconds, let mayBeLater)?, .part(let part)),
      (.part(let part)?, .clock(let seconds, let mayBeLater)):
      let isLate = [.afternoon, .evening].contains(part) || (part == .night && seconds >= 8 * 3600)
      if mayBeLater || seconds < 12 * 3600, isLate, seconds <= 12 * 3600 {
        // "12 in the night" is midnight, "12 in the afternoon" noon.
        if seconds >= 12 * 3600 {
          return .clock(part == .afternoon ? seconds : 86_400, mayBeLater: false)
        }
        return .clock(seconds + 12 * 3600, mayBeLater: false)
      }
      return .clock(seconds, mayBeLater: false)
    case (.clock(43_200, _)?, .clock(43_200, _)):
      // "twelve noon"
      return .clock(43_200, mayBeLater: false)
    default:
      return nil
    }
  }
}
