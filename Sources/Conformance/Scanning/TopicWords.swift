import Standards
import TextMatching
import Tickets

/// The words by which the topic of a ticket is told that names none.
struct TopicWords: Sendable {
  private let patterns: PatternSet
  private let topicOfPattern: [String]

  /// - Throws: ``AuditorError/patterns(_:)`` when the phrases are beyond all measure.
  init(_ catalogue: Catalogue, isForMany: Bool) throws(AuditorError) {
    var all: [Pattern] = []
    var topicOfPattern: [String] = []
    for list in catalogue.topicWords {
      for phrase in list.phrases {
        all.append(phrase.pattern)
        topicOfPattern.append(list.name)
      }
    }
    do {
      patterns = try PatternSet(all, isForMany: isForMany)
    } catch {
      throw .patterns(error.message)
    }
    self.topicOfPattern = topicOfPattern
  }

  /// The one topic whose words stand in the customer's first message with words of any; nil where those
  /// of several stand there, since nobody can tell which counts.
  ///
  /// - Complexity: O(bytes of the messages read).
  func topic(of ticket: Ticket) -> String? {
    guard !topicOfPattern.isEmpty else { return nil }
    for index in ticket.chronologicalIndices {
      guard case .message(let message) = ticket.events[index].kind, message.from == .customer,
        !message.isAutomatic
      else { continue }
      let found = Set(
        patterns.hits(in: AuthoredText(message.text).folded).map { topicOfPattern[$0.pattern] })
      if let topic = found.first { return found.count == 1 ? topic : nil }
    }
    return nil
  }
}
