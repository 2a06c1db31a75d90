/// E-mail addresses and account numbers in folded text.
enum Addresses {
  /// The e-mail addresses.
  ///
  /// - Complexity: O(length): what stands between two `@` is read at most twice.
  static func mail(_ bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for at in bytes.indices where bytes[at] == UInt8(ascii: "@") {
      var start = at
      while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
      var end = at + 1
      while end < bytes.count, isDomain(bytes[end]) { end += 1 }
      while end > at + 1, !isWordOrDigit(bytes[end - 1]) { end -= 1 }
      guard start < at, bytes[at..<end].contains(UInt8(ascii: ".")) else { continue }
      found.append(start..<end)
    }
    return found
  }

  /// The international account numbers (IBAN).
  ///
  /// - Complexity: O(length): from each letter at most 70 bytes are read.
  static func accounts(_ bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at + 4 <= bytes.count {
      let isFree = at == 0 || !isWordOrDigit(bytes[at - 1])
      if isFree, let length = CheckDigits.ibanLength(bytes[at...].prefix(longestAccount)) {
        found.append(at..<at + length)
        at += length
      } else {
        at += 1
      }
    }
    return found
  }

  private static let longestAccount = 70

  private static func isWordOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isWordOrDigit(byte) || "._%+-'".utf8.contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    isWordOrDigit(byte) || ".-".utf8.contains(byte)
  }
}
