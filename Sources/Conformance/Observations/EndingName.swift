import Standards
import TextMatching

/// Finds the name that ends a line of text which goes on into it: "… nic nie płacisz Kuba", "… up to my
/// eyes A. Needham", "… half four ness", "… Honza z dispečinku", "… by text - priya".
enum EndingName {
  /// The most words behind a name: "z dispečinku linky".
  private static let mostBehind = 3

  /// The name (folded bytes), or nil.
  ///
  /// - Parameter words: The words of the line, in which no mark ends the last sentence.
  /// - Complexity: O(1) of the words.
  static func find(in words: [WrittenWord], of reply: ScannedReply) -> Range<Int>? {
    for index in words.indices.suffix(mostBehind + 1).reversed()
    where mayBeName(words[index], reply) {
      let start = initial(before: index, words, reply) ?? index
      guard start > 0, !isSpokenOf(start, words, reply) else { continue }
      let name = words[index]
      let isLast = index == words.count - 1
      let isKnown = reply.isGivenName(name) && isWritten(index, words, reply)
      if isLast ? isKnown || start < index : isKnown && isFollowed(index, words, reply) {
        return words[start].range.lowerBound..<name.range.upperBound
      }
    }
    return nil
  }

  private static func mayBeName(_ word: WrittenWord, _ reply: ScannedReply) -> Bool {
    !reply.isOfCustomer(word) && !Signer.isOfTeam(word, in: reply)
      && !reply.covers(.noNames, word.range)
  }

  /// The index of an initial right before a surname.
  private static func initial(
    before index: Int, _ words: [WrittenWord], _ reply: ScannedReply
  ) -> Int? {
    guard index > 0, words[index].isWrittenAsName else { return nil }
    let before = words[index - 1]
    return before.letters == 1 && before.beginsWithCapital
      && reply.folded.bytes[before.range.upperBound] == UInt8(ascii: ".") ? index - 1 : nil
  }

  /// Whether the words before a name tell of somebody: "proszę pisać do Kuba", "the shop of A. Needham".
  private static func isSpokenOf(
    _ index: Int, _ words: [WrittenWord], _ reply: ScannedReply
  ) -> Bool {
    let before = words[index - 1]
    let isApart = reply.hasMark(".!?,()-*~", before.range.upperBound, words[index].range.lowerBound)
    return !isApart
      && (reply.covers(.spokenOf, before.range) || reply.covers(.titles, before.range)
        || (before.beginsWithCapital && before.capitals < before.letters))
  }

  /// Whether a name has its capital, or stands behind a mark or is no word of its own, since who writes
  /// all small signs so as well.
  private static func isWritten(
    _ index: Int, _ words: [WrittenWord], _ reply: ScannedReply
  ) -> Bool {
    let word = words[index]
    if word.beginsWithCapital { return word.isWrittenAsName }
    return reply.hasMark("-*~^", words[index - 1].range.upperBound, word.range.lowerBound)
      || !ordinary.contains(reply.folded.bytes[word.range])
  }

  /// Whether only an initial, a kiss, a post or where somebody belongs stands behind a name.
  private static func isFollowed(
    _ index: Int, _ words: [WrittenWord], _ reply: ScannedReply
  ) -> Bool {
    let behind = words[(index + 1)...]
    guard let next = behind.first, !behind.contains(where: \.hasDigit) else { return false }
    if next.letters == 1, behind.count == 1 { return true }
    let end = words[index].range.upperBound
    if reply.isBlank(end, next.range.lowerBound) {
      return behind.count > 1 && origins.contains(reply.folded.bytes[next.range])
    }
    return behind.count < mostBehind && words[index].beginsWithCapital
      && reply.isNear(end, next.range.lowerBound)
      && behind.allSatisfy { !$0.beginsWithCapital }
  }

  /// Words between a name and where somebody belongs.
  private static let origins = FoldedWords("from z ze od")

  /// Names that are words in small letters.
  private static let ordinary = FoldedWords(
    """
    art bill bob carol chase crystal daisy dale dawn dean dot drew earl eve faith frank gene ginger glen
    grace grant guy hank hazel heath heather holly hope iris ivy jack jade jay jean joy june ken lance lee
    major mark marina martin may miles norm olive page pat patience patsy pearl penny pierce poppy ray
    rich rob robin rose ruby sage sandy sky sonny star sue summer sunny victor violet will
    adam dobra jasna kalina malina maks mila nina pola roza wiola zlata jen leda milan mira nada radek slava
    stana vera vlasta zora
    """)
}
