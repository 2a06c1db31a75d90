import Clocks
import Conformance
import Quality
import ServiceTime
import Standards
import Statistics

extension AuditHTML {
  static let quantity = "replies without a miss (%)"

  /// Writes how many replies are without a miss: all, by channel, topic and language, and by week.
  func writeShares(to html: inout HTMLWriter) {
    let all = report.replies
    html.element("p", ["class": "lead"], text: sentence(all))
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
            label: share.name ?? "(no \(dimension.rawValue))", share: share.share,
            interval: isSample ? share.interval?.range : nil,
            value: "\(Written.percent(share.share ?? 0)) of \(share.replies)")
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
          label: $0.week.name, share: $0.share.share,
          interval: isSample ? $0.share.interval?.range : nil,
          count: $0.share.replies)
      }
    ).write(to: &html)
    writeFigures(
      report.weeks.suffix(Self.mostWeeks).map {
        var share = ReplyShare(name: $0.week.name)
        share.replies = $0.share.replies
        share.faultless = $0.share.faultless
        share.waiting = $0.share.waiting
        share.form = $0.share.form
        return share
      }, "week", to: &html)
  }

  /// How many groups and weeks a chart shows.
  private static let mostGroups = 25
  private static let mostWeeks = 60

  /// Those with the most replies, in their order.
  private static func largest(_ shares: [ReplyShare]) -> [ReplyShare] {
    let chosen = shares.enumerated()
      .sorted { ($1.element.replies, $0.offset) < ($0.element.replies, $1.offset) }
      .prefix(mostGroups)
    return chosen.sorted { $0.offset < $1.offset }.map { $0.element }
  }

  private func sentence(_ share: ReplyShare) -> String {
    guard let value = share.share, let interval = share.interval else {
      return "No reply was judged."
    }
    var text =
      "\(Written.percent(value)) of \(Written.count(share.replies, "reply", plural: "replies")) "
      + (isSample ? "(95%: \(interval.inPercent)) " : "")
      + "miss no standard that their writer has to keep"
    if share.waiting > 0 { text += "; \(share.waiting) of these still wait for a person" }
    return text + "."
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
    let all = report.replies.share ?? 0
    let apart = shares.filter { share in
      share.replies < report.replies.replies && share.isApart(from: all)
    }
    guard let most = apart.max(by: { Self.distance($0, all) < Self.distance($1, all) }) else {
      return
        "No \(dimension.rawValue) lies apart from all replies together by more than chance explains"
    }
    let side = (most.share ?? 0) < all ? "below" : "above"
    return "'\(most.name ?? "(none)")' lies \(side) all replies together: "
      + "\(Written.percent(most.share ?? 0)) against \(Written.percent(all))"
  }

  private static func distance(_ share: ReplyShare, _ all: Double) -> Double {
    abs((share.share ?? all) - all)
  }

  private var weekFinding: String {
    let weeks = report.weeks.filter { $0.share.replies > 0 }
    guard let first = weeks.first, let last = weeks.last, weeks.count > 1,
      let before = first.share.interval, let after = last.share.interval,
      let start = first.share.share, let end = last.share.share
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
          [name, "without a miss"] + (isSample ? ["interval (95%)"] : [])
            + ["replies", "wait for a person", "form score"])
        html.element("tbody") { html in
          for share in shares {
            html.element("tr") { html in
              html.element("th", ["scope": "row", "dir": "auto"], text: share.name ?? "(none)")
              html.cell(share.share.map { Written.percent($0) } ?? "–", label: "without a miss")
              if isSample {
                html.cell(share.interval?.inPercent ?? "–", label: "interval (95%)")
              }
              html.cell("\(share.replies)", label: "replies")
              html.cell("\(share.waiting)", label: "wait for a person")
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
