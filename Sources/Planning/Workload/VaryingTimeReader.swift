import Diagnostics
import ServiceTime
import Simulation
import SourceYAML
import Standards

/// Reads times that vary, from what people know of them: `5 min`, `{mean: 5 min, p90: 12 min}`,
/// `{median: 4 min, p90: 12 min}`, `{mean: 5 min, cv: 80%}`, or a table of quantiles.
enum VaryingTimeReader {
  /// The form of the curve, where it is not the usual one.
  enum Form: String, CaseIterable, Sendable {
    case lognormal, gamma, weibull, exponential, fixed
  }

  private static func time(_ name: String, _ summary: String, _ example: String) -> Key<TimeSpan> {
    Key<TimeSpan>(name, summary, shape: .timeSpan) { node, diagnostics in
      node.timeSpan(of: "'\(name)'", &diagnostics)
    }.such(as: example)
  }
  private static let meanKey = time("mean", "the mean", "5 min")
  private static let medianKey = time("median", "half take no longer", "4 min")
  private static let tenthKey = time("p90", "nine in ten take no longer", "12 min")
  private static let variationKey = Key<Double>.variation(
    "cv", "standard deviation ÷ mean"
  ).such(as: "80%")
  private static let formKey = Key<Form>.choice(
    "shape", "the form of the curve"
  ).otherwise("lognormal; exponential where only the mean is known").such(as: "gamma")
  private static let quantilesKey = Key<YAMLNode>(
    "quantiles", "how many take no longer than what, up to 100%; straight lines between",
    shape: .mapping(from: .share, to: .timeSpan)
  ) { node, _ in node }.such(as: "{10%: 1 min, 50%: 4 min, 90%: 12 min, 100%: 1 h}")
  private static let noneKey = Key<Share>.share(
    "none", "how many take no time at all; the rest is as said"
  ).otherwise("0%").such(as: "40%")

  private static let keys = [
    meanKey.description, medianKey.description, tenthKey.description, variationKey.description,
    formKey.description, quantilesKey.description, noneKey.description,
  ]

  /// What may be said together, as ``made(of:_:)`` has it.
  private static let rules: [KeyRule] = [
    .atLeastOne([meanKey.name, medianKey.name, quantilesKey.name]),
    .clash(.init(meanKey.name), .init(medianKey.name)),
    .clash(.init(meanKey.name), .init(quantilesKey.name)),
    .clash(.init(medianKey.name), .init(quantilesKey.name)),
    .clash(.init(tenthKey.name), .init(variationKey.name)),
    .needs(variationKey.name, meanKey.name), .needs(medianKey.name, tenthKey.name),
  ]

  static let shape = Shape.oneOf([.timeSpan, .record(keys, rules: rules)])

  /// Reads a time, or reports what is wrong with it.
  static func read(
    _ node: YAMLNode, of subject: String, _ diagnostics: inout Diagnostics
  ) -> VaryingTime? {
    switch node.content {
    case .scalar:
      guard let span = node.timeSpan(of: subject, &diagnostics) else { return nil }
      return (try? Distribution.constant(Double(span.seconds))).map {
        VaryingTime(distribution: $0, mean: Double(span.seconds), place: node.place)
      }
    case .sequence:
      diagnostics.error(
        "value.type", "\(subject) must be a time, not \(node.kindInWords)", at: node.firstLine,
        fixIt: "write 5 min, or how it varies: {mean: 5 min, p90: 12 min}")
      return nil
    case .mapping:
      guard let record = Record(node, subject: subject, keys: keys, into: &diagnostics) else {
        return nil
      }
      var found = Diagnostics()
      let known = Known(record, &found)
      defer { diagnostics.append(contentsOf: found) }
      // What cannot be read is said; what it would mean together can only be guessed.
      guard !found.hasErrors, record.misspelt.isEmpty else { return nil }
      return known.distribution(subject, &found).map {
        VaryingTime(
          distribution: $0, mean: known.statedMean ?? $0.mean, place: node.firstLine)
      }
    }
  }

  /// What somebody knows of a time.
  private struct Known {
    let record: Record
    let mean: TimeSpan?
    let median: TimeSpan?
    let tenth: TimeSpan?
    let variation: Double?
    let form: Form?
    let quantiles: YAMLNode?
    let none: Double

    init(_ record: Record, _ diagnostics: inout Diagnostics) {
      self.record = record
      mean = record.optional(meanKey, &diagnostics)
      median = record.optional(medianKey, &diagnostics)
      tenth = record.optional(tenthKey, &diagnostics)
      variation = record.optional(variationKey, &diagnostics)
      form = record.optional(formKey, &diagnostics)
      quantiles = record.optional(quantilesKey, &diagnostics)
      none = record.optional(noneKey, &diagnostics)?.fraction ?? 0
    }

