/// The words by which mail programs mark what the author did not write, folded.
enum MailMarks {
  /// What a line begins with, and what it may be.
  struct Row: Sendable {
    enum Kind: Sendable {
      /// A header above quoted lines.
      case attribution
      /// A note of the device.
      case device
    }
    let opening: [UInt8]
    let kind: Kind
  }

  /// How a header above quoted lines is recognised.
  enum Strength {
    /// By its words and a date: counts where quoted lines follow.
    case dated
    /// By its words and an e-mail address: counts always.
    case addressed
  }

  /// Headers are wrapped at most twice.
  static let mostAttributionLines = 3
  /// The longest header (unit: folded bytes).
  static let longestAttribution = 320
  /// The longest note of a device (unit: folded bytes).
  static let longestDeviceNote = 90
  /// Below a line `--` without its space, more lines than this are no signature.
  static let mostSignatureLines = 12

  private static let attributionOpenings = [
    "on ", "at ",  // English
    "w dniu ", "dnia ", "wiadomosc napisana przez ",  // Polish
    "pon", "wt", "sr", "czw", "pt", "sob", "niedz",  // Polish days of the week
    "dne ", "po ", "ut ", "st ", "ct ", "pa ", "so ", "ne ", "pi ", "stv ",  // Czech, Slovak
    "v pondeli ", "v utery ", "ve stredu ", "ve ctvrtek ", "v patek ", "v sobotu ", "v nedeli ",
    "dna ", "v pondelok ", "v utorok ", "v stredu ", "vo stvrtok ", "v piatok ", "v nedelu ",
    "am ",  // German
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
  ]

  /// A header ends with one of these and a colon.
  private static let attributionVerbs = [
    "wrote", "writes", "napisal", "napisala", "napisal(a)", "napisal/a", "pisze", "napsal",
    "napsala", "napsal(a)", "napsal/a", "schrieb", "geschrieben",
  ].map { Array(" \($0):".utf8) }

  /// A header contains one of these and ends with a name and a colon.
  private static let attributionMiddles = [" schrieb ", "wiadomosc napisana przez "]
    .map { Array($0.utf8) }

  private static let forwardTitles = Set(
    [
      "original message", "forwarded message", "begin forwarded message:", "original appointment",
      "wiadomosc oryginalna", "oryginalna wiadomosc", "wiadomosc przekazana",
      "przekazana wiadomosc", "wiadomosc przekazywana", "poczatek przekazywanej wiadomosci:",
      "poczatek przekazanej wiadomosci:", "przekazana dalej wiadomosc",
      "tresc przekazanej wiadomosci",
      "puvodni e-mail", "puvodni email", "puvodni zprava", "preposlana zprava", "predana zprava",
      "zacatek preposlane zpravy:", "zacatek predavane zpravy:", "preposlany e-mail",
      "povodna sprava", "povodny e-mail", "povodny email", "preposlana sprava",
      "zaciatok preposlanej spravy:",
      "ursprungliche nachricht", "urspruengliche nachricht", "originalnachricht",
      "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht:",
    ].map { Array($0.utf8) })

  private static let deviceOpenings = [
    "sent from ", "sent via ", "get outlook for ",
    "wyslane z ", "wyslano z ", "wyslane za pomoca ", "pobierz ", "uzyskaj ",
    "odeslano z ", "poslano z ", "odeslano pomoci ", "ziskat ", "ziskejte ", "stahnete si ",
    "odoslane z ", "poslane z ", "ziskajte ",
    "von meinem ", "gesendet von ", "gesendet mit ", "holen sie sich ",
  ]

  /// A note of a device names one of these, or the program on it.
  private static let devices = [
    "iphon", "ipad", "android", "samsung", "galaxy", "huawei", "xiaomi", "telefon", "smartfon",
    "smartphon", "mobil", "komork", "outlook", "yahoo", "gmail", "blackberry", "tablet", "handy",
    "mail for windows", "poczt", "posty pro windows", "my phone",
  ].map { Array($0.utf8) }

  /// The rows by their first byte, so that most lines are compared with few or none.
  private static let rowsByFirstByte: [[Row]] = {
    var rows = [[Row]](repeating: [], count: 256)
    let openings: [([String], Row.Kind)] = [
      (attributionOpenings, .attribution), (deviceOpenings, .device),
    ]
    for (texts, kind) in openings {
      for text in texts {
        let opening = Array(text.utf8)
        rows[Int(opening.first ?? 0)].append(Row(opening: opening, kind: kind))
      }
    }
    return rows
  }()

  /// The rows that a line begins with.
  static func rows(for line: ArraySlice<UInt8>) -> [Row] {
    guard let first = line.first else { return [] }
    return rowsByFirstByte[Int(first)].filter { line.starts(with: $0.opening) }
  }

  /// Whether a joined line that ends with a colon is the header of a quotation.
  static func attribution(_ line: [UInt8]) -> Strength? {
    let hasVerb =
      attributionVerbs.contains { line.suffix($0.count).elementsEqual($0) }
      || attributionMiddles.contains { line.contains($0) }
    let isAddressed = line.contains(UInt8(ascii: "@"))
    let isDated = line.contains { $0 &- UInt8(ascii: "0") < 10 }
    guard hasVerb else {
      // "12. 6. 2024 v 9:14, Jan Novák <jan@example.com>:"
      let isBare = line.suffix(2).elementsEqual(">:".utf8) && (line.first ?? 0) < UInt8(ascii: ":")
      return isBare && isAddressed && isDated ? .addressed : nil
    }
    if isAddressed && isDated { return .addressed }
    return isDated || isAddressed ? .dated : nil
  }

  /// Whether a line says that an earlier or forwarded mail follows, with or without dashes around.
  static func isForwardTitle(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, let last = line.last else { return false }
    let isDashed = first == UInt8(ascii: "-") && last == UInt8(ascii: "-")
    guard isDashed || last == UInt8(ascii: ":") else { return false }
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    var title = line.drop(while: isMark)
    while let last = title.last, isMark(last) { title.removeLast() }
    return forwardTitles.contains(Array(title))
  }

  /// Whether a line is nothing but dashes or underscores.
  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, line.count >= 5 else { return false }
    return (first == UInt8(ascii: "_") || first == UInt8(ascii: "-"))
      && line.allSatisfy { $0 == first }
  }

  /// Whether a line is a note such as "Sent from my iPhone".
  static func isDeviceNote(_ line: ArraySlice<UInt8>) -> Bool {
    guard rows(for: line).contains(where: { $0.kind == .device }) else { return false }
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count <= 9, devices.contains(where: { line.contains($0) }) else { return false }
    // Inner marks and longer sentences with a period are prose.
    let hasMarks = words.dropLast().contains { word in
      word.last.map { ".,:;!?".utf8.contains($0) } ?? false
    }
    let isSentence = line.last.map { ".,:;!?".utf8.contains($0) } ?? false
    return !hasMarks && (!isSentence || words.count <= 5)
  }
}

extension Sequence<UInt8> where Self: Collection {
  /// Whether the given bytes occur somewhere.
  ///
  /// - Complexity: O(length × length of `part`); for lines.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    var rest = self[...]
    while let index = rest.firstIndex(of: first) {
      rest = rest[index...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
