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

  @Test func `only who stands out is named, on the side where there is room`() {
    func point(_ name: String, _ cases: Int, _ standsOut: Bool) -> FunnelChart.Point {
      FunnelChart.Point(name: name, cases: cases, share: 0.5, standsOut: standsOut)
    }
    let page = page { html in
      FunnelChart(
        id: "c", finding: "f", quantity: "q", cases: "replies", team: 0.5,
        points: [point("ola", 90, true), point("jan", 20, true), point("ewa", 100, false)],
        limits: []
      ).write(to: &html)
    }
    let labels = page.elements.filter { $0.attributes["class"]?.hasPrefix("name") == true }
    #expect(labels.map { $0.attributes["class"] } == ["name last", "name"])
    #expect(page.elements.count { $0.attributes["class"] == "dot out" } == 2)
    #expect(page.elements.count { $0.attributes["class"] == "dot inside" } == 1)
    #expect(page.text.contains("ewa: 50.0% of 100") && page.text.contains("20, stands out"))
  }
}
