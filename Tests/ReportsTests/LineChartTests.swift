import Foundation
import Testing

@testable import Reports

struct LineChartTests {
  /// Which points are named, where the drawing is wide and where it is narrow.
  private func named(_ count: Int) -> (wide: [Int], narrow: [Int]) {
    var html = HTMLWriter()
    LineChart(
      id: "c", finding: "f", quantity: "q", time: "week",
      points: (0..<count).map { LineChart.Point(label: "\($0)#", share: 0.5, count: 1) }
    ).write(to: &html)
    let labels = html.string.components(separatedBy: "<text class=\"").compactMap {
      text -> (kind: String, index: Int)? in
      let parts = text.components(separatedBy: "#</text>")
      guard parts.count > 1, let start = parts[0].lastIndex(of: ">") else { return nil }
      guard let index = Int(parts[0][start...].dropFirst()) else { return nil }
      return (String(text.prefix { $0 != "\"" }), index)
    }
    return (
      labels.filter { !$0.kind.contains("narrow") }.map(\.index),
      labels.filter { !$0.kind.contains("wide") }.map(\.index)
    )
  }

  @Test(arguments: [
    (1, [0], [0]), (2, [0, 1], [0, 1]), (3, [0, 1, 2], [0, 1, 2]), (4, [0, 1, 2, 3], [0, 3]),
    (5, [0, 1, 2, 3, 4], [0, 2, 4]), (12, [0, 3, 6, 11], [0, 6, 11]),
    (13, [0, 3, 6, 9, 12], [0, 6, 12]), (60, [0, 15, 30, 59], [0, 30, 59]),
  ])
  func `the ends are named, and between them what has room`(
    count: Int, wide: [Int], narrow: [Int]
  ) {
    #expect(named(count).wide == wide)
    #expect(named(count).narrow == narrow)
  }

  @Test func `a line is interrupted where there is nothing, and its mark is hollow where in part`()
  {
    var html = HTMLWriter()
    LineChart(
      id: "c", finding: "f", quantity: "q", time: "week",
      points: [
        LineChart.Point(label: "a", share: 0.5, count: 1),
        LineChart.Point(label: "b", share: nil, count: 0),
        LineChart.Point(label: "c", share: 0.5, count: 1),
        LineChart.Point(label: "d", share: 0.75, count: 1, isPartial: true),
      ], promised: 0.9
    ).write(to: &html)
    func count(_ kind: String) -> Int {
      html.string.components(separatedBy: "class=\"\(kind)\"").count - 1
    }
    #expect(count("trend") == 1)
    #expect(count("dot") == 2 && count("dot hollow") == 1)
    #expect(count("promised") == 1)
    #expect(html.string.contains("b: nothing"))
  }
}
