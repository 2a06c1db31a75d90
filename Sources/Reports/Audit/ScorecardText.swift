package import Quality
import Statistics

/// Scorecards for people.
package enum ScorecardText {
  /// The score of all reviews, the categories and the agents, and the rules by which they are reckoned.
  ///
  /// - Parameter sample: What the tickets were drawn from; nil for all of them.
  package static func render(_ report: ScorecardReport, of sample: Sample? = nil) -> String {
    let all = report.all
    let interval = sample == nil ? nil : all.interval
    var lines = sample.map { ["\($0.inWords): the scores estimate those of all"] } ?? []
    lines += [
      "quality score (IQS) \(report.card.inWords)", "",
      "\(Written.count(all.reviews, "review")): IQS \(points(all.iqs))"
        + (interval.map { " (95%: \(words($0)))" } ?? "") + " over \(all.scored) with a score, "
        + "\(all.failed) failed, \(all.open) open since something is undecided, \(report.rated) rated "
        + "by a person",
      "",
    ]
    var table = TextTable([
      ("category", .left), ("mean", .right), ("rated", .right), ("not applicable", .right),
    ])
    for category in report.categories {
      table.add([
        category.name, category.mean.map { Written.percent($0) } ?? "–", "\(category.rated)",
        "\(category.notApplicable)",
      ])
    }
    lines += table.lines
    if !report.agents.isEmpty {
      var table = TextTable([
        ("answered alone by", .left), ("IQS", .right), ("95% interval", .right), ("scored", .right),
        ("failed", .right), ("open", .right),
      ])
      for group in report.agents {
        table.add([
          group.agent ?? "", points(group.iqs), group.interval.map { words($0) } ?? "–",
          "\(group.scored)", "\(group.failed)", "\(group.open)",
        ])
      }
      lines += [""] + table.lines
      lines += ["", "few reviews say little about one person: docs/scores.md"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(_ interval: Interval) -> String {
    "\(points(interval.low)) to \(points(interval.high))"
  }

  private static func points(_ value: Double?) -> String {
    value.map { Written.percent($0 / 100) } ?? "–"
  }
}
