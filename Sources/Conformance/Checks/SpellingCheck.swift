import Dictionaries
import Standards
import TextMatching

extension Spelling {
  /// Judges whether the words of a reply are in a dictionary.
  ///
  /// *Missed* takes a slip: a word that no dictionary has, and that one letter more, less or another, or
  /// two swapped, makes a word. Other unknown words may be names, products or jargon. Names, words with
  /// capitals, digits or marks within, addresses and words in quotation marks are left out.
  ///
  /// - Complexity: O(words), and some milliseconds for each unknown word of the first ten.
  func judge(_ reply: ScannedReply, by dictionaries: Dictionaries = .shared) -> Judgement {
    let names = self.dictionaries.isEmpty ? Self.usual(reply.language) : self.dictionaries
    guard !names.isEmpty else {
      return Judgement(.undecided, "the language of the reply cannot be told, nor its dictionary")
    }
    let found = names.compactMap { dictionaries.named($0) }
    // One of a language's usual dictionaries will do; those that a standard names are all needed.
    guard self.dictionaries.isEmpty ? !found.isEmpty : found.count == names.count else {
      return Judgement(.undecided, "no dictionary '\(names.joined(separator: "', '"))' is found")
    }
    let words = checked(reply)
    let unknown = words.filter { word in
      !found.contains { $0.knows(reply.text.utf8Slice(reply.original(word.range))) }
    }
    guard !unknown.isEmpty else { return Judgement(.met, "every word is in the dictionary") }
    let spans = unknown.map { reply.original($0.range) }
    if unknown.count * Self.mostUnknown > max(words.count, Self.mostUnknown) {
      return Judgement(
        .undecided, "so many words are in no dictionary that it may be the wrong one",
        spans: spans)
    }
    let slips = unknown.prefix(Self.mostSuggested).filter { word in
      Self.isSlip(reply.text.utf8Slice(reply.original(word.range)), found)
    }
    if !slips.isEmpty {
      return Judgement(
        .missed, "a word is misspelt", spans: slips.map { reply.original($0.range) })
    }
    return Judgement(
      .undecided, "words are in no dictionary, but may be names or terms", spans: spans)
  }

  /// More than this part of unknown words (one in so many) speaks against the dictionary.
  private static let mostUnknown = 5
  /// For so many words it is looked up what was meant.
  private static let mostSuggested = 10
  /// Slips are told in words of so many letters or more.
  private static let lettersOfSlip = 4

  private static func usual(_ language: Language?) -> [String] {
    switch language {
    case .polish: ["pl_PL"]
    case .czech: ["cs_CZ"]
    case .slovak: ["sk_SK"]
    case .english: ["en_GB", "en_US"]
    case .german: ["de_DE"]
    case nil: []
    }
  }

  /// The words that a dictionary should have.
  private func checked(_ reply: ScannedReply) -> [WrittenWord] {
    let bytes = reply.folded.bytes
    let ignored = ignore.map { reply.hits(of: [.catalogue($0)]) } ?? []
    var checked: [WrittenWord] = []
    for sentence in reply.sentences {
      for (index, word) in reply.words(within: sentence.range).enumerated() {
        // A capital within a sentence is a name's, or was meant.
        let isSmall = word.capitals == 0 || (index == 0 && word.isWrittenAsName)
        guard isSmall, !word.hasDigit, word.letters > 2, !reply.isGivenName(word),
          !reply.isOfCustomer(word), !Self.isPartOfMore(word.range, bytes),
          !ignored.contains(where: { $0.overlaps(word.range) }), !reply.isQuoted(word.range)
        else { continue }
        checked.append(word)
      }
    }
    return checked
  }

  /// Whether a word belongs to an address, a file's name, an option or another compound.
  private static func isPartOfMore(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let joints = "-@/_\\&=#+:.'’*<>".utf8
    if word.lowerBound > 0 {
      let before = bytes[word.lowerBound - 1]
      if joints.contains(before) || (0x30...0x39).contains(before) { return true }
    }
    guard word.upperBound < bytes.count else { return false }
    let next = bytes[word.upperBound]
    guard joints.contains(next) || (0x30...0x39).contains(next) else { return false }
    // A period or colon ends a sentence, unless something follows at once.
    guard word.upperBound + 1 < bytes.count else { return false }
    let after = bytes[word.upperBound + 1]
    return after != 0x20 && after != 0x0A
  }

  /// Whether a dictionary has a word that differs in one letter, or in two swapped ones; letters that
  /// only lack their marks are no slip, but a way to write.
  private static func isSlip(_ word: String, _ dictionaries: [SpellingDictionary]) -> Bool {
    let written = Array(word.lowercased())
    guard written.count >= lettersOfSlip else { return false }
    let bare = FoldedText(word).bytes
    let meant = dictionaries.flatMap { $0.suggestions(for: word) }
    if meant.contains(where: { FoldedText($0).bytes == bare }) { return false }
    return meant.contains { OneEdit.parts(written, Array($0.lowercased())) }
  }
}

/// Whether two words differ by one slip of a finger.
enum OneEdit {
  /// One letter more, less or another, or two neighbours swapped.
  ///
  /// - Complexity: O(letters).
  static func parts(_ one: [Character], _ other: [Character]) -> Bool {
    guard abs(one.count - other.count) <= 1, one != other else { return false }
    let same = zip(one, other).prefix { $0 == $1 }.count
    let (left, right) = (one.dropFirst(same), other.dropFirst(same))
    if one.count != other.count {
      return one.count < other.count
        ? left.elementsEqual(right.dropFirst()) : left.dropFirst().elementsEqual(right)
    }
    if left.dropFirst().elementsEqual(right.dropFirst()) { return true }
    return left.count >= 2 && left.first == right.dropFirst().first
      && left.dropFirst().first == right.first
      && left.dropFirst(2).elementsEqual(right.dropFirst(2))
  }
}

extension Requirement {
  /// Whether the judgement depends on what a machine has, dictionaries, so that examples cannot be run.
  var isNeverJudged: Bool {
    if case .spelling = self { true } else { false }
  }
}
