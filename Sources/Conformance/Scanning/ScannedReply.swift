import Clocks
import SentenceModel
import Standards
import Synchronization
package import TextMatching

/// A message with what the word lists find in it; quoted and forwarded mail is cut.
///
/// A class, since many checks hold one.
package final class ScannedReply: Sendable {
  /// The message as it was sent.
  package let text: String
  /// What its author wrote, folded.
  let folded: FoldedText
  /// Its sentences.
  let sentences: [Sentence]
  /// The language it is written in; nil when that cannot be told.
  package let language: Language?
  /// The name of the customer it is written to, if the ticket says.
  let customer: CustomerName?
  /// The personal name that it is signed with (UTF-8 offsets of the message).
  let signer: Range<Int>?
  /// Where its author signs off (UTF-8 offsets of the message).
  let signature: Range<Int>?
  private let hits: WordHits
  private let lists: WordLists
  /// What its sentences do; nil where hardly anybody asks.
  private let readActs: ReplyActs?
  private let lateActs = Mutex<ReplyActs?>(nil)
  private let lateWords = Mutex<[WrittenWord]?>(nil)

  /// Scans a message.
  ///
  /// - Parameters:
  ///   - text: The message as it was sent.
  ///   - lists: The word lists to look for.
  ///   - prior: The language expected, such as the customer's.
  ///   - customer: The name of the customer it is written to, if the ticket says.
  /// - Complexity: O(bytes + hits).
  init(_ text: String, _ lists: WordLists, prior: Language?, customer: CustomerName?) {
    self.text = text
    self.customer = customer
    let authored = AuthoredText(text)
    folded = authored.folded
    signer = authored.signer
    signature = authored.signature
    self.lists = lists
    sentences = Sentences.split(folded)
    let reading = lists.read(folded, sentences, prior: prior)
    language = reading.language
    readActs =
      if let times = reading.times, let judged = reading.judged {
        ReplyActs(folded, sentences, times, lists.model.reading(of: judged), by: lists.model)
      } else { nil }
    hits = lists.hits(reading, in: folded)
  }

  /// Its words, in order.
  ///
  /// - Complexity: O(bytes) the first time.
  var words: [WrittenWord] {
    lateWords.withLock { words in
      if let words { return words }
      let new = folded.words(in: 0..<folded.bytes.count)
      words = new
      return new
    }
  }

  /// What its sentences do.
  ///
  /// - Complexity: O(bytes) the first time.
  package var acts: ReplyActs {
    if let readActs { return readActs }
    return lateActs.withLock { acts in
      if let acts { return acts }
      let new = ReplyActs(folded, sentences, language, by: lists.model)
      acts = new
      return new
    }
  }

  /// The times that it names, in order.
  package var times: [WrittenTime] { acts.times }

  /// The words that speak most for an act, in the sentence that does it most clearly.
  func reasons(for act: Act) -> [String] {
    acts.reasons(for: act, in: folded, sentences).map { text.utf8Slice(original($0)) }
  }

  /// The places (folded bytes) where words of any of the lists stand, by start.
  func hits(of lists: [WordList]) -> ArraySlice<Range<Int>> {
    guard let first = lists.first else { return [] }
    if lists.count == 1 { return hits[first] }
    return lists.flatMap { hits[$0] }.sortedByStart[...]
  }

  /// The same of a list that is not built in, by its number.
  func hits(ofList number: Int) -> ArraySlice<Range<Int>> { hits[number] }

  /// The same of a built-in list.
  func hits(of list: Lexicon.List) -> ArraySlice<Range<Int>> { hits[.lexicon(list)] }

  /// Those of a built-in list that lie within a range (folded bytes).
  ///
  /// - Complexity: O(log hits + hits within).
  func hits(of list: Lexicon.List, in range: Range<Int>) -> [Range<Int>] {
    hits(of: list).within(range).filter { $0.upperBound <= range.upperBound }
  }

  /// Those that lie within a range (folded bytes).
  ///
  /// - Complexity: O(log hits + hits within).
  func hits(of lists: [WordList], in range: Range<Int>) -> [Range<Int>] {
    let found = lists.flatMap { list in
      hits[list].within(range).filter { $0.upperBound <= range.upperBound }
    }
    return lists.count > 1 ? found.sortedByStart : found
  }

  /// Whether a word of a list stands within a range (folded bytes).
  ///
  /// - Complexity: O(log hits), besides hits that overlap the range's end.
  func contains(_ list: WordList, in range: Range<Int>) -> Bool {
    hits[list].within(range).contains { $0.upperBound <= range.upperBound }
  }

  /// The sentence in which a place lies, with its index.
  ///
  /// - Complexity: O(log sentences).
  func sentence(around place: Range<Int>) -> (index: Int, sentence: Sentence)? {
    sentences.index(holding: place.lowerBound).map { ($0, sentences[$0]) }
  }

  /// The characters of the message behind folded bytes (UTF-8 offsets).
  func original(_ range: Range<Int>) -> Range<Int> {
    folded.originalUTF8(range)
  }

  /// Whether a folded word begins with a capital in the message.
  func isCapitalised(_ range: Range<Int>) -> Bool {
    let start = folded.originalUTF8(range).lowerBound
    let bytes = text.utf8
    guard
      let index = bytes.index(bytes.startIndex, offsetBy: start, limitedBy: bytes.endIndex),
      index < bytes.endIndex
    else { return false }
    return text[index].isUppercase
  }

  /// The words within a range (folded bytes) that cuts none.
  ///
  /// - Complexity: O(log words).
  func words(within range: Range<Int>) -> ArraySlice<WrittenWord> {
    let words = words
    let first = words.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = words.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return words[first..<max(first, end)]
  }

  /// The number of words between two offsets of the folded text.
  func words(from start: Int, to end: Int) -> Int {
    guard start < end, end <= folded.bytes.count else { return 0 }
    return folded.bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var isInWord = false
      for offset in start..<end {
        let isSpace = bytes[offset] == 0x20 || bytes[offset] == 0x0A
        if !isSpace, !isInWord { count += 1 }
        isInWord = !isSpace
      }
      return count
    }
  }
}

extension ArraySlice<Range<Int>> {
  /// The ranges that begin within `range`; these must be sorted by start.
  ///
  /// - Complexity: O(log count).
  func within(_ range: Range<Int>) -> ArraySlice<Range<Int>> {
    self[firstIndex(from: range.lowerBound)..<firstIndex(from: range.upperBound)]
  }

  /// The index of the first range that begins at an offset or after it.
  private func firstIndex(from offset: Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// These ranges without those that overlap an earlier one; they must be sorted by start.
  var withoutOverlaps: [Range<Int>] {
    var result: [Range<Int>] = []
    for range in self where range.lowerBound >= (result.last?.upperBound ?? 0) {
      result.append(range)
    }
    return result
  }
}

extension [Range<Int>] {
  /// By start, the longer first.
  fileprivate var sortedByStart: [Range<Int>] {
    sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  /// The ranges that begin within `range`; these must be sorted by start.
  ///
  /// - Complexity: O(log count).
  func within(_ range: Range<Int>) -> ArraySlice<Range<Int>> { self[...].within(range) }

  /// These ranges without those that overlap an earlier one; they must be sorted by start.
  var withoutOverlaps: [Range<Int>] { self[...].withoutOverlaps }
}
