/// Numbers that prove themselves: digits of which some are worked out from the others.
enum CheckDigits {
  /// Whether digits (each 0 to 9) are a payment card's: 13 to 19 of them, by Luhn's formula (ISO/IEC
  /// 7812-1).
  static func isCard(_ digits: [Int]) -> Bool {
    guard (13...19).contains(digits.count), digits.contains(where: { $0 != 0 }) else {
      return false
    }
    let sum = digits.reversed().enumerated().reduce(0) { sum, place in
      let doubled = place.offset.isMultiple(of: 2) ? place.element : 2 * place.element
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum.isMultiple(of: 10)
  }

  /// Whether eleven digits are a PESEL, the number of a person in Poland: a date of birth, and a check
  /// digit with the weights 1, 3, 7, 9 (Act on the population register, 2010).
  static func isPESEL(_ digits: [Int]) -> Bool {
    guard digits.count == 11 else { return false }
    let month = (10 * digits[2] + digits[3]) % 20
    let day = 10 * digits[4] + digits[5]
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]
    return zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }.isMultiple(of: 10)
  }

  /// Whether nine or ten digits are a rodné číslo, the number of a person in Czechia and Slovakia: a date
  /// of birth, and of ten digits the last one divides the number by 11 (Act 133/2000). Nine digits, until
  /// 1953, have no check digit.
  static func isRodneCislo(_ digits: [Int]) -> Bool {
    guard digits.count == 9 || digits.count == 10 else { return false }
    let month = 10 * digits[2] + digits[3]
    let day = 10 * digits[4] + digits[5]
    let isMonth = [0, 20, 50, 70].contains { (1...12).contains(month - $0) }
    guard isMonth, (1...31).contains(day) else { return false }
    guard digits.count == 10 else { return true }
    let rest = digits.dropLast().reduce(0) { (10 * $0 + $1) % 11 }
    return rest % 10 == digits[9]
  }

  /// Whether digits are a Polish account number without its country: an IBAN that begins behind `PL`.
  static func isPolishAccount(_ digits: [Int]) -> Bool {
    guard digits.count == 26 else { return false }
    let turned = digits.dropFirst(2) + [2, 5, 2, 1] + digits.prefix(2)
    return turned.reduce(0) { (10 * $0 + $1) % 97 } == 1
  }

  /// How many of the characters are the longest IBAN that they begin with, in which single spaces may
  /// stand; nil where they begin with none (ISO 13616: remainder 1 by 97 with the first four at the end).
  ///
  /// - Parameter bytes: Folded text, from its first letter on.
  static func ibanLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    var head: [Int] = []
    var rest = 0
    var count = 0
    var longest: Int?
    var offset = 0
    for byte in bytes {
      offset += 1
      guard let value = value(byte) else {
        guard byte == UInt8(ascii: " "), count > 3, bytes[bytes.startIndex + offset - 2] != byte
        else {
          break
        }
        continue
      }
      count += 1
      if count > 34 { break }
      let isLetter = value > 9
      guard count > 4 || isLetter == (count < 3) else { return nil }
      if count <= 4 { head.append(value) } else { rest = append(value, to: rest) }
      let next = bytes.startIndex + offset
      let isEnd = next >= bytes.endIndex || self.value(bytes[next]) == nil
      if count >= 15, isEnd, head.reduce(rest, { append($1, to: $0) }) == 1 { longest = offset }
    }
    return longest
  }

  /// Letters count from 10 (`a`) to 35.
  private static func value(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }

  private static func append(_ value: Int, to rest: Int) -> Int {
    (rest * (value > 9 ? 100 : 10) + value) % 97
  }
}
