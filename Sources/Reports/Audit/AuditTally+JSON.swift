import Clocks
package import Conformance
package import Diagnostics
package import Quality
import Standards
import Statistics

extension AuditTally {
  /// Writes the counts as one JSON object.
  ///
  /// Keys: `tickets`, `replies`, `additions`, `left_out`, `merged` (how many of those left out went on
  /// as another ticket), `decided` (verdicts that are people's decisions), `overturned` (those of them
  /// that differ from the auditor's), `waived` (misses that stand under no standard), `known` (misses that
  /// the baseline named), `standards`: a list of `{standard, kind, met, missed, not_applicable,
  /// undecided, share, low, high, promised, kept}`; `share` is met ÷ (met + missed) or null, `low` and
  /// `high` its interval where the tickets are a sample, else null, `promised` and `kept` are null where no
  /// share is promised, `kept` also of a sample; `findings`: a list of `{finding, severity, count}`, one
  /// for each kind; `sample`: see ``Sample``, null where all tickets were judged.
  package func write(to json: inout JSONWriter, of sample: Sample? = nil) {
    json.object { json in
      json.member(sample)
      json.key("tickets")
      json.int(tickets)
      json.key("replies")
      json.int(replies)
      json.key("additions")
      json.int(additions)
      json.key("left_out")
      json.int(leftOut)
      json.key("merged")
      json.int(merged)
      json.key("decided")
      json.int(decided)
      json.key("overturned")
      json.int(overturned)
      json.key("waived")
      json.int(waived)
      json.key("known")
      json.int(known)
      json.key("standards")
      json.array { json in
        for line in lines { line.write(to: &json, isSample: sample != nil) }
      }
      json.key("findings")
      json.array { json in
        for kind in TicketFinding.Kind.allCases {
          json.object { json in
            json.key("finding")
            json.string(kind.rawValue)
            json.key("severity")
            json.string(kind.severity.rawValue)
            json.key("count")
            json.int(count(kind))
          }
        }
      }
    }
  }
}

extension AuditTally.Line {
  fileprivate func write(to json: inout JSONWriter, isSample: Bool) {
    let interval = isSample ? interval : nil
    json.object { json in
      json.key("standard")
      json.string(standard.id)
      json.key("kind")
      json.string(standard.requirement.key)
      json.key("met")
      json.int(count(.met))
      json.key("missed")
      json.int(count(.missed))
      json.key("not_applicable")
      json.int(count(.notApplicable))
      json.key("undecided")
      json.int(count(.undecided))
      json.key("share")
      if let share { json.number(share) } else { json.null() }
      json.key("low")
      json.number(interval?.low)
      json.key("high")
      json.number(interval?.high)
      json.key("promised")
      if let promised { json.number(promised.fraction) } else { json.null() }
      json.key("kept")
      if let isKept, !isSample { json.bool(isKept) } else { json.null() }
    }
  }
}
