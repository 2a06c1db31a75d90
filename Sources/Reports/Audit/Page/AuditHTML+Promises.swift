import Conformance
import Quality
import ServiceTime
import Standards

extension AuditHTML {
  /// Writes how the promises stand, each with its periods.
  func writePromises(to html: inout HTMLWriter) {
    html.element(
      "p", ["class": "lead"],
      text:
        "A promise of a share must be kept in each of its periods; open cases can still turn it.")
    let told = report.promises.filter { $0.counts.decided > 0 }
    if !told.isEmpty {
      BarChart(
        id: "chart-promises", finding: finding(told), quantity: "cases that kept the promise (%)",
        rows: told.map { result in
          BarChart.Row(
            label: result.promise.standard.title.text(in: Self.language),
            language: result.promise.standard.title.foreignLanguage, share: result.counts.share,
            promised: result.promise.share.fraction, isBroken: result.standing == .broken,
            value: "\(result.promise.inWords(result.counts)) of \(result.counts.decided)")
        }
      ).write(to: &html)
      html.element(
        "p", ["class": "small"],
        text:
          "The dashed line is the share promised; a hatched bar breaks it in at least one period.")
    }
    html.element("table", ["class": "figures"]) { html in
      html.head(["promise", "", "periods kept", "cases", "median; 95% within", "outlook"])
      html.element("tbody") { html in
        for result in report.promises { writeRow(of: result, to: &html) }
      }
    }
    let trends = report.promises.filter { $0.periods.count { $0.counts.decided > 0 } > 1 }
    guard !trends.isEmpty else { return }
    html.element("div", ["class": "trends"]) { html in
      for result in trends { writeTrend(of: result, to: &html) }
    }
    html.element(
      "p", ["class": "small"],
      text: "The dashed line is the share promised; a hollow mark is a period that the log or the "
        + "promise covers only in part.")
  }

  private func finding(_ told: [PromiseResult]) -> String {
    let broken = told.filter { $0.standing == .broken }
    guard let worst = broken.max(by: { $0.shortfall < $1.shortfall }) else {
      return "No promise is broken in any period"
    }
    return Written.count(broken.count, "promise") + " of \(told.count) "
      + (broken.count == 1 ? "is" : "are") + " broken in at least one period; "
      + "'\(worst.promise.standard.id)' is furthest from its share"
  }

