/// Tables for drawing exponential and normal numbers by the ziggurat method, and for exponentials.
///
/// The area under a falling density is cut into 256 layers of equal area: one is drawn, then a place
/// in it. Nearly always the place lies surely under the curve, and one random number, one product
/// and one comparison are enough; else it is compared with the curve itself. Exact, not an
/// approximation: layer, sign and place use different bits of the random number.
///
/// Source: G. Marsaglia and W. W. Tsang, *The ziggurat method for generating random variables*,
/// Journal of Statistical Software 5(8), 2000, doi 10.18637/jss.v005.i08; the edges and areas for
/// 256 layers were solved to 40 digits here, and agree with those in use elsewhere.
///
/// Holds a pointer to constant memory that is made once and never freed, so that a copy of it in a loop
/// costs no counting of references, and is handed on in a register.
struct SamplingTables: @unchecked Sendable {
  /// One table behind the other.
  private let tables: UnsafePointer<Double>

  /// Edges and heights, one of each for a layer, and one more.
  private static let rows = 257

  /// Right edges of the layers, 257, falling to 0; the first is the area ÷ the density at the edge
  /// of the tail.
  @inline(__always)
  private var exponentialEdges: UnsafePointer<Double> { tables }
  /// The density there.
  @inline(__always)
  private var exponentialHeights: UnsafePointer<Double> { tables + Self.rows }
  @inline(__always)
  private var normalEdges: UnsafePointer<Double> { tables + 2 * Self.rows }
  @inline(__always)
  private var normalHeights: UnsafePointer<Double> { tables + 3 * Self.rows }
  /// 2^(j/32).
  @inline(__always)
  private var roots: UnsafePointer<Double> { tables + 4 * Self.rows }

  /// The tables, made at first use.
  static let shared = SamplingTables()

  /// Where the tails begin.
  private static let exponentialTail = 7.69711747013105
  private static let normalTail = 3.654152885361009

  private init() {
    let roots = PortableMath.rootsOfTwo
    let all = roots.withUnsafeBufferPointer { roots -> [Double] in
      guard let first = roots.baseAddress else { return [] }
      return Self.layers(
        tail: Self.exponentialTail, area: 0.003949659822581557,
        density: { PortableMath.exp(-$0, first) }, inverse: { -PortableMath.log($0) })
        + Self.layers(
          tail: Self.normalTail, area: 0.004928673233974655,
          density: { PortableMath.exp(-0.5 * $0 * $0, first) },
          inverse: { (-2 * PortableMath.log($0)).squareRoot() })
    }
    tables = Self.kept(all + roots)
  }

  /// Edges, then heights.
  private static func layers(
    tail: Double, area: Double, density: (Double) -> Double, inverse: (Double) -> Double
  ) -> [Double] {
    var edges = [area / density(tail), tail]
    while edges.count < rows - 1 {
      let edge = edges[edges.count - 1]
      edges.append(inverse(density(edge) + area / edge))
    }
    edges.append(0)
    return edges + edges.map(density)
  }

  private static func kept(_ values: [Double]) -> UnsafePointer<Double> {
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: values.count)
    memory.initialize(from: values, count: values.count)
    return UnsafePointer(memory)
  }

  /// ``PortableMath/exp(_:)``.
  @inline(__always)
  func exp(_ x: Double) -> Double { PortableMath.exp(x, roots) }

  /// An exponential number of mean 1.
  @inline(__always)
  func exponential(using generator: inout some RandomNumberGenerator) -> Double {
    let bits = generator.next()
    let layer = Int(truncatingIfNeeded: bits & 255)
    let x = Double(bits >> 11) * 0x1p-53 * exponentialEdges[layer]
    if x < exponentialEdges[layer + 1] { return x }
    let (value, after) = rareExponential(layer, x, generator)
    generator = after
    return value
  }

  /// What one draw in ninety comes to: the tail, or a place near the curve.
  ///
  /// Takes and gives the generator by value, so that elsewhere its state can stay in registers.
  @inline(never)
  private func rareExponential<Generator: RandomNumberGenerator>(
    _ layer: Int, _ x: Double, _ generator: Generator
  ) -> (Double, Generator) {
    var (layer, x, before) = (layer, x, 0.0)
    var generator = generator
    while true {
      if x < exponentialEdges[layer + 1] { return (before + x, generator) }
      if layer == 0 {
        // Memoryless: beyond the edge it begins anew.
        before += Self.exponentialTail
      } else {
        let (low, high) = (exponentialHeights[layer], exponentialHeights[layer + 1])
        if low + generator.unit() * (high - low) < exp(-x) { return (before + x, generator) }
      }
      let bits = generator.next()
      layer = Int(truncatingIfNeeded: bits & 255)
      x = Double(bits >> 11) * 0x1p-53 * exponentialEdges[layer]
    }
  }

  /// A normal number of mean 0 and variance 1.
  @inline(__always)
  func normal(using generator: inout some RandomNumberGenerator) -> Double {
    let bits = generator.next()
    let layer = Int(truncatingIfNeeded: bits & 255)
    let x = Double(bits >> 11) * 0x1p-53 * normalEdges[layer]
    // Bit 8 is the sign: it goes where a double keeps it.
    let sign = (bits & 256) << 55
    if x < normalEdges[layer + 1] { return Double(bitPattern: x.bitPattern | sign) }
    let (size, after) = rareNormal(layer, x, generator)
    generator = after
    return Double(bitPattern: size.bitPattern | sign)
  }

  /// The size of what one draw in ninety comes to.
  @inline(never)
  private func rareNormal<Generator: RandomNumberGenerator>(
    _ layer: Int, _ x: Double, _ generator: Generator
  ) -> (Double, Generator) {
    var (layer, x) = (layer, x)
    var generator = generator
    while true {
      if x < normalEdges[layer + 1] { return (x, generator) }
      if layer == 0 {
        // Marsaglia's tail, in the same paper.
        while true {
          let beyond = exponential(using: &generator) / Self.normalTail
          if 2 * exponential(using: &generator) > beyond * beyond {
            return (Self.normalTail + beyond, generator)
          }
        }
      }
      let (low, high) = (normalHeights[layer], normalHeights[layer + 1])
      if low + generator.unit() * (high - low) < exp(-0.5 * x * x) { return (x, generator) }
      let bits = generator.next()
      layer = Int(truncatingIfNeeded: bits & 255)
      x = Double(bits >> 11) * 0x1p-53 * normalEdges[layer]
    }
  }
}
