package import Diagnostics
package import Quality
package import Statistics

extension AcceptanceAdvice {
  /// The advice in sentences.
  package var text: String {
    let of = question.population.map { " of \($0)" } ?? ""
    return """
      \(Written.count(plan.cases, "ticket"))\(of), accepted \(plan.faultsInWords): work of which
      \(Written.percent(question.accept)) has a fault is refused in \(Written.percent(producersRisk)) of cases by chance,
      and work of which \(Written.percent(question.refuse)) has one is accepted in \(Written.percent(consumersRisk))

      """
  }

  /// Writes the advice as one JSON object.
  ///
  /// Keys: `cases`, `accepted` (so many faults at most), `accept` and `refuse` (the shares of faults),
  /// `producers_risk` and `consumers_risk` (what the plan's are).
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("cases")
      json.int(plan.cases)
      json.key("accepted")
      json.int(plan.accepted)
      for (name, figure) in [
        ("accept", question.accept), ("refuse", question.refuse),
        ("producers_risk", producersRisk), ("consumers_risk", consumersRisk),
      ] {
        json.key(named: name)
        json.number(figure)
      }
    }
  }
}

extension AcceptancePlan {
  /// The chances for which a plan's shares of faults are told.
  private static let chances = [0.95, 0.5, 0.1]

  /// With how many faults it accepts: `with at most 7 faults`.
  fileprivate var faultsInWords: String {
    accepted == 0 ? "if none has a fault" : "with at most \(Written.count(accepted, "fault"))"
  }

  /// What the plan does to work of different quality, in sentences.
  package func text() throws(StatisticsError) -> String {
    var parts: [String] = []
    for chance in Self.chances {
      parts.append(
        "with \(Written.percent(try share(accepting: chance))) of faults in \(Written.percent(chance))"
      )
    }
    return
      "\(Written.count(cases, "ticket")) of very many, accepted \(faultsInWords): work passes\n"
      + parts.joined(separator: ", ") + " of cases\n"
  }

  /// Writes what the plan does as one JSON object.
  ///
  /// Keys: `cases`, `accepted`, `passes`: a list of `{chance, share}`, the share of faults with which work
  /// passes with that chance.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("cases")
      json.int(cases)
      json.key("accepted")
      json.int(accepted)
      json.key("passes")
      json.array { json in
        for chance in Self.chances {
          json.object { json in
            json.key("chance")
            json.number(chance)
            json.key("share")
            json.number(try? share(accepting: chance))
          }
        }
      }
    }
  }
}
