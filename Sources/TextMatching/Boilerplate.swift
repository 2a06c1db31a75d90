/// Texts that a company hangs under every mail: confidentiality, register, paper, tickets.
enum Boilerplate {
  /// How sure the first words of a line are.
  enum Opening: Sendable {
    /// Nobody says so in a reply: "Please consider the environment before printing".
    case certain
    /// Only with legal words in its paragraph: "This e-mail …".
    case likely
  }

  /// Longer paragraphs are none (unit: folded bytes).
  private static let longest = 6000

  /// How the text at the beginning of a line counts; marks and pictures in front are left out.
  static func opening(_ line: LineBytes) -> Opening? {
    var start = 0
    while start < line.count, start < 24,
      !(line[start] &- UInt8(ascii: "a") < 26 || line[start].isDigit)
    {
      start += 1
    }
    // "P Please consider …": the tree of the font Webdings.
    let tree = [UInt8(ascii: "p"), UInt8(ascii: " ")]
    if line.from(start).hasPrefix(tree), openings.opens(line.from(start + 2)) { start += 2 }
    return openings.opening(of: line.from(start))?.tag
  }

  /// Whether a paragraph that a legal text may begin with is one: a word that only lawyers write, or
  /// three of the others. "Tento e-mail byl určen kolegům" is none.
  ///
  /// - Complexity: O(length × words), for at most a few thousand bytes.
  static func isLegal(_ paragraph: LineBytes) -> Bool {
    guard paragraph.count <= longest else { return false }
    return strongWords.count(in: paragraph) > 0 || weakWords.count(in: paragraph, upTo: 3) > 2
  }

  /// Whether a paragraph below a legal text may be a part of it.
  static func mayBeLegal(_ paragraph: LineBytes) -> Bool {
    guard paragraph.count <= longest else { return false }
    return strongWords.count(in: paragraph) > 0 || weakWords.count(in: paragraph) > 0
  }

  /// Whether a line alone says which company in which register sends the mail, or which programme
  /// for which ticket.
  static func isImprint(_ line: LineBytes) -> Bool {
    guard line.count <= 600 else { return false }
    if line.last == UInt8(ascii: "]") { return isReference(line) }
    let digits = line.digits
    guard digits >= 6 else { return false }
    if line.hasPrefix(reference) { return true }
    return imprints.count(in: line) > 0 && (digits >= 8 || !ContactLines.isSentence(line))
  }

  /// "ref:_00D20._50020:ref"
  private static let reference = Array("ref:_".utf8)

  /// "[A1B2C3-D4E5]"
  private static func isReference(_ line: LineBytes) -> Bool {
    guard line.first == UInt8(ascii: "["), (8...24).contains(line.count) else { return false }
    let code = line.dropFirst().dropLast()
    return code.contains(UInt8(ascii: "-")) && code.contains { $0.isDigit }
      && code.allSatisfy { $0.isDigit || $0 &- UInt8(ascii: "a") < 26 || $0 == UInt8(ascii: "-") }
  }

