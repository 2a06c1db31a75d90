/// The words by which mail programs mark what the author did not write, folded.
enum MailMarks {
  /// How a header above quoted lines is recognised.
  enum Strength {
    /// By its words with a date or an address, or with a name alone: counts where quoted lines follow.
    case likely
    /// By words, a date and an e-mail address, or by words that only programs write: counts always.
    case certain
  }

  /// Headers are wrapped at most so often.
  static let mostAttributionLines = 4
  /// The longest header (unit: folded bytes).
  static let longestAttribution = 320
  /// The longest note of a device (unit: folded bytes).
  static let longestDeviceNote = 90
  /// How many words a header has that names only who wrote.
  private static let wordsOfName = 2...5
  /// With these begins what is said to the customer.
  private static let addressing = Openings([
    "you ", "as you ", "what you ", "we ", "i ", "pan ", "pani ", "sam ", "sama ", "jak ", "co ",
    "vy ", "ty ", "jak jste ", "sam jste ", "wie sie ", "sie ",
  ])
  /// Below a line `--` without its space, more lines than this are no signature.
  static let mostSignatureLines = 12

  private static let attributionOpenings = Openings([
    "on ", "at ",  // English
    "w dniu ", "dnia ", "wiadomosc napisana przez ", "uzytkownik ",  // Polish
    "pon", "wt", "sr", "czw", "pt", "sob", "niedz",  // Polish days of the week
    "dne ", "po ", "ut ", "st ", "ct ", "pa ", "so ", "ne ", "pi ", "stv ",  // Czech, Slovak
    "v pondeli ", "v utery ", "ve stredu ", "ve ctvrtek ", "v patek ", "v sobotu ", "v nedeli ",
    "dna ", "v pondelok ", "v utorok ", "v stredu ", "vo stvrtok ", "v piatok ", "v nedelu ",
    "uzivatel ", "odesilatel ", "pouzivatel ",
    "am ",  // German
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
  ])

  /// A header ends with one of these and a colon.
  private static let attributionVerbs = [
    "wrote", "writes", "napisal", "napisala", "pisze", "napsal", "napsala", "schrieb",
    "geschrieben",
  ].map { Array(" \($0):".utf8) }

  /// Only programs do not know who wrote.
  private static let machineVerbs = ["napisal(a)", "napisal/a", "napsal(a)", "napsal/a"]
    .map { Array(" \($0)".utf8) }

  /// A header contains one of these and ends with a name or a date and a colon.
  private static let attributionMiddles = [
    " schrieb ", "wiadomosc napisana przez ", " wrote on ", " napisal dnia ", " napisala dnia ",
    " napsal dne ", " napsala dne ",
  ].map { Array($0.utf8) }

  private static let forwardTitles = Openings([
    "original message", "forwarded message", "begin forwarded message:", "original appointment",
    "forwarded by", "original mail", "original email",
    "wiadomosc oryginalna", "oryginalna wiadomosc", "wiadomosc przekazana",
    "przekazana wiadomosc", "wiadomosc przekazywana", "poczatek przekazywanej wiadomosci:",
    "poczatek przekazanej wiadomosci:", "przekazana dalej wiadomosc",
    "tresc przekazanej wiadomosci", "wiadomosc przekazana dalej", "poczatek wiadomosci oryginalnej",
    "puvodni e-mail", "puvodni email", "puvodni zprava", "preposlana zprava", "predana zprava",
    "zacatek preposlane zpravy:", "zacatek predavane zpravy:", "preposlany e-mail",
    "preposlany email",
    "povodna sprava", "povodny e-mail", "povodny email", "preposlana sprava",
    "preposlany e-mail", "zaciatok preposlanej spravy:",
    "ursprungliche nachricht", "urspruengliche nachricht", "originalnachricht",
    "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht:",
  ])

  private static let deviceOpenings = Openings([
    "sent from ", "sent via ", "sent with ", "get outlook for ",
    "wyslane z ", "wyslano z ", "wyslane za pomoca ", "wyslano za pomoca ", "wyslane przy uzyciu ",
    "pobierz ", "uzyskaj ",
    "odeslano z ", "poslano z ", "odeslano pomoci ", "ziskat ", "ziskejte ", "stahnete si ",
    "stahnout ",
    "odoslane z ", "poslane z ", "odoslane pomocou ", "ziskajte ", "ziskat ",
    "von meinem ", "gesendet von ", "gesendet mit ", "gesendet uber ", "holen sie sich ",
    "outlook fur ",
  ])

