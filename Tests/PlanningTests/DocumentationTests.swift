import Diagnostics
import Foundation
import Planning
import Reports
import ServiceTime
import Standards
import Testing

/// What the handbook shows works as it stands, with the catalogue that we ship.
struct DocumentationTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The first block of a language in a page.
  func block(_ language: String, in page: String) throws -> String {
    let url = Self.root.appending(path: "docs/\(page)")
    let text = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(text.firstRange(of: "```\(language)\n"))
    let end = try #require(text[start.upperBound...].firstRange(of: "```"))
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test func `the examples of demand and workload make a plan`() throws {
    let texts = try ["catalogue", "response-times", "replies", "phrases"].map {
      try SourceText(contentsOf: Self.root.appending(path: "standards/\($0).yaml").path)
    }
    let catalogue = CatalogueReader.read(texts).catalogue
    var diagnostics = Diagnostics()
    let file = SourceText(path: "workload.yaml", try block("yaml", in: "workload.md"))
    let workload = try #require(
      WorkloadReader.read(
        file, knownChannels: catalogue.channels.map(\.name), into: &diagnostics))
    let zone = try #require(catalogue.calendars.first).hours.zone
    let table = SourceText(path: "demand.csv", try block("csv", in: "demand.md"))
    let demand = try #require(DemandReader.read(table, zone: zone, into: &diagnostics))
    let plan = try #require(
      Sizing.plan(demand, catalogue: catalogue, workload: workload, into: &diagnostics))
    #expect(diagnostics.all.map(\.id) == ["plan.narrower-promise"])
    #expect(PlanCSV.render(plan, rostered: false).split(separator: "\n").count == 7)
    // As the page says: 24.5%, and 27 hours become 35.8.
    #expect(abs(workload.shrinkage - 0.245) < 5e-4)
    #expect(abs(27 / (1 - workload.shrinkage) - 35.8) < 0.05)
  }

  @Test func `the pages name every column and key`() throws {
    let pages = try ["demand.md", "workload.md"].map {
      try String(contentsOf: Self.root.appending(path: "docs/\($0)"), encoding: .utf8)
    }
    let columns = PlanCSV.header.split { $0 == "," || $0.isNewline }.map { String($0) }
    for column in columns + ["topic", "aht_s"] {
      #expect(pages[0].contains("`\(column)`"), "\(column)")
    }
    for key in ["name", "occupancy-at-most", "parts", "combine", "handling-time"] {
      #expect(pages[1].contains("\(key)` |"), "\(key)")
    }
  }
}
