import Standards
import TextMatching

/// Tells whether what a reply is signed with is a person or a team.
enum Signer {
  enum Kind {
    case person
    /// A team, a firm, or the customer.
    case team
    case unknown
  }

  /// How far a farewell may stand before the name that it belongs to (unit: UTF-8 bytes).
  private static let reach = 4

  /// - Parameter place: What stands where a name does (UTF-8 offsets of the message).
  /// - Complexity: O(bytes of the name + hits).
  static func kind(of place: Range<Int>, in reply: ScannedReply) -> Kind {
    let name = FoldedText(reply.text, keeping: [place])
    let words = name.words(in: 0..<name.bytes.count)
    guard let first = words.first else { return .unknown }
    // "Case & Co Support"
    if isOfFirm(place, in: reply.text) { return .team }
    let isGiven = words.contains { GivenNames.shared.contains(name.bytes[$0.range]) }
    if words.contains(where: { teams.contains(name.bytes[$0.range]) }) {
      // "Jana, recepce" is one of them.
      return isGiven && words.count > 2 ? .person : .team
    }
    // "Hezký den, Anno!" wishes it to the customer.
    let isOfCustomer = words.allSatisfy { word in
      let bytes = name.bytes[word.range]
      return reply.customer?.isInflected(bytes) == true && reply.customer?.has(bytes) == false
    }
    if isOfCustomer { return .team }
    if isGiven { return .person }
    // An initial stands before surnames.
    if first.letters == 1, words.count > 1 { return .person }
    // Behind a farewell a word may be any name; elsewhere, "Reading Room" is as likely as "Enid Frost".
    let isBehindFarewell = reply.hits(of: .farewells).contains { hit in
      let end = reply.original(hit).upperBound
      return end <= place.lowerBound && place.lowerBound - end <= reach
    }
    if isBehindFarewell, words.count < 3 { return .person }
    // Who says "I" signs as a person: firms and teams say "we".
    return words.count < 3 && !reply.hits(of: .oneVoice).isEmpty ? .person : .unknown
  }

  /// Whether a name goes on behind an ampersand.
  private static func isOfFirm(_ place: Range<Int>, in text: String) -> Bool {
    let bytes = text.utf8
    guard place.upperBound <= bytes.count else { return false }
    let start = bytes.index(bytes.startIndex, offsetBy: place.upperBound)
    return bytes[start...].prefix(2).elementsEqual(" &".utf8)
  }

  /// Whether a word is one of the names of teams, firms and posts.
  static func isOfTeam(_ word: WrittenWord, in reply: ScannedReply) -> Bool {
    reply.covers(.teams, word.range)
      || isOfTeam(reply.folded.bytes[word.range])
  }

  /// Whether a folded word is one of the names of teams, firms and posts.
  static func isOfTeam(_ word: ArraySlice<UInt8>) -> Bool {
    teams.contains(word)
  }

