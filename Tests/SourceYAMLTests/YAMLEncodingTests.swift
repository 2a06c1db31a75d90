import Diagnostics
import SourceYAML
import Testing

struct YAMLEncodingTests {
  private func read(bytes: [UInt8]) -> (node: YAMLNode?, problems: [Diagnostic]) {
    SourceYAMLTests.read(SourceText(path: "a.yaml", bytes: bytes))
  }

  @Test func `bytes that are not UTF-8 are named at their place`() {
    let (node, problems) = read(bytes: Array("a: b\nł: x".utf8) + [0xFF, 0x0A])
    #expect(node == nil)
    #expect(problems.map { $0.message } == ["byte 0xFF is not UTF-8"])
    #expect(problems.first?.id == "yaml.encoding")
    #expect(problems.first?.place?.utf8 == 10..<11)
    #expect(problems.first?.place?.start ?? (0, 0) == (2, 5))
    #expect(problems.first?.fixIt == "save the file as UTF-8")
  }

  /// Table 3-7 of the Unicode Standard: overlong, surrogate, too large, cut short, lone.
  @Test(
    arguments: [
      [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC5], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x28, 0x80], [0x80], [0xBF], [0xFE],
    ] as [[UInt8]])
  func `every kind of bad UTF-8 is refused`(bad: [UInt8]) {
    for tail in [[], Array("\nb: c".utf8)] {
      let (node, problems) = read(bytes: Array("a: ".utf8) + bad + tail)
      #expect(node == nil)
      #expect(problems.map { $0.id } == ["yaml.encoding"])
      #expect(problems.first?.place?.utf8 == 3..<4)
    }
  }

  @Test(arguments: [
    "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10000}", "\u{10FFFF}",
    "\u{A0}b",
  ])
  func `every kind of good UTF-8 is read`(text: String) {
    let (node, problems) = read(bytes: Array("a: x\(text)x".utf8))
    #expect(node != nil)
    #expect(problems.isEmpty)
  }

  @Test(
    arguments: [
      // "zażółć gęślą jaźń" and "příliš žluťoučký kůň" in Windows-1250 and ISO 8859-2
      ([0x7A, 0x61, 0xBF, 0xF3, 0xB3, 0xE6, 0x20, 0x67, 0xEA, 0x9C, 0x6C, 0xB9], true),
      ([0x7A, 0x61, 0xBF, 0xF3, 0xB3, 0xE6, 0x20, 0x67, 0xEA, 0xB6, 0x6C, 0xB1], true),
      ([0x70, 0xF8, 0xED, 0x6C, 0x69, 0x9A, 0x20, 0x6B, 0xF9, 0xF2], true),
      ([0x70, 0xF8, 0xED, 0x6C, 0x69, 0xB9, 0x20, 0x6B, 0xF9, 0xF2], true),
      ([0x61, 0xFF, 0x62, 0xFE], false),
      ([0x47, 0x72, 0xF6, 0xDF, 0x65, 0xE9, 0x20, 0xE0], false), ([0x20, 0xBF, 0x20], false),
      ([0x62, 0xFC, 0x62, 0xE4, 0x62, 0xDF, 0x62, 0xC4], false),
    ] as [([UInt8], Bool)])
  func `Central European text is recognised`(bytes: [UInt8], isRecognised: Bool) {
    let message = read(bytes: Array("a: ".utf8) + bytes).problems.first?.message ?? ""
    #expect(
      message.hasSuffix("it looks like Polish or Czech in Windows-1250 or ISO 8859-2")
        == isRecognised)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
      ([0x61, 0x00, 0x3A, 0x00], "UTF-16"), ([0x00, 0x61, 0x00, 0x3A], "UTF-16"),
      ([0x61, 0x00, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0x00, 0x61], "UTF-32"),
    ] as [([UInt8], String)])
  func `wide encodings are named`(bytes: [UInt8], name: String) {
    let (node, problems) = read(bytes: bytes)
    #expect(node == nil)
    #expect(problems.map { $0.message } == ["the file is in \(name), not in UTF-8"])
    #expect(problems.first?.place?.utf8 == 0..<0)
  }

  @Test func `a byte order mark is a warning, and the file is read`() {
    let (node, problems) = SourceYAMLTests.read("\u{FEFF}a: b\n")
    #expect(node?.outline == #"{a: "b"}"#)
    #expect(problems.map { $0.id } == ["yaml.byte-order-mark"])
    #expect(problems.first?.severity == .warning)
    #expect(problems.first?.place?.start ?? (0, 0) == (1, 1))
    #expect(SourceYAMLTests.read("\u{FEFF}").node == nil)
  }

  @Test(arguments: [
    ("\u{0}", "U+0000"), ("\u{7}", "U+0007"), ("\u{1B}", "U+001B"), ("\u{7F}", "U+007F"),
    ("\u{80}", "U+0080"), ("\u{85}", "U+0085"), ("\u{2028}", "U+2028"), ("\u{2029}", "U+2029"),
    ("\u{9F}", "U+009F"), ("\u{FFFE}", "U+FFFE"), ("\u{FFFF}", "U+FFFF"),
    ("\u{FEFF}", "U+FEFF"),
  ])
  func `control characters are named at their place`(character: String, name: String) {
    let (node, problems) = SourceYAMLTests.read("ł: b\nc: 'd\(character)'\n")
    #expect(node == nil)
    #expect(
      problems.map { $0.message } == ["the invisible character \(name) cannot stand in YAML"])
    #expect(problems.first?.id == "yaml.control-character")
    #expect(problems.first?.place?.utf8 == 11..<11 + character.utf8.count)
  }

  /// Plain text is looked through eight bytes at a time, so the place within eight must not matter.
  @Test(arguments: ["a", "ł", "a\n", "\u{1F642}", "~ "])
  func `what cannot be read is found wherever it stands`(filler: String) {
    for count in 0...20 {
      let before = "# " + String(repeating: filler, count: count)
      for bad in ["\u{1}", "\u{1F}", "\u{7F}", "\u{9F}"] {
        let (node, problems) = SourceYAMLTests.read(before + bad + "\na: b c d e f g h\n")
        #expect(node == nil)
        #expect(problems.first?.place?.utf8.lowerBound == before.utf8.count)
      }
      let text = SourceText(path: "a.yaml", bytes: Array(before.utf8) + [0xC5, 0x41])
      let (node, problems) = SourceYAMLTests.read(text)
      #expect(node == nil)
      #expect(problems.first?.place?.utf8 == before.utf8.count..<before.utf8.count + 1)
    }
  }
}
