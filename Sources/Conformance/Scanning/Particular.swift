import Standards
import TextMatching
import Tickets

/// Something about the customer or the matter that customers are asked for.
enum Particular: CaseIterable {
  case orderNumber, contractNumber, customerNumber, phoneNumber, mailAddress, domain, personName,
    postalAddress, birthDate

  /// The words that name it.
  var list: Lexicon.List {
    switch self {
    case .orderNumber: .orderNumbers
    case .contractNumber: .contractNumbers
    case .customerNumber: .customerNumbers
    case .phoneNumber: .phoneNumbers
    case .mailAddress: .mailAddresses
    case .domain: .domains
    case .personName: .personNames
    case .postalAddress: .postalAddresses
    case .birthDate: .birthDates
    }
  }

  /// What it is called in reports.
  var inWords: String {
    switch self {
    case .orderNumber: "the number of the order"
    case .contractNumber: "the number of the contract"
    case .customerNumber: "the customer's number"
    case .phoneNumber: "the telephone number"
    case .mailAddress: "the e-mail address"
    case .domain: "the domain"
    case .personName: "the name"
    case .postalAddress: "the address"
    case .birthDate: "the date of birth"
    }
  }

  /// What a field of a ticket holds, as its name says: `order-number`, `nr_zamowienia`.
  init?(field: String) {
    let name = FoldedText(field).bytes
    func has(_ parts: StaticString...) -> Bool {
      parts.contains { part in part.withUTF8Buffer { name.contains($0) } }
    }
    if has("mail") {
      self = .mailAddress
    } else if has("domain", "domen") {
      self = .domain
    } else if has("phone", "telef", "mobile") {
      self = .phoneNumber
    } else if has("birth", "urodz", "naroz") {
      self = .birthDate
    } else if has("order", "zamow", "objedn") {
      self = .orderNumber
    } else if has("contract", "umow", "smlouv") {
      self = .contractNumber
    } else if has("address", "adres") {
      self = .postalAddress
    } else if has("customer", "client", "klient", "zakazn") {
      self = .customerNumber
    } else if name == Array("name".utf8) || name == Array("customer.name".utf8)
      || has("nazwisk", "prijmeni", "surname")
    {
      self = .personName
    } else {
      return nil
    }
  }

  // MARK: - What a text says

  /// Something that may be it, with whether the words beside it say so.
  struct Value: Hashable {
    let text: [UInt8]
    let isNamed: Bool
  }

  /// The most bytes between "order number" and the number.
  private static let reach = 24

  /// What a customer's message says of it.
  ///
  /// - Parameter naming: Where the words that name it stand (folded bytes, by start).
  func values(in text: FoldedText, naming: [Range<Int>]) -> [Value] {
    let bytes = text.bytes
    let longest = naming.map(\.count).max() ?? 0
    func isNamed(_ place: Range<Int>) -> Bool {
      // None that begins earlier reaches so far.
      let first = place.lowerBound - longest - Self.reach
      return naming.within(first..<max(first, place.lowerBound)).contains { name in
        // Some expressions take the first digit of the number with them.
        name.lowerBound < place.lowerBound && place.lowerBound - name.upperBound <= Self.reach
          && !bytes[min(name.upperBound, place.lowerBound)..<place.lowerBound].contains {
            "?!;".utf8.contains($0)
          }
      }
    }
    let tokens = Tokens.split(bytes)
    switch self {
    case .mailAddress:
      return tokens.filter { Tokens.isMailAddress(bytes[$0]) }.map {
        Value(text: Array(bytes[$0]), isNamed: isNamed($0))
      }
    case .domain:
      return tokens.compactMap { token in
        Tokens.domain(bytes[token]).map { Value(text: $0, isNamed: isNamed(token)) }
      }
    case .phoneNumber:
      return Tokens.digitRuns(bytes).filter { (9...15).contains($0.digits.count) }.map {
        Value(text: $0.digits, isNamed: isNamed($0.range))
      }
    case .birthDate:
      return tokens.filter { Tokens.isDateWithYear(bytes[$0]) }.compactMap {
        isNamed($0) ? Value(text: Array(bytes[$0]), isNamed: true) : nil
      }
    case .orderNumber, .contractNumber, .customerNumber:
      return tokens.filter { Tokens.isNumber(bytes[$0]) }.compactMap {
        isNamed($0) ? Value(text: Array(bytes[$0]), isNamed: true) : nil
      }
    case .postalAddress:
      return tokens.filter { bytes[$0].contains { $0 &- UInt8(ascii: "0") < 10 } }.compactMap {
        isNamed($0) ? Value(text: [], isNamed: false) : nil
      }
    case .personName:
      // Only the ticket's own field tells a name from other words.
      return []
    }
  }
}

