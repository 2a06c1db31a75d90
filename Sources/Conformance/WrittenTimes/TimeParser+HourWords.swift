extension TimeParser {
  /// A clock time in words.
  func wordClock(_ lead: Lead, hasDay: Bool) -> Found? {
    let index = lead.next
    let word = word(index)
    let isSlavicLead: Bool =
      switch lead.preposition {
      case .o, .until, .before, .from, .after, .v: true
      case .na: hasDay
      case nil: lead.isApproximate
      default: false
      }
    if word.hour > 0, word.weekday == 0, isSlavicLead || lead.hasClockMarker {
      guard word.languages.intersection(lead.languages) != [] || lead.hasClockMarker,
        lead.preposition != .v || word.languages.isDisjoint(with: .polish)
      else { return nil }
      return ordinalHour(at: index, lead)
    }
    guard word.number > 0, word.number <= 24, !word.roles.contains(.article) else { return nil }
    let takers: TimeWord.Languages = [.czech, .slovak, .english, .german]
    let isTaken: Bool =
      switch lead.preposition {
      case .v, .until, .from, .by, .at, .before, .after: true
      case .on: isSpelt(index - 1, "um")
      default: false
      }
    let languages = word.languages.intersection(lead.languages).intersection(takers)
    let suffix = suffix(at: index + 1)
    if let suffix, suffix.kind != .unit || isTaken,
      suffix.kind != .unit || lead.preposition != .until
    {
      return pointAtHour(Int(word.number), suffix, word.languages, next: suffix.next)
    }
    // Polish "do pięciu" counts things.
    guard isTaken, !languages.isEmpty, lead.preposition != .before || languages.contains(.english),
      mayFollow(index + 1, hour: Int(word.number), lead, hasDay: hasDay)
    else { return nil }
    return pointAtHour(Int(word.number), nil, languages, next: index + 1)
  }

  private func pointAtHour(
    _ hour: Int, _ suffix: Suffix?, _ languages: TimeWord.Languages, next: Int
  ) -> Found? {
    let seconds = hour * 3600
    switch suffix?.kind {
    case .am: return hour <= 12 ? point(.clock(seconds % 43_200, mayBeLater: false), next) : nil
    case .pm:
      return hour <= 12 ? point(.clock(seconds % 43_200 + 43_200, mayBeLater: false), next) : nil
    case .oclock, .unit, nil:
      return point(.clock(seconds, mayBeLater: hour <= 12), next, languages)
    }
  }

  /// "piątej", "dwudziestej pierwszej", "trzynastej piętnaście".
  private func ordinalHour(at start: Int, _ lead: Lead) -> Found? {
    var index = start
    var hour = Int(word(index).hour)
    let languages = word(index).languages
    index += 1
    if hour == 20, (1...4).contains(word(index).hour) {
      hour += Int(word(index).hour)
      index += 1
    }
    if let minute = minutes(at: index) {
      return point(
        .clock(hour * 3600 + minute.value * 60, mayBeLater: hour <= 12), minute.next, languages)
    }
    let mayStand = hour >= 13 || mayFollowOrdinal(index, hour)
    guard mayStand, word(index).unit == nil || roles(index).contains(.clockWord) else { return nil }
    return point(.clock(hour * 3600, mayBeLater: hour <= 12), index, languages)
  }

  /// Whether an ordinal is an hour rather than an adjective: "do drugiej zadzwonię" against "do
  /// drugiej serwerowni".
  private func mayFollowOrdinal(_ index: Int, _ hour: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return true }
    let word = word(index)
    if !word.isUnknown { return word.unit == nil && !word.roles.contains(.money) }
    if hour <= 3 { return endsWord(index, "my", "wie", "lam", "lem") }
    return !endsWord(
      index, "ej", "ji", "ci", "ni", "dy", "wy", "ki", "gi", "zy", "ty", "sie", "rze")
  }

  /// Minutes in words or digits right behind an hour: "piętnaście".
  private func minutes(at index: Int) -> (value: Int, next: Int)? {
    guard let number = numberWord(at: index), (5...59).contains(number.value),
      word(number.next).unit == nil || word(number.next).unit == .minute
    else { return nil }
    let next = word(number.next).unit == .minute ? number.next + 1 : number.next
    return (number.value, next)
  }

  // MARK: - Halves and quarters

  /// "half past four", "wpół do piątej", "čtvrt na pět", "za pięć dwunasta", "kwadrans po ósmej".
  func turnedClock(_ lead: Lead) -> Found? {
    let index = lead.next
    let word = word(index)
    let roles = word.roles
    let second = self.word(index + 1)
    // "wpół do piątej", "w pół do piątej", "pięć po wpół do pierwszej"
    if let half = halfTo(at: index) { return turned(half.hour, -30, half.next) }
    if word.number > 0, second.preposition == .after, let half = halfTo(at: index + 2) {
      return turned(half.hour, Int(word.number) - 30, half.next)
    }
    // "půl páté", "pol piatej"
    if roles.contains(.half), second.hour > 0, second.languages != .polish,
      self.word(index + 2).unit == nil
    {
      return turned(Int(second.hour), -30, index + 2)
    }
    // "at half three"
    if isSpelt(index, "half"), (1...12).contains(second.number), !second.roles.contains(.article),
      self.word(index + 2).unit == nil,
      [.at, .by, .before, .from, .after].contains(lead.preposition)
    {
      return turned(Int(second.number), 30, index + 2)
    }
    // "halb vier"
    if isSpelt(index, "halb"), second.number > 0 {
      return turned(Int(second.number), -30, index + 2)
    }
    // "half past four", "quarter past four", "quarter to five"
    var quarter = index
    if roles.contains(.article), word.number > 0 { quarter += 1 }
    let minutes: Int? =
      self.roles(quarter).contains(.half)
      ? 30
      : self.roles(quarter).contains(.quarter)
        ? 15 : self.word(quarter).number > 0 ? Int(self.word(quarter).number) : nil
    if let minutes, minutes < 60 {
      let step = self.word(quarter + 1).unit == .minute ? quarter + 2 : quarter + 1
      if self.roles(step).contains(.past) || self.roles(step).contains(.to),
        let hour = namedHour(at: step + 1), mayStandBehind(quarter, step, hour.isOrdinal)
      {
        return turned(
          hour.value, self.roles(step).contains(.to) ? -minutes : minutes, hour.next)
      }
    }
    return quarterTo(lead) ?? minutesTo(lead)
  }

  /// "dziesięć po czwartej" needs an ordinal in Polish and Czech; English has none.
  private func mayStandBehind(_ first: Int, _ step: Int, _ isOrdinal: Bool) -> Bool {
    let isEnglish = word(step).languages == .english || isSpelt(step, "to")
    if isEnglish {
      return isSpelt(step, "past")
        || isSpelt(step, "to") && !isOrdinal
          && (word(first).languages.contains(.english))
    }
    return isOrdinal && !isSpelt(step, "before")
  }

  private func namedHour(at index: Int) -> (value: Int, next: Int, isOrdinal: Bool)? {
    let word = word(index)
    if word.hour > 0, self.word(index + 1).unit == nil {
      return (Int(word.hour), index + 1, true)
    }
    if (1...12).contains(word.number), !word.roles.contains(.article),
      self.word(index + 1).unit == nil
    {
      return (Int(word.number), index + 1, false)
    }
    return nil
  }

  private func halfTo(at index: Int) -> (hour: Int, next: Int)? {
    let isHalf =
      roles(index).contains(.halfTo)
      || (roles(index).contains(.half) && word(index).languages.contains(.polish))
    guard isHalf, word(index + 1).preposition == .until, word(index + 2).hour > 0 else {
      return nil
    }
    return (Int(word(index + 2).hour), index + 3)
  }

  /// "čtvrt na pět", "tři čtvrtě na pět".
  private func quarterTo(_ lead: Lead) -> Found? {
    var index = lead.next
    var minutes = -45
    if word(index).number == 3, roles(index + 1).contains(.quarter) || word(index + 1).hour == 4 {
      minutes = -15
      index += 1
    } else if !roles(index).contains(.quarter) {
      return nil
    }
    guard word(index + 1).preposition == .na, (1...12).contains(word(index + 2).number) else {
      return nil
    }
    return turned(Int(word(index + 2).number), minutes, index + 3)
  }

  /// "za pięć dwunasta", "za kwadrans piąta", "za pět minut dvanáct".
  private func minutesTo(_ lead: Lead) -> Found? {
    guard lead.preposition == .za else { return nil }
    var index = lead.next
    let minutes: Int
    if roles(index).contains(.quarter), word(index).unit == .quarterHour {
      minutes = 15
      index += 1
    } else if let number = numberWord(at: index), number.value < 60 {
      minutes = number.value
      index = number.next
    } else {
      return nil
    }
    if word(index).unit == .minute { index += 1 }
    let hour = word(index)
    if hour.hour > 0, word(index + 1).unit == nil {
      return at(turned(Int(hour.hour), -minutes, index + 1))
    }
    guard word(index - 1).unit == .minute, (1...12).contains(hour.number),
      hour.languages.contains(.czech), word(index + 1).unit == nil
    else { return nil }
    return at(turned(Int(hour.number), -minutes, index + 1))
  }

  /// "za" is no bound here, but a part of the time.
  private func at(_ found: Found) -> Found {
    var found = found
    found.bound = .at
    return found
  }

  private func turned(_ hour: Int, _ minutes: Int, _ next: Int) -> Found {
    let total = (hour * 60 + minutes + 1440) % 1440
    // "Half past twelve" is 12:30, and half an hour before one is that too.
    let minute = total < 60 ? total + 720 : total
    return point(.clock(minute * 60, mayBeLater: minute < 780), next)
  }

  // MARK: - Hours with a unit

  /// "v 16 hodin", "od 8 hodin", "do páté hodiny": a clock time although a unit follows.
  func hourByUnit(_ lead: Lead, hasDay: Bool) -> Found? {
    let index = lead.next
    let hour: Int
    let isOrdinal: Bool
    if let number = plain(index), number.value <= 24, number.digits <= 2 {
      hour = number.value
      isOrdinal = hasDot(index)
    } else if word(index).hour > 0 {
      hour = Int(word(index).hour)
      isOrdinal = true
    } else if word(index).number > 0, word(index).number <= 24, !roles(index).contains(.article) {
      hour = Int(word(index).number)
      isOrdinal = false
    } else {
      return nil
    }
    let unit = word(index + 1)
    guard unit.unit == .hour, !roles(index + 2).contains(.working), !unit.roles.contains(.plural),
      !unit.languages.isDisjoint(with: [.czech, .slovak])
    else { return nil }
    // "h" is in every language, "godzin" in one.
    let isOwn = unit.languages.isDisjoint(with: .english)
    let isClock: Bool =
      switch lead.preposition {
      case .v: true
      case .o: isOrdinal || (isSlovak && hour > 12 && isOwn)
      case .until:
        isOrdinal || hasDay || (9...11).contains(hour) && isOwn || (13...23).contains(hour)
          || word(index + 2).part != nil
      case .from, .after: isOrdinal || isOwn && hour >= 6 || word(index + 2).part != nil
      case .before: isOrdinal
      case .at, .by, .on: !isOwn
      default: hasDay && lead.preposition == nil && isOwn
      }
    guard isClock else { return nil }
    return point(
      .clock(hour * 3600, mayBeLater: hour <= 12 && plain(index) == nil), index + 2,
      unit.languages)
  }
}
