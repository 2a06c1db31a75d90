import Diagnostics
import Foundation
import Standards
import Testing

/// Each file of `Advised/` can be read, and has one thing that is probably not meant; the file of the
/// same name that ends with `.txt` is what the check says of it. `RECORD=1 swift test` writes those
/// anew, and the diff is what to review.
struct AdvisedCatalogueTests {
  static let folder = BrokenCatalogueTests.folder.deletingLastPathComponent()
    .appending(path: "Advised")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func check(_ name: String) throws -> Diagnostics {
    let bytes = try Data(contentsOf: folder.appending(path: "\(name).yaml"))
    let result = CatalogueReader.read([SourceText(path: "\(name).yaml", bytes: [UInt8](bytes))])
    var found = result.diagnostics
    if !found.hasErrors { found.append(contentsOf: CatalogueAdvice.on(result.catalogue)) }
    return found
  }

  @Test(arguments: names)
  func `advice is given as recorded`(name: String) throws {
    let renderer = DiagnosticRenderer(color: false)
    let report = try Self.check(name).sorted.map { renderer.render($0) + "\n" }.joined()
    let golden = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(report.utf8).write(to: golden)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(report == expected)
  }

  @Test(arguments: names)
  func `advice is a warning with a place and what would be better`(name: String) throws {
    let found = try Self.check(name).all
    #expect(!found.isEmpty && found.count <= 3, "one thing should not look like many")
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.allSatisfy { $0.place != nil && $0.fixIt != nil })
  }
}
