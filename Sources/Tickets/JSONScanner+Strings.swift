extension JSONScanner {
  /// Steps over a text in double quotes.
  mutating func scanString() throws(JSONFault) {
    let start = position
    position += 1
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        try scanEscape()
      case 0..<0x20:
        throw fault(
          "a text holds a control character",
          #"write \t for a tab, \n for a new line, \u0000 to \u001f for others"#)
      default:
        position += 1
      }
    }
    position = start
    throw fault(
      "a text starts here and does not end on this line",
      #"close it by a double quote; inside it write \" for a quote and \n for a new line"#)
  }

  private mutating func scanEscape() throws(JSONFault) {
    let start = position
    position += 1
    guard let letter = next else { return }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"):
      let unit = try scanUnit(from: start)
      guard (0xD800..<0xE000).contains(unit) else { return }
      if unit < 0xDC00, hasLowHalf {
        position += 6
      } else {
        repairs.append(JSONRepair(kind: .halfCharacter, range: start..<start + 6))
      }
    default:
      position = start
      throw fault("a text holds a \\ that escapes nothing", #"write \\ for a backslash"#)
    }
  }

  /// Four hexadecimal digits.
  private mutating func scanUnit(from start: Int) throws(JSONFault) -> Int {
    guard let unit = unit(at: position) else {
      position = start
      throw fault("\\u needs four hexadecimal digits", #"write it like \u0142"#)
    }
    position += 4
    return unit
  }

  private var hasLowHalf: Bool {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\") else { return false }
    guard bytes[position + 1] == UInt8(ascii: "u"), let low = unit(at: position + 2) else {
      return false
    }
    return (0xDC00..<0xE000).contains(low)
  }

  private func unit(at start: Int) -> Int? {
    guard start + 4 <= bytes.count else { return nil }
    var unit = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit * 16 + Int(byte) - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit * 16 + Int(byte) - 0x57
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit * 16 + Int(byte) - 0x37
      default: return nil
      }
    }
    return unit
  }
}
