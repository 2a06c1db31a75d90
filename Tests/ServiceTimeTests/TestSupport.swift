import Foundation
import ServiceTime

/// A generator with a seed, so that a failing case comes again (SplitMix64, public domain).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// An instant as ISO 8601 writes it: `2026-03-02T08:01:00Z`.
func instant(_ text: String) throws -> Instant {
  try OffsetInstant(iso8601: text.utf8).instant
}

/// A date as ISO 8601 writes it: `2026-03-02`.
func date(_ text: String) throws -> CivilDate {
  try CivilDate(daysSince1970: instant(text + "T00:00:00Z").seconds / 86_400)
    .orThrow(BadTestData(text: text))
}

/// A week from days and hours as a catalogue writes them.
func week(_ days: [(String, String)]) throws -> WeeklyHours {
  var entries: [WeeklyHours.Entry] = []
  for (key, hours) in days {
    let ranges = try ClockRange.list(written: hours)
    for day in try Weekday.days(written: key) {
      entries += ranges.map { WeeklyHours.Entry(day: day, range: $0) }
    }
  }
  return try WeeklyHours(entries)
}

/// Opening hours without exceptions.
func desk(_ zone: String, _ days: (String, String)...) throws -> OpeningHours {
  OpeningHours(zone: try .named(zone), week: try week(days))
}

struct BadTestData: Error { let text: String }

extension Optional {
  func orThrow(_ error: some Error) throws -> Wrapped {
    guard let self else { throw error }
    return self
  }
}

/// The shared folder with independent expected values, next to the project.
enum SharedReference {
  static let clock: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["KWADRANS_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    let clock = shared.appending(path: "reference/clock")
    return FileManager.default.fileExists(atPath: clock.path) ? clock : nil
  }()

  static var isPresent: Bool { clock != nil }

  /// A file of the folder, decoded.
  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = try clock.orThrow(BadTestData(text: name))
    return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
  }
}
