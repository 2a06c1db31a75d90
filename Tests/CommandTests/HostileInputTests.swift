import Foundation
import Testing

/// Files and drafts that are no good text, or too many.
struct HostileInputTests {
  /// Broken in each of the ways UTF-8 can be: a lone byte, too long a form, half of a surrogate pair,
  /// cut short, beyond the last character.
  private static let broken: [[UInt8]] = [
    [0xFF], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80],
  ]

  @Test(arguments: broken)
  func `a line that is no UTF-8 is told and the others are judged`(bytes: [UInt8]) throws {
    func line(_ id: String, _ text: [UInt8]) -> [UInt8] {
      Array(#"{"id":"\#(id)","channel":"email","events":[{"at":"2026-03-02T09:00:00Z","#.utf8)
        + Array(#""type":"message","from":"agent","text":"Odpowiemy wkrótce "#.utf8) + text
        + Array("\"}]}\n".utf8)
    }
    let input = Data(line("T-1", bytes) + line("T-2", []))
    let result = try Tool.run(["audit", "-", "--format", "jsonl"], input: input)
    #expect(result.status == 1)
    #expect(result.errors.contains("is not UTF-8"))
    #expect(result.errors.contains("1 line could not be read"))
    #expect(!result.output.contains("T-1"))
    #expect(result.output.contains(#""ticket":"T-2""#))
  }

  @Test(arguments: broken)
  func `a draft that is no UTF-8 is judged by what can be read`(bytes: [UInt8]) throws {
    let draft = Array("Dzień dobry, odpowiemy wkrótce ".utf8) + bytes + Array(" na pytanie.".utf8)
    let result = try Tool.run(["reply", "check", "--channel", "email"], input: Data(draft))
    #expect(result.status == 1)
    #expect(result.errors == "")
    #expect(result.output.contains("\"wkrótce\""))
  }

  /// 60 kB of every byte in every order.
  @Test func `a draft of any bytes is judged`() throws {
    var state: UInt32 = 1
    let bytes = (0..<60_000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let result = try Tool.run(["reply", "check", "--channel", "email"], input: Data(bytes))
    #expect([0, 1].contains(result.status))
    #expect(result.errors == "")
  }

  @Test(arguments: [["reply", "check"], ["audit", "-"]])
  func `a folder is no standard input, and the tool says so`(arguments: [String]) throws {
    let result = try Tool.run(arguments, inputFrom: FileManager.default.temporaryDirectory)
    #expect([65, 66].contains(result.status))
    #expect(result.errors.contains("Is a directory"), "\(result.errors)")
  }

  /// Looking back at all tickets at each one would take hours; a debug build needs half a minute.
  @Test(.timeLimit(.minutes(10)))
  func `100,000 tickets of one event are judged`() throws {
    var lines = ""
    for number in 0..<100_000 {
      lines +=
        #"{"id":"\#(number)","channel":"email","customer":{"id":"c-\#(number % 50_000)"},"events":"#
        + #"[{"at":"2026-03-02T09:00:00Z","type":"status","value":"solved"}]}"# + "\n"
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    try Data(lines.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try Tool.run(["audit", file.path, "--summary"])
    #expect([0, 1].contains(result.status))
    #expect(result.output.contains("100000 tickets"))
  }
}
