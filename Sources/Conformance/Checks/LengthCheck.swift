import Standards
import TextMatching

extension Length {
  /// Judges how long a reply is; what it quotes does not count.
  ///
  /// A greeting or signature on a line of its own may or may not be a sentence: where that decides, a
  /// person does.
  func judge(_ reply: ScannedReply) -> Judgement {
    var counts: [String] = []
    var doubt: Judgement?
    if let atMost {
      let count = reply.count(atMost.unit)
      if count.least > atMost.number {
        return Judgement(
          .missed,
          "it has \(count.least) \(atMost.unit.rawValue), at most \(atMost.number) are allowed",
          spans: reply.surplus(over: atMost))
      }
      if count.most > atMost.number {
        doubt = Judgement(
          .undecided,
          "it has more than \(atMost.number) sentences only if every line of its own is one",
          spans: reply.surplus(over: atMost))
      }
      counts.append("\(count.most) \(atMost.unit.rawValue)")
    }
    if let atLeast {
      let count = reply.count(atLeast.unit)
      if count.most < atLeast.number {
        return Judgement(
          .missed,
          "it has \(count.most) \(atLeast.unit.rawValue), at least \(atLeast.number) are wanted",
          spans: reply.opening)
      }
      if count.least < atLeast.number {
        doubt = Judgement(
          .undecided, "it has \(atLeast.number) sentences only if every line of its own is one",
          spans: reply.opening)
      }
      let inWords = "\(count.most) \(atLeast.unit.rawValue)"
      if !counts.contains(inWords) { counts.append(inWords) }
    }
    return doubt ?? Judgement(.met, "it has \(counts.joined(separator: " and "))")
  }
}

extension ScannedReply {
  /// From the first word to the last (folded bytes).
  private var ownWords: Range<Int> {
    (sentences.first?.range.lowerBound ?? 0)..<(sentences.last?.range.upperBound ?? 0)
  }

  /// How much of something a reply has, at least and at most.
  fileprivate func count(_ unit: Length.Unit) -> (least: Int, most: Int) {
    switch unit {
    case .words:
      let count = folded.countWords(in: ownWords)
      return (count, count)
    case .characters:
      let count = folded.countCharacters(in: ownWords)
      return (count, count)
    case .sentences:
      return (sentences.count { $0.terminator != .none }, sentences.count)
    }
  }

  /// What stands beyond a bound (UTF-8 offsets of the message).
  fileprivate func surplus(over bound: Length.Amount) -> [Range<Int>] {
    let own = ownWords
    let start: Int
    switch bound.unit {
    case .sentences:
      let first = sentences.dropFirst(bound.number).first
      start = first?.range.lowerBound ?? own.lowerBound
    case .words:
      start = folded.offset(ofWord: bound.number, in: own) ?? own.lowerBound
    case .characters:
      start = folded.offset(ofCharacter: bound.number, in: own) ?? own.lowerBound
    }
    return start < own.upperBound ? [original(start..<own.upperBound)] : ending
  }
}
