import Foundation
import Quality
import Testing
import Tickets

/// The second line of each file of `BrokenReviews/` has one fault; the file of the same name that ends
/// with `.txt` is what is said of it. `RECORD=1 swift test` writes those anew, and the diff is what to
/// review. `Scripts/validate-schema` holds the schema against them: what begins with `beyond-` no schema
/// sees.
struct BrokenReviewsTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "BrokenReviews")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
  }()

  @Test func `there are twenty of them`() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: names)
  func `a broken line is reported as recorded, and the other one is read`(name: String) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "\(name).jsonl"), encoding: .utf8)
    let file = try withFile(text) { try ReviewFile(path: $0) }
    #expect(file.reviews.map(\.line) == [1])
    #expect(file.problems.map(\.line) == [2])
    let said = file.problems.map { problem in
      "\(name).jsonl:\(problem.line): \(problem.message) [\(problem.id)]\n"
        + (problem.fixIt.map { "fix-it: \($0)\n" } ?? "")
    }.joined()
    let golden = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(said.utf8).write(to: golden)
    }
    #expect(said == (try String(contentsOf: golden, encoding: .utf8)))
  }
}
