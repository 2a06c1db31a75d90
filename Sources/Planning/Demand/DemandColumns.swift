import Diagnostics

/// Where the columns of a demand stand.
struct DemandColumns {
  let start: Int
  let channel: Int
  let contacts: Int
  let topic: Int?
  let handling: Int?

  private static let names = ["start", "channel", "topic", "contacts", "aht_s"]
  private static let required = ["start", "channel", "contacts"]

  /// Finds them by the names in the first line; nil after reporting what is missing.
  ///
  /// A column of another name is not used and a warning says so; one that is only misspelt is an
  /// error, since a plan without it would be another one.
  init?(_ header: CSVTable.Row, _ diagnostics: inout Diagnostics) {
    guard header.fields.count > 1 else {
      diagnostics.error(
        "demand.column", "the first line is a single field", at: header.place,
        fixIt: "write start,channel,contacts with commas, semicolons or tabs between them")
      return nil
    }
    var places: [String: Int] = [:]
    var misspelt: [String] = []
    for (index, field) in header.fields.enumerated() where !field.text.isEmpty {
      let name = field.text.lowercased()
      if !Self.names.contains(name) {
        if let near = nearestName(to: name, among: Self.names) {
          misspelt.append(near)
          diagnostics.error(
            "demand.column", "'\(shortened(field.text))' is no known column", at: field.place,
            fixIt: "did you mean '\(near)'?")
        } else {
          diagnostics.warning(
            "demand.column", "the column '\(shortened(field.text))' is not used", at: field.place,
            fixIt: "known columns: \(Self.names.joined(separator: ", "))")
        }
      } else if places[name] != nil {
        diagnostics.error(
          "demand.column", "the column '\(name)' stands here twice", at: field.place,
          fixIt: "delete one of them")
      } else {
        places[name] = index
      }
    }
    for name in Self.required where places[name] == nil && !misspelt.contains(name) {
      diagnostics.error(
        "demand.column", "the column '\(name)' is missing", at: header.place,
        fixIt: "begin the file with the line start,channel,contacts")
    }
    guard let start = places["start"], let channel = places["channel"],
      let contacts = places["contacts"]
    else { return nil }
    self.start = start
    self.channel = channel
    self.contacts = contacts
    topic = places["topic"]
    handling = places["aht_s"]
  }
}
