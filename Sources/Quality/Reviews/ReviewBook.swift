package import Conformance
import ServiceTime

/// Which decisions stand.
///
/// Of one reviewer's decisions about a verdict the last in the file stands; `withdrawn` takes it back, and
/// the one before it stands again. Of several reviewers' decisions the latest stands, and the latest on an
/// appeal stands against those that are on none.
package struct ReviewBook: Sendable {
  private var standing: [VerdictKey: Review] = [:]
  private var byReviewer: [VerdictKey: [Review]] = [:]

  /// No decisions.
  package init() {}

  /// Works out which decisions stand.
  ///
  /// - Complexity: O(n log n).
  package init(_ reviews: [Review]) {
    var stacks: [VerdictKey: [String: [Review]]] = [:]
    for review in reviews {
      switch review.decision {
      case .verdict: stacks[review.key, default: [:]][review.reviewer, default: []].append(review)
      case .withdrawn: _ = stacks[review.key]?[review.reviewer]?.popLast()
      }
    }
    for (key, stacks) in stacks {
      let last = stacks.values.compactMap(\.last).sorted { $0.reviewer < $1.reviewer }
      byReviewer[key] = last
      standing[key] = last.max { left, right in
        (left.isAppeal ? 1 : 0, left.time.instant.seconds, left.line)
          < (right.isAppeal ? 1 : 0, right.time.instant.seconds, right.line)
      }
    }
  }

  /// The decision that stands; nil where nobody decided.
  package func decision(_ key: VerdictKey) -> Review? { standing[key] }

  /// Each reviewer's own decision, by name.
  package func decisions(_ key: VerdictKey) -> [Review] { byReviewer[key] ?? [] }

  /// Every verdict that somebody decided, by the line of the decision that stands.
  package var decided: [Review] { standing.values.sorted { ($0.line, $0.key) < ($1.line, $1.key) } }

  /// The decisions about some standards.
  package func ofStandards(_ ids: Set<String>) -> ReviewBook {
    var book = ReviewBook()
    book.standing = standing.filter { ids.contains($0.key.standard) }
    book.byReviewer = byReviewer.filter { ids.contains($0.key.standard) }
    return book
  }

  /// Everybody who decided something that is not taken back, in no order.
  package var reviewers: Set<String> { Set(byReviewer.values.joined().map(\.reviewer)) }

  /// How many verdicts somebody decided.
  package var count: Int { standing.count }
}

extension Review {
  /// What it makes of a verdict; nil where it takes one back.
  package func deciding(_ verdict: Verdict) -> Verdict? {
    guard case .verdict(let outcome) = decision else { return nil }
    let decision = Remark.Decision(
      reviewer: reviewer, at: time.instant, reason: reason, automatic: verdict.outcome,
      automaticMessage: verdict.message, isAppeal: isAppeal,
      answers: ratings.isEmpty
        ? nil
        : ratings.map { "\($0.question) \($0.value.map(String.init) ?? "n/a")" }
          .joined(separator: ", "))
    var decided = verdict
    decided.outcome = outcome
    decided.message = decision.sentence
    decided.remark = Remark(
      decision: decision,
      waiver: verdict.remark?.waiver, isKnown: verdict.remark?.isKnown ?? false)
    return decided
  }
}
