/// A model on its way to or from a file: by names instead of hashes.
package struct ModelDraft: Sendable {
  package var concepts: [Concept]
  package var bias = ActScores()
  package var levels = SentenceModel.Levels()
  /// Each feature's written form and weights, in the order of the file.
  package var weights: [(feature: String, scores: ActScores)] = []

  package init(concepts: [Concept]) {
    self.concepts = concepts
  }

  /// The model, with weights rounded as the file rounds them.
  ///
  /// - Throws: ``ModelError`` for what does not fit together.
  package func model() throws(ModelError) -> SentenceModel {
    var features: [(form: FeatureForm, row: WeightRow)] = []
    for (feature, scores) in weights {
      let row = Self.rounded(scores)
      if row != .zero, let form = FeatureForm(Substring(feature)) { features.append((form, row)) }
    }
    let levels = [bias, levels.sure, levels.present, levels.absent].map(Self.rounded)
    return try SentenceModel(ModelWriter.bytes(concepts, levels: levels, weights: features))
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
      lines += concept.anyOf.map { "\t@\($0)" }
      lines += concept.phrases.map { "\t\($0.written)" }
    }
    lines.append("weights")
    for (feature, scores) in weights where Self.rounded(scores) != .zero {
      lines.append("\(feature)\t\(row(scores))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rounded(_ scores: ActScores) -> WeightRow {
    let limit = Float(Int16.max)
    let hundredths = (scores.lanes * 100).clamped(
      lowerBound: SIMD16(repeating: -limit), upperBound: SIMD16(repeating: limit))
    return WeightRow(hundredths.rounded(.toNearestOrAwayFromZero))
  }
}
