import ServiceTime

extension Words {
  /// "31 December 2026", with the months in the form that follows a day.
  func date(_ date: CivilDate) -> String {
    let months =
      switch spoken {
      case .pl:
        [
          "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
          "września", "października", "listopada", "grudnia",
        ]
      case .cs:
        [
          "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září",
          "října", "listopadu", "prosince",
        ]
      case .en:
        [
          "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December",
        ]
      }
    let month = months[(date.month - 1) % months.count]
    let day = spoken == .cs ? "\(date.day)." : "\(date.day)"
    return "\(day)\u{A0}\(month) \(date.year)"
  }

  /// A day of the week.
  func day(_ day: Weekday) -> String {
    switch spoken {
    case .en: day.name
    case .pl:
      switch day {
      case .monday: "poniedziałek"
      case .tuesday: "wtorek"
      case .wednesday: "środa"
      case .thursday: "czwartek"
      case .friday: "piątek"
      case .saturday: "sobota"
      case .sunday: "niedziela"
      }
    case .cs:
      switch day {
      case .monday: "pondělí"
      case .tuesday: "úterý"
      case .wednesday: "středa"
      case .thursday: "čtvrtek"
      case .friday: "pátek"
      case .saturday: "sobota"
      case .sunday: "neděle"
      }
    }
  }

  /// "8:00–20:00"; hours that end on the day after say so.
  func range(_ range: ClockRange) -> String {
    let end = range.passesMidnight ? range.closes - 86_400 : range.closes
    let hours = "\(clock(range.opens))–\(clock(end))"
    return range.passesMidnight ? "\(hours) (\(self[.nextDay]))" : hours
  }

  private func clock(_ second: Int) -> String {
    let written = ClockRange.clock(second)
    return written.hasPrefix("0") ? String(written.dropFirst()) : written
  }

  /// An ordinary week: days that are alike and follow each other in one line.
  func week(_ week: WeeklyHours) -> [(days: String, hours: String)] {
    var groups: [(first: Weekday, last: Weekday, ranges: [ClockRange])] = []
    for day in Weekday.allCases {
      if let last = groups.last, last.ranges == week[day] {
        groups[groups.count - 1].last = day
      } else {
        groups.append((day, day, week[day]))
      }
    }
    return groups.map { group in
      let days =
        group.first == group.last
        ? day(group.first) : "\(day(group.first))–\(day(group.last))"
      let hours =
        group.ranges.isEmpty
        ? self[.closed] : group.ranges.map(range).joined(separator: ", ")
      return (days, hours)
    }
  }

  /// A moment of an example, `2026-11-03 10:05`, with its day of the week and, where it was written,
  /// its offset from UTC; as written where it names no day.
  func moment(_ written: String) -> String {
    let halves = written.split { $0 == " " || $0 == "T" }
    // A time alone is on the day of the moment before it.
    if halves.count == 1, written.hasPrefix("0") { return String(written.dropFirst()) }
    guard halves.count == 2, let date = try? CivilDate(written: String(halves[0])) else {
      return written
    }
    let month = date.month < 10 ? "0\(date.month)" : "\(date.month)"
    let day =
      switch spoken {
      case .pl: "\(date.day).\(month).\(date.year)"
      case .cs: "\(date.day).\u{A0}\(date.month).\u{A0}\(date.year)"
      case .en: self.date(date)
      }
    let clock = halves[1].hasPrefix("0") ? halves[1].dropFirst() : halves[1]
    let time = clock.prefix { $0.isNumber || $0 == ":" }
    let offset = time.endIndex == clock.endIndex ? "" : " (\(clock[time.endIndex...]))"
    return "\(self.day(date.dayOfWeek)) \(day), \(time)\(offset)"
  }
}
