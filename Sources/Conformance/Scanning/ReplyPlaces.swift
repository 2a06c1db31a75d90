import Standards
import TextMatching

extension ScannedReply {
  /// How many sentences from the start are its opening: a salutation often is one of its own.
  static let sentencesOfOpening = 2

  /// A place of the reply (folded bytes): its first two sentences, its last six, or all of it.
  func range(of place: TextPlace) -> Range<Int> {
    let whole = 0..<folded.bytes.count
    guard let first = sentences.first, let last = sentences.last else { return whole }
    switch place {
    case .anywhere: return whole
    case .opening:
      let end = sentences.prefix(Self.sentencesOfOpening).last ?? first
      return first.range.lowerBound..<end.range.upperBound
    case .closing:
      let start = sentences.suffix(ClosingObservation.sentencesFromEnd).first ?? last
      return start.range.lowerBound..<last.range.upperBound
    }
  }

  /// No phrase that covers a word begins further before it (unit: folded bytes).
  private static let longestCover = 200

  /// Whether words of a list cover a word.
  ///
  /// - Complexity: O(log hits).
  func covers(_ list: Lexicon.List, _ word: Range<Int>) -> Bool {
    let starts = max(0, word.lowerBound - Self.longestCover)..<word.lowerBound + 1
    return hits(of: list).within(starts).contains { word.upperBound <= $0.upperBound }
  }

  /// Sentences as evidence (UTF-8 offsets of the message).
  func spans(ofSentences indices: [Int]) -> [Range<Int>] {
    indices.filter { sentences.indices.contains($0) }.map { original(sentences[$0].range) }
  }

  /// Whether a place stands between quotation marks within its sentence: it may be somebody else's
  /// words, or a name.
  func isQuoted(_ place: Range<Int>) -> Bool {
    guard let sentence = sentence(around: place)?.sentence.range else { return false }
    let bytes = folded.bytes
    let mark = UInt8(ascii: "\"")
    let before = bytes[sentence.lowerBound..<place.lowerBound].count { $0 == mark }
    return !before.isMultiple(of: 2)
      && bytes[min(place.upperBound, sentence.upperBound)..<sentence.upperBound].contains(mark)
  }

  /// Whether bytes of any of these marks stand between two offsets.
  func hasMark(_ marks: StaticString, from start: Int, to end: Int) -> Bool {
    guard start < end, end <= folded.bytes.count else { return false }
    return marks.withUTF8Buffer { marks in folded.bytes[start..<end].contains { marks.contains($0) }
    }
  }
}
