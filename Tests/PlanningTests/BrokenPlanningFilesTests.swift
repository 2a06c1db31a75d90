import Diagnostics
import Foundation
import Planning
import Standards
import Testing

/// Each file of `Broken/` has one fault; the file of the same name that ends with `.txt` is what is said
/// of it. `RECORD=1 swift test` writes those anew, and the diff is what to review.
struct BrokenPlanningFilesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static let catalogue = """
    catalogue: {name: Desk, languages: [en]}
    calendars: {desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}}
    topics: [outage, invoice]
    channels:
      email: {kind: deferred}
      phone: {kind: live}
      chat: {kind: live, at-once: 3}
    standards:
      - {id: mail, title: Mail, applies-to: {channel: email},
         first-response: {within: 15 min, share: 95%, hours: desk}}
    """

  static let workload = """
    workload: {}
    channels: {email: {topics: {outage: {share: 5%}}, transfer: {share: 5%, to: servers}}}
    """

  static func check(_ name: String) throws -> Diagnostics {
    let catalogue = try PlanningTests.catalogue(Self.catalogue)
    let bytes = try Data(contentsOf: folder.appending(path: "\(name).yaml"))
    let text = SourceText(path: "\(name).yaml", bytes: [UInt8](bytes))
    var diagnostics = Diagnostics()
    if name.hasPrefix("workload-") {
      _ = WorkloadReader.read(text, names: KnownNames(catalogue), into: &diagnostics)
    } else {
      let workload = WorkloadReader.read(
        SourceText(path: "workload.yaml", Self.workload), names: KnownNames(catalogue),
        into: &diagnostics)
      _ = TeamReader.read(text, catalogue: catalogue, workload: workload, into: &diagnostics)
    }
    return diagnostics
  }

  @Test func `there are at least eighty of them`() {
    #expect(Self.names.count >= 80)
  }

  @Test(arguments: names)
  func `a broken file is reported as recorded`(name: String) throws {
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
  func `the fault has a place and what would be right`(name: String) throws {
    let found = try Self.check(name).sorted
    let isWarning = name == "team-beyond-opening-hours"
    let errors = found.filter { $0.severity == (isWarning ? .warning : .error) }
    let first = try #require(errors.first)
    #expect(errors.count <= (name == "workload-many-faults" ? 3 : 2), "one fault is not many")
    #expect(first.place != nil)
    #expect(first.fixIt != nil)
    #expect(first.message.first?.isUppercase != true)
  }
}
