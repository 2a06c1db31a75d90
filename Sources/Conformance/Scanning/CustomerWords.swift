import Clocks
import Standards
import TextMatching
import Tickets

extension TicketView {
  /// Whether a customer's message wants something for sure; others may be no more than a kind word.
  ///
  /// It does if it asks a question, if it says that nothing is settled, and if a person answered it and
  /// no word in it says that the customer is content.
  ///
  /// - Complexity: O(bytes of the message + log steps).
  func asksForSure(_ event: Int) -> Bool {
    guard let position = log.position(of: event), log.steps[position].meaning == .asks,
      message(at: event) != nil, let text = text(at: event)
    else { return false }
    let hits = text.hits
    if !hits[.lexicon(.unsolved)].isEmpty { return true }
    let sentences = Sentences.split(text.folded)
    if sentences.contains(where: \.isQuestion) { return true }
    guard !sentences.isEmpty, hits[.lexicon(.kindWords)].isEmpty, let lastAnswer else {
      return false
    }
    return position < lastAnswer
  }
}
