import Diagnostics

extension Diagnostics {
  /// Reports a channel that the catalogue does not have, with the nearest that it has.
  mutating func reportUnknownChannel(
    _ name: String, among known: [String], at place: SourceRange?
  ) {
    error(
      "name.unknown", "the catalogue has no channel '\(shortened(name, to: 40))'", at: place,
      fixIt: nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "known: \(known.joined(separator: ", "))")
  }
}
