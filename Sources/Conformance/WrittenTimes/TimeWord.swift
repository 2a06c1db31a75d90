/// What a word can have to do with time; one word may do several things.
struct TimeWord: Sendable {
  var roles: Roles = []
  /// The languages in which it is a word of time.
  var languages: Languages = []
  /// A cardinal number (1 to 100), or 0.
  var number: Int8 = 0
  /// An hour named by an ordinal, such as "piątej" (1 to 23), or 0.
  var hour: Int8 = 0
  /// 1 = Monday to 7 = Sunday, or 0.
  var weekday: Int8 = 0
  /// 1 to 12, or 0.
  var month: Int8 = 0
  /// Days from the day of sending; means something with the role `day`.
  var day: Int8 = 0
  var unit: Unit?
  var part: Part?
  var preposition: Preposition?

  struct Languages: OptionSet, Sendable {
    let rawValue: UInt8
    static let polish = Languages(rawValue: 1)
    static let czech = Languages(rawValue: 2)
    static let slovak = Languages(rawValue: 4)
    static let english = Languages(rawValue: 8)
    static let german = Languages(rawValue: 16)
    static let slavic: Languages = [.polish, .czech, .slovak]
    static let all: Languages = [.polish, .czech, .slovak, .english, .german]
  }

  enum Unit: UInt8, Sendable {
    case second, minute, quarterHour, halfHour, threeQuarterHour, hour, fullDay, day, week, month
    case quarterYear, halfYear, year, workingDay, moment

    /// Its length (unit: s), where that is fixed.
    var seconds: Int? {
      switch self {
      case .second: 1
      case .minute: 60
      case .quarterHour: 900
      case .halfHour: 1800
      case .threeQuarterHour: 2700
      case .hour: 3600
      case .fullDay: 86_400
      case .day, .week, .month, .quarterYear, .halfYear, .year, .workingDay, .moment: nil
      }
    }
  }

  enum Part: UInt8, Sendable {
    case morning, forenoon, noon, lunch, afternoon, evening, night, midnight
  }

  enum Preposition: UInt8, Sendable {
    /// "do", "bis".
    case until
    /// "by", "till".
    case by
    /// "przed", "před", "before", "vor": of a point not later, of a length ago.
    case before
    /// "within", "během", "w ciągu".
    case within
    /// "za": of a length in, else no time.
    case za
    /// "in".
    case into
    /// "o".
    case o
    /// "w", "we".
    case w
    /// "v", "ve".
    case v
    /// "at", "um".
    case at
    /// "on", "am", "dne".
    case on
    /// "od", "since", "ab".
    case from
    /// "po", "after", "nach".
    case after
    /// "na", "for tomorrow".
    case na
    /// "k 31. 3.".
    case k
    /// "z", "ze", "of".
    case of
    /// "między", "between".
    case between
    /// "przez", "for", "over": of a length only.
    case during
    /// "co", "každý", "per".
    case every
  }

  struct Roles: OptionSet, Sendable {
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(_ bit: UInt64) { rawValue = 1 << bit }