  /// Words of the names of teams, firms and offices, folded.
  private static let teams = FoldedWords(
    """
    recepcja recepcje rec bok cok rejestracja dyspozytura infolinia linka czat chat kurier
    stomatologia jidelna vyvarovna biuro salon gabinet przychodnia poradnia szpital apteka dziekanat kwestura
    rektorat sekretariat rada osiedla osiedle wspolnota spoldzielnia zarzad urzad gmina starostwo
    miasto wodociagi wodkan cieplownia elektrownia energetyka dyspozytornia pogotowie oddzial kasa
    bank ubezpieczenia towarzystwo rezerwacje rezerwacja hotel pensjonat optyka optyk salonik
    stolarnia warsztat serwis sklep butik drukarnia ksiegarnia biblioteka wypozyczalnia szkola
    przedszkole uczelnia wydzial zaklad fundacja muzeum teatr kino prenumerata prenumeraty redakcja
    reklamacje zwroty windykacja naleznosci sprzedaz marketing logistyka magazyn spedycja kurierzy
    poczta paczkomaty silownia fitness klub basen restauracja pizzeria bistro kuchnia kawiarnia
    hosting domeny platnosci faktury bezpieczenstwo dyzur nadzor komisja izba korespondencja
    recepce recepcni ordinace cekarna nemocnice lekarna klinika knihovna skola skolka fakulta studijni
    univerzita katedra urad magistrat radnice odbor rada vodarna vodarny vak energie energetika
    teplarna dispecink rezervace hotel penzion banka pojistovna sporitelna zaznamy optika stolarstvi
    truhlarstvi dilna autoservis servis eshop obchod prodejna sklad doprava rozvoz kuryri posta
    vydejna cestovka ck letenky reklamace vratky vymahani pohledavky prodej marketing fakturace
    platby bezpecnost dohled fitko posilovna klub bazen restaurace pizzerie kuchyne kavarna muzeum
    divadlo kino predplatne redakce spolek nadace sdruzeni spravci
    reception department helpline executive dispatch monitoring workshop admissions registry enrolment enrollment library archive archives reading room council
    committee board unit section cell casework correspondence control consumption environmental
    protection highways works city property lost housekeeping reservations bookings booking events
    returns refunds payments operations claims underwriting collections disputes loans mortgages
    cards lending bank insurance assurance dental surgery clinic practice pharmacy hospital optical
    opticians vets veterinary school college university faculty academy hotel inn hostel resort spa
    cruises travel airways airlines tours holidays parcels couriers delivery deliveries dispatch
    logistics freight warehouse depot garage motors workshop kitchens furniture stores shop boutique
    bakery catering kitchen restaurant cafe bistro pizzeria gym fitness studio club pool water
    energy gas power utilities mobile telecom broadband networks hosting domains billing accounts
    security escalations triage dispatchers management administration estates lettings maintenance
    sales aftersales after marketing partnerships subscriptions subscription memberships membership
    museum theatre cinema foundation trust society association ministry authority agency services
    solutions systems software labs digital online media group holding holdings international
    wasserverband stadtwerke buchhaltung verwaltung
    czytelnia ambulance pivnice hospoda nabytek ops rooms
    podatelna kancelar uctarna expedice matrika evidence provoz atelier laborator vytahy
    kancelaria laboratorium punkt centrala baza ewidencja archiwum zgloszenia dostawy wysylka rozliczenia
    enforcement intake records permits licensing inspections provisioning renewals activations moderation
    moderators concierge applications
    """)
}

extension ScannedReply {
  /// Whether a folded word is a given name.
  func isGivenName(_ word: WrittenWord) -> Bool {
    GivenNames.shared.contains(folded.bytes[word.range])
  }

  /// Whether a word is the customer's name.
  func isOfCustomer(_ word: WrittenWord) -> Bool {
    customer?.isInflected(folded.bytes[word.range]) == true
  }

  /// Whether a line ends as sentences do.
  func isEnded(_ line: Range<Int>) -> Bool {
    guard let last = folded.bytes[line].last(where: { $0 != 0x20 }) else { return false }
    return ".?!:".utf8.contains(last)
  }
}

extension [WrittenWord] {
  /// The last words that all meet a condition.
  func suffix(while condition: (WrittenWord) -> Bool) -> ArraySlice<WrittenWord> {
    self[...].suffix(while: condition)
  }
}

extension ArraySlice<WrittenWord> {
  /// The last words that all meet a condition.
  func suffix(while condition: (WrittenWord) -> Bool) -> ArraySlice<WrittenWord> {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}

extension ScannedReply {
  /// Whether only blanks stand between two offsets.
  func isBlank(_ start: Int, _ end: Int) -> Bool {
    start <= end && folded.bytes[start..<end].allSatisfy { $0 == 0x20 }
  }

  /// Whether only blanks and a comma stand between two offsets.
  func isNear(_ start: Int, _ end: Int) -> Bool {
    start <= end && folded.bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x2C }
  }

  /// Whether one of these marks, or a line break, stands between two offsets.
  func hasMark(_ marks: String, _ start: Int, _ end: Int) -> Bool {
    guard start <= end else { return false }
    return folded.bytes[start..<end].contains { $0 == 0x0A || marks.utf8.contains($0) }
  }
}
