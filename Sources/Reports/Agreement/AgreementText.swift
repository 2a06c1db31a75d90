import Conformance
package import Quality
import Statistics

extension AgreementReport {
  /// How far two sides agree, as a table, and under it where they differ.
  package var text: String {
    let alike = all.share.map { Written.percent($0) } ?? "–"
    var lines = [
      "\(Written.count(all.cases, "verdict")) that both decided, \(alike) of them alike", "",
    ]
    var table = TextTable([
      ("standard", .left), ("verdicts", .right), ("alike", .right), ("kappa", .right),
      ("95%", .left), ("alpha", .right), ("95%", .left), ("", .left),
    ])
    for line in self.lines + [all] {
      table.add([
        line.standard ?? "all", "\(line.cases)", line.share.map { Written.percent($0) } ?? "–",
        Self.figure(line.kappa?.kappa), Self.words(line.kappaInterval), Self.figure(line.alpha),
        Self.words(line.alphaInterval), line.fitness?.inWords ?? "",
      ])
    }
    lines += table.lines
    lines.append("")
    if undecided > 0 {
      lines.append(
        "\(Written.count(undecided, "verdict")) that one of them left undecided: no answer, left out"
      )
    }
    if single > 0 {
      lines.append("\(Written.count(single, "verdict")) that only one of them speaks of: left out")
    }
    if differences.isEmpty {
      lines.append("they differ nowhere")
    } else {
      lines.append("they differ on \(Written.count(differences.count, "verdict")):")
      for one in differences {
        let event = one.key.event.map { ", event \($0)" } ?? ""
        lines.append(
          "\(TerminalText.plain(one.key.ticket))\(event): '\(TerminalText.plain(one.key.standard))'"
        )
        lines.append(TerminalText.plain("    \(paths.first ?? ""): \(Self.words(one.first))"))
        lines.append(TerminalText.plain("    \(paths.last ?? ""): \(Self.words(one.second))"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(_ judgement: Judgements.Judgement) -> String {
    judgement.outcome.rawValue + (judgement.reason.map { ", \($0)" } ?? "")
  }

  private static func words(_ interval: Interval?) -> String {
    interval.map { "\(figure($0.low)) to \(figure($0.high))" } ?? ""
  }

  /// Two decimals; a dash where nothing can be said.
  private static func figure(_ number: Double?) -> String {
    guard let number, number.isFinite, abs(number) <= 100 else { return "–" }
    let hundredths = Int((abs(number) * 100).rounded())
    let sign = number < 0 && hundredths > 0 ? "-" : ""
    let rest = hundredths % 100
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension AgreementReport.Fitness {
  /// What may rest on the answers, in words.
  package var inWords: String {
    switch self {
    case .unfit: "unfit for automatic use"
    case .tentative: "tentative only"
    case .fit: ""
    }
  }
}
