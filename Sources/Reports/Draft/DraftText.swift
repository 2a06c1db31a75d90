package import Conformance
import Diagnostics
import Standards
import TextMatching

/// A draft's verdicts as whoever writes it reads them: what to mend first.
package struct DraftText: Sendable {
  private let isColoured: Bool

  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Misses and doubts with line, column and words, then how many standards were kept.
  ///
  /// - Parameter name: What stands before line and column, such as a file's name.
  package func render(_ report: DraftReport, name: String) -> String {
    var lines: [String] = []
    let shown =
      report.verdicts.filter { $0.outcome == .missed }
      + report.verdicts.filter { $0.outcome == .undecided }
    for verdict in shown {
      let words = verdict.words
      let place =
        words.first.map { ":\(Self.place(of: $0.range.lowerBound, in: report.text))" } ?? ""
      lines.append(
        "\(name)\(place): \(outcome(verdict.outcome)) '\(verdict.standard)' "
          + "(\(verdict.severity.rawValue))")
      lines.append("    \(verdict.message)")
      for one in words.prefix(3) { lines.append("    \"\(shortened(one.text, to: 80))\"") }
      if let example = report.examples[verdict.standard] {
        let flat = example.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        lines.append("    for instance: \(shortened(flat, to: 160))")
      }
    }
    let counts = Verdict.Outcome.allCases.compactMap { outcome -> String? in
      let count = report.verdicts.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }
    let language = report.language.map { " (\($0.rawValue))" } ?? ""
    lines.append(
      counts.isEmpty
        ? "no standard speaks of such a reply\(language)"
        : "\(counts.joined(separator: ", "))\(language)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func outcome(_ outcome: Verdict.Outcome) -> String {
    guard isColoured else { return outcome.rawValue }
    return "\u{1B}[\(outcome == .missed ? "31" : "33")m\(outcome.rawValue)\u{1B}[0m"
  }

  /// Line and column (from 1, in characters) of a code point.
  private static func place(of codePoint: Int, in text: String) -> String {
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: codePoint, limitedBy: scalars.endIndex)
    let before = text[..<(end ?? text.endIndex)]
    let line = before.count(where: \.isNewline) + 1
    let column = before.reversed().prefix { !$0.isNewline }.count + 1
    return "\(line):\(column)"
  }
}

extension Verdict {
  fileprivate var words: [Evidence.Words] {
    evidence.compactMap { if case .words(let words) = $0 { words } else { nil } }
  }
}
