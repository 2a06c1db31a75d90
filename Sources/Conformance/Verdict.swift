package import Clocks
package import ServiceTime
package import Standards

/// What a standard makes of a ticket or one of its replies, with the evidence.
package struct Verdict: Hashable, Sendable {
  /// How it stands.
  package enum Outcome: String, CaseIterable, Sendable {
    /// The standard was kept.
    case met
    /// The standard was broken.
    case missed
    /// The standard asks nothing here; the message says why.
    case notApplicable = "not-applicable"
    /// A person must decide; the message says what is missing.
    case undecided
  }

  /// The ticket's id.
  package let ticket: String
  /// What is judged, by its index among the ticket's events: the reply, or the message that starts a
  /// later wait; nil when it is the ticket as a whole or its first wait.
  package let event: Int?
  /// The standard's id.
  package let standard: String
  /// The standard's kind, such as `greeting`.
  package let kind: String
  /// How it stands.
  package var outcome: Outcome
  /// What missing the standard does.
  package let severity: Standard.Severity
  /// One sentence that a reviewer can act on.
  package var message: String
  /// What the verdict rests on.
  package let evidence: [Evidence]
  /// What people said of it afterwards; nil while nobody has.
  package var remark: Remark?
  /// Where its standard stands in the catalogue that it was judged by; nil where nobody says.
  package let position: Int?

  /// Creates a verdict.
  package init(
    ticket: String, event: Int?, standard: String, kind: String, outcome: Outcome,
    severity: Standard.Severity, message: String, evidence: [Evidence], remark: Remark? = nil,
    position: Int? = nil
  ) {
    self.ticket = ticket
    self.event = event
    self.standard = standard
    self.kind = kind
    self.outcome = outcome
    self.severity = severity
    self.message = message
    self.evidence = evidence
    self.remark = remark
    self.position = position
  }

  /// Whether it is a miss that nobody waived: shares, scores and promises count it, also where a
  /// baseline knew it.
  package var isUnwaivedMiss: Bool { outcome == .missed && remark?.waiver == nil }

  /// Whether it is a miss to be told: not waived, and not known from before.
  package var counts: Bool { isUnwaivedMiss && remark?.isKnown != true }
}

/// What a verdict rests on.
package enum Evidence: Hashable, Sendable {
  /// Words of a reply.
  case words(Words)
  /// The time between two events.
  case time(Wait)
  /// That these events happened (their indices among the ticket's events, by time; not empty).
  case events([Int])

  /// Words of a reply.
  package struct Words: Hashable, Sendable {
    /// The index of the message among the ticket's events.
    package let event: Int
    /// Where the words stand (Unicode code points of the message's text).
    package let range: Range<Int>
    /// The words.
    package let text: String

    /// Creates evidence.
    package init(event: Int, range: Range<Int>, text: String) {
      self.event = event
      self.range = range
      self.text = text
    }
  }

  /// The time between two events, as the standard counts it.
  package struct Wait: Hashable, Sendable {
    /// The index of the event that started the clock.
    package let fromEvent: Int
    /// The index of the event that stopped it; nil while it runs.
    package let toEvent: Int?
    /// The time counted (unit: s, on the standard's hours).
    package let elapsedSeconds: Int
    /// The time promised (unit: s, on the standard's hours).
    package let targetSeconds: Int
    /// What nobody waits beyond (unit: s, on the standard's hours); nil when nothing says.
    package let longestSeconds: Int?
    /// When the clock started.
    package let from: Instant
    /// When it stopped, or the log ended.
    package let to: Instant
    /// When the time promised is over: the closing instant where that is when the desk closes; nil when
    /// the desk never opens for so long.
    package let due: Instant?
    /// What counted, what was paused and when the desk was closed, in order, without gaps.
    package let stretches: [Stretch]

    /// The time on the customer's own clock (unit: s).
    package var wallSeconds: Int { to.seconds - from.seconds }

    /// Creates evidence.
    package init(
      fromEvent: Int, toEvent: Int?, elapsedSeconds: Int, targetSeconds: Int,
      longestSeconds: Int?, from: Instant, to: Instant, due: Instant?, stretches: [Stretch]
    ) {
      self.fromEvent = fromEvent
      self.toEvent = toEvent
      self.elapsedSeconds = elapsedSeconds
      self.targetSeconds = targetSeconds
      self.longestSeconds = longestSeconds
      self.from = from
      self.to = to
      self.due = due
      self.stretches = stretches
    }
  }
}

/// What a check says: a verdict before it is tied to its ticket and standard.
struct Judgement {
  let outcome: Verdict.Outcome
  let message: String
  /// Words of the reply (UTF-8 offsets of the message).
  var spans: [Range<Int>] = []
  var wait: Evidence.Wait?
  /// The events that it rests on (their indices among the ticket's events).
  var events: [Int] = []

  init(
    _ outcome: Verdict.Outcome, _ message: String, spans: [Range<Int>] = [],
    wait: Evidence.Wait? = nil, events: [Int] = []
  ) {
    self.outcome = outcome
    self.message = message
    self.spans = spans
    self.wait = wait
    self.events = events
  }
}
