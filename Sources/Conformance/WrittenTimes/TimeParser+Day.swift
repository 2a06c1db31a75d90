import ServiceTime

extension TimeParser {
  /// A day or a part of a day: "jutro", "w piątek", "next week", "druhý den", "this afternoon".
  func day(_ lead: Lead, hasDay: Bool) -> Found? {
    let index = lead.next
    let word = word(index)
    if let found = dayAfter(at: index) { return found }
    if word.roles.contains(.day) {
      // "Guten Morgen"
      if lead.next == lead.start, roles(index - 1).contains(.greeting) { return nil }
      let part = word.part.map { time(of: $0) }
      return Found(
        item: .point(.offset(Int(word.day)), part), next: index + 1, languages: word.languages)
    }
    if word.roles.contains(.dayAdjective) || word.roles.contains(.weekdayAdjective) {
      return adjective(lead)
    }
    if word.weekday > 0 { return weekday(lead, hasDay: hasDay) }
    if word.roles.contains(.weekend) { return weekend(lead) }
    if let which = lead.which, let found = period(which, lead) { return found }
    // "w ciągu dnia" is today.
    if lead.preposition == .within, lead.which == nil, word.unit == .day,
      word.roles.contains(.singular)
    {
      return Found(item: .point(.offset(0), nil), next: index + 1, languages: word.languages)
    }
    return partOfDay(lead, hasDay: hasDay)
  }

  /// "the day after tomorrow".
  private func dayAfter(at index: Int) -> Found? {
    guard isSpelt(index, "day"), roles(index + 2).contains(.day) else { return nil }
    let days = Int(word(index + 2).day)
    if isSpelt(index + 1, "after") {
      return Found(item: .point(.offset(days + 1), nil), next: index + 3, languages: .english)
    }
    guard isSpelt(index + 1, "before") else { return nil }
    return Found(item: .point(.offset(days - 1), nil), next: index + 3, languages: .english)
  }

  /// "zítřejšího večera", "dzisiejszego dnia", "pátečního rána".
  private func adjective(_ lead: Lead) -> Found? {
    let word = word(lead.next)
    let next = self.word(lead.next + 1)
    let day: WrittenTime.Day
    if word.roles.contains(.dayAdjective) {
      day = .offset(Int(word.day))
    } else if let weekday = Weekday(rawValue: Int(word.weekday)) {
      day = .weekday(weekday, .coming)
    } else {
      return nil
    }
    let languages = word.languages.intersection(next.languages)
    guard !languages.isEmpty else { return nil }
    if let part = next.part {
      return Found(
        item: .point(day, time(of: part)), next: lead.next + 2, languages: languages)
    }
    guard next.unit == .day || next.roles.contains(.dateMarker) else { return nil }
    return Found(item: .point(day, nil), next: lead.next + 2, languages: languages)
  }

  func weekday(at index: Int) -> Weekday? { Weekday(rawValue: Int(word(index).weekday)) }

  private func weekday(_ lead: Lead, hasDay: Bool) -> Found? {
    let index = lead.next
    let word = word(index)
    guard let weekday = weekday(at: index) else { return nil }
    if word.roles.contains(.short), !isShortWeekday(lead) { return nil }
    var found = Found(
      item: .point(.weekday(weekday, lead.which ?? .coming), nil), next: index + 1,
      languages: word.languages)
    if word.roles.contains(.habit) { found.bound = .recurring }
    // "Good Friday", "Black Friday", "Wielki Piątek"
    if lead.next == lead.start, roles(index - 1).contains(.greeting) { return nil }
    // "Sunday's upgrade"
    if endsWord(index, "'s"), lead.preposition == nil { found.bound = .reference }
    return found
  }

