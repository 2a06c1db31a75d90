import TextMatching

/// The file of weights: text that a person can read, and a diff can show.
///
/// ```
/// acts empathy upsell …             the columns, in this order
/// bias -412 -380 …                  hundredths of log-odds
/// sure 200 150 …                    from which score on an act is there for sure
/// present 50 0 …                    from which it is taken to be there
/// absent -150 -90 …                 below which it is taken not to be
/// concept sorry                     then its phrases, a line each, behind a tab
/// 	przykro mi
/// weights                           then the features, a line each: its form, a tab, its weights
/// w:prosze	0 -12 …
/// ```
///
/// Weights are hundredths; zeros at the end of a line are left out.
package enum ModelFile {
  /// Reads a model.
  ///
  /// - Throws: ``ModelError`` with the line at fault.
  /// - Complexity: O(bytes).
  package static func read(_ text: String) throws(ModelError) -> SentenceModel {
    var reader = Reader()
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty else { continue }
      do throws(Problem) {
        try reader.take(Substring(line))
      } catch {
        throw ModelError(line: number, message: error.message)
      }
    }
    guard reader.isComplete else {
      throw ModelError(line: number, message: "the file ends before its weights")
    }
    return reader.model
  }

  private struct Problem: Error {
    let message: String
  }

  private struct Reader {
    private var columns: [Int] = []
    private var bias: ActScores?
    private var levels = SentenceModel.Levels()
    private var concepts: [(name: String, phrases: [Substring])] = []
    private var features: [(FeatureKey, WeightTable.Weights)] = []
    private var inWeights = false

    var isComplete: Bool { inWeights && bias != nil }

    var model: SentenceModel {
      var table = WeightTable(capacity: features.count)
      // Of two forms with one hash the first counts; with 64 bits there are none in practice.
      for (key, weights) in features { _ = table.insert(key, weights) }
      return SentenceModel(
        concepts: concepts, bias: bias ?? ActScores(), levels: levels, table: table)
    }

    mutating func take(_ line: Substring) throws(Problem) {
      if inWeights { return try takeWeights(line) }
      if line.utf8.first == UInt8(ascii: "\t") {
        guard !concepts.isEmpty else { throw Problem(message: "a phrase of no concept") }
        concepts[concepts.count - 1].phrases.append(line.dropFirst())
        return
      }
      if line == "weights" {
        inWeights = true
        return
      }
      guard let blank = line.firstIndex(of: " ") else {
        throw Problem(message: "'\(line)' is no section")
      }
      let rest = line[line.index(after: blank)...]
      switch line[..<blank] {
      case "acts":
        for name in rest.split(separator: " ") {
          guard let act = Act(rawValue: String(name)) else {
            throw Problem(message: "'\(name)' is no act")
          }
          columns.append(act.lane)
        }
      case "bias": bias = try scores(rest)
      case "sure": levels.sure = try scores(rest)
      case "present": levels.present = try scores(rest)
      case "absent": levels.absent = try scores(rest)
      case "concept": concepts.append((String(rest), []))
      default: throw Problem(message: "'\(line[..<blank])' is no section")
      }
    }

    private func scores(_ text: Substring) throws(Problem) -> ActScores {
      let weights = try weights(text.utf8[...])
      return ActScores(SIMD16<Float>(weights) / 100)
    }

    private mutating func takeWeights(_ line: Substring) throws(Problem) {
      let bytes = line.utf8
      guard let tab = bytes.firstIndex(of: UInt8(ascii: "\t")) else {
        throw Problem(message: "a feature without weights")
      }
      guard let key = FeatureKey(written: line[..<tab]) else {
        throw Problem(message: "'\(line[..<tab])' is no feature")
      }
      features.append((key, try weights(bytes[bytes.index(after: tab)...])))
    }

    private func weights(_ bytes: Substring.UTF8View) throws(Problem) -> WeightTable.Weights {
      var weights = WeightTable.Weights.zero
      var column = 0
      var value = 0
      var isNegative = false
      var hasDigit = false
      func close() throws(Problem) {
        guard hasDigit, column < columns.count, value <= Int(Int16.max) else {
          throw Problem(message: "a weight that is none, or too many of them")
        }
        weights[columns[column]] = Int16(isNegative ? -value : value)
        column += 1
        (value, isNegative, hasDigit) = (0, false, false)
      }
      for byte in bytes {
        switch byte {
        case UInt8(ascii: " "): try close()
        case UInt8(ascii: "-") where !hasDigit: isNegative = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          value = min(value * 10 + Int(byte - UInt8(ascii: "0")), Int(Int16.max) + 1)
          hasDigit = true
        default: throw Problem(message: "a weight that is no whole number")
        }
      }
      try close()
      return weights
    }
  }
}

/// A model on its way to or from a file: by names instead of hashes.
package struct ModelDraft: Sendable {
  package var concepts: [(name: String, phrases: [String])]
  package var bias = ActScores()
  package var levels = SentenceModel.Levels()
  /// Each feature's written form and weights, in the order of the file.
  package var weights: [(feature: String, scores: ActScores)] = []

  package init(concepts: [(name: String, phrases: [String])]) {
    self.concepts = concepts
  }

  /// The model, with weights rounded as the file rounds them.
  package var model: SentenceModel {
    var table = WeightTable(capacity: weights.count)
    for (feature, scores) in weights {
      guard let key = FeatureKey(written: Substring(feature)) else { continue }
      _ = table.insert(key, Self.rounded(scores))
    }
    return SentenceModel(
      concepts: concepts.map { ($0.name, $0.phrases.map { Substring($0) }) },
      bias: ActScores(SIMD16<Float>(Self.rounded(bias)) / 100), levels: levels, table: table)
  }

  /// The file; see ``ModelFile``.
  package var text: String {
    let acts = Act.allCases.sorted { $0.lane < $1.lane }
    func row(_ scores: ActScores) -> String {
      let rounded = Self.rounded(scores)
      var cells = acts.map { rounded[$0.lane] }
      while cells.count > 1, cells.last == 0 { cells.removeLast() }
      return cells.map { "\($0)" }.joined(separator: " ")
    }
    var lines = ["acts " + acts.map(\.rawValue).joined(separator: " ")]
    lines.append("bias \(row(bias))")
    lines.append("sure \(row(levels.sure))")
    lines.append("present \(row(levels.present))")
    lines.append("absent \(row(levels.absent))")
    for concept in concepts {
      lines.append("concept \(concept.name)")
      lines += concept.phrases.map { "\t\($0)" }
    }
    lines.append("weights")
    for (feature, scores) in weights where Self.rounded(scores) != .zero {
      lines.append("\(feature)\t\(row(scores))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rounded(_ scores: ActScores) -> WeightTable.Weights {
    let limit = Float(Int16.max)
    let hundredths = (scores.lanes * 100).clamped(
      lowerBound: SIMD16(repeating: -limit), upperBound: SIMD16(repeating: limit))
    return WeightTable.Weights(hundredths.rounded(.toNearestOrAwayFromZero))
  }
}
