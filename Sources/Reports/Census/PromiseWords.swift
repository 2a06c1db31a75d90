import Conformance
import ServiceTime
import Standards

extension CountedPromise {
  /// What is promised, in one line: `95% within 15 min of 'desk', never longer than 4 h, each week`.
  var inWords: String {
    var words = share.description
    if let within { words += " within \(inWords(within))" } else { words += " in one contact" }
    if case .calendar(let name)? = hours { words += " of '\(name)'" }
    if let longest { words += ", never longer than \(inWords(longest))" }
    return words + ", each \(period.rawValue)"
  }

  /// The rules of its clock in which helpdesks differ, as a catalogue writes them, whether it does or not.
  var clockRules: [Parameter] {
    standard.requirement.kind.parameters.filter {
      ["on-change", "paused-while", "ends-at"].contains($0.key)
    }
  }

  /// A time on the promise's hours, without days where these are opening hours.
  func inWords(_ time: TimeSpan) -> String {
    if case .calendar? = hours { return time.inHours }
    return time.description
  }

  /// A share with as many decimals as it takes to stand on its side of the promise, and to be 100%
  /// only if it is.
  func inWords(_ counts: CensusCounts) -> String {
    guard let exact = counts.share else { return "–" }
    let isKept = share.isKept(by: counts.met, of: counts.decided)
    var scale = 1000.0
    for decimals in 1...8 {
      let shown = (exact * scale).rounded() / scale
      if (shown >= share.fraction - 1e-12) == isKept, (shown == 1) == (counts.missed == 0),
        (shown == 0) == (counts.met == 0)
      {
        return Written.number(exact * 100, decimals: decimals) + "%"
      }
      scale *= 10
    }
    return Written.percent(exact)
  }

  /// A wait, on the promise's hours or on the customer's own clock.
  func inWords(_ wait: WaitQuantile, onClock: Bool = false) -> String {
    let time = TimeSpan(seconds: wait.seconds)
    return (onClock ? time.inHours : inWords(time)) + (wait.isAtLeast ? " or more" : "")
  }

  func inWords(_ wait: NotableWait) -> String {
    inWords(TimeSpan(seconds: wait.elapsedSeconds)) + (wait.isRunning ? " or more" : "")
      + " (\(TerminalText.plain(wait.ticket)))"
  }
}

extension CalendarPeriod {
  /// The period as a manager knows it: `week from 2026-03-02`.
  var inWords: String {
    switch length {
    case .day: "\(first.dayOfWeek.name.prefix(3)) \(first)"
    case .week: "week from \(first)"
    case .month: name
    }
  }
}

extension Standing {
  var inWords: String {
    switch self {
    case .kept, .broken, .open: rawValue
    case .nothingDecided: "nothing decided"
    }
  }
}

extension PromiseResult.Period {
  /// How the promise stands in it.
  ///
  /// - Parameter promised: The share promised.
  func standing(_ promised: Share) -> String {
    let standing = counts.standing(promised)
    var words = standing.inWords
    if isPartial {
      words += ", partial \(period.length.rawValue)"
    } else if counts.open > 0, standing == .kept || standing == .broken {
      words += " whatever comes"
    }
    return words
  }
}
