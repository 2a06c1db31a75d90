/// The words of a folded text as features and concepts see them.
enum Words {
  struct Word {
    let start: Int
    let end: Int
    let isNumber: Bool
  }

  /// The next word: letters and digits with single apostrophes within, or one of the marks `? ! $ %`.
  ///
  /// - Parameter take: Gets the word's bytes one after the other.
  @inline(__always)
  static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int, _ take: (UInt8) -> Void = { _ in }
  ) -> Word? {
    var position = from
    while position < end {
      let byte = bytes[position]
      if isPart(byte) {
        let start = position
        while position < end {
          let byte = bytes[position]
          if isPart(byte) {
            take(byte)
            position += 1
          } else if byte == UInt8(ascii: "'"), position > start, position + 1 < end,
            isLetter(bytes[position + 1])
          {
            take(byte)
            take(bytes[position + 1])
            position += 2
          } else {
            break
          }
        }
        return Word(start: start, end: position, isNumber: isDigit(byte))
      }
      if isMark(byte) {
        take(byte)
        return Word(start: position, end: position + 1, isNumber: false)
      }
      position += 1
    }
    return nil
  }

  /// A small letter or digit of ASCII, or part of another character.
  @inline(__always)
  static func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "%")
  }

  /// A mark that joins two numbers to one of its own kind: a time, a date, an amount.
  @inline(__always)
  static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",")
  }
}
