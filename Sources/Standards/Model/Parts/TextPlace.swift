import SourceYAML

/// Where in a reply something is looked for.
package enum TextPlace: String, CaseIterable, Sendable {
  /// In its first lines.
  case opening
  /// In its last lines.
  case closing
  /// Wherever it stands.
  case anywhere
}

extension Key where Value == TextPlace {
  /// Where in a reply to look.
  static func place(otherwise place: TextPlace) -> Key<TextPlace> {
    Key<TextPlace>.choice("where", "where it is looked for").otherwise(place.rawValue)
  }
}
