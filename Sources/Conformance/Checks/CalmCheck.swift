import Standards
import TextMatching

extension Calm {
  /// Judges whether a reply shouts.
  ///
  /// Words in capitals count where white space alone parts them: "DNS, SSL, VPS" is a list. Some short
  /// ones in a row may be the names of things, and so may what stands between quotation marks.
  func judge(_ reply: ScannedReply) -> Judgement {
    let shouting = Shouting(
      reply, wordsAtMost: shoutingAtMost, exclamationMarksAtMost: exclamationMarksAtMost)
    let (shouted, perhaps, marks) = (shouting.sure, shouting.perhaps, shouting.marks)
    if !shouted.isEmpty || !marks.isEmpty {
      let reasons =
        (shouted.isEmpty ? [] : ["words in capitals follow one another"])
        + (marks.isEmpty ? [] : ["marks are piled up"])
      return Judgement(
        .missed, reasons.joined(separator: ", and "),
        spans: (shouted + marks).map { reply.original($0) }.inOrder)
    }
    if !perhaps.isEmpty {
      return Judgement(
        .undecided, "words in capitals follow one another, perhaps names or a quotation",
        spans: perhaps.map { reply.original($0) }.inOrder)
    }
    return Judgement(.met, "it does not shout")
  }
}
