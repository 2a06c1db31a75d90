/// Shares over time as a line, with the interval of each point or the share promised.
struct LineChart {
  /// One moment.
  struct Point {
    /// What stands below it.
    let label: String
    /// From 0 to 1; nil where there is nothing, and the line is interrupted.
    let share: Double?
    var interval: ClosedRange<Double>?
    /// How many cases there are.
    let count: Int
    /// Whether the mark is hollow, since the stretch is not over or only partly known.
    var isPartial = false
  }

  /// Unique in the page.
  let id: String
  /// What the chart shows, in one sentence.
  let finding: String
  /// What the shares are of, with their unit.
  let quantity: String
  /// What the points are: `week`.
  let time: String
  let points: [Point]
  /// The share promised.
  var promised: Double?

  private static let height = 180
  private static let top = 14
  private static let left = 0.1

  /// Writes the chart; nothing without points.
  func write(to html: inout HTMLWriter) {
    guard !points.isEmpty else { return }
    let told = points.map { point in
      point.share.map { "\(point.label): \(Written.percent($0)) of \(point.count)" }
        ?? "\(point.label): nothing"
    }.joined(separator: "; ")
    let bottom = Self.top + Self.height
    Chart.figure(
      id, finding: finding, description: "A line by \(time). \(quantity). \(told).",
      height: bottom + 46, to: &html
    ) { html in
      Chart.area(
        left: Self.left, width: 0.96 - Self.left, top: 0, height: bottom + 46, to: &html
      ) { html in
        for share in stride(from: 0.0, through: 1.0, by: 0.25) {
          Chart.line("grid", from: (0, y(share)), to: (1, y(share)), in: &html)
        }
        if let promised {
          Chart.line("promised", from: (0, y(promised)), to: (1, y(promised)), in: &html)
        }
        drawLine(to: &html)
        drawLabels(bottom: Double(bottom), to: &html)
      }
      for share in stride(from: 0.0, through: 1.0, by: 0.25) {
        Chart.label(
          "\(Int(share * 100))%", "tick last", x: Self.left - 0.015, y: y(share) + 4, in: &html)
      }
      Chart.label("\(quantity), by \(time)", "axis", x: 0, y: Double(bottom) + 38, in: &html)
    }
  }

  private func x(_ index: Int) -> Double {
    points.count == 1 ? 0.5 : 0.02 + 0.96 * Double(index) / Double(points.count - 1)
  }

  private func y(_ share: Double) -> Double {
    Double(Self.top) + (1 - min(max(share, 0), 1)) * Double(Self.height)
  }

  private func drawLine(to html: inout HTMLWriter) {
    for index in points.indices.dropFirst() {
      guard let before = points[index - 1].share, let share = points[index].share else { continue }
      Chart.line(
        "trend", from: (x(index - 1), y(before)), to: (x(index), y(share)), in: &html)
    }
    for (index, point) in points.enumerated() {
      guard let share = point.share else { continue }
      if let interval = point.interval {
        Chart.line(
          "span", from: (x(index), y(interval.lowerBound)), to: (x(index), y(interval.upperBound)),
          in: &html)
      }
      html.empty(
        "circle",
        [
          "class": point.isPartial ? "dot hollow" : "dot", "cx": Chart.percent(x(index)),
          "cy": Written.number(y(share), decimals: 1), "r": "4",
        ])
    }
  }

  /// Names as many points as there is room for, the first and the last among them; where the drawing is
  /// narrow only the middle one besides. The style shows one of both.
  private func drawLabels(bottom: Double, to html: inout HTMLWriter) {
    let last = points.count - 1
    let step = max(1, (points.count + 2) / 4)
    for (index, point) in points.enumerated() {
      let isEnd = index == 0 || index == last
      let isWide = isEnd || (index % step == 0 && last - index >= step)
      // Beside the middle it would run into the label of an end.
      let isNarrow = isEnd || (index == points.count / 2 && 10 * abs(2 * index - last) <= last)
      guard isWide || isNarrow else { continue }
      let kind =
        points.count == 1 ? "tick" : index == 0 ? "tick first" : isEnd ? "tick last" : "tick"
      Chart.label(
        point.label, isWide && isNarrow ? kind : isWide ? "\(kind) wide" : "\(kind) narrow",
        x: x(index), y: bottom + 18, in: &html)
    }
  }
}
