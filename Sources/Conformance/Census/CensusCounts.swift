package import Standards

/// The cases of a promise by what became of them: all of them, not a sample.
package struct CensusCounts: Hashable, Sendable {
  /// Kept.
  package var met = 0
  /// Broken, also those still waiting beyond the target.
  package var missed = 0
  /// Still waiting, and not yet longer than the target.
  package var open = 0
  /// A person must decide.
  package var undecided = 0
  /// Nothing was asked.
  package var notApplicable = 0

  /// Creates counts.
  package init(met: Int = 0, missed: Int = 0, open: Int = 0, undecided: Int = 0) {
    self.met = met
    self.missed = missed
    self.open = open
    self.undecided = undecided
  }

  /// How many are decided.
  package var decided: Int { met + missed }

  /// The share met of those decided; nil when none is.
  package var share: Double? { decided == 0 ? nil : Double(met) / Double(decided) }

  /// How a promise of this share stands.
  ///
  /// What is kept or broken here is so whatever becomes of the open cases.
  package func standing(_ promised: Share) -> Standing {
    let all = decided + open
    guard all > 0 else { return .nothingDecided }
    if promised.isKept(by: met, of: all) { return .kept }
    return promised.isKept(by: met + open, of: all) ? .open : .broken
  }

  /// Whether what people decide of the undecided cases could change how the promise stands.
  package func hangsOnUndecided(_ promised: Share) -> Bool {
    guard undecided > 0 else { return false }
    let all = decided + open + undecided
    switch standing(promised) {
    case .kept: return !promised.isKept(by: met, of: all)
    case .broken: return promised.isKept(by: met + open + undecided, of: all)
    case .open, .nothingDecided: return true
    }
  }

  mutating func count(_ state: CensusCase.State) {
    switch state {
    case .met: met += 1
    case .missed: missed += 1
    case .open: open += 1
    case .undecided: undecided += 1
    case .notApplicable: notApplicable += 1
    }
  }
}

/// How a promised share stands in a period.
package enum Standing: String, CaseIterable, Sendable {
  case kept, broken
  /// The open cases can turn it either way.
  case open
  case nothingDecided = "nothing-decided"
}

extension Share {
  /// Whether so many of so many keep the share. Counts are compared, not rounded shares: 19 of 20
  /// keeps 95%.
  ///
  /// - Parameter all: How many there are (> 0).
  package func isKept(by met: Int, of all: Int) -> Bool {
    // The margin is below one case in a billion, and above the rounding of a division.
    Double(met) / Double(all) >= fraction - 1e-12
  }
}
