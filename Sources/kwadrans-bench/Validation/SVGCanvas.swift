import Foundation

/// A static picture: lines, dots and text, in colours that survive grey printing.
struct SVGCanvas {
  private let width: Double
  private let height: Double
  private let title: String
  private let text: String
  private var body = ""

  /// - Parameters:
  ///   - title: What the picture shows, as a finding; stands above it.
  ///   - text: The same for those who do not see it, with numbers.
  init(width: Double, height: Double, title: String, text: String) {
    (self.width, self.height, self.title, self.text) = (width, height, title, text)
    write(title, at: (width / 2, 22), size: 15, anchor: "middle", isBold: true)
  }

  mutating func line(
    _ from: (Double, Double), _ to: (Double, Double), _ colour: String = "#333",
    width: Double = 1, dashes: String? = nil
  ) {
    let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    body +=
      "<line x1=\"\(Self.number(from.0))\" y1=\"\(Self.number(from.1))\" x2=\""
      + "\(Self.number(to.0))\" y2=\"\(Self.number(to.1))\" stroke=\"\(colour)\" "
      + "stroke-width=\"\(Self.number(width))\"\(dash)/>\n"
  }

  mutating func path(_ points: [(Double, Double)], _ colour: String, width: Double = 2) {
    let places = points.map { "\(Self.number($0.0)),\(Self.number($0.1))" }.joined(separator: " ")
    body +=
      "<polyline points=\"\(places)\" fill=\"none\" stroke=\"\(colour)\" "
      + "stroke-width=\"\(Self.number(width))\"/>\n"
  }

  mutating func dot(_ place: (Double, Double), _ colour: String, radius: Double = 3) {
    body +=
      "<circle cx=\"\(Self.number(place.0))\" cy=\"\(Self.number(place.1))\" "
      + "r=\"\(Self.number(radius))\" fill=\"\(colour)\"/>\n"
  }

  mutating func band(x: Double, y: Double, width: Double, height: Double, _ colour: String) {
    body +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\""
      + "\(Self.number(width))\" height=\"\(Self.number(height))\" fill=\"\(colour)\"/>\n"
  }

  mutating func write(
    _ text: String, at place: (Double, Double), size: Double = 12, anchor: String = "start",
    isBold: Bool = false, isUpright: Bool = false
  ) {
    let (x, y) = (Self.number(place.0), Self.number(place.1))
    let turn = isUpright ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
    body +=
      "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(Self.number(size))\" text-anchor=\""
      + "\(anchor)\"\(isBold ? " font-weight=\"bold\"" : "")\(turn)>\(Self.escaped(text))</text>\n"
  }

  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \
    \(Self.number(height))" role="img" aria-labelledby="title desc" font-family="sans-serif">
    <title id="title">\(Self.escaped(title))</title>
    <desc id="desc">\(Self.escaped(text))</desc>
    <rect width="100%" height="100%" fill="#fff"/>
    \(body)</svg>

    """
  }

  private static func number(_ value: Double) -> String {
    let text = String(format: "%.1f", value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;")
  }
}
