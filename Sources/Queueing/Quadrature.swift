/// Integrals of smooth functions over pieces that the caller knows to be harmless.
///
/// Every piece is computed with Gauss and Legendre's sixteen points, and again in two halves. Where
/// the two differ by more than a trace of the whole integral, the halves are halved again. For a
/// function that is smooth within a piece, the halves are some ten digits better than the piece,
/// so what is accepted is good to rounding, about 1e-14 of the integral of |f|, or to the rounding
/// that the caller says `f` itself has: halving never ends where differences are but noise.
enum Quadrature {
  /// ∫ of `f` from the first cut to the last.
  ///
  /// - Parameters:
  ///   - cuts: Boundaries of pieces, ascending. A corner or jump of `f` belongs on one.
  ///   - noise: The relative error of the values of `f` (≥ 0), where it is far above rounding.
  ///   - f: The function; finite everywhere between the cuts, and never asked at a cut.
  /// - Returns: The integral; `0` with fewer than two cuts.
  /// - Complexity: 48 values of `f` a piece, and 32 more for every halving, at most forty deep.
  static func integral(
    _ cuts: [Double], noise: Double = 0, _ f: (Double) -> Double
  ) -> Double {
    guard cuts.count > 1 else { return 0 }
    var whole = [Double](repeating: 0, count: cuts.count - 1)
    var size = 0.0
    for k in whole.indices where cuts[k + 1] > cuts[k] {
      whole[k] = gauss(cuts[k], cuts[k + 1], f)
      size += abs(whole[k])
    }
    let error = 1e-11 + noise
    var sum = 0.0
    for k in whole.indices where cuts[k + 1] > cuts[k] {
      sum += refined(cuts[k], cuts[k + 1], whole[k], size * error, error, 40, f)
    }
    return sum
  }

  private static func refined(
    _ from: Double, _ to: Double, _ whole: Double, _ tolerance: Double, _ error: Double,
    _ depth: Int, _ f: (Double) -> Double
  ) -> Double {
    let middle = from + (to - from) / 2
    guard middle > from, middle < to else { return whole }
    let left = gauss(from, middle, f)
    let right = gauss(middle, to, f)
    // Not ≤ tolerance alone: where the first estimate missed everything, the size is zero.
    if depth == 0 || abs(left + right - whole) <= max(tolerance, error * abs(left + right)) {
      return left + right
    }
    return refined(from, middle, left, tolerance, error, depth - 1, f)
      + refined(middle, to, right, tolerance, error, depth - 1, f)
  }

  private static func gauss(_ from: Double, _ to: Double, _ f: (Double) -> Double) -> Double {
    let half = (to - from) / 2
    let centre = from + half
    var sum = 0.0
    for (node, weight) in nodes {
      sum += weight * (f(centre - half * node) + f(centre + half * node))
    }
    return sum * half
  }

  /// Positive zeros of the sixteenth Legendre polynomial and their weights.
  static let nodes: [(Double, Double)] = [
    (0.0950125098376374402, 0.189450610455068496),
    (0.281603550779258913, 0.182603415044923589),
    (0.458016777657227386, 0.169156519395002538),
    (0.617876244402643748, 0.149595988816576732),
    (0.755404408355003034, 0.124628971255533872),
    (0.865631202387831744, 0.0951585116824927848),
    (0.944575023073232576, 0.0622535239386478929),
    (0.989400934991649933, 0.0271524594117540949),
  ]
}
