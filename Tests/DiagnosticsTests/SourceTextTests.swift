import Diagnostics
import Foundation
import Testing

struct SourceTextTests {
  /// The bar stands before the character whose position is asked.
  private static let positions: [(String, Int, Int)] = [
    ("|", 1, 1),
    ("|a", 1, 1),
    ("a|", 1, 2),
    ("a\n|b", 2, 1),
    ("a\r\n|b", 2, 1),
    ("a\r|b", 2, 1),
    ("a\n\r|b", 3, 1),
    ("a\r\r\n|b", 3, 1),
    ("a\n\n\n|", 4, 1),
    ("a|\r\nb", 1, 2),
    ("Łódź: |x", 1, 7),
    ("z\u{0307}o\u{0301}łw: |x", 1, 7),
    ("👩🏽‍🔧 👨‍👩‍👧‍👦 🇵🇱 1️⃣: |x", 1, 10),
    ("a\u{200D}|b", 1, 2),
    ("日本語|!", 1, 4),
    ("\t\t|x", 1, 3),
    ("\u{FEFF}|a", 1, 1),
    ("\u{FEFF}a|b", 1, 2),
    ("x\u{2028}y|z", 1, 4),
    ("ž\nč\r\nř|š", 3, 2),
  ]

  @Test(arguments: positions)
  func `columns count what an editor shows`(marked: String, line: Int, column: Int) throws {
    let bytes = Array(marked.utf8)
    let offset = try #require(bytes.firstIndex(of: UInt8(ascii: "|")))
    let text = SourceText(path: "t", bytes: Array(bytes[..<offset] + bytes[(offset + 1)...]))
    let position = text.position(at: offset)
    #expect(position == (line, column))
  }

  @Test func `a byte inside a character has the column of that character`() {
    let text = SourceText(path: "t", "aé👩🏽‍🔧b")
    let columns = text.bytes.indices.map { text.position(at: $0).column }
    #expect(columns == [1, 2, 2] + Array(repeating: 3, count: 15) + [4])
    let combined = SourceText(path: "t", "e\u{301}x")
    #expect(combined.bytes.indices.map { combined.position(at: $0).column } == [1, 1, 1, 2])
  }

  @Test func `a line break belongs to the line it ends`() {
    let text = SourceText(path: "t", "ab\r\ncd\n")
    let positions = (0...7).map { text.position(at: $0) }
    #expect(positions.map { $0.line } == [1, 1, 1, 1, 2, 2, 2, 3])
    #expect(positions.map { $0.column } == [1, 2, 3, 3, 1, 2, 3, 1])
    #expect(text.line(at: 3) == 0..<2)
    #expect(text.line(at: 6) == 4..<6)
    #expect(text.line(at: 7) == 7..<7)
  }

  @Test(arguments: [Int.min, -1, 0, 5, 6, 1_000, Int.max])
  func `an offset outside the text counts as its nearest end`(offset: Int) {
    let text = SourceText(path: "t", "a\nłb")
    let position = text.position(at: offset)
    #expect(position == (offset <= 0 ? (1, 1) : (2, 3)))
    let range = SourceRange(text: text, utf8: min(offset, 0)..<max(offset, 0))
    #expect((0...5).contains(range.utf8.lowerBound) && (0...5).contains(range.utf8.upperBound))
  }

  @Test func `invalid bytes count as one replacement character each`() {
    // A lone continuation, a cut sequence, an overlong slash, a surrogate.
    let text = SourceText(path: "t", bytes: [0x80, 0x61, 0xE2, 0x82, 0x62, 0xC0, 0xAF, 0xFF])
    #expect(text.bytes.indices.map { text.position(at: $0).column } == [1, 2, 3, 3, 4, 5, 6, 7])
    #expect(text.position(at: 8).column == 8)
    #expect(text.string(0..<8).count == 7)
  }

  /// Line breaks are looked for eight bytes at a time, so the place within eight must not matter.
  @Test(arguments: ["\n", "\r", "\r\n"])
  func `lines are found however long they are`(lineBreak: String) {
    for before in 0...20 {
      for between in 0...20 {
        let lines = [
          "", String(repeating: "x", count: before), String(repeating: "ł", count: between),
        ]
        let text = SourceText(path: "t", lines.joined(separator: lineBreak) + "\t\u{E}z")
        var offset = 0
        for (index, line) in lines.enumerated() {
          #expect(text.position(at: offset) == (index + 1, 1))
          offset += line.utf8.count
          #expect(text.position(at: offset).line == index + 1)
          offset += lineBreak.utf8.count
        }
        #expect(text.position(at: text.bytes.count).line == 3)
      }
    }
  }

