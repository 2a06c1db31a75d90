/// What a service level does with contacts that left before anybody answered.
///
/// The same evening gives three figures, and desks quote all of them as "the service level". So the
/// choice has a name, and whoever prints the figure prints the name with it.
public enum AbandonedContacts: Hashable, Sendable {
  /// Answered in time, out of all contacts: who left was not served.
  case countAsMissed
  /// Answered in time, out of those answered: who left is not counted at all.
  case answeredOnly
  /// Answered in time, out of all but those who left within so many seconds (finite, ≥ 0).
  case excludeShort(withinSeconds: Double)
}

extension AbandonedContacts: CustomStringConvertible {
  /// The definition in words, for the line below the figure.
  public var description: String {
    switch self {
    case .countAsMissed: "of all contacts; those who left count as missed"
    case .answeredOnly: "of the contacts that were answered"
    case .excludeShort(let seconds):
      "of all contacts but those who left within \(seconds) s"
    }
  }
}
