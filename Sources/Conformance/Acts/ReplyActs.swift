package import SentenceModel
import TextMatching

/// What the sentences of a reply do, as the model sees it.
///
/// A class, since every check that asks gets it.
package final class ReplyActs: Sendable {
  /// How sure it is that a reply does something.
  package enum Certainty: Int, Comparable, Sendable {
    case absent, undecided, present, sure

    package static func < (left: Certainty, right: Certainty) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The score of every act for every sentence.
  package let scores: [ActScores]
  /// The times that they name, in order.
  let times: [WrittenTime]
  private let best: ActScores
  private let reading: SentenceModel.Reading
  private let model: SentenceModel

  /// The score of what cannot be.
  private static let nothing = ActScores(SIMD16(repeating: -100))

  /// Reads and scores the sentences of a reply.
  ///
  /// - Complexity: O(bytes).
  convenience init(
    _ text: FoldedText, _ sentences: [Sentence], _ language: Language?, by model: SentenceModel
  ) {
    let times = ReplyReading.times(in: text, sentences, language)
    let judged = model.judge(text, sentences, known: sentences.map { _ in nil })
    self.init(
      text, sentences, times,
      model.reading(of: sentences, judged, and: ReplyReading.concepts(of: times)), by: model)
  }

  /// Scores the sentences of a reply.
  ///
  /// - Parameters:
  ///   - times: The times that they name, in order.
  ///   - reading: What the model reads in them, times as concepts among it.
  /// - Complexity: O(bytes).
  init(
    _ text: FoldedText, _ sentences: [Sentence], _ times: [WrittenTime],
    _ reading: SentenceModel.Reading, by model: SentenceModel
  ) {
    self.times = times
    self.reading = reading
    scores = zip(sentences, model.scores(reading)).map { sentence, score in
      // "..." does nothing, whatever stands beside it.
      ReplyReading.hasWords(text, sentence) ? score : Self.nothing
    }
    var best = Self.nothing
    for score in scores { best.lanes.replace(with: score.lanes, where: score.lanes .> best.lanes) }
    self.best = best
    self.model = model
  }

  /// How sure it is that some sentence does this.
  package func certainty(of act: Act) -> Certainty { certainty(of: act, scoring: best[act]) }

  /// How sure it is that one sentence does this; absent for a sentence that is not there.
  package func certainty(of act: Act, inSentence index: Int) -> Certainty {
    scores.indices.contains(index) ? certainty(of: act, scoring: scores[index][act]) : .absent
  }

  /// The sentences that do this at least so surely, in order.
  package func sentences(doing act: Act, atLeast certainty: Certainty = .present) -> [Int] {
    scores.indices.filter { self.certainty(of: act, inSentence: $0) >= certainty }
  }

  /// The words (folded bytes) that speak most for an act, in the sentence that does it most clearly.
  func reasons(for act: Act, in text: FoldedText, _ sentences: [Sentence]) -> [Range<Int>] {
    guard let sentence = scores.indices.max(by: { scores[$0][act] < scores[$1][act] }) else {
      return []
    }
    return model.reasons(
      for: act, text, sentences, reading, and: ReplyReading.concepts(of: times),
      sentence: sentence)
  }

  private func certainty(of act: Act, scoring score: Float) -> Certainty {
    let levels = model.levels
    if score >= levels.sure[act] { return .sure }
    if score >= levels.present[act] { return .present }
    return score < levels.absent[act] ? .absent : .undecided
  }
}

extension SentenceModel {
  /// The model that comes with kwadrans; read once.
  package static let builtIn: Result<SentenceModel, ModelError> = BuiltInModel.read()
}
