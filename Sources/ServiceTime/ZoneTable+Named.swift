import Diagnostics
import FoundationEssentials
// FoundationEssentials alone knows no zone but GMT.
import FoundationInternationalization
import Synchronization

extension ZoneTable {
  /// The clocks of a place, such as `Europe/Warsaw`, or `UTC`.
  ///
  /// Built at the first call and kept; safe from any thread.
  ///
  /// - Throws: ``ZoneError`` for a name that is no place in the time-zone database.
  /// - Complexity: about 1 ms the first time, then a look-up.
  package static func named(_ identifier: String) throws(ZoneError) -> ZoneTable {
    if let known = known.withLock({ $0[identifier] }) { return known }
    let table = try build(identifier)
    known.withLock { $0[identifier] = table }
    return table
  }

  private static let known = Mutex<[String: ZoneTable]>([:])

  private static func build(_ identifier: String) throws(ZoneError) -> ZoneTable {
    if ["UTC", "Etc/UTC"].contains(identifier) {
      return ZoneTable(identifier: identifier, firstOffset: 0, changes: [])
    }
    let isPlace = identifier.contains("/") && !identifier.hasPrefix("Etc/")
    guard isPlace, let zone = TimeZone(identifier: identifier) else {
      throw refusal(of: identifier)
    }
    // A day more on either side, so that local midnights of the first and last year are right.
    var date = Date(timeIntervalSince1970: Double(CalendarYears.start - 86_400))
    let end = Date(timeIntervalSince1970: Double(CalendarYears.end + 86_400))
    let first = zone.secondsFromGMT(for: date)
    var changes: [(at: Int, offset: Int)] = []
    while let next = zone.nextDaylightSavingTimeTransition(after: date), date < next, next < end {
      date = next
      guard let seconds = Int(exactly: next.timeIntervalSince1970.rounded()) else { break }
      changes.append((at: seconds, offset: zone.secondsFromGMT(for: next)))
    }
    return ZoneTable(identifier: identifier, firstOffset: first, changes: changes)
  }

  private static func refusal(of identifier: String) -> ZoneError {
    let name = identifier.uppercased()
    if let example = examples[name] { return .noPlace(identifier, example: example) }
    let isOffset = ["GMT", "UTC", "ETC/", "+", "-"].contains { name.hasPrefix($0) }
    let isAbbreviation = !name.contains("/") && TimeZone(identifier: identifier) != nil
    if isOffset || isAbbreviation {
      return .noPlace(identifier, example: "Europe/Warsaw")
    }
    let places = TimeZone.knownTimeZoneIdentifiers
    // "Warsaw" is nearer to Europe/Warsaw than to any name that is spelt alike.
    let city = places.first { place in
      place.split(separator: "/").last.map { $0.uppercased() } == name
    }
    return .unknown(identifier, nearest: city ?? nearestName(to: identifier, among: places))
  }

  /// Abbreviations of which people think as time zones, with a place that uses them.
  private static let examples = [
    "CET": "Europe/Warsaw", "CEST": "Europe/Warsaw", "MET": "Europe/Prague",
    "EET": "Europe/Helsinki", "EEST": "Europe/Helsinki", "WET": "Europe/Lisbon",
    "GMT": "Europe/London", "BST": "Europe/London", "MSK": "Europe/Moscow",
    "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York",
    "CST": "America/Chicago", "CDT": "America/Chicago", "MST": "America/Denver",
    "MDT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "PT": "America/Los_Angeles", "IST": "Asia/Kolkata", "JST": "Asia/Tokyo",
    "POLAND": "Europe/Warsaw",
  ]
}
