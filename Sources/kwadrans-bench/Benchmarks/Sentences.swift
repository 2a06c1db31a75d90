import Conformance
import ModelTraining
import SentenceModel
import TextMatching

extension Benchmark {
  /// What judging the sentences of replies takes, beside cutting them.
  static let sentences = Benchmark("sentences", "1,000 replies of Training/ are scored") {
    let model = try SentenceModel.builtIn.get()
    let replies = try TrainingSet.read(folder: "Training/replies").flatMap(\.replies).prefix(1_000)
    let texts = replies.map { FoldedText($0.text) }
    let sentences = texts.map { Sentences.split($0) }
    let words = replies.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
    let bytes = model.bytes
    func loaded() throws -> Int {
      try bytes.withUnsafeBytes { try SentenceModel(forever: $0).levels == model.levels ? 1 : 0 }
    }
    let repeats = 10
    func read() -> Int {
      var count = 0
      for _ in 0..<repeats {
        for (text, sentences) in zip(texts, sentences) {
          count += model.read(text, sentences).count
        }
      }
      return count
    }
    func scored() -> Float {
      var sum: Float = 0
      for _ in 0..<repeats {
        for (text, sentences) in zip(texts, sentences) {
          let scores = model.scores(model.read(text, sentences))
          sum += scores.last?[.empathy] ?? 0
        }
      }
      return sum
    }
    // Replies of the sets differ in length, so words are counted: 80 of them in 10 µs are the goal.
    let done = Double(words * repeats)
    return [
      Row(
        "load the model (\(bytes.count / 1000) KB)", try Timing(runs: 21) { try loaded() },
        goal: 0.004),
      Row(
        "read and score, \(words / max(texts.count, 1)) words each", Timing(runs: 21, scored),
        .rate(done, of: "words"), goal: 8_000_000),
      Row("read alone", Timing(runs: 21, read), .rate(done, of: "words")),
      Row(
        "fold and split alone",
        Timing(runs: 21) {
          replies.reduce(0) { $0 + Sentences.split(FoldedText($1.text)).count }
        },
        .rate(Double(words), of: "words")),
    ]
  }
}
