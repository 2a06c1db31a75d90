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

extension SentenceModel {
  /// The words and concepts of a sentence that speak most for an act, the strongest first.
  ///
  /// - Parameter most: How many at most.
  /// - Returns: Words as they were folded, concepts by their names; empty where none speaks for it.
  /// - Complexity: O(bytes of the sentence); slow beside ``scores(_:_:_:)``.
  package func reasons(
    for act: Act, _ text: FoldedText, _ sentences: [Sentence], _ reading: Reading,
    sentence: Int, names: [String], most: Int = 3
  ) -> [String] {
    guard sentences.indices.contains(sentence) else { return [] }
    let features = features(text, sentences, reading, names: names)[sentence]
    var weighed: [(word: String, weight: Float)] = []
    table.withLookup { weights in
      for feature in features {
        guard let key = FeatureKey(written: Substring(feature.form)),
          let weight = weights(key.hash)?[act.lane], weight > 0,
          let word = feature.word
        else { continue }
        weighed.append((word, Float(weight) * feature.factor))
      }
    }
    var words: [String] = []
    for one in weighed.sorted(by: { ($1.weight, $0.word) < ($0.weight, $1.word) })
    where !words.contains(one.word) && words.count < most { words.append(one.word) }
    return words
  }
}

extension SentenceModel.Feature {
  /// A whole word, or the name of a concept of this sentence; nil for parts of words.
  fileprivate var word: String? {
    if form.hasPrefix("w:") { return "'\(form.dropFirst(2))'" }
    return form.hasPrefix("@") && !form.contains("&") ? String(form.dropFirst()) : nil
  }
}
