import Diagnostics

/// Counts events of types that kwadrans does not know.
struct UnknownTypes {
  private struct Entry {
    var count = 0
    let known: String?
  }

  private var entries: [String: Entry] = [:]

  /// Files may be made of ever new types by mistake; memory must not grow with them.
  private static let mostTypes = 1000

  /// Counts one event.
  ///
  /// - Returns: The known type for which this one looks like a slip, if any.
  mutating func count(_ type: String) -> String? {
    if entries[type] == nil {
      guard entries.count < Self.mostTypes else { return nil }
      entries[type] = Entry(
        known: nearestName(to: type, among: EventType.allCases.lazy.map(\.rawValue)))
    }
    entries[type]?.count += 1
    return entries[type]?.known
  }

  /// How often each type was seen, in the order of their names; at most 1,000 types.
  var all: [(type: String, count: Int)] {
    entries.map { ($0.key, $0.value.count) }.sorted { $0.type < $1.type }
  }
}
