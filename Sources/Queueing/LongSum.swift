/// Sums of many thousand, or endlessly many, terms that change slowly.
enum LongSum {
  /// φ(1) + φ(2) + … for a positive φ that is smooth, and falls at last as e^(−`decay`·m).
  ///
  /// The first terms are added one by one. From `explicit` on, where neighbours differ by little,
  /// the rest is the integral with Gregory's corrections from the first nine terms.
  ///
  /// - Parameters:
  ///   - explicit: How many terms are added one by one (≥ 1).
  ///   - decay: The rate at which terms fall at last (> 0).
  ///   - term: φ, also between whole numbers.
  /// - Returns: The sum, to rounding if neighbours differ by some percent beyond `explicit`.
  static func sum(explicit: Int, decay: Double, term: (Double) -> Double) -> Double {
    var sum = 0.0
    var previous = 0.0
    for m in 1..<explicit {
      let next = term(Double(m))
      sum += next
      // Falls, and the rest is below a geometric series of which this is one term.
      if next < previous || (next == 0 && m > 1), next <= sum * 1e-17 * min(1, decay) {
        return sum
      }
      previous = next
    }
    let start = Double(explicit)
    var differences = (0...8).map { term(start + Double($0)) }
    let first = differences[0]
    guard first > 0 else { return sum }
    var corrections = first / 2
    for weight in gregory {
      for k in 0..<(differences.count - 1) { differences[k] = differences[k + 1] - differences[k] }
      differences.removeLast()
      corrections += weight * differences[0]
    }
    var cuts = [start]
    let end = start + 60 / decay
    var next = start
    while next < end {
      next *= 2
      cuts.append(min(next, end))
    }
    return sum + corrections + Quadrature.integral(cuts, term)
  }

  /// Gregory's coefficients: Σ φ = ∫ φ + φ/2 − Δφ/12 + Δ²φ/24 − ….
  private static let gregory: [Double] = [
    -1.0 / 12, 1.0 / 24, -19.0 / 720, 3.0 / 160, -863.0 / 60_480, 275.0 / 24_192,
    -33_953.0 / 3_628_800, 8183.0 / 1_036_800,
  ]
}
