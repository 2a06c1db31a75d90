package import Conformance
package import Diagnostics
import TextMatching

extension DraftReport {
  /// Writes the report as one JSON object.
  ///
  /// Keys: `language` (or null), `verdicts`: as `kwadrans audit` writes them, each with `example`, a
  /// reply that keeps the standard (or null); `observations`: as `kwadrans audit observe` writes them
  /// (null for a draft without words).
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("language")
      json.string(language?.rawValue)
      json.key("verdicts")
      json.array { json in
        for verdict in verdicts {
          json.object { json in
            verdict.writeMembers(to: &json)
            json.key("example")
            json.string(examples[verdict.standard])
          }
        }
      }
      json.key("observations")
      if let observed { observed.writeObservations(to: &json) } else { json.null() }
    }
  }
}
