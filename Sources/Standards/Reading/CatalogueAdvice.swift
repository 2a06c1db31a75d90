package import Diagnostics
import ServiceTime

/// What is probably not meant in a catalogue that can be read.
package enum CatalogueAdvice {
  /// Warnings, in the order of the standards and channels.
  ///
  /// - Complexity: O(standards · (channels + phrases)).
  package static func on(_ catalogue: Catalogue) -> Diagnostics {
    var diagnostics = Diagnostics()
    let weights = Weights(catalogue)
    for standard in catalogue.standards {
      checkShare(of: standard, &diagnostics)
      weights.check(standard, &diagnostics)
    }
    for channel in catalogue.channels { checkPromises(on: channel, in: catalogue, &diagnostics) }
    checkLanguages(in: catalogue, &diagnostics)
    return diagnostics
  }

  /// Nobody answers every single message in time, whatever a title says.
  private static func checkShare(of standard: Standard, _ diagnostics: inout Diagnostics) {
    guard let share = standard.requirement.kind.promisedShare else { return }
    if share == .all {
      diagnostics.warning(
        "share.all", "'\(standard.id)' promises 100%, which a single late answer breaks",
        at: standard.place,
        fixIt:
          "write share: 99%, which needs far fewer people, and bound the rest with never-longer-than"
      )
      return
    }
    // Only these can be given a bound for the rest.
    guard let answer = (standard.requirement.kind as? any ResponseKind)?.answer,
      answer.neverLongerThan == nil,
      let word = standard.title.texts.lazy.compactMap({ absoluteWord(in: $0.text) }).first
    else { return }
    diagnostics.warning(
      "title.every",
      "'\(standard.id)' says '\(word)' and promises \(share) without a bound for the rest",
      at: standard.place,
      fixIt: "add never-longer-than, or write the share into the title")
  }

  /// Words of a title that promise something to everybody.
  private static let absoluteWords: Set<String> = [
    "all", "always", "every", "everybody", "everyone",
    "każda", "każde", "każdego", "każdej", "każdemu", "każdy", "każdą", "wszyscy", "wszystkie",
    "wszystkich", "zawsze",
    "každá", "každé", "každého", "každému", "každou", "každý", "vždy", "všechny", "všichni",
  ]

  private static func absoluteWord(in title: String) -> String? {
    let words = title.lowercased().split { !$0.isLetter }
    return words.first { absoluteWords.contains(String($0)) }.map(String.init)
  }

  /// A channel on which nothing is promised is a channel that is answered last.
  private static func checkPromises(
    on channel: ContactChannel, in catalogue: Catalogue, _ diagnostics: inout Diagnostics
  ) {
    let promises = catalogue.standards.filter { standard in
      guard standard.scope.channels?.contains(channel.name) ?? true else { return false }
      switch standard.requirement {
      case .firstResponse: return true
      case .pickUp: return channel.kind == .live
      default: return false
      }
    }
    let advice =
      channel.kind == .live
      ? "pick-up: {within: 20 s, share: 80%}" : "first-response: {within: 4 h, share: 95%}"
    if promises.isEmpty {
      diagnostics.warning(
        "channel.no-promise",
        "no standard promises how soon contacts on '\(channel.name)' are answered",
        at: channel.place,
        fixIt: "add one with applies-to: {channel: \(channel.name)} and \(advice)")
      return
    }
    guard !promises.contains(where: { $0.scope.isForEveryTicketOfItsChannels }) else { return }
    diagnostics.warning(
      "channel.no-promise",
      "only some contacts on '\(channel.name)' are promised an answer in time", at: channel.place,
      notes: promises.prefix(3).map { .init("'\($0.id)' is for some of them", at: $0.place) },
      fixIt: "add one for the rest, behind the others: applies-to: {channel: \(channel.name)}")
  }

  /// A list without words of a language finds nothing there, which looks like a fault of the reply.
  private static func checkLanguages(in catalogue: Catalogue, _ diagnostics: inout Diagnostics) {
    for list in catalogue.phraseLists {
      // Those add to built-in lists, which have words in every language.
      guard Lexicon.List(rawValue: list.name)?.isExtensible != true,
        let first = list.phrases.first,
        !list.phrases.contains(where: { $0.language == nil })
      else { continue }
      let missing = catalogue.languages.filter { code in
        !list.phrases.contains { $0.language == code }
      }
      guard !missing.isEmpty else { continue }
      diagnostics.warning(
        "phrases.language",
        "the phrase list '\(list.name)' has nothing in \(missing.joined(separator: ", "))",
        at: first.place, fixIt: "add phrases in every language of the catalogue")
    }
  }
}

/// How much each owner's standards weigh together.
private struct Weights {
  private let sums: [Standard.Owner: Int]

  init(_ catalogue: Catalogue) {
    sums = Dictionary(
      catalogue.standards.map { ($0.owner, $0.weight) }, uniquingKeysWith: { $0 + $1 })
  }

  /// Reports a standard that no score would ever show. What fails a whole reply needs no weight.
  func check(_ standard: Standard, _ diagnostics: inout Diagnostics) {
    let sum = sums[standard.owner] ?? 0
    guard standard.severity != .critical, standard.weight * 100 < sum || standard.weight == 0
    else { return }
    diagnostics.warning(
      "weight.irrelevant",
      "'\(standard.id)' weighs \(standard.weight) of \(sum), which no score will show",
      at: standard.place,
      fixIt: "give it more weight, or delete it")
  }
}

extension Scope {
  /// Whether nothing but channels narrows it.
  fileprivate var isForEveryTicketOfItsChannels: Bool {
    topics == nil && priorities == nil && segments == nil && languages == nil
  }
}
