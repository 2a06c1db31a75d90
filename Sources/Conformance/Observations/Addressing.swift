import Standards
import TextMatching

// Whom a reply speaks to, by name.
extension ScannedReply {
  /// Where the customer is called by name within a range, in any inflection or by what begins like it:
  /// `Ben` for `Benedict`, `Víťo` for `Vítězslav`.
  ///
  /// - Complexity: O(bytes × parts of the name).
  func calls(by name: CustomerName, in range: Range<Int>) -> [Range<Int>] {
    let places = name.places(in: folded.bytes, range)
      .filter { isCapitalised($0) || isSpokenTo($0) }
    guard places.isEmpty else { return places }
    return addressed.filter { range.contains($0.lowerBound) && name.isShortened(folded.bytes[$0]) }
      .prefix(1).map { $0 }
  }

  /// Somebody whom the reply addresses where the ticket's name may be that of a company or no name at
  /// all: by a form of address, or by a given name behind a salutation.
  func stranger(to name: CustomerName) -> Range<Int>? {
    let isKnown = name.parts.contains { GivenNames.shared.contains($0[...]) }
    guard !name.hasTitle, !isKnown else { return nil }
    return addressed.first { word in
      guard let before = wordBefore(word) else { return false }
      if CustomerName.titles.contains(before) { return true }
      return Self.salutations.contains(before) && NameForms.given.isInflected(folded.bytes[word])
    }
  }

  /// The words of the opening that are written as names, with a mark or a new line behind them.
  var addressed: [Range<Int>] {
    words(within: range(of: .opening)).prefix(Self.wordsOfAddress)
      .filter {
        $0.isWrittenAsName && !covers(.noNames, $0.range) && isFollowed($0.range, by: ",!:;-\n")
      }
      .map(\.range).filter { word in
        !Self.posts.contains(folded.bytes[word].prefix(6))
          && !CustomerName.isInAddress(folded.bytes, word)
      }
  }

  /// Whether a name in small letters is spoken to, by somebody who writes all small: in the salutation
  /// with a mark or a new line behind it, or right behind a word of greeting.
  private func isSpokenTo(_ name: Range<Int>) -> Bool {
    guard let first = sentences.first?.range, first.contains(name.lowerBound),
      !isCapitalised(first.lowerBound..<first.lowerBound + 1)
    else { return false }
    if let before = wordBefore(name), Self.salutations.contains(before) { return true }
    return (isFollowed(name, by: ",!.:;-\n") || isFollowedBySymbol(name))
      && words(from: first.lowerBound, to: name.lowerBound) < Self.wordsOfSalutation
  }

  /// Whether one of some marks or the end follows a word.
  private func isFollowed(_ word: Range<Int>, by marks: String) -> Bool {
    byteBehind(word).map { marks.utf8.contains($0) } ?? true
  }

  /// Whether something that is no letter of the alphabet follows a word, such as an emoji.
  private func isFollowedBySymbol(_ word: Range<Int>) -> Bool {
    byteBehind(word).map { $0 >= 0x80 } ?? false
  }

  private func byteBehind(_ word: Range<Int>) -> UInt8? {
    folded.bytes[word.upperBound...].first { $0 != UInt8(ascii: " ") }
  }

  /// The folded word right before another, with no more than a space or a full stop ("Mr. Nowak")
  /// between them.
  private func wordBefore(_ word: Range<Int>) -> ArraySlice<UInt8>? {
    let bytes = folded.bytes
    guard let last = bytes[..<word.lowerBound].lastIndex(where: { !" .".utf8.contains($0) }),
      last + 1 < word.lowerBound, CustomerName.isWordByte(bytes[last])
    else { return nil }
    let joint = bytes[..<last].lastIndex { !CustomerName.isWordByte($0) }
    return bytes[(joint.map { $0 + 1 } ?? 0)...last]
  }

  /// How many words of a reply may hold the form of address.
  private static let wordsOfAddress = 7
  /// How many words stand before a name in a salutation: "dzien dobry pani", "hi there".
  private static let wordsOfSalutation = 4

  /// The first six letters of posts by which people are addressed instead of their name, folded.
  private static let posts = FoldedWords(
    """
    doktor doctor profes dyrekt direct redite prezes mecena patron captai kierow inzyni redakt komend burmis
    wojcie prezyd staros predse vedouc inzeny ksieze
    """)
  /// Words of greeting, and others that speak to somebody at once, folded.
  private static let salutations = FoldedWords(
    """
    hi hiya hello hey heya heyyy dear morning evening afternoon alright yo cheers sorry thanks czesc hej
    hejka siema witaj drogi droga sorki sory ahoj cau nazdar zdravim zdar mily mila promin
    """)
}

extension CustomerName {
  /// Whether a word may be a short form of the name: three letters or more, of which the first three
  /// are those of a part.
  fileprivate func isShortened(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 3
      && parts.contains { $0.count > 3 && $0.prefix(3).elementsEqual(word.prefix(3)) }
  }
}
