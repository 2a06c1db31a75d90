import Standards
import TextMatching

/// Words that a standard names itself, as word lists by language.
struct SoughtLists: Sendable {
  /// The list of words for all languages.
  private(set) var general: WordList?
  /// The lists of words for one language each.
  private(set) var ofLanguages: [(language: String, list: WordList)] = []

  /// The lists of one entry of a standard.
  struct OfStandard: Sendable {
    var avoided: [SoughtLists] = []
    var required: [SoughtLists] = []
  }

  /// Notes that a list has words for a language; nil for all.
  mutating func add(_ list: WordList, language: String?) {
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
  }

  /// Looks the words up.
  func hits(in reply: ScannedReply) -> Found {
    var found = Found(certain: general.map { Array(reply.hits(of: [$0])) } ?? [], perhaps: [])
    for (language, list) in ofLanguages {
      if reply.language == nil {
        found.perhaps += reply.hits(of: [list])
      } else if reply.language?.rawValue == language {
        found.certain += reply.hits(of: [list])
      }
    }
    found.certain = found.certain.inOrder
    found.perhaps = found.perhaps.inOrder
    return found
  }

  /// Whether there are words for a language; a language that is not known has some if any has.
  func speaks(_ language: Language?) -> Bool {
    guard general == nil, let language else { return true }
    return ofLanguages.contains { $0.language == language.rawValue }
  }
}
