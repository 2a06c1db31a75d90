package import TextMatching

/// What the model is told of a reply besides its words.
package enum ReplyReading {
  /// The names of concepts for times: one for each way to bound, and one for those that bind.
  package static let timeConcepts =
    WrittenTime.Bound.allCases.map { "time-\($0.rawValue)" } + [binding]

  private static let binding = "time-bound"

  /// The times of a text, by sentence and in order.
  ///
  /// - Complexity: O(bytes).
  static func times(
    in text: FoldedText, _ sentences: [Sentence], _ language: Language?
  ) -> [WrittenTime] {
    sentences.flatMap { WrittenTimes.find(in: text.bytes, $0.range, language: language) }
  }

  /// The times as the names of concepts.
  static func names(of times: [WrittenTime]) -> [String] { concepts(of: times).map(\.0) }

  /// The times as concepts.
  package static func concepts(
    of times: [WrittenTime]
  ) -> [(String, Range<Int>)] {
    times.flatMap { time in
      let name = (timeConcepts[time.bound.index], time.range)
      return time.bound.isBinding ? [name, (binding, time.range)] : [name]
    }
  }

  /// Whether a sentence has a letter or digit: dots alone say nothing.
  static func hasWords(_ text: FoldedText, _ sentence: Sentence) -> Bool {
    text.bytes[sentence.range].contains { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }
  }

  /// A text's sentences with its times as concepts, as the auditor sees them.
  package static func read(
    _ text: FoldedText
  ) -> (sentences: [Sentence], concepts: [(String, Range<Int>)]) {
    let sentences = Sentences.split(text)
    let times = times(in: text, sentences, Language.of(text))
    return (sentences, concepts(of: times))
  }
}

extension WrittenTime.Bound {
  fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