  /// Every start of a character in random text: column by our table = column by Swift's strings.
  @Test func `columns agree with Swift's own characters`() {
    let alphabet: [String] = [
      "a", "ł", "\u{301}", "\u{200D}", "👩", "🏽", "🇵", "한", "\t", "ᄒ", "\r", "\n",
    ]
    var random = SplitMix(seed: 7)
    for _ in 0..<500 {
      let string = (0..<30).map { _ in alphabet[random.next(below: alphabet.count)] }.joined()
      let text = SourceText(path: "t", string)
      var (line, column, offset) = (1, 1, 0)
      for character in string {
        let position = text.position(at: offset)
        #expect(position == (line, column), "\(string.debugDescription) at \(offset)")
        offset += character.utf8.count
        (line, column) =
          ["\n", "\r", "\r\n"].contains(character) ? (line + 1, 1) : (line, column + 1)
      }
    }
  }

  @Test func `texts are equal by path and bytes`() {
    let text = SourceText(path: "a", "x")
    #expect(text == SourceText(path: "a", "x"))
    #expect(text.hashValue == SourceText(path: "a", "x").hashValue)
    #expect(text != SourceText(path: "b", "x"))
    #expect(text != SourceText(path: "a", "y"))
  }
}

struct SourceFileTests {
  /// A folder that is removed with the value.
  private final class Folder {
    let url: URL
    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(at: url) }
    func path(_ name: String) -> String { url.appending(path: name).path }
  }

  @Test func `a file is read whole, whatever its bytes`() throws {
    let folder = try Folder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(filePath: folder.path("żółw.yaml")))
    let text = try SourceText(contentsOf: folder.path("żółw.yaml"))
    #expect(text.bytes == bytes)
    #expect(text.path == folder.path("żółw.yaml"))
  }

  @Test func `a relative path starts at the current folder`() throws {
    let name = "Package.swift"
    let exists = FileManager.default.fileExists(atPath: name)
    #expect((try? SourceText(contentsOf: name)) != nil || !exists)
    let folder = try Folder()
    try Data("x".utf8).write(to: URL(filePath: folder.path("a")))
    let up = String(repeating: "../", count: 40) + folder.path("a").dropFirst()
    #expect(try SourceText(contentsOf: up).bytes == [0x78])
  }

  @Test func `an empty file is an empty text`() throws {
    let folder = try Folder()
    try Data().write(to: URL(filePath: folder.path("empty")))
    #expect(try SourceText(contentsOf: folder.path("empty")).bytes.isEmpty)
  }

  @Test func `what cannot be read says why`() throws {
    let folder = try Folder()
    let missing = folder.path("missing.yaml")
    #expect(throws: SourceFileError.notFound(path: missing)) {
      try SourceText(contentsOf: missing)
    }
    #expect(throws: SourceFileError.isDirectory(path: folder.url.path)) {
      try SourceText(contentsOf: folder.url.path)
    }
    try Data("12345".utf8).write(to: URL(filePath: folder.path("five")))
    let five = folder.path("five")
    #expect(throws: SourceFileError.tooLarge(path: five, limit: 4)) {
      try SourceText(contentsOf: five, sizeLimit: 4)
    }
    #expect(try SourceText(contentsOf: five, sizeLimit: 5).bytes.count == 5)
    #expect(throws: SourceFileError.notFound(path: five + "/x")) {
      try SourceText(contentsOf: five + "/x")
    }
    #expect(throws: SourceFileError.notFound(path: "")) { try SourceText(contentsOf: "") }
    #expect(throws: SourceFileError.notFound(path: five + "\0")) {
      try SourceText(contentsOf: five + "\0")
    }
    let long = String(repeating: "x", count: 5_000)
    #expect(throws: SourceFileError.unreadable(path: long, reason: "File name too long")) {
      try SourceText(contentsOf: long)
    }
    #expect(
      SourceFileError.unreadable(path: "a", reason: "Permission denied").description
        == "cannot read 'a': Permission denied")
    #expect(SourceFileError.notFound(path: "a").description == "'a' does not exist")
  }

  /// A device has no size, so only counting what was read can bound it.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/zero"), "needs /dev/zero"))
  func `a file without end is refused`() {
    #expect(throws: SourceFileError.tooLarge(path: "/dev/zero", limit: 1_000_000)) {
      try SourceText(contentsOf: "/dev/zero", sizeLimit: 1_000_000)
    }
  }
}