    /// The mean that was said, without the rounding of a formula and back.
    var statedMean: Double? { mean.map { Double($0.seconds) * (1 - none) } }

    private var places: SourceRange { record.node.firstLine }

    private func place(_ key: String) -> SourceRange {
      record.entry(key)?.value.place ?? places
    }

    func distribution(_ subject: String, _ diagnostics: inout Diagnostics) -> Distribution? {
      guard agrees(subject, &diagnostics) else { return nil }
      if none >= 1 {
        diagnostics.error(
          "time.never", "\(subject): 100% take no time at all", at: place(noneKey.name),
          fixIt: "leave the time out, or write a smaller share")
        return nil
      }
      do {
        guard let made = try made(subject, &diagnostics) else { return nil }
        return try made.zero(inShare: none)
      } catch {
        let (message, advice) = inWords(error)
        diagnostics.error(
          "time.spread", "\(subject): \(message)", at: place(tenth == nil ? "cv" : "p90"),
          fixIt: advice)
        return nil
      }
    }

    /// Whether what is said can be true together.
    private func agrees(_ subject: String, _ diagnostics: inout Diagnostics) -> Bool {
      let centres = [meanKey.name, medianKey.name, quantilesKey.name]
        .filter { record.entry($0) != nil }
      guard centres.count == 1 else {
        diagnostics.error(
          "time.unknown",
          centres.isEmpty
            ? "\(subject) says neither 'mean' nor 'median' nor 'quantiles'"
            : "\(subject) says both '\(centres[0])' and '\(centres[1])'",
          at: centres.isEmpty ? places : record.entry(centres[1])?.key.place,
          fixIt: "write {mean: 5 min, p90: 12 min}, {median: 4 min, p90: 12 min} or "
            + "{mean: 5 min, cv: 80%}")
        return false
      }
      if tenth != nil, variation != nil {
        diagnostics.error(
          "time.unknown", "\(subject) says both 'p90' and 'cv'",
          at: record.entry(variationKey.name)?.key.place, fixIt: "keep the one that you measured")
        return false
      }
      if let tenth, let centre = mean ?? median, tenth <= centre {
        let name = mean == nil ? "median" : "mean"
        diagnostics.error(
          "time.order", "\(subject): 'p90' (\(tenth)) is not longer than the \(name) (\(centre))",
          at: place(tenthKey.name),
          fixIt: "nine in ten take at most 'p90', so it lies beyond the \(name)")
        return false
      }
      return true
    }

    private func made(
      _ subject: String, _ diagnostics: inout Diagnostics
    ) throws(DistributionError) -> Distribution? {
      let mean = mean.map { Double($0.seconds) }
      let median = median.map { Double($0.seconds) }
      let tenth = tenth.map { Double($0.seconds) }
      switch (form, mean, median, tenth, variation) {
      case (nil, nil, nil, nil, nil): return table(subject, &diagnostics)
      case (nil, let mean?, _, nil, nil), (.exponential, let mean?, _, nil, nil):
        return try .exponential(mean: mean)
      case (.fixed, let mean?, _, nil, nil): return try .constant(mean)
      case (nil, let mean?, _, let tenth?, _), (.lognormal, let mean?, _, let tenth?, _):
        return try .lognormal(mean: mean, percentile90: tenth)
      case (.gamma, let mean?, _, let tenth?, _):
        return try .gamma(mean: mean, percentile90: tenth)
      case (nil, let mean?, _, _, let variation?), (.lognormal, let mean?, _, _, let variation?):
        return try .lognormal(mean: mean, variation: variation)
      case (.gamma, let mean?, _, _, let variation?):
        return try .gamma(mean: mean, variation: variation)
      case (.weibull, let mean?, _, _, let variation?):
        return try .weibull(mean: mean, variation: variation)
      case (nil, _, let median?, let tenth?, _), (.lognormal, _, let median?, let tenth?, _):
        return try .lognormal(median: median, percentile90: tenth)
      case (.weibull, _, let median?, let tenth?, _):
        return try .weibull(median: median, percentile90: tenth)
      case (nil, _, .some, _, _):
        diagnostics.error(
          "time.unknown", "\(subject): a median alone does not say how far long ones reach",
          at: place(medianKey.name), fixIt: "add p90, such as {median: 4 min, p90: 12 min}")
        return nil
      case (let form?, _, _, _, _):
        diagnostics.error(
          "time.unknown",
          "\(subject): \(form == .exponential ? "an" : "a") \(form.rawValue) time is not made of what "
            + "is said here",
          at: place(formKey.name), fixIt: Self.advice(for: form))
        return nil
      case (nil, nil, nil, _, _):
        diagnostics.error(
          "time.unknown", "\(subject): a table of quantiles needs nothing beside it",
          at: place(tenth == nil ? "cv" : "p90"), fixIt: "delete it, or the table")
        return nil
      }
    }

