package import Diagnostics
package import Standards

/// What a check of a catalogue found, for a person.
package enum CheckText {
  /// One line: how large the catalogue is when it is sound, how much is wrong when it is not.
  package static func summary(
    of catalogue: Catalogue, _ diagnostics: Diagnostics, path: String
  ) -> String {
    if diagnostics.hasErrors { return "\(path): \(diagnostics.summary)" }
    let phrases = catalogue.phraseLists.reduce(0) { $0 + $1.phrases.count }
    let parts = [
      Written.count(catalogue.standards.count, "standard"),
      Written.count(catalogue.channels.count, "channel"),
      Written.count(catalogue.calendars.count, "calendar"),
      Written.count(phrases, "phrase") + " in " + catalogue.languages.joined(separator: ", "),
    ]
    let version = catalogue.version.map { " (\($0))" } ?? ""
    let problems = diagnostics.isEmpty ? "no problems" : diagnostics.summary
    return "\(path): \(catalogue.name)\(version): \(parts.joined(separator: ", ")); \(problems)"
  }
}

/// What a check of a catalogue found, for a program.
package enum CheckJSON {
  /// Writes `{"errors", "warnings", "diagnostics": […]}`.
  package static func write(_ diagnostics: Diagnostics, to json: inout JSONWriter) {
    json.object { json in
      json.key("errors")
      json.int(diagnostics.errorCount)
      json.key("warnings")
      json.int(diagnostics.warningCount)
      json.key("diagnostics")
      json.array { json in
        for diagnostic in diagnostics.sorted { diagnostic.write(to: &json) }
      }
    }
  }
}
