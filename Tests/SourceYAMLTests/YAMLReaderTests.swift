import Diagnostics
import Testing

@testable import SourceYAML

struct YAMLReaderTests {
  private static let outlines: [(String, String)] = [
    ("a", #""a""#),
    ("a: b\nc:\n  - d\n  - e: f\n    g: h\n", #"{a: "b", c: ["d", {e: "f", g: "h"}]}"#),
    ("a: [b, {c: d}, 'e', \"f\"]\n", #"{a: ["b", {c: "d"}, "e", "f"]}"#),
    ("a:\nb:\n- c\n-\n", #"{a: "", b: ["c", ""]}"#),
    ("a: no\nb: 08:00\nc: 1e3\nd: ~\n", #"{a: "no", b: "08:00", c: "1e3", d: "~"}"#),
    ("a: one\n  two\n\n  three\n", #"{a: "one two\nthree"}"#),
    ("a: |\n  one\n    two\n\nb: >-\n  one\n  two\n", #"{a: "one\n  two\n", b: "one two"}"#),
    ("a: 'it''s'\nb: \"\\u0105\\n\\\"\"\n", #"{a: "it's", b: "ą\n""}"#),
    ("a: ==soon==, szanown* pan*; 50%, R&D, a:b, x#y, it's\n", nil1),
    ("? a\n: b\n", #"{a: "b"}"#),
    ("{a, b: }", #"{a: "", b: ""}"#),
    ("[]", "[]"), ("{}", "{}"), ("''", #""""#), ("{a: [], b: {}}", #"{a: [], b: {}}"#),
    (
      "a: &x [1]\nb: *x\nc: {e: d}\n",
      #"{a: ["1"], b: ["1"], c: {e: "d"}}"#
    ),
    ("&k a: b\nc: *k\n", #"{a: "b", c: "a"}"#),
    ("a: &x 1\nb: &x 2\nc: *x\n", #"{a: "1", b: "2", c: "2"}"#),
    ("a: &x\nb: *x\n", #"{a: "", b: ""}"#),
    ("%YAML 1.2\n---\na: b\n", #"{a: "b"}"#),
    ("%YAML 1.1\n# c\n--- a\n", #""a""#),
    ("# one\n---\na: b # two\n# three\n...\n", #"{a: "b"}"#),
    ("a: b\n---\n", #"{a: "b"}"#), ("a: b\n---\n---\n...\n", #"{a: "b"}"#),
    ("---\n---\na: b\n", #"{a: "b"}"#),
    ("a: b\r\nc:\r\n  - d\r\n", #"{a: "b", c: ["d"]}"#),
    ("a:\tb\t# c\n", #"{a: "b"}"#),
  ]
  private static let nil1 = #"{a: "==soon==, szanown* pan*; 50%, R&D, a:b, x#y, it's"}"#

  @Test(arguments: outlines)
  func `what people write is read as they mean it`(yaml: String, outline: String) {
    let (node, problems) = read(yaml)
    #expect(node?.outline == outline)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    "", "\n\n", "# only a comment", "---\n", "---\n...\n", "  \n# x\n\n", "\r\n",
  ])
  func `a file without a value gives nothing and no error`(yaml: String) {
    let (node, problems) = read(yaml)
    #expect(node == nil)
    #expect(problems.isEmpty)
  }

  @Test func `plain and quoted scalars are told apart`() throws {
    let (node, _) = read("[a, 'b', \"c\", '', ]\n")
    let styles = try #require(node).items.map { $0.scalar?.style }
    #expect(styles == [.plain, .singleQuoted, .doubleQuoted, .singleQuoted])
    let (blocks, _) = read("- |\n a\n- >\n b\n-\n")
    #expect(blocks?.items.map { $0.scalar?.style } == [.literal, .folded, .plain])
  }

  private static let places: [(String, [String])] = [
    ("‹a›: 1\n", ["a"]),
    ("a: ‹[1, {b: c}]› # x\n", ["a"]),
    ("a: [1, ‹{b: c}› ]\n", ["a", "1"]),
    ("a: [1, {b: ‹c›}]\n", ["a", "1", "b"]),
    ("a: ‹'it''s'› # x\n", ["a"]),
    ("żółw 👩🏽‍🔧: ‹ĄĆ› # x\n", ["żółw 👩🏽‍🔧"]),
    ("a:\n  ‹- b\n  - c: d\n    e: f›\n\n\n# x\ng: h\n", ["a"]),
    ("a:\n  - b\n  - ‹c: d\n    e: f›\n\n\ng: h\n", ["a", "1"]),
    ("a: ‹|\n  b\n\n  c›\n\n\nd: e\n", ["a"]),
    ("a: ‹|+\n  b›\n\n\nd: e\n", ["a"]),
    ("a: ‹one\n  two› \n\nb: c\n", ["a"]),
    ("a:‹›\nb: c\n", ["a"]),
    ("a: {b: ‹›}\n", ["a", "b"]),
    ("a: &x\n  # y\n  ‹b: c›\n", ["a"]),
    ("a: &x   ‹b›\n", ["a"]),
    ("a: &x ‹[b]›\n", ["a"]),
    ("a: &x‹›\nb: c\n", ["a"]),
    ("a: &x ‹b›\nc: *x\n", ["c"]),
    ("‹a: b\nc: [d]›\n\n", []),
    ("a: [‹b: c›, d]\n", ["a", "0"]),
    ("\u{FEFF}ł: ‹b›\n", ["ł"]),
    ("a: b\r\nč: ‹d›\r\n", ["č"]),
  ]

  @Test(arguments: places)
  func `a value knows where it is written`(marked: String, path: [String]) throws {
    let (yaml, range) = unmarked(marked)
    let (root, problems) = read(yaml)
    var node = try #require(root)
    for step in path {
      if let index = Int(step) {
        try #require(node.items.indices.contains(index))
        node = node.items[index]
      } else if marked.hasPrefix("‹" + step + "›") {
        node = try #require(node.entries.first).key
      } else {
        node = try #require(node[step])
      }
    }
    #expect(node.place.utf8 == range)
    #expect(problems.allSatisfy { $0.severity == .warning })
  }

  @Test func `a block that starts with a bracket ends with its last value`() {
    #expect(read("[a]: b\nc: d\n\n\n# x\n").node?.place.string == "[a]: b\nc: d")
    #expect(read("- [[a]: b ]\n").node?.items.first?.items.first?.place.string == "[a]: b")
  }

  @Test func `a key knows where it is written`() throws {
    let (node, _) = read("a: 1\n'b c': 2\n&x ł: {d: 3}\n")
    let keys = try #require(node).entries.map { $0.key.place.string }
    #expect(keys == ["a", "'b c'", "ł"])
    #expect(node?["ł"]?.entries.first?.key.place.start ?? (0, 0) == (3, 8))
  }

  @Test func `of a key given twice the first counts`() throws {
    let (node, problems) = read("a: 1\nb: {c: 2, c: 3, c: 4}\na: [5]\n\"a\": 6\n")
    #expect(node?.outline == #"{a: "1", b: {c: "2"}}"#)
    #expect(problems.map { $0.id } == Array(repeating: "yaml.duplicate-key", count: 4))
    #expect(problems.map { $0.place?.utf8.lowerBound } == [15, 21, 27, 34])
    #expect(problems.map { $0.notes.first?.place?.utf8.lowerBound } == [9, 9, 0, 0])
  }

  @Test func `keys are equal when their characters are`() {
    // The same word with a composed and a decomposed letter is one key to a reader.
    #expect(read("\u{F3}: 1\no\u{301}: 2\n").problems.map { $0.id } == ["yaml.duplicate-key"])
    #expect(read("a: 1\nA: 2\n").problems.isEmpty)
    // A kelvin sign is a K, before it or after it.
    #expect(read("K: 1\n\u{212A}: 2\n").problems.map { $0.id } == ["yaml.duplicate-key"])
    #expect(read("\u{212A}: 1\nK: 2\n").problems.map { $0.id } == ["yaml.duplicate-key"])
  }

  /// Keys are compared by a number first, which these two share.
  @Test func `keys with the same mark are told apart`() {
    #expect(KeyMark("costarring").value == KeyMark("liquid").value)
    let (node, problems) = read("costarring: 1\nliquid: 2\n")
    #expect(problems.isEmpty)
    #expect(node?.entry("costarring")?.value.scalarText == "1")
    #expect(node?.entry("liquid")?.value.scalarText == "2")
    #expect(read("liquid: 1\n").node?.entry("costarring") == nil)
    var diagnostics = Diagnostics()
    let key = KeyDescription("liquid", "", .text)
    if let node { _ = Record(node, subject: "it", keys: [key], into: &diagnostics) }
    #expect(diagnostics.all.map(\.message) == ["it has no key 'costarring'"])
  }

  @Test func `what can be read is read in spite of errors`() {
    let (node, problems) = read(
      "a: !!str b\n<<: {x: y}\n[c]: d\n\"\": e\n? \n: f\ng: *h\ni: j\n")
    #expect(node?.outline == #"{a: "b", : "e", g: "*h", i: "j", x: "y"}"#)
    #expect(
      problems.map { $0.id } == [
        "yaml.tag", "yaml.merge-key", "yaml.key", "yaml.empty-key", "yaml.undefined-alias",
      ])
  }

  /// Otherwise every key that it brings would be reported as missing, too.
  @Test(arguments: [
    ("a: &a {b: c, d: e}\nf: {<<: *a, b: g}\n", #"{b: "g", d: "e"}"#),
    ("a: &a {b: c, d: e}\nf: {b: g, <<: *a, d: h}\n", #"{b: "g", d: "h"}"#),
    ("f: {<<: [{b: c}, {b: d, e: g}, h]}\n", #"{b: "c", e: "g"}"#),
    ("f: {<<: b, c: d}\n", #"{c: "d"}"#),
  ])
  func `a merge key is refused, and what it would bring is there`(yaml: String, merged: String) {
    let (node, problems) = read(yaml)
    #expect(problems.map { $0.id } == ["yaml.merge-key"])
    #expect(node?["f"]?.outline == merged)
  }

  @Test func `a second document is an error, and the first is still read`() {
    let (node, problems) = read("a: b\n---\nc: d\n---\ne: f\n")
    #expect(node?.outline == #"{a: "b"}"#)
    #expect(problems.count == 1)
  }

  @Test func `the file is read to the end in spite of many problems`() {
    let yaml = (0..<1_000).map { "a: \($0)\n" }.joined()
    let (node, problems) = read(yaml)
    #expect(node == nil)
    #expect(problems.count == 201)
    #expect(problems.last?.message == "reading stopped after 200 problems")
  }
}
