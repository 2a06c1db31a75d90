import Diagnostics
import SourceYAML
import TextMatching

/// Finds caps on handling time: they teach people to get rid of customers.
///
/// There is no kind of standard for them, so they come as a key that does not exist, or in the words
/// of a standard of another kind.
struct HandlingTimeWords {
  /// Keys under which one might look for such a kind.
  private static let keys: Set<String> = [
    "acw", "aht", "average-handle-time", "average-handling-time", "call-duration", "call-length",
    "call-time", "handle-time", "handling-time", "max-handle-time", "max-handling-time",
    "max-talk-time", "talk-time", "time-per-call", "time-per-case", "time-per-ticket",
    "wrap-up-time",
  ]

  /// Why there is no such kind, when a key asks for it; nil for other keys.
  static func advice(onKey key: String) -> String? {
    guard keys.contains(key) else { return nil }
    return
      "promise what customers see: first-response, resolution or first-contact; there is no cap "
      + "on handling time, because it teaches people to get rid of customers"
  }

  /// How long a conversation or the work on a case takes. Where a promise of time speaks of it, this
  /// may also be the time that a customer waits.
  private static let handling = [
    "czas* obsługi", "czas* obsłużenia", "czas* trwania obsługi", "dob* vyřízení",
    "dob* vyřizování", "dob* zpracování", "čas* vyřízení", "handling (time|times)",
    "handle (time|times)", "time per (ticket|case|contact|customer)",
    "(czas|minuty|minut) na (zgłoszenie|klienta|sprawę|kontakt)",
    "(čas|minuty|minut) na (požadavek|zákazníka|případ|kontakt)",
  ]

  /// Conversations and what they do with time; a call that "takes" five minutes is handled for so
  /// long, but one that "waits" is not.
  private static let lasting = [
    "(call|conversation|chat|phone call) (never |)(takes|lasts|lasting|taking)",
    "(calls|conversations|chats|phone calls) (never |)(take|last|lasting|taking)",
    "(call|calls|conversation|conversations|chat|chats) (may|must|can|should|shall|will) (not |never |)"
      + "(take|last)",
    "(rozmowa|połączenie|czat|telefon) (telefoniczna |z klientem |z klientką |nie |)(trwa|zajmuje)",
    "(rozmowy|połączenia|czaty|telefony) (telefoniczne |z klientami |nie |)(trwają|zajmują)",
    "(rozmowa|rozmowy|połączenie|połączenia|czat|czaty) (nie |)(może|mogą|powinna|powinny|powinno|powinien) (nie |)trwać",
    "(hovor|rozhovor|chat|telefonát) (se zákazníkem |)(trvá|netrvá|zabere|nezabere)",
    "(hovory|rozhovory|chaty|telefonáty) (se zákazníky |)(trvají|netrvají|zaberou|nezaberou)",
    "(hovor|rozhovor|chat|hovory|chaty) (nesmí|může|mohou|má|mají|nemá|nemají|smí) trvat",
  ]

  /// The same in words that mean nothing else.
  private static let talking = [
    "aht", "average (handling|handle) time", "(talk|call) (time|times|duration|durations|length)",
    "(duration|length) of (a|the|each|every|) (call|calls|conversation|conversations|chat|chats)",
    "time per call", "minutes per call", "średni* czas* obsługi",
    "czas* (trwania|) (rozmowy|rozmów|połączenia|połączeń|czatu)",
    "długoś* (rozmowy|rozmów|połączenia|połączeń|czatu)",
    "(czas|minuty|minut) na (rozmowę|telefon)",
    "průměrn* dob* (hovoru|vyřízení|obsluhy)", "dob* (trvání|) (hovoru|hovorů|chatu)",
    "délk* (hovoru|hovorů|chatu)", "(čas|minuty|minut) na hovor",
  ]

  /// A time: a number says how long, and so does a unit.
  private static let units = [
    "minut*", "min", "second", "seconds", "sec", "hour", "hours", "sekund*", "godzin*", "vteřin*",
    "hodin*", "kwadrans*", "čtvrthodin*",
  ]

  /// "We do not count the minutes of a call" is the very opposite.
  private static let denials = [
    "no", "not", "never", "without", "nobody", "don't", "if", "when", "as long as", "nie", "nigdy",
    "bez", "nikt", "jeśli", "jeżeli", "gdy", "kiedy", "tak długo", "ne", "pokud", "když",
    "jestliže",
    "tak dlouho",
    "nikdy", "nikdo", "není", "nejsou", "neměř*", "nehlíd*", "nepočít*", "nesled*", "nehodnot*",
  ]