    /// A day counted from the day of sending.
    static let day = Roles(0)
    /// An adjective of such a day: "jutrzejszy".
    static let dayAdjective = Roles(1)
    /// Again and again: "poniedziałki", "daily".
    static let habit = Roles(2)
    /// Short for a weekday or month, and other words besides.
    static let short = Roles(3)
    static let plural = Roles(4)
    static let singular = Roles(5)
    /// Makes days and hours working ones.
    static let working = Roles(6)
    /// A number that nobody can count: "kilka".
    static let vague = Roles(7)
    static let next = Roles(8)
    static let this = Roles(9)
    static let last = Roles(10)
    static let coming = Roles(11)
    /// "koniec", "end".
    static let end = Roles(12)
    /// "początek", "beginning".
    static let beginning = Roles(13)
    /// An end by its case alone: "koncem týdne".
    static let adverbial = Roles(14)
    static let half = Roles(15)
    static let quarter = Roles(16)
    static let oneAndHalf = Roles(17)
    /// "temu", "ago".
    static let ago = Roles(18)
    /// "later", "później".
    static let later = Roles(19)
    /// "najpóźniej", "nejpozději", "latest".
    static let latest = Roles(20)
    /// "jeszcze", "ještě".
    static let still = Roles(21)
    static let approximately = Roles(22)
    static let article = Roles(23)
    /// A day's name for the date behind it: "dnia", "dne".
    static let dateMarker = Roles(24)
    /// "godz.", "godzinie".
    static let clockMarker = Roles(25)
    /// "ciągu", "průběhu": makes "within" of the preposition before.
    static let course = Roles(26)
    /// "zanim", "než", "before": opens a clause.
    static let beforeClause = Roles(27)
    /// "zamkniemy", "close".
    static let closing = Roles(28)
    static let money = Roles(29)
    /// Makes a greeting or a wish of the part of the day behind it.
    static let greeting = Roles(30)
    /// A small word that may stand behind a time.
    static let follower = Roles(31)
    static let shift = Roles(32)
    /// "pracy", "business": what ends when the desk closes.
    static let work = Roles(33)
    static let forenoonMark = Roles(34)
    static let afternoonMark = Roles(35)
    static let clockWord = Roles(36)
    static let ordinalSuffix = Roles(37)
    static let and = Roles(38)
    /// Between the ends of a range: "do", "až", "to", "lub".
    static let joiner = Roles(39)
    /// "więcej", "déle": with "than".
    static let more = Roles(40)
    static let than = Roles(41)
    /// May stand between a number and its unit, or before a day.
    static let filler = Roles(42)
    static let weekend = Roles(43)
    /// "od teraz", "from now".
    static let now = Roles(44)
    /// A time of day by itself: "EOD".
    static let dayEnd = Roles(45)
    static let closingTime = Roles(46)
    /// "past", "po": minutes after an hour.
    static let past = Roles(47)
    static let to = Roles(48)
    /// A part of the day that needs no preposition: "wieczorem".
    static let adverb = Roles(49)
    /// Two of the unit in one word: "fortnight".
    static let double = Roles(50)
    /// "following", "następnego", "druhý": with "day" the day after.
    static let following = Roles(51)
    /// "wpół" of "wpół do piątej".
    static let halfTo = Roles(52)
    static let no = Roles(53)
    /// An adjective of a weekday: "pátečního".
    static let weekdayAdjective = Roles(55)
    /// "upływem": "przed upływem godziny" is within it.
    static let elapse = Roles(56)
    /// With the period that it ends, in one word: "EOW".
    static let endOf = Roles(57)
    /// The second letter of "a.m.", "p.m.".
    static let meridiem = Roles(58)
    /// "give" of "give me ten minutes".
    static let give = Roles(59)
    static let receiver = Roles(60)
    /// "CET".
    static let zone = Roles(61)
    /// "less", "under": with "than" a bound like without.
    static let less = Roles(62)
    /// "połowa", "middle".
    static let middle = Roles(63)
  }

  /// Adds what the same word does elsewhere.
  mutating func merge(_ other: TimeWord) {
    roles.formUnion(other.roles)
    languages.formUnion(other.languages)
    if other.number != 0 { number = other.number }
    if other.hour != 0 { hour = other.hour }
    if other.weekday != 0 { weekday = other.weekday }
    if other.month != 0 { month = other.month }
    if other.roles.contains(.day) || other.roles.contains(.dayAdjective) { day = other.day }
    unit = other.unit ?? unit
    part = other.part ?? part
    preposition = other.preposition ?? preposition
  }

  /// Whether a sentence with this word and no digit may name a time.
  var isTrigger: Bool {
    number != 0 || hour != 0 || weekday != 0 || month != 0 || unit != nil || part != nil
      || !roles.isDisjoint(with: [
        .day, .dayAdjective, .weekend, .dayEnd, .closingTime, .closing, .shift, .end, .half,
        .oneAndHalf, .halfTo, .endOf, .weekdayAdjective,
      ])
  }

  /// Whether it says nothing about time.
  var isUnknown: Bool { languages.isEmpty }
}
