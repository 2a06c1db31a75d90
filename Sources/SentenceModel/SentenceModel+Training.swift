package import TextMatching

extension SentenceModel {
  /// A feature of one sentence, by its written form.
  package struct Feature: Hashable, Sendable {
    package let form: String
    /// How much it counts, before the sentence's length.
    package let factor: Float
  }

  /// The features of each sentence with their written forms, scaled to unit length as ``scores(_:_:_:)``
  /// scales them.
  ///
  /// - Parameter names: The names of concepts beyond the model's own.
  /// - Complexity: O(bytes); slow, for training only.
  package func features(
    _ text: FoldedText, _ sentences: [Sentence], _ reading: Reading, names: [String]
  ) -> [[Feature]] {
    var nameOf: [ConceptKey: String] = [:]
    for name in concepts + SentenceFeatures.builtIn + names { nameOf[ConceptKey(name)] = name }
    func written(_ keys: [ConceptKey]) -> [String] { keys.compactMap { nameOf[$0] } }
    return text.bytes.withUnsafeBufferPointer { bytes in
      sentences.indices.map { index in
        let length = Self.walk(bytes, sentences, index, reading.concepts) { _, _ in }
        let own = reading.concepts[index] + SentenceFeatures.place(index, of: sentences.count)
        let forms = SentenceFeatures.names(
          bytes, sentences[index].range, own: written(own),
          before: index > 0 ? written(reading.concepts[index - 1]) : [],
          behind: index + 1 < sentences.count ? written(reading.concepts[index + 1]) : [])
        return forms.map { form in
          let isConcept = form.utf8.first == UInt8(ascii: "@") && !form.contains("&")
          let factor = isConcept ? SentenceFeatures.conceptWeight : 1
          return Feature(form: form, factor: factor / length.squareRoot())
        }
      }
    }
  }
}