    private static func advice(for form: Form) -> String {
      switch form {
      case .exponential, .fixed:
        "write nothing but the mean: {mean: 5 min, shape: \(form.rawValue)}"
      case .lognormal, .gamma: "write {mean: 5 min, cv: 80%, shape: \(form.rawValue)}"
      case .weibull: "write {median: 4 min, p90: 12 min, shape: weibull}, or mean and cv"
      }
    }

    private func table(_ subject: String, _ diagnostics: inout Diagnostics) -> Distribution? {
      guard let quantiles else { return nil }
      var knots: [(share: Double, time: Int, node: YAMLNode)] = []
      for entry in quantiles.entries(of: "'quantiles'", &diagnostics) {
        guard let share = entry.key.share(of: "a quantile", &diagnostics),
          let time = entry.value.timeSpan(of: "the quantile of \(share)", &diagnostics)
        else { continue }
        knots.append((share.fraction, time.seconds, entry.value))
      }
      guard !diagnostics.hasErrors else { return nil }
      knots.sort { $0.share < $1.share }
      for (one, next) in zip(knots, knots.dropFirst())
      where next.time < one.time || next.share <= one.share {
        diagnostics.error(
          "time.order", "\(subject): more contacts take a shorter time here", at: next.node.place,
          notes: [.init("than here", at: one.node.place)],
          fixIt: "times grow with the share that take no longer")
        return nil
      }
      guard let last = knots.last, last.share == 1 else {
        diagnostics.error(
          "time.table", "\(subject): the table does not say what all stay within",
          at: quantiles.firstLine, fixIt: "add the longest time, such as 100%: 2 h")
        return nil
      }
      var rows = knots.map { Distribution.Knot(share: $0.share, value: Double($0.time)) }
      if knots[0].share > 0 { rows.insert(.init(share: 0, value: 0), at: 0) }
      return try? .empirical(rows)
    }

    private func inWords(_ error: DistributionError) -> (String, String) {
      guard case .ratio(let form, let centre, _, let range) = error,
        let middle = mean ?? median, let tenth
      else { return ("\(error)", "write a share such as 80%") }
      let least = TimeSpan(seconds: Int((Double(middle.seconds) * range.lowerBound).rounded(.up)))
      let most = TimeSpan(seconds: Int((Double(middle.seconds) * range.upperBound).rounded(.down)))
      return (
        "no \(form) time has a \(centre) of \(middle) and a 'p90' of \(tenth)",
        "write a 'p90' of \(least) to \(most), or the median instead of the mean, or quantiles"
      )
    }
  }
}

extension Key where Value == VaryingTime {
  /// A time that may vary.
  static func varyingTime(
    _ name: String, _ summary: String, required: Bool = false
  ) -> Key<VaryingTime> {
    Key(name, summary, shape: VaryingTimeReader.shape, required: required) { node, diagnostics in
      VaryingTimeReader.read(node, of: "'\(name)'", &diagnostics)
    }
  }
}

extension Key where Value == Double {
  /// Standard deviation ÷ mean: `0.8` or `80%`, up to 10.
  static func variation(_ name: String, _ summary: String) -> Key<Double> {
    number(name, summary, "a share of the mean", example: "80%", in: 0.001...10)
  }

  /// A number, or a percentage that stands for its hundredth.
  static func number(
    _ name: String, _ summary: String, _ what: String, example: String,
    in range: ClosedRange<Double>, required: Bool = false
  ) -> Key<Double> {
    let shape = Shape.written(
      what, example: example, pattern: "^[0-9]{1,9}([.,][0-9]{1,9})? ?%?$", orNumber: true)
    return Key(name, summary, shape: shape, required: required) { node, diagnostics in
      guard let text = node.text(of: "'\(name)'", &diagnostics) else { return nil }
      if let number = Double(amount: text), range.contains(number) { return number }
      func inWords(_ bound: Double) -> String {
        example.hasSuffix("%") ? percent(bound) : plain(bound)
      }
      diagnostics.error(
        "value.number", "'\(name)' is \(what), and '\(text.shortened)' is none", at: node.place,
        fixIt: "write \(inWords(range.lowerBound)) to \(inWords(range.upperBound)), such as "
          + example)
      return nil
    }
  }
}

extension Double {
  /// Reads `0.8`, `0,8` or `80%`; nil for anything else.
  fileprivate init?(amount text: String) {
    let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
    let plain = String(digits.filter { $0 != " " }.map { $0 == "," ? "." : $0 })
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), plain.utf8.count <= 20,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let number = Double(plain)
    else { return nil }
    self = text.hasSuffix("%") ? number / 100 : number
  }
}

/// A number without `.0`.
private func plain(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

private func percent(_ number: Double) -> String { plain((number * 1e6).rounded() / 1e4) + "%" }
