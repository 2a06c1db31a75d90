import Foundation
import Queueing
import Simulation

/// Desks that change in the course of a day.
extension ValidationCase {
  /// Cases that come back, at a rate that swings by a fifth over the day, from an empty desk, with an
  /// agent for everybody: the numbers of Yom-Tov and Mandelbaum, 2014.
  static func swing() throws -> ValidationCase {
    let (hours, quarters) = (48, 4)
    let rates = (0..<hours * quarters).map { quarter in
      let time = (Double(quarter) + 0.5) / Double(quarters)
      return 30 / 3600.0 * (1 + 0.2 * sin(2 * .pi * time / 24))
    }
    let cases = try ErlangR(
      arrivals: 30, perSeconds: 3600, handleSeconds: 3600, returnShare: 2.0 / 3,
      awaySeconds: 7200)
    let loads = try cases.course(
      arrivalRates: rates, intervalSeconds: 3600 / Double(quarters), start: .empty
    ).map(\.needy)
    // Simpson's rule over the quarters of an hour.
    let exact = (0..<hours).map { hour in
      let first = hour * quarters
      return
        (loads[first] + 4 * loads[first + 1] + 2 * loads[first + 2] + 4 * loads[first + 3]
        + loads[first + 4]) / 12
    }
    var type = ContactType(
      "cases", arrivals: ArrivalPlan(rates: rates.map { $0 * 900 }, interval: 900),
      handling: try .exponential(mean: 3600))
    type.asksBack = .init(share: 2.0 / 3, thinking: try .exponential(mean: 7200))
    let desk = try Desk(
      types: [type], people: [Person](repeating: Person(skills: [0]), count: 200),
      end: Double(hours) * 3600, interval: 3600)
    return ValidationCase(
      name: "Erlang-R over the day",
      setting: "30 an hour ± 20%, 1 h, two in three come back after 2 h, agents for all",
      figures: exact.enumerated().map { hour, load in
        Figure(
          name: "busy agents, hour \(hour)", exact: load,
          isListed: [2, 8, 24, 30, 36, 42].contains(hour))
      }
    ) {
      desk.run($0).timesByInterval.map { $0.worked / 3600 }
    }
  }

  /// A day of twelve hours with changing arrivals and agents; who goes hands over what is in hand.
  static func day() throws -> ValidationCase {
    let perHour = [40.0, 70, 110, 130, 120, 90, 80, 100, 120, 90, 60, 30]
    let agents = [4, 6, 8, 10, 9, 7, 6, 8, 9, 7, 5, 4]
    let exact = try TransientQueue(
      intervals: zip(perHour, agents).map {
        .init(seconds: 3600, arrivalsPerSecond: $0 / 3600, agents: $1)
      },
      handleSeconds: 240, patienceSeconds: nil
    ).course(start: .empty, withinSeconds: 60).intervals
    // The formula's agents leave what they do to others at once, as with cases; conversations would be
    // finished.
    let calls = ContactType(
      "calls", .deferred, arrivals: ArrivalPlan(rates: perHour, interval: 3600),
      handling: try .exponential(mean: 240))
    let people = (0..<(agents.max() ?? 0)).map { number -> Person in
      var shifts: [Person.Shift] = []
      for (hour, count) in agents.enumerated() where number < count {
        let begin = Double(hour) * 3600
        if let last = shifts.last, last.end == begin {
          shifts[shifts.count - 1].end = begin + 3600
        } else {
          shifts.append(Person.Shift(from: begin, to: begin + 3600))
        }
      }
      return Person(skills: [0], shifts: shifts)
    }
    var desk = try Desk(types: [calls], people: people, end: 12 * 3600, interval: 3600)
    desk.endOfShift = .handOver
    let whole = desk
    @Sendable func figures(_ tally: DeskTally) -> [Double] {
      // Counts ÷ expected counts: a quotient of two counts would not be right on average.
      let delayed = tally.types[0].intervals.prefix(12).map { Double($0.delayed) }
      return zip(delayed, perHour).map { $0 / $1 }
        + zip(tally.timesByInterval, agents).map { $0.worked / (3600 * Double($1)) }
    }
    return ValidationCase(
      name: "transient day", setting: "30 to 130 an hour, 4 min, 4 to 10 agents, hour by hour",
      figures: exact.enumerated().map { hour, outcome in
        Figure(
          name: "have to wait, hour \(hour)", exact: outcome.waitProbability,
          isListed: [0, 3, 6, 9, 11].contains(hour))
      }
        + exact.enumerated().map { hour, outcome in
          Figure(
            name: "occupancy, hour \(hour)", exact: outcome.occupancy,
            isListed: [0, 4, 8].contains(hour))
        }
    ) {
      // The mean of several days, so that replications are nearly normal.
      let streams = $0
      let days = (0..<8).map {
        figures(
          whole.run(RandomStreams(seed: streams.seed, replication: 8 * streams.replication + $0)))
      }
      return days[0].indices.map { place in days.reduce(0) { $0 + $1[place] } / 8 }
    }
  }
}
