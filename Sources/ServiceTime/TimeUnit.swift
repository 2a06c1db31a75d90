import Diagnostics

/// A unit of time with a fixed length, and the words for it.
enum TimeUnit: CaseIterable {
  case second, minute, quarter, hour, day, week

  /// The length (unit: s).
  var seconds: Int {
    switch self {
    case .second: 1
    case .minute: 60
    case .quarter: 900
    case .hour: 3600
    case .day: 86_400
    case .week: 604_800
    }
  }

  /// English, Polish and Czech words for the unit, folded; the one to suggest comes first.
  private var words: [String] {
    switch self {
    case .second:
      [
        "s", "sec", "secs", "second", "seconds", "sek", "sekunda", "sekundy", "sekund", "sekunde",
        "sekundu", "vterina", "vteriny", "vterin", "vterinu",
      ]
    case .minute:
      ["min", "mins", "minute", "minutes", "minuta", "minuty", "minut", "minutu"]
    case .quarter:
      // A quarter of an hour is the unit this toolkit is named after.
      ["kwadrans", "kwadranse", "kwadransow", "ctvrthodina", "ctvrthodiny", "ctvrthodin"]
    case .hour:
      [
        "h", "hr", "hrs", "hour", "hours", "godz", "godzina", "godziny", "godzin", "godzine", "hod",
        "hodina", "hodiny", "hodin", "hodinu",
      ]
    case .day:
      [
        "d", "day", "days", "dzien", "dni", "dnia", "doba", "doby", "dob", "dobe", "den", "dny",
        "dnu",
      ]
    case .week:
      [
        "week", "weeks", "wk", "wks", "w", "tydzien", "tygodnie", "tygodni", "tygodnia", "tyg",
        "tyden", "tydny", "tydnu",
      ]
    }
  }

  /// Every unit by every word for it.
  static let named: [String: TimeUnit] = {
    var units: [String: TimeUnit] = [:]
    for unit in allCases {
      for word in unit.words { units[word] = unit }
    }
    return units
  }()

  /// Words for months and years, which differ in length.
  static let wordsWithoutFixedLength: Set<String> = [
    "month", "months", "mo", "miesiac", "miesiaca", "miesiace", "miesiecy", "mies", "mesic",
    "mesice", "mesicu", "quarter", "quarters", "kwartal", "kwartaly", "ctvrtleti", "year", "years",
    "y", "yr", "yrs", "rok", "roku", "roky", "lata", "lat", "let",
  ]

  /// Words that make a day a working day.
  static let wordsForWorking: Set<String> = [
    "business", "working", "workday", "workdays", "weekday", "weekdays", "roboczy", "robocze",
    "roboczych", "roboczego", "pracovni", "pracovnich", "pracovniho",
  ]

  /// The word that an unknown unit was probably meant to be.
  static func nearest(to word: String) -> String? {
    // "m" is a metre, a month or a minute; the last is what times of answering are given in.
    if word == "m" { return "min" }
    // Catalogues are in English, so a slip is an English one if it can be.
    let english = ["sec", "min", "minutes", "hour", "hours", "day", "days", "week", "weeks"]
    return nearestName(to: word, among: english)
      ?? nearestName(to: word, among: named.keys.filter { $0.count > 2 })
  }
}
