import ServiceTime
import Simulation

/// Contacts expected in each interval since the origin, of one type.
struct RateTable {
  private var rates: [Double]
  /// The length of a slot (unit: s).
  private let slot: Int
  /// How many slots an interval of the demand takes.
  private let slots: Int
  private let span: DemandSpan
  private(set) var total = 0.0
  /// Work that rows say, and the contacts of those that do; then the same by slot, once a row does.
  private var work = 0.0
  private var told = 0.0
  private var workBySlot: [Double] = []
  private var toldBySlot: [Double] = []

  init(_ span: DemandSpan, length: Int, from channel: Demand.ChannelDemand) {
    self.span = span
    // Intervals that begin at odd times after midnight are cut into equal parts.
    slot = channel.intervals.reduce(length) { slot, interval in
      span.moments(of: interval.start).reduce(slot, DemandSpan.greatestDivisor)
    }
    slots = length / slot
    rates = [Double](repeating: 0, count: Int(span.end) / slot + 1)
  }

  /// Adds a share of the contacts of a row.
  mutating func add(_ part: Demand.Part, share: Double, at start: Instant) {
    let contacts = part.contacts * share
    guard contacts > 0 else { return }
    total += contacts
    if let seconds = part.handlingSeconds {
      told += contacts
      work += contacts * seconds
      if workBySlot.isEmpty {
        workBySlot = rates.map { _ in 0 }
        toldBySlot = workBySlot
      }
    }
    for moment in span.moments(of: start) {
      let first = moment / slot
      for place in first..<first + slots where rates.indices.contains(place) {
        rates[place] += contacts / Double(slots)
        guard let seconds = part.handlingSeconds else { continue }
        toldBySlot[place] += contacts / Double(slots)
        workBySlot[place] += contacts / Double(slots) * seconds
      }
    }
  }

  /// Whether each row says how long its contacts take.
  var saysHandling: Bool { told > 0 && told >= total * (1 - 1e-9) }

  /// The mean handling time by the rows, and by the workload for those that do not say (unit: s).
  func meanHandling(else usual: Double?) -> Double? {
    guard told > 0 else { return usual }
    if saysHandling { return work / told }
    return usual.map { (work + (total - told) * $0) / total }
  }

  /// The mean of each slot ÷ the mean of all; 1 where nobody comes. Empty where slots do not differ.
  ///
  /// - Parameter usual: By the workload, for rows that do not say (unit: s).
  func handlingFactors(else usual: Double?) -> [Double] {
    guard told > 0, let mean = meanHandling(else: usual), mean > 0 else { return [] }
    let factors = rates.indices.map { place -> Double in
      guard rates[place] > 0 else { return 1 }
      // What is left of a difference of sums may be less than nothing.
      let rest = max(0, rates[place] - toldBySlot[place])
      return (workBySlot[place] + rest * (usual ?? mean)) / rates[place] / mean
    }
    // Rounding alone makes none.
    return factors.allSatisfy { abs($0 - 1) < 1e-9 } ? [] : factors
  }

  var plan: ArrivalPlan {
    var plan = ArrivalPlan(rates: rates, interval: Double(slot))
    plan.dayStarts = span.dayStarts.map { Double($0) }
    return plan
  }
}
