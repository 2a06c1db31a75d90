/// Words for a time that nobody can be held to.
enum VagueTime {
  /// Whether a text without numbers contains such words, in English, Polish or Czech.
  static func isVague(_ text: String) -> Bool {
    // Without dots "a.s.a.p." is a word.
    let words = foldedForUnits(text).filter { $0 != "." }.split { !$0.isLetter }
    let spaced = " " + words.joined(separator: " ") + " "
    return phrases.contains { spaced.contains(" \($0) ") }
  }

  /// Folded, words separated by one space.
  private static let phrases = [
    "asap", "as soon as", "as fast as", "as quickly as", "soon", "shortly", "promptly", "prompt",
    "immediately", "immediate", "instantly", "at once", "right away", "straight away",
    "without delay", "without undue delay", "quickly", "fast", "timely", "in due course",
    "in good time", "reasonable time", "when possible", "if possible", "best effort", "eventually",
    "jak najszybciej", "mozliwie szybko", "niezwlocznie", "bezzwlocznie", "natychmiast", "od razu",
    "od reki", "szybko", "wkrotce", "niebawem", "zaraz", "bez zwloki", "bez zbednej zwloki",
    "w miare mozliwosci", "w rozsadnym czasie", "w najblizszym czasie",
    "co nejdrive", "co nejrychleji", "neprodlene", "bezodkladne", "okamzite", "ihned", "hned",
    "brzy", "brzo", "rychle", "bez odkladu", "bez zbytecneho odkladu", "v nejblizsi dobe",
    "dle moznosti", "v primerene dobe", "pokud mozno",
  ]
}
