import Clocks
import Standards
import TextMatching

/// Sees whether a reply is signed with a person's name.
///
/// The name is the agent's own, as the log has it, or one that stands where names stand: behind "kind
/// regards", or in the first line below the line `-- `. A team's name is nobody's.
enum SignatureObservation {
  /// The most words that a signature's name has.
  private static let longestName = 3
  /// The most words of a line that may be a name with a post: "Jan Nowak, Technical support".
  private static let wordsOfLine = 6

  /// - Parameter agent: The agent's name as the log has it, if it does.
  /// - Complexity: O(bytes of the place + hits).
  static func observe(
    _ reply: ScannedReply, agent: String?, in place: TextPlace = .closing
  ) -> Observation {
    let range = searched(reply, place)
    let words = Array(reply.words(within: range))
    let own = agent.map { AgentName($0) }
    let opening = place == .closing ? reply.words(within: reply.range(of: .opening)) : []
    // Who writes all small signs so as well.
    let last = words.last?.range
    let named = (opening.filter { $0.range.upperBound <= range.lowerBound } + words).filter {
      word in
      (word.beginsWithCapital || word.range == last && reply.isFree(word))
        && own?.matches(reply.folded.bytes[word.range]) == true
        && !reply.covers(.teams, word.range)
        && (range.contains(word.range.lowerBound) || !reply.isOfCustomer(word))
    }
    let surely = named.filter { isPersons($0, own, reply) }
    if !surely.isEmpty {
      return .present(surely.map { reply.original($0.range) }, "the agent's name is there")
    }
    let signer = reply.signer.map { ($0, Signer.kind(of: $0, in: reply)) }
    if let (name, kind) = signer, kind == .person {
      return .present([name], "a person's name stands where the reply ends")
    }
    if place == .closing, let name = Introduction.name(in: reply) {
      return .present([reply.original(name)], "who speaks gives their name")
    }
    if signer?.1 != .team, let name = behindFarewell(reply, words, range) {
      return .present([reply.original(name)], "a name stands behind the farewell")
    }
    if let (name, kind) = signer, kind == .unknown {
      return .undecided([name], "what stands where a name does may be one of a team")
    }
    if signer == nil, let below = belowLine(reply, own) { return below }
    if place == .closing {
      if let line = lineOfName(reply, words, range) { return line }
      guard let name = named.last(where: { isPerhapsPersons($0, reply) }) else {
        if let (initials, isSure) = initials(reply) {
          let place = [reply.original(initials)]
          return isSure
            ? .present(place, "initials stand where a name does")
            : .undecided(place, "a letter stands where a name does")
        }
        return .absent("no name stands towards the end")
      }
      return .undecided(
        [reply.original(name.range)], "the agent's name is there, but may be a firm's or a team's")
    }
    if let name = named.last {
      return .undecided(
        [reply.original(name.range)], "the agent's name is there, but may be a firm's or a team's")
    }
    let perhaps = words.contains {
      $0.isWrittenAsName && !reply.covers(.noNames, $0.range)
        && !reply.covers(.teams, $0.range)
    }
    return perhaps
      ? .undecided([], "the agent's name is not there, but perhaps another one")
      : .absent("no name is there")
  }

