package import Quality
import Statistics

/// Scores for people, in a terminal.
package enum ScoresText {
  /// The form score, the shares of replies without a miss, and the agents by name.
  ///
  /// - Parameter sample: What the tickets were drawn from; nil for all of them.
  package static func render(
    _ form: FormScoreMean, _ report: AgentReport, of sample: Sample? = nil
  ) -> String {
    var lines: [String] = []
    if let sample { lines.append("\(sample.inWords): shares estimate those of all") }
    if let score = form.inWords {
      let mean = score + (score.contains(" ") ? ", as the undecided turn out" : "")
      lines.append(
        "form score \(mean), of 100, over \(Written.count(form.replies, "reply", plural: "replies")); "
          + "\(form.failed) failed by a critical standard; it judges the form alone")
    }
    if let words = report.whole.inWords {
      lines += [words, ShareCount.meaningOfIntervals(sample)]
    }
    lines += sections(report)
    guard !report.agents.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    var table = TextTable([
      ("agent", .left), ("without a miss", .right), ("95% interval", .right), ("replies", .right),
      ("limits", .right), ("with the others' topics", .right), ("drawn towards the team", .right),
      ("", .left),
    ])
    for agent in report.agents {
      table.add([
        agent.name, Written.percent(agent.share), agent.interval.inPercent, "\(agent.replies.all)",
        agent.limitsInWords, agent.comparison.map { Written.percent($0.adjusted) } ?? "–",
        agent.shrunk.map { Written.percent($0) } ?? "–", agent.note,
      ])
    }
    lines += [""] + table.lines
    lines += ["", report.finding]
    if let widening = report.widening { lines.append("the limits are widened: \(widening)") }
    lines += [report.alarmInWords, report.priorInWords].compactMap { $0 }
    if report.unnamed.all > 0 {
      lines.append(
        Written.count(report.unnamed.all, "reply", plural: "replies")
          + " of nobody known: in the shares above, in no comparison")
    }
    lines += [
      "by name, never by rank; what these figures mean, and do not: docs/scores.md"
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func sections(_ report: AgentReport) -> [String] {
    var lines: [String] = []
    let parts = [
      ("channel", report.byChannel), ("topic", report.byTopic), ("language", report.byLanguage),
    ]
    for (name, shares) in parts where !shares.isEmpty {
      var table = TextTable([
        (name, .left), ("without a miss", .right), ("95% interval", .right), ("replies", .right),
      ])
      for line in shares {
        table.add([
          line.name ?? "not known", line.replies.share.map { Written.percent($0) } ?? "–",
          line.interval.inPercent, "\(line.replies.all)",
        ])
      }
      lines += [""] + table.lines
    }
    return lines
  }
}

extension FormScoreMean {
  /// The mean, `81.2`, or between which scores it lies, `80.1 to 83.0`; nil without a reply.
  var inWords: String? {
    range.map { range in
      let (low, high) = (
        Written.number(range.lowerBound, decimals: 1), Written.number(range.upperBound, decimals: 1)
      )
      return low == high ? low : "\(low) to \(high)"
    }
  }
}

extension AgentScore {
  /// What is worth saying of the agent; empty for one who is as expected.
  fileprivate var note: String {
    switch position {
    case .tooFew(let why): why
    case .inside: ""
    case .outside95(let side): "\(side.rawValue) the 95% limits: a reason to look, no more"
    case .outside998(let side):
      standsOut
        ? "stands out \(side.rawValue) the team"
        : "\(side.rawValue) the 99.8% limits, as chance may have it in so large a team"
    }
  }
}
