import Clocks
import Standards
import TextMatching

extension MessageSense {
  /// The longest customer's message that is read (unit: bytes): machines that say that nobody is there
  /// are brief, and thanks are briefer.
  private static let longestRead = 20_000
  /// The longest text of a machine's (unit: bytes of its own folded text).
  private static let longestAbsence = 2_000

  /// What a reply's words mean to a clock.
  ///
  /// - Parameter isLast: Whether nothing follows that depends on what it asks.
  init(reply: ScannedReply, _ lists: WordLists, isLast: Bool) {
    self = []
    guard !reply.sentences.isEmpty else { return }
    let onlyHolds = reply.onlyHolds
    let asking = isLast && !onlyHolds ? [] : reply.asking(lists)
    if let last = asking.map(\.lowerBound).max() {
      insert(.asksCustomer)
      if let turn = reply.lastTurn, last < turn { insert(.mayBeAnswered) }
    } else if reply.sentences.contains(where: \.isQuestion) {
      insert(.asksForMore)
    }
    if !contains(.asksCustomer), onlyHolds { insert(.mayHold) }
    // The word lists know these languages.
    if let language = reply.language, [.polish, .czech, .english].contains(language) {
      insert(.wasRead)
    }
  }

  /// What the words of a customer's message mean to a clock.
  ///
  /// - Parameters:
  ///   - customer: Their name, if the ticket says: thanks may be signed with it.
  ///   - endsContact: Whether we had asked no more than whether anything else is needed.
  /// - Complexity: O(bytes + hits).
  init(
    customerText: String, _ lists: CustomerLists, customer: CustomerName?, endsContact: Bool = false
  ) {
    guard Self.isRead(customerText) else {
      self = []
      return
    }
    self.init(
      ofCustomer: AuthoredText(customerText).folded, lists, customer: customer,
      endsContact: endsContact)
  }

  /// Whether a customer's message is short enough to be read.
  static func isRead(_ customerText: String) -> Bool { customerText.utf8.count <= longestRead }

  /// The same of what the customer wrote, folded.
  init(
    ofCustomer text: FoldedText, _ lists: CustomerLists, customer: CustomerName?, endsContact: Bool
  ) {
    self = []
    guard (1...Self.longestAbsence).contains(text.bytes.count) else { return }
    // "?" and "…" say nothing of the kind.
    guard !text.bytes.allSatisfy({ "?. \n".utf8.contains($0) }) else { return }
    let hits = lists.hits(in: text)
    if hits.contains(where: { $0.list == .outOfOffice }), !text.bytes.contains(UInt8(ascii: "?")) {
      insert(.outOfOffice)
    } else if BareThanks(text, hits, customer: customer, endsContact: endsContact).isBare {
      insert(.thanks)
    }
  }
}

extension ScannedReply {
  /// From so many words on, "we are looking into it" is not all that a reply says.
  private static let wordsOfSubstance = 40

  /// Whether it says that somebody is at it, in a few words and without a time by which to hear more.
  ///
  /// A time that stands before is what the customer waited already.
  fileprivate var onlyHolds: Bool {
    guard let first = hits(of: .holding).first,
      words(from: 0, to: folded.bytes.count) < Self.wordsOfSubstance
    else { return false }
    let start = sentence(around: first)?.sentence.range.lowerBound ?? 0
    return !hits(of: .timeBounds).contains { $0.lowerBound >= start }
  }

  /// Where something is asked of the customer, so that the work may have to wait for them (folded
  /// bytes): questions, then words that ask.
  ///
  /// "Anything else I can help with?" and "please write if you have questions" ask nothing of the kind.
  func asking(_ lists: WordLists) -> [Range<Int>] {
    let questions = sentences.filter { sentence in
      sentence.isQuestion
        && !([.lexicon(.asksNothing)] + lists.closingQuestions).contains {
          contains($0, in: sentence.range)
        }
    }
    var requests = hits(of: [.lexicon(.requests), .lexicon(.awaits)])
    if !requests.isEmpty {
      let nothing = hits(of: .asksNothing)
      requests = requests.filter { request in !nothing.contains { $0.overlaps(request) } }
    }
    return questions.map(\.range) + requests
  }

  /// Where the customer speaks last in the transcript of a call, which an ellipsis of its own stands
  /// for (offset of the folded text); nil in letters.
  fileprivate var lastTurn: Int? {
    let bytes = folded.bytes
    return [" ... ", " … "].compactMap { mark in
      let mark = Array(mark.utf8)
      return bytes.withUnsafeBufferPointer { bytes in
        var start = bytes.count - mark.count
        while start >= 0, bytes[start + 1] != mark[1] || !bytes[start...].starts(with: mark) {
          start -= 1
        }
        return start >= 0 ? start : nil
      }
    }.max()
  }
}
