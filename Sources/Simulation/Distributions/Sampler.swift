/// A distribution laid out for drawing from it: plain numbers, nothing that counts references.
///
/// Made by a ``SamplerBank``, which must live as long as its samplers are used; its memory never
/// changes, so that threads may share it.
struct Sampler: @unchecked Sendable {
  enum Kind: UInt8 {
    case constant, exponential, lognormal, gamma, weibull, uniform, triangular, empirical, mixture
  }

  fileprivate let kind: Kind
  /// What the kind needs: see ``SamplerBank``.
  fileprivate let a: Double
  fileprivate let b: Double
  fileprivate let c: Double
  fileprivate let d: Double
  /// Rows of a table, or parts of a mixture.
  fileprivate let first: Int
  fileprivate let count: Int
  /// The bank's memory.
  fileprivate let knots: UnsafePointer<Distribution.Knot>
  fileprivate let parts: UnsafePointer<(share: Double, sampler: Sampler)>?

  /// Draws a value.
  ///
  /// - Complexity: O(1); a table of quantiles O(log rows), a mixture O(parts).
  @inline(__always)
  func draw(
    _ tables: SamplingTables, using generator: inout some RandomNumberGenerator
  ) -> Double {
    switch kind {
    case .exponential: tables.exponential(using: &generator) * a
    case .constant: a
    case .lognormal: tables.exp(a + b * tables.normal(using: &generator))
    default: drawOther(tables, using: &generator)
    }
  }

  /// A call by value, as for the rare cases of ``SamplingTables``.
  @inline(__always)
  fileprivate func drawOther<Generator: RandomNumberGenerator>(
    _ tables: SamplingTables, using generator: inout Generator
  ) -> Double {
    let (value, after) = drawOther(tables, generator)
    generator = after
    return value
  }

  @inline(never)
  private func drawOther<Generator: RandomNumberGenerator>(
    _ tables: SamplingTables, _ generator: Generator
  ) -> (Double, Generator) {
    var generator = generator
    return (drawAny(tables, using: &generator), generator)
  }

  private func drawAny(
    _ tables: SamplingTables, using generator: inout some RandomNumberGenerator
  ) -> Double {
    switch kind {
    case .constant: return a
    case .exponential: return tables.exponential(using: &generator) * a
    case .lognormal: return tables.exp(a + b * tables.normal(using: &generator))
    case .gamma:
      let gamma = drawGamma(tables, using: &generator)
      // Below shape 1, a gamma value of one step more, times a uniform one to the power 1/shape.
      guard d > 0 else { return gamma * b }
      return gamma * b * tables.exp(-tables.exponential(using: &generator) * d)
    case .weibull:
      return b * tables.exp(PortableMath.log(tables.exponential(using: &generator)) * a)
    case .uniform: return a + generator.unit() * b
    case .triangular:
      let u = generator.unit()
      return u * c < b - a
        ? a + (u * c * (b - a)).squareRoot()
        : a + c - ((1 - u) * c * (a + c - b)).squareRoot()
    case .empirical: return drawQuantile(generator.unit())
    case .mixture:
      guard let parts else { return 0 }
      var rest = generator.unit()
      for index in first..<first + count - 1 {
        rest -= parts[index].share
        if rest < 0 { return parts[index].sampler.drawAny(tables, using: &generator) }
      }
      return parts[first + count - 1].sampler.drawAny(tables, using: &generator)
    }
  }

  /// A gamma value of shape `a` + 1/3 and scale 1.
  ///
  /// Source: G. Marsaglia and W. W. Tsang, *A simple method for generating gamma variables*, ACM
  /// TOMS 26(3), 2000. Exact; accepts 95% or more of what it tries.
  private func drawGamma(
    _ tables: SamplingTables, using generator: inout some RandomNumberGenerator
  ) -> Double {
    while true {
      let x = tables.normal(using: &generator)
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = generator.inside()
      let square = x * x
      if u < 1 - 0.0331 * square * square { return a * v }
      if PortableMath.log(u) < 0.5 * square + a * (1 - v + PortableMath.log(v)) { return a * v }
    }
  }

  private func drawQuantile(_ u: Double) -> Double {
    var (low, high) = (first, first + count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle].share <= u { low = middle } else { high = middle }
    }
    let (before, after) = (knots[low], knots[high])
    let part = (u - before.share) / (after.share - before.share)
    return before.value + part * (after.value - before.value)
  }
}

