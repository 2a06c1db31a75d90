extension TimeParser {
  /// What stands before a day, a time or a span and says how it bounds.
  struct Lead {
    let start: Int
    var next: Int
    /// The last preposition.
    var preposition: TimeWord.Preposition?
    /// The languages of that preposition.
    var languages = TimeWord.Languages.all
    /// "najpóźniej", "not later than".
    var isLatest = false
    /// "do", "by", "before", also with another preposition behind it.
    var isUntil = false
    /// "jeszcze".
    var isStill = false
    var isApproximate = false
    /// "over", which alone is a length and with "next" a bound.
    var isOver = false
    var which: WrittenTime.Which?
    /// "godz.".
    var hasClockMarker = false
    /// "dnia".
    var hasDateMarker = false
    /// Whether clock times need no preposition here: "(1.45)".
    var isLoose = false
    /// Whether parts of the day need none: "zanim zegar wybije północ".
    var isInClause = false

    var isEnglish: Bool {
      preposition != nil && languages.contains(.english)
        && languages.isDisjoint(with: [.polish, .slovak])
    }

    /// How a point with this lead bounds.
    var bound: WrittenTime.Bound {
      if isLatest || isUntil || isStill { return .latest }
      return switch preposition {
      case .until, .by, .before, .within: .latest
      case .from, .after: .from
      case .of, .za: .reference
      case .every: .recurring
      case .w, .v, .o, .at, .on, .na, .k, .into, .between, .during, nil: .at
      }
    }
  }

  /// More words than this before a time are no lead.
  private static let longestLead = 8

  func lead(at start: Int, isLoose: Bool = false, isInClause: Bool = false) -> Lead {
    var lead = Lead(start: start, next: start)
    lead.isLoose = isLoose
    lead.isInClause = isInClause
    for _ in 0..<Self.longestLead {
      guard isWord(lead.next), !word(lead.next).isUnknown, extend(&lead) else { break }
    }
    return lead
  }

  /// Takes one more word into a lead, if it belongs there.
  private func extend(_ lead: inout Lead) -> Bool {
    let index = lead.next
    let word = word(index)
    let roles = word.roles
    let next = self.word(index + 1)
    let isBeforeFigure = figure(index + 1) != nil
    if roles.contains(.latest) {
      lead.isLatest = true
    } else if roles.contains(.later), next.roles.contains(.than) {
      lead.isLatest = true
      lead.next += 1
    } else if roles.contains(.still) {
      guard next.preposition != nil || next.roles.contains(.day) || isWhich(next) else {
        return false
      }
      lead.isStill = true
    } else if lead.preposition != nil, roles.contains(.less) || roles.contains(.no),
      next.roles.contains(.than) || next.roles.contains(.more)
        || roles.contains(.less) && next.number > 0
    {
      // "in less than", "in no more than", "in under" an hour.
      if self.roles(lead.next + 2).contains(.than) { lead.next += 1 }
      if next.number == 0 { lead.next += 1 }
    } else if roles.contains(.approximately) {
      lead.isApproximate = true
    } else if roles.contains(.course), [.w, .v, .into].contains(lead.preposition) {
      lead.preposition = .within
    } else if roles.contains(.elapse), [.until, .before].contains(lead.preposition) {
      lead.preposition = .within
    } else if roles.contains(.clockMarker), lead.preposition != .within,
      isBeforeFigure || next.hour > 0
    {
      lead.hasClockMarker = true
    } else if roles.contains(.dateMarker), isBeforeFigure || next.weekday > 0 {
      lead.hasDateMarker = true
      lead.preposition = lead.preposition ?? .on
    } else if let which = which(at: index) {
      lead.which = which
    } else if roles.contains(.article), word.number == 0, word.unit == nil || lead.which == nil,
      !isBeforeFigure || lead.preposition != nil || lead.isLatest
    {
      // Skipped: "the".
    } else if word.preposition == .from, lead.preposition == .within,
      isBeforeFigure || next.number > 0
    {
      // Skipped: "w ciągu od 24 do 48 godzin", "innerhalb von 24 Stunden".
    } else if roles.contains(.filler), lead.preposition != nil,
      word.unit == nil || lead.which == nil,
      isBeforeFigure || (!next.isUnknown && next.preposition == nil)
    {
      // Skipped: "celých", "my".
    } else if let preposition = word.preposition, mayBePreposition(index, word, next),
      !roles.contains(.dateMarker), mayStandBehind(lead.preposition)
    {
      if [.until, .by, .before].contains(preposition) {
        lead.isUntil = true
      } else if lead.preposition == .before {
        lead.isUntil = true
      }
      lead.preposition = preposition
      // Elsewhere "by", "at" and "we" are other words.
      let isElse = word.roles.contains(.follower)
      lead.languages = isElse ? (preposition == .w ? .polish : .english) : word.languages
      lead.isOver = preposition == .within && roles.contains(.more)
    } else {
      return false
    }
    lead.next += 1
    return true
  }

  /// Whether another preposition may stand behind one: "do" + "w pół do piątej", not "in" + "by 16:00".
  private func mayStandBehind(_ preposition: TimeWord.Preposition?) -> Bool {
    switch preposition {
    case .until, .by, .before, .from, .after, .na, .during, nil: true
    case .within, .za, .into, .o, .w, .v, .at, .on, .k, .of, .between, .every: false
    }
  }

  private func mayBePreposition(_ index: Int, _ word: TimeWord, _ next: TimeWord) -> Bool {
    if word.roles.contains(.article) { return false }
    // Polish "we wtorek" against English "we".
    if word.roles.contains(.follower), word.preposition == .w {
      return next.weekday > 0 && next.languages.contains(.polish)
    }
    // German "am Montag" against "10 am" and "I am".
    if word.roles.contains(.forenoonMark) {
      return next.languages.contains(.german) || figure(index + 1) != nil
    }
    // Polish and Czech "by" is "would": "měl by v pátek".
    if word.preposition == .by, isSpelt(index, "by") {
      return next.preposition == nil || next.languages.contains(.english)
    }
    return true
  }

  private func isWhich(_ word: TimeWord) -> Bool {
    !word.roles.isDisjoint(with: [.next, .this, .coming, .last, .dayAdjective])
  }

  /// Which of the days or periods behind a word is meant, if the word says that.
  private func which(at index: Int) -> WrittenTime.Which? {
    let word = word(index)
    let next = self.word(index + 1)
    let isPeriod =
      next.weekday > 0 || next.part != nil || next.roles.contains(.weekend)
      || (next.unit != nil && next.unit != .moment)
    let isCounted = figure(index + 1) != nil || next.number > 0 || next.roles.contains(.vague)
    let isMonth = next.month > 0 && !next.roles.contains(.short)
    let isWorking = next.roles.contains(.working)
    let roles = word.roles
    if roles.contains(.this), isPeriod || isMonth {
      // "ten minutes" against Polish "ten piątek".
      if word.number > 0, next.languages.contains(.english) { return nil }
      return .this
    }
    if roles.contains(.last), isPeriod || isCounted || isMonth { return .last }
    if roles.contains(.coming), isPeriod || isCounted || isWorking { return .coming }
    if roles.contains(.next), isPeriod || isCounted || isMonth || isWorking { return .next }
    if roles.contains(.following), next.unit == .day || isWorking { return .next }
    return nil
  }
}
