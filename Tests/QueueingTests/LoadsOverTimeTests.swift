import Queueing
import Testing

#if canImport(Glibc)
  import Glibc  // cos, exp, sin
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Erlang-R and the modified offered load.
struct LoadsOverTimeTests {
  @Test(arguments: [0, 1, 2])
  func `loads of returning cases agree with the matrix exponential`(hour: Int) throws {
    let desk = try ErlangR(
      arrivals: 30, perSeconds: 3600, handleSeconds: 3600, returnShare: 2.0 / 3,
      awaySeconds: 7200)
    let course = try desk.course(
      arrivalRates: [30.0 / 3600, 50.0 / 3600, 10.0 / 3600], intervalSeconds: 3600)
    #expect(relativeError(course[0].needy, 90) <= 1e-14)
    #expect(relativeError(course[hour + 1].needy, returnTable[hour].needy) <= 1e-12)
    #expect(relativeError(course[hour + 1].content, returnTable[hour].content) <= 1e-12)
  }

  @Test func `without returns Erlang-R is Erlang C, and its load the modified offered load`()
    throws
  {
    let desk = try ErlangR(
      arrivals: 90, perSeconds: 3600, handleSeconds: 240, returnShare: 0, awaySeconds: 60)
    #expect(desk.contentCases == 0 && desk.touchesPerCase == 1)
    let team = try desk.performance(agents: 8)
    let plain = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 6), agents: 8, handleSeconds: 240)
    #expect(relativeError(team.waitProbability, plain.waitProbability) <= 1e-14)
    let targets = try Targets(serviceLevel: 0.8, withinSeconds: 20)
    #expect(try desk.leastAgents(targets: targets).chosen.agents == 9)
    let rates = [0.01, 0.04, 0.02]
    let course = try desk.course(arrivalRates: rates, intervalSeconds: 900)
    let loads = try ModifiedOfferedLoad(
      arrivalRates: rates, intervalSeconds: 900, handling: .exponential(meanSeconds: 240)
    ).erlangsAtBoundaries()
    for (a, b) in zip(course, loads) { #expect(relativeError(a.needy, b) <= 1e-13) }
  }

  @Test func `a constant day stays as it is, however it starts`() throws {
    let desk = try ErlangR(
      arrivals: 30, perSeconds: 3600, handleSeconds: 600, returnShare: 0.4, awaySeconds: 5400)
    let rates = [Double](repeating: 30.0 / 3600, count: 40)
    for start in [ErlangR.Start.steady, .repeating] {
      for loads in try desk.course(arrivalRates: rates, intervalSeconds: 900, start: start) {
        #expect(relativeError(loads.needy, desk.needyLoad.erlangs) <= 1e-12)
        #expect(relativeError(loads.content, desk.contentCases) <= 1e-12)
      }
    }
    let fromNothing = try desk.course(
      arrivalRates: [Double](repeating: 30.0 / 3600, count: 400), intervalSeconds: 900,
      start: .empty)
    #expect(fromNothing[0].needy == 0)
    #expect(relativeError(fromNothing[400].needy, desk.needyLoad.erlangs) <= 1e-9)
    for (a, b) in zip(fromNothing, fromNothing.dropFirst()) { #expect(a.needy <= b.needy) }
  }

  @Test func `a day that repeats ends as it began`() throws {
    let desk = try ErlangR(
      arrivals: 30, perSeconds: 3600, handleSeconds: 900, returnShare: 0.6, awaySeconds: 20_000)
    let rates = (0..<24).map { (20 + 10 * sin(Double($0))) / 3600 }
    let course = try desk.course(arrivalRates: rates, intervalSeconds: 3600, start: .repeating)
    #expect(relativeError(course[24].needy, course[0].needy) <= 1e-12)
    #expect(relativeError(course[24].content, course[0].content) <= 1e-12)
    // Five hundred days in a row get there too.
    var days: [Double] = []
    for _ in 0..<500 { days += rates }
    let long = try desk.course(arrivalRates: days, intervalSeconds: 3600, start: .empty)
    #expect(relativeError(long[long.count - 1].needy, course[0].needy) <= 1e-10)
  }

  /// A sine in steps of a minute is nearly a sine.
  @Test func `a day of sines swings as the formula says`() throws {
    let desk = try ErlangR(
      arrivals: 30, perSeconds: 3600, handleSeconds: 3600, returnShare: 2.0 / 3,
      awaySeconds: 7200)
    let day = 86_400.0
    let rates = (0..<1440).map { k in
      30.0 / 3600 * (1 + 0.2 * sin(2 * Double.pi * (Double(k) + 0.5) / 1440))
    }
    let course = try desk.course(arrivalRates: rates, intervalSeconds: 60, start: .repeating)
    let needy = try desk.needySwing(relativeAmplitude: 0.2, periodSeconds: day)
    let content = try desk.contentSwing(relativeAmplitude: 0.2, periodSeconds: day)
    #expect(abs(needy.amplitude - 8.366) < 0.001)
    for (k, loads) in course.enumerated() {
      let t = Double(k) * 60
      let a = 90 + needy.amplitude * sin(2 * Double.pi * (t - needy.lagSeconds) / day)
      let b = 120 + content.amplitude * sin(2 * Double.pi * (t - content.lagSeconds) / day)
      #expect(abs(loads.needy - a) <= 1e-4 && abs(loads.content - b) <= 1e-4)
    }
  }

  static func handling(_ name: String) throws -> TimeDistribution {
    switch name {
    case "exponential": try .exponential(meanSeconds: 2520)
    case "fixed": try .fixed(seconds: 2520)
    default: try .lognormal(meanSeconds: 2520, variation: 1.5)
    }
  }

  @Test(arguments: loadTable)
  func `loads agree with quadrature`(row: (handling: String, hour: Double, load: Double)) throws {
    let load = try ModifiedOfferedLoad(
      arrivalRates: [1.0 / 3600, 3.0 / 3600, 2.0 / 3600, 5.0 / 3600], intervalSeconds: 3600,
      handling: Self.handling(row.handling), start: .empty)
    #expect(relativeError(try load.erlangs(atSeconds: row.hour * 3600), row.load) <= 1e-13)
  }

  @Test(arguments: ["exponential", "fixed", "lognormal"])
  func `constant arrivals offer their load`(name: String) throws {
    for start in [ModifiedOfferedLoad.Start.steady, .repeating] {
      let load = try ModifiedOfferedLoad(
        arrivalRates: [0.05, 0.05, 0.05], intervalSeconds: 600, handling: Self.handling(name),
        start: start)
      for second in [0.0, 1, 599, 600, 1234.5, 1800] {
        #expect(relativeError(try load.erlangs(atSeconds: second), 126) <= 1e-12)
      }
      #expect(relativeError(try load.meanLoad(ofInterval: 1).erlangs, 126) <= 1e-12)
    }
  }

  @Test(arguments: ["exponential", "fixed", "lognormal"])
  func `no work is lost: the loads of a repeated day have the mean of its arrivals`(
    name: String
  ) throws {
    let rates = [0.01, 0.0, 0.08, 0.03, 0.02]
    let load = try ModifiedOfferedLoad(
      arrivalRates: rates, intervalSeconds: 1800, handling: Self.handling(name),
      start: .repeating)
    let boundaries = try load.erlangsAtBoundaries()
    #expect(relativeError(boundaries[5], boundaries[0]) <= 1e-12)
    // A hundred such days one after the other come to the same, but for what takes longer still: of
    // lognormal handling a few parts in ten million.
    var days: [Double] = []
    for _ in 0..<100 { days += rates }
    let long = try ModifiedOfferedLoad(
      arrivalRates: days, intervalSeconds: 1800, handling: Self.handling(name), start: .empty)
    for k in 0...5 {
      let last = try long.erlangs(atSeconds: Double(495 + k) * 1800)
      #expect(relativeError(boundaries[k], last) <= (name == "lognormal" ? 1e-6 : 1e-12))
    }
    let sum = try (0..<5).map { try load.meanLoad(ofInterval: $0).erlangs }.reduce(0, +)
    #expect(relativeError(sum, rates.reduce(0, +) * 2520) <= 1e-11)
  }

  @Test func `the peak of the load is lower and later than that of arrivals`() throws {
    let rates = (0..<96).map { 0.2 + 0.1 * sin(2 * Double.pi * (Double($0) + 0.5) / 96) }
    let load = try ModifiedOfferedLoad(
      arrivalRates: rates, intervalSeconds: 900, handling: .exponential(meanSeconds: 3600),
      start: .repeating)
    let loads = try load.erlangsAtBoundaries()
    let peak = try #require(loads.max())
    #expect(peak < 0.3 * 3600)
    // A sine lags by arctan(ω·E[S])/ω and shrinks by the cosine of that angle.
    let omega = 2 * Double.pi / 86_400
    let size = 360 / (1 + 3600 * omega * 3600 * omega).squareRoot()
    #expect(abs(peak - 720 - size) <= 0.3)
    #expect(loads.firstIndex(of: peak).map { $0 > 24 + 2 && $0 < 24 + 6 } == true)
    #expect(try load.agents(atSeconds: 0, beta: 0) == Int(loads[0].rounded(.up)))
    #expect(try load.agents(atSeconds: 0, beta: 1) > load.agents(atSeconds: 0, beta: 0))
  }

  /// λ = 100 + 20·sin t with unit handling has m = 100 + 10(sin t − cos t).
  @Test func `the load of the reference's day`() throws {
    let step = 2 * Double.pi / 2000
    let load = try ModifiedOfferedLoad(
      arrivalRates: (0..<2000).map { 100 + 20 * sin((Double($0) + 0.5) * step) },
      intervalSeconds: step, handling: .exponential(meanSeconds: 1), start: .repeating)
    for k in stride(from: 0, through: 2000, by: 250) {
      let t = Double(k) * step
      let exact = 100 + 10 * (sin(t) - cos(t))
      #expect(abs(try load.erlangs(atSeconds: t) - exact) <= 1e-4)
    }
  }
}
