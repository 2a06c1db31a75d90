/// What can be seen in a reply.
package enum ObservationKind: String, CaseIterable, Sendable {
  case greeting
  case named
  case closingQuestion = "closing_question"
  case closingOffer = "closing_offer"
  case vaguePromise = "vague_promise"
  case commitsTime = "commits_time"
  case nextStep = "next_step"
  case upsell
  case empathy
  case brushOff = "brush_off"
  case blame
  case signed
}

/// Whether something is there, where, and how that was told.
package struct Observation: Hashable, Sendable {
  /// Whether something is there.
  package enum Presence: Sendable {
    case present
    case absent
    /// It cannot be told; a person must look.
    case undecided
  }

  /// Whether it is there.
  package let presence: Presence
  /// Where it is, or what makes it doubtful (UTF-8 offsets of the message; in order, disjoint).
  package let spans: [Range<Int>]
  /// How that was told, in words that finish "because …".
  package let reason: String
  /// Whether it is certain enough to accuse somebody of it, or of its absence.
  package let isSure: Bool

  /// It is there.
  static func present(
    _ spans: [Range<Int>], _ reason: String, isSure: Bool = true
  ) -> Observation {
    Observation(presence: .present, spans: spans, reason: reason, isSure: isSure)
  }

  /// It is not there.
  static func absent(_ reason: String) -> Observation {
    Observation(presence: .absent, spans: [], reason: reason, isSure: true)
  }

  /// Nobody but a person can tell.
  static func undecided(_ spans: [Range<Int>], _ reason: String) -> Observation {
    Observation(presence: .undecided, spans: spans, reason: reason, isSure: false)
  }
}
