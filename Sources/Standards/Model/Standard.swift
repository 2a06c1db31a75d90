package import Diagnostics
package import ServiceTime

/// One promise, with what a colleague and a reviewer need to know about it.
package struct Standard: Sendable {
  /// Who has to keep it.
  package enum Owner: String, CaseIterable, Sendable {
    /// The one who wrote the reply.
    case agent
    /// The whole desk.
    case team
  }

  /// What missing it does.
  package enum Severity: String, CaseIterable, Sendable {
    /// Fails the whole reply or ticket.
    case critical
    /// Counts by its weight.
    case major
    /// Counts by its weight, and is shown last.
    case minor
  }

  /// The name that reports use.
  package let id: String
  /// The promise in one sentence.
  package let title: LocalizedText
  /// Why a customer cares.
  package let why: LocalizedText?
  /// Where the standard was taken from.
  package let source: String?
  /// The tickets and replies that it is about.
  package let scope: Scope
  /// When it holds.
  package var inForce: InForce
  /// The id of the standard that it takes the place of, whether that is still in the catalogue.
  package let replaces: String?
  /// What it asks.
  package let requirement: Requirement
  /// How much it counts among the others (0…100).
  package let weight: Int
  /// What missing it does.
  package let severity: Severity
  /// Who has to keep it.
  package let owner: Owner
  /// Whether a finding may be waived with a reason.
  package let isWaivable: Bool
  /// Words to find it by.
  package let tags: [String]
  /// What keeps it and what breaks it.
  package let examples: Examples
  /// Where it stands.
  package let place: SourceRange

  /// Whether it holds at a moment.
  ///
  /// - Parameter zone: Whose clocks the dates of `in-force` follow.
  package func isInForce(at moment: Instant, zone: ZoneTable) -> Bool {
    inForce.contains(moment, in: zone)
  }
}

/// The tickets and replies that a standard is about; nil stands for all.
package struct Scope: Hashable, Sendable {
  /// Which of a ticket's replies are meant.
  package enum Stage: String, CaseIterable, Sendable {
    /// Each reply of a person.
    case anyReply = "any-reply"
    /// The first reply of a person.
    case firstReply = "first-reply"
    /// The reply that the ticket was solved with.
    case lastReply = "last-reply"
    /// The ticket as a whole.
    case ticket
  }

  /// The channels that it holds on.
  package var channels: [String]?
  /// What the ticket is about.
  package var topics: [String]?
  /// How urgent it is.
  package var priorities: [String]?
  /// Which customers it is for.
  package var segments: [String]?
  /// The languages of the reply.
  package var languages: [String]?
  /// Which replies are meant.
  package var stage: Stage?

  /// Creates a scope that takes in everything.
  package init() {}
}