  /// A note of a device names one of these, or the program on it.
  private static let devices = [
    "iphon", "ipad", "android", "samsung", "galaxy", "huawei", "xiaomi", "telefon", "smartfon",
    "smartphon", "mobil", "komork", "outlook", "yahoo", "gmail", "blackberry", "tablet", "handy",
    "mail for windows", "poczt", "posty pro windows", "my phone", "proton", "seznam",
    "thunderbird", "gmx mail",
  ].map { Array($0.utf8) }

  /// Notes of a device may ask for patience; people write more than this.
  private static let excuses = ["typo", "brevity", "excuse", "autocorrect", "kratkost", "preklep"]
    .map { Array($0.utf8) }

  /// Whether a line may be the first of a header above quoted lines.
  static func opensAttribution(_ line: LineBytes) -> Bool { attributionOpenings.opens(line) }

  /// Whether a joined line that ends with a colon is the header of a quotation.
  static func attribution(_ line: LineBytes) -> Strength? {
    let digits = line.digits
    let isAddressed = line.contains(UInt8(ascii: "@"))
    // A day with its month or its time has three digits at least.
    if digits >= 3, machineVerbs.contains(where: { line.contains($0) }) { return .certain }
    let hasVerb =
      attributionVerbs.contains { line.hasSuffix($0) }
      || attributionMiddles.contains { line.contains($0) }
      || machineVerbs.contains { line.contains($0) }
    guard hasVerb else {
      // "12. 6. 2024 v 9:14, Jan Novák <jan@example.com>:"
      let isBare = line.hasSuffix([UInt8(ascii: ">"), UInt8(ascii: ":")])
      return isBare && isAddressed && (line.first?.isDigit ?? false) ? .certain : nil
    }
    if isAddressed && digits > 0 { return .certain }
    if digits > 0 || isAddressed { return .likely }
    // "Jan Kowalski pisze:", but not "As you wrote:", which its author may have written.
    return wordsOfName.contains(line.words.count(upTo: wordsOfName.upperBound + 1))
      && !addressing.opens(line) ? .likely : nil
  }

  /// Whether a line says that an earlier or forwarded mail follows, with or without dashes around.
  static func isForwardTitle(_ line: LineBytes) -> Bool {
    guard let first = line.first, let last = line.last, line.count <= 120 else { return false }
    let isDashed = first == UInt8(ascii: "-") && last == UInt8(ascii: "-")
    guard isDashed || last == UInt8(ascii: ":") else { return false }
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    let title = LineBytes(rebasing: line.drop(while: isMark))
    guard let (length, _) = forwardTitles.opening(of: title) else { return false }
    return title.from(length).allSatisfy(isMark)
  }

  /// Whether a line is nothing but dashes or underscores.
  static func isRule(_ line: LineBytes) -> Bool {
    guard let first = line.first, line.count >= 5 else { return false }
    return (first == UInt8(ascii: "_") || first == UInt8(ascii: "-"))
      && line.allSatisfy { $0 == first }
  }

  /// Whether a line is a note such as "Sent from my iPhone".
  static func isDeviceNote(_ line: LineBytes) -> Bool {
    guard deviceOpenings.opens(line), devices.contains(where: { line.contains($0) })
    else { return false }
    let count = line.words.count(upTo: 15)
    if excuses.contains(where: { line.contains($0) }) { return count <= 14 }
    guard count <= 9 else { return false }
    // Inner marks and longer sentences with a period are prose.
    for word in line.words where ByteSet.marks.contains(line[word.upperBound - 1]) {
      guard word.upperBound == line.count, count <= 5 else { return false }
    }
    return true
  }

  /// Whether a line is one of "##- Please type your reply above this line -##".
  static func isReplyMarker(_ line: LineBytes) -> Bool {
    let mark = UInt8(ascii: "#")
    return line.count >= 10 && line.count <= 160 && line[0] == mark && line[1] == mark
      && line[line.count - 2] == mark && line[line.count - 1] == mark
  }
}
