package import Conformance
import TextMatching
import Tickets

/// Whether a reply as a whole kept what its agent owns.
///
/// The reply is what is counted, and not each verdict: who forgets to greet often forgets to sign, and
/// ten verdicts on one reply tell less than ten replies. Intervals from single verdicts would be too
/// narrow.
package struct ReplyResult: Hashable, Sendable {
  /// Who wrote it; nil where the log does not say.
  package let agent: String?
  /// The ticket's channel.
  package let channel: String
  /// What the ticket is about; nil where nothing tells.
  package let topic: String?
  /// The language of the reply, such as `pl`; nil where it cannot be told.
  package let language: String?
  /// Whether nothing that counts was missed.
  package let isKept: Bool
  /// Whether something is undecided that could still turn a kept reply into one that is not.
  package let isOpen: Bool

  /// Describes a reply.
  package init(
    agent: String?, channel: String, topic: String? = nil, language: String? = nil, isKept: Bool,
    isOpen: Bool = false
  ) {
    self.agent = agent
    self.channel = channel
    self.topic = topic
    self.language = language
    self.isKept = isKept
    self.isOpen = isOpen && isKept
  }

  /// The same result of somebody called so.
  package func renamed(_ agent: String) -> ReplyResult {
    ReplyResult(
      agent: agent, channel: channel, topic: topic, language: language, isKept: isKept,
      isOpen: isOpen)
  }
}

extension TicketAudit {
  /// The results of the replies of which something is decided, in their order.
  ///
  /// - Complexity: O(replies + verdicts).
  package func replyResults(by standards: ScoredStandards) -> [ReplyResult] {
    let scores = replyScores(by: standards)
    return zip(view.replies, scores).compactMap { reply, scored in
      let score = scored.score
      guard score.decidedVerdicts > 0 else { return nil }
      var agent: String?
      if case .message(let message) = view.ticket.events[reply.event].kind { agent = message.agent }
      return ReplyResult(
        agent: agent, channel: view.ticket.channel, topic: view.ticket.topic,
        language: reply.scanned.language?.rawValue,
        isKept: score.isKept, isOpen: score.undecidedVerdicts > 0)
    }
  }
}
