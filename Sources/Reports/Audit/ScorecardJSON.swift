package import Diagnostics
package import Quality
import Statistics

extension ScorecardReview {
  /// Writes the review as one JSON object.
  ///
  /// Keys: `ticket`, `agent` (null where several answered), `points` (0 to 100; null while it is open, or
  /// where nothing was rated), `failed_by`, `open` (standards that are undecided), `rated_by_person`,
  /// `ratings`: a list of `{category, value, min, max, weight, critical, waived, reason}` (`value` null
  /// where it does not apply, `waived` true where that is since a miss was waived).
  package func write(to json: inout JSONWriter, _ score: Scorecard.Score?, agent: String?) {
    json.object { json in
      json.key("ticket")
      json.string(ticket)
      json.key("agent")
      json.string(agent)
      json.key("points")
      json.number(score?.points)
      json.key("failed_by")
      json.array { json in
        for category in score?.failedBy ?? [] { json.string(category) }
      }
      json.key("open")
      json.array { json in
        for standard in open { json.string(standard) }
      }
      json.key("rated_by_person")
      json.bool(isRated)
      json.key("ratings")
      json.array { json in
        for rating in ratings { rating.write(to: &json) }
      }
    }
  }
}

extension Scorecard.Rating {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("category")
      json.string(category)
      json.key("value")
      json.number(value)
      json.key("min")
      json.number(scale.lowerBound)
      json.key("max")
      json.number(scale.upperBound)
      json.key("weight")
      json.number(weight)
      json.key("critical")
      json.bool(isCritical)
      json.key("waived")
      json.bool(isWaived)
      json.key("reason")
      json.string(reason)
    }
  }
}

extension ScorecardReport {
  /// Writes what the reviews come to as one JSON object.
  ///
  /// Keys: `rules` (in words), `not_applicable`, `auto_fail`, `rated_by_person`, `all`: `{reviews, scored,
  /// failed, open, iqs, low, high}` (0 to 100 or null; the 95% interval of all is null unless the tickets are a
  /// sample, and of reviews that are all alike), `agents`: a list of the same with `agent`,
  /// `categories`: a list of `{category, mean, rated, not_applicable}` (`mean` 0 to 1 or null), `sample`:
  /// see ``Sample``, null where all tickets were judged.
  package func write(to json: inout JSONWriter, of sample: Sample? = nil) {
    json.object { json in
      json.member(sample)
      json.key("rules")
      json.string(card.inWords)
      json.key("not_applicable")
      json.string(card.notApplicable.rawValue)
      json.key("auto_fail")
      json.string(card.autoFail.rawValue)
      json.key("rated_by_person")
      json.int(rated)
      json.key("all")
      json.object { json in
        all.writeMembers(to: &json, interval: sample == nil ? nil : all.interval)
      }
      json.key("agents")
      json.array { json in
        for group in agents {
          json.object { json in
            json.key("agent")
            json.string(group.agent)
            group.writeMembers(to: &json, interval: group.interval)
          }
        }
      }
      json.key("categories")
      json.array { json in
        for category in categories {
          json.object { json in
            json.key("category")
            json.string(category.name)
            json.key("mean")
            json.number(category.mean)
            json.key("rated")
            json.int(category.rated)
            json.key("not_applicable")
            json.int(category.notApplicable)
          }
        }
      }
    }
  }
}

extension ScorecardReport.Group {
  fileprivate func writeMembers(to json: inout JSONWriter, interval: Interval?) {
    json.key("reviews")
    json.int(reviews)
    json.key("scored")
    json.int(scored)
    json.key("failed")
    json.int(failed)
    json.key("open")
    json.int(open)
    json.key("iqs")
    json.number(iqs)
    json.key("low")
    json.number(interval?.low)
    json.key("high")
    json.number(interval?.high)
  }
}