  private static let openings = Openings<Opening>(
    [
      "please consider the environment", "please think of the environment",
      "think before you print", "think green", "save a tree", "save paper",
      "before printing this", "consider the environment",
      "confidentiality notice", "confidentiality note", "legal disclaimer", "email disclaimer",
      "e-mail disclaimer", "privileged and confidential", "confidential:",
      "zanim wydrukujesz", "zanim wydrukuja", "pomysl o srodowisku", "pomysl, zanim wydrukujesz",
      "prosimy o rozwazenie koniecznosci wydruku", "prosimy pomyslec o srodowisku",
      "dbaj o srodowisko", "chron srodowisko", "klauzula poufnosci", "klauzula informacyjna",
      "nota prawna", "zastrzezenie poufnosci",
      "myslete na zivotni prostredi", "setrete zivotni prostredi", "setrime prirodu",
      "nez vytisknete", "pred vytisknutim", "pred tiskem", "upozorneni na duvernost",
      "myslite na zivotne prostredie", "setrite zivotne prostredie", "pred vytlacenim",
      "vertraulichkeitshinweis", "bitte denken sie an die umwelt", "denken sie an die umwelt",
      "this email is a service from", "this e-mail is a service from", "delivered by zendesk",
      "this message was sent to you by", "ta wiadomosc e-mail jest usluga",
      "ta wiadomosc e-mail to usluga", "dostarczane przez zendesk", "tento e-mail je sluzbou",
      "tento e-mail je sluzba", "dorucuje zendesk", "powered by freshdesk", "powered by zendesk",
      "powered by zammad", "virus-free", "wolny od wirusow", "neobsahuje viry", "bez virusow.",
      "tento e-mail byl zkontrolovan", "ta wiadomosc zostala sprawdzona",
      "this email has been checked for viruses", "this e-mail has been checked for viruses",
      "ta wiadomosc e-mail zostala sprawdzona", "sent with proton mail",
      "diese nachricht wurde von meinem",
    ].map { ($0, .certain) }
      + [
        "ta wiadomosc jest", "ta wiadomosc moze", "ta wiadomosc wraz", "ta wiadomosc i ",
        "ta wiadomosc oraz", "ta wiadomosc zawiera", "ta wiadomosc e-mail", "ta wiadomosc email",
        "niniejsza wiadomosc", "niniejszy e-mail", "niniejszy email", "niniejsza korespondencja",
        "tresc tej wiadomosci", "tresc niniejszej", "informacje zawarte w", "informacja zawarta w",
        "zawartosc tej wiadomosci", "wiadomosc wraz z zalacznik", "wiadomosc moze zawierac",
        "administratorem danych", "administratorem pani", "administratorem panstwa",
        "tento e-mail je", "tento e-mail a ", "tento e-mail muze", "tento e-mail vcetne",
        "tento e-mail obsahuje", "tento e-mail i ", "tento e-mail neni", "tento email je",
        "tento email a ", "tento email muze", "tento email obsahuje", "tento email neni",
        "tato zprava je", "tato zprava a ", "tato zprava muze", "tato zprava vcetne",
        "tato zprava obsahuje", "tato zprava i ", "tato zprava neni", "tato e-mailova",
        "tato emailova", "obsah teto zpravy", "obsah tohoto e", "informace obsazene v",
        "informace v teto", "upozorneni:", "zprava a jeji", "pokud nejste zamyslen",
        "pokud nejste prijemc", "pokud nejste adresat", "spravce osobnich udaju",
        "tato sprava je", "tato sprava a ", "tato sprava moze", "tato sprava obsahuje",
        "tato sprava vratane", "tato sprava nie je", "obsah tejto", "informacie obsiahnute",
        "informacie v tejto", "upozornenie:",
        "this e-mail is", "this e-mail and", "this e-mail may", "this e-mail (", "this e-mail, ",
        "this e-mail contains", "this e-mail message", "this email is", "this email and",
        "this email may", "this email (", "this email, ", "this email contains",
        "this email message", "this message is", "this message and", "this message may",
        "this message (", "this message, ", "this message contains", "this communication is",
        "this communication and", "this communication may", "this communication contains",
        "this transmission", "the information contained", "the information in this",
        "the information transmitted", "the contents of this e", "the content of this e",
        "disclaimer", "if you are not the intended", "if you have received this", "any views",
        "emails may be", "e-mails may be", "calls may be",
        "diese e-mail", "diese nachricht", "der inhalt dieser", "die information in dieser",
        "die in dieser",
      ].map { ($0, .likely) })

  private static let strongWords = Openings([
    "poufn", "adresatem", "adresata", "zamierzonym odbiorca", "zamierzonego odbiorcy",
    "oferty w rozumieniu", "przetwarzania danych osobowych", "administratorem danych",
    "administratorem pani", "administratorem panstwa",
    "duvern", "neni nabidk", "neni navrhem", "spravce osobnich udaj", "zakona c. 89/2012",
    "dovern", "nie je ponuk", "nie je navrhom",
    "confidential", "privileged", "intended recipient", "intended solely", "intended only",
    "addressee", "legally binding", "views or opinions", "views expressed",
    "vertraulich",
  ])

  private static let weakWords = Openings([
    "adresat", "osobowych", "rodo", "omylkowo", "art. 66", "tajemnic", "chronion", "zastrzezon",
    "usunac", "usuniecie", "rozpowszechnian", "odbiorc", "przeznaczon",
    "prijemc", "urcen", "omylem", "osobnich udaj", "obcansk", "nabidk", "smlouv", "uzavreni",
    "smazte", "vymazte", "odesilatele", "rozsirovan", "zneuzit", "odpovednost",
    "prijemc", "osobnych udaj", "ponuk", "odosielatel", "zmluv",
    "intended for", "in error", "personal data", "gdpr", "liability", "virus", "monitored",
    "recorded", "disclosure", "registered in", "data-protection", "data protection", "delete it",
    "notify", "unauthori", "strictly prohibited",
    "krs", "rejestr", "kapital zakladowy", "rejstrik", "registri",
    "empfanger", "irrtumlich", "handelsregister", "amtsgericht", "unbefugt",
  ])

  /// A line with one of these and a number is about a register.
  private static let imprints = Openings([
    "zapsana v obchodnim rejstriku", "zapsana u ", "zapsano u ", "zapsana v or",
    "zapsany v obchodn",
    "spisova znacka", "vedeneho mestskym soudem", "vedenem mestskym soudem",
    "vedene krajskym soudem",
    "zapisana v obchodnom registri", "zapisana v or",
    "kapital zakladowy", "wpisana do rejestru", "wpisana do krs", "zarejestrowana w",
    "sad rejonowy", "rejestru przedsiebiorcow",
    "registered in england", "registered in scotland", "registered in ireland",
    "registered in wales", "registered office", "company registration no", "company number",
    "amtsgericht", "handelsregister", "ust-idnr", "registergericht",
  ])
}
