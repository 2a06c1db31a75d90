import Dictionaries
import Foundation
import Testing

/// What hunspell and its dictionaries know; skipped where they are not installed.
struct DictionaryTests {
  private static func dictionary(_ name: String) -> SpellingDictionary? {
    Dictionaries.shared.named(name)
  }

  private static let rows = [
    ("pl_PL", "zgłoszenie", true), ("pl_PL", "zgłoszeniami", true), ("pl_PL", "zgloszenie", false),
    ("pl_PL", "zgłoszneie", false), ("cs_CZ", "žádostí", true), ("cs_CZ", "žádotsí", false),
    ("en_GB", "colour", true), ("en_GB", "don't", true), ("en_GB", "don’t", true),
    ("en_GB", "teh", false), ("en_GB", "", false), ("pl_PL", "日本語", false),
    ("en_GB", String(repeating: "a", count: 10_000), false), ("en_GB", "a\u{0}b", false),
  ]

  @Test(arguments: rows)
  func `knows words with any ending`(name: String, word: String, isKnown: Bool) throws {
    guard let dictionary = Self.dictionary(name) else {
      print("skipped: no dictionary \(name) here")
      return
    }
    #expect(dictionary.knows(word) == isKnown)
  }

  @Test func `suggests what was meant`() throws {
    guard let dictionary = Self.dictionary("pl_PL") else {
      print("skipped: no dictionary pl_PL here")
      return
    }
    #expect(dictionary.suggestions(for: "zgłoszneie").contains("zgłoszenie"))
    #expect(dictionary.suggestions(for: "").isEmpty)
  }

  @Test(arguments: ["", "xx_XX", "../pl_PL", "/etc/passwd", "pl_PL.aff", "pl PL", "ą"])
  func `there is no dictionary of another name`(name: String) {
    #expect(Dictionaries.shared.named(name) == nil)
  }

  @Test func `an empty folder has no dictionaries, also when asked again`() {
    let dictionaries = Dictionaries(folder: "/nowhere")
    #expect(dictionaries.named("pl_PL") == nil)
    #expect(dictionaries.named("pl_PL") == nil)
  }

  @Test func `files that are no dictionary do no harm`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for ending in ["aff", "dic"] {
      try Data([0xFF, 0x00, 0x0A, 0x2F]).write(to: folder.appending(path: "odd.\(ending)"))
    }
    let dictionary = Dictionaries(folder: folder.path).named("odd")
    #expect(dictionary?.knows("word") != true)
  }

  @Test func `many threads may ask at once`() async throws {
    guard let dictionary = Self.dictionary("en_GB") else {
      print("skipped: no dictionary en_GB here")
      return
    }
    let known = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<500).count { _ in dictionary.knows("keyboards") } }
      }
      return await group.reduce(0, +)
    }
    #expect(known == 4000)
  }
}
