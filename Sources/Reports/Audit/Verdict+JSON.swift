import Clocks
package import Conformance
package import Diagnostics
import ServiceTime
import Standards
import Tickets

extension Verdict {
  /// Writes the verdict as one JSON object.
  ///
  /// Keys: `ticket`, `event` (index or null), `standard`, `kind`, `verdict` (`met`, `missed`,
  /// `not-applicable` or `undecided`), `severity`, `message`, `evidence`: a list of
  /// `{event, from, to, text}` (Unicode code points of the message's text) for words, of `{events}`
  /// (indices) for what happened and of
  /// `{from_event, to_event, elapsed_seconds, target_seconds, longest_seconds, wall_seconds, start, end,
  /// due, stretches}` for times: events are indices, `to_event` is null while the clock runs,
  /// `longest_seconds` and `due` may be null; `stretches` tile the time from `start` to `end` (ISO 8601,
  /// UTC), see ``Stretch``.
  ///
  /// Further keys where there is something to say: `review`, `waiver` and `known`, see ``Remark``.
  package func write(to json: inout JSONWriter) { write(to: &json, nil) }

  /// Writes the same with members that are written already.
  func write(to json: inout JSONWriter, _ members: VerdictMembers?) {
    json.object { json in writeMembers(to: &json, members) }
  }

  /// Writes the members of that object, to go on with others.
  func writeMembers(to json: inout JSONWriter, _ members: VerdictMembers? = nil) {
    json.key("ticket")
    json.string(ticket)
    json.key("event")
    if let event { json.int(event) } else { json.null() }
    if let bytes = members?.bytes(of: self) {
      json.members(bytes)
    } else {
      Self.writeMembers(of: standard, kind, outcome, severity, to: &json)
    }
    json.key("message")
    json.string(message)
    json.key("evidence")
    json.array { json in
      for piece in evidence { piece.write(to: &json) }
    }
    remark?.writeMembers(to: &json)
  }
}

extension Verdict {
  /// Writes the members that follow from standard and outcome.
  static func writeMembers(
    of standard: String, _ kind: String, _ outcome: Outcome, _ severity: Standard.Severity,
    to json: inout JSONWriter
  ) {
    json.key("standard")
    json.string(standard)
    json.key("kind")
    json.string(kind)
    json.key("verdict")
    json.string(outcome.rawValue)
    json.key("severity")
    json.string(severity.rawValue)
  }
}

extension Remark {
  /// Writes what people said as members of the verdict's object.
  ///
  /// Keys, each only where it applies: `review`: `{by, at, reason, automatic, automatic_message}` (`at`
  /// in ISO 8601, UTC; `reason` may be null; `automatic` is the auditor's verdict, which the decision
  /// replaced); `waiver`: `{by, why, until}` (a day or null); `known`: true, for a miss of the baseline.
  func writeMembers(to json: inout JSONWriter) {
    if let decision {
      json.key("review")
      json.object { json in
        json.key("by")
        json.string(decision.reviewer)
        json.key("at")
        json.string(decision.at.inUTC)
        json.key("reason")
        json.string(decision.reason)
        json.key("automatic")
        json.string(decision.automatic.rawValue)
        json.key("automatic_message")
        json.string(decision.automaticMessage)
      }
    }
    if let waiver {
      json.key("waiver")
      json.object { json in
        json.key("by")
        json.string(waiver.by)
        json.key("why")
        json.string(waiver.why)
        json.key("until")
        json.string(waiver.until.map { "\($0)" })
      }
    }
    if isKnown {
      json.key("known")
      json.bool(true)
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
        wait.writeMembers(to: &json)
      case .events(let events):
        json.key("events")
        json.array { json in
          for event in events { json.int(event) }
        }
      }
    }
  }
}

extension Evidence.Wait {
  /// Writes the members of the evidence's object.
  func writeMembers(to json: inout JSONWriter) {
    json.key("from_event")
    json.int(fromEvent)
    json.key("to_event")
    json.int(toEvent)
    json.key("elapsed_seconds")
    json.int(elapsedSeconds)
    json.key("target_seconds")
    json.int(targetSeconds)
    json.key("longest_seconds")
    json.int(longestSeconds)
    json.key("wall_seconds")
    json.int(wallSeconds)
    json.key("start")
    json.string(from.inUTC)
    json.key("end")
    json.string(to.inUTC)
    json.key("due")
    json.string(due?.inUTC)
    json.key("stretches")
    json.array { json in
      for stretch in stretches { stretch.write(to: &json) }
    }
  }
}

extension Stretch {
  /// Writes the stretch as one JSON object.
  ///
  /// Keys: `kind` (`counted`, `closed`, `pending`, `hold` or `not-counted`), `from`, `to` (ISO 8601, UTC), `seconds`,
  /// `from_event`, `to_event` (indices; null where the desk opens or closes).
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("kind")
      json.string(kind.name)
      json.key("from")
      json.string(from.inUTC)
      json.key("to")
      json.string(to.inUTC)
      json.key("seconds")
      json.int(seconds)
      json.key("from_event")
      json.int(fromEvent)
      json.key("to_event")
      json.int(toEvent)
    }
  }
}

extension Stretch.Kind {
  /// What becomes of the time, in one word.
  var name: String {
    switch self {
    case .counted: "counted"
    case .paused(let status): status.rawValue
    case .closed: "closed"
    case .uncounted: "not-counted"
    }
  }
}

extension Instant {
  /// The instant in ISO 8601, UTC.
  var inUTC: String { OffsetInstant(instant: self, utcOffset: 0).description }
}