/// Words as white space parts them, for what is no prose: numbers and addresses.
private enum Tokens {
  static func split(_ bytes: [UInt8]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      while position < bytes.count, isSpace(bytes[position]) { position += 1 }
      var start = position
      while position < bytes.count, !isSpace(bytes[position]) { position += 1 }
      var end = position
      while start < end, isMark(bytes[start]) { start += 1 }
      while start < end, isMark(bytes[end - 1]) { end -= 1 }
      if start < end { tokens.append(start..<end) }
    }
    return tokens
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
  private static func isMark(_ byte: UInt8) -> Bool { ".,;:!?()[]<>\"'#".utf8.contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  static func isMailAddress(_ token: ArraySlice<UInt8>) -> Bool {
    guard let at = token.firstIndex(of: UInt8(ascii: "@")), at > token.startIndex else {
      return false
    }
    return token[(at + 1)...].contains(UInt8(ascii: "."))
  }

  /// Endings that domains have here; others may be the name of a file.
  private static let endings = [
    "pl", "cz", "eu", "com", "net", "org", "info", "sk", "de", "io", "biz", "shop", "online",
    "store", "uk", "example",
  ]

  /// The domain that a token is, without `https://`, `www.` and what stands behind it.
  static func domain(_ token: ArraySlice<UInt8>) -> [UInt8]? {
    if token.contains(UInt8(ascii: "@")) { return nil }
    var rest = token
    for front in ["https://", "http://", "www."] where rest.starts(with: front.utf8) {
      rest = rest.dropFirst(front.utf8.count)
    }
    rest = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
    let labels = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let ending = labels.last,
      endings.contains(where: { $0.utf8.elementsEqual(ending) }),
      labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isOfLabel) })
    else { return nil }
    return Array(rest)
  }

  private static func isOfLabel(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || isDigit(byte) || byte == UInt8(ascii: "-")
  }

  /// The least digits of a number that somebody gave to an order.
  private static let leastDigits = 3

  /// Whether a token is a number as businesses give them: `12345`, `ZAM/2026/0042`.
  static func isNumber(_ token: ArraySlice<UInt8>) -> Bool {
    token.count(where: isDigit) >= leastDigits && !token.contains(UInt8(ascii: "@"))
  }

  /// Whether a token is a date with a year: `12.05.1980`, `1980-05-12`.
  static func isDateWithYear(_ token: ArraySlice<UInt8>) -> Bool {
    let parts = token.split { ".-/".utf8.contains($0) }
    return parts.count == 3 && parts.allSatisfy { $0.allSatisfy(isDigit) && $0.count <= 4 }
      && (parts.first?.count == 4 || parts.last?.count == 4)
  }

  /// Digits with no more than a space, hyphen or bracket between them.
  static func digitRuns(_ bytes: [UInt8]) -> [(range: Range<Int>, digits: [UInt8])] {
    var runs: [(range: Range<Int>, digits: [UInt8])] = []
    var position = 0
    while position < bytes.count {
      guard isDigit(bytes[position]) else {
        position += 1
        continue
      }
      let start = position
      var end = position
      var digits: [UInt8] = []
      while position < bytes.count, position - end <= 1 {
        if isDigit(bytes[position]) {
          digits.append(bytes[position])
          end = position + 1
        } else if !" -()".utf8.contains(bytes[position]) {
          break
        }
        position += 1
      }
      runs.append((start..<end, digits))
    }
    return runs
  }
}

extension [UInt8] {
  /// Whether some bytes follow one another in it.
  ///
  /// - Complexity: O(count · bytes): for names.
  fileprivate func contains(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !part.isEmpty, part.count <= count else { return part.isEmpty }
    return (0...count - part.count).contains { self[$0...].starts(with: part) }
  }
}
