import Diagnostics
import SourceYAML
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

struct YAMLLimitsTests {
  /// The time this thread computed (unit: ms): what other tests do at the same time does not count.
  private func milliseconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
    let start = now()
    body()
    return now() - start
  }

  private func ids(_ yaml: String, limits: YAMLLimits = YAMLLimits()) -> [String] {
    read(yaml, limits: limits).problems.map { $0.id }
  }

  @Test func `a billion laughs are refused at once`() {
    var yaml = "a0: &a0 [\(Array(repeating: "lol", count: 10).joined(separator: ", "))]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    var problems: [Diagnostic] = []
    let time = milliseconds { problems = read(yaml).problems }
    #expect(problems.map { $0.id } == ["yaml.too-many-nodes"])
    #expect(problems.first?.place?.start.line == 5)
    #expect(time < 50)
  }

  @Test func `an alias counts as all that it stands for`() {
    // Root, two keys, the list of three, twice the list's four nodes: 1 + 2 + 4 + 4.
    let yaml = "a: &x [1, 2, 3]\nb: *x\n"
    #expect(ids(yaml, limits: YAMLLimits(nodes: 11)).isEmpty)
    #expect(ids(yaml, limits: YAMLLimits(nodes: 10)) == ["yaml.too-many-nodes"])
    let nested = "a: &x {b: &y [1], c: *y}\nd: *x\n"
    // x is 7 nodes: itself, two keys, twice a list of one. With root and two keys: 3 + 7 + 7.
    #expect(ids(nested, limits: YAMLLimits(nodes: 17)).isEmpty)
    #expect(ids(nested, limits: YAMLLimits(nodes: 16)) == ["yaml.too-many-nodes"])
  }

  @Test func `a chain of aliases cannot become deep`() {
    var yaml = "- &a0 [x]\n"
    for level in 1...400 { yaml += "- &a\(level) [*a\(level - 1), x]\n" }
    let (node, problems) = read(yaml)
    #expect(node == nil)
    #expect(problems.map { $0.id } == ["yaml.too-deep"])
    // The list around them is the first level, a0 the second.
    #expect(problems.first?.place?.start.line == 100)
  }

  @Test func `depth is counted in collections`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(ids(nested(100)).isEmpty)
    #expect(ids(nested(101)) == ["yaml.too-deep"])
    #expect(read(nested(101)).problems.first?.place?.utf8 == 100..<101)
    #expect(ids("a", limits: YAMLLimits(depth: 0)).isEmpty)
    #expect(ids("[a]", limits: YAMLLimits(depth: 0)) == ["yaml.too-deep"])
  }

  @Test(arguments: [
    "[", "{a: ", "- ", "? ", "[[", "{", "{? ", "[? ", "- ? ", "&a [", "!!x [", "*a [", "- - &a ",
  ])
  func `a hundred thousand levels overflow nothing`(opening: String) {
    let yaml = String(repeating: opening, count: 100_000)
    let time = milliseconds {
      #expect(read(yaml).node == nil)
      #expect(ids(yaml).isEmpty == false)
    }
    #expect(time < 2_000)
  }

  @Test func `many lines each indented deeper overflow nothing`() {
    let yaml = (0..<1_500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(ids(yaml) == ["yaml.too-deep"])
  }

  @Test func `files have a longest size`() {
    let limits = YAMLLimits(bytes: 10)
    #expect(ids("a: 4567890", limits: limits).isEmpty)
    #expect(ids("a: 45678901", limits: limits) == ["yaml.too-large"])
    #expect(ids(String(repeating: "#", count: 4 << 20)).isEmpty)
    #expect(ids(String(repeating: "#", count: 4 << 20 + 1)) == ["yaml.too-large"])
  }

  /// Each could make a careless reader take time that grows with its square.
  @Test(arguments: [
    ("a: b\n", "duplicate keys"), ("- &a\n", "anchors"), ("- *a\n", "aliases"), ("!a ", "tags"),
    ("\n", "empty lines"), ("# x\n", "comments"), (" ", "spaces"), ("'", "quotes"),
    ("ł", "letters"),
    ("a ", "words"), ("\"\\u0105\" ", "escapes"), ("- !a\n", "tags in a list"),
    ("%a b\n", "directives"),
    ("---\n", "documents"), ("a: |\n b\n", "blocks"), ("[a, ", "brackets"), ("a\n", "lines"),
    ("\t", "tabs"),
    ("&a ", "anchors in a row"), ("- ł\n", "items"), (": ", "colons"), ("{a: b, c", "braces"),
  ])
  func `a hostile file is read in good time`(piece: String, name: String) {
    let yaml = String(repeating: piece, count: 300_000 / piece.utf8.count)
    let limits = YAMLLimits(nodes: 1_000_000)
    #expect(milliseconds { _ = read(yaml, limits: limits) } < 3_000)
  }
}
