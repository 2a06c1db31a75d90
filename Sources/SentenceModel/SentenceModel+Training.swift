package import TextMatching

extension SentenceModel {
  /// A feature of one sentence, by its written form.
  package struct Feature: Hashable, Sendable {
    package let form: String
    /// How much it counts, before the sentence's length.
    package let factor: Float
  }

  /// The features of each sentence with their written forms, scaled to unit length as ``scores(_:)``
  /// scales them.
  ///
  /// - Complexity: O(bytes); slow, for training only.
  package func features(
    _ text: FoldedText, _ sentences: [Sentence], _ reading: Reading
  ) -> [[Feature]] {
    sentences.indices.map { features(text, sentences, reading, of: $0) }
  }

  private func features(
    _ text: FoldedText, _ sentences: [Sentence], _ reading: Reading, of index: Int
  ) -> [Feature] {
    let range = sentences[index].range.clamped(to: 0..<text.bytes.count)
    let words = text.bytes.withUnsafeBufferPointer { SentenceFeatures.names($0, range) }
    func names(_ concepts: ConceptSet) -> [String] { concepts.indices.map { self.names[$0] } }
    let own = names(concepts(of: index, reading))
    var weighed = words.map { (form: $0, factor: 1) }
    for (place, concept) in own.enumerated() {
      weighed.append(("@\(concept)", SentenceFeatures.conceptWeight))
      for other in own[(place + 1)...] {
        weighed.append(("@\(min(concept, other))&\(max(concept, other))", 1))
      }
    }
    if index > 0 {
      weighed += names(reading.sentences[index - 1].concepts).map { ("<@\($0)", 1) }
    }
    if index + 1 < reading.sentences.count {
      weighed += names(reading.sentences[index + 1].concepts).map { (">@\($0)", 1) }
    }
    let length = size(of: index, own.count, reading).squareRoot()
    return weighed.map { Feature(form: $0.form, factor: Float($0.factor) / length) }
  }

  /// The names of each sentence's concepts, with its marks, length and place, in the model's order.
  package func names(_ reading: Reading) -> [[String]] {
    reading.sentences.indices.map { concepts(of: $0, reading).indices.map { names[$0] } }
  }
}
