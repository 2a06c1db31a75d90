import Conformance
import Diagnostics
import Foundation
import ModelTraining
import SentenceModel
import SourceYAML
import TextMatching

/// `make train`: learns the weights by which sentences of replies are judged.
///
/// Reads `Training/` and writes `Sources/CLexicon/model.txt`; the same files give the same bytes.
/// With `--try`, nothing is written: it only tells how good the model would be.
@main
struct Train {
  static let concepts = "Training/concepts"
  static let replies = "Training/replies"
  static let model = "Sources/CLexicon/model.txt"

  static func main() {
    let isTrial = CommandLine.arguments.dropFirst().contains("--try")
    do {
      let lexicon = try ConceptReader.read(folder: concepts)
      let sets = try TrainingSet.read(folder: replies)
      let trainer = Trainer(
        concepts: lexicon, names: ReplyReading.timeConcepts, reading: ReplyReading.forTraining)
      let school = School(trainer: trainer, sets: sets)
      let draft = school.draft(printing: { print($0) })
      guard !isTrial else { return }
      try Data(draft.text.utf8).write(to: URL(filePath: model))
      print("\(model): \(draft.weights.count) features, \(draft.text.utf8.count / 1000) KB")
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(65)
    }
  }
}
