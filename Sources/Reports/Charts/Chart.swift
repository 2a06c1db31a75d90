/// What all charts share.
///
/// A chart is static SVG within a page. Places across are percentages, heights are pixels, so that it
/// takes any width while letters keep their size. What it shows is said in its title, drawn, and told by
/// a table beside it; colours only repeat what form and words say: dashes, hatching, hollow marks.
enum Chart {
  /// Writes a figure: the finding as its caption, the drawing, and what else must be said.
  ///
  /// - Parameters:
  ///   - id: Unique in the page.
  ///   - finding: What the chart shows, in one sentence.
  ///   - description: What is drawn, for those who do not see it.
  ///   - height: The drawing's height (unit: px).
  static func figure(
    _ id: String, finding: String, description: String, height: Int, to html: inout HTMLWriter,
    _ draw: (inout HTMLWriter) -> Void
  ) {
    html.element("figure", ["class": "chart"]) { html in
      html.element("figcaption", ["id": "\(id)-title"], text: finding)
      html.element(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "role": "img", "width": "100%",
          "height": "\(height)", "aria-labelledby": "\(id)-title \(id)-text",
        ]
      ) { html in
        html.element("desc", ["id": "\(id)-text"], text: description)
        draw(&html)
      }
    }
  }

  /// Writes a part of the drawing with places of its own across.
  static func area(
    left: Double, width: Double, top: Int, height: Int, to html: inout HTMLWriter,
    _ draw: (inout HTMLWriter) -> Void
  ) {
    html.element(
      "svg",
      [
        "x": percent(left), "y": "\(top)", "width": percent(width), "height": "\(height)",
        "overflow": "visible",
      ]
    ) { draw(&$0) }
  }

  /// Writes a straight line.
  static func line(
    _ kind: String, from: (Double, Double), to end: (Double, Double), in html: inout HTMLWriter
  ) {
    html.empty(
      "line",
      [
        "class": kind, "x1": percent(from.0), "y1": Written.number(from.1, decimals: 1),
        "x2": percent(end.0), "y2": Written.number(end.1, decimals: 1),
      ])
  }

  /// Writes a label.
  static func label(
    _ text: String, _ kind: String, x: Double, y: Double, in html: inout HTMLWriter
  ) {
    html.element(
      "text", ["class": kind, "x": percent(x), "y": Written.number(y, decimals: 1)], text: text)
  }

  /// Writes an axis of shares along the bottom: lines, percentages, and what they are of.
  static func axis(of quantity: String, top: Int, bottom: Int, in html: inout HTMLWriter) {
    for share in stride(from: 0.0, through: 1.0, by: 0.25) {
      line("grid", from: (share, Double(top)), to: (share, Double(bottom)), in: &html)
      label(
        "\(Int(share * 100))%", share == 0 ? "tick first" : share == 1 ? "tick last" : "tick",
        x: share, y: Double(bottom) + 16, in: &html)
    }
    label(quantity, "axis", x: 0, y: Double(bottom) + 34, in: &html)
  }

  /// A place across as SVG writes it, from a share of the width.
  static func percent(_ share: Double) -> String {
    Written.number(share * 100, decimals: 2) + "%"
  }
}
