import Conformance
import ServiceTime

extension Verdict {
  /// What people said of it besides its message, a sentence each: the decision, the waiver, that it is
  /// known.
  ///
  /// A decision's message says who decided and why, which is not said again.
  var remarks: [String] {
    guard let remark else { return [] }
    var all: [String] = []
    if let decision = remark.decision {
      let automatic =
        "the auditor had said \(decision.automatic.rawValue): "
        + decision.automaticMessage
      let on = decision.at.inUTC
      if message.hasPrefix("\(decision.reviewer) decided") {
        all.append("decided on \(on); \(automatic)")
      } else {
        let reason = decision.reason.map { ": \($0)" } ?? ""
        all.append("decided by \(decision.reviewer) on \(on)\(reason) (\(automatic))")
      }
    }
    if let waiver = remark.waiver {
      let until = waiver.until.map { "until \($0)" } ?? "for good"
      all.append("waived by \(waiver.by) \(until): \(waiver.why)")
    }
    if remark.isKnown { all.append("known from the baseline") }
    return all
  }
}
