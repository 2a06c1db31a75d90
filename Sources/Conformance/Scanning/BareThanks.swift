import Standards
import TextMatching

/// Whether a customer's message is nothing but thanks.
///
/// It is when every word of it belongs to thanks, to words of contentment, a greeting, a farewell or a
/// name beside these, and no mark in it asks, counts or doubts. Whatever else it says may want an
/// answer, so it is not bare. After our question whether anything else is needed, "no" is as good.
struct BareThanks {
  /// Longer messages say more than thanks (unit: bytes of the author's own folded text).
  static let longest = 400

  private let text: FoldedText
  private let bytes: [UInt8]
  private let hits: [(list: Lexicon.List, range: Range<Int>)]
  private let customer: CustomerName?
  private let endsContact: Bool

  /// - Parameter endsContact: Whether it follows our question whether anything else is needed.
  init(
    _ text: FoldedText, _ hits: [(list: Lexicon.List, range: Range<Int>)], customer: CustomerName?,
    endsContact: Bool
  ) {
    self.text = text
    bytes = text.bytes
    self.hits = hits
    self.customer = customer
    self.endsContact = endsContact
  }

  /// - Complexity: O(words · hits).
  var isBare: Bool {
    guard (1...Self.longest).contains(bytes.count), hasOnlyKindMarks else { return false }
    let words = words
    let closing = endsContact ? closingReplies(words) : []
    guard !closing.isEmpty || hits.contains(where: { $0.list == .thanks }),
      !hits.contains(where: { hit in
        hit.list == .negations && !closing.contains { $0.contains(hit.range.lowerBound) }
      })
    else { return false }
    var index = 0
    while index < words.count {
      if isCovered(words[index])
        || closing.contains(where: { $0.contains(words[index].lowerBound) })
      {
        index += 1
        continue
      }
      guard let next = endOfName(from: index, words) else { return false }
      index = next
    }
    return true
  }

  private func isCovered(_ word: Range<Int>) -> Bool {
    hits.contains {
      $0.list != .closingReplies && $0.range.lowerBound <= word.lowerBound
        && word.upperBound <= $0.range.upperBound
    }
  }

  /// Where the customer says that nothing more is wanted: in a clause of its own, or right before
  /// thanks. "Nothing works" is no such thing.
  private func closingReplies(_ words: [Range<Int>]) -> [Range<Int>] {
    hits.compactMap { hit in
      guard hit.list == .closingReplies else { return nil }
      guard let next = words.first(where: { $0.lowerBound >= hit.range.upperBound }),
        gap(hit.range.upperBound, next.lowerBound) == .space
      else { return hit.range }
      let isThanked = hits.contains {
        $0.list == .thanks && $0.range.lowerBound == next.lowerBound
      }
      return isThanked ? hit.range : nil
    }
  }

  // MARK: - Marks

  private static let marks = Set(" \n\t.,!;:-)~'".utf8)
  private static let kindSymbols = Set(
    "🙏👍👌😊🙂😀😃😄😁😆🤗❤♥💖💕💗💙💚🧡💛💜😻😍🥰🎉🎊💪✌👏🤝😉🌹🌸🌷💐☺😇🤩😘🍀✅🙌🏻🏼🏽🏾🏿".unicodeScalars)

  /// Whether there are only letters and marks of plain or glad prose. Question marks, digits and
  /// quotation marks say more, and `:(` says something else.
  private var hasOnlyKindMarks: Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        return (0x61...0x7A).contains(byte) || Self.marks.contains(byte)
      }
      return scalar.properties.isAlphabetic || Self.kindSymbols.contains(scalar)
    }
  }

  // MARK: - Words and names

  /// Runs of letters; `that's` and `e-mail` are one each.
  private var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var end = 0
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if scalar.properties.isAlphabetic {
        start = start ?? offset
        end = next
      } else if let begin = start, !(offset == end && "'-".unicodeScalars.contains(scalar)) {
        words.append(begin..<end)
        start = nil
      }
      offset = next
    }
    if let start { words.append(start..<end) }
    return words
  }

  /// The most words of a name.
  private static let longestName = 3

  /// The index behind the words of a name that stands where names stand; nil when none does.
  ///
  /// Names are written like names. They follow thanks or a greeting and end the sentence, or follow a
  /// farewell and end the message; the customer's own name may stand at the end without one.
  private func endOfName(from first: Int, _ words: [Range<Int>]) -> Int? {
    var end = first
    while end < words.count, end - first < Self.longestName, !isCovered(words[end]),
      isWrittenAsName(words[end]) || isCustomer(words[end]),
      end == first || gap(words[end - 1].upperBound, words[end].lowerBound) != .sentence
    {
      end += 1
    }
    guard end > first else { return nil }
    let isLast = end == words.count
    if isLast, words[first..<end].contains(where: isCustomer) { return end }
    guard first > 0 else { return nil }
    let between = gap(words[first - 1].upperBound, words[first].lowerBound)
    let before = hits.filter { $0.range.upperBound == words[first - 1].upperBound }.map(\.list)
    if before.contains(.farewells), isLast, between != .sentence { return end }
    let endsSentence =
      isLast || gap(words[end - 1].upperBound, words[end].lowerBound) != .space
    let isAddress =
      (before.contains(.thanks) && between == .space)
      || (before.contains(.salutations) && between != .sentence)
    return isAddress && endsSentence ? end : nil
  }

  private enum Gap {
    case space
    /// A comma, a dash or a new line.
    case pause
    case sentence
  }

  private func gap(_ start: Int, _ end: Int) -> Gap {
    let between = bytes[start..<max(start, end)]
    if between.contains(where: { ".!;".utf8.contains($0) || $0 >= 0x80 }) { return .sentence }
    return between.allSatisfy { $0 == UInt8(ascii: " ") } ? .space : .pause
  }

  private func isCustomer(_ word: Range<Int>) -> Bool {
    customer?.isInflected(bytes[word]) ?? false
  }

  /// Whether a word, or each part of a double name, has a capital at its start and nowhere else.
  private func isWrittenAsName(_ word: Range<Int>) -> Bool {
    let range = text.originalUTF8(word)
    let original = Array(text.original.utf8)
    guard range.upperBound <= original.count else { return false }
    let written = String(decoding: original[range], as: UTF8.self)
    return written.split(separator: "-").allSatisfy { part in
      part.count > 1 && part.first?.isUppercase == true
        && part.dropFirst().allSatisfy { !$0.isUppercase }
    }
  }
}
