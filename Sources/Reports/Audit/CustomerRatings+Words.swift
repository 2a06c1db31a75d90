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
      json.members([WholeFigure("tickets", tickets)])
      for (scale, members) in scales {
        json.key(named: scale)
        if let members { json.object { $0.members(members) } } else { json.null() }
      }
      json.members(offScale)
    }
  }

  /// The same figures in a row, as CSV names them; those that there are.
  var figures: [WholeFigure] {
    let told = scales.flatMap { scale, members in (members ?? []).map { $0.of(scale) } }
    return [WholeFigure("rated_tickets", tickets)] + told + offScale
  }

  private var offScale: [WholeFigure] {
    [
      WholeFigure("csat_off_scale", outside(.csat)), WholeFigure("ces_off_scale", outside(.ces)),
    ]
  }

  /// The figures of each scale; nil where nobody answered, or on another scale.
  private var scales: [(name: String, members: [WholeFigure]?)] {
    [
      ("csat", satisfaction.flatMap { try? $0.topBox() }?.satisfactionMembers),
      ("nps", promoters?.members), ("ces", effort?.effortMembers),
    ]
  }
}

extension Proportion {
  fileprivate var satisfactionMembers: [WholeFigure] {
    [
      WholeFigure("answers", all), WholeFigure("satisfied", kept), WholeFigure("share", share),
    ] + WholeFigure.ends(try? wilson())
  }
}

extension NetPromoterScore {
  fileprivate var members: [WholeFigure] {
    [
      WholeFigure("answers", answers), WholeFigure("promoters", promoters),
      WholeFigure("passives", passives), WholeFigure("detractors", detractors),
      WholeFigure("score", score),
    ] + WholeFigure.ends(try? interval())
  }
}

extension RatingCounts {
  fileprivate var effortMembers: [WholeFigure] {
    [WholeFigure("answers", answers)]
      + EffortScore.Definition.allCases.flatMap { definition in
        let name = definition.rawValue.replacing("-", with: "_")
        let score = try? EffortScore(self, definition)
        return [WholeFigure(name, score?.score)]
          + WholeFigure.ends(try? score?.interval()).map { $0.of(name) }
      }
  }
}

extension WholeFigure {
  fileprivate static func ends(_ interval: Interval?) -> [WholeFigure] {
    [WholeFigure("low", interval?.low), WholeFigure("high", interval?.high)]
  }
}

extension Interval {
  /// Its ends, times a number.
  fileprivate func words(times factor: Double, decimals: Int) -> String {
    Written.number(low * factor, decimals: decimals) + " to "
      + Written.number(high * factor, decimals: decimals)
  }
}
