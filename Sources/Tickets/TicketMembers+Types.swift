import Diagnostics
import ServiceTime

// Members with the types that a ticket is made of. Each of these takes the member, returns nil when
// it is missing or null, and throws when it is of another type.

extension TicketMembers {
  /// A text, perhaps empty.
  mutating func text(_ key: TicketKey) throws(TicketFault) -> String? {
    guard let value = take(key) else { return nil }
    guard let text = value.string else {
      throw wrongType(key, value, expected: "a text in double quotes")
    }
    return text
  }

  /// A short text such as an id or a channel; helpdesks also number these. Empty is as good as missing.
  mutating func word(_ key: TicketKey) throws(TicketFault) -> String? {
    guard let value = take(key) else { return nil }
    switch value.kind {
    case .string:
      guard let text = value.string, !text.isEmpty else { return nil }
      return text
    case .integer(let number): return String(number)
    case .unsigned(let number): return String(number)
    default: throw wrongType(key, value, expected: "a text in double quotes")
    }
  }

  mutating func bool(_ key: TicketKey) throws(TicketFault) -> Bool? {
    guard let value = take(key) else { return nil }
    guard case .bool(let bool) = value.kind else {
      throw wrongType(key, value, expected: "true or false")
    }
    return bool
  }

  /// A number in a range.
  mutating func number(
    _ key: TicketKey, in range: ClosedRange<Double>
  ) throws(TicketFault) -> Double? {
    guard let value = take(key) else { return nil }
    let number: Double
    switch value.kind {
    case .integer(let whole): number = Double(whole)
    case .unsigned(let whole): number = Double(whole)
    case .number(let double): number = double
    default: throw wrongType(key, value, expected: "a number")
    }
    guard range.contains(number) else {
      throw fault(
        key, id: "ticket.out-of-range", "is \(Self.shown(number))",
        fixIt: "write a number from \(Self.shown(range.lowerBound)) to "
          + Self.shown(range.upperBound))
    }
    return number
  }

  /// An object, which a message shows like `example`.
  mutating func object(
    _ key: TicketKey, like example: String
  ) throws(TicketFault) -> JSONTapeValue? {
    guard let value = take(key) else { return nil }
    guard case .object = value.kind else {
      throw wrongType(key, value, expected: "an object: \(example)")
    }
    return value
  }

  /// One of a few words.
  mutating func choice<Choice>(
    _ key: TicketKey, in choices: NameTable<Choice>
  ) throws(TicketFault) -> Choice? {
    guard let value = take(key) else { return nil }
    let utf8 = value.utf8
    if let choice = utf8.flatMap(choices.name) { return choice }
    let all = Choice.allCases.map { $0.rawValue }
    guard let utf8 else {
      throw wrongType(key, value, expected: "one of \(all.joined(separator: ", "))")
    }
    let word = String(decoding: utf8, as: UTF8.self)
    let advice = nearestName(to: word, among: all).map { "did you mean '\($0)'? use" } ?? "use"
    throw fault(
      key, id: "ticket.unknown-value", "is \(quoted(word)), which kwadrans does not know",
      fixIt: "\(advice) one of \(all.joined(separator: ", "))")
  }

  /// A moment with its offset from UTC.
  mutating func instant(_ key: TicketKey) throws(TicketFault) -> OffsetInstant? {
    guard let value = take(key) else { return nil }
    guard let utf8 = value.utf8 else {
      throw wrongType(key, value, expected: "a text such as \"2026-03-02T08:01:00+01:00\"")
    }
    do throws(InstantError) {
      return try OffsetInstant(iso8601: utf8)
    } catch {
      throw fault(key, id: "ticket.bad-time", "is no time: \(error.problem)", fixIt: error.advice)
    }
  }

  /// A member is of the wrong type.
  func wrongType(_ key: TicketKey, _ value: JSONTapeValue, expected: String) -> TicketFault {
    fault(key, id: "ticket.wrong-type", "is \(value.kind.phrase)", fixIt: "write \(expected)")
  }

  private static func shown(_ number: Double) -> String {
    var json = JSONWriter()
    json.number(number)
    return json.string
  }
}

extension JSONTapeValue.Kind {
  /// What a message calls it.
  var phrase: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .unsigned, .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
