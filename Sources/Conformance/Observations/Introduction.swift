import Standards
import TextMatching

/// Finds who speaks, where a call or a chat begins: "tu Zuza", "Marek here", "Dan from the mail team".
enum Introduction {
  /// So many sentences from the start may name who speaks.
  private static let opening = 3

  /// The name by which somebody introduces themselves, as in "tu Zuza" or "Marek here" (folded bytes).
  static func name(in reply: ScannedReply) -> Range<Int>? {
    guard let end = reply.sentences.prefix(opening).last?.range.upperBound else { return nil }
    let start = 0..<end
    for hit in reply.hits(of: [.lexicon(.nameFollows)]).within(start) {
      if let name = reply.name(from: hit.upperBound) { return name }
    }
    for hit in reply.hits(of: [.lexicon(.namePrecedes)]).within(start) {
      if let name = reply.name(before: hit.lowerBound) { return name }
    }
    return nil
  }
}

extension ScannedReply {
  /// The capitalised word behind an offset and one blank or comma, unless it names the customer.
  fileprivate func name(from offset: Int) -> Range<Int>? {
    let bytes = folded.bytes
    var first = offset
    while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x2C { first += 1 }
    guard first > offset else { return nil }
    var last = first
    while last < bytes.count, Self.isLetter(bytes[last]) { last += 1 }
    return asName(first..<last)
  }

  /// The capitalised word before an offset and one blank or comma, unless it names the customer.
  fileprivate func name(before offset: Int) -> Range<Int>? {
    let bytes = folded.bytes
    var last = offset
    while last > 0, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x2C { last -= 1 }
    guard last < offset else { return nil }
    var first = last
    while first > 0, Self.isLetter(bytes[first - 1]) { first -= 1 }
    return asName(first..<last)
  }

  private func asName(_ word: Range<Int>) -> Range<Int>? {
    guard word.count >= 2, isCapitalised(word),
      customer?.isInflected(folded.bytes[word]) != true
    else { return nil }
    return word
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}
