import Clocks
import Standards
import TextMatching

extension MessageSense {
  /// From so many words on, "we are looking into it" is not all that a reply says.
  private static let wordsOfSubstance = 40

  /// What a reply's words mean to a clock.
  init(reply: ScannedReply) {
    self = []
    let whole = 0..<reply.folded.bytes.count
    if reply.sentences.contains(where: \.isQuestion)
      || reply.contains(.lexicon(.requests), in: whole)
    {
      insert(.asksCustomer)
    }
    let onlyHolds =
      reply.contains(.lexicon(.holding), in: whole)
      && !reply.contains(.lexicon(.timeBounds), in: whole)
      && !reply.sentences.contains { $0.isQuestion }
      && reply.words(from: 0, to: whole.upperBound) < Self.wordsOfSubstance
    if onlyHolds { insert(.mayHold) }
  }

  /// What the words of a customer's message mean to a clock.
  init(customerText: String, _ lists: WordLists) {
    self = []
  }
}
