/// A kind of contact: where it comes from, who may take it, what it takes, what becomes of it.
///
/// Times are in seconds; shares are 0...1. What is left nil or zero does not happen.
package struct ContactType: Hashable, Sendable {
  /// Whether somebody waits at the other end, or a message in a queue.
  package enum Kind: Hashable, Sendable {
    /// A call or a chat.
    case live
    /// An e-mail or a form: yields to live work when both wait.
    case deferred
  }

  /// As reports call it.
  package var name: String
  /// Whose luck its contacts have, so that it stays theirs where types come and go; the type's place
  /// where nil.
  package var subject: Int?
  package var kind: Kind
  /// When contacts come.
  package var arrivals: ArrivalPlan
  /// Less is more urgent; a less urgent contact is never taken while a more urgent one waits.
  package var priority = 0
  /// Among equal priorities, as if it had come so much earlier (unit: s).
  package var headStart = 0.0
  /// Messages are seen when the mailbox is next polled: every so often (unit: s; 0: at once).
  package var polledEvery = 0.0
  /// Work of one touch by a person of pace 1, without wrap-up (unit: s).
  package var handling: Distribution
  /// What ``handling`` is multiplied by for contacts that came in each interval of ``arrivals``, also
  /// in later touches (1e-9...1e9): evenings with longer calls. Contacts that came before the run or
  /// after the last factor have 1; empty for 1 throughout.
  package var handlingFactors: [Double] = []
  /// Work after each touch, which the customer does not wait for (unit: s).
  package var wrapUp: Distribution?
  /// How long customers wait before they give up (unit: s).
  package var patience: Distribution?
  /// Those who gave up and come again.
  package var callback: Callback?
  /// What may follow a touch; what is left of 1 is solved.
  package var asksBack: AsksBack?
  package var escalates: Escalates?
  package var transfers: Transfers?
  /// Of what was solved, what comes back.
  package var reopens: Reopens?
  /// Whether a returning contact goes to who had it before, if on duty, and waits for them.
  package var staysWithPerson = false
  /// Whether somebody may lay it aside for live work and go on with it afterwards.
  package var isInterruptible = false
  /// What each of one, two, three … at once proceeds at, 1 being full pace: as many as may be in
  /// hand at once. A person has contacts of one ``family`` at once only, and takes no further one
  /// while something more urgent waits that they could take with both hands free.
  package var paces = [1.0]
  /// Types of one family may be in hand together, as chats about this and that are: they have the
  /// same kind and the same paces. Nil where the type is a family of its own.
  package var family: Int?
  /// Within how long the answer is in time (unit: s): its begin for live contacts, the end of the
  /// first touch for deferred ones.
  package var target = 20.0
  /// The hours in which the target's clock runs; nil where it always does.
  package var hours: OpenSpans?
  /// What else is promised, and measured.
  package var clocks: [ServiceClock] = []

  /// Creates a type of which nothing but arrivals and work is known.
  package init(
    _ name: String, _ kind: Kind = .live, arrivals: ArrivalPlan, handling: Distribution
  ) {
    self.name = name
    self.kind = kind
    self.arrivals = arrivals
    self.handling = handling
  }

  /// A share of those who gave up calls again after a delay.
  package struct Callback: Hashable, Sendable {
    package var share: Double
    package var delay: Distribution

    package init(share: Double, delay: Distribution) {
      self.share = share
      self.delay = delay
    }
  }

  /// The customer is asked something and answers after a while, or never: then the contact is
  /// closed by timeout.
  package struct AsksBack: Hashable, Sendable {
    package var share: Double
    package var thinking: Distribution
    /// Of those asked, who never answers.
    package var never = 0.0
    /// When the contact of those is closed (unit: s).
    package var closedAfter = 0.0

    package init(
      share: Double, thinking: Distribution, never: Double = 0, closedAfter: Double = 0
    ) {
      self.share = share
      self.thinking = thinking
      self.never = never
      self.closedAfter = closedAfter
    }
  }

  /// Second line or a supplier has to do something first.
  package struct Escalates: Hashable, Sendable {
    package var share: Double
    package var delay: Distribution

    package init(share: Double, delay: Distribution) {
      self.share = share
      self.delay = delay
    }
  }

  /// Goes on as a contact of another type.
  package struct Transfers: Hashable, Sendable {
    package var share: Double
    /// The type's place among the desk's types.
    package var type: Int

    package init(share: Double, to type: Int) {
      self.share = share
      self.type = type
    }
  }

  /// Comes back although it was solved.
  package struct Reopens: Hashable, Sendable {
    package var share: Double
    package var delay: Distribution

    package init(share: Double, delay: Distribution) {
      self.share = share
      self.delay = delay
    }
  }
}
