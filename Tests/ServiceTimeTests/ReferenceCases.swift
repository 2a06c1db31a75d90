import ServiceTime

/// The files of the reference folder, as far as opening hours go.
enum ReferenceCases {
  struct Generated: Decodable { let cases: [InlineCase] }

  struct Suites: Decodable { let cases: [NestedCase] }

  struct RequestTracker: Decodable {
    struct Case: Decodable {
      let calendar: String
      let start: String
      let business_minutes: Int
      let rt_due: String
      let bruteforce_due: String
      let `class`: String
    }

    let calendars: [String: Calendar]
    let cases: [Case]
  }

  /// A case with its calendar among its own keys.
  struct InlineCase: Decodable {
    let given: Case
    let calendar: Calendar

    init(from decoder: any Decoder) throws {
      given = try Case(from: decoder)
      calendar = try Calendar(from: decoder)
    }
  }

  /// A case with its calendar under a key.
  struct NestedCase: Decodable {
    private struct Outer: Decodable { let calendar: Calendar }

    let given: Case
    let calendar: Calendar

    init(from decoder: any Decoder) throws {
      given = try Case(from: decoder)
      calendar = try Outer(from: decoder).calendar
    }
  }

  struct Case: Decodable {
    let id: String
    let op: String
    let start: String?
    let end: String?
    let at: String?
    let origin: String?
    let add_seconds: Int?
    let subtract_seconds: Int?
    let expected_seconds: Int?
    let expected: Expected?
    let contested: String?

    func instant(_ key: KeyPath<Case, String?>) throws -> Instant {
      try ServiceTimeTests.instant(self[keyPath: key].orThrow(BadTestData(text: id)))
    }
  }

  enum Expected: Decodable {
    case seconds(Int)
    case text(String)
    case truth(Bool)
    case periods([[String]])
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let truth = try? value.decode(Bool.self) {
        self = .truth(truth)
      } else if let seconds = try? value.decode(Int.self) {
        self = .seconds(seconds)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let periods = try? value.decode([[String]].self) {
        self = .periods(periods)
      } else {
        self = .other
      }
    }

    var seconds: Int? {
      if case .seconds(let seconds) = self { seconds } else { nil }
    }
  }

  struct Calendar: Decodable {
    let tz: String
    let hours: [String: [[String]]]?
    let holidays: [String]?
    /// Hours that replace those of the week.
    let overrides: [String: [[String]]]?
    /// Hours that are taken out of a date.
    let breaks: [String: [[String]]]?

    /// The calendar; a holiday is closed whatever else is said of it.
    func openingHours() throws -> OpeningHours {
      let week = try ServiceTimeTests.week(
        (hours ?? [:]).map { day, ranges in (day, text(ranges)) })
      var closed: [CivilDate: String] = [:]
      var alsoOpen: [CivilDate: [ClockRange]] = [:]
      for (day, ranges) in overrides ?? [:] {
        let date = try date(day)
        closed[date] = "override"
        alsoOpen[date] = try ClockRange.list(written: text(ranges))
      }
      for (day, ranges) in breaks ?? [:] {
        let date = try date(day)
        var left = alsoOpen[date] ?? week[date.dayOfWeek]
        for pause in try ClockRange.list(written: text(ranges)) {
          left = left.flatMap { range in
            [
              ClockRange(opens: range.opens, length: min(range.closes, pause.opens) - range.opens),
              ClockRange(
                opens: max(range.opens, pause.closes),
                length: range.closes - max(range.opens, pause.closes)),
            ].compactMap { $0 }
          }
        }
        closed[date] = "breaks"
        alsoOpen[date] = left
      }
      for day in holidays ?? [] {
        closed[try date(day)] = "holiday"
        alsoOpen[try date(day)] = nil
      }
      return OpeningHours(
        zone: try .named(tz), week: week, closed: closed, alsoOpen: alsoOpen)
    }

    private func text(_ ranges: [[String]]) -> String {
      ranges.map { $0.joined(separator: "-") }.joined(separator: ",")
    }
  }
}
