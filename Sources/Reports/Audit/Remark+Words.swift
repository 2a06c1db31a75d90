import Conformance
import Diagnostics
import ServiceTime

extension Remark {
  /// What people said of a verdict, a sentence each: the decision, the waiver, that it is known.
  var sentences: [String] {
    var all: [String] = []
    if let decision {
      var sentence = "decided by \(decision.reviewer) on \(decision.at.inUTC)"
      if let reason = decision.reason, !reason.isEmpty { sentence += ": \(reason)" }
      sentence +=
        " (the auditor had said \(decision.automatic.rawValue): \(decision.automaticMessage))"
      all.append(sentence)
    }
    if let waiver {
      let until = waiver.until.map { "until \($0)" } ?? "for good"
      all.append("waived by \(waiver.by) \(until): \(waiver.why)")
    }
    if isKnown { all.append("known from the baseline") }
    return all
  }

  /// Writes what people said as members of an object: `decision` `{reviewer, at, reason, automatic,
  /// automatic_message}`, `waiver` `{by, why, until}` and `known`, each only where there is one.
  func writeMembers(to json: inout JSONWriter) {
    if let decision {
      json.key("decision")
      json.object { json in
        json.key("reviewer")
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
        json.string(waiver.until?.description)
      }
    }
    if isKnown {
      json.key("known")
      json.bool(true)
    }
  }
}
