import Conformance
import ModelTraining
import TextMatching

extension ReplyReading {
  /// Reads a tagged reply as the auditor reads one of a ticket that says nothing of its language.
  @Sendable
  static func forTraining(
    _ reply: TaggedReply
  ) -> (text: FoldedText, sentences: [Sentence], more: [(String, Range<Int>)]) {
    let text = AuthoredText(reply.text).folded
    let (sentences, concepts) = read(text)
    return (text, sentences, concepts)
  }
}