extension UnsafePointer<Sampler> {
  /// Draws a value, of the sampler where it stands: it is long, and mostly two words of it are enough.
  @inline(__always)
  func draw(
    _ tables: SamplingTables, using generator: inout some RandomNumberGenerator
  ) -> Double {
    switch pointee.kind {
    case .exponential: tables.exponential(using: &generator) * pointee.a
    case .constant: pointee.a
    case .lognormal: tables.exp(pointee.a + pointee.b * tables.normal(using: &generator))
    default: pointee.drawOther(tables, using: &generator)
    }
  }
}

/// The memory behind samplers.
///
/// ```swift
/// let bank = SamplerBank([handling, patience])
/// withExtendedLifetime(bank) { … bank.samplers[0].draw(.shared, using: &stream) … }
/// ```
final class SamplerBank: Sendable {
  /// One for each distribution, in their order.
  let samplers: [Sampler]

  private nonisolated(unsafe) let knots: UnsafeMutablePointer<Distribution.Knot>
  private nonisolated(unsafe) let parts: UnsafeMutablePointer<(share: Double, sampler: Sampler)>

  /// Lays distributions out.
  ///
  /// - Complexity: O(rows of tables + parts of mixtures).
  init(_ distributions: [Distribution]) {
    var knotCount = 0
    var partCount = 0
    func count(_ distribution: Distribution) {
      switch distribution.shape {
      case .empirical(let knots): knotCount += knots.count
      case .mixture(let parts):
        partCount += parts.count
        for part in parts { count(part.distribution) }
      default: break
      }
    }
    for distribution in distributions { count(distribution) }
    let knots = UnsafeMutablePointer<Distribution.Knot>.allocate(capacity: max(knotCount, 1))
    let parts = UnsafeMutablePointer<(share: Double, sampler: Sampler)>
      .allocate(capacity: max(partCount, 1))
    var usedKnots = 0
    var usedParts = 0
    func laidOut(_ distribution: Distribution) -> Sampler {
      func made(
        _ kind: Sampler.Kind, _ a: Double = 0, _ b: Double = 0, _ c: Double = 0, _ d: Double = 0,
        first: Int = 0, count: Int = 0
      ) -> Sampler {
        Sampler(
          kind: kind, a: a, b: b, c: c, d: d, first: first, count: count, knots: knots,
          parts: count > 0 && kind == .mixture ? UnsafePointer(parts) : nil)
      }
      switch distribution.shape {
      case .constant(let value): return made(.constant, value)
      case .exponential(let mean): return made(.exponential, mean)
      case .lognormal(let mean, let deviation): return made(.lognormal, mean, deviation)
      case .gamma(let shape, let scale):
        let whole = shape < 1 ? shape + 1 : shape
        let third = whole - 1.0 / 3
        return made(
          .gamma, third, scale, 1 / (9 * third).squareRoot(), shape < 1 ? 1 / shape : 0)
      case .weibull(let shape, let scale): return made(.weibull, 1 / shape, scale)
      case .uniform(let low, let high): return made(.uniform, low, high - low)
      case .triangular(let low, let mode, let high):
        return made(.triangular, low, mode, high - low)
      case .empirical(let rows):
        let first = usedKnots
        (knots + first).initialize(from: rows, count: rows.count)
        usedKnots += rows.count
        return made(.empirical, first: first, count: rows.count)
      case .mixture(let kinds):
        let first = usedParts
        usedParts += kinds.count
        for (place, kind) in kinds.enumerated() {
          (parts + first + place).initialize(to: (kind.share, laidOut(kind.distribution)))
        }
        return made(.mixture, first: first, count: kinds.count)
      }
    }
    samplers = distributions.map(laidOut)
    self.knots = knots
    self.parts = parts
  }

  // Knots and parts hold plain numbers: there is nothing to deinitialise.
  deinit {
    knots.deallocate()
    parts.deallocate()
  }
}

extension Distribution {
  /// Draws so many values.
  ///
  /// - Complexity: O(`count`).
  package func draws(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> [Double] {
    let bank = SamplerBank([self])
    return withExtendedLifetime(bank) {
      (0..<max(0, count)).map { _ in bank.samplers[0].draw(.shared, using: &generator) }
    }
  }
}
