import Conformance
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
}
