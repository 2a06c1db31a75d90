import Simulation

/// A time and how it varies, such as `4min`, `4min,fixed`, `4min,lognormal,p90=8min` or
/// `4min,gamma,cv=0.5`.
struct WrittenDistribution: Hashable {
  let distribution: Distribution

  init(written: String) throws {
    let parts = written.split(separator: ",", omittingEmptySubsequences: false)
    let mean = try HandlingTime(written: String(parts[0])).seconds
    let kind = parts.count > 1 ? String(parts[1]) : "exponential"
    let spread = parts.count > 2 ? String(parts[2]) : nil
    guard parts.count <= 3 else {
      throw UnreadableValue(description: "write a time, a kind and how it varies: \(Self.examples)")
    }
    do {
      distribution = try Self.made(mean, kind, spread)
    } catch let error as DistributionError {
      throw UnreadableValue(description: "\(error)")
    }
  }

  private static let examples = "4min, 4min,fixed, 4min,lognormal,p90=8min or 4min,gamma,cv=0.5"

  private static func made(
    _ mean: Double, _ kind: String, _ spread: String?
  ) throws -> Distribution {
    switch (kind, spread) {
    case ("exponential", nil): return try .exponential(mean: mean)
    case ("fixed", nil): return try .constant(mean)
    case ("exponential", _), ("fixed", _):
      throw UnreadableValue(description: "\(kind) times need nothing but a mean")
    case ("lognormal", let spread?) where spread.hasPrefix("p90="):
      return try .lognormal(mean: mean, percentile90: HandlingTime(spread).seconds)
    case ("gamma", let spread?) where spread.hasPrefix("p90="):
      return try .gamma(mean: mean, percentile90: HandlingTime(spread).seconds)
    case ("lognormal", let spread?) where spread.hasPrefix("cv="):
      return try .lognormal(mean: mean, variation: variation(spread))
    case ("gamma", let spread?) where spread.hasPrefix("cv="):
      return try .gamma(mean: mean, variation: variation(spread))
    case ("weibull", let spread?) where spread.hasPrefix("cv="):
      return try .weibull(mean: mean, variation: variation(spread))
    case ("weibull", let spread?) where spread.hasPrefix("p90="):
      throw UnreadableValue(
        description: "weibull times are made of a mean and cv, such as weibull,cv=0.5; p90 is for "
          + "lognormal and gamma ones")
    case (let spread, nil) where spread.hasPrefix("p90=") || spread.hasPrefix("cv="):
      throw UnreadableValue(description: "write the kind before it, such as lognormal,\(spread)")
    case ("lognormal", _), ("gamma", _), ("weibull", _):
      throw UnreadableValue(
        description: "say how \(kind) times vary, such as \(kind),cv=0.5 for a standard "
          + "deviation of half the mean")
    default:
      throw UnreadableValue(
        description: "'\(kind)' is no kind of time; known are exponential, fixed, lognormal, "
          + "gamma and weibull")
    }
  }

  /// Standard deviation ÷ mean: `cv=0.5` or `cv=50%`.
  private static func variation(_ spread: String) throws -> Double {
    let text = spread.dropFirst(3)
    return text.hasSuffix("%")
      ? try Decimal.value(text.dropLast(), powerOfTen: -2) : try Decimal.value(text)
  }
}

extension HandlingTime {
  fileprivate init(_ spread: String) throws { try self.init(written: String(spread.dropFirst(4))) }
}

/// Percentage points, such as `0.5pp`.
struct WrittenPrecision: Hashable {
  let precision: PoolStudy.Precision

  init(written: String) throws {
    let text = written.hasPrefix("±") ? String(written.dropFirst()) : written
    guard text.hasSuffix("pp"),
      let precision = PoolStudy.Precision(
        halfWidth: try Decimal(written: String(text.dropLast(2))).value / 100)
    else {
      throw UnreadableValue(description: "write percentage points, such as 0.5pp; 50 at most")
    }
    self.precision = precision
  }
}
