package import Clocks
package import Diagnostics
import ServiceTime

extension TicketFinding {
  /// Writes the finding as one JSON object.
  ///
  /// Keys: `ticket`, `finding` (its kind), `severity` (`fault` or `information`), `message`, `events`
  /// (indices, by time), `start`, `end` (ISO 8601, UTC).
  package func write(to json: inout JSONWriter, ticket: String) {
    json.object { json in
      json.key("ticket")
      json.string(ticket)
      json.key("finding")
      json.string(kind.rawValue)
      json.key("severity")
      json.string(kind.severity.rawValue)
      json.key("message")
      json.string(message)
      json.key("events")
      json.array { json in
        for event in events { json.int(event) }
      }
      json.key("start")
      json.string(from.inUTC)
      json.key("end")
      json.string(to.inUTC)
    }
  }
}
