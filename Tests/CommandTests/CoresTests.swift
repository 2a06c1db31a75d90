import Foundation
import Testing

/// The same bytes on any number of cores.
struct CoresTests {
  /// More tickets than one batch takes, with findings in most.
  private static let tickets = (0..<1_100).map { number -> String in
    let at = #"{"at":"2026-03-02T"#
    let reply =
      number % 3 == 0
      ? "Good morning, we will look at it as soon as possible." : "Hello, it is done by 15:00."
    return #"{"id":"T-\#(number)","channel":"email","events":["#
      + at + #"09:00:00+01:00","type":"message","from":"customer","text":"Help?"},"#
      + at + #"09:05:00+01:00","type":"status","value":"pending"},"#
      + at + #"09:\#(10 + number % 50):00+01:00","type":"message","from":"agent","text":""#
      + reply + #""}]}"#
  }.joined(separator: "\n")

  @Test(arguments: [
    ["audit", "-", "--format", "jsonl", "--findings"], ["audit", "-", "--format", "json"],
    ["audit", "-", "--findings"], ["audit", "observe", "-"], ["audit", "-", "--format", "csv"],
    ["audit", "-", "--format", "sarif"], ["audit", "-", "--format", "junit"],
    ["audit", "-", "--format", "html"],
  ])
  func `an audit prints the same on one core and on several`(arguments: [String]) throws {
    let results = try ["1", "2", "3"].map { cores in
      try Tool.run(
        arguments + ["--standards", "standards", "--cores", cores], input: Self.tickets)
    }
    #expect(results[0].output.utf8.count > 100_000, "\(results[0].errors.prefix(300))")
    #expect(results[0].output.contains("T-1099"))
    #expect(results[1] == results[0])
    #expect(results[2] == results[0])
  }

  @Test func `findings of a JSON report are all there when they are many`() throws {
    let result = try Tool.run(
      ["audit", "-", "--standards", "standards", "--format", "json"], input: Self.tickets)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    let summary = try #require(report["summary"] as? [String: Any])
    let counts = try #require(summary["findings"] as? [[String: Any]])
    #expect(findings.count == counts.reduce(0) { $0 + ($1["count"] as? Int ?? 0) })
    #expect(findings.count >= 1_100)
  }

  @Test func `a number of cores that no machine has is refused`() throws {
    let result = try Tool.run(["audit", "-", "--cores", "0"], input: "")
    #expect(result.status == 64)
    #expect(result.errors.contains("--cores must be a number from 1 to 1024, not 0"))
  }
}
