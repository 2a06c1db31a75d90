package import Conformance
package import Diagnostics
import TextMatching

extension ObservedReply {
  /// Writes what was seen as one JSON object.
  ///
  /// Keys: `ticket`, `event`, `language` (a code or null), `observations`: for each kind `present`
  /// (true, false, or null where undecided), `reason` (how that was told) and `spans`, a list of
  /// `[from, to]` (Unicode code points of the message's text).
  package func write(to json: inout JSONWriter, ticket: String) {
    json.object { json in
      json.key("ticket")
      json.string(ticket)
      json.key("event")
      json.int(event)
      json.key("language")
      if let language = scanned.language { json.string(language.rawValue) } else { json.null() }
      json.key("observations")
      writeObservations(to: &json)
    }
  }

  /// Writes the object of the observations alone.
  func writeObservations(to json: inout JSONWriter) {
    let offsets = CodePointOffsets(scanned.text)
    json.object { json in
      for (kind, observation) in observations {
        json.key(kind.rawValue)
        json.object { json in
          json.key("present")
          switch observation.presence {
          case .present: json.bool(true)
          case .absent: json.bool(false)
          case .undecided: json.null()
          }
          json.key("reason")
          json.string(observation.reason)
          json.key("spans")
          json.array { json in
            for span in observation.spans {
              let range = offsets.codePoints(span)
              json.array { json in
                json.int(range.lowerBound)
                json.int(range.upperBound)
              }
            }
          }
        }
      }
    }
  }
}
