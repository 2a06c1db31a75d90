import Standards
import TextMatching

/// Finds who writes or speaks where no line of its own says it: "tu Zuza", "Marek here", "Dan from the
/// mail team" at the start, "Always happy to chat. Étienne" at the end.
enum Introduction {
  /// So many sentences from the start may name who speaks.
  private static let opening = 3
  /// The most words that the end of a reply has beside a name: "Jędruś, kasa dolna".
  private static let longestEnd = 5

  /// The name (folded bytes), or nil.
  ///
  /// - Complexity: O(words of the first and last sentences + hits).
  static func name(in reply: ScannedReply) -> Range<Int>? {
    phrased(reply) ?? atStart(reply) ?? atEnd(reply)
  }

  /// A name beside words that introduce it.
  private static func phrased(_ reply: ScannedReply) -> Range<Int>? {
    guard let end = reply.sentences.prefix(opening).last?.range.upperBound else { return nil }
    for hit in reply.hits(of: [.lexicon(.nameFollows)]).within(0..<end) {
      let words = reply.folded.words(in: hit.upperBound..<min(end, hit.upperBound + 40))
      if let word = words.first, reply.isNear(hit.upperBound, word.range.lowerBound),
        isName(word, reply)
      {
        return word.range
      }
    }
    for hit in reply.hits(of: [.lexicon(.namePrecedes)]).within(0..<end) {
      let words = reply.folded.words(in: max(0, hit.lowerBound - 30)..<hit.lowerBound)
      if let word = words.last, reply.isNear(word.range.upperBound, hit.lowerBound),
        isName(word, reply), reply.isGivenName(word)
      {
        return word.range
      }
    }
    return nil
  }

  /// A given name between two marks where the reply begins, or before where somebody comes from:
  /// "Dzień dobry, Kuba, wsparcie techniczne.", "Yuki from platform."
  private static func atStart(_ reply: ScannedReply) -> Range<Int>? {
    guard let end = reply.sentences.prefix(opening).last?.range.upperBound else { return nil }
    let words = reply.folded.words(in: 0..<end)
    for (index, word) in words.enumerated() where isName(word, reply) && reply.isGivenName(word) {
      let before = index > 0 ? words[index - 1] : nil
      // "Hi Anna," greets; "Good morning, Anna," may, and the customer's own name was left out.
      let isApart = before.map {
        reply.hasMark(",.!", $0.range.upperBound, word.range.lowerBound)
      }
      guard isApart ?? true else { continue }
      guard index + 1 < words.count else { return index > 0 ? word.range : nil }
      let next = words[index + 1]
      if reply.covers(.lexicon(.belongings), next.range) { return word.range }
      if index > 0, reply.hasMark(",.", word.range.upperBound, next.range.lowerBound) {
        return word.range
      }
    }
    return nil
  }

  /// A name at the very end, behind a whole sentence or a line break: "… Kostek", "regards, Joost".
  private static func atEnd(_ reply: ScannedReply) -> Range<Int>? {
    guard reply.sentences.count > 1, let last = reply.sentences.last, last.terminator == .none
    else {
      return nil
    }
    let lineStart =
      reply.folded.bytes[last.range].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
      ?? last.range.lowerBound
    let words = reply.folded.words(in: lineStart..<last.range.upperBound)
    guard words.count <= longestEnd else { return nil }
    let isTitled = words.first.map { reply.covers(.lexicon(.titles), $0.range) } ?? false
    let name = words.first { word in
      guard reply.customer?.isInflected(reply.folded.bytes[word.range]) != true,
        !reply.covers(.lexicon(.teams), word.range)
      else { return false }
      if isTitled { return word.beginsWithCapital && !reply.covers(.lexicon(.titles), word.range) }
      return reply.isGivenName(word) && (word.beginsWithCapital || words.count <= 2)
    }
    return name?.range
  }

  private static func isName(_ word: WrittenWord, _ reply: ScannedReply) -> Bool {
    word.isWrittenAsName && !reply.covers(.lexicon(.noNames), word.range)
      && !reply.covers(.lexicon(.teams), word.range)
      && reply.customer?.isInflected(reply.folded.bytes[word.range]) != true
  }
}

extension ScannedReply {
  fileprivate func isGivenName(_ word: WrittenWord) -> Bool {
    GivenNames.shared.contains(folded.bytes[word.range])
  }

  /// Whether only blanks and a comma stand between two offsets.
  fileprivate func isNear(_ start: Int, _ end: Int) -> Bool {
    start <= end && folded.bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x2C }
  }

  /// Whether one of these marks, or a line break, stands between two offsets.
  fileprivate func hasMark(_ marks: String, _ start: Int, _ end: Int) -> Bool {
    guard start <= end else { return false }
    return folded.bytes[start..<end].contains { $0 == 0x0A || marks.utf8.contains($0) }
  }
}
