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

  /// The words and concepts of a sentence that speak most for an act, the strongest first.
  ///
  /// - Parameter most: How many at most.
  /// - Returns: Words as they were folded, concepts by their names; empty where none speaks for it.
  /// - Complexity: O(bytes of the sentence); slow beside ``scores(_:)``.
  package func reasons(
    for act: Act, _ text: FoldedText, _ sentences: [Sentence], _ reading: Reading,
    sentence: Int, most: Int = 3
  ) -> [String] {
    guard sentences.indices.contains(sentence), reading.sentences.indices.contains(sentence) else {
      return []
    }
    var weighed: [(word: String, weight: Float)] = []
    for feature in features(text, sentences, reading, of: sentence) {
      guard let word = feature.word, let row = row(of: feature.form) else { continue }
      let weight = tables.weights(row)[act.lane]
      if weight > 0 { weighed.append((word, Float(weight) * feature.factor)) }
    }
    var words: [String] = []
    for one in weighed.sorted(by: { ($1.weight, $0.word) < ($0.weight, $1.word) })
    where !words.contains(one.word) && words.count < most { words.append(one.word) }
    return words
  }

  /// The row of weights of a word's or single concept's written form; nil where there is none.
  private func row(of form: String) -> Int? {
    let row =
      switch FeatureForm(Substring(form)) {
      case .words(let key): tables.row(ofFeature: key)
      case .concept(let name):
        names.firstIndex(of: String(name)).map { tables.row(of: $0, .itself) } ?? 0
      case .both, .before, .behind, nil: 0
      }
    return row == 0 ? nil : row
  }
}

extension SentenceModel.Feature {
  /// A whole word, or the name of a concept of this sentence; nil for parts of words.
  fileprivate var word: String? {
    if form.hasPrefix("w:") { return "'\(form.dropFirst(2))'" }
    return form.hasPrefix("@") && !form.contains("&") ? String(form.dropFirst()) : nil
  }
}
