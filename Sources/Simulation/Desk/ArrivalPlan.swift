/// When contacts of a type come.
package struct ArrivalPlan: Hashable, Sendable {
  /// Contacts expected in each interval (≥ 0); none come after the last one.
  package var rates: [Double]
  /// How long an interval is (unit: s; > 0).
  package var interval: Double
  /// When days begin (unit: s since the run began; ascending from 0), where they have other lengths
  /// than 86,400 s; what lies behind the last belongs to it. Empty: every 86,400 s.
  package var dayStarts: [Double] = []
  /// Standard deviation ÷ mean of a factor drawn for each day, gamma-distributed with mean 1, which
  /// multiplies the day's rates; 0 for none.
  package var dayVariation = 0.0
  /// The same for a factor that all types with one share, so that their days are busy together.
  package var sharedDayVariation = 0.0
  /// Outages and the like, one after the other.
  package var incidents: [Incidents] = []
  /// Moments at which contacts came, to be replayed (unit: s since the run began; ascending),
  /// besides those of ``rates``.
  package var recorded: [Double] = []

  /// More of those, of which it is drawn anew for each run whether they are of this type.
  package var untold: Untold?

  /// Contacts at random, at a rate that is constant within each interval.
  package init(rates: [Double], interval: Double) {
    self.rates = rates
    self.interval = interval
  }

  /// Contacts at random at one rate.
  ///
  /// - Parameters:
  ///   - perSecond: Contacts expected in a second (≥ 0).
  ///   - until: When they end (unit: s; > 0).
  package init(perSecond: Double, until end: Double) {
    self.init(rates: [perSecond * end], interval: end)
  }

  /// Contacts that came already.
  package init(recorded: [Double]) {
    self.init(rates: [], interval: 1)
    self.recorded = recorded
  }

  /// The day of a moment, from 0.
  ///
  /// - Complexity: O(log days).
  func day(of time: Double) -> Int {
    guard !dayStarts.isEmpty else { return Int(time / 86_400) }
    var (low, high) = (0, dayStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if dayStarts[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Moments at which contacts came of which nobody knows what they were about.
  package struct Untold: Hashable, Sendable {
    /// When (unit: s since the run began; ascending).
    package var moments: [Double]
    /// Of numbers from 0 to 1, one drawn for each moment, those that make it one of this type: types of
    /// one subject whose parts do not overlap share the contacts out.
    package var part: Range<Double>
    /// Whose luck it is.
    package var subject: Int

    package init(moments: [Double], part: Range<Double>, subject: Int) {
      (self.moments, self.part, self.subject) = (moments, part, subject)
    }

    /// The moments of this type.
    func drawn(_ streams: RandomStreams) -> [Double] {
      var luck = streams.stream(.topics, of: subject)
      return moments.filter { _ in part.contains(luck.unit()) }
    }
  }

  /// Bursts of contacts about one matter.
  package struct Incidents: Hashable, Sendable {
    /// Incidents expected in a day of 86,400 s, at random.
    package var perDay: Double
    /// Contacts that an incident brings, on average over incidents.
    package var size: Distribution
    /// Mean time from the incident to a contact about it (unit: s; exponential).
    package var decay: Double
    /// Of contacts after ``announcedAfter``, how many a status page keeps away (0...1).
    package var deflected = 0.0
    /// When the status page says so (unit: s after the incident).
    package var announcedAfter = 0.0
    /// Types whose incidents have the same number (any) have them at the same moments, and of the same
    /// size; nil for incidents of the type's own.
    package var group: Int?
    /// How many of an incident's contacts are of this type (0...1).
    package var share = 1.0

    package init(
      perDay: Double, size: Distribution, decay: Double, deflected: Double = 0,
      announcedAfter: Double = 0
    ) {
      self.perDay = perDay
      self.size = size
      self.decay = decay
      self.deflected = deflected
      self.announcedAfter = announcedAfter
    }
  }
}

/// A source of arrivals within a run: gives moments, one after the other.
///
/// Within an interval the time to the next arrival is exponential; where it reaches beyond the
/// interval, the part of the exponential that is not used up goes on at the next one's rate. That is
/// exact, and nothing is drawn that is thrown away.
struct ArrivalSource {
  /// Contacts a second in each interval, with the factors of their days.
  private var perSecond: [Double]
  private let interval: Double
  private let recorded: [Double]
  private var nextRecorded = 0
  private var now = 0.0
  /// The interval in which now is: which one, its contacts a second, and its end (unit: s).
  private var current = 0
  private var rate: Double
  private var end: Double
  /// The next moment at random, kept while a recorded one comes first.
  private var random = -1.0
  private var stream: Xoshiro256PlusPlus
  /// Recorded contacts and those at random have keys apart: neither shifts the others' luck.
  private var keys: Xoshiro256PlusPlus
  private var recordedKeys: Xoshiro256PlusPlus

  /// - Parameter subject: Whose luck the type has.
  init(_ plan: ArrivalPlan, of subject: Int, _ streams: RandomStreams) {
    stream = streams.stream(.arrivals, of: subject)
    keys = streams.stream(.contactKeys, of: subject)
    recordedKeys = streams.stream(.contactKeys, of: subject ^ 1 << 32)
    interval = plan.interval
    let untold = plan.untold?.drawn(streams) ?? []
    recorded = untold.isEmpty ? plan.recorded : (plan.recorded + untold).sorted()
    perSecond = plan.rates.map { $0 / plan.interval }
    let factors = Self.dayFactors(plan, of: subject, streams)
    for index in factors.isEmpty ? 0..<0 : perSecond.indices {
      let day = plan.day(of: (Double(index) + 0.5) * interval)
      perSecond[index] *= factors[min(day, factors.count - 1)]
    }
    (rate, end) = (perSecond.first ?? 0, interval)
  }

  /// A factor for each day, or none where days do not differ.
  private static func dayFactors(
    _ plan: ArrivalPlan, of type: Int, _ streams: RandomStreams
  ) -> [Double] {
    guard plan.dayVariation > 0 || plan.sharedDayVariation > 0 else { return [] }
    let length = Double(plan.rates.count) * plan.interval
    let days = min(plan.day(of: min(length, 86_400 * 100_000)) + 1, 100_000)
    var factors = [Double](repeating: 1, count: days)
    for (variation, subject) in [(plan.dayVariation, type), (plan.sharedDayVariation, -1)] {
      guard variation > 0, let gamma = try? Distribution.gamma(mean: 1, variation: variation) else {
        continue
      }
      var stream = streams.stream(.dayFactor, of: subject)
      for (day, factor) in gamma.draws(days, using: &stream).enumerated() {
        factors[day] *= factor
      }
    }
    return factors
  }

  /// The next arrival's moment, infinite after the last, and a key for it.
  @inline(__always)
  mutating func next(_ tables: SamplingTables) -> (time: Double, key: UInt64) {
    if random < 0 {
      let left = tables.exponential(using: &stream)
      let used = rate * (end - now)
      if left < used {
        now += left / rate
        random = now
      } else {
        random = crossing(left - used)
      }
    }
    if nextRecorded < recorded.count, recorded[nextRecorded] <= random {
      let time = recorded[nextRecorded]
      nextRecorded += 1
      return (time, recordedKeys.next())
    }
    let time = random
    random = -1
    return (time, keys.next())
  }

  /// The next moment at random in a later interval; infinite where there is none.
  ///
  /// - Parameter left: What is not used up of the exponential.
  @inline(never)
  private mutating func crossing(_ left: Double) -> Double {
    var left = left
    while current < perSecond.count {
      (now, current) = (end, current + 1)
      rate = current < perSecond.count ? perSecond[current] : 0
      end = Double(current + 1) * interval
      let used = rate * (end - now)
      if left < used {
        now += left / rate
        return now
      }
      left -= used
    }
    return .infinity
  }
}

/// One incident and the contacts that it brings: a Poisson stream whose rate falls exponentially.
struct IncidentBurst {
  /// Whose contacts they are.
  let type: Int
  let begin: Double
  private let size: Double
  private let decay: Double
  private let quiet: Double
  private let deflected: Double
  private var used = 0.0
  private var stream: Xoshiro256PlusPlus
  private var deflection: Xoshiro256PlusPlus

  /// The incidents of a run, by type and time.
  ///
  /// - Parameter subject: Whose luck the type has.
  static func all(
    of plan: ArrivalPlan, type: Int, _ subject: Int, until end: Double, _ streams: RandomStreams
  ) -> [IncidentBurst] {
    plan.incidents.flatMap { all(of: $0, type: type, subject, until: end, streams) }
  }

  private static func all(
    of incidents: ArrivalPlan.Incidents, type: Int, _ subject: Int, until end: Double,
    _ streams: RandomStreams
  ) -> [IncidentBurst] {
    guard incidents.perDay > 0 else { return [] }
    // Subjects of groups lie beyond those of types.
    let group = incidents.group.map { ($0 &+ 1) << 44 | ($0 &+ 1) >> 20 }
    var stream = streams.stream(.incidents, of: group ?? subject)
    var bursts: [IncidentBurst] = []
    var now = 0.0
    while bursts.count < 100_000 {
      now += SamplingTables.shared.exponential(using: &stream) * 86_400 / incidents.perDay
      guard now < end else { break }
      let size = incidents.size.draws(1, using: &stream)[0] * incidents.share
      let key = stream.next()
      bursts.append(
        IncidentBurst(
          type: type, begin: now, size: size, decay: incidents.decay,
          quiet: incidents.announcedAfter, deflected: incidents.deflected,
          stream: Xoshiro256PlusPlus(
            key: group == nil
              ? key
              : SplitMix64.mixed(
                key ^ SplitMix64.mixed(UInt64(bitPattern: Int64(subject)) &+ 1))),
          deflection: Xoshiro256PlusPlus(
            key: streams.key(.deflection, of: (group ?? 0) ^ subject << 20 ^ bursts.count))))
    }
    return bursts
  }

  private init(
    type: Int, begin: Double, size: Double, decay: Double, quiet: Double, deflected: Double,
    stream: Xoshiro256PlusPlus, deflection: Xoshiro256PlusPlus
  ) {
    (self.type, self.begin, self.size, self.decay) = (type, begin, size, decay)
    (self.quiet, self.deflected) = (quiet, deflected)
    (self.stream, self.deflection) = (stream, deflection)
  }

  /// The next contact's moment, infinite after the last, and a key for it.
  ///
  /// By the time t after the incident, size·(1 − e^(−t/decay)) contacts are expected; the next one
  /// comes when that has grown by an exponential number of mean 1.
  mutating func next(_ tables: SamplingTables) -> (time: Double, key: UInt64) {
    while true {
      used += tables.exponential(using: &stream)
      guard used < size else { return (.infinity, 0) }
      let after = -decay * PortableMath.log(1 - used / size)
      let key = stream.next()
      // Drawn for all, so that an earlier announcement keeps away more of the same people.
      let staysAway = deflection.happens(deflected)
      if after >= quiet, staysAway { continue }
      return (begin + after, key)
    }
  }
}
