package import Diagnostics
package import Quality
import Statistics

/// Scores as one JSON object.
package enum ScoresJSON {
  /// Writes the scores.
  ///
  /// Keys: `form_score`: `{low, high, replies, failed}` (0 to 100; null without replies), `team`: `{kept,
  /// replies}`, `channels`, `topics`, `languages`: lists of `{name, kept, replies, low, high}` (`name` null
  /// where it is not known, the interval null unless the tickets are a sample), `sample` (see ``Sample``;
  /// null where all tickets were judged), `overdispersion`, `agents`: a list by name of `{agent, tickets, kept, replies, share,
  /// low, high, shrunk, expected, adjusted, position, side, stands_out}`; shares are 0 to 1, `position` is
  /// `too-few`, `inside`, `outside-95` or `outside-99.8`, `side` `below`, `above` or null; `customers`: see ``CustomerRatings``.
  package static func write(
    _ form: FormScoreMean, _ report: AgentReport, of sample: Sample? = nil,
    _ customers: CustomerRatings? = nil, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member(sample)
      json.key("form_score")
      if let range = form.range {
        json.object { json in
          json.key("low")
          json.number(range.lowerBound)
          json.key("high")
          json.number(range.upperBound)
          json.key("replies")
          json.int(form.replies)
          json.key("failed")
          json.int(form.failed)
        }
      } else {
        json.null()
      }
      json.key("team")
      json.object { json in report.team.writeMembers(to: &json) }
      for (key, lines) in [
        ("channels", report.byChannel), ("topics", report.byTopic),
        ("languages", report.byLanguage),
      ] {
        json.key(key)
        json.array { json in
          for line in lines {
            json.object { json in
              json.key("name")
              json.string(line.name)
              line.replies.writeMembers(to: &json)
              json.key("low")
              json.number(line.interval?.low)
              json.key("high")
              json.number(line.interval?.high)
            }
          }
        }
      }
      json.key("overdispersion")
      json.number(report.overdispersion)
      json.key("agents")
      json.array { json in
        for agent in report.agents { agent.write(to: &json) }
      }
      json.key("customers")
      if let customers { customers.write(to: &json) } else { json.null() }
    }
  }
}

extension ShareCount {
  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.key("kept")
    json.int(kept)
    json.key("replies")
    json.int(all)
  }
}

extension AgentScore {
  fileprivate func write(to json: inout JSONWriter) {
    let (position, side): (String, Side?) =
      switch self.position {
      case .tooFew: ("too-few", nil)
      case .inside: ("inside", nil)
      case .outside95(let side): ("outside-95", side)
      case .outside998(let side): ("outside-99.8", side)
      }
    json.object { json in
      json.key("agent")
      json.string(name)
      json.key("tickets")
      json.int(tickets)
      replies.writeMembers(to: &json)
      json.key("share")
      json.number(share)
      json.key("low")
      json.number(interval.low)
      json.key("high")
      json.number(interval.high)
      json.key("shrunk")
      json.number(shrunk)
      json.key("expected")
      json.number(comparison?.expected)
      json.key("adjusted")
      json.number(comparison?.adjusted)
      json.key("position")
      json.string(position)
      json.key("side")
      json.string(side?.rawValue)
      json.key("stands_out")
      json.bool(standsOut)
    }
  }
}
