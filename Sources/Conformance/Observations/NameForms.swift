/// The names that a text is searched for, in any inflection, however many they are.
///
/// Knows two nearnesses. *Alike* is what ``CustomerName`` takes for the name where it is capitalised:
/// `Nowaka`, but `Nowe` as well. *Inflected* is a base of the name with one of the endings of Polish and
/// Czech names, which can be looked for in small letters and among thousands of names.
package struct NameForms: Sendable {
  /// How a word is like a name.
  package enum Nearness: Comparable, Sendable {
    case alike, inflected, written
  }

  /// How a name's words may go on behind their stem.
  private struct Tail: Hashable {
    /// The length of the whole word (unit: bytes).
    let counts: ClosedRange<Int>
    /// Whether only vowels may stand there.
    let isVowels: Bool
  }

  private var written: Set<ArraySlice<UInt8>> = []
  private var initials: Set<UInt8> = []
  private var bases: Set<ArraySlice<UInt8>> = []
  private var stems: [ArraySlice<UInt8>: Set<Tail>] = [:]

  /// No names yet.
  package init() {}

  /// Adds a name: each of its words, and their short forms.
  package mutating func insert(_ name: String) {
    for part in CustomerName.parts(of: name) { insert(part: part[...]) }
  }

  /// Adds one folded word.
  mutating func insert(part: ArraySlice<UInt8>) {
    guard written.insert(part).inserted else { return }
    if let initial = part.first { initials.insert(initial) }
    let count = part.count
    guard count > 2 else { return }
    for base in Self.bases(of: part) { bases.insert(base) }
    guard count > 3 else {
      let kept = part.last == UInt8(ascii: "a") ? 2 : 3
      stems[part.prefix(kept), default: []].insert(Tail(counts: 3...5, isVowels: true))
      return
    }
    stems[part.prefix(max(3, count - 2)), default: []]
      .insert(Tail(counts: count - 1...count + 3, isVowels: false))
  }

  /// How a folded word is like one of the names; nil where it is like none.
  ///
  /// - Complexity: O(length), whatever the number of names.
  package func nearness(_ word: ArraySlice<UInt8>) -> Nearness? {
    if written.contains(word) { return .written }
    if isInflected(word) { return .inflected }
    return isAlike(word) ? .alike : nil
  }

  /// Whether a folded word is one of the names as it is written.
  package func isWritten(_ word: ArraySlice<UInt8>) -> Bool { written.contains(word) }

  /// Whether one of the names begins with a letter.
  package func hasInitial(_ letter: UInt8) -> Bool { initials.contains(letter) }

  /// Whether a folded word is one of the names with an ending.
  func isInflected(_ word: ArraySlice<UInt8>) -> Bool {
    for length in 0...Self.longestEnding where word.count >= length + 2 {
      if length == 0 || Self.endings.contains(word.suffix(length)),
        bases.contains(word.dropLast(length))
      {
        return true
      }
    }
    return false
  }

  private func isAlike(_ word: ArraySlice<UInt8>) -> Bool {
    // A stem is all but the last two letters, and up to three may follow the name.
    let lengths = Set([2, 3] + (max(3, word.count - 5)...max(3, word.count - 1)))
    return lengths.contains { length in
      guard length <= word.count, let tails = stems[word.prefix(length)] else { return false }
      return tails.contains { tail in
        tail.counts.contains(word.count)
          && (!tail.isVowels || word.dropFirst(length).allSatisfy { "aeiouym".utf8.contains($0) })
      }
    }
  }

  /// What stands before the endings of a word: `ann` of `anna`, `mark` of `marek`.
  private static func bases(of part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var bases = [part]
    guard let last = part.last else { return bases }
    if "aeioy".utf8.contains(last) {
      bases.append(part.dropLast())
    } else if part.count > 3, part.dropLast().last == UInt8(ascii: "e") {
      bases.append((part.dropLast(2) + [last])[...])
    }
    return bases
  }

  private static let endings: Set<ArraySlice<UInt8>> = Set(
    """
    a e i o u y am em ej ie ii ia iu io im ym om ou ow ovi owi ami ach ego emu iem iej ova ove owa
    ovou owej owie ich ych iego iemu iowi skie
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8)[...] })
  private static let longestEnding = 4
}

extension NameForms {
  /// Every given name that people sign with.
  package static let given: NameForms = {
    var forms = NameForms()
    for name in GivenNames.shared.all { forms.insert(part: name) }
    return forms
  }()
}
