import Standards
import TextMatching

/// Words that a standard names itself, as word lists by language.
struct SoughtLists: Sendable {
  /// The number of the list of words for all languages.
  private(set) var general: Int?
  /// The lists of words for one language each.
  private(set) var ofLanguages: [(language: String, list: Int)] = []

  /// The lists of one entry of a standard.
  struct OfStandard: Sendable {
    var avoided: [SoughtLists] = []
    var required: [SoughtLists] = []
  }

  /// Notes that a list, given by its number, has words for a language; nil for all.
  mutating func add(_ list: Int, language: String?) {
    guard let language else {
      general = list
      return
    }
    if !ofLanguages.contains(where: { $0.language == language }) {
      ofLanguages.append((language, list))
    }
  }

  /// What was found in a reply.
  struct Found {
    /// The places of words that count in the reply's language.
    var certain: [Range<Int>]
    /// The places of words of some language, where the reply's is not known.
    var perhaps: [Range<Int>]

    var all: [Range<Int>] { certain + perhaps }
    var isEmpty: Bool { certain.isEmpty && perhaps.isEmpty }
  }

  /// Whether any of the words stands in a reply, in whatever language it is written.
  func isAny(in reply: ScannedReply) -> Bool {
    general.map { !reply.hits(ofList: $0).isEmpty } ?? false
      || ofLanguages.contains { !reply.hits(ofList: $0.list).isEmpty }
  }

  /// Looks the words up.
  func hits(in reply: ScannedReply) -> Found {
    var found = Found(certain: general.map { Array(reply.hits(ofList: $0)) } ?? [], perhaps: [])
    for (language, list) in ofLanguages {
      if reply.language == nil {
        found.perhaps += reply.hits(ofList: list)
      } else if reply.language?.rawValue == language {
        found.certain += reply.hits(ofList: list)
      }
    }
    if !found.certain.isEmpty { found.certain = found.certain.inOrder }
    if !found.perhaps.isEmpty { found.perhaps = found.perhaps.inOrder }
    return found
  }

  /// Whether there are words for a language; a language that is not known has some if any has.
  func speaks(_ language: Language?) -> Bool {
    guard general == nil, let language else { return true }
    return ofLanguages.contains { $0.language == language.rawValue }
  }
}
