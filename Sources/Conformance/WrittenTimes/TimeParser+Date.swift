import ServiceTime

extension TimeParser {
  /// A date: "12 marca", "12.03.", "12. 3. 2026", "March 12", "2026-03-12", "by the 15th".
  func date(_ lead: Lead, hasDay: Bool) -> Found? {
    let index = lead.next
    guard let figure = figure(index) else { return monthFirst(at: index) ?? month(lead) }
    switch figure {
    case .date(let year, let month, let day):
      return date(year, month, day, next: index + 1)
    case .dotted(let day, let month, let digits):
      return dotted(day, month, digits, lead, hasDay: hasDay)
    case .fraction(let day, let month):
      let isPlaced = hasDay || lead.hasDateMarker || [.by, .on, .before].contains(lead.preposition)
      guard isPlaced, !(day == 24 && month == 7), day <= 31 else { return nil }
      return month <= 12
        ? date(nil, month, day, next: index + 1) : date(nil, day, month, next: index + 1)
    case .plain(let number, let digits):
      if digits == 4 { return isoDate(at: index) }
      guard digits <= 2, (1...31).contains(number) else { return nil }
      return dayFirst(number, lead, hasDay: hasDay)
    case .opaque, .clock, .decimal:
      return nil
    }
  }

  private func date(
    _ year: Int?, _ month: Int, _ day: Int, next: Int, _ languages: TimeWord.Languages = .all
  ) -> Found? {
    // A leap year stands for any.
    guard CivilDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    return Found(
      item: .point(.date(year: year, month: month, day: day), nil), next: next,
      languages: languages)
  }

  private func isoDate(at index: Int) -> Found? {
    guard let year = plain(index), isMark(index + 1, "-"), isGlued(index + 1),
      let month = plain(index + 2), month.digits == 2, isMark(index + 3, "-"),
      let day = plain(index + 4), day.digits == 2, (1900...2199).contains(year.value)
    else { return nil }
    // The time of "2026-03-12T15:00" is read as the next part.
    let next = isSpelt(index + 5, "t") && isGlued(index + 5) ? index + 6 : index + 5
    return date(year.value, month.value, day.value, next: next)
  }

  /// "12.03." and "8.2.": not versions, prices or clock times.
  private func dotted(
    _ day: Int, _ month: Int, _ digits: Int, _ lead: Lead, hasDay: Bool
  ) -> Found? {
    let index = lead.next
    guard (1...31).contains(day), (1...12).contains(month), !lead.hasClockMarker,
      suffix(at: index + 1) == nil, word(index + 1).unit == nil,
      !roles(index + 1).contains(.money)
    else { return nil }
    let year = year(at: index + 1)
    let hasDot = hasDot(index)
    let isPlaced: Bool =
      switch lead.preposition {
      case .until, .from, .after, .k, .on, .before: !lead.isEnglish
      // "from 7.3 to 8.1." are versions too.
      case .na, .of: hasDot && !(hasLastDot(index) && digits == 1)
      default: false
      }
    let isDate =
      year != nil || lead.hasDateMarker
      || (hasDay && (hasDot || digits == 2 && (day > 24 || lead.preposition == nil)))
      || (lead.preposition == nil && isBeforeTime(index + 1)
        && (hasDot || digits == 2 && month < 10))
      || (isPlaced && (hasDot || digits == 2))
      || (hasDot && !hasLastDot(index) && digits == 2 && lead.preposition != .o)
    guard isDate else { return nil }
    return date(year?.value, month, day, next: year?.next ?? index + 1)
  }

  /// Whether a time of day stands here, so that what is before it is a date.
  private func isBeforeTime(_ index: Int) -> Bool {
    let word = word(index)
    if word.part != nil { return true }
    guard let preposition = word.preposition, [.o, .v, .between, .at, .from].contains(preposition)
    else { return false }
    return figure(index + 1) != nil || roles(index + 1).contains(.clockMarker)
  }

