package import TextMatching

extension SentenceModel {
  /// The words of a sentence that speak most for an act, the strongest first.
  ///
  /// A concept stands for the words that it was seen in; marks, length and place have none and are left
  /// out. Words that overlap stronger ones are as well.
  ///
  /// - Parameters:
  ///   - more: The concepts that other parts saw, as given to ``reading(of:_:and:)``.
  ///   - most: How many at most.
  /// - Returns: Folded bytes; empty where none speaks for it.
  /// - Complexity: O(words²) at worst; slow beside ``scores(_:)``.
  package func reasons(
    for act: Act, _ text: FoldedText, _ sentences: [Sentence], _ reading: Reading,
    and more: [(String, Range<Int>)] = [], sentence: Int, most: Int = 3
  ) -> [Range<Int>] {
    guard sentences.indices.contains(sentence), reading.sentences.indices.contains(sentence) else {
      return []
    }
    let range = sentences[sentence].range.clamped(to: 0..<text.bytes.count)
    var weighed: [(clue: Clue, weight: Int)] = []
    func weigh(_ clue: Clue, _ row: Int, times factor: Int) {
      let weight = row == 0 ? 0 : Int(tables.weights(row)[act.lane]) * factor
      if weight > 0 { weighed.append((clue, weight)) }
    }
    let words = text.bytes.withUnsafeBufferPointer { bytes in
      var words: [Range<Int>] = []
      var position = range.lowerBound
      while let word = Words.next(in: bytes, from: position, to: range.upperBound) {
        position = word.end
        words.append(word.start..<word.end)
        let chain =
          word.isNumber ? SentenceFeatures.number : WordChain(bytes[word.start..<word.end])
        weigh(.word(word.start..<word.end), tables.row(ofFeature: chain.word), times: 1)
      }
      return words
    }
    for concept in concepts(of: sentence, reading).indices {
      weigh(
        .concept(concept), tables.row(of: concept, .itself), times: SentenceFeatures.conceptWeight)
    }
    // Of equals the first in the sentence counts, and words before concepts, as they were gathered.
    let order = weighed.indices.sorted { (weighed[$1].weight, $0) < (weighed[$0].weight, $1) }
    var found: [Range<Int>] = []
    for index in order where found.count < most {
      let place: Range<Int>? =
        switch weighed[index].clue {
        case .word(let word): word
        case .concept(let concept):
          more.first { names[concept] == $0.0 && range.contains($0.1.lowerBound) }?.1
            ?? self.place(of: concept, among: words, text)
        }
      if let place, !found.contains(where: { $0.overlaps(place) }) { found.append(place) }
    }
    return found
  }

  /// What speaks for an act.
  private enum Clue {
    case word(Range<Int>)
    case concept(Int)
  }

  /// The fewest words of a sentence in a row that a concept is seen in; nil where words have no part in
  /// it.
  private func place(
    of concept: Int, among words: [Range<Int>], _ text: FoldedText
  ) -> Range<Int>? {
    guard concept < tables.builtIns, let start = words.first?.lowerBound else { return nil }
    func isSeen(_ range: Range<Int>) -> Bool {
      let part = Sentence(range: range, terminator: .none, block: 0)
      return judge(text, [part], known: [nil]).first?.concepts.contains(concept) == true
    }
    guard let last = words.first(where: { isSeen(start..<$0.upperBound) }),
      let first = words.last(where: {
        $0.lowerBound <= last.lowerBound && isSeen($0.lowerBound..<last.upperBound)
      })
    else { return nil }
    return first.lowerBound..<last.upperBound
  }
}
