import Clocks
import Conformance
import Diagnostics
import Quality
import ServiceTime
import Standards
import Statistics

extension AuditHTML {
  static let quantity = "replies without a miss (%)"

  /// Writes how many replies are without a miss: all, by channel, topic and language, and by week.
  func writeShares(to html: inout HTMLWriter) {
    let all = report.replies
    html.element(
      "p", ["class": "lead"], text: all.count.inWords?.sentence ?? "No reply was judged.")
    html.element("p", text: ShareCount.meaningOfIntervals(report.sample).sentence)
    if let score = sentence(all.form) { html.element("p", text: score) }
    for dimension in ShareDimension.allCases {
      let shares = report.shares[dimension] ?? []
      guard shares.count > 1 || shares.first?.name != nil else { continue }
      html.element("h3", text: "By \(dimension.rawValue)")
      let shown = Self.largest(shares)
      BarChart(
        id: "chart-\(dimension.rawValue)", finding: finding(shown, dimension),
        quantity: Self.quantity,
        rows: shown.map { share in
          BarChart.Row(
            label: share.name ?? "(no \(dimension.rawValue))", share: share.count.share,
            interval: share.count.interval?.range,
            value: "\(Written.percent(share.count.share ?? 0)) of \(share.count.all)")
        }
      ).write(to: &html)
      if shown.count < shares.count {
        html.element(
          "p", ["class": "small"],
          text: "The \(shown.count) with the most replies, of \(shares.count).")
      }
      writeFigures(shown, dimension.rawValue, to: &html)
    }
    guard !report.weeks.isEmpty else { return }
    html.element("h3", text: "Week by week")
    LineChart(
      id: "chart-weeks", finding: weekFinding, quantity: Self.quantity, time: "week",
      points: report.weeks.suffix(Self.mostWeeks).map {
        LineChart.Point(
          label: $0.week.name, share: $0.share.count.share,
          interval: $0.share.count.interval?.range,
          count: $0.share.count.all)
      }
    ).write(to: &html)
    writeFigures(
      report.weeks.suffix(Self.mostWeeks).map {
        $0.share.named($0.week.name)
      }, "week", to: &html)
  }

  /// How many groups and weeks a chart shows.
  private static let mostGroups = 25
  private static let mostWeeks = 60

  /// A name from a log as tables show it: nobody reads hundreds of letters, and a log may hold them.
  static func shortName(_ name: String) -> String { shortened(name, to: 120) }

  /// Those with the most replies, in their order.
  private static func largest(_ shares: [ReplyShare]) -> [ReplyShare] {
    let chosen = shares.enumerated()
      .sorted { ($1.element.count.all, $0.offset) < ($0.element.count.all, $1.offset) }
      .prefix(mostGroups)
    return chosen.sorted { $0.offset < $1.offset }.map { $0.element }
  }

  /// The form score, and what is open; nil without one.
  private func sentence(_ form: FormScoreMean) -> String? {
    guard let score = form.inWords else { return nil }
    var text =
      "Form score \(score), of 100, over \(Written.count(form.replies, "reply", plural: "replies"))"
    if form.open > 0 {
      text += ", of which \(form.open) \(form.open == 1 ? "is" : "are") open until a person decides"
    }
    if form.failed > 0 { text += "; \(form.failed) failed by a critical standard" }
    return text + ". It judges the form alone: docs/scores.md."
  }

  /// Who lies apart from all together, if anybody does.
  private func finding(_ shares: [ReplyShare], _ dimension: ShareDimension) -> String {
    let all = report.replies.count.share ?? 0
    let apart = shares.filter { share in
      share.count.all < report.replies.count.all && share.count.isApart(from: all)
    }
    guard let most = apart.max(by: { Self.distance($0, all) < Self.distance($1, all) }) else {
      return
        "No \(dimension.rawValue) lies apart from all replies together by more than chance explains"
    }
    let side = (most.count.share ?? 0) < all ? "below" : "above"
    return
      "'\(most.name.map { Self.shortName($0) } ?? "(none)")' lies \(side) all replies together: "
      + "\(Written.percent(most.count.share ?? 0)) against \(Written.percent(all))"
  }

  private static func distance(_ share: ReplyShare, _ all: Double) -> Double {
    abs((share.count.share ?? all) - all)
  }

  private var weekFinding: String {
    let weeks = report.weeks.filter { $0.share.count.all > 0 }
    guard let first = weeks.first, let last = weeks.last, weeks.count > 1,
      let before = first.share.count.interval, let after = last.share.count.interval,
      let start = first.share.count.share, let end = last.share.count.share
    else { return "One week is no trend" }
    let change =
      "\(Written.percent(start)) in \(first.week.name), \(Written.percent(end)) in "
      + last.week.name
    if before.high < after.low { return "More replies are without a miss: \(change)" }
    if after.high < before.low { return "Fewer replies are without a miss: \(change)" }
    return "First and last week differ by no more than chance explains: \(change)"
  }

  private func writeFigures(_ shares: [ReplyShare], _ name: String, to html: inout HTMLWriter) {
    html.element("details") { html in
      html.element("summary", text: "Figures by \(name)")
      html.element("table", ["class": "figures"]) { html in
        html.head(
          [
            name, "without a miss", "interval (95%)", "replies", "wait for a person", "form score",
          ])
        html.element("tbody") { html in
          for share in shares {
            html.element("tr") { html in
              html.element(
                "th", ["scope": "row", "dir": "auto"],
                text: share.name.map { Self.shortName($0) } ?? "(none)")
              html.cell(
                share.count.share.map { Written.percent($0) } ?? "–", label: "without a miss")
              html.cell(share.count.interval?.inPercent ?? "–", label: "interval (95%)")
              html.cell("\(share.count.all)", label: "replies")
              html.cell("\(share.count.open)", label: "wait for a person")
              html.cell(share.form.inWords ?? "–", label: "form score")
            }
          }
        }
      }
    }
  }

  /// Writes what was found besides the standards.
  func writeFindings(to html: inout HTMLWriter) {
    html.element(
      "p", ["class": "lead"],
      text: "What the logs show and no standard asks for; docs/findings.md explains each.")
    html.element("table", ["class": "figures"]) { html in
      html.head(["found", "times", "what it is"])
      html.element("tbody") { html in
        for (kind, count) in report.findings {
          html.element("tr") { html in
            html.element(
              "th", ["scope": "row"], text: kind.rawValue.replacing("-", with: " "))
            html.cell("\(count)", label: "times")
            html.cell(kind.severity == .fault ? "a fault" : "information", label: "what it is")
          }
        }
      }
    }
  }
}
