import ServiceTime
import Tickets

/// Makes opening hours of what a question says about them.
enum QuestionCalendar {
  private static let likeRanges = #"[["09:00","17:00"]]"#

  /// Reads time zone, week, holidays and overrides.
  ///
  /// Overrides take the place of the ordinary hours on their dates; holidays are closed whatever
  /// else is said of them.
  static func hours(of question: ClockQuestion) throws(ClockQuestionError) -> OpeningHours {
    let zone = try zone(of: question)
    let week = try week(of: question)
    var closed: [CivilDate: String] = [:]
    var instead: [CivilDate: [ClockRange]] = [:]
    for (name, value) in try members(question[.overrides], "overrides", #"{"2026-12-24": []}"#) {
      let date = try date(name, in: "overrides")
      guard closed[date] == nil else { throw .repeated(name) }
      closed[date] = "override"
      instead[date] = try ranges(value, in: "overrides")
    }
    var countries: [PublicHolidays] = []
    try readHolidays(of: question, &countries, &closed) { instead[$0] = nil }
    for country in countries {
      for date in instead.keys where country.day(on: date) != nil { instead[date] = nil }
    }
    let hours = OpeningHours(
      zone: zone, week: week, holidays: countries, closed: closed, alsoOpen: instead)
    if let edge = hours.gapEdges(years: OpeningHours.checkedYears).first {
      throw .text("hours", "\(edge.message(in: zone)); \(edge.suggestion)")
    }
    return hours
  }

  private static func zone(of question: ClockQuestion) throws(ClockQuestionError) -> ZoneTable {
    guard let value = question[.tz] else { throw .missing("tz", like: #""Europe/Warsaw""#) }
    guard let name = value.string else {
      throw .wrong("tz", "is no text", like: #""Europe/Warsaw""#)
    }
    do throws(ZoneError) {
      return try ZoneTable.named(name)
    } catch {
      throw .text("tz", "\(error)")
    }
  }

  private static func week(of question: ClockQuestion) throws(ClockQuestionError) -> WeeklyHours {
    let like = #"{"mon": \#(likeRanges)}"#
    guard question[.hours] != nil else { throw .missing("hours", like: like) }
    var entries: [WeeklyHours.Entry] = []
    var names: Set<String> = []
    for (name, value) in try members(question[.hours], "hours", like) {
      guard names.insert(name).inserted else { throw .repeated(name) }
      let ranges = try ranges(value, in: "hours")
      do throws(HoursError) {
        for day in try Weekday.days(written: name) {
          entries += ranges.map { WeeklyHours.Entry(day: day, range: $0) }
        }
      } catch {
        throw .text("hours", "\(error)")
      }
    }
    do throws(HoursError) {
      return try WeeklyHours(entries)
    } catch {
      throw .text("hours", "\(error)")
    }
  }

  private static func readHolidays(
    of question: ClockQuestion, _ countries: inout [PublicHolidays],
    _ closed: inout [CivilDate: String], _ close: (CivilDate) -> Void
  ) throws(ClockQuestionError) {
    guard let list = question[.holidays] else { return }
    let like = #"["2026-05-01"] or ["PL"]"#
    guard case .array = list.kind else { throw .wrong("holidays", "is no list", like: like) }
    for value in list.children {
      guard let text = value.string else {
        throw .wrong("holidays", "holds something that is no text", like: like)
      }
      if let country = PublicHolidays(rawValue: text) {
        countries.append(country)
        continue
      }
      let date = try date(text, in: "holidays")
      closed[date] = "holiday"
      close(date)
    }
  }

  private static func members(
    _ value: JSONTapeValue?, _ name: String, _ like: String
  ) throws(ClockQuestionError) -> [(String, JSONTapeValue)] {
    guard let value else { return [] }
    guard case .object = value.kind else { throw .wrong(name, "is no object", like: like) }
    var members: [(String, JSONTapeValue)] = []
    var children = value.children
    while let key = children.next()?.string, let child = children.next() {
      members.append((key, child))
    }
    return members
  }

  private static func ranges(
    _ value: JSONTapeValue, in name: String
  ) throws(ClockQuestionError) -> [ClockRange] {
    guard case .array = value.kind else {
      throw .wrong(name, "has a day without a list of hours", like: likeRanges)
    }
    var ranges: [ClockRange] = []
    for pair in value.children {
      let ends = pair.children.map(\.string)
      guard case .array = pair.kind, ends.count == 2, let opens = ends[0], let closes = ends[1]
      else {
        throw .wrong(name, "has hours that are no pair of texts", like: likeRanges)
      }
      do throws(HoursError) {
        ranges.append(try ClockRange(written: "\(opens)-\(closes)"))
      } catch {
        throw .text(name, "\(error)")
      }
    }
    return ranges
  }

  private static func date(
    _ text: String, in name: String
  ) throws(ClockQuestionError) -> CivilDate {
    do throws(DateError) {
      return try CivilDate(written: text)
    } catch {
      throw .text(name, "\(error)")
    }
  }
}

/// The text of a question's hours, to know the same hours again.
struct QuestionCalendarKey: Hashable {
  private var bytes: [UInt8] = []

  /// All bytes at once: one by one takes longer than everything else about a question.
  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// Takes the values that make up the hours.
  ///
  /// - Complexity: O(bytes of the values).
  mutating func load(_ question: ClockQuestion) {
    bytes.removeAll(keepingCapacity: true)
    for key: ClockQuestion.Key in [.tz, .hours, .holidays, .overrides] {
      if let value = question[key] { append(value) } else { bytes.append(UInt8(ascii: "-")) }
    }
  }

  private mutating func append(_ value: JSONTapeValue) {
    switch value.kind {
    case .string:
      guard let text = value.utf8 else { return }
      bytes.append(UInt8(ascii: "\""))
      // The length keeps a quote inside a text from looking like its end.
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.count)) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: text)
    case .array:
      bytes.append(UInt8(ascii: "["))
      for child in value.children { append(child) }
      bytes.append(UInt8(ascii: "]"))
    case .object:
      bytes.append(UInt8(ascii: "{"))
      for child in value.children { append(child) }
      bytes.append(UInt8(ascii: "}"))
    case .null: bytes.append(UInt8(ascii: "n"))
    case .bool, .integer, .unsigned, .number: bytes.append(UInt8(ascii: "1"))
    }
  }
}
