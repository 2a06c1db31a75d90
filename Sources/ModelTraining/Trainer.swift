package import SentenceModel
package import TextMatching

/// Learns a model from tagged replies.
package struct Trainer: Sendable {
  /// A sentence of a reply, as the model sees it and as it was tagged.
  struct Example: Sendable {
    let features: [SentenceModel.Feature]
    let acts: Set<Act>
  }

  /// A reply, ready to learn from.
  package struct Lesson: Sendable {
    package let reply: TaggedReply
    let sentences: [Example]
  }

  /// How one reply is cut into sentences, and what else is known of them.
  package typealias Reading =
    @Sendable (TaggedReply) -> (
      text: FoldedText, sentences: [Sentence], more: [(String, Range<Int>)]
    )

  /// The weight of the examples against that of the penalty.
  package var cost = 2.0
  /// How much more words count than concepts before the penalty: concepts are fewer, and in more sentences.
  package var wordScale = 2.0
  /// What a margin counts in the file, whose weights are whole hundredths.
  package var unit = 4.0
  package var iterations = 150
  /// A feature of fewer sentences is left out.
  package var fewest = 2
  /// Weights below it count as none in the file, so that it stays small and can be read.
  package var leastWeight: Float = 0.08
  /// Of more features those whose greatest weight is least are left out; the file has room for so many.
  package var mostFeatures = 65_000

  private let concepts: [Concept]
  private let reading: Reading

  /// - Parameters:
  ///   - concepts: The concepts with their phrases.
  ///   - names: The names of concepts that `reading` gives besides.
  package init(
    concepts: [Concept], names: [String], reading: @escaping Reading
  ) {
    // A concept may have words of its own, and be given besides.
    let known = Set(concepts.map(\.name))
    self.concepts =
      concepts + names.filter { !known.contains($0) }.map { Concept(name: $0, phrases: []) }
    self.reading = reading
  }

  /// Reads replies as the model sees them.
  ///
  /// - Throws: ``ModelError`` for concepts that do not fit together.
  package func lessons(_ replies: [TaggedReply]) throws(ModelError) -> [Lesson] {
    let blank = try ModelDraft(concepts: concepts).model()
    return replies.map { reply in
      let (text, sentences, more) = reading(reply)
      let read = blank.read(text, sentences, and: more)
      let features = blank.features(text, sentences, read)
      let examples = zip(sentences, features).compactMap { sentence, features -> Example? in
        // Dots alone are not judged.
        guard features.contains(where: { $0.form.hasPrefix("w:") }) else { return nil }
        let place = text.originalUTF8(sentence.range)
        return Example(
          features: features, acts: Set(Act.allCases.filter { reply.does($0, in: place) }))
      }
      return Lesson(reply: reply, sentences: examples)
    }
  }

  /// Learns all acts.
  ///
  /// - Complexity: O(iterations · features of all sentences · acts).
  package func fit(_ lessons: [Lesson]) -> ModelDraft {
    let examples = lessons.flatMap(\.sentences)
    var counts: [String: Int] = [:]
    for example in examples {
      for form in Set(example.features.map(\.form)) { counts[form, default: 0] += 1 }
    }
    let forms = counts.filter { $0.value >= fewest }.keys.sorted()
    let index = Dictionary(uniqueKeysWithValues: forms.enumerated().map { ($1, Int32($0)) })
    let rows = examples.map { example in
      var row = SupportVectorMachine.Row()
      for feature in example.features {
        guard let place = index[feature.form] else { continue }
        row.indices.append(place)
        row.values.append(feature.factor * Float(scale(feature.form)))
      }
      return row
    }
    let machine = SupportVectorMachine(cost: cost, iterations: iterations)
    var draft = ModelDraft(concepts: concepts)
    draft.weights = forms.map { ($0, ActScores()) }
    let fitted = concurrently(Act.allCases) { act in
      machine.fit(rows, examples.map { $0.acts.contains(act) }, features: forms.count)
    }
    for (act, weights) in zip(Act.allCases, fitted) {
      for (place, weight) in weights.dropLast().enumerated() {
        draft.weights[place].scores[act] = Float(weight * scale(forms[place]) * unit)
      }
      draft.bias[act] = Float((weights.last ?? 0) * unit)
    }
    let sizes = draft.weights.map { $0.scores.lanes.magnitudes.max() }
    let least = sizes.sorted(by: >).dropFirst(mostFeatures).first ?? 0
    draft.weights = zip(draft.weights, sizes).filter { $1 > max(least, leastWeight) }.map {
      weight, _ in
      var scores = weight.scores
      scores.lanes.replace(with: 0, where: scores.lanes.magnitudes .< leastWeight)
      return (weight.feature, scores)
    }
    return draft
  }

  private func scale(_ form: String) -> Double {
    form.dropFirst().first == ":" ? wordScale : 1
  }
}

extension ModelDraft {
  /// The highest score of any sentence, by act; the least number for a reply without sentences.
  package func scores(of lessons: [Trainer.Lesson]) -> [ActScores] {
    var weightOf: [String: ActScores] = [:]
    for (form, scores) in weights { weightOf[form] = scores }
    return lessons.map { lesson in
      var best = ActScores(SIMD16(repeating: -100))
      for sentence in lesson.sentences {
        var sum = bias
        for feature in sentence.features {
          if let weight = weightOf[feature.form] { sum.lanes += weight.lanes * feature.factor }
        }
        best.lanes.replace(with: sum.lanes, where: sum.lanes .> best.lanes)
      }
      return best
    }
  }
}

extension SIMD16<Float> {
  fileprivate var magnitudes: Self { replacing(with: -self, where: self .< 0) }
}
