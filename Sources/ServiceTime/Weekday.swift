/// A day of the week.
package enum Weekday: Int, Hashable, CaseIterable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The day as catalogues write it: `mon`.
  package var key: String { String(name.prefix(3)).lowercased() }

  /// The day in English: `Monday`.
  package var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The day after; after Sunday comes Monday.
  package var next: Weekday { Weekday(rawValue: rawValue % 7 + 1) ?? .monday }
}

extension CivilDate {
  /// The day of the week it is.
  package var dayOfWeek: Weekday { Weekday(rawValue: weekday) ?? .monday }
}
