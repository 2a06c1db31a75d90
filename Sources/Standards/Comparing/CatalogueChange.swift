/// One thing that differs between two catalogues, in words.
package struct CatalogueChange: Hashable, Sendable {
  /// What it means for those to whom something is promised.
  package enum Effect: String, CaseIterable, Sendable {
    /// More is promised, or to more customers.
    case stronger
    /// Less is promised, or to fewer customers.
    case weaker
    /// Something else is promised; neither more nor less.
    case different
    /// Nothing that is promised changes.
    case neutral
  }

  /// What a change is about.
  package enum Subject: String, Sendable {
    case catalogue, calendar, channel, topic, phrases, standard
  }

  /// What it is about.
  package let subject: Subject
  /// The standard's id, or the name of the calendar, channel, topic or phrase list.
  package let name: String
  /// What of it changed: `added`, `withdrawn`, `renamed`, a key such as `within`, `open`.
  package let aspect: String
  /// What changed, such as `email: first response within 1 h → 15 min (95%)`.
  package let summary: String
  /// What that means.
  package let effect: Effect
  /// Why it means that.
  package let reason: String
  /// From when on it holds, if a later date is named, as the catalogue writes it.
  package let from: String?
}
