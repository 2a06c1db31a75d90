import ServiceTime

extension TimeParser {
  /// Two clock times with what is between them: "od 8 do 16", "9-17h", "między 11:00 a 11:15".
  ///
  /// The later one counts.
  func window(_ lead: Lead, hasDay: Bool) -> Found? {
    let index = lead.next
    guard let first = hour(at: index, lead) else { return nil }
    var joint = first.next
    let isDash = isMark(joint, "-")
    guard isDash || roles(joint).contains(.joiner) || word(joint).preposition == .by else {
      return nil
    }
    joint += 1
    if word(joint).preposition == .until || roles(joint).contains(.clockMarker) { joint += 1 }
    guard let last = hour(at: joint, lead) else { return nil }
    let hasSuffix = last.hasSuffix || first.hasSuffix
    let isPlaced: Bool =
      switch lead.preposition {
      case .from: !isSpelt(first.next, "i") && !isSpelt(first.next, "and")
      case .between: !isDash || hasDay || first.isClock
      default:
        isDash
          && (lead.hasClockMarker || lead.isApproximate || hasDay || hasSuffix
            || first.isClock && last.isClock)
      }
    // "od 2 do 4 godzin" is a length.
    guard isPlaced, first.seconds != last.seconds, isWindowEnd(last, lead, hasSuffix: hasSuffix)
    else { return nil }
    // "from 8 to 5"
    var seconds = last.seconds
    if seconds < first.seconds, seconds <= 43_200, !last.hasSuffix, lead.isEnglish || !last.isClock
    {
      seconds += 43_200
    }
    var found = point(.clock(seconds, mayBeLater: false), last.next)
    found.bound = lead.preposition == .between || lead.isApproximate || hasDay ? .at : .opening
    // "mezi 14. a 16. hodinou"
    if word(found.next).unit == .hour, lead.preposition == .between { found.next += 1 }
    return found
  }

  private struct Hour {
    var seconds: Int
    /// Written with minutes.
    var isClock: Bool
    var hasSuffix: Bool
    var next: Int
  }

  /// An hour as a part of a window, where less is needed to know it.
  private func hour(at index: Int, _ lead: Lead) -> Hour? {
    var seconds: Int
    var isClock = false
    switch figure(index) {
    case .clock(let value, _)?:
      seconds = value
      isClock = true
    case .dotted(let hour, let minute, digits: 2)?:
      guard hour <= 24, minute < 60, !hasDot(index) || hasLastDot(index) else { return nil }
      seconds = hour * 3600 + minute * 60
      isClock = minute % 15 == 0
    case .plain(let hour, let digits)?:
      guard digits <= 2, hour <= 24,
        !hasDot(index) || hasLastDot(index) || lead.preposition == .between
      else { return nil }
      seconds = hour * 3600
    case .some: return nil
    case nil:
      let word = word(index)
      if word.hour > 0, word.weekday == 0 {
        seconds = Int(word.hour) * 3600
      } else if (1...24).contains(word.number), !word.roles.contains(.article) {
        seconds = Int(word.number) * 3600
      } else if word.part == .noon {
        seconds = 43_200
      } else {
        return nil
      }
      guard lead.preposition == .from || lead.preposition == .between else { return nil }
    }
    guard seconds <= 86_400 else { return nil }
    guard let suffix = suffix(at: index + 1) else {
      return Hour(seconds: seconds, isClock: isClock, hasSuffix: false, next: index + 1)
    }
    if suffix.kind == .pm, seconds < 43_200 { seconds += 43_200 }
    return Hour(seconds: seconds, isClock: isClock, hasSuffix: true, next: suffix.next)
  }

  private func isWindowEnd(_ last: Hour, _ lead: Lead, hasSuffix: Bool) -> Bool {
    let word = word(last.next)
    if word.roles.contains(.money) || word.month > 0 && !word.roles.contains(.short) {
      return false
    }
    if lead.preposition == .between, word.unit == .hour { return true }
    if isMark(last.next, "%") || hasDot(last.next - 1) && !hasLastDot(last.next - 1) {
      return false
    }
    guard let unit = word.unit, !hasSuffix else {
      // "od 8 do 16 skrzynek"
      return hasSuffix || last.isClock || mayFollow(last.next, hour: 5, lead, hasDay: false)
    }
    return unit == .hour && lead.preposition == .from && last.seconds >= 12 * 3600
      && last.seconds <= 23 * 3600 && word.languages.contains(.czech)
  }

  /// "pon.-pt.", "Monday to Friday", "od pondělí do pátku".
  func weekdayRange(_ lead: Lead) -> Found? {
    let index = lead.next
    guard let first = weekday(at: index) else { return nil }
    var joint = index + 1
    let isDash = isMark(joint, "-")
    let isWord = roles(joint).contains(.joiner) && !roles(joint).contains(.and)
    guard isDash || isWord, !isSpelt(joint, "lub"), !isSpelt(joint, "or"), !isSpelt(joint, "nebo")
    else { return nil }
    joint += 1
    if isWord, word(joint).preposition == .until { joint += 1 }
    guard let last = weekday(at: joint), last != first else { return nil }
    // "v pátek až do pondělí" is not this, but harmless.
    guard isDash || lead.preposition == .from || lead.preposition == nil else { return nil }
    return Found(
      item: .point(.weekday(last, .coming), nil), next: joint + 1, bound: .opening)
  }
}
