import Conformance
import Diagnostics
import Foundation
import ModelTraining
import SentenceModel
import Standards

/// `make train` and `make accuracy`: the weights by which sentences of replies are judged, and how good
/// they are.
///
/// `fit` reads `Training/` and writes `Sources/CLexicon/model.txt`, and beside it the same as bytes,
/// `model.bin`, which is embedded; the same files give the same bytes.
/// `accuracy DATE` prints docs/accuracy.md, `errors OBSERVATION…` the replies that are seen wrongly,
/// `accusations KIND…` those that are wrongly said to miss a standard.
@main
struct Train {
  private static let concepts = "Training/concepts"
  private static let replies = "Training/replies"
  private static let heldOut = "Training/held-out"
  private static let standards = ["standards", "Training/standards"]
  private static let text = "Sources/CLexicon/model.txt"
  private static let model = "Sources/CLexicon/model.bin"

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case "fit" where arguments.count == 1: try fit()
      case "accuracy" where arguments.count == 2: try accuracy(on: arguments[1])
      case "errors" where arguments.count > 1:
        let kinds = arguments.dropFirst().map { name in
          guard let kind = ObservationKind(rawValue: name) else {
            let known = ObservationKind.allCases.map(\.rawValue).joined(separator: ", ")
            fail("there is no observation '\(name)'; known: \(known)", with: 64)
          }
          return kind
        }
        print(try accuracy().errors(of: kinds))
      case "accusations" where arguments.count > 1:
        print(try accuracy().accusations(of: Array(arguments.dropFirst())))
      default:
        fail(
          "usage: kwadrans-train fit | accuracy DATE | errors OBSERVATION… | accusations KIND…",
          with: 64)
      }
    } catch {
      fail("\(error)", with: 65)
    }
  }

  private static func fit() throws {
    let draft = try school(TrainingSet.read(folder: replies)).draft { print($0) }
    let bytes = try draft.model().bytes
    try Data(draft.text.utf8).write(to: URL(filePath: text))
    try Data(bytes).write(to: URL(filePath: model))
    print("\(text): \(draft.weights.count) features, \(draft.text.utf8.count / 1000) KB")
    print("\(model): \(bytes.count / 1000) KB")
  }

  private static func accuracy(on date: String) throws {
    print(try accuracy().page(on: date))
  }

  private static func accuracy() throws -> Accuracy {
    let sets = try TrainingSet.read(folder: replies)
    var diagnostics = Diagnostics()
    let texts = try standards.flatMap { try CatalogueFolder.texts(at: $0, into: &diagnostics) }
    let reading = CatalogueReader.read(texts, after: diagnostics)
    if reading.diagnostics.hasErrors { fail("the standards have errors", with: 65) }
    return Accuracy(
      school: try school(sets), sets: sets, heldOut: try TrainingSet.read(folder: heldOut),
      catalogue: reading.catalogue, lexicon: Lexicon.builtIn().lexicon)
  }

  private static func school(_ sets: [TrainingSet]) throws -> School {
    let trainer = Trainer(
      concepts: try ConceptReader.read(folder: concepts), names: ReplyReading.timeConcepts,
      reading: ReplyReading.forTraining)
    return try School(trainer: trainer, sets: sets)
  }

  private static func fail(_ message: String, with status: Int32) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(status)
  }
}
