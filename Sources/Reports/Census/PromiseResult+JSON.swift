package import Conformance
package import Diagnostics
import ServiceTime
import Standards

extension [PromiseResult] {
  /// Writes the results as a JSON array.
  package func write(to json: inout JSONWriter, seed: UInt64) {
    json.array { json in
      for result in self { result.write(to: &json, seed: seed) }
    }
  }
}

extension PromiseResult {
  /// Writes the result as one JSON object; times are in seconds, shares in 0…1, moments on the
  /// clocks of `time_zone`.
  ///
  /// Keys: `standard`, `kind`, `promised` (a share), `over` (`day`, `week` or `month`), `hours` (a
  /// calendar's name, `always`, or null where no time is promised), `time_zone`, `within_seconds`,
  /// `longest_seconds` (null where nothing is said), `rules` (those of the clock in which helpdesks
  /// differ: a list of `{key, value}`), counts (below) of all cases, and
  ///
  /// - `periods`: by time, `{period, from, until, partial, …counts, share, status, final,
  ///   hangs_on_undecided, beyond_longest}`; `period` is `2026-W10`, `2026-03` or `2026-03-02`;
  ///   `share` is met ÷ (met + missed) or null; `status` is `kept`, `broken`, `open` or
  ///   `nothing-decided`; `final` says that neither open cases nor days that the log does not cover
  ///   can change it; `beyond_longest` is `{count, worst}` or null;
  /// - `waits`: null or `{count, unfinished, opening, customer}`, the last two
  ///   `{median, p90, p95}`, each `{seconds, at_least}`;
  /// - `outlook`: null or `{probability, low, high, method, draws, empty, days, days_with_cases,
  ///   seed}`; `method` is `weekdays`, `all-days` or `exact`; `low` and `high` bound what the drawing
  ///   adds of chance;
  /// - `just_in_time`, `just_late`, `worst`: lists of `{ticket, event, from, to, running,
  ///   elapsed_seconds, target_seconds}`;
  /// - `by`: `{channel, topic, team, priority, week}`, each a list of `{name, …counts, share, median,
  ///   p90}`, where name, share and quantiles may be null.
  ///
  /// The counts are `met`, `missed`, `open`, `undecided`, `not_applicable`.
  package func write(to json: inout JSONWriter, seed: UInt64) {
    json.object { json in
      json.key("standard")
      json.string(promise.standard.id)
      json.key("kind")
      json.string(promise.standard.requirement.key)
      json.key("promised")
      json.number(promise.share.fraction)
      json.key("over")
      json.string(promise.period.rawValue)
      json.key("hours")
      json.string(promise.hours?.written)
      json.key("time_zone")
      json.string(promise.zone.identifier)
      json.key("within_seconds")
      json.int(promise.within?.seconds)
      json.key("longest_seconds")
      json.int(promise.longest?.seconds)
      json.key("rules")
      json.array { json in
        for rule in promise.clockRules {
          json.object { json in
            json.key("key")
            json.string(rule.key)
            json.key("value")
            json.string(rule.value)
          }
        }
      }
      counts.write(to: &json)
      json.key("periods")
      json.array { json in
        for period in periods { period.write(to: &json, promise) }
      }
      json.key("waits")
      if let waits { waits.write(to: &json) } else { json.null() }
      json.key("outlook")
      if let outlook { outlook.write(to: &json, seed: seed) } else { json.null() }
      json.key("just_in_time")
      json.array { json in for wait in justInTime { wait.write(to: &json, promise.zone) } }
      json.key("just_late")
      json.array { json in for wait in justLate { wait.write(to: &json, promise.zone) } }
      json.key("worst")
      json.array { json in for wait in worst { wait.write(to: &json, promise.zone) } }
      json.key("by")
      json.object { json in
        for dimension in CensusDimension.allCases {
          json.key(named: dimension.rawValue)
          json.array { json in
            for group in breakdowns[dimension] ?? [] { group.write(to: &json) }
          }
        }
      }
    }
  }
}

extension CensusCounts {
  /// Writes the counts as keys of an object.
  fileprivate func write(to json: inout JSONWriter) {
    json.key("met")
    json.int(met)
    json.key("missed")
    json.int(missed)
    json.key("open")
    json.int(open)
    json.key("undecided")
    json.int(undecided)
    json.key("not_applicable")
    json.int(notApplicable)
  }
}

extension PromiseResult.Period {
  fileprivate func write(to json: inout JSONWriter, _ promise: CountedPromise) {
    json.object { json in
      json.key("period")
      json.string(period.name)
      json.key("from")
      json.string(period.first.description)
      json.key("until")
      json.string(period.last.description)
      json.key("partial")
      json.bool(isPartial)
      counts.write(to: &json)
      json.key("share")
      json.number(counts.share)
      let standing = counts.standing(promise.share)
      json.key("status")
      json.string(standing.rawValue)
      json.key("final")
      json.bool(!isPartial && standing != .open)
      json.key("hangs_on_undecided")
      json.bool(counts.hangsOnUndecided(promise.share))
      json.key("beyond_longest")
      if let beyond {
        json.object { json in
          json.key("count")
          json.int(beyond.count)
          json.key("worst")
          beyond.worst.write(to: &json, promise.zone)
        }
      } else {
        json.null()
      }
    }
  }
}

extension PromiseResult.Group {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("name")
      json.string(name)
      counts.write(to: &json)
      json.key("share")
      json.number(counts.share)
      json.key("median")
      if let median { median.write(to: &json) } else { json.null() }
      json.key("p90")
      if let ninety { ninety.write(to: &json) } else { json.null() }
    }
  }
}

extension WaitSummary {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("count")
      json.int(count)
      json.key("unfinished")
      json.int(unfinished)
      json.key("opening")
      opening.write(to: &json)
      json.key("customer")
      customer.write(to: &json)
    }
  }
}

extension WaitQuantiles {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("median")
      median.write(to: &json)
      json.key("p90")
      ninety.write(to: &json)
      json.key("p95")
      ninetyFive.write(to: &json)
    }
  }
}

extension WaitQuantile {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("seconds")
      json.int(seconds)
      json.key("at_least")
      json.bool(isAtLeast)
    }
  }
}

extension NotableWait {
  fileprivate func write(to json: inout JSONWriter, _ zone: ZoneTable) {
    json.object { json in
      json.key("ticket")
      json.string(ticket)
      json.key("event")
      json.int(event)
      json.key("from")
      json.string(OffsetInstant(instant: from, utcOffset: zone.offset(at: from)).description)
      json.key("to")
      json.string(OffsetInstant(instant: to, utcOffset: zone.offset(at: to)).description)
      json.key("running")
      json.bool(isRunning)
      json.key("elapsed_seconds")
      json.int(elapsedSeconds)
      json.key("target_seconds")
      json.int(targetSeconds)
    }
  }
}

extension Outlook {
  fileprivate func write(to json: inout JSONWriter, seed: UInt64) {
    json.object { json in
      json.key("probability")
      json.number(probability)
      json.key("low")
      json.number(drawingError.lowerBound)
      json.key("high")
      json.number(drawingError.upperBound)
      json.key("method")
      json.string(method.rawValue)
      json.key("draws")
      json.int(method == .exact ? 0 : Self.draws)
      json.key("empty")
      json.int(empty)
      json.key("days")
      json.int(days)
      json.key("days_with_cases")
      json.int(daysWithCases)
      json.key("seed")
      json.string("\(seed)")
    }
  }
}