  /// Whether a short word such as "st", "po" or "sat" is a weekday here.
  private func isShortWeekday(_ lead: Lead) -> Bool {
    let index = lead.next
    let word = word(index)
    var dated = lead
    dated.next = index + 1
    dated.preposition = nil
    if figure(index + 1) != nil || self.word(index + 1).month > 0,
      date(dated, hasDay: true) != nil
    {
      return true
    }
    if isMark(index + 1, ",") {
      dated.next = index + 2
      return date(dated, hasDay: true) != nil
    }
    let isPlaced: Bool =
      switch lead.preposition {
      case .by, .on, .before, .until, .w, .v, .after, .from: true
      default: lead.which != nil
      }
    guard isPlaced, !word.languages.isDisjoint(with: lead.languages) || lead.which != nil else {
      return false
    }
    if word.languages.contains(.english) && lead.languages.contains(.english) {
      return !isWord(index + 1) || !self.word(index + 1).isUnknown
    }
    return hasDot(index) && !hasLastDot(index)
  }

  private func weekend(_ lead: Lead) -> Found? {
    guard lead.preposition != nil || lead.which != nil else { return nil }
    let count: Int =
      switch lead.which {
      case .next: 1
      case .last: -1
      default: 0
      }
    var found = Found(
      item: .point(.weekend(count), nil), next: lead.next + 1,
      languages: word(lead.next).languages)
    // "przez weekend" is at it.
    if lead.preposition == .during { found.bound = .at }
    return found
  }

  /// "next week", "tento měsíc", "następnego dnia roboczego", "this morning".
  private func period(_ which: WrittenTime.Which, _ lead: Lead) -> Found? {
    var index = lead.next
    var isWorking = false
    if roles(index).contains(.working) {
      isWorking = true
      index += 1
    }
    let word = word(index)
    let count: Int =
      switch which {
      case .next: 1
      case .last: -1
      case .this, .coming: 0
      }
    let day: WrittenTime.Day
    if let part = word.part, !isWorking {
      // "last night", "next morning"
      return Found(
        item: .point(.offset(count), time(of: part)), next: index + 1, languages: word.languages)
    }
    guard let unit = word.unit, word.roles.contains(.singular) else { return nil }
    switch unit {
    case .day, .workingDay:
      if !isWorking, roles(index + 1).contains(.working) {
        isWorking = true
        index += 1
      }
      if isWorking || unit == .workingDay {
        guard which == .next || which == .coming else { return nil }
        day = .workingDay(1)
      } else {
        guard which == .next else { return nil }
        day = .offset(1)
      }
    case .week: day = .week(which == .coming ? 1 : count)
    case .month: day = .month(count)
    case .quarterYear: day = .quarter(count)
    case .year: day = .year(count)
    case .second, .minute, .quarterHour, .halfHour, .threeQuarterHour, .hour, .fullDay, .halfYear,
      .moment:
      return nil
    }
    return Found(item: .point(day, nil), next: index + 1, languages: word.languages)
  }

  // MARK: - Parts of the day

  func time(of part: TimeWord.Part) -> WrittenTime.DayTime {
    switch part {
    case .morning: .part(.morning)
    case .forenoon: .part(.forenoon)
    case .noon: .clock(43_200, mayBeLater: false)
    case .lunch: .part(.lunch)
    case .afternoon: .part(.afternoon)
    case .evening: .part(.evening)
    case .night: .part(.night)
    case .midnight: .clock(86_400, mayBeLater: false)
    }
  }

  /// "wieczorem", "po południu", "in the morning"; behind a day also "Friday afternoon".
  func partOfDay(_ lead: Lead, hasDay: Bool) -> Found? {
    let word = word(lead.next)
    guard let part = word.part, !word.roles.contains(.day) else { return nil }
    let isPlaced: Bool =
      switch lead.preposition {
      case .w, .v, .into, .until, .by, .before, .from, .after, .within, .o: true
      case .k: part != .night
      case .at, .on: true
      case .na: part != .evening || hasDay
      case .of: part == .morning && word.languages.contains(.polish)
      case .za, .between, .during, .every: false
      case nil:
        word.roles.contains(.adverb) || hasDay || lead.isLatest
          || lead.isInClause && (part == .noon || part == .midnight)
      }
    guard isPlaced else { return nil }
    var found = point(time(of: part), lead.next + 1, word.languages)
    // "po południu", "po obědě"
    if lead.preposition == .after, part == .noon || part == .lunch {
      found.item = .point(nil, .part(.afternoon))
      found.bound = .at
    }
    if lead.preposition == .of { found.bound = .at }
    return found
  }
}
