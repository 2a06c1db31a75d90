/// A table in plain text, its columns as wide as they need to be.
struct TextTable {
  /// Where a column's text stands.
  enum Alignment {
    case left
    case right
  }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// Begins a table with its header.
  init(_ columns: [(String, Alignment)]) {
    alignments = columns.map(\.1)
    rows = [columns.map(\.0)]
  }

  /// Adds a row; it needs a text for each column. Whatever stands in them stays on one line and steers no
  /// terminal.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(TerminalText.plain))
  }

  /// The table with two spaces between columns and none at the ends of lines.
  var lines: [String] {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.prefix(widths.count).enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += alignments[column] == .left ? cell + padding : padding + cell
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Numbers as people read them.
enum Written {
  /// A number with so many decimals, rounded half away from zero; the decimal point is a point.
  static func number(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let digits = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// A share in percent with one decimal: `93.8%`.
  ///
  /// 2,999 of 3,000 are not all of them, nor is 1 of 3,000 none: up to four decimals keep such a share from
  /// 100% and from 0%.
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    var decimals = 1
    // What is nearer than half of the last decimal is rounding.
    for whole in [0.0, 100.0] where abs(percent - whole) >= 0.000_05 {
      while decimals < 4, number(percent, decimals: decimals) == number(whole, decimals: decimals) {
        decimals += 1
      }
    }
    return number(percent, decimals: decimals) + "%"
  }

  /// A number with its noun: `1 ticket`, `2 tickets`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
