package import Conformance
import Diagnostics
import Standards

/// Which standards hold for a ticket, for a person.
package enum WhyText {
  /// The standards that hold, those that may, and those that another stands before.
  ///
  /// - Parameter language: The language of the titles.
  package static func render(_ applicable: ApplicableStandards, language: String?) -> String {
    var holding: [String] = []
    var depending: [String] = []
    var shadowed: [String] = []
    var others: [String: Int] = [:]
    // How long one waits is what is asked most.
    let (times, words) = (
      applicable.lines.filter { $0.standard.requirement.promise != nil },
      applicable.lines.filter { $0.standard.requirement.promise == nil }
    )
    for line in times + words {
      let standard = line.standard
      let place = "\(standard.place.text.path):\(standard.place.start.line)"
      let head =
        "  \(standard.title.text(in: language))\n      "
        + "\(standard.requirement.parametersInWords); \(standard.id), \(place)\n"
      let dates = standard.inForce == .always ? "" : "      in force \(standard.inForce.inWords)\n"
      switch line.reason {
      case .holds:
        holding.append(head + dates)
      case .depends(let fields, let before):
        var why: [String] = []
        if !fields.isEmpty {
          why.append(
            "if " + fields.map { standard.scope.valuesInWords(of: $0) }.joined(separator: " and "))
        }
        if !before.isEmpty { why.append("unless \(before.joined(separator: " or ")) holds") }
        depending.append(head + dates + "      \(why.joined(separator: ", "))\n")
      case .shadowed(let holder):
        shadowed.append(head + dates + "      \(holder) stands before it\n")
      case .other(let field):
        others["another \(field)", default: 0] += 1
      case .notInForce:
        others["another time", default: 0] += 1
      }
    }
    var text =
      section("holds", holding) + section("holds, depending on what is not given", depending)
      + section("does not hold, since another promise of its kind comes first", shadowed)
    if holding.isEmpty, depending.isEmpty { text += "no standard holds\n" }
    let rest = others.sorted { $0.key < $1.key }.map { "\($0.value) for \($0.key)" }
    if !rest.isEmpty { text += "not about this: \(rest.joined(separator: ", "))\n" }
    return text
  }

  private static func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(title)\n\(lines.joined())\n"
  }
}

extension Requirement {
  /// The kind and its parameters: `first-response: within 15 min, share 95%`.
  var parametersInWords: String {
    let list = kind.parameters.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return list.isEmpty ? key : "\(key): \(list)"
  }
}

extension Scope {
  /// What a field has to be: `priority urgent or high`.
  fileprivate func valuesInWords(of field: String) -> String {
    "\(field) \((values(of: field) ?? []).joined(separator: " or "))"
  }
}
