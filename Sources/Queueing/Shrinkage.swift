/// The share of paid time in which people are not there to answer: holidays, illness, breaks,
/// meetings, training.
///
/// ```swift
/// let shrinkage = try Shrinkage(
///   parts: [("holidays", 0.1), ("illness", 0.05), ("breaks", 0.1)], combined: .product)
/// shrinkage.total  // 0.2305; added up, it would be 0.25
/// try shrinkage.rostered(onDuty: 20)  // 26
/// ```
public struct Shrinkage: Hashable, Sendable {
  /// How parts combine.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Each part is a share of what the others leave: who is on holiday takes no breaks.
    /// 1 − (1 − s₁)(1 − s₂)….
    case product
    /// Each part is a share of all paid time. s₁ + s₂ + ….
    case sum
  }

  /// One reason for not being there.
  public struct Part: Hashable, Sendable {
    /// What it is.
    public let name: String
    /// The share of time it takes (0 ≤ share < 1).
    public let share: Double
  }

  /// The parts, in the order given.
  public let parts: [Part]
  /// How they combine.
  public let rule: Rule
  /// The share of paid time in which people are not there (0 ≤ total < 1).
  public let total: Double
  /// The share in which they are, 1 − total, accurate also when it is tiny.
  public let present: Double

  /// Combines parts.
  ///
  /// - Parameters:
  ///   - parts: Names and shares (0 ≤ share < 1; at most a thousand).
  ///   - rule: How they combine; it must be said, because both are in use.
  /// - Throws: ``QueueError/notAShare(_:_:)``, ``QueueError/wrongCount(_:_:allowed:)``;
  ///   ``QueueError/outOfReach(_:)`` when nobody is left.
  /// - Complexity: O(parts).
  public init(
    parts: [(name: String, share: Double)], combined rule: Rule
  ) throws(QueueError) {
    guard parts.count <= 1000 else {
      throw .wrongCount("parts of shrinkage", parts.count, allowed: 0...1000)
    }
    for (name, share) in parts where !(share >= 0 && share < 1) { throw .notAShare(name, share) }
    self.parts = parts.map { Part(name: $0.name, share: $0.share) }
    self.rule = rule
    switch rule {
    case .product:
      present = parts.reduce(1) { $0 * (1 - $1.share) }
      // s + (1 − s)·rest, so that small parts keep their digits.
      total = parts.reduce(0) { $0 + (1 - $0) * $1.share }
    case .sum:
      total = parts.reduce(0) { $0 + $1.share }
      present = 1 - total
    }
    guard present > 0, total < 1 else {
      throw .outOfReach(
        "the parts of shrinkage take \(total) of the time and leave nobody; they must stay below 1"
          + (rule == .sum ? ", or combine them as a product" : ""))
    }
  }

  /// The people to put on the roster so that so many are there on average.
  ///
  /// - Parameter onDuty: People needed (0 to ``QueueError/mostAgents``).
  /// - Returns: ⌈onDuty / (1 − total)⌉; a result that is whole but for rounding is not rounded up.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``;
  ///   ``QueueError/outOfReach(_:)`` when more than ``QueueError/mostAgents`` would be needed.
  public func rostered(onDuty: Int) throws(QueueError) -> Int {
    try Checked.agents(onDuty)
    let exact = Double(onDuty) / present
    guard exact <= Double(QueueError.mostAgents) else {
      throw .outOfReach(
        "\(onDuty) on duty with \(total) shrinkage are \(exact) on the roster, more than the ten"
          + " million this is meant for")
    }
    let near = exact.rounded()
    return Int(abs(exact - near) <= 1e-12 * exact ? near : exact.rounded(.up))
  }

  /// How many are there on average when so many are on the roster.
  ///
  /// - Parameter rostered: People on the roster (0 to ``QueueError/mostAgents``).
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``.
  public func onDuty(rostered: Int) throws(QueueError) -> Double {
    try Checked.agents(rostered)
    return Double(rostered) * present
  }
}
