import Conformance
package import Diagnostics
package import Quality
import Statistics

extension AgreementReport {
  /// Writes the report as one JSON object.
  ///
  /// Keys: `files`; `all` and `standards` (a list of `{standard, question, scale, cases, agreed, share,
  /// scaled, kappa, kappa_kind, kappa_low, kappa_high, alpha, alpha_low, alpha_high, fitness}`: `question`
  /// null for the verdicts themselves, `scale` `nominal` or `ordinal`, `scaled` the cases with two places on
  /// the scale, `kappa_kind` `cohen`, `cohen-linear`, `fleiss` or null, figures null where nothing can be
  /// said, `fitness` `unfit`, `tentative`, `fit` or null); `sides` (a list of `{file, pairs, alike, share}`,
  /// each against each of the others); `errors` (see ``AuditorErrors``; null unless one of two files is the
  /// auditor's); `undecided`, `single` (verdicts left out); `differences`: a list of
  /// `{ticket, event, standard, question, said}`, `said` in the order of the files `{verdict, answer,
  /// reason}`, or null where the file says nothing (`answer` a whole number, null where the question does
  /// not apply or there is none; `reason` null where nobody asked for it, or nothing was written).
  package func write(to json: inout JSONWriter, isCorrected: Bool = false) {
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
      json.key("sides")
      json.array { json in
        for side in sides { side.write(to: &json) }
      }
      json.key("errors")
      if let errors { errors.write(to: &json, isCorrected: isCorrected) } else { json.null() }
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

extension AgreementReport.Side {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("file")
      json.string(path)
      json.key("pairs")
      json.int(pairs)
      json.key("alike")
      json.int(alike)
      json.key("share")
      json.number(share)
    }
  }
}

extension AgreementLine {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("standard")
      json.string(standard)
      json.key("question")
      json.string(question)
      json.key("scale")
      json.string(scale.rawValue)
      json.key("cases")
      json.int(cases)
      json.key("agreed")
      json.int(agreed)
      json.key("share")
      json.number(share)
      json.key("scaled")
      json.int(scaled)
      json.key("kappa")
      json.number(kappa?.value)
      json.key("kappa_kind")
      json.string(kappa?.kind.rawValue)
      let figures = [
        ("kappa_low", kappa?.interval?.low), ("kappa_high", kappa?.interval?.high),
        ("alpha", alpha), ("alpha_low", alphaInterval?.low), ("alpha_high", alphaInterval?.high),
      ]
      for (name, figure) in figures {
        json.key(named: name)
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
      json.key("question")
      json.string(question)
      json.key("said")
      json.array { json in
        for side in said {
          let answer = question.map { Self.answer(side, to: $0) }
          guard let side, answer != .some(nil) else {
            json.null()
            continue
          }
          json.object { json in
            json.key("verdict")
            json.string(side.outcome.rawValue)
            json.key("answer")
            if case .value(let value) = answer { json.int(value) } else { json.null() }
            json.key("reason")
            json.string(side.reason)
          }
        }
      }
    }
  }
}
