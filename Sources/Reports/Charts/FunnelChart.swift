/// Shares of people by how many cases they have, with what chance alone explains: who lies within the
/// funnel does not differ from the team as far as anybody can tell.
struct FunnelChart {
  /// One person.
  struct Point {
    let name: String
    let cases: Int
    /// From 0 to 1.
    let share: Double
    /// Whether it lies outside of the funnel, and is named.
    let standsOut: Bool
  }

  /// What chance explains for so many cases.
  struct Limit {
    let cases: Int
    let usual: ClosedRange<Double>
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
  /// The share of all together.
  let team: Double
  let points: [Point]
  /// By rising number of cases.
  let limits: [Limit]

  private static let height = 240
  private static let top = 14
  private static let left = 0.1

  /// Writes the chart; nothing without points.
  func write(to html: inout HTMLWriter) {
    guard !points.isEmpty else { return }
    let most = max(points.map(\.cases).max() ?? 1, limits.last?.cases ?? 1, 1)
    let bottom = Self.top + Self.height
    let told = points.map {
      "\($0.name): \(Written.percent($0.share)) of \($0.cases)\($0.standsOut ? ", stands out" : "")"
    }.joined(separator: "; ")
    Chart.figure(
      id, finding: finding,
      description: "A funnel: \(quantity), by number of \(cases); all together "
        + "\(Written.percent(team)). \(told).",
      height: bottom + 46, to: &html
    ) { html in
      Chart.area(
        left: Self.left, width: 0.96 - Self.left, top: 0, height: bottom + 46, to: &html
      ) { html in
        func x(_ cases: Int) -> Double { Double(cases) / Double(most) }
        for share in stride(from: 0.0, through: 1.0, by: 0.25) {
          Chart.line("grid", from: (0, y(share)), to: (1, y(share)), in: &html)
        }
        Chart.line("team", from: (0, y(team)), to: (1, y(team)), in: &html)
        for (before, limit) in zip(limits, limits.dropFirst()) {
          for (kind, first, second) in [
            ("limit", before.usual, limit.usual), ("limit far", before.far, limit.far),
          ] {
            for end in [\ClosedRange<Double>.lowerBound, \ClosedRange<Double>.upperBound] {
              Chart.line(
                kind, from: (x(before.cases), y(first[keyPath: end])),
                to: (x(limit.cases), y(second[keyPath: end])), in: &html)
            }
          }
        }
        for point in points {
          html.empty(
            "circle",
            [
              "class": point.standsOut ? "dot out" : "dot inside",
              "cx": Chart.percent(x(point.cases)),
              "cy": Written.number(y(point.share), decimals: 1), "r": "5",
            ])
          if point.standsOut {
            let isRight = x(point.cases) > 0.7
            Chart.label(
              isRight ? "\(point.name)\u{A0}\u{A0}" : "\u{A0}\u{A0}\(point.name)",
              isRight ? "name last" : "name", x: x(point.cases), y: y(point.share) - 8, in: &html)
          }
        }
        for cases in [0, most / 2, most] {
          Chart.label(
            "\(cases)", cases == 0 ? "tick first" : cases == most ? "tick last" : "tick",
            x: x(cases), y: Double(bottom) + 18, in: &html)
        }
      }
      for share in stride(from: 0.0, through: 1.0, by: 0.25) {
        Chart.label(
          "\(Int(share * 100))%", "tick last", x: Self.left - 0.015, y: y(share) + 4, in: &html)
      }
      Chart.label(
        "\(quantity), by number of \(cases)", "axis", x: 0, y: Double(bottom) + 38, in: &html)
    }
  }

  private func y(_ share: Double) -> Double {
    Double(Self.top) + (1 - min(max(share, 0), 1)) * Double(Self.height)
  }
}
