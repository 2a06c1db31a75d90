import Diagnostics
import ServiceTime
import SourceYAML

// Days and hours as team files write them.
extension YAMLNode {
  /// Reads hours, one text or a list of them; reports what is none.
  func clockRanges(of subject: String, _ diagnostics: inout Diagnostics) -> [(ClockRange, YAMLNode)]
  {
    var all: [(ClockRange, YAMLNode)] = []
    for node in elements(of: subject, &diagnostics) {
      guard let text = node.text(of: "'\(subject)'", &diagnostics) else { continue }
      do throws(HoursError) {
        all += try ClockRange.list(written: text).map { ($0, node) }
      } catch {
        node.report(error, &diagnostics)
      }
    }
    return all
  }

  /// Reads hours by day, such as `{mon-fri: 08:00-16:00}`; reports what is none.
  func hoursByDay(
    of subject: String, _ diagnostics: inout Diagnostics
  ) -> [(entry: WeeklyHours.Entry, node: YAMLNode)] {
    var all: [(entry: WeeklyHours.Entry, node: YAMLNode)] = []
    guard case .mapping = content else {
      diagnostics.error(
        "team.hours", "'\(subject)' names no days", at: firstLine,
        fixIt:
          "write {mon-fri: \(plainText?.contains(":") == true ? plainText ?? "" : "08:00-16:00")}")
      return []
    }
    for entry in entries(of: "'\(subject)'", &diagnostics) {
      do throws(HoursError) {
        let days = try Weekday.days(written: entry.keyText)
        for (range, node) in entry.value.clockRanges(of: subject, &diagnostics) {
          all += days.map { (.init(day: $0, range: range), node) }
        }
      } catch {
        entry.key.report(error, &diagnostics)
      }
    }
    return all
  }

  private func report(_ error: HoursError, _ diagnostics: inout Diagnostics) {
    diagnostics.error(
      "team.hours", error.message, at: error.utf8.map { place(ofUTF8: $0) } ?? place,
      fixIt: error.suggestion)
  }
}

extension Shape {
  /// Hours of a day, one or several.
  static let clockRanges: Shape = {
    let range = Shape.written("hours", example: "08:00-16:00", pattern: ClockRange.pattern)
    return .list(of: range)
  }()

  /// Hours by day.
  static let hoursByDay = Shape.mapping(
    from: .written("days", example: "mon-fri", pattern: Weekday.pattern), to: clockRanges)
}

extension ClockRange {
  /// Whether hours that belong to the same day lie within these; after midnight of a night shift too.
  func holds(_ inner: ClockRange) -> Bool {
    [inner.opens, inner.opens + 86_400].contains { $0 >= opens && $0 + inner.length <= closes }
  }

  /// When hours within these begin (unit: s after the midnight before opening).
  func begin(of inner: ClockRange) -> Int {
    inner.opens >= opens ? inner.opens : inner.opens + 86_400
  }
}
