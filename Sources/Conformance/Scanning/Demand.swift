import Standards
import TextMatching

/// How clearly a reply asks the customer to give something.
enum Demand: Int, Comparable {
  /// It does not, or says that nobody should.
  case none
  /// The thing stands in a question, which may be about it rather than for it.
  case question
  /// It is asked for, if something happens or as far as one can see.
  case perhaps
  /// "Please send us …", "what is your …?"
  case sure

  static func < (left: Demand, right: Demand) -> Bool { left.rawValue < right.rawValue }
}

extension ScannedReply {
  /// The most words between "not" and what must not be done.
  private static let wordsOfDenial = 2

  /// How clearly a sentence asks for a thing that it names.
  ///
  /// It does so for sure where "please send us" is followed by the thing, with no more than "your" or
  /// "full" between, and the sentence does not name its value already.
  ///
  /// - Parameter thing: Where the thing is named (folded bytes).
  /// - Complexity: O(hits of the sentence).
  func demand(for thing: Range<Int>, in sentence: Sentence) -> Demand {
    var askings = hits(of: .givings, in: sentence.range)
    if sentence.isQuestion { askings += hits(of: .askings, in: sentence.range) }
    if askings.isEmpty { return sentence.isQuestion ? .question : .none }
    var demand = Demand.none
    for asking in askings where !isDenied(asking, in: sentence.range) {
      let isDirect =
        asking.upperBound <= thing.lowerBound && isThin(asking.upperBound..<thing.lowerBound)
      demand = max(demand, isDirect ? .sure : .perhaps)
    }
    if demand == .sure,
      !hits(of: .conditions, in: sentence.range).isEmpty || isQuoted(thing)
        || namesValue(sentence.range)
    {
      return .perhaps
    }
    return demand
  }

  /// What may stand between "please send" and what is to be sent, in folded letters.
  private static let thinWords: [String] = [
    "nam", "mi", "pana", "pani", "panstwa", "swoj", "swoje", "swojego", "swojej", "twoj", "twoje",
    "wasz", "wasze", "jeszcze", "tez", "rowniez", "prosze", "pelny", "pelna", "pelne", "pelnego",
    "dokladny", "dokladna", "dokladne", "nas", "vas", "vase", "vasi", "vaseho", "svuj", "svoje",
    "sve", "jeste", "take", "prosim", "cely", "cele", "celou", "presny", "presne", "presnou", "us",
    "me", "your", "the", "a", "please", "also", "full", "exact", "just",
  ]

  /// Whether nothing but such words stands in a range (folded bytes).
  private func isThin(_ range: Range<Int>) -> Bool {
    folded.bytes[range].split { $0 == 0x20 || $0 == 0x0A }.allSatisfy { word in
      Self.thinWords.contains { $0.utf8.elementsEqual(word) }
    }
  }

  /// The least digits of a value, rather than of a year or a day.
  private static let digitsOfValue = 5

  /// Whether a number or an e-mail address stands in a range: then the author knows the thing.
  private func namesValue(_ range: Range<Int>) -> Bool {
    let bytes = folded.bytes[range]
    return bytes.contains(UInt8(ascii: "@"))
      || bytes.count { $0 &- UInt8(ascii: "0") < 10 } >= Self.digitsOfValue
  }

  /// Whether what is asked is denied right before it: "never send us your password".
  private func isDenied(_ giving: Range<Int>, in sentence: Range<Int>) -> Bool {
    hits(of: .negations, in: sentence).contains { denial in
      denial.upperBound <= giving.lowerBound
        && words(from: denial.upperBound, to: giving.lowerBound) <= Self.wordsOfDenial
        && !hasMark(",;:()", from: denial.upperBound, to: giving.lowerBound)
    }
  }
}
