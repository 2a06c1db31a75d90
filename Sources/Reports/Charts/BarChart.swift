import Diagnostics

/// Shares as horizontal bars, each with the interval in which it lies, if it has one, or with the
/// share promised.
struct BarChart {
  /// One bar.
  struct Row {
    let label: String
    /// The code of the label's language, where it is not the page's.
    var language: String?
    /// From 0 to 1; nil where there is nothing to show.
    let share: Double?
    var interval: ClosedRange<Double>?
    /// The share promised.
    var promised: Double?
    /// Whether the bar is hatched, since the promise is broken.
    var isBroken = false
    /// What stands beside the bar: the share, and of how many.
    let value: String
  }

  /// Unique in the page.
  let id: String
  /// What the chart shows, in one sentence.
  let finding: String
  /// What the shares are of, with their unit.
  let quantity: String
  let rows: [Row]

  private static let rowHeight = 42
  /// How many characters fit above a bar, on a phone and elsewhere; the style shows one of both.
  private static let wide = 66
  private static let narrow = 33

  /// Writes the chart.
  func write(to html: inout HTMLWriter) {
    let bottom = rows.count * Self.rowHeight + 4
    let told = rows.map { row in
      let interval = row.interval.map {
        " (\(Written.percent($0.lowerBound)) to \(Written.percent($0.upperBound)))"
      }
      return "\(row.label): \(row.value)\(interval ?? "")"
    }.joined(separator: "; ")
    Chart.figure(
      id, finding: finding, description: "Bars. \(quantity). \(told).", height: bottom + 42,
      to: &html
    ) { html in
      hatching(to: &html)
      Chart.area(left: 0, width: 1, top: 0, height: bottom + 42, to: &html) { html in
        Chart.axis(of: quantity, top: 0, bottom: bottom, in: &html)
        for (index, row) in rows.enumerated() {
          draw(row, top: Double(index * Self.rowHeight), to: &html)
        }
      }
      for (index, row) in rows.enumerated() {
        let top = Double(index * Self.rowHeight)
        for (kind, length) in [("name wide", Self.wide), ("name narrow", Self.narrow)] {
          html.element(
            "text",
            [
              "class": kind, "x": "0", "y": Written.number(top + 15, decimals: 0),
              "lang": row.language, "xml:lang": row.language,
            ], text: shortened(row.label, to: length))
        }
        Chart.label(row.value, "value", x: 1, y: top + 15, in: &html)
      }
    }
  }

  private func draw(_ row: Row, top: Double, to html: inout HTMLWriter) {
    guard let share = row.share else { return }
    html.empty(
      "rect",
      [
        "class": row.isBroken ? "broken" : row.interval == nil ? "bar" : "bar sample", "x": "0",
        "y": Written.number(top + 22, decimals: 0), "width": Chart.percent(min(max(share, 0), 1)),
        "height": "14", "fill": row.isBroken ? "url(#\(id)-hatch)" : nil,
      ])
    let middle = top + 29
    if let interval = row.interval {
      Chart.line(
        "span", from: (interval.lowerBound, middle), to: (interval.upperBound, middle), in: &html)
      for end in [interval.lowerBound, interval.upperBound] {
        Chart.line("span", from: (end, middle - 4), to: (end, middle + 4), in: &html)
      }
    }
    if let promised = row.promised {
      // With an edge of paper, to be seen on the bar as well.
      for kind in ["promised edge", "promised"] {
        Chart.line(kind, from: (promised, top + 19), to: (promised, top + 39), in: &html)
      }
    }
  }

  /// The pattern of broken bars, which also survives grey print.
  private func hatching(to html: inout HTMLWriter) {
    guard rows.contains(where: { $0.isBroken }) else { return }
    html.element(
      "pattern",
      [
        "id": "\(id)-hatch", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
      ]
    ) { html in
      html.empty("rect", ["class": "paper", "width": "6", "height": "6"])
      html.empty("rect", ["class": "stripe", "width": "3", "height": "6"])
    }
  }
}
