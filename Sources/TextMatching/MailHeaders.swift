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

  private static let kinds = Openings(
    names.flatMap { kind, names in names.map { ($0, kind) } })

  /// The headers of a mail are among this many lines.
  static let mostLines = 24

  /// The header that a line is; nil when it is none. Asterisks around the name are left out, since
  /// converted mails have them for bold letters.
  static func header(_ line: LineBytes) -> Header? {
    var start = 0
    while start < line.count, line[start] == UInt8(ascii: "*") { start += 1 }
    guard let (length, kind) = kinds.word(of: line.from(start)) else { return nil }
    var colon = start + length
    while colon < line.count, isFiller(line[colon]) { colon += 1 }
    guard colon < line.count, line[colon] == UInt8(ascii: ":") else { return nil }
    var value = colon + 1
    while value < line.count, isFiller(line[value]) { value += 1 }
    let isAddressed = line.from(value).contains(UInt8(ascii: "@"))
    // "Od: 8:00" names no sender.
    if kind == .from, !isAddressed, value < line.count, line[value].isDigit { return nil }
    return Header(kind: kind, isAddressed: isAddressed)
  }

  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: " ")
  }
}
