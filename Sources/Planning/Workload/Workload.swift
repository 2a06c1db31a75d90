package import ServiceTime
package import Simulation
package import Standards

/// What a desk's work is like: how long it takes, what becomes of it, and what keeps people from it.
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
  /// Standard deviation ÷ mean of a factor that all contacts of a day share; 0 where days are alike.
  package let dayVariation: Double
  /// The channels' own figures, in the order of the file.
  package let channels: [Channel]
  /// Outages and the like, in the order of the file.
  package let incidents: [Incident]

  /// What handling on one channel is like.
  package struct Channel: Sendable {
    /// The channel's name.
    package let name: String
    /// The bound on occupancy for this channel, instead of the desk's.
    package let occupancyAtMost: Share?
    /// What its contacts are like.
    package let profile: ContactProfile
    /// What some of them are like, in the order of the file.
    package let topics: [Topic]

    /// The mean time of one touch; nil when only the demand's own column says.
    package var handlingTime: TimeSpan? {
      profile.handling.map { TimeSpan(seconds: Int($0.mean.rounded())) }
    }

    /// What contacts about a topic are like: where the topic does not say, as the channel's others.
    package func profile(of topic: String?) -> ContactProfile {
      guard let topic, let own = topics.first(where: { $0.name == topic }) else { return profile }
      return own.profile.completed(by: profile)
    }
  }

  /// What contacts about one thing are like.
  package struct Topic: Sendable {
    /// The topic's name.
    package let name: String
    /// How many of the channel's contacts whose topic the demand does not tell are about it (0...1).
    package let share: Double
    /// What differs from the channel's other contacts.
    package let profile: ContactProfile
  }

  /// Something that brings many contacts at once.
  package struct Incident: Sendable {
    /// The incident's name.
    package let name: String
    /// The mean time between two (unit: s).
    package let every: Double
    /// How many contacts one brings.
    package let contacts: Distribution
    /// How many of them come on which channel, adding up to 1.
    package let channels: [(name: String, share: Double)]
    /// What they are about, as far as the workload tells.
    package let topic: String?
    /// The mean time from its begin to a contact about it (unit: s).
    package let fade: Double
    /// Of those who would come after ``announcedAfter``, how many a status page keeps away (0...1).
    package let keptAway: Double
    /// When the status page says so (unit: s after the begin).
    package let announcedAfter: Double
  }

  /// No bound on occupancy, nobody away, handling times from the demand.
  package static let none = Workload(
    name: nil, occupancyAtMost: nil, shrinkage: 0, combination: .product, dayVariation: 0,
    channels: [], incidents: [])

  /// The figures of a channel.
  package func channel(named name: String) -> Channel? {
    channels.first { $0.name == name }
  }

  /// The bound on occupancy of a channel.
  package func occupancyAtMost(on channel: String) -> Share? {
    self.channel(named: channel)?.occupancyAtMost ?? occupancyAtMost
  }

  /// The mean time of one touch of a channel's contacts about a topic (unit: s), without what each
  /// row of the demand says; nil where nothing says.
  ///
  /// Where the demand does not tell topics apart, the mean over those of the workload.
  package func handlingSeconds(on channel: String, about topic: String?) -> Double? {
    guard let channel = self.channel(named: channel) else { return nil }
    func mean(_ topic: String?) -> Double? { channel.profile(of: topic).handling?.mean }
    if let topic { return mean(topic) }
    let shared = channel.topics.filter { $0.share > 0 && $0.profile.handling != nil }
    guard !shared.isEmpty else { return mean(nil) }
    let rest = 1 - shared.reduce(0) { $0 + $1.share }
    guard let others = mean(nil) ?? (rest < 1e-9 ? 0 : nil) else { return nil }
    return shared.reduce(rest * others) { $0 + $1.share * (mean($1.name) ?? 0) }
  }

  /// How many people must be on the roster so that so many are on duty on average.
  package func rostered(onDuty people: Int) -> Int {
    let exact = Double(people) / (1 - shrinkage)
    // Without the margin, rounding would make 11 of a quotient that is whole, such as 7 / 0.7. The
    // reader's bound on shrinkage keeps the quotient far below the largest Int.
    return Int((exact * (1 - 1e-12) - 1e-9).rounded(.up))
  }
}
