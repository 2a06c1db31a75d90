package import ServiceTime

/// A time that somebody wrote: where it stands, what it means and how it bounds.
///
/// ```swift
/// let text = FoldedText("Odezwiemy się jutro do 12:00.")
/// let time = WrittenTimes.find(in: text.bytes, 0..<text.bytes.count).first
/// time?.bound    // .latest
/// time?.meaning  // .point(.offset(1), .clock(43_200, mayBeLater: false))
/// ```
package struct WrittenTime: Hashable, Sendable {
  /// Where it stands, with its prepositions (folded bytes).
  package let range: Range<Int>
  /// What it means.
  package let meaning: Meaning
  /// How it bounds what the sentence tells.
  package let bound: Bound
  /// Whether the author only says that it is near: "około 15:00".
  package let isApproximate: Bool
  /// Whether the day itself is left out: "before Friday", "after Friday".
  package let isExclusive: Bool

  /// What a time means.
  package enum Meaning: Hashable, Sendable {
    /// A point of the calendar: a day, a time of day, or both; never neither.
    case point(Day?, DayTime?)
    /// A length of time.
    case span(Span)
    /// A time that nobody can count: "a few hours".
    case vague
  }

  /// How a time bounds what the sentence tells.
  package enum Bound: String, Sendable, CaseIterable {
    /// Not later than this: "do 15:00", "within two hours", "before Friday".
    case latest
    /// At this time: "o 15:00", "w piątek", "za 20 minut".
    case at
    /// Not before this: "od poniedziałku", "after 18:00", "since May".
    case from
    /// The words themselves say that it is over: "wczoraj", "two hours ago".
    case past
    /// A length that nothing is tied to: "trwa 2 godziny", "for 3 months".
    case duration
    /// When something is open or happens anew: "od 8 do 16", "Mon-Fri 9-17".
    case opening
    /// Again and again: "co 15 minut", "every Friday".
    case recurring
    /// A date that belongs to a thing: "faktura z 4 lutego", "the letter of 3 May".
    case reference
    /// No bound that could be kept or missed: "in a couple of days".
    case vague

    /// Whether a promise with it can be kept or missed.
    package var isBinding: Bool { self == .latest || self == .at }
  }
}

extension WrittenTime {
  /// A day or a longer part of the calendar. "Week" is Monday to Sunday.
  package enum Day: Hashable, Sendable {
    /// So many days after the day of sending (-2 to 14).
    case offset(Int)
    /// A day of the week.
    case weekday(Weekday, Which)
    /// A date; without a year, the one nearest to the day of sending.
    case date(year: Int?, month: Int, day: Int)
    /// A day of the month (1 to 31): "by the 15th".
    case dayOfMonth(Int)
    /// The n-th working day after the day of sending (1 or more).
    case workingDay(Int)
    /// Saturday and Sunday: this week's, or so many weeks later (-1 to 1).
    case weekend(Int)
    /// This week, or so many weeks later (-1 to 1).
    case week(Int)
    /// This month, or so many months later (-1 to 1).
    case month(Int)
    /// This quarter of the year, or so many later (-1 to 1).
    case quarter(Int)
    /// This year, or so many years later (-1 to 1).
    case year(Int)
    /// A month by name (1 to 12).
    case namedMonth(year: Int?, Int)
  }

  /// Which of the days of a name.
  package enum Which: Hashable, Sendable {
    /// The first one after the day of sending: "w piątek".
    case coming
    /// The first one from the day of sending on: "this Friday".
    case this
    /// The one of the next calendar week: "next Friday", "w przyszły piątek".
    case next
    /// The last one before the day of sending.
    case last
  }

  /// A time of day.
  package enum DayTime: Hashable, Sendable {
    /// A clock time (unit: s after midnight by the clock; 0 to 86,400, the next midnight).
    ///
    /// `mayBeLater` says that it may as well be twelve hours later: "by 5", "o piątej".
    case clock(Int, mayBeLater: Bool)
    /// A part of the day.
    case part(DayPart)
    /// The end of the day: "EOD".
    case dayEnd
    /// When the desk closes: "close of business", "zanim zamkniemy".
    case closing
    /// When the author's shift ends.
    case shiftEnd
  }

  /// A part of the day.
  package enum DayPart: String, Sendable, CaseIterable {
    case morning, forenoon, lunch, afternoon, evening, night

    /// When it begins and ends (unit: s after midnight by the clock).
    ///
    /// The ends are the latest that anybody means by the word: a promise for "tomorrow morning" is
    /// kept until noon. A night ends on the day after.
    package var seconds: Range<Int> {
      switch self {
      case .morning: 5 * 3600..<12 * 3600
      case .forenoon: 8 * 3600..<12 * 3600
      case .lunch: 11 * 3600..<13 * 3600
      case .afternoon: 12 * 3600..<18 * 3600
      case .evening: 17 * 3600..<24 * 3600
      case .night: 21 * 3600..<30 * 3600
      }
    }
  }

  /// A length of time.
  package struct Span: Hashable, Sendable {
    /// How long; of a range ("2-3 days") the longer.
    package let length: Length
    /// Whether it begins with another event: "within 24 hours of your order".
    package let isFromEvent: Bool

    /// A length in the unit in which it is counted.
    package enum Length: Hashable, Sendable {
      /// Elapsed time (unit: s; 1 or more).
      case seconds(Int)
      /// Days of the calendar (1 or more); weeks are seven days.
      case days(Int)
      /// Months (1 or more); years are twelve.
      case months(Int)
      /// Days on which the desk works (1 or more).
      case workingDays(Int)
      /// Time within the desk's hours (unit: s; 1 or more).
      case workingSeconds(Int)
    }
  }
}
