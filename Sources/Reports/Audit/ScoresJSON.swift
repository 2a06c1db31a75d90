package import Diagnostics
package import Quality
import Statistics

/// Scores as one JSON object; docs/scores.md names every key and its unit.
package enum ScoresJSON {
  /// Writes the scores. Shares and ends of intervals are 0 to 1; what does not exist is null.
  package static func write(
    _ form: FormScoreMean, _ report: AgentReport, of sample: Sample? = nil,
    _ customers: CustomerRatings? = nil, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member(sample)
      json.key("form_score")
      form.write(to: &json)
      json.key("team")
      json.object { json in report.team.writeWithInterval(to: &json) }
      json.key("unnamed")
      json.object { json in report.unnamed.writeWithInterval(to: &json) }
      for (key, lines) in [
        ("channels", report.byChannel), ("topics", report.byTopic),
        ("languages", report.byLanguage),
      ] {
        json.key(named: key)
        json.array { json in for line in lines { line.write(to: &json) } }
      }
      json.members(report.figures)
      json.key("agents")
      json.array { json in
        for agent in report.agents { agent.write(to: &json) }
      }
      json.key("customers")
      if let customers { customers.write(to: &json) } else { json.null() }
    }
  }
}

extension FormScoreMean {
  fileprivate func write(to json: inout JSONWriter) {
    guard range != nil else { return json.null() }
    json.object { $0.members(members) }
  }
}

extension ShareLine {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("name")
      json.string(name)
      replies.writeMembers(to: &json)
      json.key("low")
      json.number(interval.low)
      json.key("high")
      json.number(interval.high)
    }
  }
}

extension ShareCount {
  fileprivate func writeWithInterval(to json: inout JSONWriter) {
    writeMembers(to: &json)
    let interval = interval
    json.key("low")
    json.number(interval?.low)
    json.key("high")
    json.number(interval?.high)
  }

  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.key("kept")
    json.int(kept)
    json.key("replies")
    json.int(all)
    json.key("open")
    json.int(open)
    json.key("share")
    json.number(share)
    json.key("least_share")
    json.number(leastShare)
  }
}

extension AgentScore {
  /// The word of ``position`` in JSON and CSV.
  var positionKey: String {
    switch position {
    case .tooFew: "too-few"
    case .inside: "inside"
    case .outside95: "outside-95"
    case .outside998: "outside-99.8"
    }
  }

  /// On which side of the limits the agent is; nil within them.
  var side: Side? {
    switch position {
    case .tooFew, .inside: nil
    case .outside95(let side), .outside998(let side): side
    }
  }

  /// The numbers beside the counts, by name, in the order of JSON and CSV.
  var figures: [(name: String, value: Double?)] {
    [
      ("low", interval.low), ("high", interval.high), ("shrunk", shrunk),
      ("shrunk_low", shrunkInterval?.low), ("shrunk_high", shrunkInterval?.high),
      ("expected", comparison?.expected), ("adjusted", comparison?.adjusted),
      ("adjusted_low", comparison?.adjustedInterval.low),
      ("adjusted_high", comparison?.adjustedInterval.high),
      ("limit_95_low", comparison?.inside95.low), ("limit_95_high", comparison?.inside95.high),
      ("limit_998_low", comparison?.inside998.low),
      ("limit_998_high", comparison?.inside998.high),
      ("limit_alarm_low", comparison?.insideAlarm.low),
      ("limit_alarm_high", comparison?.insideAlarm.high), ("deviate", comparison?.deviate),
    ]
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("agent")
      json.string(name)
      json.key("tickets")
      json.int(tickets)
      replies.writeMembers(to: &json)
      for figure in figures {
        json.key(named: figure.name)
        json.number(figure.value)
      }
      json.key("position")
      json.string(positionKey)
      json.key("side")
      json.string(side?.rawValue)
      json.key("stands_out")
      json.bool(standsOut)
    }
  }
}
