package import TextMatching

/// Tells what sentences of a reply do, by a linear model over words and concepts.
///
/// A concept is a list of words and phrases that mean the same in Polish, Czech and English, so that
/// what is learnt in one language holds in the others. Scores are log-odds (natural logarithm): 0 is
/// even, 2 is about 88%.
package struct SentenceModel: Sendable {
  /// The names of the concepts.
  package let concepts: [String]
  let conceptKeys: [ConceptKey]
  private let phrases: PhraseGroups
  let bias: ActScores
  /// What its scores mean.
  package let levels: Levels
  let table: WeightTable

  /// From which scores on something is said of an act.
  package struct Levels: Sendable, Equatable {
    /// From this score on it is there for sure: enough to accuse somebody.
    package var sure = ActScores()
    /// From this score on it is taken to be there.
    package var present = ActScores()
    /// Below this score it is taken not to be there; from here up to `present` it is undecided.
    package var absent = ActScores()

    package init() {}
  }

  init(
    concepts: [(name: String, phrases: [Substring])], bias: ActScores, levels: Levels,
    table: WeightTable
  ) {
    self.concepts = concepts.map(\.name)
    conceptKeys = concepts.map { ConceptKey($0.name) }
    phrases = PhraseGroups(concepts.map(\.phrases))
    self.bias = bias
    self.levels = levels
    self.table = table
  }

  /// What the sentences of a text are judged by.
  package struct Reading: Sendable {
    /// For each sentence its concepts, with marks and length.
    package internal(set) var concepts: [[ConceptKey]]
    /// The places of concepts: the concept's index, and where (folded bytes), by start.
    package internal(set) var places: [(concept: Int, range: Range<Int>)]
  }

  /// Finds the concepts of each sentence.
  ///
  /// - Parameters:
  ///   - text: The folded text.
  ///   - sentences: Its sentences.
  ///   - more: Concepts that other parts see, such as times: names, and where (folded bytes).
  /// - Complexity: O(bytes + places).
  package func read(
    _ text: FoldedText, _ sentences: [Sentence], and more: [(ConceptKey, Range<Int>)] = []
  ) -> Reading {
    var places: [(concept: Int, range: Range<Int>)] = []
    phrases.scan(text) { places.append(($0, $1)) }
    var found = [[ConceptKey]](repeating: [], count: sentences.count)
    var sentence = 0
    for (concept, range) in places {
      while sentence < sentences.count, sentences[sentence].range.upperBound <= range.lowerBound {
        sentence += 1
      }
      guard sentence < sentences.count else { break }
      if sentences[sentence].range.lowerBound <= range.lowerBound {
        found[sentence].append(conceptKeys[concept])
      }
    }
    for (index, sentence) in sentences.enumerated() {
      for concept in phrases.matches(in: text, sentence.range) {
        found[index].append(conceptKeys[concept])
      }
    }
    for (key, range) in more {
      if let index = sentences.firstIndex(where: { $0.range.contains(range.lowerBound) }) {
        found[index].append(key)
      }
    }
    var concepts: [[ConceptKey]] = []
    concepts.reserveCapacity(sentences.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, sentence) in sentences.enumerated() {
        var words = 0
        var hasExclamation = false
        var position = sentence.range.lowerBound
        while let word = Words.next(in: bytes, from: position, to: sentence.range.upperBound) {
          position = word.end
          words += 1
          if bytes[word.start] == UInt8(ascii: "!") { hasExclamation = true }
        }
        concepts.append(
          SentenceFeatures.concepts(
            found[index], words: words, hasQuestion: sentence.isQuestion,
            hasExclamation: hasExclamation))
      }
    }
    return Reading(concepts: concepts, places: places)
  }

  /// The score of every act for every sentence.
  ///
  /// - Complexity: O(bytes + concepts² of a sentence).
  package func scores(
    _ text: FoldedText, _ sentences: [Sentence], _ reading: Reading
  ) -> [ActScores] {
    var scores: [ActScores] = []
    scores.reserveCapacity(sentences.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      table.withLookup { weights in
        for index in sentences.indices {
          var sum = SIMD16<Int32>.zero
          let size = Self.walk(bytes, sentences, index, reading.concepts) { hash, factor in
            guard let weight = weights(hash) else { return }
            sum &+= SIMD16<Int32>(truncatingIfNeeded: weight) &* factor
          }
          let lanes = SIMD16<Float>(sum) / (100 * size.squareRoot())
          scores.append(ActScores(bias.lanes + lanes))
        }
      }
    }
    return scores
  }

  /// Gives every feature of a sentence with its factor.
  ///
  /// - Returns: The square of the features' length, by whose root scores are divided.
  @inline(__always)
  static func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, _ sentences: [Sentence], _ index: Int,
    _ concepts: [[ConceptKey]], _ take: (UInt64, Int32) -> Void
  ) -> Float {
    var length: Float = 0
    let counts = SentenceFeatures.walkWords(bytes, sentences[index].range) { take($0, 1) }
    length += Float(counts.features)
    let own = concepts[index] + SentenceFeatures.place(index, of: sentences.count)
    let factor = Int32(SentenceFeatures.conceptWeight)
    SentenceFeatures.walkConcepts(
      own, before: index > 0 ? concepts[index - 1] : [],
      behind: index + 1 < concepts.count ? concepts[index + 1] : []
    ) { hash, isConcept in
      take(hash, isConcept ? factor : 1)
      length += isConcept ? Float(factor * factor) : 1
    }
    return max(length, 1)
  }
}
