/// E-mail addresses and account numbers in folded text.
enum Addresses {
  /// The e-mail addresses.
  ///
  /// - Complexity: O(length): what stands between two `@` is read at most twice.
  static func mail(_ bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for at in bytes.indices {
      guard let behind = endOfSign(bytes, at) else { continue }
      // "jan (at) wp.pl"
      let isSpelt = bytes[at] != UInt8(ascii: "@")
      var local = at
      if isSpelt, local > 0, bytes[local - 1] == UInt8(ascii: " ") { local -= 1 }
      var start = local
      while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
      var domain = behind
      if isSpelt, domain < bytes.count, bytes[domain] == UInt8(ascii: " ") { domain += 1 }
      var end = domain
      while end < bytes.count, isDomain(bytes[end]) { end += 1 }
      while end > domain, !isWordOrDigit(bytes[end - 1]) { end -= 1 }
      guard start < local, bytes[domain..<end].contains(UInt8(ascii: ".")) else { continue }
      found.append(start..<end)
    }
    return found
  }

  /// Where the sign of an address ends that begins at a place: `@`, or what people write for it so that
  /// machines do not see it.
  private static func endOfSign(_ bytes: [UInt8], _ at: Int) -> Int? {
    if bytes[at] == UInt8(ascii: "@") { return at + 1 }
    guard "([{".utf8.contains(bytes[at]) else { return nil }
    let word = bytes[(at + 1)...].prefix { (0x61...0x7A).contains($0) }
    guard word.endIndex < bytes.count, ")]}".utf8.contains(bytes[word.endIndex]),
      signs.contains(word)
    else { return nil }
    return word.endIndex + 1
  }

  private static let signs = Set(["at", "malpa", "zavinac"].map { Array($0.utf8)[...] })

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
