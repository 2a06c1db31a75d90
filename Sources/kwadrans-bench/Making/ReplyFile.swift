import Conformance
import Diagnostics
import Foundation

/// A file of tickets, each with one question and one reply.
struct ReplyFile {
  /// Where it is.
  let path: String
  /// Where the replies come from, in words.
  let origin: String
  /// How many words a reply has on average.
  let meanWords: Double

  /// Writes a file.
  ///
  /// The replies are those of `gen_corpus.py` where `KWADRANS_SHARED` names a folder with it, and made
  /// here where not. Both come out the same each time.
  ///
  /// - Parameters:
  ///   - count: How many tickets (≥ 1).
  ///   - folder: Where the file and what leads to it may be written.
  init(_ count: Int, in folder: URL) throws {
    path = folder.appending(path: "replies-\(count).jsonl").path
    let replies: [(text: String, language: String)]
    if let given = try Self.given(in: folder) {
      replies = given
      origin = "of gen_corpus.py"
    } else {
      var generator = SplitMix64(seed: 2026)
      replies = (0..<min(count, Self.different)).map { _ in MadeReply.make(&generator) }
      origin = "made here"
    }
    guard !replies.isEmpty else { throw BenchmarkError("there are no replies") }
    var json = JSONWriter()
    var words = 0
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    for index in 0..<count {
      let (text, language) = replies[index % replies.count]
      words += text.split { $0 == " " || $0 == "\n" }.count
      Self.write(text, language, index, to: &json)
      if json.bytes.count > 1 << 20 {
        try file.write(contentsOf: json.bytes)
        json.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: json.bytes)
    try file.close()
    meanWords = Double(words) / Double(max(count, 1))
  }

  /// So many replies differ; a longer file has them again.
  private static let different = 20_000

  private static func write(
    _ text: String, _ language: String, _ index: Int, to json: inout JSONWriter
  ) {
    func message(_ json: inout JSONWriter, at minute: Int, from sender: String, _ text: String) {
      json.object { json in
        json.key("at")
        // A minute after the one before, over four weeks, as a desk's days are.
        let day = 2 + index / 1_440 % 26
        let time = String(format: "2026-02-%02dT%02d:%02d:00Z", day, index / 60 % 24, minute)
        json.string(time)
        json.key("type")
        json.string("message")
        json.key("from")
        json.string(sender)
        if sender == "agent" {
          json.key("agent")
          json.string("A\(index % 60)")
        }
        json.key("text")
        json.string(text)
      }
    }
    json.object { json in
      json.key("id")
      json.string("R-\(index)")
      json.key("channel")
      json.string(["email", "chat", "social"][index % 3])
      json.key("topic")
      json.string(["billing", "outage", "mail", "domain"][index % 4])
      json.key("customer")
      json.object { json in
        json.key("id")
        json.string("c-\(index)")
        json.key("language")
        json.string(language)
      }
      json.key("events")
      json.array { json in
        message(&json, at: 0, from: "customer", "?")
        message(&json, at: index % 60, from: "agent", text)
      }
    }
    json.newline()
  }

  /// The replies of `gen_corpus.py`; nil where it is not there.
  private static func given(in folder: URL) throws -> [(text: String, language: String)]? {
    guard let shared = ProcessInfo.processInfo.environment["KWADRANS_SHARED"] else { return nil }
    let script = "\(shared)/reference/audit-bench/gen_corpus.py"
    guard FileManager.default.fileExists(atPath: script) else { return nil }
    let corpus = folder.appending(path: "corpus")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, String(different), corpus.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError("gen_corpus.py ended with \(process.terminationStatus)")
    }
    let lines = try Data(contentsOf: corpus.appending(path: "replies.jsonl"))
    return try lines.split(separator: UInt8(ascii: "\n")).map { line in
      let reply = try JSONDecoder().decode(Reply.self, from: Data(line))
      return (reply.text, reply.lang)
    }
  }

  private struct Reply: Decodable {
    let text: String
    let lang: String
  }
}
