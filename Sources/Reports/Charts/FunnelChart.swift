import Diagnostics

/// Shares of people, from few cases to many, each within what chance explains for them: who lies within
/// does not differ from the others as far as anybody can tell.
///
/// Everybody has limits of their own, the ones that decide: they depend on how many cases there are, on
/// what they are about, and on how sure the others' share is. One curve for all would contradict them.
struct FunnelChart {
  /// One person.
  struct Point {
    let name: String
    let cases: Int
    /// From 0 to 1.
    let share: Double
    /// What is expected, and what chance explains; nil where nothing is decided.
    let limits: Limits?
    /// Whether it lies outside of the outer limits, and is named.
    let standsOut: Bool
  }

  /// What chance explains for one person.
  struct Limits {
    /// The share that is expected (0 to 1).
    let expected: Double
    let usual: ClosedRange<Double>
    /// Who lies beyond stands out.
    let far: ClosedRange<Double>
  }

  /// Unique in the page.
  let id: String
  /// What the chart shows, in one sentence.
  let finding: String
  /// What the shares are of, with their unit.
  let quantity: String
  /// What the cases are, in the plural.
  let cases: String
  let points: [Point]

  private static let height = 240
  private static let top = 14
  private static let left = 0.1
  /// How many characters of a name stand in the drawing, and in the text that tells it.
  private static let nameLength = 24
  private static let toldLength = 80

  /// Writes the chart; nothing without points.
  func write(to html: inout HTMLWriter) {
    guard !points.isEmpty else { return }
    let axis = Axis(points)
    // By cases, never by share.
    let shown = points.sorted { ($0.cases, $0.name) < ($1.cases, $1.name) }
    let bottom = Self.top + Self.height
    func x(_ index: Int) -> Double { (Double(index) + 0.5) / Double(shown.count) }
    Chart.figure(
      id, finding: finding,
      description: "A funnel: \(quantity), from few \(cases) to many, with what chance explains. "
        + shown.map { Self.told($0) }.joined(separator: "; ") + ".",
      height: bottom + 46, to: &html
    ) { html in
      Chart.area(
        left: Self.left, width: 0.96 - Self.left, top: 0, height: bottom + 46, to: &html
      ) { html in
        for percent in axis.marks {
          let y = axis.y(Double(percent) / 100, top: Self.top, height: Self.height)
          Chart.line("grid", from: (0, y), to: (1, y), in: &html)
        }
        for (index, point) in shown.enumerated() {
          draw(point, at: x(index), of: 1 / Double(shown.count), on: axis, to: &html)
        }
        for index in Set([0, shown.count / 2, shown.count - 1]).sorted() {
          Chart.label(
            "\(shown[index].cases)", "tick", x: x(index), y: Double(bottom) + 18, in: &html)
        }
      }
      for percent in axis.marks {
        let y = axis.y(Double(percent) / 100, top: Self.top, height: Self.height)
        Chart.label("\(percent)%", "tick last", x: Self.left - 0.015, y: y + 4, in: &html)
      }
      Chart.label(
        "\(quantity), from few \(cases) to many", "axis", x: 0, y: Double(bottom) + 38, in: &html)
    }
  }

  private func draw(
    _ point: Point, at x: Double, of width: Double, on axis: Axis, to html: inout HTMLWriter
  ) {
    func y(_ share: Double) -> Double { axis.y(share, top: Self.top, height: Self.height) }
    if let limits = point.limits {
      for (kind, range) in [("limit far", limits.far), ("limit usual", limits.usual)] {
        Chart.line(
          kind, from: (x, y(range.lowerBound)), to: (x, y(range.upperBound)), in: &html)
      }
      let half = min(0.012, width / 3)
      for share in [limits.far.lowerBound, limits.far.upperBound, limits.expected] {
        Chart.line(
          share == limits.expected ? "limit expected" : "limit far", from: (x - half, y(share)),
          to: (x + half, y(share)), in: &html)
      }
    }
    html.empty(
      "circle",
      [
        "class": point.standsOut ? "dot out" : "dot inside", "cx": Chart.percent(x),
        "cy": Written.number(y(point.share), decimals: 1), "r": "5",
      ])
    if point.standsOut {
      let isRight = x > 0.7
      let name = shortened(point.name, to: Self.nameLength)
      Chart.label(
        isRight ? "\(name)\u{A0}\u{A0}" : "\u{A0}\u{A0}\(name)", isRight ? "name last" : "name",
        x: x, y: y(point.share) - 8, in: &html)
    }
  }

  private static func told(_ point: Point) -> String {
    var text =
      "\(shortened(point.name, to: toldLength)): \(Written.percent(point.share)) of \(point.cases)"
    if let limits = point.limits {
      text +=
        ", limits \(Written.percent(limits.far.lowerBound)) to "
        + Written.percent(limits.far.upperBound)
    }
    return text + (point.standsOut ? ", stands out" : "")
  }
}

/// The shares that a funnel shows, from a round one to a round one: it lies near the top of all shares,
/// and a picture from 0% would be too flat to see who is outside.
private struct Axis {
  /// Where lines are (unit: %).
  let marks: [Int]

  init(_ points: [FunnelChart.Point]) {
    let shares = points.flatMap { point in
      [point.share, point.limits?.far.lowerBound, point.limits?.far.upperBound].compactMap { $0 }
    }.map { min(max($0, 0), 1) * 100 }
    let (low, high) = (shares.min() ?? 0, shares.max() ?? 100)
    let step = high - low > 50 ? 25 : high - low > 20 ? 10 : 5
    let first = Int((low / Double(step)).rounded(.down)) * step
    let last = min(100, max(first + step, Int((high / Double(step)).rounded(.up)) * step))
    marks = Array(stride(from: min(first, last - step), through: last, by: step))
  }

  /// Where a share is (unit: px); those beyond the ends are drawn at the end.
  func y(_ share: Double, top: Int, height: Int) -> Double {
    let low = Double(marks.first ?? 0) / 100
    let high = Double(marks.last ?? 100) / 100
    let part = high > low ? (share - low) / (high - low) : 0
    return Double(top) + (1 - min(max(part, 0), 1)) * Double(height)
  }
}
