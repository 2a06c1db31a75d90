package import TextMatching

/// What the model is told of a reply besides its words.
package enum ReplyReading {
  /// The names of concepts for times, by how they bound.
  package static let timeConcepts: [String] = []

  /// The times of each sentence, as concepts.
  package static func times(
    in text: FoldedText, _ sentences: [Sentence], _ language: Language?
  ) -> [(String, Range<Int>)] {
    []
  }
}
