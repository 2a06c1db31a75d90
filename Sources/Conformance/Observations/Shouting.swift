import TextMatching

/// Where a reply shouts: words in capitals, and marks piled up (folded bytes).
struct Shouting {
  /// Words in capitals that follow one another.
  let sure: [Range<Int>]
  /// The same, but perhaps names of things or quoted.
  let perhaps: [Range<Int>]
  /// Runs of exclamation and question marks.
  let marks: [Range<Int>]

  /// - Parameters:
  ///   - wordsAtMost: How many words in capitals may follow one another.
  ///   - exclamationMarksAtMost: How many exclamation marks may.
  /// - Complexity: O(bytes).
  init(_ reply: ScannedReply, wordsAtMost: Int = 2, exclamationMarksAtMost: Int = 1) {
    (sure, perhaps) = Self.words(reply, atMost: wordsAtMost)
    marks = Self.runsOfMarks(reply, atMost: exclamationMarksAtMost)
  }

  /// From so many question marks on, alone or among exclamation marks, nobody only asks.
  private static let questionMarks = 3

  /// Runs of more exclamation marks than allowed, and of three marks and more that ask.
  private static func runsOfMarks(_ reply: ScannedReply, atMost: Int) -> [Range<Int>] {
    reply.folded.bytes.withUnsafeBufferPointer { runsOfMarks($0, atMost: atMost) }
  }

  private static func runsOfMarks(
    _ bytes: UnsafeBufferPointer<UInt8>, atMost: Int
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "!") || bytes[position] == UInt8(ascii: "?") else {
        position += 1
        continue
      }
      let start = position
      var exclamations = 0
      while position < bytes.count,
        bytes[position] == UInt8(ascii: "!") || bytes[position] == UInt8(ascii: "?")
      {
        if bytes[position] == UInt8(ascii: "!") { exclamations += 1 }
        position += 1
      }
      let asks = exclamations < position - start
      let isPile = asks && position - start >= max(questionMarks, atMost + 1)
      if exclamations > atMost || isPile { runs.append(start..<position) }
    }
    return runs
  }

  /// A word of so many letters is hardly an abbreviation.
  private static let lettersOfWord = 4
  /// So many words in a row are a sentence, however short they are.
  private static let wordsOfSentence = 5

  private static func words(
    _ reply: ScannedReply, atMost: Int
  ) -> (sure: [Range<Int>], perhaps: [Range<Int>]) {
    // A run begins with a word in capitals.
    guard reply.folded.hasWordInCapitals else { return ([], []) }
    let all = reply.words
    guard let start = all.firstIndex(where: \.isInCapitals) else { return ([], []) }
    var sure: [Range<Int>] = []
    var perhaps: [Range<Int>] = []
    let bytes = reply.folded.bytes
    var run: [WrittenWord] = []
    var end = 0
    func close() {
      defer { run.removeAll(keepingCapacity: true) }
      let words = run.filter { $0.letters > 1 }
      guard words.count > atMost, let first = words.first, let last = words.last else {
        return
      }
      let range = first.range.lowerBound..<last.range.upperBound
      let long = words.count { $0.letters >= lettersOfWord }
      let isSentence = long >= 2 || (long >= 1 && words.count >= wordsOfSentence)
      let isWord = atMost == 0 && long >= 1
      if (isSentence || isWord) && !reply.isQuoted(range) {
        sure.append(range)
      } else {
        perhaps.append(range)
      }
    }
    for word in all[start...] {
      guard word.capitals > 0 || !run.isEmpty else { continue }
      let isBeside =
        !run.isEmpty
        && bytes[end..<word.range.lowerBound].allSatisfy { $0 == UInt8(ascii: " ") }
      if !isBeside { close() }
      // A single letter, such as "I", neither shouts nor ends it.
      let isCapital = word.isInCapitals || (word.letters == 1 && word.capitals == 1 && !run.isEmpty)
      if isCapital, !word.hasDigit {
        run.append(word)
        end = word.range.upperBound
      } else {
        close()
      }
    }
    close()
    return (sure, perhaps)
  }
}
