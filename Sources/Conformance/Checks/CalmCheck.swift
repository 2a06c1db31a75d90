import Standards
import TextMatching

extension Calm {
  /// Judges whether a reply shouts.
  ///
  /// Words in capitals count where white space alone parts them: "DNS, SSL, VPS" is a list. Some short
  /// ones in a row may be the names of things, and so may what stands between quotation marks.
  func judge(_ reply: ScannedReply) -> Judgement {
    let marks = runsOfMarks(reply)
    let (shouted, perhaps) = shouting(reply)
    if !shouted.isEmpty || !marks.isEmpty {
      let reasons =
        (shouted.isEmpty ? [] : ["words in capitals follow one another"])
        + (marks.isEmpty ? [] : ["marks are piled up"])
      return Judgement(
        .missed, reasons.joined(separator: ", and "),
        spans: (shouted + marks).map { reply.original($0) }.inOrder)
    }
    if !perhaps.isEmpty {
      return Judgement(
        .undecided, "words in capitals follow one another, perhaps names or a quotation",
        spans: perhaps.map { reply.original($0) }.inOrder)
    }
    return Judgement(.met, "it does not shout")
  }

  /// From so many question marks on, alone or among exclamation marks, nobody only asks.
  private static let questionMarks = 3

  /// Runs of more exclamation marks than allowed, and of three marks and more that ask.
  private func runsOfMarks(_ reply: ScannedReply) -> [Range<Int>] {
    let bytes = reply.folded.bytes
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
      let isPile = asks && position - start >= max(Self.questionMarks, exclamationMarksAtMost + 1)
      if exclamations > exclamationMarksAtMost || isPile { runs.append(start..<position) }
    }
    return runs
  }

  /// A word of so many letters is hardly an abbreviation.
  private static let lettersOfWord = 4
  /// So many words in a row are a sentence, however short they are.
  private static let wordsOfSentence = 5

  private func shouting(_ reply: ScannedReply) -> (sure: [Range<Int>], perhaps: [Range<Int>]) {
    var sure: [Range<Int>] = []
    var perhaps: [Range<Int>] = []
    let bytes = reply.folded.bytes
    var run: [WrittenWord] = []
    var end = 0
    func close() {
      defer { run.removeAll(keepingCapacity: true) }
      let words = run.filter { $0.letters > 1 }
      guard words.count > shoutingAtMost, let first = words.first, let last = words.last else {
        return
      }
      let range = first.range.lowerBound..<last.range.upperBound
      let long = words.count { $0.letters >= Self.lettersOfWord }
      let isSentence = long >= 2 || (long >= 1 && words.count >= Self.wordsOfSentence)
      let isWord = shoutingAtMost == 0 && long >= 1
      if (isSentence || isWord) && !reply.isQuoted(range) {
        sure.append(range)
      } else {
        perhaps.append(range)
      }
    }
    reply.folded.forEachWord(in: 0..<bytes.count) { word in
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
