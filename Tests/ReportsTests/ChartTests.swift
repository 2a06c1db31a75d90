import Testing

@testable import Reports

struct ChartTests {
  private func page(_ write: (inout HTMLWriter) -> Void) -> Page {
    var html = HTMLWriter()
    html.element("div") { write(&$0) }
    return Page(html.string)
  }

  private func bars(_ row: BarChart.Row) -> [[String: String]] {
    let page = page { html in
      BarChart(id: "c", finding: "f", quantity: "q", rows: [row]).write(to: &html)
    }
    return page.elements.map { $0.attributes.merging(["": $0.name]) { first, _ in first } }
  }

  private func kinds(_ elements: [[String: String]]) -> [String] {
    elements.compactMap { $0["class"] }.filter {
      ["bar", "bar sample", "broken", "span", "promised", "stripe"].contains($0)
    }
  }

  @Test func `a bar is as long as its share, within the drawing`() {
    for (share, width) in [(0.25, "25.00%"), (1.5, "100.00%"), (-1, "0.00%")] {
      let all = bars(BarChart.Row(label: "a", share: share, value: "v"))
      #expect(all.first { $0["class"] == "bar" }?["width"] == width)
    }
    #expect(kinds(bars(BarChart.Row(label: "a", share: nil, value: "v"))).isEmpty)
  }

  @Test func `an interval is a line with two ends, a promise a dashed one, a broken one hatched`() {
    let sample = bars(BarChart.Row(label: "a", share: 0.5, interval: 0.25...0.75, value: "v"))
    #expect(kinds(sample) == ["bar sample", "span", "span", "span"])
    let span = sample.first { $0["class"] == "span" }
    #expect(span?["x1"] == "25.00%" && span?["x2"] == "75.00%")
    let kept = bars(BarChart.Row(label: "a", share: 0.5, promised: 0.9, value: "v"))
    #expect(kinds(kept) == ["bar", "promised"])
    #expect(kept.first { $0["class"] == "promised" }?["x1"] == "90.00%")
    let broken = bars(
      BarChart.Row(label: "a", share: 0.5, promised: 0.9, isBroken: true, value: "v"))
    #expect(kinds(broken) == ["stripe", "broken", "promised"])
    #expect(broken.first { $0["class"] == "broken" }?["fill"] == "url(#c-hatch)")
  }

  private func funnel(_ points: [FunnelChart.Point]) -> Page {
    page { html in
      FunnelChart(id: "c", finding: "f", quantity: "q", cases: "replies", points: points)
        .write(to: &html)
    }
  }

  private func point(
    _ name: String, _ cases: Int, share: Double = 0.5, limits: FunnelChart.Limits? = nil,
    standsOut: Bool = false
  ) -> FunnelChart.Point {
    FunnelChart.Point(
      name: name, cases: cases, share: share, limits: limits, standsOut: standsOut)
  }

  @Test func `only who stands out is named, on the side where there is room`() {
    let page = funnel([
      point("ola", 90, standsOut: true), point("jan", 20, standsOut: true), point("ewa", 50),
    ])
    let labels = page.elements.filter { $0.attributes["class"]?.hasPrefix("name") == true }
    #expect(labels.map { $0.attributes["class"] } == ["name", "name last"])
    #expect(page.elements.count { $0.attributes["class"] == "dot out" } == 2)
    #expect(page.elements.count { $0.attributes["class"] == "dot inside" } == 1)
    #expect(page.text.contains("ewa: 50.0% of 50") && page.text.contains("20, stands out"))
  }

  @Test func `each point has the limits that decided, and those of whom nothing is said have none`()
  {
    let limits = FunnelChart.Limits(expected: 0.75, usual: 0.5...0.875, far: 0.25...1)
    let page = funnel([point("ola", 90, share: 0.25, limits: limits), point("jan", 4, share: 1)])
    func lines(_ kind: String) -> [[String]] {
      page.elements.filter { $0.attributes["class"] == kind }.map { line in
        ["x1", "y1", "x2", "y2"].map { line.attributes[$0] ?? "" }
      }
    }
    // The axis goes from 25% to 100%, over 240 px below 14; those with few cases are on the left.
    #expect(lines("limit usual") == [["75.00%", "174.0", "75.00%", "54.0"]])
    #expect(
      lines("limit far") == [
        ["75.00%", "254.0", "75.00%", "14.0"], ["73.80%", "254.0", "76.20%", "254.0"],
        ["73.80%", "14.0", "76.20%", "14.0"],
      ])
    #expect(lines("limit expected") == [["73.80%", "94.0", "76.20%", "94.0"]])
    let dots = page.elements.filter { $0.name == "circle" }.map { $0.attributes["cy"] }
    #expect(dots == ["14.0", "254.0"])
    #expect(page.text.contains("ola: 25.0% of 90, limits 25.0% to 100.0%"))
    #expect(page.text.contains("jan: 100.0% of 4;"))
  }

  @Test func `a funnel begins near its lowest share and has room where all are alike`() {
    func axis(_ shares: [Double]) -> [String] {
      let page = funnel(shares.map { point("a", 1, share: $0) })
      return page.elements.filter { $0.attributes["class"] == "grid" }
        .compactMap { $0.attributes["y1"] }
    }
    #expect(axis([0.9, 0.95]) == ["254.0", "14.0"])
    #expect(axis([1, 1]) == ["254.0", "14.0"])
    #expect(axis([0, 0]) == ["254.0", "14.0"])
    #expect(axis([0.1, 0.9]) == ["254.0", "194.0", "134.0", "74.0", "14.0"])
    #expect(axis([0.7, 0.95]) == ["254.0", "174.0", "94.0", "14.0"])
  }

  @Test func `a name without end stays short in the picture`() {
    let page = funnel([point(String(repeating: "w", count: 70_000), 9, standsOut: true)])
    #expect(page.text.count < 600)
  }
}
