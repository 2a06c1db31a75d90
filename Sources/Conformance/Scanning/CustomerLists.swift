import Standards
import TextMatching

/// The lists by which customers' messages are read, in one small automaton of their own: there are as
/// many of these messages as replies, and nothing else is looked for in them.
package struct CustomerLists: Sendable {
  private let patterns: PatternSet
  private let listOfPattern: [Lexicon.List]

  /// Builds the automaton; the catalogue's lists of the same name add to the built-in ones.
  ///
  /// - Throws: ``AuditorError/patterns(_:)`` when the expressions need more memory than allowed.
  init(_ catalogue: Catalogue, _ lexicon: Lexicon, isForMany: Bool) throws(AuditorError) {
    var all: [Pattern] = []
    var listOfPattern: [Lexicon.List] = []
    for list in Lexicon.List.ofCustomers {
      let own = list.isExtensible ? catalogue.phraseList(named: list.name) : nil
      for phrase in lexicon[list].phrases + (own?.phrases ?? []) {
        all.append(phrase.pattern)
        listOfPattern.append(list)
      }
    }
    do {
      patterns = try PatternSet(all, isForMany: isForMany)
    } catch {
      throw .patterns(error.message)
    }
    self.listOfPattern = listOfPattern
  }

  /// Everything that the lists find in a text, by start.
  ///
  /// - Complexity: O(bytes + hits).
  func hits(in text: FoldedText) -> [(list: Lexicon.List, range: Range<Int>)] {
    patterns.hits(in: text).map { (listOfPattern[$0.pattern], $0.range) }
  }
}
