package import Diagnostics
package import Quality
import Statistics
import Tickets

extension CustomerRatings {
  /// What customers said, as a table; empty where nobody said anything.
  package var text: String {
    var table = TextTable([
      ("what customers said", .left), ("answers", .right), ("score", .right),
      ("95% interval", .left),
    ])
    var isEmpty = true
    func add(_ name: String, _ answers: Int, _ score: String, _ interval: String?) {
      isEmpty = false
      table.add([name, "\(answers)", score, interval ?? "–"])
    }
    if let satisfaction, let share = try? satisfaction.topBox() {
      add(
        "CSAT: 4 and 5 of 1 to 5", share.all, Written.percent(share.share),
        (try? share.wilson())?.inPercent)
    }
    if let promoters {
      add(
        "NPS: 9 and 10 less 0 to 6", promoters.answers,
        Written.number(promoters.score * 100, decimals: 0),
        (try? promoters.interval())?.words(times: 100, decimals: 0))
    }
    if let effort {
      add(
        "CES: mean of 1 to 7", effort.answers, Written.number(effort.mean, decimals: 2),
        (try? effort.meanInterval())?.words(times: 1, decimals: 2))
    }
    let strange = [(Rating.Scale.csat, "1 to 5"), (.ces, "1 to 7")].compactMap { scale, range in
      outside(scale) > 0
        ? "\(Written.count(outside(scale), "answer")) on \(scale.rawValue) \(outside(scale) == 1 ? "is" : "are") "
          + "not of \(range): it is another scale, and nothing is said of it" : nil
    }
    guard !isEmpty || !strange.isEmpty else { return "" }
    let lines =
      [""] + (isEmpty ? [] : table.lines) + strange + [
        "", "\(Written.count(tickets, "ticket")); who did not answer is in none of these figures",
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes what customers said as one JSON object.
  ///
  /// Keys: `tickets`, `csat`: `{answers, satisfied, share, low, high}` (the share of 4 and 5 of 1 to 5),
  /// `nps`: `{answers, promoters, passives, detractors, score, low, high}` (−1 to 1), `ces`: `{answers,
  /// mean, mean_low, mean_high, easy_share, easy_share_low, easy_share_high, net, net_low, net_high}` (of 1
  /// to 7; docs/scores.md), each null where nobody answered, or on another scale, and `csat_off_scale` and
  /// `ces_off_scale`, the answers that show it.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("tickets")
      json.int(tickets)
      json.key("csat")
      if let satisfaction, let share = try? satisfaction.topBox() {
        json.object { json in
          json.key("answers")
          json.int(share.all)
          json.key("satisfied")
          json.int(share.kept)
          json.figure("share", share.share)
          json.ends(try? share.wilson())
        }
      } else {
        json.null()
      }
      json.key("nps")
      if let promoters {
        json.object { json in
          json.key("answers")
          json.int(promoters.answers)
          json.key("promoters")
          json.int(promoters.promoters)
          json.key("passives")
          json.int(promoters.passives)
          json.key("detractors")
          json.int(promoters.detractors)
          json.figure("score", promoters.score)
          json.ends(try? promoters.interval())
        }
      } else {
        json.null()
      }
      json.key("ces")
      if let effort { effort.writeEffort(to: &json) } else { json.null() }
      json.key("csat_off_scale")
      json.int(outside(.csat))
      json.key("ces_off_scale")
      json.int(outside(.ces))
    }
  }
}

extension RatingCounts {
  fileprivate func writeEffort(to json: inout JSONWriter) {
    json.object { json in
      json.key("answers")
      json.int(answers)
      for definition in EffortScore.Definition.allCases {
        let name = definition.rawValue.replacing("-", with: "_")
        let score = try? EffortScore(self, definition)
        json.figure(name, score?.score)
        json.ends(try? score?.interval(), of: "\(name)_")
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func figure(_ name: String, _ value: Double?) {
    key(name)
    number(value)
  }

  fileprivate mutating func ends(_ interval: Interval?, of name: String = "") {
    figure("\(name)low", interval?.low)
    figure("\(name)high", interval?.high)
  }
}

extension Interval {
  /// Its ends, times a number.
  fileprivate func words(times factor: Double, decimals: Int) -> String {
    Written.number(low * factor, decimals: decimals) + " to "
      + Written.number(high * factor, decimals: decimals)
  }
}
