/// The shortest path through a row of gates: a string laid through all of them and pulled tight.
///
/// Among all paths that pass every gate, the tight one has the least integral of φ(slope) for
/// *every* convex φ at once, so also the least steepest slope. Proof sketch: between two bends the
/// tight path is straight, and by Jensen's inequality no other path between the same two points
/// has less. It bends towards steeper only at the top of a gate and towards flatter only at the
/// bottom. So for any other path P and the tight path T, d = P − T is ≤ 0 at the former and ≥ 0 at
/// the latter, and convexity gives ∫ φ(P′) − ∫ φ(T′) ≥ ∫ φ′(T′)·d′ = −Σ d · (jump of φ′(T′)) ≥ 0,
/// where the sum goes over the bends and the ends do not move.
///
/// That the string also solves problems of least energy is well known in signal processing
/// (N. C. Overgaard, "On the Taut String Interpretation of the One-dimensional
/// Rudin–Osher–Fatemi Model", ICPRAM 2018, which compares length and elastic energy).
struct TautString {
  /// A point of the path.
  struct Knot {
    var x: Double
    var y: Double
  }

  /// The path's ends and bends.
  private(set) var knots: [Knot] = []

  /// Pulls the string tight by the funnel algorithm.
  ///
  /// The funnel is what can be reached from the last certain bend (the apex) through the gates so
  /// far: a convex chain along their tops, a concave one along their bottoms. A new top that is
  /// below the bottom chain makes that chain part of the path, and the other way round.
  ///
  /// - Parameters:
  ///   - x: Places of the gates, each right of the one before.
  ///   - bottom: Lower ends of the gates.
  ///   - top: Upper ends of the gates, nowhere below the lower ones. The first and the last gate
  ///     must be points.
  /// - Complexity: O(gates), since each point enters and leaves each chain once.
  init(x: [Double], bottom: [Double], top: [Double]) {
    guard let first = x.first else { return }
    let start = Knot(x: first, y: bottom[0])
    knots = [start]
    var upper = Chain(apex: start)
    var lower = Chain(apex: start)
    for gate in 1..<max(1, x.count) {
      let high = Knot(x: x[gate], y: top[gate])
      let low = Knot(x: x[gate], y: bottom[gate])
      upper.add(high) { Self.turn($0, $1, $2) > 0 }
      if upper.isDirect {
        Self.moveApex(of: &lower, towards: high, other: &upper, into: &knots) { $0 <= 0 }
      }
      lower.add(low) { Self.turn($0, $1, $2) < 0 }
      if lower.isDirect {
        Self.moveApex(of: &upper, towards: low, other: &lower, into: &knots) { $0 >= 0 }
      }
    }
    knots.append(contentsOf: lower.afterApex)
  }

  /// More than 0 when the way from `a` over `b` to `c` turns towards steeper.
  private static func turn(_ a: Knot, _ b: Knot, _ c: Knot) -> Double {
    (c.y - b.y) * (b.x - a.x) - (b.y - a.y) * (c.x - b.x)
  }

  /// Where the straight line from the apex to `target` would cut through `chain`, the path runs
  /// along the chain: those points become bends, and the last of them the new apex.
  private static func moveApex(
    of chain: inout Chain, towards target: Knot, other: inout Chain, into knots: inout [Knot],
    cuts: (Double) -> Bool
  ) {
    var moved = false
    while let next = chain.next, cuts(turn(chain.apex, next, target)) {
      chain.dropApex()
      knots.append(next)
      moved = true
    }
    if moved { other = Chain(apex: chain.apex, then: target) }
  }

  /// Points from the apex on; both ends move.
  private struct Chain {
    private var knots: [Knot]
    private var start = 0

    init(apex: Knot) { knots = [apex] }

    init(apex: Knot, then next: Knot) { knots = [apex, next] }

    var apex: Knot { knots[start] }
    var next: Knot? { start + 1 < knots.count ? knots[start + 1] : nil }
    var isDirect: Bool { knots.count - start == 2 }
    var afterApex: ArraySlice<Knot> { knots[(start + 1)...] }

    mutating func dropApex() { start += 1 }

    /// Adds a point, after removing those that would no longer turn the right way.
    mutating func add(_ knot: Knot, keeps: (Knot, Knot, Knot) -> Bool) {
      while knots.count - start >= 2, !keeps(knots[knots.count - 2], knots[knots.count - 1], knot) {
        knots.removeLast()
      }
      knots.append(knot)
    }
  }
}
