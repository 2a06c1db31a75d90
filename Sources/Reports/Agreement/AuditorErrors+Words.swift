import Diagnostics
import Quality
import Statistics

extension AuditorErrors {
  /// The errors as a table.
  ///
  /// - Parameter isCorrected: Whether the share of misses is corrected for them too, as a random sample
  ///   allows.
  func lines(isCorrected: Bool) -> [String] {
    var table = TextTable(
      [
        ("the auditor's errors", .left), ("misses", .right), ("reported", .right), ("95%", .left),
        ("kept", .right), ("let pass", .right), ("95%", .left),
      ]
        + (isCorrected
          ? [("of all, missed", .right), ("corrected", .right), ("95%", .left)] : []))
    for line in lines + [all] {
      table.add(
        [line.standard ?? "all verdicts"] + Self.cells(line.reported, line.level)
          + Self.cells(line.letPass, line.level)
          + (isCorrected
            ? [
              Self.percent(line.seen), line.corrected.map { Written.percent($0.share) } ?? "–",
              line.correctedInterval?.inPercent ?? "",
            ] : []))
    }
    return table.lines + [
      "misses and kept are what '\(person)' found; reported and let pass what '\(auditor)' said of them"
    ]
      + (isCorrected
        ? [
          "corrected for these errors (Rogan and Gladen; interval: Lang and Reiczigel): so much of all that the "
            + "auditor decided is missed, if '\(person)' holds every verdict of a random sample, given "
            + "unseen, and is right"
        ]
        : ["true of other tickets only if these are a random sample, judged unseen (--correct)"])
  }

  private static func cells(_ share: Proportion?, _ level: Double) -> [String] {
    [
      share.map { "\($0.all)" } ?? "0", percent(share),
      (try? share?.wilson(level: level))?.inPercent ?? "",
    ]
  }

  private static func percent(_ share: Proportion?) -> String {
    share.map { Written.percent($0.share) } ?? "–"
  }

  /// Writes the errors as one JSON object.
  ///
  /// Keys: `auditor`, `reviewer` (the files), `all` and `standards`: `{standard, misses, reported,
  /// sensitivity, sensitivity_low, sensitivity_high, kept, let_pass, specificity, specificity_low,
  /// specificity_high, judged, judged_missed, seen, corrected, corrected_low, corrected_high}`; `judged`
  /// and what follows count all that the auditor decided, and are null for `all`; `corrected` is null where
  /// nobody asked for it, or nothing can be said.
  func write(to json: inout JSONWriter, isCorrected: Bool) {
    json.object { json in
      json.key("auditor")
      json.string(auditor)
      json.key("reviewer")
      json.string(person)
      json.key("all")
      all.write(to: &json, isCorrected: isCorrected)
      json.key("standards")
      json.array { json in
        for line in lines { line.write(to: &json, isCorrected: isCorrected) }
      }
    }
  }
}

extension AuditorErrors.Line {
  fileprivate func write(to json: inout JSONWriter, isCorrected: Bool) {
    let (sensitivity, specificity) = (
      try? reported?.wilson(level: level), try? letPass?.wilson(level: level)
    )
    let corrected = isCorrected ? corrected : nil
    let interval = isCorrected ? correctedInterval : nil
    json.object { json in
      json.key("standard")
      json.string(standard)
      json.members([
        WholeFigure("misses", reported?.all ?? 0), WholeFigure("reported", reported?.kept ?? 0),
        WholeFigure("sensitivity", reported?.share),
        WholeFigure("sensitivity_low", sensitivity?.low),
        WholeFigure("sensitivity_high", sensitivity?.high),
        WholeFigure("kept", letPass?.all ?? 0), WholeFigure("let_pass", letPass?.kept ?? 0),
        WholeFigure("specificity", letPass?.share),
        WholeFigure("specificity_low", specificity?.low),
        WholeFigure("specificity_high", specificity?.high),
        WholeFigure("judged", seen?.all), WholeFigure("judged_missed", seen?.kept),
        WholeFigure("seen", seen?.share), WholeFigure("corrected", corrected?.share),
        WholeFigure("corrected_low", interval?.low),
        WholeFigure("corrected_high", interval?.high),
      ])
    }
  }
}
