/// Why something on the command line could not be read; starts after the value itself.
struct UnreadableValue: Error, CustomStringConvertible {
  let description: String
}

/// A plain decimal number, such as `6` or `22.5`; no sign, no exponent, not `nan`.
struct Decimal: Hashable {
  /// At most 10^9, which is beyond any desk.
  let value: Double

  init(written: String) throws {
    value = try Self.value(written[...])
  }

  /// Reads digits with at most one point in them, times a power of ten.
  ///
  /// The power is part of the text that is converted, so that 99.9% is the number nearest 0.999.
  static func value(_ text: Substring, powerOfTen: Int = 0) throws -> Double {
    if text.contains(",") { throw UnreadableValue(description: "write decimals with a point") }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard (1...2).contains(parts.count), isPlain, let value = Double("\(text)e\(powerOfTen)") else {
      throw UnreadableValue(description: "write a plain number, such as 6 or 22.5")
    }
    guard value <= 1e9 else { throw UnreadableValue(description: "that is more than any desk has") }
    return value
  }
}

/// Mean arrivals over some time, such as `90/h`.
struct ArrivalRate: Hashable {
  /// Tickets in the time (≥ 0).
  let arrivals: Double
  /// That time (unit: s; > 0).
  let seconds: Double

  init(written: String) throws {
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    let units: [Substring: Double] = ["s": 1, "min": 60, "h": 3600, "day": 86_400]
    guard parts.count == 2, let seconds = units[parts[1].trimmed] else {
      throw UnreadableValue(description: "write a number and /s, /min, /h or /day, such as 90/h")
    }
    arrivals = try Decimal.value(parts[0].trimmed)
    self.seconds = seconds
  }
}

/// A length of time, such as `4min`, `240s` or `1h 30min`.
struct WrittenTime: Hashable {
  /// At most a year (unit: s; ≥ 0).
  let seconds: Double

  init(written: some StringProtocol) throws {
    let units: [Substring: Double] = ["s": 1, "min": 60, "h": 3600]
    var rest = Substring(written).trimmed
    var sum = 0.0
    repeat {
      let number = rest.prefix { !$0.isLetter && $0 != " " }
      let afterNumber = rest.dropFirst(number.count).trimmed
      let unit = afterNumber.prefix { $0.isLetter }
      guard !number.isEmpty, let seconds = units[unit] else {
        throw UnreadableValue(description: "write a number and s, min or h, such as 4min")
      }
      sum += try Decimal.value(number) * seconds
      rest = afterNumber.dropFirst(unit.count).trimmed
    } while !rest.isEmpty
    guard sum <= 366 * 86_400 else { throw UnreadableValue(description: "that is over a year") }
    seconds = sum
  }
}

/// A time that something takes, such as one ticket: more than nothing.
struct HandlingTime: Hashable {
  /// Unit: s; > 0.
  let seconds: Double

  init(written: String) throws {
    seconds = try WrittenTime(written: written).seconds
    guard seconds > 0 else {
      throw UnreadableValue(description: "write a time of more than nothing")
    }
  }
}

/// A share of something, such as `80%` or `0.8`.
struct Share: Hashable {
  /// More than 0, at most 1.
  let value: Double

  init(written: some StringProtocol) throws {
    let text = Substring(written).trimmed
    let isPercent = text.hasSuffix("%")
    value = try Decimal.value(
      isPercent ? text.dropLast().trimmed : text, powerOfTen: isPercent ? -2 : 0)
    guard value > 0, value <= 1 else {
      throw UnreadableValue(description: "write a share between 0% and 100%, such as 80% or 0.8")
    }
  }

  /// A share that is less than all, since no team is certain to answer everybody.
  init(partWritten written: some StringProtocol) throws {
    try self.init(written: written)
    guard value < 1 else {
      throw UnreadableValue(
        description: "no number of agents makes it certain; write less than 100%")
    }
  }
}

/// A share of tickets answered in a time, such as `80%/20s`.
struct AnswerTarget: Hashable {
  let share: Share
  /// Unit: s; ≥ 0.
  let seconds: Double

  init(written: String) throws {
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw UnreadableValue(description: "write a share and a time, such as 80%/20s")
    }
    share = try Share(partWritten: parts[0])
    seconds = try WrittenTime(written: parts[1]).seconds
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
