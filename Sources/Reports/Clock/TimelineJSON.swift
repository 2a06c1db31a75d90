import Clocks
package import Conformance
package import Diagnostics
import ServiceTime
import Tickets

extension TicketClocks {
  /// Writes the ticket with its clocks as one JSON object.
  ///
  /// Keys: `ticket`, `channel`, `topic`, `priority`, `time_zone`, `events`: a list of `{event, at,
  /// meaning}` by time, where the meaning is `asks`, `remarks` (thanks and automatic mail of the
  /// customer), `answers`, `automatic`, `status`, `assigned`, `picked-up`, `abandoned`, `touched` (notes
  /// and work) or `other`; `clocks`: a list of `{kind, number, standard, verdict, message, start_event,
  /// end_event, start, end, elapsed_seconds, target_seconds, due, stretches}`, where what comes of a
  /// promise is null when the catalogue promises nothing; `findings`, as `audit --findings` writes
  /// them. Moments are ISO 8601 in UTC.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("ticket")
      json.string(ticket.id)
      json.key("channel")
      json.string(ticket.channel)
      json.key("topic")
      json.string(ticket.topic)
      json.key("priority")
      json.string(ticket.priority)
      json.key("time_zone")
      json.string(zone.identifier)
      json.key("events")
      json.array { json in
        for step in log.steps { step.write(to: &json) }
      }
      json.key("clocks")
      json.array { json in
        for line in lines { line.write(to: &json) }
      }
      json.key("findings")
      json.array { json in
        for finding in findings { finding.write(to: &json, ticket: ticket.id) }
      }
    }
  }
}

extension TicketLog.Step {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("event")
      json.int(event)
      json.key("at")
      json.string(at.inUTC)
      json.key("meaning")
      json.string(meaning.name)
    }
  }
}

extension TicketLog.Meaning {
  fileprivate var name: String {
    switch self {
    case .asks: "asks"
    case .remarks: "remarks"
    case .answers: "answers"
    case .automatic: "automatic"
    case .status: "status"
    case .assigned: "assigned"
    case .pickedUp: "picked-up"
    case .abandoned: "abandoned"
    case .touched: "touched"
    case .other: "other"
    }
  }
}

extension TicketClocks.Line {
  fileprivate func write(to json: inout JSONWriter) {
    let wait: Evidence.Wait? = verdict?.evidence.lazy.compactMap { evidence in
      if case .time(let wait) = evidence { wait } else { nil }
    }.first
    json.object { json in
      json.key("kind")
      json.string(kind)
      json.key("number")
      json.int(number)
      json.key("standard")
      json.string(verdict?.standard)
      json.key("verdict")
      json.string(verdict?.outcome.rawValue)
      json.key("message")
      json.string(verdict?.message)
      json.key("start_event")
      json.int(start)
      json.key("end_event")
      json.int(end)
      json.key("start")
      json.string(from.inUTC)
      json.key("end")
      json.string(to.inUTC)
      json.key("elapsed_seconds")
      json.int(elapsedSeconds)
      json.key("target_seconds")
      json.int(wait?.targetSeconds)
      json.key("due")
      json.string(wait?.due?.inUTC)
      json.key("stretches")
      json.array { json in
        for stretch in stretches { stretch.write(to: &json) }
      }
    }
  }
}
