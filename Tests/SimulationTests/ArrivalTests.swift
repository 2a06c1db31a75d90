import Testing

@testable import Simulation

struct ArrivalTests {
  private func moments(_ plan: ArrivalPlan, type: Int = 0, seed: UInt64 = 2, _ replication: Int = 0)
    -> [Double]
  {
    var source = ArrivalSource(
      plan, of: type, RandomStreams(seed: seed, replication: replication))
    var all: [Double] = []
    while case let time = source.next(.shared).time, time < .infinity { all.append(time) }
    return all
  }

  @Test func `each interval gets the contacts that its rate says, and none come outside`() {
    let rates = [0.0, 40, 5, 0, 0, 200, 1]
    var sums = [Double](repeating: 0, count: rates.count)
    var squares = 0.0
    for replication in 0..<400 {
      var counts = [Double](repeating: 0, count: rates.count)
      var last = 0.0
      for time in moments(ArrivalPlan(rates: rates, interval: 900), replication) {
        #expect(time >= last)
        last = time
        counts[Int(time / 900)] += 1
      }
      for index in counts.indices { sums[index] += counts[index] }
      squares += (counts[5] - 200) * (counts[5] - 200)
    }
    for (sum, rate) in zip(sums, rates) {
      // Poisson: four standard errors.
      #expect(abs(sum - 400 * rate) <= 4 * (400 * rate).squareRoot())
    }
    // The variance of a Poisson count is its mean; its estimate has a standard error of 7%.
    #expect(abs(squares / 400 - 200) < 4 * 0.0707 * 200)
  }

  @Test func `quiet nights get their few contacts, however many intervals lie between`() {
    let rates = (0..<500).map { $0 % 2 == 0 ? 0.02 : 0.06 }
    var (even, odd) = (0.0, 0.0)
    for replication in 0..<800 {
      for time in moments(ArrivalPlan(rates: rates, interval: 900), replication) {
        if Int(time / 900) % 2 == 0 { even += 1 } else { odd += 1 }
      }
    }
    // Poisson: four standard errors.
    #expect(abs(even - 800 * 5) <= 4 * 4000.0.squareRoot())
    #expect(abs(odd - 800 * 15) <= 4 * 12_000.0.squareRoot())
  }

  @Test func `days differ by a gamma factor, together where it is shared`() {
    var plan = ArrivalPlan(rates: [1000, 1000], interval: 86_400)
    plan.dayVariation = 0.2
    var shared = plan
    (shared.dayVariation, shared.sharedDayVariation) = (0, 0.2)
    var (own, together) = (RunningMean(), RunningMean())
    var (apart, joint) = (0.0, 0.0)
    for replication in 0..<300 {
      func days(_ plan: ArrivalPlan, _ type: Int) -> (Double, Double) {
        let all = moments(plan, type: type, replication)
        let first = all.filter { $0 < 86_400 }.count
        return (Double(first), Double(all.count - first))
      }
      let (a, b) = days(plan, 0)
      own.add(a)
      own.add(b)
      apart += (a - 1000) * (days(plan, 1).0 - 1000) / 300
      let (c, d) = days(shared, 0)
      together.add(c)
      joint += (c - 1000) * (days(shared, 1).0 - 1000) / 300
      _ = d
    }
    // Poisson 1000 and gamma 200²: standard deviation 202.5, of its estimate 4%.
    #expect(abs(own.mean - 1000) < 4 * 202.5 / 600.0.squareRoot())
    #expect(abs(own.variance.squareRoot() - 202.5) < 35)
    #expect(abs(together.variance.squareRoot() - 202.5) < 45)
    // Correlation about 0.98 and 0.
    #expect(joint > 0.75 * 202.5 * 202.5 && abs(apart) < 0.25 * 202.5 * 202.5)
  }

  @Test func `recorded contacts come when they came, between those at random`() {
    var plan = ArrivalPlan(recorded: [5, 5, 70])
    #expect(moments(plan) == [5, 5, 70])
    plan.rates = [30]
    plan.interval = 100
    let all = moments(plan)
    #expect(all == all.sorted() && all.filter { $0 == 5 }.count == 2)
    let random = moments(ArrivalPlan(rates: [30], interval: 100))
    #expect(all.count == random.count + 3)
  }

  @Test func `an incident brings its contacts, and a status page keeps some away`() throws {
    func burst(deflected: Double, after: Double) throws -> (count: Double, mean: Double) {
      var plan = ArrivalPlan(perSecond: 0, until: 1)
      plan.incidents = [
        .init(
          perDay: 100, size: try .constant(50), decay: 600, deflected: deflected,
          announcedAfter: after)
      ]
      var (count, sum, incidents) = (0.0, 0.0, 0.0)
      for replication in 0..<4 {
        let streams = RandomStreams(seed: 3, replication: replication)
        for var burst in IncidentBurst.all(of: plan, type: 0, 0, until: 86_400, streams) {
          incidents += 1
          let begin = burst.begin
          while case let time = burst.next(.shared).time, time < .infinity {
            count += 1
            sum += time - begin
          }
        }
      }
      #expect(abs(incidents - 400) < 80)
      return (count / incidents, sum / count)
    }
    let plain = try burst(deflected: 0, after: 0)
    // Poisson 50 over 400 incidents; mean 600 s.
    #expect(abs(plain.count - 50) < 4 * (50.0 / 400).squareRoot())
    #expect(abs(plain.mean - 600) < 4 * 600 / 20_000.0.squareRoot())
    // Half of them come after 600·ln 2 s; of those 80% stay away.
    let told = try burst(deflected: 0.8, after: 600 * 0.693147)
    #expect(abs(told.count - 50 * (0.5 + 0.5 * 0.2)) < 1.2)
    #expect(try burst(deflected: 1, after: 0).count == 0)
  }

  /// A day of one hour, then one of two, then one of three.
  @Test func `the factor of a day holds from its begin to the next one's`() throws {
    var plan = ArrivalPlan(rates: [Double](repeating: 1e5, count: 6), interval: 3600)
    plan.dayVariation = 1
    plan.dayStarts = [0, 3600, 10_800]
    var calls = ContactType("calls", arrivals: plan, handling: try .constant(0))
    let person = Person(skills: [0])
    for replication in 0..<5 {
      let desk = try Desk(types: [calls], people: [person], end: 21_600, interval: 3600)
      let hours = desk.run(RandomStreams(seed: 2, replication: replication)).types[0].intervals
        .prefix(6).map { Double($0.arrived) }
      func areAlike(_ one: Int, _ other: Int) -> Bool {
        abs(hours[one] - hours[other]) < 5 * (hours[one] + hours[other] + 1).squareRoot()
      }
      #expect(areAlike(1, 2) && areAlike(3, 4) && areAlike(4, 5), "\(hours)")
      #expect(!areAlike(0, 1) && !areAlike(2, 3), "\(hours)")
    }
    calls.arrivals.dayStarts = [0, 7200, 7200]
    #expect(throws: DeskError.self) {
      try Desk(types: [calls], people: [person], end: 21_600, interval: 3600)
    }
  }
}
