extension TimeParser {
  /// A clock time: "15:00", "o 9", "5 pm", "godz. 14", "o piątej", "v půl páté".
  ///
  /// - Parameter hasDay: Whether a day stands before it already.
  func clock(_ lead: Lead, hasDay: Bool) -> Found? {
    let index = lead.next
    guard let figure = figure(index) else { return wordClock(lead, hasDay: hasDay) }
    let isHour = isHourLead(lead, hasDay: hasDay)
    switch figure {
    case .clock(let seconds, let digits):
      let suffix = suffix(at: index + 1)
      guard !roles(index + 1).contains(.money) else { return nil }
      // "by 4:30" is in the afternoon; "at 9:50" and "at 08:31" are what they say.
      let isTwelve = lead.isEnglish && digits == 1 && seconds < 8 * 3600
      return clock(seconds, suffix, isTwelve: isTwelve, next: index + 1)
    case .dotted(let hour, let minute, digits: 2):
      guard hour <= 24, minute < 60, hour * 60 + minute <= 1440 else { return nil }
      let suffix = suffix(at: index + 1)
      let isPlaced =
        suffix != nil || lead.hasClockMarker || lead.isLoose
        || (isHour && mayFollow(index + 1, hour: minute % 15 == 0 ? 5 : 1, lead, hasDay: hasDay))
      guard isPlaced, !roles(index + 1).contains(.money),
        word(index + 1).unit == nil || suffix != nil
      else { return nil }
      return clock(
        hour * 3600 + minute * 60, suffix, isTwelve: (lead.isEnglish || lead.isLoose) && hour < 8,
        next: index + 1)
    case .plain(let hour, let digits):
      guard digits <= 2, hour <= 24 else { return nil }
      if let suffix = suffix(at: index + 1) {
        guard suffix.kind != .unit || isHour || hasDay else { return nil }
        // "do 4 h" is a length.
        if suffix.kind == .unit, lead.preposition == .until || lead.preposition == .within,
          !hasDay, !(13...23).contains(hour)
        {
          return nil
        }
        if suffix.kind == .unit, lead.preposition == .w || lead.preposition == .za { return nil }
        return clock(
          hour * 3600, suffix, isTwelve: suffix.kind == .oclock, next: index + 1)
      }
      guard lead.hasClockMarker || (isHour && !(hasDot(index) && !hasLastDot(index))) else {
        return nil
      }
      guard mayFollow(index + 1, hour: hour, lead, hasDay: hasDay) || lead.hasClockMarker else {
        return nil
      }
      return clock(
        hour * 3600, nil, isTwelve: !lead.hasClockMarker && digits == 1 && hour < 8,
        next: ordinalEnd(index + 1))
    case .opaque, .dotted, .decimal, .date, .fraction:
      return nil
    }
  }

  /// Whether a bare number behind a lead may be an hour.
  func isHourLead(_ lead: Lead, hasDay: Bool) -> Bool {
    switch lead.preposition {
    case .o, .until, .by, .before, .from, .after, .at: true
    case .v: true
    case .on: isSpelt(lead.next - 1, "um") || isSpelt(lead.next - 1, "o")
    case .na: hasDay
    case .w, .za, .into, .k, .of, .between, .during, .every, .within: false
    case nil: lead.isLatest || lead.isApproximate
    }
  }

  /// Behind "-tej" of "17-tej".
  private func ordinalEnd(_ index: Int) -> Int {
    isMark(index, "-") && isGlued(index) && roles(index + 1).contains(.ordinalSuffix)
      ? index + 2 : index
  }

  // MARK: - Suffixes

  struct Suffix {
    enum Kind { case am, pm, oclock, unit }
    let kind: Kind
    let next: Int
  }

  /// "am", "p.m.", "o'clock", "Uhr", "h" behind a number.
  func suffix(at index: Int) -> Suffix? {
    let roles = roles(index)
    if roles.contains(.clockWord) {
      let kind: Suffix.Kind = word(index).languages == .english ? .oclock : .unit
      return Suffix(kind: kind, next: index + 1)
    }
    if hasDot(index), roles.contains(.article) || roles.contains(.short), isGlued(index + 1),
      self.roles(index + 1).contains(.meridiem)
    {
      return Suffix(kind: roles.contains(.afternoonMark) ? .pm : .am, next: index + 2)
    }
    if roles.contains(.afternoonMark), !roles.contains(.short) {
      return Suffix(kind: .pm, next: index + 1)
    }
    // "at 10 am Montag" does not occur.
    return roles.contains(.forenoonMark) ? Suffix(kind: .am, next: index + 1) : nil
  }

  private func clock(_ seconds: Int, _ suffix: Suffix?, isTwelve: Bool, next: Int) -> Found? {
    let half = 12 * 3600
    switch suffix?.kind {
    case .am, .pm:
      guard let suffix, seconds < half + 3600, seconds > 0 || suffix.kind == .am else { return nil }
      let base = seconds >= half ? seconds - half : seconds
      return point(.clock(suffix.kind == .pm ? base + half : base, mayBeLater: false), suffix.next)
    case .oclock, .unit, nil:
      let mayBeLater = isTwelve && seconds <= half && seconds >= 3600
      return point(.clock(seconds, mayBeLater: mayBeLater), suffix?.next ?? next)
    }
  }

  func point(
    _ time: WrittenTime.DayTime, _ next: Int, _ languages: TimeWord.Languages = .all
  ) -> Found {
    Found(item: .point(nil, time), next: next, languages: languages)
  }

  // MARK: - Neighbours

  /// Whether what follows a bare number lets it be an hour: "do 14, proszę" against "do 14 skrzynek".
  ///
  /// Unknown words may, if they end like verbs of one who promises and the number is one with which
  /// Polish and Czech nouns end otherwise.
  func mayFollow(_ index: Int, hour: Int, _ lead: Lead, hasDay: Bool) -> Bool {
    guard tokens.indices.contains(index) else { return true }
    if hasLastDot(index - 1) { return true }
    switch tokens[index].kind {
    case .number: return false
    case .mark:
      return !["/", "%", "&", "+", "#", "*", "<", ">", "="].contains { isMark(index, $0) }
    case .word:
      let word = word(index)
      if isGlued(index) { return Int(bytes[Int(tokens[index].start)]) >= 0xE2 }
      if word.isUnknown {
        guard !lead.isEnglish, lead.preposition != nil else { return false }
        if hasDay { return !endsWord(index, "ch", "mi", "ow", "ek") }
        return hour >= 5 && endsWord(index, "e", "am", "em", "im", "my")
      }
      if word.roles.contains(.money) { return false }
      // "v 5 z 10", "by one of us"
      if word.preposition == .of, lead.isEnglish || figure(index + 1) != nil { return false }
      if word.unit != nil { return false }
      if word.number > 0 { return word.roles.contains(.and) || word.roles.contains(.article) }
      return word.month == 0 || word.roles.contains(.short)
    }
  }
}
