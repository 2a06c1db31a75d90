#if canImport(Glibc)
  import Glibc  // exp, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The wait that a customer of endless patience would find, where the others leave.
///
/// While everybody is busy, people are served at the rate c. The offered wait V then has the density
/// λ·π·f(x), f(x) = exp(λH(x) − c·x), H(x) = ∫₀ˣ P(patience > u) du, where π is the probability of
/// the last state in which nobody waits. With J = ∫f and ε = P(V = 0)/π the constant is
/// 1/(ε + λJ).
///
/// ln f is concave, because P(patience > x) falls. So f has one peak, and beyond it falls at
/// least as fast as its first step down, which bounds where the integrals end. All integrands are
/// positive; abandonment is the integral of P(patience ≤ x)·f, not a difference of large numbers.
///
/// Source: F. Baccelli and G. Hebuterne, *On queues with impatient customers*, Performance '81,
/// and S. Zeltyn and A. Mandelbaum, *Call centers with impatient customers: many-server asymptotics
/// of the M/M/n + G queue*, Queueing Systems 51, 2005, section 3.
struct OfferedWait: Hashable, Sendable {
  /// λ (unit: contacts per second; > 0).
  let arrivalRate: Double
  /// c (unit: contacts per second; > 0).
  let serviceRate: Double
  let patience: Patience
  /// P(V = 0) and P(V > 0).
  let immediate: Double
  let delayed: Double
  /// Where f is highest (unit: s), and ln f there.
  private let peak: Double
  private let height: Double
  /// ∫ f ÷ its highest value (unit: s).
  private let area: Double
  private let logOdds: Double

  /// - Parameter logIdle: ln ε.
  init(arrivalRate: Double, serviceRate: Double, logIdle: Double, patience: Patience) {
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    self.patience = patience
    peak = Self.peak(arrivalRate, serviceRate, patience)
    height = Self.exponent(peak, arrivalRate, serviceRate, patience)
    let (rate, service, top) = (arrivalRate, serviceRate, height)
    let cuts = Self.cuts(from: 0, peak, arrivalRate, serviceRate, patience)
    area = Quadrature.integral(cuts, noise: Self.noise(cuts, serviceRate)) {
      exp(Self.exponent($0, rate, service, patience) - top)
    }
    // ln of P(V = 0) ÷ P(V > 0).
    logOdds = logIdle - log(arrivalRate) - height - log(area)
    immediate = 1 / (1 + exp(-logOdds))
    delayed = 1 / (1 + exp(logOdds))
  }

  /// ln P(V > 0).
  var logDelayed: Double { Self.logDelayed(logOdds) }

  /// ln of 1 / (1 + e^`logOdds`).
  static func logDelayed(_ logOdds: Double) -> Double {
    logOdds > 0 ? -logOdds - log1p(exp(-logOdds)) : -log1p(exp(logOdds))
  }

  /// The share of all customers who leave.
  var abandonment: Double {
    guard delayed > 0 else { return 0 }
    let patience = patience
    return min(delayed, delayed * mean(from: 0) { patience.shareGone(bySeconds: $0) })
  }

  /// The mean time waited by all, answered or not (unit: s).
  var meanWait: Double {
    guard delayed > 0 else { return 0 }
    let patience = patience
    return delayed * mean(from: 0) { patience.meanWait(offeredSeconds: $0) }
  }

  /// P(V > t).
  func offeredBeyond(_ seconds: Double) -> Double {
    guard delayed > 0 else { return 0 }
    return min(delayed, delayed * mean(from: seconds) { _ in 1 })
  }

  /// P(W > t): has waited longer than t, answered later or not at all.
  func waitingBeyond(_ seconds: Double) -> Double {
    offeredBeyond(seconds) * patience.shareStaying(beyondSeconds: seconds)
  }

  /// ln P(W > t), also where that is too small for a `Double`.
  func logWaitingBeyond(_ seconds: Double) -> Double {
    min(0, logDelayed + logMean(from: seconds) { _ in 1 })
      + patience.logShareStaying(beyondSeconds: seconds)
  }

  /// P(answered, and within t).
  func answeredWithin(_ seconds: Double) -> Double {
    guard delayed > 0 else { return immediate }
    let patience = patience
    return min(
      1,
      immediate
        + delayed * mean(from: 0, to: seconds) { patience.shareStaying(beyondSeconds: $0) })
  }

  /// P(answered, but later than t).
  func answeredBeyond(_ seconds: Double) -> Double {
    guard delayed > 0 else { return 0 }
    let patience = patience
    return delayed * mean(from: seconds) { patience.shareStaying(beyondSeconds: $0) }
  }

