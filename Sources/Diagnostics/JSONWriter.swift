/// Writes JSON into bytes; commas come by themselves.
///
/// ```swift
/// var json = JSONWriter()
/// json.object {
///   $0.key("id")
///   $0.string("first-reply")
///   $0.key("minutes")
///   $0.array { $0.int(15); $0.number(0.5) }
/// }
/// // {"id":"first-reply","minutes":[15,0.5]}
/// ```
///
/// It writes what it is told: a key must be followed by one value, and an object may hold keys only,
/// each once. Debug builds check the last.
package struct JSONWriter: Sendable {
  /// What has been written so far (UTF-8).
  package private(set) var bytes: [UInt8] = []
  /// Whether something stands before the next key or value in the same object or array.
  private var needsComma = false
  /// The keys of each object that is being written; in debug builds.
  private var keys: [Set<String>] = []

  /// Creates an empty writer with room for so many bytes.
  package init(reservingCapacity capacity: Int = 0) {
    bytes.reserveCapacity(max(capacity, 0))
  }

  /// What has been written so far, as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object; `body` writes its keys and values.
  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    open(UInt8(ascii: "{"))
    assert(beginKeys())
    defer { assert(endKeys()) }
    try body(&self)
    close(UInt8(ascii: "}"))
  }

  private mutating func beginKeys() -> Bool {
    keys.append([])
    return true
  }

  private mutating func endKeys() -> Bool { keys.popLast() != nil }

  private mutating func isNew(_ key: String) -> Bool {
    guard let last = keys.indices.last else { return true }
    return keys[last].insert(key).inserted
  }

  /// Writes an array; `body` writes its values.
  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    open(UInt8(ascii: "["))
    try body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes the name of the value that follows: one of ours, in which nothing is to be escaped.
  package mutating func key(_ name: StaticString) {
    assert(isNew("\(name)"), "the key '\(name)' stands twice in an object")
    name.withUTF8Buffer { name in
      assert(Self.endOfPlainRun(in: name, from: 0) == name.count)
      writePlain(name, isKey: true)
    }
    needsComma = false
  }

  /// Writes the name of the value that follows.
  package mutating func key(named name: String) {
    assert(isNew(name), "the key '\(name)' stands twice in an object")
    write(name, isKey: true)
    needsComma = false
  }

  /// Writes a string, escaping only what JSON requires.
  package mutating func string(_ text: String) {
    write(text, isKey: false)
    needsComma = true
  }

  /// Writes a string, or `null` for none.
  package mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes a whole number.
  package mutating func int(_ value: Int) {
    appendDecimal(value.magnitude, isNegative: value < 0)
  }

  /// Writes a whole number, or `null` for none.
  package mutating func int(_ value: Int?) {
    if let value { int(value) } else { null() }
  }

  /// Writes a number with the fewest digits that read back to the same value; `12` for 12.0, and
  /// `null` for an infinite one or none.
  package mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    let size = value.magnitude
    // Up to 15 digits, m / 10^k is the number nearest to the decimal "m with k decimals", because
    // both are exact as Doubles and division rounds once. So the smallest k that gives the value
    // back is the shortest decimal. Most of our numbers have few decimals and allocate nothing.
    var power = 1.0
    for decimals in 0...6 {
      let scaled = (size * power).rounded()
      guard scaled < 1e15 else { break }
      if scaled / power == size {
        return appendDecimal(
          UInt(scaled), isNegative: value.sign == .minus, decimals: decimals)
      }
      power *= 10
    }
    separate()
    let digits = value.description
    bytes.append(contentsOf: (digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]).utf8)
  }

  /// Writes a number, or `null` for none.
  package mutating func number(_ value: Double?) {
    if let value { number(value) } else { null() }
  }

  /// Writes a whole number that chooses luck: as a string beyond 2⁵³, which most programs would round.
  package mutating func seed(_ seed: UInt64) {
    if seed <= 1 << 53 { int(Int(seed)) } else { string("\(seed)") }
  }

  /// Writes a value that is JSON already, such as a number of more digits than a Double has.
  package mutating func raw(_ json: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Writes members of an object that are JSON already, commas between them.
  package mutating func members(_ json: [UInt8]) {
    let comma = needsComma
    needsComma = true
    bytes.append(addingCapacity: json.count + 1) { (output: inout OutputSpan<UInt8>) in
      if comma { output.append(UInt8(ascii: ",")) }
      output.withUnsafeMutableBufferPointer { buffer, count in
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
        count += rest.update(fromContentsOf: json)
      }
    }
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    separate()
    if value {
      bytes.append(contentsOf: "true".utf8)
    } else {
      bytes.append(contentsOf: "false".utf8)
    }
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Ends a line of JSON Lines; the next value starts afresh.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Forgets everything written, to write the next batch.
  package mutating func removeAll(keepingCapacity: Bool = true) {
    bytes.removeAll(keepingCapacity: keepingCapacity)
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// Writes the comma before a key or value, if one is due; after it, one is due again.
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

// MARK: - Bytes

extension JSONWriter {
  /// Writes a string or a key, with the comma before it.
  private mutating func write(_ text: String, isKey: Bool) {
    // Native strings always have contiguous bytes; the copy serves any other.
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { write($0, isKey: isKey) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { write($0, isKey: isKey) } }
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>, isKey: Bool) {
    if Self.endOfPlainRun(in: text, from: 0) == text.count {
      writePlain(text, isKey: isKey)
    } else {
      writeEscaped(text, isKey: isKey)
    }
  }

  /// Writes what needs no escapes.
  private mutating func writePlain(_ text: UnsafeBufferPointer<UInt8>, isKey: Bool) {
    // One append for all of it: each checks anew that nobody shares the bytes.
    let comma = needsComma
    bytes.append(addingCapacity: text.count + 4) { (output: inout OutputSpan<UInt8>) in
      output.withUnsafeMutableBufferPointer { buffer, count in
        if comma {
          buffer[count] = UInt8(ascii: ",")
          count += 1
        }
        buffer[count] = UInt8(ascii: "\"")
        count += 1
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
        count += rest.update(fromContentsOf: text)
        buffer[count] = UInt8(ascii: "\"")
        count += 1
        if isKey {
          buffer[count] = UInt8(ascii: ":")
          count += 1
        }
      }
    }
  }

  private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>, isKey: Bool) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    while start < text.count {
      let end = Self.endOfPlainRun(in: text, from: start)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { break }
      appendEscape(of: text[end])
      start = end + 1
    }
    bytes.append(UInt8(ascii: "\""))
    if isKey { bytes.append(UInt8(ascii: ":")) }
  }

  /// The first byte from `start` on that needs an escape, or the end.
  private static func endOfPlainRun(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    // Eight bytes at a time: a byte's top bit is set in `found` if it is a quote, a backslash or
    // below 0x20 (the classic "has a zero byte" and "has a byte less than n").
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(text)
    while index + 8 <= text.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      let below = (word &- (ones &* 0x20)) & ~word
      let found = (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | below) & tops
      if found != 0 { break }
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
      index += 1
    }
    return index
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  /// Writes a number with its last `decimals` digits behind the point, and the comma before it.
  private mutating func appendDecimal(_ value: UInt, isNegative: Bool, decimals: Int = 0) {
    let comma = needsComma
    needsComma = true
    // A comma, a sign, 20 digits, a point, a zero before it.
    bytes.append(addingCapacity: 24) { (output: inout OutputSpan<UInt8>) in
      if comma { output.append(UInt8(ascii: ",")) }
      if isNegative { output.append(UInt8(ascii: "-")) }
      output.withUnsafeMutableBufferPointer { buffer, count in
        let start = count
        var rest = value
        var digits = 0
        while rest > 0 || digits <= decimals {
          if digits == decimals, decimals > 0 {
            buffer[count] = UInt8(ascii: ".")
            count += 1
          }
          let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
          buffer[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
          count += 1
          digits += 1
          rest = quotient
        }
        buffer[start..<count].reverse()
      }
    }
  }
}
