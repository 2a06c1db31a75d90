/// Which of several promises of one kind holds for a ticket: the first that applies.
///
/// Where the log does not name a field that a promise depends on, several may hold. If all of them
/// come to the same, that is the verdict; if not, a person must decide.
struct PromiseChoice {
  private var settled: Set<String> = []
  private var open: [(kind: String, verdict: Verdict, doubtful: Verdict)] = []

  /// Whether the promise of a kind is found.
  func isSettled(_ kind: String) -> Bool { settled.contains(kind) }

  /// Notes a promise that may hold.
  mutating func mayHold(_ kind: String, _ verdict: Verdict, orElse doubtful: Verdict) {
    open.append((kind, verdict, doubtful))
  }

  /// Ends the search by a promise that holds unless an earlier one does.
  ///
  /// - Returns: Its verdict where all candidates agree, else the doubt about the first of them.
  mutating func settle(_ kind: String, by verdict: Verdict) -> Verdict {
    settled.insert(kind)
    let candidates = open.filter { $0.kind == kind }
    open.removeAll { $0.kind == kind }
    let first = candidates.first { $0.verdict.outcome != verdict.outcome }
    return first?.doubtful ?? verdict
  }

  /// What remains where no promise holds for sure: nothing applies if none of the candidates would,
  /// else a doubt about the first.
  var unsettled: [Verdict] {
    var seen: Set<String> = []
    return open.compactMap { candidate in
      guard seen.insert(candidate.kind).inserted else { return nil }
      let all = open.filter { $0.kind == candidate.kind }
      let none = all.allSatisfy { $0.verdict.outcome == .notApplicable }
      return none ? candidate.verdict : candidate.doubtful
    }
  }
}
