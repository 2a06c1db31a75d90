import Conformance

/// Words and sentences that look like those of Polish, Czech and English replies.
struct MadeWords {
  static let languages = ["pl", "cs", "en"]

  private var lists: [String] = []

  /// The name of a list that was written.
  func list(_ generator: inout some RandomNumberGenerator) -> String {
    lists.isEmpty ? "words" : generator.one(of: lists)
  }

  /// The file of lists with an index, six lists in three languages.
  mutating func phraseLists(
    of index: Int, among files: Int, _ generator: inout some RandomNumberGenerator
  ) -> String {
    var text = "phrases:\n"
    for number in 0..<6 {
      let name = "list-\(index)-\(number)"
      lists.append(name)
      text += "  \(name):\n"
      for language in Self.languages {
        let phrases = (0..<14).map { _ in "'\(phrase(language, &generator))'" }
        let lines = stride(from: 0, to: phrases.count, by: 5).map {
          phrases[$0..<min($0 + 5, phrases.count)].joined(separator: ", ")
        }
        text += "    \(language): [\n      " + lines.joined(separator: ",\n      ") + "]\n"
      }
    }
    return text
  }

  /// A phrase: a few words, of which some end in any way, a few have alternatives; seldom an
  /// expression.
  func phrase(_ language: String, _ generator: inout some RandomNumberGenerator) -> String {
    let known = Self.words[language] ?? []
    if generator.happens(in: 2) {
      return #"/\w+\s+(\#(generator.one(of: known))|\#(generator.one(of: known)))[,!]/"#
    }
    let words = (0...generator.index(below: 4)).map { position in
      let word = generator.one(of: known)
      if generator.happens(in: 12) { return "(\(word)|\(generator.one(of: known)))" }
      if generator.happens(in: 35) { return "\(word)*" }
      return position > 0 && generator.happens(in: 5) ? "*" : word
    }
    return words.joined(separator: " ")
  }

  /// A sentence without a full stop.
  func sentence(_ language: String, _ generator: inout some RandomNumberGenerator) -> String {
    let known = Self.words[language] ?? []
    var words = (0..<6 + generator.index(below: 6)).map { _ in generator.one(of: known) }
    words[0] = words[0].prefix(1).uppercased() + words[0].dropFirst()
    return words.joined(separator: " ")
  }

  private static let words: [String: [String]] = [
    "pl": [
      "dzień", "dobry", "szanowny", "klient", "zgłoszenie", "odpowiedź", "wysyłka", "żądanie",
      "faktura", "korekta", "proszę", "dziękujemy", "wiadomość", "serwer", "działa", "poczta",
      "hasło", "konto", "zmiana", "jutro", "dziś", "wkrótce", "najpóźniej", "godzina", "kwadrans",
      "usługa", "pakiet", "większy", "awaria", "przyczyna", "naprawa", "sprawdzimy", "zwrot",
      "pieniądze", "reklamacja", "przesyłka", "kurier", "późno", "mógłby", "źródło", "łącze",
    ],
    "cs": [
      "dobrý", "den", "vážený", "zákazník", "požadavek", "odpověď", "zásilka", "faktura", "oprava",
      "prosím", "děkujeme", "zpráva", "server", "funguje", "pošta", "heslo", "účet", "změna",
      "zítra", "dnes", "brzy", "nejpozději", "hodina", "čtvrthodina", "služba", "balíček", "větší",
      "výpadek", "příčina", "náprava", "ověříme", "vrácení", "peníze", "reklamace", "kurýr",
      "pozdě", "mohl", "zdroj", "připojení", "doména", "nejdříve", "ještě", "říká", "žádost",
    ],
    "en": [
      "good", "morning", "dear", "customer", "ticket", "answer", "parcel", "invoice", "refund",
      "please", "thank", "message", "server", "works", "mail", "password", "account", "change",
      "tomorrow", "today", "soon", "latest", "hour", "quarter", "service", "package", "larger",
      "outage", "cause", "repair", "check", "money", "complaint", "courier", "late", "could",
      "source", "connection", "domain", "earliest", "still", "says", "request", "again", "written",
    ],
  ]
}