  /// The service level for a target time.
  func shares(_ seconds: Double, _ abandoned: AbandonedContacts) -> AnswerShares {
    let left =
      switch abandoned {
      case .countAsMissed: abandonment
      case .answeredOnly: 0.0
      case .excludeShort(let short): leftBeyond(short)
      }
    return AnswerShares(inTime: answeredWithin(seconds), others: answeredBeyond(seconds) + left)
  }

  /// P(left, and later than t).
  private func leftBeyond(_ seconds: Double) -> Double {
    guard delayed > 0 else { return 0 }
    let patience = patience
    let then = patience.shareGone(bySeconds: seconds)
    return delayed * mean(from: seconds) { max(0, patience.shareGone(bySeconds: $0) - then) }
  }

  /// P(left, and within t).
  func leftWithin(_ seconds: Double) -> Double {
    guard delayed > 0 else { return 0 }
    let patience = patience
    let early = mean(from: 0, to: seconds) { patience.shareGone(bySeconds: $0) }
    let rest = patience.shareGone(bySeconds: seconds) * mean(from: seconds) { _ in 1 }
    return min(delayed, delayed * (early + rest))
  }

  /// ∫ of value·f between two times ÷ ∫ of f over all.
  private func mean(
    from: Double, to: Double = .infinity, of value: (Double) -> Double
  ) -> Double {
    exp(logMean(from: from, to: to, of: value))
  }

  /// ln of ``mean(from:to:of:)``.
  private func logMean(
    from: Double, to: Double = .infinity, of value: (Double) -> Double
  ) -> Double {
    guard to > from else { return -.infinity }
    var cuts = Self.cuts(from: from, peak, arrivalRate, serviceRate, patience)
    if let last = cuts.last, last > to {
      cuts = cuts.filter { $0 < to } + [to]
    }
    // Against the highest value in reach, so that far tails keep their digits.
    let reference =
      from <= peak ? height : Self.exponent(from, arrivalRate, serviceRate, patience)
    let (rate, service, patience) = (arrivalRate, serviceRate, patience)
    let part = Quadrature.integral(cuts, noise: Self.noise(cuts, serviceRate)) {
      value($0) * exp(Self.exponent($0, rate, service, patience) - reference)
    }
    return log(part / area) + (reference - height)
  }

  /// ln f(x) = λH(x) − c·x.
  private static func exponent(
    _ x: Double, _ rate: Double, _ service: Double, _ patience: Patience
  ) -> Double {
    rate * patience.meanWait(offeredSeconds: x) - service * x
  }

  /// The rounding of f: its exponent is a difference of numbers of the size of c·x.
  private static func noise(_ cuts: [Double], _ service: Double) -> Double {
    1e-15 * service * (cuts.last ?? 0)
  }

  /// Where λ·P(patience > x) falls to c.
  private static func peak(_ rate: Double, _ service: Double, _ patience: Patience) -> Double {
    guard rate * patience.shareStaying(beyondSeconds: 0) > service else { return 0 }
    // The integral of P(patience > x) is the mean, so the share cannot stay above c/λ for longer.
    var (low, high) = (0.0, patience.meanSeconds * rate / service)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if rate * patience.shareStaying(beyondSeconds: middle) > service {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  /// Pieces from `start` to where f is beneath every `Double`, fine around the peak.
  private static func cuts(
    from start: Double, _ peak: Double, _ rate: Double, _ service: Double, _ patience: Patience
  ) -> [Double] {
    let top = max(start, peak)
    let height = exponent(top, rate, service, patience)
    func drop(_ x: Double) -> Double { height - exponent(x, rate, service, patience) }
    // The smallest power-of-two step that falls by one; f falls at least as fast from then on.
    var step = 1 / service
    while drop(top + step) > 1, step > top * 1e-15, step > 1e-300 { step /= 2 }
    while drop(top + step) < 1, step < 1e300 { step *= 2 }
    var cuts = [top]
    for k in 0..<11 {
      cuts.append(top + step * Double(1 << k))
      if drop(top + step * Double(1 << k)) > 760 { break }
    }
    let end = cuts[cuts.count - 1]
    if start < peak {
      var back = step
      while peak - back > start, drop(peak - back) < 760 {
        cuts.append(peak - back)
        back *= 2
      }
      cuts.append(start)
    }
    cuts += patience.cuts.filter { $0 > start && $0 < end }
    return cuts.sorted()
  }
}
