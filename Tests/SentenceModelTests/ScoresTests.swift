import CLexicon
import Foundation
import ModelTraining
import SentenceModel
import Testing
import TextMatching

struct ScoresTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func embedded() throws -> SentenceModel {
    try SentenceModel(
      forever: UnsafeRawBufferPointer(start: kwadrans_model(), count: kwadrans_model_length()))
  }

  /// The weights of the first act by their written forms, and its bias, read by other means.
  private static func weights() throws -> (bias: Float, of: [String: Float]) {
    let file = root.appending(path: "Sources/CLexicon/model.txt")
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    func first(_ text: some StringProtocol) -> Float {
      Float(text.split(separator: " ").first.flatMap { Int($0) } ?? 0) / 100
    }
    var weights: [String: Float] = [:]
    for line in lines.drop(while: { $0 != "weights" }).dropFirst() {
      let parts = line.split(separator: "\t")
      weights[String(parts[0])] = first(parts[1])
    }
    let bias = lines.first { $0.hasPrefix("bias ") }.map { first($0.dropFirst(5)) } ?? 0
    return (bias, weights)
  }

  @Test func `scores are the sums of the weights of the written forms`() throws {
    let model = try Self.embedded()
    let (bias, weights) = try Self.weights()
    let replies = try TrainingSet.read(folder: Self.root.appending(path: "Training/replies").path)
      .flatMap(\.replies)
    var count = 0
    for reply in stride(from: 0, to: replies.count, by: 7).map({ replies[$0] }) {
      let text = FoldedText(reply.text + " ąć😔ęś'x o'x 12:30 żżżżżżżż")
      let sentences = Sentences.split(text)
      let reading = model.read(text, sentences)
      let scores = model.scores(reading)
      for (score, features) in zip(scores, model.features(text, sentences, reading)) {
        let sum = features.reduce(bias) { $0 + (weights[$1.form] ?? 0) * $1.factor }
        // Hundreds of products of single precision.
        #expect(abs(score[.empathy] - sum) < 1e-3, "\(reply.id)")
        count += 1
      }
    }
    #expect(count > 500)
  }

  /// A model that is taken to be right is read without its tables being looked at.
  @Test func `the embedded model is right, and the same without proof`() throws {
    let bytes = UnsafeRawBufferPointer(start: kwadrans_model(), count: kwadrans_model_length())
    let proven = try SentenceModel(forever: bytes, isProven: true)
    let checked = try Self.embedded()
    #expect(proven.levels == checked.levels)
    let text = FoldedText("Przepraszam za kłopot. Jutro do 10:00 oddzwonię.")
    let sentences = Sentences.split(text)
    #expect(
      proven.scores(proven.read(text, sentences)) == checked.scores(checked.read(text, sentences)))
    #expect(throws: ModelError.self) {
      let short = UnsafeRawBufferPointer(rebasing: bytes.dropLast(8))
      return try SentenceModel(forever: short, isProven: true)
    }
  }

  @Test func `concepts that others see count as those with phrases`() throws {
    var draft = ModelDraft(concepts: [Concept(name: "time", phrases: [])])
    var weight = ActScores()
    weight[.commitsTime] = 4
    draft.weights = [("@time", weight)]
    let model = try draft.model()
    let text = FoldedText("Jutro. Wczoraj.")
    let sentences = Sentences.split(text)
    let reading = model.read(text, sentences, and: [("time", 7..<14), ("nothing", 0..<3)])
    let scores = model.scores(reading)
    #expect(scores[0][.commitsTime] == 0)
    #expect(scores[1][.commitsTime] > 1)
    let times = [("time", 7..<14)]
    #expect(
      model.reasons(for: .commitsTime, text, sentences, reading, and: times, sentence: 1)
        == [7..<14])
    #expect(
      model.reasons(for: .commitsTime, text, sentences, reading, and: times, sentence: 2) == [])
    #expect(model.reasons(for: .empathy, text, sentences, reading, and: times, sentence: 1) == [])
  }

  @Test func `the words that weighed most are told, those of a concept where it was seen`() throws {
    var draft = ModelDraft(concepts: [
      Concept(name: "soon", phrases: [try ConceptPattern("jak (*|) szybciej")]),
      Concept(name: "vague", phrases: [], anyOf: ["soon"]),
    ])
    func weight(_ value: Float) -> ActScores {
      var scores = ActScores()
      scores[.vaguePromise] = value
      return scores
    }
    draft.weights = [
      ("w:wrocimy", weight(2)), ("@vague", weight(1)), ("w:szybciej", weight(0.5)),
      ("w:odpowiemy", weight(-3)), ("@?", weight(5)),
    ]
    let model = try draft.model()
    let text = FoldedText("Odpowiemy. Nie jak kiedyś, wrócimy jak najszybciej szybciej?")
    let sentences = Sentences.split(text)
    let reading = model.read(text, sentences)
    let reasons = model.reasons(for: .vaguePromise, text, sentences, reading, sentence: 1)
    let words = reasons.map { String(decoding: text.bytes[$0], as: UTF8.self) }
    #expect(words == ["jak najszybciej szybciej", "wrocimy"])
    #expect(
      model.reasons(for: .vaguePromise, text, sentences, reading, sentence: 1, most: 1)
        == [reasons[0]])
    #expect(model.reasons(for: .vaguePromise, text, sentences, reading, sentence: 0) == [])
  }

  @Test func `a reply without sentences has no scores`() throws {
    let model = try Self.embedded()
    #expect(model.scores(model.read(FoldedText(""), [])).isEmpty)
  }

  /// Text ten times as long takes ten times as long, not a hundred times; 30 leaves room for a busy machine.
  @Test(arguments: ["to ", "prosze pana ", "we will be ", "a", "9", "jsme ", "jakmile se nam to "])
  func `hostile texts take time by their length`(part: String) throws {
    let model = try Self.embedded()
    func time(_ count: Int) -> Duration {
      let text = FoldedText(String(repeating: part, count: count))
      let sentences = Sentences.split(text)
      return (0..<3).map { _ in
        ContinuousClock().measure { _ = model.scores(model.read(text, sentences)) }
      }.min() ?? .zero
    }
    let size = part.count == 1 ? 1_000_000 : 200_000 / part.split(separator: " ").count
    #expect(time(size) < time(size / 10) * 30)
  }
}
