import Standards
import TextMatching

extension Readability {
  /// Judges how hard a reply is to read.
  ///
  /// Sentences are those with a mark at their end, and lines of some words without one: a greeting and
  /// a signature are none. The fog index is 0.4 · (words per sentence + per cent of hard words), with
  /// words of three syllables hard in English (R. Gunning, *The Technique of Clear Writing*, 1952) and
  /// of four in Polish. For other languages nobody has fitted it, so it is not reckoned.
  func judge(_ reply: ScannedReply) -> Judgement {
    let prose = Prose(reply)
    guard prose.sentences > 0 else {
      return Judgement(.notApplicable, "there is no sentence to measure")
    }
    var seen: [String] = []
    var notes: [String] = []
    let average = Double(prose.words) / Double(prose.sentences)
    if let bound = wordsPerSentenceAtMost {
      // Compared as whole numbers, so that 60 words in three sentences are 20 and no more.
      if prose.words > bound * prose.sentences {
        return Judgement(
          .missed, "\(average.tenths) words per sentence, at most \(bound) are allowed",
          spans: reply.spans(ofSentences: prose.longer(than: bound)))
      }
      seen.append("\(average.tenths) words per sentence")
    }
    if let bound = fogAtMost {
      switch reply.language {
      case .polish?, .english?:
        let fog = prose.fog
        if fog <= Double(bound) {
          seen.append("fog index \(fog.tenths)")
        } else if prose.words < Self.leastWords {
          return Judgement(
            .undecided,
            "fog index \(fog.tenths), at most \(bound) is allowed, but \(prose.words) words are few",
            spans: prose.hard)
        } else {
          return Judgement(
            .missed, "fog index \(fog.tenths), at most \(bound) is allowed", spans: prose.hard)
        }
      case nil:
        return Judgement(
          .undecided, "the language of the reply cannot be told, and the fog index depends on it")
      case let other?:
        notes.append("the fog index is not reckoned for '\(other.rawValue)'")
      }
    }
    if seen.isEmpty {
      return Judgement(.notApplicable, notes.joined(separator: ", "))
    }
    return Judgement(.met, (seen + notes).joined(separator: ", "))
  }

  /// In fewer words one long name decides.
  private static let leastWords = 30
}

/// The sentences of a reply as they are measured.
struct Prose {
  private(set) var sentences = 0
  private(set) var words = 0
  /// The hard words (UTF-8 offsets of the message), the first of them.
  private(set) var hard: [Range<Int>] = []
  private var hardWords = 0
  private var lengths: [(index: Int, words: Int)] = []

  /// Lines without a mark at their end are sentences from so many words on.
  private static let wordsOfLine = 6
  /// Three syllables take five letters.
  private static let bytesOfHardWord = 5
  /// How many hard words are shown.
  private static let shown = 10

  init(_ reply: ScannedReply) {
    for (index, sentence) in reply.sentences.enumerated() {
      let count = reply.folded.countWords(in: sentence.range)
      guard count > 0, sentence.terminator != .none || count >= Self.wordsOfLine else { continue }
      sentences += 1
      words += count
      lengths.append((index, count))
      guard let least = Self.hardSyllables(reply.language) else { continue }
      let words = reply.words(within: sentence.range)
      for word in words where word.range.count >= Self.bytesOfHardWord && !word.hasDigit {
        // Names are hard for nobody who bears them.
        let isName = word.beginsWithCapital && word.range != words.first?.range
        guard !isName, !word.isInCapitals else { continue }
        let syllables =
          reply.language == .english
          ? Syllables.english(reply.folded.bytes[word.range])
          : Syllables.polish(reply.folded.bytes[word.range])
        guard syllables >= least, !Self.isInAddress(word.range, reply.folded.bytes) else {
          continue
        }
        hardWords += 1
        if hard.count < Self.shown { hard.append(reply.original(word.range)) }
      }
    }
  }

  var fog: Double {
    guard sentences > 0, words > 0 else { return 0 }
    return 0.4
      * (Double(words) / Double(sentences) + 100 * Double(hardWords) / Double(words))
  }

  /// The sentences of more words, by index.
  func longer(than bound: Int) -> [Int] { lengths.filter { $0.words > bound }.map(\.index) }

  private static func hardSyllables(_ language: Language?) -> Int? {
    switch language {
    case .english?: 3
    case .polish?: 4
    default: nil
    }
  }

  /// Whether a word is a part of an address: `hosting.example`, `jan@firma.pl`.
  private static func isInAddress(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let isJoint: (UInt8) -> Bool = { ".@/_".utf8.contains($0) }
    if word.lowerBound > 0, isJoint(bytes[word.lowerBound - 1]) { return true }
    let next = word.upperBound
    return next + 1 < bytes.count && isJoint(bytes[next]) && bytes[next + 1] > UInt8(ascii: " ")
  }
}

/// Counts syllables in folded words; in doubt it counts too few, since many of them accuse.
enum Syllables {
  /// Vowels, without an `i` that only softens, and with `au` and `eu` as one.
  static func polish(_ word: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in word {
      defer { previous = byte }
      guard isVowel(byte) else { continue }
      if previous == UInt8(ascii: "i") { continue }
      let isDiphthong =
        byte == UInt8(ascii: "u")
        && (previous == UInt8(ascii: "a") || previous == UInt8(ascii: "e"))
      if !isDiphthong { count += 1 }
    }
    return count
  }

  /// Groups of vowels, without a silent `e` at the end and the endings `-es`, `-ed` and `-ing`.
  static func english(_ word: ArraySlice<UInt8>) -> Int {
    var count = 0
    var wasVowel = false
    for byte in word.dropLast(silentEnding(of: word)) {
      let vowel = isVowel(byte)
      if vowel, !wasVowel { count += 1 }
      wasVowel = vowel
    }
    return count
  }

  /// How many letters at an English word's end are no syllable.
  private static func silentEnding(of word: ArraySlice<UInt8>) -> Int {
    guard let last = word.last else { return 0 }
    let rest = word.dropLast()
    switch last {
    case UInt8(ascii: "e"):
      // `-le` behind a consonant is one: "table".
      return rest.last == UInt8(ascii: "l") ? 0 : 1
    case UInt8(ascii: "d"), UInt8(ascii: "s"): return rest.last == UInt8(ascii: "e") ? 2 : 0
    case UInt8(ascii: "g"):
      return rest.last == UInt8(ascii: "n") && rest.dropLast().last == UInt8(ascii: "i") ? 3 : 0
    default: return 0
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

extension Double {
  /// The number with one digit behind the point; for numbers of texts, far below 2⁵³.
  fileprivate var tenths: String {
    guard isFinite, magnitude < 1e9 else { return "\(self)" }
    let whole = Int((self * 10).rounded())
    return "\(whole / 10).\(whole % 10)"
  }
}
