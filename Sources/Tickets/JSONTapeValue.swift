/// A value on simdjson's tape, valid until the parser gets its next text.
///
/// The tape is a list of 64-bit words; the highest byte is a letter for the type. An array or object
/// knows where it ends, so whole values are skipped in one step.
///
/// Source: simdjson, doc/tape.md.
package struct JSONTapeValue {
  package enum Kind {
    case null, bool(Bool), integer(Int), unsigned(UInt), number(Double), string, array, object
  }

  private let tape: UnsafePointer<UInt64>
  private let strings: UnsafePointer<UInt8>
  private let index: Int

  /// The value at a word of a tape that simdjson made and found good.
  init(tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>, index: Int) {
    self.tape = tape
    self.strings = strings
    self.index = index
  }

  private var letter: UInt8 { UInt8(truncatingIfNeeded: tape[index] >> 56) }

  private var payload: UInt64 { tape[index] & 0x00FF_FFFF_FFFF_FFFF }

  package var kind: Kind {
    switch letter {
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "l"): .integer(Int(Int64(bitPattern: tape[index + 1])))
    case UInt8(ascii: "u"): .unsigned(UInt(tape[index + 1]))
    case UInt8(ascii: "d"): .number(Double(bitPattern: tape[index + 1]))
    case UInt8(ascii: "t"): .bool(true)
    case UInt8(ascii: "f"): .bool(false)
    default: .null
    }
  }

  package var isNull: Bool { letter == UInt8(ascii: "n") }

  /// The UTF-8 of a string, without its escapes; nil for other values.
  package var utf8: UnsafeBufferPointer<UInt8>? {
    guard letter == UInt8(ascii: "\"") else { return nil }
    let start = strings + Int(payload)
    let count = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return UnsafeBufferPointer(start: start + 4, count: Int(count))
  }

  /// The text of a string; nil for other values.
  package var string: String? {
    utf8.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The values in an array; in an object its names and values by turns; else nothing.
  package var children: Children {
    let isContainer = letter == UInt8(ascii: "{") || letter == UInt8(ascii: "[")
    return Children(
      tape: tape, strings: strings, index: index + 1, end: isContainer ? indexBehind - 1 : index + 1
    )
  }

  /// How many values an array has, or members an object; 2²⁴ − 1 stands for that many or more.
  package var count: Int { Int(payload >> 32) }

  /// Where the next value stands.
  private var indexBehind: Int {
    switch letter {
    case UInt8(ascii: "{"), UInt8(ascii: "["): Int(payload & 0xFFFF_FFFF)
    case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): index + 2
    default: index + 1
    }
  }

  package struct Children: Sequence, IteratorProtocol {
    fileprivate let tape: UnsafePointer<UInt64>
    fileprivate let strings: UnsafePointer<UInt8>
    fileprivate var index: Int
    fileprivate let end: Int

    package mutating func next() -> JSONTapeValue? {
      guard index < end else { return nil }
      let value = JSONTapeValue(tape: tape, strings: strings, index: index)
      index = value.indexBehind
      return value
    }
  }
}
