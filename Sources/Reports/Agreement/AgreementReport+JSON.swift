import Conformance
package import Diagnostics
package import Quality
import Statistics

extension AgreementReport {
  /// Writes the report as one JSON object.
  ///
  /// Keys: `files`, `all` and `standards` (a list of `{standard, cases, agreed, share, kappa,
  /// kappa_low, kappa_high, alpha, alpha_low, alpha_high, fitness}`; figures are null where nothing can
  /// be said, `fitness` is `unfit`, `tentative`, `fit` or null), `undecided`, `single` (verdicts left
  /// out), `differences`: a list of `{ticket, event, standard, first, second}`, each side `{verdict,
  /// reason}` (`reason` null where nobody asked for it, or nothing was written).
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("files")
      json.array { json in
        for path in paths { json.string(path) }
      }
      json.key("all")
      all.write(to: &json)
      json.key("standards")
      json.array { json in
        for line in lines { line.write(to: &json) }
      }
      json.key("undecided")
      json.int(undecided)
      json.key("single")
      json.int(single)
      json.key("differences")
      json.array { json in
        for one in differences { one.write(to: &json) }
      }
    }
  }
}

extension AgreementReport.Line {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("standard")
      json.string(standard)
      json.key("cases")
      json.int(cases)
      json.key("agreed")
      json.int(agreed)
      let figures = [
        ("share", share), ("kappa", kappa?.kappa), ("kappa_low", kappaInterval?.low),
        ("kappa_high", kappaInterval?.high), ("alpha", alpha), ("alpha_low", alphaInterval?.low),
        ("alpha_high", alphaInterval?.high),
      ]
      for (name, figure) in figures {
        json.key(name)
        json.number(figure)
      }
      json.key("fitness")
      json.string(fitness?.rawValue)
    }
  }
}

extension AgreementReport.Difference {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("ticket")
      json.string(key.ticket)
      json.key("event")
      json.int(key.event)
      json.key("standard")
      json.string(key.standard)
      for (name, side) in [("first", first), ("second", second)] {
        json.key(name)
        json.object { json in
          json.key("verdict")
          json.string(side.outcome.rawValue)
          json.key("reason")
          json.string(side.reason)
        }
      }
    }
  }
}
