/// The header lines above an earlier mail, as Outlook and webmails write them into the text.
struct MailHeaders {
  enum Kind: CaseIterable, Sendable { case from, sent, date, to, copy, subject, other }

  /// One line "Name: value".
  struct Header {
    let kind: Kind
    /// Whether its value holds an e-mail address.
    let isAddressed: Bool
  }

  private var kinds = Set<Kind>()
  private var isAddressed = false

  var isEmpty: Bool { kinds.isEmpty }

  mutating func add(_ header: Header) {
    kinds.insert(header.kind)
    isAddressed = isAddressed || header.isAddressed
  }

  /// Whether the headers gathered are those of a mail: at least two, one of them the sender's, and
  /// either an address or what only mails have. "Od: 8:00", "Do: 16:00" are opening hours.
  var isMail: Bool {
    kinds.subtracting([.other]).count >= 2 && kinds.contains(.from)
      && (isAddressed || kinds.contains(.sent) || kinds.contains(.subject))
  }

  /// Names by kind: English, Polish, Czech, Slovak, German; folded.
  private static let names: [(Kind, [String])] = [
    (.from, ["from", "od", "von", "nadawca", "odesilatel", "odosielatel", "absender"]),
    (
      .sent,
      ["sent", "wyslano", "wyslane", "wyslana", "odeslano", "poslano", "odoslane", "gesendet"]
    ),
    (.date, ["date", "data", "datum", "data wyslania", "datum odeslani"]),
    (.to, ["to", "do", "komu", "pre", "an", "adresat", "prijemce", "prijemca", "odbiorca"]),
    (
      .copy,
      [
        "cc", "dw", "kopie", "kopia", "udw", "bcc", "kopie skryta", "skryta kopie",
        "do wiadomosci",
      ]
    ),
    (.subject, ["subject", "temat", "tytul", "predmet", "vec", "betreff"]),
    (
      .other,
      [
        "importance", "priority", "attachments", "reply-to", "waznosc", "priorytet", "zalaczniki",
        "dulezitost", "priorita", "prilohy", "dolezitost", "wichtigkeit", "anlagen",
        "odpowiedz do", "sensitivity",
      ]
    ),
  ]

  private static let kindsByName: [[UInt8]: Kind] = {
    var kinds: [[UInt8]: Kind] = [:]
    for (kind, names) in names {
      for name in names { kinds[Array(name.utf8)] = kind }
    }
    return kinds
  }()

  /// The headers of a mail are among this many lines.
  static let mostLines = 24

  /// The longest name (unit: folded bytes).
  private static let longestName = 14

  /// The header that a line is; nil when it is none. Asterisks around the name are left out, since
  /// converted mails have them for bold letters.
  static func header(_ line: LineBytes) -> Header? {
    let isAsterisk: (UInt8) -> Bool = { $0 == UInt8(ascii: "*") }
    guard line.prefix(longestName + 8).contains(UInt8(ascii: ":")) else { return nil }
    let line = line.drop(while: isAsterisk)
    guard let colon = line.prefix(longestName + 4).firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    var name = line[..<colon]
    while let last = name.last, isAsterisk(last) || last == UInt8(ascii: " ") { name.removeLast() }
    guard let kind = kindsByName[Array(name)] else { return nil }
    let value = line[(colon + 1)...].drop { isAsterisk($0) || $0 == UInt8(ascii: " ") }
    let isAddressed = value.contains(UInt8(ascii: "@"))
    // "Od: 8:00" names no sender.
    if kind == .from, !isAddressed, let first = value.first, first.isDigit { return nil }
    return Header(kind: kind, isAddressed: isAddressed)
  }
}
