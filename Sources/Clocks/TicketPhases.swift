package import ServiceTime
import Tickets

/// A stretch of a ticket's life in which its channel and priority stay the same.
package struct TicketPhase: Hashable, Sendable {
  /// When it begins; nil for the first, which holds since ever.
  package let from: Instant?
  /// The event that begins it.
  package let event: Int?
  package let channel: String
  package let priority: String?
}

extension [TicketPhase] {
  /// The phase that holds at an instant; nil without phases.
  ///
  /// - Complexity: O(log count).
  package func phase(at instant: Instant) -> TicketPhase? {
    let next = partitioningIndex(where: { $0.from.map { $0 > instant } ?? false })
    return next > 0 ? self[next - 1] : first
  }
}

extension TicketLog {
  /// The ticket's channel and priority over time; the ticket's own fields say what it began with.
  ///
  /// - Complexity: O(steps).
  package var phases: [TicketPhase] {
    var all = [
      TicketPhase(from: nil, event: nil, channel: ticket.channel, priority: ticket.priority)
    ]
    for step in steps where step.meaning == .other {
      guard let last = all.last else { break }
      var channel = last.channel
      var priority = last.priority
      switch ticket.events[step.event].kind {
      case .channel(let value): channel = value
      case .priority(let value): priority = value
      default: continue
      }
      guard channel != last.channel || priority != last.priority else { continue }
      all.append(
        TicketPhase(from: step.at, event: step.event, channel: channel, priority: priority))
    }
    return all
  }
}
