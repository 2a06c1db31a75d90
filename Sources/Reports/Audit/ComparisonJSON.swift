import Conformance
package import Diagnostics
package import Quality
import Standards

extension AuditComparison.Turn {
  /// Writes the turn as one JSON object: `ticket`, `event` (index or null), `standard`, `agent` (or null),
  /// `before` and `after`, each a verdict as `--format jsonl` writes it.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("ticket")
      json.string(ticket)
      json.key("event")
      json.int(event)
      json.key("standard")
      json.string(standard)
      json.key("agent")
      json.string(agent)
      json.key("before")
      before.write(to: &json)
      json.key("after")
      after.write(to: &json)
    }
  }
}

extension AuditComparison {
  /// Writes what the turns come to as one JSON object.
  ///
  /// Keys: `tickets`, `tickets_to_missed`, `tickets_to_met`, `total`, `standards`: a list of `{standard,
  /// was, presence, before, after, turns}` (`was` the old id or null, `presence` `both`, `added` or
  /// `withdrawn`, `before` and `after` `{met, missed, undecided, not_applicable}`), `agents`: a list of
  /// `{agent, turns}`. `turns` and `total` are `{met_to_missed, missed_to_met, otherwise, unchanged}`,
  /// `sample`: see ``Sample``, null where all tickets were judged.
  package func write(to json: inout JSONWriter, of sample: Sample? = nil) {
    json.object { json in
      json.member(sample)
      json.key("tickets")
      json.int(tickets)
      json.key("tickets_to_missed")
      json.int(ticketsToMissed)
      json.key("tickets_to_met")
      json.int(ticketsToMet)
      json.key("total")
      total.write(to: &json)
      json.key("standards")
      json.array { json in
        for line in lines { line.write(to: &json) }
      }
      json.key("agents")
      json.array { json in
        for (agent, turns) in byAgent {
          json.object { json in
            json.key("agent")
            json.string(agent)
            json.key("turns")
            turns.write(to: &json)
          }
        }
      }
    }
  }
}

extension AuditComparison.Line {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("standard")
      json.string(id)
      json.key("was")
      json.string(oldID)
      json.key("presence")
      json.string(presence.rawValue)
      json.key("before")
      before.write(to: &json)
      json.key("after")
      after.write(to: &json)
      json.key("turns")
      turns.write(to: &json)
    }
  }
}

extension OutcomeCounts {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("met")
      json.int(met)
      json.key("missed")
      json.int(missed)
      json.key("undecided")
      json.int(undecided)
      json.key("not_applicable")
      json.int(notApplicable)
    }
  }
}

extension AuditComparison.Turns {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("met_to_missed")
      json.int(toMissed)
      json.key("missed_to_met")
      json.int(toMet)
      json.key("otherwise")
      json.int(other)
      json.key("unchanged")
      json.int(unchanged)
    }
  }
}
