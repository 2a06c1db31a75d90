import Synchronization
import TextMatching

/// What the author of a message or note wrote, with what word lists find in it; each is looked up once,
/// since several checks ask.
final class ReadText: Sendable {
  /// What the author wrote, folded.
  let folded: FoldedText
  private let lists: WordLists
  private let lateHits = Mutex<WordHits?>(nil)
  private let lateLanguage = Mutex<Language??>(nil)

  init(_ folded: FoldedText, _ lists: WordLists) {
    self.folded = folded
    self.lists = lists
  }

  /// What the lists for replies find in it.
  ///
  /// - Complexity: O(bytes + hits) the first time.
  var hits: WordHits {
    lateHits.withLock { hits in
      if let hits { return hits }
      let new = lists.scan(folded)
      hits = new
      return new
    }
  }

  /// The language it is written in; nil when that cannot be told.
  ///
  /// - Complexity: O(bytes) the first time.
  var language: Language? {
    lateLanguage.withLock { language in
      if let language { return language }
      let new = Language.of(folded)
      language = .some(new)
      return new
    }
  }
}
