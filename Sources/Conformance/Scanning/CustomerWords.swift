import Clocks
import Standards
import TextMatching
import Tickets

extension TicketView {
  /// Whether a customer's message wants something for sure: it asks a question, or says that nothing is
  /// settled. Others may be no more than a kind word.
  ///
  /// - Complexity: O(bytes of the message).
  func asksForSure(_ step: TicketLog.Step, _ lists: WordLists) -> Bool {
    guard step.meaning == .asks, let text = message(at: step.event)?.text else { return false }
    let folded = AuthoredText(text).folded
    return Sentences.split(folded).contains { $0.isQuestion }
      || !lists.scan(folded)[.lexicon(.unsolved)].isEmpty
  }
}