  /// Denials that say how long at most, and deny nothing.
  private static let bounds = [
    "(no|not|never) (longer|more|greater|higher|above|over|beyond|exceed|exceeds|exceeding)",
    "(no|not one) (phone |)(call|calls|conversation|conversations|chat|chats) (takes|take|lasts|last|may|must|can|should)",
    "(must|may|can|should|shall|will) (not|never) (take|last)", "never (takes|lasts|take|last)",
    "(nie|nigdy) (dłużej|dłuższ*|więcej|ponad|powyżej|przekr*)",
    "nie (może|mogą|powinien|powinna|powinno|powinny) (przekr*|trwać)",
    "nie (trwa|trwają|zajmuje|zajmują) (dłużej|więcej|ponad|powyżej)",
    "(ne|nikdy) (déle|delší|více|víc|nad|přes)",
  ]

  private let patterns: PatternSet?
  private let ends: [Int]

  init() {
    let lists = [Self.handling, Self.talking + Self.lasting, Self.units, Self.bounds, Self.denials]
      .map { words in
        words.compactMap { try? Pattern($0) }
      }
    var ends: [Int] = []
    for list in lists { ends.append((ends.last ?? 0) + list.count) }
    self.ends = ends
    patterns = try? PatternSet(lists.flatMap { $0 })
  }

  /// What a text says.
  private struct Finding {
    /// The words for how long a case takes, as they were written.
    var words: String?
    /// Whether they mean nothing else.
    var isCertain = false
    /// The text itself.
    let text: String
    /// Whether a unit of time stands in it.
    var hasUnit = false
    /// Whether a number or a unit of time stands in it.
    var hasTime: Bool { hasUnit || text.contains(where: \.isNumber) }
    /// Whether it denies something.
    var denies = false
  }

  private func find(in text: String) -> Finding {
    var finding = Finding(text: text)
    guard let patterns else { return finding }
    let folded = FoldedText(text)
    var bound = 0..<0
    for hit in patterns.hits(in: folded) {
      switch ends.firstIndex(where: { hit.pattern < $0 }) {
      case 0, 1:
        let isCertain = ends.first.map { hit.pattern >= $0 } ?? false
        guard finding.words == nil || (isCertain && !finding.isCertain) else { continue }
        let utf8 = folded.originalUTF8(hit.range)
        finding.words = String(decoding: Array(text.utf8)[utf8], as: UTF8.self)
        finding.isCertain = isCertain
      case 2: finding.hasUnit = true
      // Hits come by their start, the longer first: a bound before the denial that it begins with.
      case 3: bound = hit.range
      default: if !bound.contains(hit.range.lowerBound) { finding.denies = true }
      }
    }
    return finding
  }

  /// Reports a standard that caps how long somebody may take for a customer.
  func check(_ standard: Standard, _ diagnostics: inout Diagnostics) {
    guard let words = cap(in: standard) else { return }
    diagnostics.warning(
      "handling-time.cap",
      "'\(standard.id)' holds people to a handling time ('\(words)'), which teaches them to get rid "
        + "of customers",
      at: standard.place,
      fixIt: "promise what customers see (first-response, resolution, first-contact), and leave "
        + "handling times to the planner")
  }

  /// The words by which a standard caps handling time; nil when it does not.
  private func cap(in standard: Standard) -> String? {
    let isTime = standard.requirement.promise != nil
    let titles = standard.title.texts.map { find(in: $0.text) }
    if titles.contains(where: \.denies) { return nil }
    var questions: [Finding] = []
    if case .checklist(let checklist) = standard.requirement {
      for question in checklist.questions {
        questions += question.ask.texts.map { find(in: $0.text) }
        questions.append(find(in: question.id.replacing("-", with: " ")))
      }
    }
    let names = ([standard.id] + standard.tags).map { find(in: $0.replacing("-", with: " ")) }
    // Most standards speak of no such thing; whether they name a number then does not matter.
    guard (titles + names + questions).contains(where: { $0.words != nil }) else { return nil }
    // A promise of time has its number in the requirement, so a name is enough there.
    let isTimed = isTime || titles.contains(where: \.hasTime)
    for finding in titles + names + questions where !finding.denies {
      guard let words = finding.words else { continue }
      // "czas obsługi" in a promise of the team is how long a customer waits for the whole.
      if isTime, !finding.isCertain, standard.owner == .team { continue }
      if isTimed || finding.hasTime { return words }
    }
    return nil
  }
}
