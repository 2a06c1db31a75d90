import Diagnostics
import ServiceTime
import Standards

extension Examples.Log {
  /// Writes `log`, `asOf`, `takes`, `seconds` and `verdict`; null where the author says nothing.
  func writeMembers(to json: inout JSONWriter) {
    json.key("log")
    json.array { json in
      for event in events {
        json.object { json in
          json.key("at")
          json.string(event.at.value.text)
          event.kind.writeMembers(to: &json)
          json.key("by")
          json.string(event.by)
        }
      }
    }
    json.key("asOf")
    json.string(asOf?.value.text)
    json.key("takes")
    json.string(takes?.value.inHours)
    json.key("seconds")
    if let takes { json.int(takes.value.seconds) } else { json.null() }
    json.key("verdict")
    json.string(outcome.rawValue)
  }
}

extension Examples.Event.Kind {
  /// Writes `event`, `value` and what else a line of its kind says.
  fileprivate func writeMembers(to json: inout JSONWriter) {
    func member(_ name: String, _ value: String?) {
      json.key(name)
      json.string(value)
    }
    func write(_ event: String, _ value: String?) {
      member("event", event)
      member("value", value)
    }
    switch self {
    case .message(let sender, let text, let isAutomatic):
      write(sender.rawValue, text)
      json.key("automatic")
      json.bool(isAutomatic)
    case .note(let text): write("note", text)
    case .status(let status): write("status", status.rawValue)
    case .assign(let agent, let group):
      write("assign", agent)
      member("group", group)
    case .priority(let priority): write("priority", priority)
    case .channel(let channel): write("channel", channel)
    case .answered: write("answered", nil)
    case .abandoned: write("abandoned", nil)
    case .work(let seconds): write("work", TimeSpan(seconds: seconds).inHours)
    case .rating(let scale, let score):
      write("rating", "\(score)")
      member("scale", scale.rawValue)
    case .merge(let winner): write("merge", winner)
    }
  }
}
