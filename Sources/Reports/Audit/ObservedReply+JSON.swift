package import Conformance
package import Diagnostics
import TextMatching

extension ObservedReply {
  /// Writes what was seen as one JSON object.
  ///
  /// Keys: `ticket`, `event`, `language` (a code or null), `observations`: for each kind `present`
  /// (true, false, or null where undecided), `reason` (how that was told) and `spans`, a list of
  /// `[from, to]` (Unicode code points of the message's text); `words`, `sentences`,
  /// `words_per_sentence`, `fog` (null where it has none); `times`: a list of `{from, to, bound, by}`,
  /// `by` an instant (ISO 8601, UTC) or null where nobody can say it.
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
      json.key("words")
      json.int(measures.words)
      json.key("sentences")
      json.int(measures.sentences)
      json.key("words_per_sentence")
      json.number(measures.wordsPerSentence)
      json.key("fog")
      json.number(measures.fog)
      json.key("times")
      writeTimes(to: &json)
    }
  }

  private func writeTimes(to json: inout JSONWriter) {
    let offsets = CodePointOffsets(scanned.text)
    json.array { json in
      for time in times {
        let range = offsets.codePoints(time.range)
        json.object { json in
          json.key("from")
          json.int(range.lowerBound)
          json.key("to")
          json.int(range.upperBound)
          json.key("bound")
          json.string(time.bound.rawValue)
          json.key("by")
          json.string(time.by?.inUTC)
        }
      }
    }
  }

  /// Writes the object of the observations alone.
  func writeObservations(to json: inout JSONWriter) {
    let offsets = CodePointOffsets(scanned.text)
    json.object { json in
      let named =
        observations.map { ($0.kind.rawValue, $0.observation) }
        + traits.map { ($0.trait.rawValue, $0.observation) }
      for (name, observation) in named {
        json.key(named: name)
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
