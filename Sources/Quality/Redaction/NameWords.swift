import Conformance
import TextMatching

/// The words of a text, to be looked at for names of people.
struct NameWords {
  /// A run of letters.
  private struct Word {
    let range: Range<Int>
    let isCapital: Bool
  }

  private let bytes: [UInt8]
  private var words: [Word] = []

  /// Finds the words of a text.
  ///
  /// - Complexity: O(length).
  init(_ text: FoldedText) {
    bytes = text.bytes
    let source = Array(text.original.utf8)
    var at = 0
    while at < bytes.count {
      guard Self.isLetter(bytes[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, Self.isLetter(bytes[at]) { at += 1 }
      let origin = text.originalUTF8(start..<start + 1)
      words.append(Word(range: start..<at, isCapital: Self.isCapital(source, origin)))
    }
  }

  /// Names that the text itself tells: a given name with the word behind it, and what stands under a
  /// farewell.
  ///
  /// - Complexity: O(words).
  var told: [String] {
    var names: [String] = []
    for index in words.indices where words[index].isCapital {
      let word = bytes[words[index].range]
      if let next = nextCapital(index), NameForms.given.nearness(word) == .written {
        names.append(text(index))
        names.append(text(next))
      } else if isUnderFarewell(index) {
        names.append(text(index))
        if let next = nextCapital(index) { names.append(text(next)) }
      }
    }
    return names
  }

  /// The words that are names (folded bytes).
  ///
  /// - Parameter known: The names of the people of this ticket.
  /// - Complexity: O(length).
  func names(_ known: NameForms) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in words.indices where isName(index, known) { found.append(words[index].range) }
    return found
  }

  private func isName(_ index: Int, _ known: NameForms) -> Bool {
    let word = bytes[words[index].range]
    guard word.count > 1, word.count <= Self.longest else { return false }
    let isCapital = words[index].isCapital
    switch known.nearness(word) {
    case .written?: if isCapital || word.count > 2 { return true }
    case .inflected?: if isCapital || word.count > 4 { return true }
    case .alike?: if isCapital, !Self.days.contains(word) { return true }
    case nil: break
    }
    if isLogin(word, known) { return true }
    guard isCapital else { return false }
    if isBehindTitle(index) { return true }
    let given = NameForms.given.nearness(word)
    if given == .written { return true }
    if given == .inflected, nextCapital(index) != nil || !isFirst(index) { return true }
    guard let before = previousCapital(index) else { return isUnderFarewell(index) }
    // The surname behind a given name, or behind "Panie Janie".
    let given0 = NameForms.given.nearness(bytes[words[before].range])
    return given0 == .written || given0 == .inflected || isBehindTitle(before)
      || isUnderFarewell(before)
  }

  /// Whether a word joins a name with an initial or another name, as logins do: `jnowak`, `NowakJan`.
  private func isLogin(_ word: ArraySlice<UInt8>, _ known: NameForms) -> Bool {
    guard word.count > 4, !Self.nobody.contains(word) else { return false }
    return (word.startIndex + 1..<word.endIndex).contains { place in
      let (head, tail) = (word[..<place], word[place...])
      return isLogin(name: tail, with: head, known, isInitialFirst: true)
        || isLogin(name: head, with: tail, known, isInitialFirst: false)
    }
  }

  private func isLogin(
    name: ArraySlice<UInt8>, with other: ArraySlice<UInt8>, _ known: NameForms,
    isInitialFirst: Bool
  ) -> Bool {
    guard name.count > 3, other.count != 2, known.isWritten(name) else { return false }
    if other.count > 2 { return known.isWritten(other) || NameForms.given.isWritten(other) }
    // A letter before a long name makes hardly ever another word.
    return other.first.map(known.hasInitial) ?? false || (isInitialFirst && name.count > 4)
  }

  /// The next word, where it is capitalised and stands right behind: after a space, or the hyphen of a
  /// double name.
  private func nextCapital(_ index: Int) -> Int? {
    let next = index + 1
    guard next < words.count, words[next].isCapital, isClose(index) else { return nil }
    return next
  }

  private func previousCapital(_ index: Int) -> Int? {
    guard index > 0, words[index - 1].isCapital, isClose(index - 1) else { return nil }
    return index - 1
  }

  /// Whether nothing but a space or hyphen stands between a word and the next one.
  private func isClose(_ index: Int) -> Bool {
    let between = gap(behind: index)
    return between.count == 1 && " -".utf8.contains(between.first ?? 0)
  }

  private func gap(behind index: Int) -> ArraySlice<UInt8> {
    bytes[words[index].range.upperBound..<words[index + 1].range.lowerBound]
  }

  /// Whether a form of address stands before a word on its line: "Panie Tomaszu", "Mr. Brown".
  private func isBehindTitle(_ index: Int) -> Bool {
    guard index > 0, gap(behind: index - 1).allSatisfy({ " .".utf8.contains($0) }) else {
      return false
    }
    return Self.titles.contains(bytes[words[index - 1].range])
      && !Self.nobody.contains(bytes[words[index].range])
  }

  /// Whether a word begins a sentence or a line.
  private func isFirst(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    return gap(behind: index - 1).contains { ".!?\n:".utf8.contains($0) }
  }

  /// Whether a farewell is the last word before it, with a comma or new lines between.
  private func isUnderFarewell(_ index: Int) -> Bool {
    guard index > 0, words[index].isCapital else { return false }
    let between = gap(behind: index - 1)
    guard between.count <= 6, between.allSatisfy({ " ,\n.!-".utf8.contains($0) }),
      between.contains(where: { ",\n".utf8.contains($0) })
    else { return false }
    return Self.farewells.contains(bytes[words[index - 1].range])
      && !Self.nobody.contains(bytes[words[index].range])
  }

  private func text(_ index: Int) -> String {
    String(decoding: bytes[words[index].range], as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  /// Whether a capital stands at a place of the message, also as an entity of HTML such as `&Eacute;`.
  private static func isCapital(_ source: [UInt8], _ place: Range<Int>) -> Bool {
    guard place.lowerBound < source.count else { return false }
    var byte = source[place.lowerBound]
    if byte == UInt8(ascii: "&"), place.lowerBound + 1 < source.count {
      byte = source[place.lowerBound + 1]
    }
    if byte < 0x80 { return (0x41...0x5A).contains(byte) }
    let end = min(place.lowerBound + 4, source.count)
    return String(decoding: source[place.lowerBound..<end], as: UTF8.self).unicodeScalars.first?
      .properties.isUppercase ?? false
  }

  private static func set(_ words: String) -> Set<ArraySlice<UInt8>> {
    Set(words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8)[...] })
  }

  /// Names are no longer (unit: folded bytes).
  private static let longest = 60
  /// Words that stand before a name, folded.
  private static let titles = set(
    """
    pan pana panu panem panie pani pania pane pani pano panove mgr inz ing dr prof mudr judr
    mr mrs ms miss mister sir madam dear hi hello hey herr frau
    szanowny szanowna drogi droga czesc witaj mily mila vazeny vazena ahoj cau zdravim slecno slecna
    """)
  /// Words that are addressed and are nobody's name, folded.
  private static let nobody = set(
    """
    pan pana panu panem panie pani pania panstwo panstwa panstwu pane panu sir madam mr mrs ms
    customer customers client team all everyone there support dziekuje dekuji thanks thank
    kliencie klientko klienci klient zakazniku zakaznice zakaznici uzytkowniku uzivateli
    """)
  /// Capitalised words of English that are like names: `Friday` and `Frida`.
  private static let days = set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """)
  /// The last words of farewells, folded.
  private static let farewells = set(
    """
    pozdrawiam pozdrawiamy pozdrowieniami powazaniem szacunkiem pozdravem pozdravy pozdravuji
    pozdravujeme uctou regards sincerely faithfully wishes cheers hezky
    """)
}
