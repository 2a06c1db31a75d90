import Foundation

/// A linear support vector machine with squared hinge loss and an L2 penalty, by L-BFGS (Nocedal and
/// Wright, Numerical Optimization, 2nd edition, algorithms 7.4 and 7.5).
///
/// Minimises ½·|w|² + cost · Σ max(0, 1 − y·(w·x + b))²; the bias is not penalised. The same rows in
/// the same order give the same bits.
struct SupportVectorMachine {
  /// A row: indices of features, ascending or not, and their values.
  struct Row {
    var indices: [Int32] = []
    var values: [Float] = []
  }

  let cost: Double
  let iterations: Int
  /// How many steps are remembered.
  private static let memory = 8

  /// Weights of the features, and the bias behind them.
  ///
  /// - Complexity: O(iterations · non-zero values).
  func fit(_ rows: [Row], _ isPositive: [Bool], features: Int) -> [Double] {
    let size = features + 1
    var weights = [Double](repeating: 0, count: size)
    var (loss, gradient) = evaluate(weights, rows, isPositive)
    var steps: [(s: [Double], y: [Double], rho: Double)] = []
    for _ in 0..<iterations {
      var direction = gradient.map { -$0 }
      var alphas: [Double] = []
      for step in steps.reversed() {
        let alpha = step.rho * dot(step.s, direction)
        alphas.append(alpha)
        for index in 0..<size { direction[index] -= alpha * step.y[index] }
      }
      if let last = steps.last {
        let scale = 1 / (last.rho * dot(last.y, last.y))
        for index in 0..<size { direction[index] *= scale }
      }
      for (step, alpha) in zip(steps, alphas.reversed()) {
        let beta = step.rho * dot(step.y, direction)
        for index in 0..<size { direction[index] += (alpha - beta) * step.s[index] }
      }
      let slope = dot(gradient, direction)
      guard slope < 0 else { break }
      var rate = steps.isEmpty ? 1 / max(dot(gradient, gradient).squareRoot(), 1) : 1
      var next = weights
      var found: (loss: Double, gradient: [Double])?
      for _ in 0..<40 {
        for index in 0..<size { next[index] = weights[index] + rate * direction[index] }
        let trial = evaluate(next, rows, isPositive)
        if trial.loss <= loss + 1e-4 * rate * slope {
          found = trial
          break
        }
        rate /= 2
      }
      guard let found else { break }
      var s = [Double](repeating: 0, count: size)
      var y = s
      for index in 0..<size {
        s[index] = next[index] - weights[index]
        y[index] = found.gradient[index] - gradient[index]
      }
      let curvature = dot(s, y)
      if curvature > 1e-12 {
        steps.append((s, y, 1 / curvature))
        if steps.count > Self.memory { steps.removeFirst() }
      }
      let gain = loss - found.loss
      (weights, loss, gradient) = (next, found.loss, found.gradient)
      if gain < 1e-7 * max(loss, 1) { break }
    }
    return weights
  }

  private func evaluate(
    _ weights: [Double], _ rows: [Row], _ isPositive: [Bool]
  ) -> (loss: Double, gradient: [Double]) {
    let bias = weights.count - 1
    var gradient = weights
    gradient[bias] = 0
    var loss = 0.0
    for index in 0..<bias { loss += weights[index] * weights[index] / 2 }
    for (row, isPositive) in zip(rows, isPositive) {
      var score = weights[bias]
      for (index, value) in zip(row.indices, row.values) {
        score += weights[Int(index)] * Double(value)
      }
      let margin = isPositive ? score : -score
      guard margin < 1 else { continue }
      loss += cost * (1 - margin) * (1 - margin)
      let share = 2 * cost * (1 - margin) * (isPositive ? -1 : 1)
      for (index, value) in zip(row.indices, row.values) {
        gradient[Int(index)] += share * Double(value)
      }
      gradient[bias] += share
    }
    return (loss, gradient)
  }

  private func dot(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for index in one.indices { sum += one[index] * other[index] }
    return sum
  }
}
