import Diagnostics
import Standards
import Testing

/// Catalogues with far more of something than anybody writes: reading must end soon and stay small.
struct LargeCatalogueTests {
  private static let frame = "catalogue: {name: Test desk, languages: [en]}\n"

  @Test(.timeLimit(.minutes(1)))
  func `a day with thousands of equal hours is refused, not compared pair by pair`() {
    let hours = Array(repeating: "08:00-20:00", count: 3_000).joined(separator: ", ")
    let found = Catalogues.read(
      "\(Self.frame)calendars:\n  desk: {time-zone: UTC, open: {mon-sun: [\(hours)]}}\n"
    )
    .diagnostics
    #expect(found.all.contains { $0.id == "calendar.overlap" })
    #expect(found.all.count < 1_100)
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of unknown names are all reported, and no message lists thousands`() {
    let topics = (0..<3_000).map { "topic-of-\($0)" }.joined(separator: ", ")
    let others = (0..<3_000).map { "unknown-\($0)" }.joined(separator: ", ")
    let found = Catalogues.read(
      """
      \(Self.frame)topics: [\(topics)]
      standards:
        - {id: a, title: A, applies-to: {topic: [\(others)]}, calm: {}}
      """
    ).diagnostics
    #expect(found.all.count { $0.id == "name.unknown" } == 3_000)
    #expect(found.all.allSatisfy { ($0.fixIt?.count ?? 0) < 1_000 })
    #expect(found.all.first?.fixIt?.hasSuffix("topic-of-39 and 2960 more") == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func `every promise that never applies is found among thousands`() {
    let standards = (0..<3_000).map { number in
      "  - {id: s-\(number), title: S, applies-to: {channel: email, topic: t-\(number % 1_000)}, "
        + "first-response: {within: 1 h}}\n"
    }
    let found = Catalogues.read(
      "\(Self.frame)channels: {email: {kind: deferred}}\nstandards:\n\(standards.joined())"
    )
    .diagnostics
    #expect(found.all.count { $0.id == "promise.twice" } == 2_000)
    // The first of its kind is named, not the last.
    #expect(found.all.last?.notes.first?.place?.string == "s-999")
  }
}
