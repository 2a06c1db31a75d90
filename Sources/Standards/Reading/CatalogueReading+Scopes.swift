import Diagnostics

extension CatalogueReading {
  /// Reports standards that ask something only of tickets that they do not apply to.
  ///
  /// - Complexity: O(names).
  mutating func checkScopes(in catalogue: Catalogue) {
    // By index, since an iterator would copy every standard.
    for index in catalogue.standards.indices {
      let asked = catalogue.standards[index].requirement.circumstances
      guard !asked.isEmpty,
        let field = Self.fieldThatNeverFits(asked, catalogue.standards[index].scope)
      else { continue }
      let standard = catalogue.standards[index]
      diagnostics.error(
        "scope.empty",
        "'\(standard.id)' never applies: it is for \(standard.scope.inWords), and asks something "
          + "only of \(asked.compactMap(\.inWords).joined(separator: " or "))",
        at: standard.place, fixIt: "let 'applies-to' name the same \(field), or none")
    }
  }

  /// The field of the first circumstances that rules tickets of a scope out, if all of them do so.
  private static func fieldThatNeverFits(_ asked: [Circumstances], _ scope: Scope) -> String? {
    func isApart(_ names: [String], _ allowed: [String]?) -> Bool {
      guard let allowed, !names.isEmpty, !allowed.isEmpty else { return false }
      return Set(names).isDisjoint(with: allowed)
    }
    let fields = asked.map { one -> String? in
      if isApart(one.topics, scope.topics) { return "topic" }
      return isApart(one.priorities, scope.priorities) ? "priority" : nil
    }
    return fields.contains(nil) ? nil : fields.first ?? nil
  }
}

extension Requirement {
  /// The circumstances of which one at least must hold for it to ask anything; none when it always
  /// does.
  fileprivate var circumstances: [Circumstances] {
    switch self {
    case .routing(let routing): return [routing.when]
    case .empathy(let empathy): return [empathy.when]
    case .wording(let wording):
      guard wording.avoid.isEmpty else { return [] }
      return wording.require.map { required in
        var circumstances = Circumstances()
        circumstances.topics = required.topics
        return circumstances
      }
    case .upsell(let upsell):
      let isOnlyThat =
        upsell.offerWhen.inWords == nil && upsell.atMost == nil && upsell.notBefore == nil
        && upsell.manner == nil
      return isOnlyThat ? [upsell.neverWhen] : []
    default: return []
    }
  }
}
