import Conformance
package import Quality
import Statistics

extension AgreementReport {
  /// How far sides agree, as a table, and under it where they differ.
  ///
  /// - Parameter isCorrected: Whether shares of misses are corrected for the auditor's errors.
  package func text(isCorrected: Bool = false) -> String {
    let isPair = paths.count == 2
    let alike = all.share.map { Written.percent($0) } ?? "–"
    let who = isPair ? "both" : "two or more of \(paths.count)"
    var lines = [
      "\(Written.count(all.cases, "verdict")) that \(who) decided, \(alike) of them alike", "",
    ]
    lines += table.lines
    lines.append("")
    if !isPair { lines += sidesTable.lines + [""] }
    if let errors { lines += errors.lines(isCorrected: isCorrected) + [""] }
    lines += notes
    if differences.isEmpty {
      lines.append("they differ nowhere")
    } else {
      lines.append("they differ on \(Self.inWords(differences)):")
      for one in differences { lines += words(one) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: TextTable {
    let isPair = paths.count == 2
    var table = TextTable(
      [("standard", .left), ("cases", .right), ("alike", .right), ("kappa", .right)]
        + (isPair ? [("95%", .left)] : []) + [("alpha", .right), ("95%", .left), ("", .left)])
    for line in lines + [all] {
      table.add(
        [
          line.name, "\(line.cases)", line.share.map { Written.percent($0) } ?? "–",
          Self.figure(line.kappa?.value),
        ] + (isPair ? [Self.words(line.kappa?.interval)] : []) + [
          Self.figure(line.alpha), Self.words(line.alphaInterval), line.fitness?.inWords ?? "",
        ])
    }
    return table
  }

  /// Who is like the others: of three and more somebody may be alone.
  private var sidesTable: TextTable {
    var table = TextTable([
      ("each against each of the others", .left), ("pairs", .right), ("alike", .right),
    ])
    for side in sides {
      table.add([side.path, "\(side.pairs)", side.share.map { Written.percent($0) } ?? "–"])
    }
    return table
  }

  private var notes: [String] {
    let isPair = paths.count == 2
    var notes: [String] = []
    if !isPair { notes.append("kappa is Fleiss's, over the verdicts that all of them decided") }
    let ordered = lines.filter { $0.scale == .ordinal }
    if !ordered.isEmpty {
      notes.append(
        "answers to questions have an order: alpha is ordinal"
          + (isPair
            ? ", and kappa weighs a difference by its steps" : ", and Fleiss's kappa knows none"))
    }
    let without = ordered.reduce(0) { $0 + $1.cases - $1.scaled }
    if without > 0 {
      notes.append(
        "\(Written.count(without, "answer")) where one says that the question does not apply: in no "
          + "order, and only in the share alike")
    }
    if undecided > 0 {
      let who = isPair ? "one of them" : "somebody"
      notes.append(
        "\(Written.count(undecided, "verdict")) that \(who) left undecided: no answer, left out")
    }
    if single > 0 {
      notes.append("\(Written.count(single, "verdict")) that only one of them speaks of: left out")
    }
    return notes
  }

  private func words(_ one: Difference) -> [String] {
    let event = one.key.event.map { ", event \($0)" } ?? ""
    let standard = one.question.map { "\(one.key.standard)/\($0)" } ?? one.key.standard
    let head = "\(one.key.ticket)\(event): '\(standard)'"
    return [TerminalText.plain(head)]
      + zip(paths, one.said).compactMap { path, said in
        said.flatMap { Self.words($0, one.question) }.map {
          TerminalText.plain("    \(path): \($0)")
        }
      }
  }

  private static func inWords(_ differences: [Difference]) -> String {
    let verdicts = differences.count { $0.question == nil }
    let answers = differences.count - verdicts
    return [
      verdicts > 0 ? Written.count(verdicts, "verdict") : nil,
      answers > 0 ? Written.count(answers, "answer") : nil,
    ].compactMap { $0 }.joined(separator: " and ")
  }

  private static func words(_ said: Judgements.Judgement, _ question: String?) -> String? {
    var words = said.outcome.rawValue
    if let question {
      switch Difference.answer(said, to: question) {
      case .value(let value): words = "\(value)"
      case .notApplicable: words = "does not apply"
      case nil: return nil
      }
    }
    return words + (said.reason.map { ", \($0)" } ?? "")
  }

  private static func words(_ interval: Interval?) -> String {
    interval.map { "\(figure($0.low)) to \(figure($0.high))" } ?? ""
  }

  /// Two decimals; a dash where nothing can be said.
  private static func figure(_ number: Double?) -> String {
    guard let number, number.isFinite, abs(number) <= 100 else { return "–" }
    return Written.number(number, decimals: 2)
  }
}

extension AgreementLine {
  fileprivate var name: String {
    guard let standard else { return "all verdicts" }
    return question.map { "\(standard)/\($0)" } ?? standard
  }
}

extension AgreementLine.Fitness {
  /// What may rest on the answers, in words.
  package var inWords: String {
    switch self {
    case .unfit: "unfit for automatic use"
    case .tentative: "tentative only"
    case .fit: ""
    }
  }
}