  /// A year behind a day and a month: "2026", "2026 r.".
  private func year(at index: Int) -> (value: Int, next: Int)? {
    let start = isMark(index, ",") ? index + 1 : index
    guard let year = plain(start), year.digits == 4, (1900...2199).contains(year.value) else {
      return nil
    }
    let next = isSpelt(start + 1, "r") || isSpelt(start + 1, "roku") ? start + 2 : start + 1
    return (year.value, next)
  }

  /// "12 marca", "12th of March", "12. 3.", "12.-14. března", "the 15th".
  private func dayFirst(_ number: Int, _ lead: Lead, hasDay: Bool) -> Found? {
    var index = lead.next
    var day = number
    var hasDot = hasDot(index)
    index += 1
    // Of a range the later day counts.
    if isMark(index, "-"), let last = plain(index + 1), last.digits <= 2,
      (day...31).contains(last.value),
      self.word(index + 2).month > 0 || self.hasDot(index + 1) && hasDot
    {
      day = last.value
      hasDot = self.hasDot(index + 1)
      index += 2
    }
    var isOrdinal = false
    let suffix = isMark(index, "-") && isGlued(index) ? index + 1 : index
    if roles(suffix).contains(.ordinalSuffix), isGlued(suffix) {
      isOrdinal = true
      index = suffix + 1
    }
    let behind = word(index).preposition == .of ? index + 1 : index
    let month = word(behind)
    if month.month > 0, behind == index || isOrdinal {
      let year = year(at: behind + 1)
      return date(
        year?.value, Int(month.month), day, next: year?.next ?? behind + 1,
        month.languages.union(behind == index ? [] : .english))
    }
    if hasDot, let second = plain(index), second.digits <= 2, (1...12).contains(second.value) {
      let year = year(at: index + 1)
      guard self.hasDot(index) || year != nil else { return nil }
      return date(year?.value, second.value, day, next: year?.next ?? index + 1)
    }
    let isPlaced =
      switch lead.preposition {
      case .by, .on, .until, .before, .k, .from, .after: true
      default: lead.isLatest
      }
    if isOrdinal, isPlaced || hasDay, word(index).isUnknown == false || !isWord(index) {
      return Found(item: .point(.dayOfMonth(day), nil), next: index)
    }
    if hasLastDot(lead.next), day > 24, isPlaced, index == lead.next + 1 {
      return Found(item: .point(.dayOfMonth(day), nil), next: index)
    }
    return nil
  }

  /// "March 12", "Mar 12th, 2026".
  private func monthFirst(at index: Int) -> Found? {
    let month = word(index)
    guard month.month > 0, month.languages.contains(.english), let day = plain(index + 1),
      day.digits <= 2, (1...31).contains(day.value), !hasDot(index + 1) || hasLastDot(index + 1)
    else { return nil }
    var next = index + 2
    if roles(next).contains(.ordinalSuffix), isGlued(next) { next += 1 }
    guard word(next).unit == nil, !isMark(next, "%") else { return nil }
    let year = year(at: next)
    return date(year?.value, Int(month.month), day.value, next: year?.next ?? next, .english)
  }

  /// "w maju", "by March", "in May 2027".
  private func month(_ lead: Lead) -> Found? {
    let index = lead.next
    let month = word(index)
    guard month.month > 0, !month.roles.contains(.short) else { return nil }
    let isPlaced: Bool =
      switch lead.preposition {
      case .w, .v, .into, .until, .by, .before, .from, .after, .of, .za, .within, .na: true
      case .o, .at, .on, .k, .between, .during, .every, nil: lead.which != nil
      }
    guard isPlaced else { return nil }
    // "may" and "march" are verbs too.
    if month.languages == .english, isSpelt(index, "may") || isSpelt(index, "march") {
      guard !isWord(index + 1) || !word(index + 1).isUnknown, lead.preposition != .of else {
        return nil
      }
    }
    let year = year(at: index + 1)
    return Found(
      item: .point(.namedMonth(year: year?.value, Int(month.month)), nil),
      next: year?.next ?? index + 1, languages: month.languages)
  }
}
