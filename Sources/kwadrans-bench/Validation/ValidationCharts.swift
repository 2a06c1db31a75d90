import Foundation
import Simulation

/// The pictures of docs/validation.md.
enum ValidationCharts {
  private static let blue = "#1f4e8c"
  private static let grey = "#888"

  /// One line a figure: how far the simulated value is from the exact one.
  static func differences(_ rows: [ValidationRow]) -> String {
    let (left, right, top, step) = (330.0, 700.0, 60.0, 17.0)
    let bottom = top + Double(rows.count) * step
    let most = rows.map { max(abs($0.low), abs($0.high)) }.max() ?? 0.01
    let scale = (right - left) / 2 / (most * 1.05)
    let holding = rows.filter(\.holds).count
    var canvas = SVGCanvas(
      width: 720, height: bottom + 60,
      title:
        "Simulated values lie on the exact ones: \(holding) of \(rows.count) intervals hold them",
      text: "For each figure the difference between simulated and exact value in percent of the "
        + "exact one, with the 99% interval. The widest reaches "
        + "\(String(format: "%.1f", 100 * most))% from zero.")
    let middle = (left + right) / 2
    let tick = most > 0.04 ? 0.02 : most > 0.02 ? 0.01 : 0.005
    for number in -10...10 {
      let x = middle + Double(number) * tick * scale
      guard x >= left, x <= right else { continue }
      canvas.line(
        (x, top - 8), (x, bottom), number == 0 ? "#000" : "#ddd", width: number == 0 ? 1.5 : 1)
      canvas.write(
        "\(number > 0 ? "+" : "")\(String(format: "%g", 100 * Double(number) * tick))%",
        at: (x, bottom + 18), anchor: "middle")
    }
    for (place, row) in rows.enumerated() {
      let y = top + (Double(place) + 0.5) * step
      canvas.write("\(row.model): \(row.figure)", at: (left - 10, y + 4), size: 11, anchor: "end")
      let colour = row.holds ? blue : "#c03000"
      canvas.line((middle + row.low * scale, y), (middle + row.high * scale, y), colour, width: 2)
      canvas.dot((middle + row.off * scale, y), colour)
    }
    canvas.write(
      "simulated − exact, in % of the exact value, with 99% interval", at: (middle, bottom + 42),
      anchor: "middle")
    return canvas.svg
  }

  /// A course over the hours: the exact one as a line, the simulated one as dots.
  static func course(
    title: String, axis: String, exact: [Double], found: [Estimate], isShare: Bool
  ) -> String {
    let (left, right, top, bottom) = (70.0, 690.0, 50.0, 300.0)
    let most = max(exact.max() ?? 1, found.map(\.high).max() ?? 1)
    let tick = isShare ? 0.2 : 20.0
    let ceiling = (most / tick).rounded(.up) * tick
    func x(_ hour: Int) -> Double {
      left + (right - left) * (Double(hour) + 0.5) / Double(exact.count)
    }
    func y(_ value: Double) -> Double { bottom - (bottom - top) * value / ceiling }
    let widest = found.map(\.halfWidth).max() ?? 0
    func written(_ value: Double) -> String {
      isShare ? "\(Int((100 * value).rounded()))%" : "\(Int(value.rounded()))"
    }
    var canvas = SVGCanvas(
      width: 720, height: 360, title: title,
      text: "By hour, \(axis): the exact course goes from \(written(exact.min() ?? 0)) to "
        + "\(written(exact.max() ?? 0)), and the simulated values lie on it; their 99% intervals "
        + "are at most \(String(format: isShare ? "%.3f" : "%.2f", widest)) to either side.")
    var value = 0.0
    while value <= ceiling + 1e-9 {
      canvas.line((left, y(value)), (right, y(value)), "#ddd")
      canvas.write(written(value), at: (left - 8, y(value) + 4), anchor: "end")
      value += tick
    }
    let every = exact.count > 24 ? 6 : 1
    for hour in stride(from: 0, to: exact.count, by: every) {
      canvas.write("\(hour)", at: (x(hour), bottom + 18), anchor: "middle")
    }
    canvas.path(exact.enumerated().map { (x($0), y($1)) }, grey, width: 2.5)
    for (hour, estimate) in found.enumerated() {
      canvas.line((x(hour), y(estimate.low)), (x(hour), y(estimate.high)), blue, width: 1.5)
      canvas.dot((x(hour), y(estimate.mean)), blue)
    }
    canvas.line((left, bottom), (right, bottom))
    canvas.write("hour of the run", at: ((left + right) / 2, bottom + 40), anchor: "middle")
    canvas.write(axis, at: (18, (top + bottom) / 2), anchor: "middle", isUpright: true)
    canvas.line((left + 20, top - 8), (left + 50, top - 8), grey, width: 2.5)
    canvas.write("exact", at: (left + 56, top - 4))
    canvas.dot((left + 130, top - 8), blue)
    canvas.write("simulated, with 99% interval", at: (left + 140, top - 4))
    return canvas.svg
  }

  /// One dot a figure: of how many seeds the 95% interval holds the exact value.
  static func coverage(_ rows: [ValidationRow], seeds: Int) -> String {
    let (left, right, top, step) = (330.0, 700.0, 60.0, 17.0)
    let bottom = top + Double(rows.count) * step
    let shares = rows.map { Double($0.held) / Double(seeds) }
    let least = min(0.88, (shares.min() ?? 0.9) - 0.01)
    func x(_ share: Double) -> Double { left + (right - left) * (share - least) / (1 - least) }
    let inside = shares.filter { (0.92...0.98).contains($0) }.count
    var canvas = SVGCanvas(
      width: 720, height: bottom + 60,
      title: "95% intervals hold the exact value in 92 to 98 of 100 seeds for \(inside) of "
        + "\(rows.count) figures",
      text: "For each figure the share of \(seeds) seeds whose 95% interval holds the exact value: "
        + "from \(String(format: "%.1f", 100 * (shares.min() ?? 0)))% to "
        + "\(String(format: "%.1f", 100 * (shares.max() ?? 0)))%.")
    canvas.band(
      x: x(0.92), y: top - 8, width: x(0.98) - x(0.92), height: bottom - top + 8, "#e4ecf5")
    for percent in stride(from: 80, through: 100, by: 2) where Double(percent) / 100 >= least {
      let place = x(Double(percent) / 100)
      canvas.line((place, top - 8), (place, bottom), "#ddd")
      canvas.write("\(percent)%", at: (place, bottom + 18), anchor: "middle")
    }
    canvas.line((x(0.95), top - 8), (x(0.95), bottom), "#000", dashes: "4 3")
    for (place, row) in rows.enumerated() {
      let y = top + (Double(place) + 0.5) * step
      canvas.write("\(row.model): \(row.figure)", at: (left - 10, y + 4), size: 11, anchor: "end")
      canvas.dot((x(shares[place]), y), (0.92...0.98).contains(shares[place]) ? blue : "#c03000")
    }
    canvas.write(
      "share of \(seeds) seeds; band: 92 to 98%", at: ((left + right) / 2, bottom + 42),
      anchor: "middle")
    return canvas.svg
  }
}
