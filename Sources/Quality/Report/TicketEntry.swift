package import Clocks
package import Conformance
package import ServiceTime
import TextMatching
import Tickets

/// A ticket as a page lists it: what was written, and what the audit says of it.
package struct TicketEntry: Sendable {
  /// A message between customer and desk.
  package struct Message: Sendable {
    /// Who wrote it.
    package enum Sender: Sendable { case customer, agent, machine }

    /// What becomes of it in the audit.
    package enum Part: Sendable {
      /// It is judged on its words.
      case judged
      /// A few words that belong to the reply before them.
      case addition
      /// Nobody judges it.
      case unjudged
    }

    /// Its index among the ticket's events.
    package let event: Int
    package let from: Sender
    /// The agent, as far as the log names one.
    package let agent: String?
    /// When it was written, on the writer's clock.
    package let at: OffsetInstant
    /// The code of its language; nil where it cannot be told.
    package let language: String?
    package let text: String
    /// Parts that are not under audit: quotations, signatures, legal text (Unicode code points of the
    /// text, ascending).
    package let cuts: [Range<Int>]
    package let part: Part
  }

  package let id: String
  /// The file and the line.
  package let source: String
  package let channel: String
  package let topic: String?
  package let priority: String?
  /// The first event; nil without any.
  package let start: OffsetInstant?
  /// Everybody who wrote as an agent, in order.
  package let agents: [String]
  package let messages: [Message]
  package let verdicts: [Verdict]
  package let findings: [TicketFinding]

  /// Whether there is something to look at: a miss that counts, a doubt, or a fault in the log.
  package var asksForLook: Bool {
    verdicts.contains { $0.counts || $0.outcome == .undecided }
      || findings.contains { $0.kind.severity == .fault }
  }

  /// Lists a ticket.
  ///
  /// - Parameter source: The file and the line where it was read.
  /// - Complexity: O(bytes of the messages + verdicts).
  package init(_ shown: ShownTicket, source: String) {
    let view = shown.audit.view
    id = shown.ticket.id
    self.source = source
    channel = shown.ticket.channel
    topic = shown.ticket.topic
    priority = shown.ticket.priority
    verdicts = shown.audit.verdicts
    findings = shown.audit.findings
    let replies = Dictionary(
      view.replies.map { ($0.event, $0.scanned.language) }, uniquingKeysWith: { first, _ in first })
    let additions = Set(view.additions.map(\.event))
    let order = shown.ticket.chronologicalIndices
    start = order.first.map { shown.ticket.events[$0].at }
    let prior = view.ticket.customer.language.flatMap { Language(rawValue: $0) }
    var agents: [String] = []
    var messages: [Message] = []
    for index in order {
      guard case .message(let message) = shown.ticket.events[index].kind else { continue }
      // Where a text ends is seen in the one that was judged: a masked one has other words.
      var judged = message.text
      if view.ticket.events.indices.contains(index),
        case .message(let original) = view.ticket.events[index].kind
      {
        judged = original.text
      }
      let isReply = message.from == .agent && !message.isAutomatic
      if isReply, let agent = message.agent, !agents.contains(agent) { agents.append(agent) }
      let authored = AuthoredText(judged)
      let offsets = CodePointOffsets(judged)
      messages.append(
        Message(
          event: index,
          from: message.isAutomatic || message.from == .system
            ? .machine : message.from == .agent ? .agent : .customer,
          agent: message.agent, at: shown.ticket.events[index].at,
          language: (replies[index] ?? Language.of(authored.folded, prior: prior))?.rawValue,
          text: message.text,
          cuts: authored.cut.map { offsets.codePoints($0.range) },
          part: replies[index] != nil
            ? .judged : additions.contains(index) ? .addition : .unjudged))
    }
    self.agents = agents
    self.messages = messages
  }
}
