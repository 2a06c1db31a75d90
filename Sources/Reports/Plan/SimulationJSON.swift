package import Diagnostics
package import Planning
import ServiceTime
import Simulation
import Standards

extension DeskModel {
  /// When an interval begins, with its offset.
  func written(interval: Int) -> String {
    let instant = start(ofInterval: interval)
    return OffsetInstant(instant: instant, utcOffset: zone.offset(at: instant)).description
  }
}

/// A simulated desk for programs. `docs/simulate.md` names the keys.
package enum SimulationJSON {
  package static func write(_ result: SimulationResult, to json: inout JSONWriter) {
    let model = result.model
    json.object { json in
      json.key("seed")
      json.seed(result.simulation.seed)
      json.key("replications")
      json.int(result.replications)
      json.key("confidence")
      json.number(result.simulation.confidence)
      json.key("from")
      json.string(model.dates.first?.description)
      json.key("counted_days")
      json.int(model.days)
      json.key("warm_up_days")
      json.int(model.firstDay)
      json.key("people")
      json.int(model.headcount)
      json.key("promises")
      json.array { json in
        for number in model.promises.indices { write(promise: number, result, to: &json) }
      }
      json.key("channels")
      json.array { json in
        for number in model.channels.indices { write(channel: number, result, to: &json) }
      }
      json.key("team")
      json.object { json in
        for (name, figure) in teamFigures { write(name, result[figure], to: &json) }
        json.key("is_settled")
        if let isSettled = result.isSettled { json.bool(isSettled) } else { json.null() }
      }
      json.key("days")
      json.array { json in
        for day in model.dates.indices { write(day: day, result, to: &json) }
      }
      json.key("intervals")
      json.array { json in
        for interval in model.intervals { write(interval: interval, result, to: &json) }
      }
      json.key("not_simulated")
      json.array { json in
        for omission in model.notSimulated {
          json.object { json in
            json.key("standard")
            json.string(omission.standard)
            json.key("reason")
            json.string(omission.reason)
          }
        }
      }
    }
  }

  private static let teamFigures: [(String, TeamFigure)] = [
    ("occupancy", .occupancy), ("worked_s", .worked), ("on_duty_s", .onDuty),
    ("available_s", .available), ("interrupted_s", .interrupted), ("in_meetings_s", .inMeetings),
    ("overtime_s", .overtime), ("waiting", .queueLength), ("open_at_start", .openAtStart),
    ("open_at_end", .openAtEnd),
  ]

  private static let promiseFigures: [(String, PromiseFigure)] = [
    ("decided", .decided), ("kept", .kept), ("days_missed", .daysMissed),
    ("periods_missed", .periodsMissed), ("mean_s", .mean), ("p50_s", .p50), ("p90_s", .p90),
    ("p95_s", .p95), ("gave_up", .gaveUp),
  ]

  static let channelFigures: [(String, ChannelFigure)] = [
    ("contacts", .arrived), ("abandonment", .abandonment), ("waited", .waited),
    ("mean_wait_s", .meanWait), ("touches", .touches), ("transferred", .transferred),
    ("handed_over", .handedOver), ("lost", .lost), ("reopened", .reopened), ("closed", .closed),
    ("open", .open), ("called_back", .calledBack),
  ]

  private static func write(
    promise number: Int, _ result: SimulationResult, to json: inout JSONWriter
  ) {
    let promise = result.model.promises[number]
    json.object { json in
      json.key("standard")
      json.string(promise.standard)
      json.key("kind")
      json.string(promise.kind)
      json.key("channels")
      json.array { json in
        for channel in promise.channels { json.string(channel) }
      }
      json.key("within_s")
      json.int(promise.within.seconds)
      json.key("share")
      json.number(promise.share.fraction)
      json.key("over")
      json.string(promise.period.rawValue)
      json.key("hours")
      json.string(promise.hours.written)
      for (name, figure) in promiseFigures {
        write(name, result[promise: number, figure], to: &json)
      }
      json.key("longest_s")
      json.int(promise.neverLongerThan?.seconds)
      json.key("beyond_longest")
      if promise.neverLongerThan == nil {
        json.null()
      } else {
        write(result[promise: number, .beyondLongest], to: &json)
      }
      json.key("days")
      json.array { json in
        for (day, date) in result.model.dates.enumerated() {
          json.object { json in
            json.key("day")
            json.string(date.description)
            write("kept", result.kept(ofPromise: number, day: day), to: &json)
            write("missed", result.missed(ofPromise: number, day: day), to: &json)
          }
        }
      }
    }
  }

  private static func write(
    channel number: Int, _ result: SimulationResult, to json: inout JSONWriter
  ) {
    json.object { json in
      json.key("channel")
      json.string(result.model.channels[number].name)
      for (name, figure) in channelFigures {
        write(name, result[channel: number, figure], to: &json)
      }
    }
  }

  /// The figures of a channel's day.
  static let dayFigures: [(String, DayFigure)] = [
    ("contacts", .arrived), ("abandonment", .abandonment), ("waited", .waited),
    ("mean_wait_s", .meanWait), ("touches", .touches), ("handed_over", .handedOver),
    ("open", .open),
  ]

  private static func write(day: Int, _ result: SimulationResult, to json: inout JSONWriter) {
    let people = result.people(day: day)
    json.object { json in
      json.key("day")
      json.string(result.model.dates[day].description)
      write("available_s", people.available, to: &json)
      write("occupancy", people.busy, to: &json)
      writeChannels(of: result, dayFigures, to: &json) { result[channel: $0, day: day, $1] }
    }
  }

  /// Writes the same figures of each channel.
  private static func writeChannels<Figure>(
    of result: SimulationResult, _ figures: [(String, Figure)], to json: inout JSONWriter,
    _ estimate: (_ channel: Int, Figure) -> Estimate
  ) {
    json.key("channels")
    json.array { json in
      for (number, channel) in result.model.channels.enumerated() {
        json.object { json in
          json.key("channel")
          json.string(channel.name)
          for (name, figure) in figures { write(name, estimate(number, figure), to: &json) }
        }
      }
    }
  }

  /// The figures of a channel's interval.
  static let intervalFigures: [(String, IntervalFigure)] = [
    ("contacts", .arrived), ("waited", .delayed), ("abandoned", .abandoned),
    ("mean_wait_s", .meanWait), ("waiting", .waiting), ("open", .open),
  ]

  private static func write(
    interval: Int, _ result: SimulationResult, to json: inout JSONWriter
  ) {
    let people = result.people(interval: interval)
    json.object { json in
      json.key("start")
      json.string(result.model.written(interval: interval))
      write("available_s", people.available, to: &json)
      write("busy", people.busy, to: &json)
      writeChannels(of: result, intervalFigures, to: &json) {
        result[channel: $0, interval: interval, $1]
      }
      json.key("promises")
      json.array { json in
        for (number, promise) in result.model.promises.enumerated() {
          let measured = result.measured(ofPromise: number, interval: interval)
          json.object { json in
            json.key("standard")
            json.string(promise.standard)
            write("decided", measured.decided, to: &json)
            write("kept", measured.kept, to: &json)
          }
        }
      }
    }
  }

  private static func write(_ name: String, _ estimate: Estimate, to json: inout JSONWriter) {
    json.key(named: name)
    write(estimate, to: &json)
  }

  /// `{mean, low, high}`; null where there was nothing to estimate.
  private static func write(_ estimate: Estimate, to json: inout JSONWriter) {
    guard estimate.replications > 0 else { return json.null() }
    json.object { json in
      json.key("mean")
      json.number(estimate.mean)
      json.key("low")
      json.number(estimate.low)
      json.key("high")
      json.number(estimate.high)
    }
  }
}
