import Diagnostics
import ServiceTime
import Tickets

/// A question about opening hours, as one line of JSON asks it.
///
/// ```
/// {"id": 1, "op": "between", "tz": "Europe/Warsaw", "hours": {"mon": [["09:00","17:00"]]},
///  "start": "2026-03-02T08:00:00+01:00", "end": "2026-03-02T10:00:00+01:00"}
/// ```
struct ClockQuestion {
  /// A name that a question may have.
  enum Key: Int, CaseIterable {
    case id, op, tz, hours, holidays, overrides, start, end, seconds

    var name: String { "\(self)" }
  }

  /// What is asked of the hours.
  enum Operation {
    case between(Instant, Instant)
    case add(seconds: Int, to: Instant)
  }

  /// The values by ``Key``; what is missing or null is nil.
  private var values = [JSONTapeValue?](repeating: nil, count: Key.allCases.count)
  /// Which member the id is (0-based).
  private(set) var idMember: Int?
  /// The first thing that is wrong with the names.
  private(set) var fault: ClockQuestionError?

  /// Looks at the members of a line's object.
  ///
  /// - Complexity: O(members).
  init(_ object: JSONTapeValue, _ names: inout ClockQuestionNames) {
    var seen: UInt = 0
    var children = object.children
    var member = 0
    while let name = children.next()?.utf8, let value = children.next() {
      defer { member += 1 }
      guard let key = names.key(name) else {
        fault = fault ?? names.fault(of: String(decoding: name, as: UTF8.self))
        continue
      }
      if key == .id, idMember == nil { idMember = member }
      let bit: UInt = 1 << UInt(key.rawValue)
      if seen & bit != 0 { fault = fault ?? .repeated(key.name) }
      seen |= bit
      values[key.rawValue] = value.isNull ? nil : value
    }
  }

  /// The value of a name; nil when it is missing or null.
  subscript(key: Key) -> JSONTapeValue? { values[key.rawValue] }

  /// Reads what is asked.
  func operation() throws(ClockQuestionError) -> Operation {
    let known = #""between" or "add""#
    guard let op = self[.op] else { throw .missing("op", like: known) }
    switch op.string {
    case "between"?:
      let start = try instant(.start)
      let end = try instant(.end)
      guard start <= end else { throw .endsBeforeStart }
      return .between(start, end)
    case "add"?:
      let start = try instant(.start)
      return .add(seconds: try seconds(), to: start)
    case let other?:
      throw .wrong("op", "names no operation: '\(shortened(other))'", like: known)
    case nil:
      throw .wrong("op", "is no text", like: known)
    }
  }

  private func instant(_ key: Key) throws(ClockQuestionError) -> Instant {
    let like = #""2026-03-02T08:00:00+01:00""#
    guard let value = self[key] else { throw .missing(key.name, like: like) }
    guard let text = value.utf8 else { throw .wrong(key.name, "is no text", like: like) }
    do throws(InstantError) {
      return try OffsetInstant(iso8601: text).instant
    } catch {
      throw .text(key.name, "\(error)")
    }
  }

  private func seconds() throws(ClockQuestionError) -> Int {
    guard let value = self[.seconds] else { throw .missing("seconds", like: "3600") }
    let seconds: Int? =
      switch value.kind {
      case .integer(let whole): whole
      case .number(let number): Int(exactly: number)
      default: nil
      }
    guard let seconds, seconds >= 0 else {
      throw .wrong(
        "seconds", "is no whole number of 0 or more", like: "a whole number, such as 3600")
    }
    return seconds
  }
}
