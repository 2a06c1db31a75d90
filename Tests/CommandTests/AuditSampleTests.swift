import Foundation
import Testing

/// What reports make of a sample, and what only of all tickets.
struct AuditSampleTests {
  private static let all = ["samples/tickets.jsonl", "--standards", "standards"]
  private static let sample = all + ["--sample", "9", "--seed", "5"]

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `text names the sample, gives intervals, and says nothing of promises`() throws {
    let run = try Tool.run(["audit"] + Self.sample + ["--summary", "--by", "channel"])
    #expect(run.output.contains("a random sample of 9 of 5"))
    #expect(run.output.contains("tickets, seed 5: shares estimate those of all"))
    #expect(run.output.contains("kept     95% interval  promised"))
    #expect(run.output.contains("cannot be told from a sample"))
    for word in ["broken", "outlook", "Promises", "By channel"] {
      #expect(!run.output.contains(word), "\(word)")
    }
    let census = try Tool.run(["audit"] + Self.all + ["--summary"])
    #expect(census.output.contains("Promises") && !census.output.contains("interval"))
    #expect(!census.output.contains("sample"))
  }

  @Test func `json has the sample, intervals and no promise`() throws {
    let report = try Self.object(
      try Tool.run(["audit"] + Self.sample + ["--format", "json"]).output)
    let summary = try #require(report["summary"] as? [String: Any])
    let sample = try #require(summary["sample"] as? [String: Any])
    #expect(sample["drawn"] as? Int == 9 && sample["seed"] as? String == "5")
    #expect((sample["of"] as? Int ?? 0) > 40)
    #expect((report["promises"] as? [Any])?.isEmpty == true)
    let standards = try #require(summary["standards"] as? [[String: Any]])
    for line in standards {
      #expect(line["kept"] is NSNull)
      guard let share = line["share"] as? Double else { continue }
      let (low, high) = (
        try #require(line["low"] as? Double), try #require(line["high"] as? Double)
      )
      #expect(low <= share && share <= high && low < high)
    }
    let census = try Self.object(try Tool.run(["audit"] + Self.all + ["--format", "json"]).output)
    let whole = try #require(census["summary"] as? [String: Any])
    #expect(whole["sample"] is NSNull)
    let lines = try #require(whole["standards"] as? [[String: Any]])
    #expect(lines.allSatisfy { $0["low"] is NSNull && $0["high"] is NSNull })
    #expect(lines.contains { $0["kept"] is Bool })
  }

  @Test func `the page has intervals of a sample and promises of all tickets, never both`() throws {
    let page = try Tool.run(["audit"] + Self.sample + ["--format", "html"]).output
    #expect(page.contains("a random sample of 9 of 5"))
    #expect(page.contains("tickets, seed 5"))
    #expect(page.contains("data-label=\"interval (95%)\""))
    #expect(page.contains("Whether a promise of a share is kept is counted over all tickets"))
    #expect(!page.contains("id=\"promises\"") && !page.contains("every case counts"))
    let census = try Tool.run(["audit"] + Self.all + ["--format", "html"]).output
    #expect(census.contains("id=\"promises\"") && census.contains("every case counts"))
    #expect(census.contains("a sample of how a desk, or somebody, works"))
    // Shares of replies have intervals; those of standards and promises are simply so.
    let parts = census.components(separatedBy: "<section")
    for part in parts where part.contains("interval (95%)") || part.contains("class=\"bar sample\"")
    {
      let isOfReplies = part.hasPrefix(" id=\"agents\"") || part.hasPrefix(" id=\"replies\"")
      #expect(isOfReplies, "\(part.prefix(60))")
    }
    #expect(parts.contains { $0.hasPrefix(" id=\"replies\"") && $0.contains("interval (95%)") })
  }

  @Test(arguments: ["csv", "jsonl", "sarif", "junit"])
  func `formats without a place for it name the sample on standard error`(format: String) throws {
    let run = try Tool.run(["audit"] + Self.sample + ["--format", format])
    #expect(run.errors.contains("sample: 9 of 5"))
    #expect(run.errors.contains("groups by channel and agent, seed 5"))
    guard format == "sarif" else { return }
    let log = try Self.object(run.output)
    let properties = (log["runs"] as? [[String: Any]])?.first?["properties"] as? [String: Any]
    #expect((properties?["sample"] as? [String: Any])?["drawn"] as? Int == 9)
  }

  @Test func `scores, scorecards and comparisons name the sample`() throws {
    let scores = try Tool.run(["audit", "scores"] + Self.sample)
    #expect(scores.output.hasPrefix("a random sample of 9 of 5"))
    #expect(scores.output.contains("without a miss     95% interval  replies"))
    let json = try Self.object(
      try Tool.run(["audit", "scores"] + Self.sample + ["--format", "json"]).output)
    #expect(json["sample"] is [String: Any])
    let channels = try #require(json["channels"] as? [[String: Any]])
    #expect(channels.allSatisfy { $0["low"] is Double })
    let whole = try Self.object(
      try Tool.run(["audit", "scores"] + Self.all + ["--format", "json"]).output)
    #expect(whole["sample"] is NSNull)
    let card = try Tool.run(["audit", "scorecard"] + Self.sample)
    #expect(card.output.hasPrefix("a random sample of 9 of 5"))
    // The desk's score is sure of a whole, and a guess of a sample.
    let many = Self.all + ["--sample", "40", "--seed", "5"]
    #expect(try Tool.run(["audit", "scorecard"] + many).output.contains(" (95%: "))
    #expect(!(try Tool.run(["audit", "scorecard"] + Self.all).output.contains(" (95%: ")))
    for (arguments, isSample) in [(many, true), (Self.all, false)] {
      let json = try Self.object(
        try Tool.run(["audit", "scorecard"] + arguments + ["--format", "json"]).output)
      let all = (json["summary"] as? [String: Any])?["all"] as? [String: Any]
      #expect((all?["low"] is Double) == isSample)
    }
    let turns = try Tool.run(["audit"] + Self.sample + ["--against", "standards"])
    #expect(turns.output.contains("a random sample of 9 of 5"))
  }

  @Test func `a sample of all tickets is none`() throws {
    let run = try Tool.run(["audit"] + Self.all + ["--sample", "999", "--summary"])
    #expect(run.errors.contains("no sample: there are only 5"))
    #expect(run.output == (try Tool.run(["audit"] + Self.all + ["--summary"]).output))
  }
}
