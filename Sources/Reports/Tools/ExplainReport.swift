import Diagnostics
import ServiceTime
package import Standards

/// One standard, for a person who wants to know what it is about.
package enum ExplainText {
  /// Where it stands, what it applies to, how it is judged, and its examples.
  ///
  /// - Parameter language: The language of title and reason, and of nothing else.
  package static func render(
    _ standard: Standard, in catalogue: Catalogue, language: String?
  ) -> String {
    var text = "\(standard.id): \(standard.title.text(in: language))\n"
    text += "\(standard.place)\n"
    if let why = standard.why { text += "\n\(why.text(in: language))\n" }
    text += "\n"
    for (name, value) in facts(standard, catalogue) { text += "\(name): \(value)\n" }
    text +=
      "\nhow it is judged\n  \(standard.requirement.key): \(standard.requirement.kind.card.summary)\n"
    for parameter in standard.requirement.kind.parameters {
      let summary =
        standard.requirement.kind.card.summary(of: parameter.key).map { " (\($0))" } ?? ""
      text += "  \(parameter.key): \(parameter.value)\(summary)\n"
    }
    text += neighbours(of: standard, in: catalogue)
    for side in Examples.Side.allCases { text += examples(of: standard, side) }
    return text
  }

  private static func facts(_ standard: Standard, _ catalogue: Catalogue) -> [(String, String)] {
    var facts = [("applies to", standard.scope.inWords)]
    if standard.inForce != .always { facts.append(("in force", standard.inForce.inWords)) }
    if let replaced = standard.replaces { facts.append(("replaces", replaced)) }
    if let heir = catalogue.heir(of: standard) { facts.append(("replaced by", heir.id)) }
    facts.append(("weight", "\(standard.weight)"))
    facts.append(("severity", standard.severity.inWords))
    facts.append(
      ("owner", standard.owner == .team ? "the team as a whole" : "the one who wrote the reply"))
    if !standard.isWaivable { facts.append(("waivable", "no: there are no exceptions")) }
    if let source = standard.source { facts.append(("source", source)) }
    if !standard.tags.isEmpty { facts.append(("tags", standard.tags.joined(separator: ", "))) }
    return facts
  }

  /// For promises of time, of which the first that fits holds: which others may come first.
  private static func neighbours(of standard: Standard, in catalogue: Catalogue) -> String {
    let (before, after) = standard.neighbours(in: catalogue)
    if before.isEmpty, after.isEmpty { return "" }
    var text = "  of several that fit, the first one in the catalogue holds\n"
    if !before.isEmpty { text += "  before it: \(before.joined(separator: ", "))\n" }
    if !after.isEmpty { text += "  after it: \(after.joined(separator: ", "))\n" }
    return text
  }

  private static func examples(of standard: Standard, _ side: Examples.Side) -> String {
    let entries = standard.examples.entries.filter { $0.side == side }
    if entries.isEmpty { return "" }
    var text = side == .pass ? "\nthis keeps it\n" : "\nthis breaks it\n"
    for entry in entries {
      switch entry.example {
      case .reply(let reply):
        let lines = reply.split(separator: "\n", omittingEmptySubsequences: true)
        text += "  - \(lines.joined(separator: "\n    "))\n"
      case .wait(let wait):
        text +=
          "  - asked \(wait.asked.value.text), answered \(wait.answered.value.text): "
          + "\(wait.takes.inHours)\n"
      case .log(let log):
        let lines = LogLines(log, Words("en"), asWritten: true).plain
        text += "  - \(lines.joined(separator: "\n    "))\n"
      }
    }
    return text
  }
}

extension Standard.Severity {
  fileprivate var inWords: String {
    switch self {
    case .critical: "critical: missing it fails the whole reply or ticket"
    case .major: "major"
    case .minor: "minor"
    }
  }
}
