package import Diagnostics
package import ServiceTime

extension Examples {
  /// What may become of an example.
  package enum Outcome: String, CaseIterable, Sendable {
    /// It keeps the standard.
    case met
    /// It breaks it.
    case missed
    /// Only a person can tell.
    case undecided
    /// The standard asks nothing of it.
    case notApplicable = "not-applicable"
  }

  /// A value with its place in the file, which makes no difference to what it says.
  package struct Placed<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    package let value: Value
    /// Where it stands.
    package let place: SourceRange

    package static func == (left: Placed, right: Placed) -> Bool { left.value == right.value }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(value)
    }
  }

  /// A ticket in a few lines, with what is expected of it.
  package struct Log: Hashable, Sendable {
    /// What happened, line by line and by time; not empty.
    package let events: [Event]
    /// The moment up to which the log is known; its last event where nil.
    package let asOf: Placed<WrittenMoment>?
    /// The opening time that decides; nil where the author does not say.
    package let takes: Placed<TimeSpan>?
    /// What becomes of it.
    package let outcome: Outcome
    /// The number of the ticket, where its author needs one.
    package let id: String?
    /// How the customer came in; where nil, as the standard's scope says first.
    package let channel: String?
    /// What it is about; where nil, what the standard's scope says first.
    package let topic: String?
    /// How urgent it is at first; where nil, as the standard's scope says first.
    package let priority: String?
    /// Which customer it is from; where nil, what the standard's scope says first.
    package let segment: String?
    /// What else the ticket carries, in the order of the file.
    package let fields: [Field]
  }

  /// Something that a ticket carries, such as the customer's domain.
  package struct Field: Hashable, Sendable {
    /// What it is called.
    package let name: String
    /// What it says; may be empty.
    package let text: String
  }

  /// A line of a log.
  package struct Event: Hashable, Sendable {
    /// When it happened.
    package let at: Placed<WrittenMoment>
    /// Which colleague did it, if the line says.
    package let by: String?
    /// What happened.
    package let kind: Kind
    /// Where the line stands; makes no difference to what it says.
    package let place: SourceRange

    package static func == (left: Event, right: Event) -> Bool {
      left.at == right.at && left.by == right.by && left.kind == right.kind
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(at)
      hasher.combine(by)
      hasher.combine(kind)
    }

    /// What can happen.
    package enum Kind: Hashable, Sendable {
      /// Something the customer sees or wrote; `isAutomatic` as the line says.
      case message(Sender, text: String, isAutomatic: Bool)
      /// Something only the team sees.
      case note(String)
      case status(Status)
      /// Who looks after it from now on.
      case assign(agent: String?, group: String?)
      case priority(String)
      case channel(String)
      /// A live contact was picked up.
      case answered
      /// The customer gave up waiting for a live contact.
      case abandoned
      /// Time that somebody spent on it (unit: s; 0 to 31,622,400, a leap year).
      case work(seconds: Int)
      /// What the customer thought of it; for `nps` from 0 to 10.
      case rating(Survey.Scale, score: Double)
      /// The customer was asked what the service was like.
      case survey(Survey.Scale)
      /// It goes on as another ticket, of this id.
      case merge(into: String)
    }

    /// Who writes to whom.
    package enum Sender: String, CaseIterable, Sendable {
      case customer, agent, system
    }

    /// What state a ticket is in.
    package enum Status: String, CaseIterable, Sendable {
      case new, open, pending, hold, solved, closed, spam, duplicate
    }
  }
}
