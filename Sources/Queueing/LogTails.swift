#if canImport(Glibc)
  import Glibc  // exp, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Logarithms of probabilities, from where a `Double` no longer holds the probability itself.
///
/// Models take the logarithm of what they have while that is above ``tiny``. Below, only one term of
/// their sums is left beside rounding, and that one has a logarithm of its own. The logarithm is
/// right to rounding, so the probability to about 1e-16 × its logarithm.
enum LogTails {
  /// Below this the digits of a `Double` begin to go.
  static let tiny = 1e-290

  /// ln of a probability that is also known as one minus `rest`.
  static func logarithm(_ share: Double, rest: Double) -> Double {
    share > 0.5 ? log1p(-rest) : log(share)
  }

  /// ln of Erlang B where that is below ``tiny``: aⁿ/n! over a sum that is all of eᵃ.
  static func blocking(load: Double, agents: Double) -> Double {
    GammaTail.logDensity(x: agents, z: load, excess: load - agents, logZ: log(load))
  }

  /// ln(eˣ + eʸ).
  static func sum(_ x: Double, _ y: Double) -> Double {
    let (low, high) = (min(x, y), max(x, y))
    return low == -.infinity ? high : high + log1p(exp(low - high))
  }

  /// ln Σ e^term(k) over `range`, for terms that rise to one peak and fall from there.
  ///
  /// - Complexity: O(log of the range) values to find the peak, and as many as count beside it.
  static func sum(over range: ClosedRange<Int>, _ term: (Int) -> Double) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if term(middle) < term(middle + 1) { low = middle + 1 } else { high = middle }
    }
    let peak = term(low)
    guard peak > -.infinity else { return peak }
    var sum = 1.0
    for direction in [-1, 1] {
      var k = low + direction
      while range.contains(k) {
        let next = exp(term(k) - peak)
        sum += next
        // Even a million more like it would be nothing.
        if next < 1e-24 * sum { break }
        k += direction
      }
    }
    return peak + log(sum)
  }
}
