#if canImport(Glibc)
  import Glibc  // log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The Erlang B recursion, one agent after the other.
///
/// B(0) = 1 and B(n) = a·B(n−1) / (n + a·B(n−1)). Every term is positive, so nothing cancels, and
/// an error in B(n−1) reaches B(n) multiplied by n / (n + a·B(n−1)) < 1.
///
/// B falls below the smallest `Double` long before the formulas lose interest in it, so it is
/// kept as a significand and a power of two. By then a·B is so far below n that adding it would
/// change nothing, and the recursion is a plain product.
struct BlockingRecursion {
  /// Offered load, a (unit: erlangs; > 0).
  let load: Double
  /// Agents so far, n, without the fraction.
  private(set) var agents = 0
  /// What is added to the agents where their number is not whole (0 ≤ fraction < 1).
  private let fraction: Double
  /// B(n) = `significand` × 2^`exponent`.
  private var significand = 1.0
  private var exponent = 0
  /// n + a·B(n−1); then 1 − B(n) = n / `denominator` without cancellation.
  private var denominator = 1.0

  init(load: OfferedLoad) {
    self.load = load.erlangs
    fraction = 0
  }

  /// Starts from a fraction of an agent, whose blocking is known.
  init(load: OfferedLoad, fraction: Double, blocking: Double) {
    self.load = load.erlangs
    self.fraction = fraction
    significand = blocking
  }

  /// Goes from n to n + 1 agents.
  mutating func addAgent() {
    agents += 1
    let blocked = load * significand
    let place = Double(agents) + fraction
    denominator = exponent == 0 ? place + blocked : place
    significand = blocked / denominator
    if significand < 0x1p-500 {
      significand *= 0x1p500
      exponent -= 500
    }
  }

  /// Goes on until there are so many agents, or B is too small for a `Double` for good.
  mutating func addAgents(upTo most: Int) {
    while agents < most, exponent > -2000 { addAgent() }
  }

  /// B(n): the share of tickets that find all agents busy and go away.
  var blocking: Double {
    Double(sign: .plus, exponent: exponent, significand: significand)
  }

  /// 1 − B(n).
  var served: Double {
    agents == 0 ? 1 - significand : (Double(agents) + fraction) / denominator
  }

  /// a·(1 − B(n)) / n: how busy an agent is when blocked tickets go away.
  var occupancyWithoutQueue: Double { agents == 0 ? 0 : load / denominator }

  /// The natural logarithm of B(n), also where B(n) itself is too small for a `Double`.
  var logarithm: Double {
    significand > 0.5 && exponent == 0
      ? log1p(-served) : log(significand) + Double(exponent) * log(2)
  }

  /// C(n) = n·B / ((n − a) + a·B); n must exceed a.
  var waitProbability: Double {
    let ratio = Double(agents) * significand / waitDenominator
    return min(1, Double(sign: .plus, exponent: exponent, significand: ratio))
  }

  /// 1 − C(n) = (n − a)·(1 − B) / ((n − a) + a·B), in which nothing cancels.
  var answeredAtOnce: Double {
    min(1, (Double(agents) - load) * served / waitDenominator)
  }

  private var waitDenominator: Double {
    (Double(agents) - load) + (exponent == 0 ? load * significand : 0)
  }
}
