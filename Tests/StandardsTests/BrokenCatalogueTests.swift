import Diagnostics
import Foundation
import Standards
import Testing

/// Each file of `Broken/` has one fault; the file of the same name that ends with `.txt` is what the
/// check says of it. `RECORD=1 swift test` writes those anew, and the diff is what to review.
struct BrokenCatalogueTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func check(_ name: String) throws -> Diagnostics {
    let bytes = try Data(contentsOf: folder.appending(path: "\(name).yaml"))
    return CatalogueReader.read([SourceText(path: "\(name).yaml", bytes: [UInt8](bytes))])
      .diagnostics
  }

  @Test func `there are at least a hundred of them`() {
    #expect(Self.names.count >= 100)
  }

  @Test(arguments: names)
  func `a broken catalogue is reported as recorded`(name: String) throws {
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
  func `the fault is an error with a place and what would be right`(name: String) throws {
    let found = try Self.check(name).sorted
    let errors = found.filter { $0.severity == .error }
    let first = try #require(errors.first)
    #expect(errors.count <= 3, "one fault should not look like many")
    #expect(first.place != nil)
    #expect(first.fixIt != nil)
    #expect(first.message.first?.isUppercase != true || first.message.hasPrefix("UTF"))
  }
}
