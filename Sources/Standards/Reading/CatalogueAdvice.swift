package import Diagnostics

/// What is probably not meant in a catalogue that can be read.
package enum CatalogueAdvice {
  /// Warnings, in the order of the standards, channels and phrase lists.
  ///
  /// - Complexity: O(standards · (channels + phrases)).
  package static func on(_ catalogue: Catalogue) -> Diagnostics {
    var diagnostics = Diagnostics()
    let weights = Weights(catalogue)
    let handlingTime = HandlingTimeWords()
    for standard in catalogue.standards {
      checkShare(of: standard, &diagnostics)
      checkTitle(of: standard, &diagnostics)
      handlingTime.check(standard, &diagnostics)
      weights.check(standard, &diagnostics)
      checkWording(of: standard, &diagnostics)
    }
    checkChannels(in: catalogue, &diagnostics)
    checkPriorities(in: catalogue, &diagnostics)
    for list in catalogue.phraseLists {
      checkLanguages(of: list, in: catalogue, &diagnostics)
      checkRepeats(in: list, called: "the list", &diagnostics)
    }
    for list in catalogue.topicWords {
      checkRepeats(in: list, called: "the words of the topic", &diagnostics)
    }
    return diagnostics
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