  /// Whether a word that is the agent's name by the log is a person's: logs name teams as well, by words
  /// that their firm's name has, too ("Pralnia Biały Miś" of `pralnia`).
  ///
  /// A given name is a person's; so is a surname behind one, or behind the first letter that a login
  /// begins with, and what stands alone in its line.
  private static func isPersons(
    _ word: WrittenWord, _ own: AgentName?, _ reply: ScannedReply
  ) -> Bool {
    let bytes = reply.folded.bytes
    let next = reply.words(within: word.range.upperBound..<bytes.count).first
    // "Marina Administration" is none.
    let isOfTeam = next.map {
      $0.beginsWithCapital && reply.isBlank(word.range.upperBound, $0.range.lowerBound)
        && Signer.isOfTeam($0, in: reply)
    }
    if reply.isGivenName(word) { return isOfTeam != true }
    let start =
      bytes[..<word.range.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let before = reply.words(within: start..<word.range.lowerBound).last
    if let before,
      !reply.hasMark(".!?,;:", from: before.range.upperBound, to: word.range.lowerBound)
    {
      if reply.isGivenName(before), before.beginsWithCapital { return true }
      if own?.begins(with: bytes[before.range.lowerBound], bytes[word.range]) == true {
        return true
      }
    }
    let end = bytes[word.range.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return before == nil && reply.words(within: word.range.upperBound..<end).isEmpty
  }

  /// Whether a word stands where a surname does: it begins its line, and what follows is no part of it:
  /// "Zelenková, obecní úřad", "Kolda z dispečinku".
  private static func isPerhapsPersons(_ word: WrittenWord, _ reply: ScannedReply) -> Bool {
    let bytes = reply.folded.bytes
    let start = word.range.lowerBound
    guard start > 0, bytes[start - 1] == UInt8(ascii: "\n") else { return false }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    guard let next = reply.words(within: word.range.upperBound..<end).first else { return true }
    return !next.beginsWithCapital
      || reply.hasMark(",", from: word.range.upperBound, to: next.range.lowerBound)
  }

  /// Where to look: the greeting, which holds the customer's name, is no end.
  private static func searched(_ reply: ScannedReply, _ place: TextPlace) -> Range<Int> {
    let range = reply.range(of: place)
    guard place == .closing, reply.sentences.count > 1 else { return range }
    return max(range.lowerBound, reply.sentences[1].range.lowerBound)..<range.upperBound
  }

  /// The words behind a farewell that are written as a name; they end their line or the reply.
  private static func behindFarewell(
    _ reply: ScannedReply, _ words: [WrittenWord], _ range: Range<Int>
  ) -> Range<Int>? {
    let opening = reply.sentences.first?.range.lowerBound ?? 0
    // What a reply begins with greets: "Ahoj Simono".
    for farewell in reply.hits(of: .farewells).within(range)
    where farewell.lowerBound > opening {
      let first = words.partitioningIndex { $0.range.lowerBound >= farewell.upperBound }
      guard first < words.count else { continue }
      let start = words[first].range.lowerBound
      guard !reply.hasMark(":;?()", from: farewell.upperBound, to: start) else { continue }
      let name = words[first...].prefix(longestName).prefix {
        isName($0, reply) && !Signer.isOfTeam($0, in: reply) && !reply.isOfCustomer($0)
      }
      guard let last = name.last else { continue }
      // "Regards, Gift Card Support", "The Claims Team"
      let next = words.dropFirst(first + name.count).first
      let isOfTeam = next.map {
        reply.isBlank(last.range.upperBound, $0.range.lowerBound) && Signer.isOfTeam($0, in: reply)
      }
      guard isOfTeam != true else { continue }
      // "Have a nice day. We are on it" is no signature: behind a mark the name has to end something.
      if reply.hasMark(".!", from: farewell.upperBound, to: start),
        !endsLine(last.range.upperBound, reply)
      {
        continue
      }
      return start..<last.range.upperBound
    }
    return nil
  }

  /// Initials that end a reply, in a line of their own or behind a sentence or a mark: "J.S.", "^tj";
  /// and whether they are: one letter may be anything.
  private static func initials(_ reply: ScannedReply) -> (range: Range<Int>, isSure: Bool)? {
    let bytes = reply.folded.bytes
    let end = (bytes.lastIndex { $0 > 0x20 }).map { $0 + 1 } ?? 0
    let line = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let words = reply.words(within: line..<end)
    guard let final = words.last, endsLine(final.range.upperBound, reply) else { return nil }
    let start = final.range.lowerBound
    if start > line, bytes[start - 1] == UInt8(ascii: "^"), final.letters <= mostInitials {
      return (final.range, final.letters > 1)
    }
    let isDotted = end > final.range.upperBound && bytes[end - 1] == UInt8(ascii: ".")
    let last = words.suffix(while: { $0.letters == $0.capitals && !$0.hasDigit })
    let letters = last.reduce(0) { $0 + $1.letters }
    guard let first = last.first?.range.lowerBound,
      reply.sentences.count > 1 || words.count > wordsOfLine,
      letters <= (isDotted ? mostInitials : mostInitials - 1),
      last.count == 1 || last.allSatisfy({ $0.letters == 1 }),
      !last.contains(where: { Signer.isOfTeam($0, in: reply) })
    else { return nil }
    let before = bytes[line..<first].last { $0 > 0x20 }
    let isApart = before.map { ".!?-~/)".utf8.contains($0) } ?? true
    guard isApart || isDotted && last.count > 1 else { return nil }
    return (first..<final.range.upperBound, letters > 1)
  }

  /// The most letters of somebody's initials.
  private static let mostInitials = 3

  /// What stands below the line `-- `, which is cut off the reply's own words.
  private static func belowLine(_ reply: ScannedReply, _ own: AgentName?) -> Observation? {
    guard let signature = reply.signature else { return nil }
    let below = FoldedText(reply.text, keeping: [signature])
    let words = below.words(in: 0..<below.bytes.count)
    if let name = words.first(where: { own?.matches(below.bytes[$0.range]) == true }) {
      return .present([below.originalUTF8(name.range)], "the agent's name stands below the line")
    }
    guard let first = words.first else { return nil }
    return .undecided(
      [below.originalUTF8(first.range.lowerBound..<(words.last ?? first).range.upperBound)],
      "something stands below the line, perhaps a name")
  }

  /// A line behind the first one that begins with words written as a name: with a given name it is one,
  /// any other may be.
  private static func lineOfName(
    _ reply: ScannedReply, _ words: [WrittenWord], _ range: Range<Int>
  ) -> Observation? {
    let bytes = reply.folded.bytes
    for (index, word) in words.enumerated() where isName(word, reply) {
      let titles = titles(before: index, words, reply)
      let start = titles.first?.range.lowerBound ?? word.range.lowerBound
      guard start > 0, bytes[start - 1] == UInt8(ascii: "\n") else { continue }
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      guard reply.folded.countWords(in: start..<end) <= wordsOfLine else { continue }
      var name = words[index...].prefix(longestName).prefix { isName($0, reply) }
      while let first = name.first, name.count > 1, reply.covers(.titles, first.range) {
        name.removeFirst()
      }
      guard let last = name.last?.range.upperBound,
        !name.contains(where: { Signer.isOfTeam($0, in: reply) || reply.isOfCustomer($0) })
      else { continue }
      guard endsLine(last, reply) || bytes[last] == UInt8(ascii: ",") || opensBracket(last, reply)
      else { continue }
      if let first = name.first, reply.isGivenName(first) || !titles.isEmpty,
        !reply.isEnded(start..<end)
      {
        return .present([reply.original(start..<last)], "a line of its own is a name")
      }
      return .undecided([reply.original(start..<end)], "a line of its own may be a name")
    }
    return nil
  }

  /// The titles and initials right before a word, in small letters at first: "mgr Z." of "mgr Z. Piórko".
  private static func titles(
    before index: Int, _ words: [WrittenWord], _ reply: ScannedReply
  ) -> ArraySlice<WrittenWord> {
    let before = words[..<index].suffix(while: {
      $0.letters == 1 && $0.beginsWithCapital
        || !$0.beginsWithCapital && reply.covers(.titles, $0.range)
    })
    return before.first?.beginsWithCapital == false ? before : []
  }

  private static func opensBracket(_ offset: Int, _ reply: ScannedReply) -> Bool {
    let rest = reply.folded.bytes[offset...].prefix(2)
    return rest.elementsEqual([0x20, UInt8(ascii: "(")])
  }

  private static func isName(_ word: WrittenWord, _ reply: ScannedReply) -> Bool {
    word.isWrittenAsName && !reply.covers(.noNames, word.range)
      && !reply.covers(.teams, word.range)
      && !reply.covers(.farewells, word.range)
  }

  /// Whether nothing but marks stands between an offset and the end of its line.
  private static func endsLine(_ offset: Int, _ reply: ScannedReply) -> Bool {
    for byte in reply.folded.bytes[offset...] {
      if byte == UInt8(ascii: "\n") { return true }
      if !" .,!)-".utf8.contains(byte) { return false }
    }
    return true
  }
}

extension ScannedReply {
  /// Whether nothing is glued to the front of a word, as in "@ola".
  fileprivate func isFree(_ word: WrittenWord) -> Bool {
    word.range.lowerBound == 0 || folded.bytes[word.range.lowerBound - 1] <= 0x20
  }
}

/// An agent's name, or the name by which a helpdesk knows the agent: `ola`, `j.kowalski`.
private struct AgentName {
  private let parts: [[UInt8]]
  /// Single letters among its parts.
  private let initials: [UInt8]

  init(_ name: String) {
    let words = FoldedText(name).bytes.split { !CustomerName.isWordByte($0) }
    // "rec_lipowa", "biuro.obslugi": nobody's.
    let isTeam =
      words.contains { Signer.isOfTeam($0) } && !words.contains { GivenNames.shared.contains($0) }
    parts = isTeam ? [] : words.map(Array.init).filter { $0.count >= 3 }
    initials = words.filter { $0.count == 1 }.compactMap(\.first)
  }

  /// The least letters of a surname that a login ends with: `jkowalski`.
  private static let leastOfLogin = 5

  /// Whether it is a login of a first letter and a surname: `jkowalski`, `j.kowalski`.
  func begins(with letter: UInt8, _ surname: ArraySlice<UInt8>) -> Bool {
    parts.contains { $0.first == letter && $0.dropFirst().elementsEqual(surname) }
      || initials.contains(letter) && parts.contains { $0.elementsEqual(surname) }
  }

  func matches(_ word: ArraySlice<UInt8>) -> Bool {
    parts.contains { part in
      part.elementsEqual(word)
        || (word.count >= Self.leastOfLogin && part.count == word.count + 1
          && part.dropFirst().elementsEqual(word))
    }
  }
}
