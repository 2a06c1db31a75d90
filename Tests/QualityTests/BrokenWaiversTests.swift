import Diagnostics
import Foundation
import Quality
import Testing

/// Each file of `BrokenWaivers/` has one fault; the file of the same name that ends with `.txt` is what
/// is said of it. `RECORD=1 swift test` writes those anew, and the diff is what to review.
struct BrokenWaiversTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "BrokenWaivers")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func check(_ name: String) throws -> Diagnostics {
    let bytes = try Data(contentsOf: folder.appending(path: "\(name).yaml"))
    var diagnostics = Diagnostics()
    _ = WaiverReader.read(
      SourceText(path: "\(name).yaml", bytes: [UInt8](bytes)), catalogue: try Desk.catalogue(),
      into: &diagnostics)
    return diagnostics
  }

  @Test func `there are twenty of them`() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: names)
  func `a broken file is reported as recorded`(name: String) throws {
    let renderer = DiagnosticRenderer(color: false)
    let report = try Self.check(name).sorted.map { renderer.render($0) + "\n" }.joined()
    let golden = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(report.utf8).write(to: golden)
    }
    #expect(report == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test(arguments: names)
  func `the fault has a place and what would be right`(name: String) throws {
    let errors = try Self.check(name).sorted.filter { $0.severity == .error }
    let first = try #require(errors.first)
    #expect(errors.count <= 2, "one fault is not many")
    #expect(first.place != nil)
    #expect(first.fixIt != nil)
  }
}
