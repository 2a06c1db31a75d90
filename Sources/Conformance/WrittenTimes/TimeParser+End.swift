import ServiceTime

extension TimeParser {
  /// The end of a period, or its beginning: "do końca dnia", "end of business", "koncem týdne".
  func end(_ lead: Lead) -> Found? {
    let word = word(lead.next)
    if word.roles.contains(.dayEnd) { return ending(.point(nil, .dayEnd), lead, lead.next + 1) }
    if word.roles.contains(.closingTime) {
      return ending(.point(nil, .closing), lead, lead.next + 1)
    }
    if word.roles.contains(.endOf) {
      return ending(
        .point(word.unit == .week ? .week(0) : .month(0), nil), lead, lead.next + 1)
    }
    if word.roles.contains(.beginning) || word.roles.contains(.middle) { return beginning(lead) }
    guard word.roles.contains(.end) else { return nil }
    // "close" ends only "of business"; "the end" needs a preposition or its case.
    if word.roles.contains(.closing), !isSpelt(lead.next + 1, "of") { return nil }
    guard
      lead.preposition != nil || word.roles.contains(.adverbial) || lead.isLatest
        || isSpelt(lead.next + 1, "of")
    else { return nil }
    let period = period(from: lead.next + 1)
    guard var found = ended(period, lead) else { return nil }
    if lead.preposition == .of { found.bound = .at }
    return found
  }

  private func ending(_ item: Found.Item, _ lead: Lead, _ next: Int) -> Found {
    var found = Found(item: item, next: next, languages: .all)
    if lead.preposition == nil { found.bound = .latest }
    return found
  }

  /// Where the name of a period stands, with what was said of it.
  private struct Period {
    var index: Int
    var which: WrittenTime.Which?
    var isWorking = false
  }

  private func period(from start: Int) -> Period {
    var period = Period(index: start)
    for _ in 0..<6 {
      let word = word(period.index)
      let next = self.word(period.index + 1)
      if word.roles.contains(.next) || word.roles.contains(.following), !next.isUnknown {
        period.which = .next
      } else if word.roles.contains(.this), !next.isUnknown {
        period.which = .this
      } else if word.roles.contains(.coming), !next.isUnknown {
        period.which = .coming
      } else if word.roles.contains(.last), !next.isUnknown {
        period.which = .last
      } else if word.roles.contains(.working), next.unit != nil || next.roles.contains(.work) {
        period.isWorking = true
      } else if word.roles.contains(.article) || word.roles.contains(.filler)
        || isSpelt(period.index, "of")
      {
        // Skipped.
      } else {
        break
      }
      period.index += 1
    }
    return period
  }

  private func ended(_ period: Period, _ lead: Lead) -> Found? {
    let index = period.index
    let word = word(index)
    let count: Int =
      switch period.which {
      case .next: 1
      case .last: -1
      case .this, .coming, nil: 0
      }
    func day(_ day: WrittenTime.Day, _ time: WrittenTime.DayTime? = nil, width: Int = 1) -> Found {
      Found(item: .point(day, time), next: index + width, languages: word.languages)
    }
    func time(_ time: WrittenTime.DayTime, width: Int = 1) -> Found {
      Found(item: .point(nil, time), next: index + width, languages: word.languages)
    }
    if word.roles.contains(.dayAdjective), self.word(index + 1).unit == .day {
      return day(.offset(Int(word.day)), .dayEnd, width: 2)
    }
    if word.roles.contains(.day) { return day(.offset(Int(word.day)), .dayEnd) }
    if let weekday = weekday(at: index), !word.roles.contains(.short) {
      return day(.weekday(weekday, period.which ?? .coming), .dayEnd)
    }
    if word.roles.contains(.shift) { return time(.shiftEnd) }
    if word.roles.contains(.weekend) { return day(.weekend(count)) }
    if word.month > 0, !word.roles.contains(.short) {
      var behind = lead
      behind.next = index
      behind.preposition = behind.preposition ?? .until
      return date(behind, hasDay: false)
    }
    switch word.unit {
    case .day?, .fullDay?:
      if period.isWorking || roles(index + 1).contains(.working) {
        let isNext = period.which == .next
        let width = roles(index + 1).contains(.working) ? 2 : 1
        return isNext ? day(.workingDay(1), width: width) : time(.closing, width: width)
      }
      if self.word(index + 1).preposition == .of || roles(index + 1).contains(.work) {
        if roles(index + 1).contains(.work) { return time(.closing, width: 2) }
      }
      return period.which == .next ? day(.offset(1), .dayEnd) : time(.dayEnd)
    case .week?: return day(.week(count))
    case .month?: return day(.month(count))
    case .quarterYear?: return day(.quarter(count))
    case .year?: return day(.year(count))
    case .hour? where period.isWorking || roles(index + 1).contains(.work):
      return time(.closing, width: period.isWorking ? 1 : 2)
    default: break
    }
    if word.roles.contains(.work) { return time(.closing) }
    if let part = word.part { return time(self.time(of: part)) }
    return nil
  }

  /// "na początku przyszłego tygodnia", "early next week": until Tuesday; the middle until Thursday.
  private func beginning(_ lead: Lead) -> Found? {
    let period = period(from: lead.next + 1)
    let word = word(period.index)
    guard word.unit == .week,
      period.index > lead.next + 1 || lead.preposition != nil
        || roles(lead.next).contains(.adverbial)
    else { return nil }
    let isMiddle = roles(lead.next).contains(.middle)
    let which: WrittenTime.Which = period.which == .next ? .next : .coming
    var found = Found(
      item: .point(.weekday(isMiddle ? .thursday : .tuesday, which), nil), next: period.index + 1,
      languages: word.languages)
    found.isApproximate = true
    if lead.preposition == .of { found.bound = .at }
    return found
  }
}
