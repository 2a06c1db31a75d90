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
    phrased(reply) ?? atStart(reply) ?? inSmallLetters(reply) ?? atEnd(reply)
  }

  /// A name beside words that introduce it.
  private static func phrased(_ reply: ScannedReply) -> Range<Int>? {
    guard let end = reply.sentences.prefix(opening).last?.range.upperBound else { return nil }
    // At the end too: "Tady Jarda Mlynář, kdyby něco."
    let ending = reply.sentences.last.map { max(end, $0.range.lowerBound)..<$0.range.upperBound }
    let places = reply.hits(of: .nameFollows)
    for part in [0..<end, ending ?? end..<end] {
      for hit in places.within(part) {
        let limit = min(part.upperBound, hit.upperBound + 40)
        let words = reply.folded.words(in: hit.upperBound..<max(hit.upperBound, limit))
        if let word = words.first, reply.isNear(hit.upperBound, word.range.lowerBound),
          isName(word, reply), part.lowerBound == 0 || reply.isGivenName(word)
        {
          return word.range
        }
      }
    }
    for hit in reply.hits(of: .namePrecedes).within(0..<end) {
      let words = reply.folded.words(in: max(0, hit.lowerBound - 30)..<hit.lowerBound)
      if let word = words.last, reply.isNear(word.range.upperBound, hit.lowerBound),
        isName(word, reply), reply.isGivenName(word)
      {
        return word.range
      }
    }
    return nil
  }

  /// A name between two marks where the reply begins, or before where somebody comes from: "Dzień dobry,
  /// Kuba, wsparcie techniczne.", "Yuki from platform.", "Vodárna, dispečink, Kolda."
  ///
  /// A surname alone counts only beside the name of a team or firm.
  private static func atStart(_ reply: ScannedReply) -> Range<Int>? {
    guard let end = reply.sentences.prefix(opening).last?.range.upperBound else { return nil }
    let words = Array(reply.words(within: 0..<end))
    guard words.contains(where: \.isWrittenAsName) else { return nil }
    let firstEnd = reply.sentences.first?.range.upperBound ?? end
    let firstWords = words.prefix { $0.range.upperBound <= firstEnd }
    lazy var isOfTeam =
      firstWords.count <= wordsOfOpening
      && firstWords.contains { Signer.isOfTeam($0, in: reply) }
    for (index, word) in words.enumerated() where isName(word, reply) {
      let before = index > 0 ? words[index - 1] : nil
      let isFollowed = isFollowedByTeam(index, words, reply)
      let isGiven = isFollowed || reply.isGivenName(word)
      // "Hi Anna," greets; "Good morning, Anna," may, and the customer's own name was left out.
      let isApart = before.map {
        reply.hasMark(",.!", $0.range.upperBound, word.range.lowerBound)
      }
      // "Apteka Lipowa, magister Olech": a post before a name says whose it is.
      if isBehindPost(index, words, reply) { return word.range }
      guard isApart ?? true else { continue }
      var last = index
      if index + 1 < words.count, isName(words[index + 1], reply),
        reply.isBlank(word.range.upperBound, words[index + 1].range.lowerBound)
      {
        last += 1
      }
      let isFull = last > index && (isGiven || reply.isGivenName(words[last]))
      let isSurname = index > 0 && word.range.upperBound <= firstEnd && isOfTeam
      guard isGiven || isFull || isSurname else { continue }
      let name = word.range.lowerBound..<words[last].range.upperBound
      guard last + 1 < words.count else { return index > 0 || isFull ? name : nil }
      let next = words[last + 1]
      if isFollowed || isGiven && reply.covers(.belongings, next.range) { return name }
      if index > 0 || isFull,
        reply.hasMark(",.", words[last].range.upperBound, next.range.lowerBound)
          || words[last].range.upperBound == firstEnd
      {
        return name
      }
    }
    return nil
  }

  /// A given name in small letters where the reply begins, before where somebody belongs: "heya, pip from
  /// player support", "hej, its max from the shop".
  private static func inSmallLetters(_ reply: ScannedReply) -> Range<Int>? {
    let words = Array(reply.folded.words(in: 0..<reply.folded.bytes.count).prefix(wordsOfOpening))
    for (index, word) in words.enumerated().dropLast()
    where !word.beginsWithCapital && reply.isGivenName(word) && !reply.isOfCustomer(word) {
      let before = index > 0 ? words[index - 1] : nil
      let isApart = before.map {
        reply.hasMark(",.!", $0.range.upperBound, word.range.lowerBound)
          || introducing.contains(reply.folded.bytes[$0.range])
      }
      guard isApart ?? true,
        reply.isBlank(word.range.upperBound, words[index + 1].range.lowerBound),
        origins.contains(reply.folded.bytes[words[index + 1].range])
      else { continue }
      return word.range
    }
    return nil
  }

  /// Words right before the name of who writes.
  private static let introducing = FoldedWords("its tu tady zde")
  /// Words right behind it.
  private static let origins = FoldedWords("from here again covering z ze")

  /// Whether a name stands between marks with a post before it, which is no form of address.
  private static func isBehindPost(
    _ index: Int, _ words: [WrittenWord], _ reply: ScannedReply
  ) -> Bool {
    guard index > 0 else { return false }
    let (post, name) = (words[index - 1], words[index])
    let end = index + 1 < words.count ? words[index + 1].range.lowerBound : reply.folded.bytes.count
    return reply.isBlank(post.range.upperBound, name.range.lowerBound)
      && reply.covers(.titles, post.range) && !isAddress(post, reply)
      && (index < 2
        || reply.hasMark(",.!", words[index - 2].range.upperBound, post.range.lowerBound))
      && reply.hasMark(",.!", name.range.upperBound, end)
  }

  /// Whether a word is the customer's form of address rather than a post: "pan", "Mrs".
  private static func isAddress(_ word: WrittenWord, _ reply: ScannedReply) -> Bool {
    forms.contains(reply.folded.bytes[word.range])
  }

  private static let forms = FoldedWords(
    "pan pani pane panie panu pana mr mrs ms miss sir")

  /// Whether a word written as a name stands behind a comma, and before where somebody belongs or that
  /// they write again: "Hi Liam, Ming from eSIM support", "Morning Lewis, Baz at Mill Road Motors".
  private static func isFollowedByTeam(
    _ index: Int, _ words: [WrittenWord], _ reply: ScannedReply
  ) -> Bool {
    guard index > 0, index + 1 < words.count,
      reply.hasMark(",", words[index - 1].range.upperBound, words[index].range.lowerBound),
      reply.isBlank(words[index].range.upperBound, words[index + 1].range.lowerBound)
    else { return false }
    switch String(decoding: reply.folded.bytes[words[index + 1].range], as: UTF8.self) {
    case "from", "again", "here", "speaking", "covering": return true
    case "at", "in":
      return words.dropFirst(index + 2).first?.beginsWithCapital == true
        || words.dropFirst(index + 2).prefix(2).contains { Signer.isOfTeam($0, in: reply) }
    default: return false
    }
  }

  /// The most words of a first sentence that says who speaks: "Úřad městské části, Pilařová, prosím."
  private static let wordsOfOpening = 9

  /// A name at the very end, behind a whole sentence or a line break: "… Kostek", "regards, Joost",
  /// "A. Turek", "Gawlik, dozorca", "wojtek z obsługi".
  private static func atEnd(_ reply: ScannedReply) -> Range<Int>? {
    guard let last = reply.sentences.last else { return nil }
    let bytes = reply.folded.bytes
    let lineStart =
      bytes[last.range].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? last.range.lowerBound
    let words = Array(reply.words(within: lineStart..<last.range.upperBound))
    guard let first = words.first, let final = words.last else { return nil }
    // "rafal k." is an initial, any other mark ends a sentence.
    let isEnded = last.terminator != .none && final.letters > 1
    guard !isEnded else { return fullName(words, reply) }
    func mayBeName(_ word: WrittenWord) -> Bool {
      !reply.isOfCustomer(word) && !Signer.isOfTeam(word, in: reply)
    }
    if let titled = titled(words, reply), titled.allSatisfy(mayBeName) {
      return titled.first.map { $0.range.lowerBound..<final.range.upperBound }
    }
    guard words.count <= longestEnd else { return EndingName.find(in: words, of: reply) }
    guard reply.sentences.count > 1 else { return nil }
    if let initial = words.indices.dropLast().first(where: {
      words[$0].letters == 1 && words[$0].beginsWithCapital
        && words[$0 + 1].isWrittenAsName && mayBeName(words[$0 + 1])
        && bytes[words[$0].range.upperBound] == UInt8(ascii: ".")
    }) {
      return words[initial].range.lowerBound..<words[initial + 1].range.upperBound
    }
    if reply.isGivenName(first), mayBeName(first), words.count == 1 || isFollowed(words, reply) {
      return first.range
    }
    let isTitled = reply.covers(.titles, first.range)
    let name = words.first { word in
      guard mayBeName(word) else { return false }
      if isTitled { return word.beginsWithCapital && !reply.covers(.titles, word.range) }
      return reply.isGivenName(word) && (word.beginsWithCapital || words.count <= 2)
    }
    if let name { return name.range }
    // "… jak cepem. Grucha", "… nic nie ruszać. Gawlik, dozorca"
    let isInline = lineStart > 0 && bytes[lineStart - 1] != UInt8(ascii: "\n")
    guard isName(first, reply), mayBeName(first) else { return nil }
    if words.count == 1 { return isInline ? first.range : nil }
    let hasPost =
      words.count <= 4 && reply.hasMark(",", first.range.upperBound, words[1].range.lowerBound)
      && words.dropFirst().allSatisfy { !$0.beginsWithCapital && !$0.hasDigit }
    return hasPost ? first.range : nil
  }

  /// A given name and a surname with which a last short sentence begins, as people end calls: "Ryszard
  /// Mikuś, dyżurny.", "Klára Vitásková, na shledanou."
  private static func fullName(_ words: [WrittenWord], _ reply: ScannedReply) -> Range<Int>? {
    guard words.count <= longestEnd, reply.sentences.count > 1, let given = words.first,
      let surname = words.dropFirst().first,
      reply.isGivenName(given), isName(given, reply), isName(surname, reply),
      !Signer.isOfTeam(surname, in: reply),
      reply.isBlank(given.range.upperBound, surname.range.lowerBound)
    else { return nil }
    // "Jan Kos will call." tells of him.
    let next = words.dropFirst(2).first
    let isOver = next.map { reply.hasMark(",", surname.range.upperBound, $0.range.lowerBound) }
    return isOver ?? true ? given.range.lowerBound..<surname.range.upperBound : nil
  }

  /// The words of a name that ends a reply behind a title: "… do piątku. st. specjalista Jan Kos",
  /// "… mgr inż. R. Sobol".
  private static func titled(
    _ words: [WrittenWord], _ reply: ScannedReply
  ) -> ArraySlice<WrittenWord>? {
    let name = words.suffix(while: { $0.beginsWithCapital && !$0.hasDigit })
    guard (1...3).contains(name.count), name.last?.isWrittenAsName == true,
      let title = words[..<name.startIndex].last, !title.beginsWithCapital,
      reply.covers(.titles, title.range)
    else { return nil }
    let titles = words[..<name.startIndex].suffix(while: {
      reply.covers(.titles, $0.range)
    })
    // "Proszę zadzwonić do pani Basia" speaks of her.
    guard let first = titles.first, let before = words[..<titles.startIndex].last else {
      return name
    }
    return reply.hasMark(".!?)", before.range.upperBound, first.range.lowerBound) ? name : nil
  }

  /// Whether an initial or where somebody belongs stands behind a name: "ola s.", "asia z dziekanatu".
  private static func isFollowed(_ words: [WrittenWord], _ reply: ScannedReply) -> Bool {
    guard words.count > 1 else { return false }
    return (words.count == 2 && words[1].letters == 1)
      || reply.covers(.belongings, words[1].range)
  }

  private static func isName(_ word: WrittenWord, _ reply: ScannedReply) -> Bool {
    word.isWrittenAsName && !reply.covers(.noNames, word.range)
      && !reply.covers(.teams, word.range)
      && !reply.isOfCustomer(word)
  }
}
