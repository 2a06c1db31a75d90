package import Conformance
package import Diagnostics
import Standards

extension Verdict {
  /// Writes the verdict as one JSON object.
  ///
  /// Keys: `ticket`, `event` (index or null), `standard`, `kind`, `verdict` (`met`, `missed`,
  /// `not-applicable` or `undecided`), `severity`, `message`, `evidence`: a list of
  /// `{event, from, to, text}` (Unicode code points of the message's text) for words and of
  /// `{fromEvent, toEvent, elapsedSeconds, targetSeconds}` for times.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("ticket")
      json.string(ticket)
      json.key("event")
      if let event { json.int(event) } else { json.null() }
      json.key("standard")
      json.string(standard)
      json.key("kind")
      json.string(kind)
      json.key("verdict")
      json.string(outcome.rawValue)
      json.key("severity")
      json.string(severity.rawValue)
      json.key("message")
      json.string(message)
      json.key("evidence")
      json.array { json in
        for piece in evidence { piece.write(to: &json) }
      }
    }
  }
}

extension Evidence {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .words(let words):
        json.key("event")
        json.int(words.event)
        json.key("from")
        json.int(words.range.lowerBound)
        json.key("to")
        json.int(words.range.upperBound)
        json.key("text")
        json.string(words.text)
      case .time(let wait):
        json.key("fromEvent")
        json.int(wait.fromEvent)
        json.key("toEvent")
        if let event = wait.toEvent { json.int(event) } else { json.null() }
        json.key("elapsedSeconds")
        json.int(wait.elapsedSeconds)
        json.key("targetSeconds")
        json.int(wait.targetSeconds)
      }
    }
  }
}
