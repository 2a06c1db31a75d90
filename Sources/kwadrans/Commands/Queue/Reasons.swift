import Queueing

extension Kwadrans.Queue {
  /// Why formulas differ, in sentences with the numbers at hand.
  struct Reasons {
    let rows: [Compared]
    let load: OfferedLoad
    /// Whether each formula has found its own agents.
    let promised: Bool

    private subscript(_ formula: Formula) -> (any QueuePerformance)? {
      rows.first { $0.formula == formula }?.team
    }

    private func has(_ formula: Formula) -> Bool { rows.contains { $0.formula == formula } }

    /// One sentence for each pair whose difference a planner should know.
    var sentences: [String] {
      [impatience, haste, attempts, steadiness, variation, loss, rule].compactMap(\.self)
    }

    /// Erlang C beside Erlang A.
    private var impatience: String? {
      guard let impatient = self[.erlangA] else {
        return has(.erlangA)
          ? nil : "erlang-c lets nobody give up; --patience shows what that hides"
      }
      let leave = QueueText.percent(impatient.abandonment)
      guard let patient = self[.erlangC] else {
        return "erlang-c has no answer, since nobody leaves its queue and it grows without end; "
          + "in erlang-a \(leave) give up, which keeps it in bounds"
      }
      if promised {
        return difference(
          patient, impatient, "erlang-c", "erlang-a",
          because: "in erlang-a \(leave) give up and need no answer, in erlang-c all stay")
      }
      return "in erlang-c all stay and the mean wait is "
        + "\(QueueText.time(patient.meanWaitSeconds)); in erlang-a \(leave) give up, so that "
        + "the others wait less: \(QueueText.time(impatient.meanWaitSeconds)) on average"
    }

    /// Erlang A beside customers who leave at once.
    private var haste: String? {
      guard let some = self[.hasty], let none = self[.erlangA] else { return nil }
      let leave = QueueText.percent(some.abandonment)
      if promised {
        return difference(
          none, some, "erlang-a", "mmn-g",
          because: "in mmn-g some of those who would wait leave at once, \(leave) in all")
      }
      return "in mmn-g some leave as soon as they would have to wait: \(leave) in all instead of "
        + "\(QueueText.percent(none.abandonment)), and the others wait less"
    }

    /// Erlang A beside repeated attempts.
    private var attempts: String? {
      guard has(.retrial), let once = self[.erlangA] else { return nil }
      guard let again = self[.retrial] else {
        return "retrial has no answer: so many try again that the load swells without end"
      }
      if promised {
        return difference(
          again, once, "retrial", "erlang-a",
          because: "those who gave up and try again are more work")
      }
      return "in retrial those who gave up come back as more work, so that "
        + "\(QueueText.percent(again.abandonment)) of attempts fail instead of "
        + QueueText.percent(once.abandonment)
    }

    /// Erlang C beside fixed handling times.
    private var steadiness: String? {
      guard let fixed = self[.fixed], let usual = self[.erlangC] else { return nil }
      if promised {
        return difference(
          usual, fixed, "erlang-c", "md-c",
          because: "in md-c all tickets take the same time and none holds the others up")
      }
      guard usual.meanWaitSeconds > 0 else { return nil }
      return "in md-c all tickets take the same time and none holds the others up: the mean wait "
        + "is \(QueueText.percent(fixed.meanWaitSeconds / usual.meanWaitSeconds)) of erlang-c's"
    }

    /// Erlang C beside handling times that vary otherwise.
    private var variation: String? {
      guard let own = self[.varied], let usual = self[.erlangC], usual.meanWaitSeconds > 0 else {
        return nil
      }
      if promised {
        return difference(
          own, usual, "mg-c", "erlang-c", because: "waits grow with the variation of handling times"
        )
      }
      return "in mg-c handling times vary as given: the mean wait is "
        + "\(QueueText.percent(own.meanWaitSeconds / usual.meanWaitSeconds)) of erlang-c's, nearly"
    }

    /// Erlang B beside the others.
    private var loss: String? {
      guard let lossy = self[.erlangB], lossy.blocking > 0 else { return nil }
      return
        "in erlang-b nobody can wait: \(QueueText.percent(lossy.blocking)) find everybody busy "
        + "and are lost, where elsewhere they would wait"
    }

    /// The rule of the square root beside the exact formula.
    private var rule: String? {
      let exact = self[.erlangA] ?? self[.erlangC]
      guard let near = self[.squareRoot], let exact else { return nil }
      let name = self[.erlangA] == nil ? "erlang-c" : "erlang-a"
      if promised, near.agents == exact.agents {
        return "square-root approximates \(name) and finds the same number of agents"
      }
      if promised {
        return difference(
          near, exact, "square-root", name, because: "it is an approximation for large desks")
      }
      return "square-root approximates \(name): \(QueueText.percent(near.waitProbability)) "
        + "instead of \(QueueText.percent(exact.waitProbability)) have to wait"
    }

    private func difference(
      _ one: any QueuePerformance, _ other: any QueuePerformance, _ name: String,
      _ otherName: String, because reason: String
    ) -> String {
      let more = one.agents - other.agents
      let what =
        if more == 0 {
          "\(name) and \(otherName) ask for the same number of agents here, although "
        } else {
          "\(name) asks for \(QueueText.agents(abs(more))) \(more > 0 ? "more" : "fewer") than "
            + "\(otherName): "
        }
      return what + reason
    }
  }
}
