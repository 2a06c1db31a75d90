package import ServiceTime
package import Standards

/// What a desk's work is like: how long it takes, and what keeps people from it.
package struct Workload: Sendable {
  /// How the parts of shrinkage are put together.
  package enum Combination: String, CaseIterable, Sendable {
    /// 1 − Π(1 − part): each part takes from what the others leave.
    case product
    /// The parts added up.
    case sum
  }

  /// The workload's name.
  package let name: String?
  /// The largest share of the time on duty that anybody works; nil when there is no bound.
  package let occupancyAtMost: Share?
  /// The share of paid time that people are away from the desk (in 0…0.9).
  package let shrinkage: Double
  /// How the shrinkage was put together.
  package let combination: Combination
  /// The channels' own figures, in the order of the file.
  package let channels: [Channel]

  /// What handling on one channel is like.
  package struct Channel: Sendable {
    /// The channel's name.
    package let name: String
    /// The mean time of one touch; nil when only the demand's own column says.
    package let handlingTime: TimeSpan?
    /// The bound on occupancy for this channel, instead of the desk's.
    package let occupancyAtMost: Share?
  }

  /// No bound on occupancy, nobody away, handling times from the demand.
  package static let none = Workload(
    name: nil, occupancyAtMost: nil, shrinkage: 0, combination: .product, channels: [])

  /// The figures of a channel.
  package func channel(named name: String) -> Channel? {
    channels.first { $0.name == name }
  }

  /// The bound on occupancy of a channel.
  package func occupancyAtMost(on channel: String) -> Share? {
    self.channel(named: channel)?.occupancyAtMost ?? occupancyAtMost
  }

  /// How many people must be on the roster so that so many are on duty on average.
  package func rostered(onDuty people: Int) -> Int {
    let exact = Double(people) / (1 - shrinkage)
    // Without the margin, rounding would make 11 of a quotient that is whole, such as 7 / 0.7. The
    // reader's bound on shrinkage keeps the quotient far below the largest Int.
    return Int((exact * (1 - 1e-12) - 1e-9).rounded(.up))
  }
}
