import SourceYAML
import Standards

/// The words that a catalogue is made of: keys, values, and the marks of YAML.
package enum CatalogueDictionary {
  /// The words, each once, in order.
  package static let words: [String] = {
    var words: Set<String> = []
    for section in CatalogueReader.sections { collect(section, into: &words) }
    return words.union(values).union(marks).filter { !$0.isEmpty }.sorted()
  }()

  /// The words as libFuzzer reads them: one a line, in quotes, other bytes than ASCII as `\xNN`.
  package static var text: String {
    words.map { word in
      let escaped = word.utf8.map { byte -> String in
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
        case 0x20..<0x7F: String(UnicodeScalar(byte))
        default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
      }
      return "\"\(escaped.joined())\"\n"
    }.joined()
  }

  private static func collect(_ key: KeyDescription, into words: inout Set<String>) {
    words.insert("\(key.name): ")
    collect(key.shape, into: &words)
  }

  private static func collect(_ shape: Shape, into words: inout Set<String>) {
    switch shape {
    case .choice(let choices): words.formUnion(choices)
    case .list(let element, _), .sequence(let element), .mapping(_, let element),
      .localized(let element), .orNothing(let element):
      collect(element, into: &words)
    case .record(let keys, _): for key in keys { collect(key, into: &words) }
    case .oneOf(let shapes): for shape in shapes { collect(shape, into: &words) }
    case .written(_, let example, _, _): words.insert(example)
    case .text, .boolean, .wholeNumber, .timeSpan, .share, .name, .date, .languageCode: break
    }
  }

  private static let values: Set<String> = [
    "15 min", "1 h 30 min", "2 days", "1,5 h", "0 s", "co nejdříve", "as soon as possible", "95%",
    "99,5 %", "0%", "100%", "true", "false", "no", "~", "null", "always", "24/7", "mon-fri: ",
    "sat: ", "08:00-20:00", "22:00-06:00", "02:00-03:00", "24:00", "Europe/Warsaw",
    "America/New_York", "CET", "PL", "CZ", "2026-12-24", "2026-02-30", "2026-12-01T08:00+01:00",
    "2026-03-02 19:50", "2026-10-25T02:30+01:00", "09:05", "+10 min", "1 per ticket", "120 words",
    "280 characters", "pl", "cs", "en", "desk",
    "email", "outage", "words", "==", "szanown* pan*", "(a|b)", "dear *", "/a+[,!]/", "\\*",
    "{phrases: words}", "{within: 15 min}", "{topic: [outage]}", "{pl: [witam], en: [hello]}",
    CatalogueProbe.cut, "99999999999999999999", "-1", "1e999",
  ]

  private static let marks: Set<String> = [
    ": ", "- ", "\n", "\n  ", "\n    - ", "{", "}", "[", "]", ", ", "'", "\"", "|\n", ">-\n", "# ",
    "&a ", "*a", "<<: ", "!!str ", "!x", "? ", "---\n", "...\n", "%YAML 1.2\n", "\\u0105", "\\x",
    "\t", "\r\n", "\r", "\u{A0}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{0}", "👩🏽‍🔧", "e\u{301}", "ł",
    "\u{202E}", "{}", "[]",
  ]
}
