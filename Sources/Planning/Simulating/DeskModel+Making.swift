package import Diagnostics
import ServiceTime
import Simulation
package import Standards

extension DeskModel {
  /// Makes a desk of what the files say.
  ///
  /// - Parameters:
  ///   - demand: The contacts expected.
  ///   - workload: What they take, and what becomes of them.
  ///   - team: Who is there.
  ///   - catalogue: The promises.
  ///   - repeats: Whether the same demand came before: once more as a warm-up that is not counted.
  ///   - diagnostics: Where everything is reported that keeps the desk from being made.
  /// - Returns: nil after such a report.
  package static func make(
    _ demand: Demand, workload: Workload, team: Team, catalogue: Catalogue, repeats: Bool = false,
    into diagnostics: inout Diagnostics
  ) -> DeskModel? {
    guard let span = DemandSpan(demand, repeats: repeats, &diagnostics) else { return nil }
    var making = TypeMaking(demand, workload, team.rules, catalogue, span)
    making.makeTypes(&diagnostics)
    let (promises, omissions) = making.makePromises(&diagnostics)
    let people = PeopleMaking(span, catalogue, making.kinds).people(of: team)
    making.checkSkills(of: team, &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    do throws(DeskError) {
      var desk = try Desk(
        types: making.types, people: people, end: span.end, backlog: making.backlog,
        interval: Double(span.interval), warmUp: span.warmUp)
      let rules = team.rules
      desk.routing = rules.routing == .mostSpecialised ? .mostSpecialised : .longestIdle
      desk.endOfShift = rules.endOfShift == .handOver ? .handOver : .finish
      desk.liveFirst = rules.liveFirst
      desk.rereading = rules.rereading
      desk.lostAtHandover = rules.lostAtHandover
      desk.ageing = rules.ageing
      desk.backlogAges = making.backlogAges
      return DeskModel(
        desk: desk, origin: span.origin, zone: demand.zone, kinds: making.kinds,
        promises: promises, notSimulated: omissions, channels: making.channels,
        firstDay: span.firstDay, dayStarts: span.dayStarts, headcount: team.headcount,
        teamName: team.name)
    } catch {
      diagnostics.error(
        "simulate.desk", "this desk cannot be simulated: \(error)",
        at: demand.channels.first?.place,
        fixIt: "check the numbers of demand, workload and team")
      return nil
    }
  }
}

/// From when to when a demand is simulated.
struct DemandSpan {
  /// Midnight before the first interval, or before what repeats it.
  let origin: Instant
  /// The end of the last interval (unit: s since the origin).
  let end: Double
  /// When each day begins by the clocks, also those that are not counted (unit: s since the origin).
  let dayStarts: [Int]
  /// The first day that is counted.
  let firstDay: Int
  /// The length of an interval of the result (unit: s; every day is a whole number of them).
  let interval: Int
  let zone: ZoneTable

  /// Nil after reporting a span that cannot repeat.
  init?(_ demand: Demand, repeats: Bool, _ diagnostics: inout Diagnostics) {
    let zone = demand.zone
    let starts = demand.channels.compactMap(\.intervals.first?.start.seconds)
    let ends = demand.channels.compactMap(\.intervals.last?.start.seconds)
    guard let first = starts.min(), let last = ends.max(),
      let date = zone.local(at: Instant(seconds: first))?.date
    else { return nil }
    let length = demand.intervalSeconds
    let finish = last + length
    func midnight(_ days: Int) -> Int? {
      date.adding(days: days).flatMap { zone.instant(of: $0, secondOfDay: 0)?.seconds }
    }
    var days = 1
    while let next = midnight(days), next < finish { days += 1 }
    if repeats, days % 7 != 0 {
      diagnostics.error(
        "simulate.repeats",
        "the demand covers \(days) \(days == 1 ? "day" : "days"), and only whole weeks repeat: shifts "
          + "go by the day of the week", at: demand.channels.first?.place,
        fixIt: "give the demand of a week, or leave --repeats out")
      return nil
    }
    firstDay = repeats ? days : 0
    let midnights = (-firstDay...days).compactMap(midnight)
    guard let begin = midnights.first, midnights.count == firstDay + days + 1 else { return nil }
    self.zone = zone
    origin = Instant(seconds: begin)
    end = Double(finish - begin)
    dayStarts = midnights.dropLast().map { $0 - begin }
    // Where clocks change, a day is no whole number of long intervals.
    interval = zip(midnights.dropFirst(), midnights).reduce(86_400 % length == 0 ? length : 3600) {
      Self.greatestDivisor($0, $1.0 - $1.1)
    }
  }

  static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestDivisor(b, a % b)
  }

  /// The days that are counted.
  var days: Int { dayStarts.count - firstDay }

  /// What is simulated, but not counted (unit: s).
  var warmUp: Double { Double(dayStarts.indices.contains(firstDay) ? dayStarts[firstDay] : 0) }

  /// When something happens that happened before too, at the same time by the clocks, where the demand
  /// repeats (unit: s since the origin).
  func moments(of instant: Instant) -> [Int] {
    guard firstDay > 0 else { return [seconds(instant)] }
    let before = zone.local(at: instant).flatMap { local in
      local.date.adding(days: -firstDay).flatMap {
        zone.instant(of: $0, secondOfDay: local.secondOfDay)
      }
    }
    return [before, instant].compactMap { $0 }.map(seconds)
  }

  /// When something happens (unit: s since the origin).
  func seconds(_ instant: Instant) -> Int { instant.seconds - origin.seconds }

  /// The dates on which shifts may begin that matter: also the night before.
  var dates: [CivilDate] {
    guard
      let first = zone.local(at: Instant(seconds: origin.seconds + 43_200))?.date.adding(days: -1)
    else { return [] }
    return (0...Int(end / 86_400) + 1).compactMap { first.adding(days: $0) }
  }
}

extension ZoneTable {
  /// The instant at which the clocks first show a time; the jump where they skip it.
  func instant(of date: CivilDate, secondOfDay: Int) -> Instant? {
    let (days, second) = secondOfDay.quotientAndRemainder(dividingBy: 86_400)
    guard let date = date.adding(days: days) else { return nil }
    return switch instants(of: date, secondOfDay: second) {
    case .once(let instant), .twice(let instant, _), .skipped(let instant): instant
    }
  }
}
