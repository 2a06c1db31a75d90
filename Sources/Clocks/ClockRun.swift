package import ServiceTime
package import Tickets

/// One run of a clock: from the event that starts it to the one that stops it, and when it stood
/// still between.
package struct ClockRun: Hashable, Sendable {
  /// How a run comes to its end.
  package enum End: Hashable, Sendable {
    /// What was promised happened, at this event.
    case stopped(by: Int)
    /// The ticket was closed without it, at this event.
    case closed(by: Int)
    /// The customer gave up, at this event.
    case abandoned(by: Int)
    /// The log ends first.
    case running
  }

  /// What holds a clock.
  package struct Pause: Hashable, Sendable {
    /// The state of the ticket.
    package let state: TicketStatus
    /// Whether it waits for the customer, of whom we may have wanted nothing, as far as words tell.
    package let isGroundless: Bool
  }

  /// A part of a run in which the clock runs, or stands still.
  package struct Span: Hashable, Sendable {
    /// What holds the clock; nil while it runs.
    package let pause: Pause?
    package let from: Instant
    package let to: Instant
    /// The event that begins it.
    package let fromEvent: Int
    /// The event that ends it; nil where the log ends.
    package let toEvent: Int?

    fileprivate var isGroundless: Bool { pause?.isGroundless == true }
  }

  /// Which run of the ticket's clock it is (0 is the first).
  package let number: Int
  /// The event that starts it.
  package let start: Int
  package let end: End
  /// The parts, in order, without gaps; empty ones are left out, so a run that ends at once has none.
  package let spans: [Span]
  package let from: Instant
  package let to: Instant

  /// The event that ends it; nil while it runs.
  package var endEvent: Int? {
    switch end {
    case .stopped(let event), .closed(let event), .abandoned(let event): event
    case .running: nil
    }
  }

  /// The run as it would be had an event stopped it (no later than it ended).
  package func cut(by event: Int, at instant: Instant) -> ClockRun {
    let to = min(max(instant, from), self.to)
    let kept = spans.filter { $0.from < to }.map { span in
      span.to <= to
        ? span
        : Span(
          pause: span.pause, from: span.from, to: to, fromEvent: span.fromEvent, toEvent: event)
    }
    return ClockRun(
      number: number, start: start, end: .stopped(by: event), spans: kept, from: from, to: to)
  }

  /// The run as it would be had a later event started it (no earlier than it did, no later than it
  /// ended).
  package func begun(by event: Int, at instant: Instant) -> ClockRun {
    let from = max(min(instant, to), self.from)
    let kept = spans.filter { from < $0.to }.map { span in
      from <= span.from
        ? span
        : Span(
          pause: span.pause, from: from, to: span.to, fromEvent: event, toEvent: span.toEvent)
    }
    return ClockRun(number: number, start: event, end: end, spans: kept, from: from, to: to)
  }

  /// The run as it is when its groundless pauses count; nil where it has none.
  package var countingGroundlessPauses: ClockRun? {
    guard spans.contains(where: \.isGroundless) else { return nil }
    let spans = spans.map { span in
      span.isGroundless
        ? Span(
          pause: nil, from: span.from, to: span.to, fromEvent: span.fromEvent,
          toEvent: span.toEvent)
        : span
    }
    return ClockRun(number: number, start: start, end: end, spans: spans, from: from, to: to)
  }

  /// The time on the customer's own clock (unit: s).
  package var wallSeconds: Int { to.seconds - from.seconds }
}

/// Puts a run together while a log is read.
struct RunBuilder {
  let number: Int
  let start: TicketLog.Step
  private var spans: [ClockRun.Span] = []
  private var mark: TicketLog.Step
  private var pause: ClockRun.Pause?

  init(number: Int, start: TicketLog.Step, pause: ClockRun.Pause? = nil) {
    self.number = number
    self.start = start
    mark = start
    self.pause = pause
  }

  /// Stops the clock's hand, lets it go, or leaves it as it is.
  mutating func set(pause: ClockRun.Pause?, at step: TicketLog.Step) {
    guard pause != self.pause else { return }
    close(at: step.at, by: step.event)
    self.pause = pause
    mark = step
  }

  /// The run, ended by a step, or by the end of the log.
  func ended(_ end: ClockRun.End, at instant: Instant) -> ClockRun {
    var copy = self
    let event: Int? =
      switch end {
      case .stopped(let event), .closed(let event), .abandoned(let event): event
      case .running: nil
      }
    copy.close(at: instant, by: event)
    return ClockRun(
      number: number, start: start.event, end: end, spans: copy.spans, from: start.at, to: instant)
  }

  private mutating func close(at instant: Instant, by event: Int?) {
    guard mark.at < instant else { return }
    spans.append(
      ClockRun.Span(
        pause: pause, from: mark.at, to: instant, fromEvent: mark.event, toEvent: event))
  }
}
