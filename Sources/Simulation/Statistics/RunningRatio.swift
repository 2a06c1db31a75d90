/// An amount, and of how much: 83 kept of 100 decided, 12,000 s waited by 40 contacts; of 1 for what is
/// no share of anything.
package struct Ratio: Hashable, Sendable {
  package let amount: Double
  package let whole: Double

  package init(_ amount: Double, of whole: Double = 1) {
    (self.amount, self.whole) = (amount, whole)
  }

  init(_ amount: Int, of whole: Int) { self.init(Double(amount), of: Double(whole)) }
}

/// All amounts ÷ all wholes of replications that come one by one, in constant memory.
///
/// The share of a replication says little where few contacts came, and where many came it is often
/// another: the mean of such shares is not the share of all contacts. Sums are divided here instead, so
/// that a replication counts as much as came in it. The interval is Student's on what each
/// replication's amount is above or below that share of its whole; where every whole is 1, it is that
/// of ``RunningMean``.
///
/// Source: W. G. Cochran, *Sampling Techniques*, third edition, 1977, 6.4 (the ratio estimate) and
/// 6.6; sums as Welford's.
package struct RunningRatio: Hashable, Sendable {
  /// How many replications were added, those with a whole of 0 among them.
  package private(set) var count = 0
  /// Means.
  private var amount = 0.0
  private var whole = 0.0
  /// Sums of squares and of products around them.
  private var squares = 0.0
  private var products = 0.0
  private var wholeSquares = 0.0

  package init() {}

  /// Adds a replication; one whose amount is not finite is left out.
  package mutating func add(_ ratio: Ratio) {
    guard ratio.amount.isFinite, ratio.whole.isFinite else { return }
    count += 1
    let (off, wholeOff) = (ratio.amount - amount, ratio.whole - whole)
    amount += off / Double(count)
    whole += wholeOff / Double(count)
    squares += off * (ratio.amount - amount)
    products += off * (ratio.whole - whole)
    wholeSquares += wholeOff * (ratio.whole - whole)
  }

  /// All amounts ÷ all wholes, with Student's interval; nothing where there was no whole.
  ///
  /// - Parameters:
  ///   - range: What the ratio can be; the interval is cut there.
  ///   - confidence: How often the interval shall hold the truth (0.5...0.9999).
  ///   - student: Student's quantile for that and ``count``, where it is known already.
  package func estimate(
    within range: ClosedRange<Double> = .anything, confidence: Double = 0.95,
    student: Double? = nil
  ) -> Estimate {
    guard whole > 0 else { return .nothing(confidence: confidence) }
    let ratio = amount / whole
    var half = Double.infinity
    if count > 1 {
      // Rounding may leave less than nothing where all ratios are the same.
      let off = max(0, squares - 2 * ratio * products + ratio * ratio * wholeSquares)
      let error = (off / Double(count - 1) / Double(count)).squareRoot() / whole
      half = error * (student ?? Student.quantile(0.5 + confidence / 2, degrees: count - 1))
    }
    return Estimate(
      ratio, halfWidth: half, within: range, confidence: confidence, replications: count)
  }
}

extension ClosedRange<Double> {
  /// What a share can be, and what an amount or a time can be.
  static var share: Self { 0...1 }
  static var amount: Self { 0 ... .infinity }
}
