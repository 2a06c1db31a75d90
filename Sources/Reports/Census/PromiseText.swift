package import Conformance
import ServiceTime
import Standards

/// Promises of a share over many tickets, as a manager reads them.
package struct PromiseText: Sendable {
  /// How many periods are shown; those before them are summed up.
  static let mostPeriods = 8
  /// How many waits on each side of the target are named.
  static let mostWaits = 3

  private let seed: UInt64
  private let isOpenEnded: Bool

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - seed: What the outlooks were drawn with.
  ///   - isOpenEnded: Whether nothing says up to when the tickets' logs are known.
  package init(seed: UInt64, isOpenEnded: Bool) {
    self.seed = seed
    self.isOpenEnded = isOpenEnded
  }

  /// A block of lines for each promise, and a table for each dimension; empty without promises.
  package func render(_ results: [PromiseResult], by dimensions: [CensusDimension] = []) -> String {
    guard !results.isEmpty else { return "" }
    var lines = ["Promises"]
    for result in results {
      lines.append("")
      lines += block(result)
    }
    if isOpenEnded, results.contains(where: { $0.counts.open > 0 }) {
      lines += ["", "open: waiting when the ticket's own log ends; --as-of says when that is"]
    }
    for dimension in dimensions { lines += table(of: dimension, results) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(_ result: PromiseResult) -> [String] {
    let promise = result.promise
    let title = "\(promise.standard.id): \(promise.inWords)"
    let counts = result.counts
    guard counts.decided + counts.open > 0 else {
      return [
        "\(title): "
          + (counts.undecided > 0 ? "nothing decided, \(counts.undecided) undecided" : "no case")
      ]
    }
    var lines = [title]
    let rules = promise.clockRules.map { "\($0.key) \($0.value)" }
    if !rules.isEmpty { lines.append("  by the rules \(rules.joined(separator: ", "))") }
    lines += periods(of: result).map { "  \($0)" }
    if let waits = result.waits { lines.append("  \(inWords(waits, promise))") }
    for (name, waits) in lists(of: result) where !waits.isEmpty {
      lines.append("  \(name): \(waits.map { promise.inWords($0) }.joined(separator: ", "))")
    }
    if counts.decided > 0 { lines.append("  outlook: \(outlook(result))") }
    return lines
  }

  /// The waits worth looking at; the late ones in one list where they are few.
  private func lists(of result: PromiseResult) -> [(String, [NotableWait])] {
    let inTime = ("just in time", Array(result.justInTime.prefix(Self.mostWaits)))
    // With no more than the lists can hold, both would name the same.
    guard result.worst.count == NotableWait.mostKept else {
      return [inTime, ("late", result.worst)]
    }
    return [
      inTime, ("just late", Array(result.justLate.prefix(Self.mostWaits))),
      ("worst", Array(result.worst.prefix(Self.mostWaits))),
    ]
  }

  private func periods(of result: PromiseResult) -> [String] {
    let promise = result.promise
    // A period in which nothing was asked says nothing.
    let periods = result.periods.filter {
      $0.counts.decided + $0.counts.open + $0.counts.undecided > 0
    }
    let earlier = periods.dropLast(Self.mostPeriods)
    var table = TextTable([("", .left), ("", .right), ("", .right), ("", .left), ("", .left)])
    for period in periods.suffix(Self.mostPeriods) {
      let counts = period.counts
      table.add([
        period.period.inWords, "\(counts.met) of \(counts.decided)", promise.inWords(counts),
        period.standing(promise.share), notes(period, promise).joined(separator: "; "),
      ])
    }
    var lines = Array(table.lines.dropFirst())
    if !earlier.isEmpty { lines.insert(inWords(earlier, promise), at: 0) }
    return lines
  }

  /// Periods before those that are shown, in one line.
  private func inWords(
    _ periods: ArraySlice<PromiseResult.Period>, _ promise: CountedPromise
  ) -> String {
    var parts = Standing.allCases.compactMap { standing -> String? in
      let count = periods.count { $0.counts.standing(promise.share) == standing }
      return count == 0 ? nil : "\(count) \(standing.inWords)"
    }
    let beyond = periods.reduce(0) { $0 + ($1.beyond?.count ?? 0) }
    if beyond > 0, let longest = promise.longest {
      parts.append("\(beyond) waited longer than \(promise.inWords(longest))")
    }
    return Written.count(periods.count, promise.period.rawValue) + " before: "
      + parts.joined(separator: ", ")
  }

  private func notes(_ period: PromiseResult.Period, _ promise: CountedPromise) -> [String] {
    var notes: [String] = []
    if period.counts.open > 0 { notes.append("\(period.counts.open) open") }
    if period.counts.undecided > 0 {
      let isDecisive = period.counts.hangsOnUndecided(promise.share)
      notes.append(
        "\(period.counts.undecided) undecided" + (isDecisive ? " could turn it" : ""))
    }
    if let beyond = period.beyond, let longest = promise.longest {
      let worst = promise.inWords(beyond.worst)
      notes.append(
        "never longer than \(promise.inWords(longest)): "
          + (beyond.count == 1
            ? "1 waited \(worst)" : "\(beyond.count) waited longer, at worst \(worst)"))
    }
    return notes
  }

  private func inWords(_ waits: WaitSummary, _ promise: CountedPromise) -> String {
    let opening = waits.opening
    let customer = waits.customer
    var isOnCalendar = false
    if case .calendar? = promise.hours { isOnCalendar = true }
    var line =
      "median \(promise.inWords(opening.median)), 90% within \(promise.inWords(opening.ninety)), "
      + "95% within \(promise.inWords(opening.ninetyFive))"
    if isOnCalendar { line += " of opening time" }
    if customer != opening {
      let times = [customer.median, customer.ninety, customer.ninetyFive]
      line +=
        "; customer's own clock "
        + times.map { promise.inWords($0, onClock: true) }.joined(separator: ", ")
    }
    if waits.unfinished > 0 {
      line +=
        waits.unfinished == 1
        ? "; 1 unfinished, counted with its time so far"
        : "; \(waits.unfinished) unfinished, counted with their time so far"
    }
    return line
  }

  private func outlook(_ result: PromiseResult) -> String {
    let noun = result.promise.period.rawValue
    guard let outlook = result.outlook else {
      return "not before there are \(Outlook.fewestDays) days with decided cases, now "
        + "\(result.daysWithCases)"
    }
    let kept = Self.percent(outlook.probability)
    guard outlook.method != .exact else {
      return "\(kept) of these \(outlook.daysWithCases) days keep it"
    }
    var days = "these \(outlook.days) days"
    if outlook.daysWithCases < outlook.days {
      days += " (\(outlook.daysWithCases) with cases)"
    }
    let error = outlook.drawingError
    let points = max(
      error.upperBound - outlook.probability, outlook.probability - error.lowerBound)
    return "\(kept) of \(noun)s made of \(days) keep it "
      + "(±\(Written.number((points * 100).rounded(.up), decimals: 0)) by the draw, seed \(seed))"
  }

  /// A probability in whole percent; never 0% or 100% for what can come the other way.
  static func percent(_ probability: Double) -> String {
    if probability > 0, probability < 0.01 { return "less than 1%" }
    if probability < 1, probability > 0.99 { return "more than 99%" }
    return Written.number(probability * 100, decimals: 0) + "%"
  }

  private func table(of dimension: CensusDimension, _ results: [PromiseResult]) -> [String] {
    var table = TextTable([
      ("standard", .left), (dimension.rawValue, .left), ("decided", .right), ("kept", .right),
      ("median", .right), ("90% within", .right), ("open", .right), ("undecided", .right),
    ])
    for result in results where result.counts.decided + result.counts.open > 0 {
      let promise = result.promise
      for group in result.breakdowns[dimension] ?? [] {
        let counts = group.counts
        guard counts.decided + counts.open + counts.undecided > 0 else { continue }
        table.add([
          promise.standard.id, group.name ?? "(none)", "\(counts.decided)", promise.inWords(counts),
          group.median.map { promise.inWords($0) } ?? "–",
          group.ninety.map { promise.inWords($0) } ?? "–", "\(counts.open)", "\(counts.undecided)",
        ])
      }
    }
    return ["", "By \(dimension.rawValue)", ""] + table.lines
  }
}