  private func writeRow(of result: PromiseResult, to html: inout HTMLWriter) {
    let promise = result.promise
    let counts = result.counts
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { html in
        html.localized(promise.standard.title, as: "b")
        html.element("span", text: "\(promise.standard.id): \(promise.inWords)")
      }
      let standing = result.standing
      html.cell(
        standing.sign + " " + standing.inWords,
        kind: standing == .broken ? "broken" : standing == .kept ? "kept" : nil,
        label: "")
      let periods = result.periods.filter { $0.counts.decided + $0.counts.open > 0 }
      let kept = periods.count { $0.counts.standing(promise.share) == .kept }
      html.cell(
        periods.isEmpty
          ? "–" : "\(kept) of \(Written.count(periods.count, promise.period.rawValue))",
        label: "periods kept")
      var cases = "\(counts.met) of \(counts.decided), \(promise.inWords(counts))"
      if counts.open > 0 { cases += "; \(counts.open) open" }
      if counts.undecided > 0 { cases += "; \(counts.undecided) undecided" }
      let beyond = result.periods.reduce(0) { $0 + ($1.beyond?.count ?? 0) }
      if beyond > 0, let longest = promise.longest {
        cases += "; \(beyond) waited longer than \(promise.inWords(longest))"
      }
      html.cell(cases, label: "cases")
      html.cell(
        result.waits.map {
          "\(promise.inWords($0.opening.median)); \(promise.inWords($0.opening.ninetyFive))"
        } ?? "–", label: "median; 95% within")
      html.cell(
        result.outlook.map { "\(PromiseText.percent($0.probability)) keep it" } ?? "–",
        label: "outlook: of \(promise.period.rawValue)s like these")
    }
  }

  private func writeTrend(of result: PromiseResult, to html: inout HTMLWriter) {
    let promise = result.promise
    let shown = result.periods.suffix(Self.mostPeriods)
    let broken = shown.count { $0.counts.standing(promise.share) == .broken }
    LineChart(
      id: "chart-promise-\(promise.standard.id)",
      finding: broken == 0
        ? "'\(promise.standard.id)' is broken in no \(promise.period.rawValue)"
        : "'\(promise.standard.id)' is broken in \(broken) of "
          + Written.count(shown.count, promise.period.rawValue),
      quantity: "cases that kept the promise (%)", time: promise.period.rawValue,
      points: Self.points(shown),
      promised: promise.share.fraction
    ).write(to: &html)
  }

  /// A point for each period from the first to the last, also for those without cases, so that the
  /// axis is one of time.
  private static func points(_ periods: ArraySlice<PromiseResult.Period>) -> [LineChart.Point] {
    var points: [LineChart.Point] = []
    var expected = periods.first?.period
    for period in periods {
      while let gap = expected, gap < period.period, points.count < 2 * mostPeriods {
        points.append(LineChart.Point(label: gap.name, share: nil, count: 0))
        expected = gap.next
      }
      points.append(
        LineChart.Point(
          label: period.period.name, share: period.counts.share, count: period.counts.decided,
          isPartial: period.isPartial))
      expected = period.period.next
    }
    return points
  }

  /// How many periods a line shows.
  private static let mostPeriods = 60

  /// Whether the tickets are a sample, of which standards' shares have intervals and promises no verdict.
  var isSample: Bool { report.sample != nil }

  /// Writes how often each standard was kept.
  func writeStandards(to html: inout HTMLWriter) {
    if isSample, report.standards.contains(where: { $0.promised != nil }) {
      html.element("p", ["class": "lead"], text: Sample.ofPromises.sentence)
    }
    let judged = report.standards.filter { $0.decided > 0 && $0.promised == nil }
      .enumerated().sorted {
        ($0.element.share ?? 1, $0.offset) < ($1.element.share ?? 1, $1.offset)
      }
      .map { $0.element }
    if let worst = judged.first {
      let share = worst.share ?? 1
      BarChart(
        id: "chart-standards",
        finding: share < 1
          ? "'\(worst.standard.id)' is kept least often: \(Written.percent(share)) of \(worst.decided)"
          : "Every standard was kept wherever it could be decided",
        quantity: "decided cases in which the standard was kept (%)",
        rows: judged.map { result in
          BarChart.Row(
            label: result.standard.title.text(in: Self.language),
            language: result.standard.title.foreignLanguage, share: result.share,
            interval: isSample ? result.interval?.range : nil,
            value: "\(Written.percent(result.share ?? 1)) of \(result.decided)")
        }
      ).write(to: &html)
    }
    html.element("table", ["class": "figures"]) { html in
      let hasPassed = report.standards.contains { $0.waived + $0.known > 0 }
      html.head(
        ["standard", "kept"] + (isSample ? ["interval (95%)"] : [])
          + ["promised", "met", "missed"] + (hasPassed ? ["let pass"] : [])
          + ["undecided", "not applicable"])
      html.element("tbody") { html in
        for result in report.standards {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.localized(result.standard.title, as: "b")
              html.element(
                "span",
                text: "\(result.standard.id), \(result.standard.severity.rawValue), "
                  + "\(result.standard.owner.rawValue)")
            }
            html.cell(result.share.map { Written.percent($0) } ?? "–", label: "kept")
            if isSample {
              html.cell(result.interval?.inPercent ?? "–", label: "interval (95%)")
            }
            html.cell(result.promised?.description ?? "–", label: "promised")
            for (label, count) in [
              ("met", result.met), ("missed", result.missed),
              ("let pass", result.waived + result.known), ("undecided", result.undecided),
              ("not applicable", result.notApplicable),
            ] where hasPassed || label != "let pass" {
              html.cell("\(count)", label: label)
            }
          }
        }
      }
    }
  }
}

extension PromiseResult {
  /// How the promise stands over all: broken if it is in any of its periods.
  var standing: Standing {
    let all = periods.map { $0.counts.standing(promise.share) }
    if all.contains(.broken) { return .broken }
    if all.contains(.open) { return .open }
    return all.contains(.kept) ? .kept : .nothingDecided
  }

  /// By how much the share misses what is promised.
  fileprivate var shortfall: Double { promise.share.fraction - (counts.share ?? 1) }
}

extension Standing {
  /// A sign beside the word.
  fileprivate var sign: String {
    switch self {
    case .kept: "✓"
    case .broken: "✗"
    case .open: "…"
    case .nothingDecided: "–"
    }
  }
}

extension HTMLWriter {
  /// Writes the head of a table; a column without a name is named for those who do not see it.
  mutating func head(_ names: [String]) {
    element("thead") { html in
      html.element("tr") { html in
        for name in names {
          html.element("th", ["scope": "col"]) { html in
            if name.isEmpty {
              html.element("span", ["class": "unseen"], text: "how it stands")
            } else {
              html.text(name)
            }
          }
        }
      }
    }
  }

  /// Writes a cell; a phone shows its label beside it, for there are no columns.
  mutating func cell(_ text: String, kind: String? = nil, label: String) {
    element("td", ["class": kind, "data-label": label.isEmpty ? nil : label], text: text)
  }
}
