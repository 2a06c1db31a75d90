/// A sentence of a folded text.
package struct Sentence: Hashable, Sendable {
  /// How a sentence ends.
  package enum Terminator: String, Sendable { case period, question, exclamation, ellipsis, none }

  /// Its folded bytes with terminator and closing quotes, without white space around.
  package let range: Range<Int>
  /// How it ends; `none` where a blank line or the next list item ends it.
  package let terminator: Terminator
  /// The index of its block among those of `Blocks.split`.
  package let block: Int

  /// Creates a sentence.
  package init(range: Range<Int>, terminator: Terminator, block: Int) {
    self.range = range
    self.terminator = terminator
    self.block = block
  }

  /// Whether it ends with a question mark, also among others: `?!`.
  package var isQuestion: Bool { terminator == .question }
}

extension [Sentence] {
  /// The index of the sentence that an offset lies in (folded bytes); nil for white space between.
  ///
  /// - Complexity: O(log sentences); they must be in order.
  package func index(holding offset: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].range.contains(offset) ? low : nil
  }
}

/// Splits texts into sentences.
///
/// A sentence ends
/// - at `.` or `...` and white space, where what follows is no lower-case letter in the original;
///   not behind abbreviations (``Abbreviations``), initials, ordinals and days of a date. Authors
///   whose text begins in lower case may go on in lower case behind `.` too;
/// - at `?` or `!` and white space, whatever follows; behind a closing quote or bracket only where
///   no lower-case letter follows;
/// - before the next list item, and at the end of its block.
///
/// Addresses, numbers and times hold no white space and are never split. Emoji and emoticons behind
/// a terminator belong to the sentence before.
package enum Sentences {
  /// The sentences of a text, in order; each lies within one block, and together they hold every
  /// character but white space.
  ///
  /// - Complexity: O(length).
  package static func split(_ text: FoldedText) -> [Sentence] {
    let blocks = Blocks.split(text)
    var original = text.original
    var sentences: [Sentence] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      text.origins.withUnsafeBufferPointer { origins in
        original.withUTF8 { original in
          var splitter = SentenceSplitter(
            characters: CaseReader(bytes: bytes, origins: origins, original: original))
          for (index, block) in blocks.enumerated() { splitter.split(block, index) }
          sentences = splitter.sentences
        }
      }
    }
    return sentences
  }
}

/// Walks through the bytes of blocks.
private struct SentenceSplitter {
  let characters: CaseReader
  private(set) var sentences: [Sentence] = []

  private var bytes: UnsafeBufferPointer<UInt8> { characters.bytes }
  /// Whether the author does without capitals, as the first letter tells.
  private let isLowerCaseAuthor: Bool

  init(characters: CaseReader) {
    self.characters = characters
    isLowerCaseAuthor = characters.beginsInLowerCase
  }

  mutating func split(_ block: Range<Int>, _ index: Int) {
    let end = block.upperBound
    var start = block.lowerBound
    /// Adds the sentence that ends here, unless it is empty.
    func close(at offset: Int, _ terminator: Sentence.Terminator) {
      var last = offset
      while last > start, characters.isSpace(at: last - 1) { last -= 1 }
      guard last > start else { return }
      sentences.append(Sentence(range: start..<last, terminator: terminator, block: index))
    }
    var position = start
    /// Where the line begins that the position is in.
    var lineStart = start
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        let next = characters.endOfSpace(from: position, before: end)
        if ListItems.begins(at: next, behind: position, characters) {
          close(at: position, .none)
          start = next
        }
        lineStart = next
        position = next
      } else if Self.isTerminator(byte) {
        let stop = Stop(at: position, before: end, characters)
        position = stop.runEnd
        if stop.next == end || isEnd(stop, lineStart: lineStart) {
          close(at: stop.end, stop.terminator)
          start = stop.next
          position = stop.next
          if bytes[stop.end..<stop.next].contains(UInt8(ascii: "\n")) { lineStart = stop.next }
        }
      } else {
        position += 1
      }
    }
    close(at: end, .none)
  }

  /// Whether a sentence ends at the stop.
  private func isEnd(_ stop: Stop, lineStart: Int) -> Bool {
    guard stop.isFollowedBySpace else { return false }
    let follower = characters.follower(at: stop.next)
    switch stop.terminator {
    case .question, .exclamation:
      return follower != .lower || !stop.isClosed
    case .ellipsis, .none:
      return follower != .lower
    case .period:
      if follower == .lower, !isLowerCaseAuthor || stop.isClosed { return false }
      let token = Abbreviations.Token(before: stop.start, lineStart: lineStart, in: bytes)
      return Abbreviations.allowEnd(behind: token, follower, at: stop.next, in: bytes)
    }
  }

  fileprivate static func isTerminator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
}

/// A run of terminators with what belongs to it.
private struct Stop {
  /// Where the run begins.
  let start: Int
  /// Behind the run.
  let runEnd: Int
  /// Behind closing marks and emoji.
  let end: Int
  /// Where the next sentence would begin.
  let next: Int
  let terminator: Sentence.Terminator
  /// Whether a closing quote or bracket follows.
  let isClosed: Bool
  let isFollowedBySpace: Bool

  init(at start: Int, before limit: Int, _ characters: CaseReader) {
    let bytes = characters.bytes
    self.start = start
    var position = start
    var hasQuestion = false
    var hasExclamation = false
    while position < limit, SentenceSplitter.isTerminator(bytes[position]) {
      hasQuestion = hasQuestion || bytes[position] == UInt8(ascii: "?")
      hasExclamation = hasExclamation || bytes[position] == UInt8(ascii: "!")
      position += 1
    }
    terminator =
      hasQuestion
      ? .question
      : hasExclamation ? .exclamation : position - start > 1 ? .ellipsis : .period
    runEnd = position
    while position < limit, Self.isCloser(bytes[position]) { position += 1 }
    isClosed = position > runEnd
    var end = position
    var next = characters.endOfSpace(from: position, before: limit)
    var isSpaced = next > position
    while let symbols = characters.endOfSymbols(from: next, before: limit) {
      end = symbols
      next = characters.endOfSpace(from: symbols, before: limit)
      isSpaced = isSpaced || next > symbols
    }
    self.end = end
    self.next = next
    isFollowedBySpace = isSpaced
  }

  private static func isCloser(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
