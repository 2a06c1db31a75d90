import Testing
import TextMatching

struct PatternSetTests {
  @Test func `hits are sorted by start, then the longer first, then by pattern`() throws {
    let patterns = ["hello", "hello there", "/h\\w+/", "there", "hello"].map { try? Pattern($0) }
    let set = try PatternSet(patterns.compactMap { $0 })
    let hits = set.hits(in: FoldedText("oh hello there"))
    let expected = [
      (1, 3..<14), (0, 3..<8), (2, 3..<8), (4, 3..<8), (3, 9..<14), (2, 10..<14),
    ]
    #expect(hits == expected.map { PatternHit(pattern: $0.0, range: $0.1) })
  }

  @Test func `every expression of a set that matches is found at all its places`() throws {
    #expect(
      try found(#"/\d+/"#, "/x+/", "/zz/", "/[a-c]{2}/", in: "12 xx Ab 3 x")
        == ["12", "xx", "Ab", "3", "x"])
  }

  @Test func `an empty set and an empty text have no hits`() throws {
    #expect(try PatternSet([]).hits(in: FoldedText("ahoj")).isEmpty)
    let set = try PatternSet([Pattern("a"), Pattern("/a/")])
    #expect(set.hits(in: FoldedText("")).isEmpty)
    #expect(set.scan(FoldedText("")).unfinished.isEmpty)
  }

  /// The seven replies that stand for what people write, and patterns of every kind.
  static let replies = [
    "Dzień dobry, Panie Tomaszu,\n\njuż sprawdzam i odpowiem najpóźniej do 14:00. Proszę o chwilę.",
    "Dobrý den, paní Nováková,\nozveme se Vám co nejdříve, nejpozději do zítřka do 9:30!",
    "Hello Anna,\nwe'll get back to you as soon as possible… Is there anything else?",
    "Szanowna Pani, niezwłocznie usuniemy awarię. Łączę wyrazy szacunku – Żaneta Wójcik",
  ]
  static let phrases = [
    "dzień dobry", "dobrý den", "szanown* pan*", "co nejdříve", "as soon as possible", "panie *",
    "paní *", "niezwłocznie", "łączę *", "(do|nejpozději do) zítřka", "else?", "...", "– *",
    #"/do \d+:\d+/"#, #"/\bżaneta\b/"#, "/sprawdz[aą]m/",
  ]

  @Test func `text without diacritics gives the same hits`() throws {
    let set = try PatternSet(Self.phrases.map { try Pattern($0) })
    var count = 0
    for reply in Self.replies {
      let text = FoldedText(reply)
      let plain = FoldedText(text.string)
      #expect(set.hits(in: text) == set.hits(in: plain))
      count += set.hits(in: text).count
    }
    #expect(count >= Self.phrases.count)
  }

  @Test func `text in front moves the hits and changes nothing else`() throws {
    let set = try PatternSet(Self.phrases.map { try Pattern($0) })
    let front = "Grüße 👋🏽.\n"
    for reply in Self.replies {
      let alone = FoldedText(reply)
      let moved = FoldedText(front + reply)
      let shift = FoldedText(front).bytes.count
      let before = set.hits(in: alone)
      let after = set.hits(in: moved)
      #expect(after.map(\.pattern) == before.map(\.pattern))
      for (one, other) in zip(before, after) {
        #expect(other.range == one.range.lowerBound + shift..<one.range.upperBound + shift)
        let place = alone.originalUTF8(one.range)
        let movedPlace = moved.originalUTF8(other.range)
        #expect(movedPlace.lowerBound == place.lowerBound + front.utf8.count)
        #expect(movedPlace.count == place.count)
      }
    }
  }

  @Test func `phrases never match across a cut`() throws {
    let set = try PatternSet([Pattern("a b"), Pattern("b*"), Pattern("/ab/")])
    let text = FoldedText("a>>> b", keeping: [0..<1, 5..<6])
    #expect(set.hits(in: text) == [PatternHit(pattern: 1, range: 3..<4)])
  }

  @Test func `one set serves many threads`() async throws {
    let set = try PatternSet(Self.phrases.map { try Pattern($0) })
    let texts = Self.replies.map { FoldedText($0) }
    let expected = texts.map { set.hits(in: $0) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<50).allSatisfy { _ in texts.map { set.hits(in: $0) } == expected }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test func `many large expressions are split over several sets, none is lost`() throws {
    let patterns = try (0..<1_500).map { try Pattern("/start\($0) .{0,40} end\($0)x/") }
    let set = try PatternSet(patterns)
    for number in [0, 749, 750, 1_499] {
      let text = FoldedText("start\(number) of the end\(number)x")
      #expect(set.hits(in: text).map(\.pattern) == [number])
    }
  }

  @Test func `with any memory the same is found`() throws {
    let patterns = try (0..<12).map {
      try Pattern($0 < 6 ? "/s\($0)[a-z ]{2,40}e\($0)/" : "/[a-z]{\($0)}x(ab|bc){1,30}/")
    }
    let text = FoldedText("s1 abc e1, s4 e4 abcdefghijxabbcab S5 zzz E5 abcdefxbc")
    let expected = try PatternSet(patterns).hits(in: text)
    #expect(expected.count == 8)
    var memory = 1 << 24
    while memory > 0 {
      let set = try PatternSet(patterns, expressionMemory: memory)
      #expect(set.hits(in: text) == expected, "\(memory) bytes")
      memory = memory * 7 / 8
    }
    #expect(try PatternSet(patterns, expressionMemory: -1).hits(in: text) == expected)
  }

  @Test func `an expression that reads to the end at each match gives up, and says so`() throws {
    let set = try PatternSet([Pattern("/x(.*y)?/"), Pattern("ahoj")])
    let hostile = FoldedText(String(repeating: "x", count: 200_000) + " ahoj")
    let scan = set.scan(hostile)
    #expect(scan.unfinished == [0])
    #expect(scan.hits.contains { $0.pattern == 1 })
    #expect(set.scan(FoldedText(String(repeating: "x", count: 19_000))).unfinished.isEmpty)
  }

  /// The last bytes of each, read as a character of their own, would be a letter.
  @Test(arguments: ["😨", "🎨", "🇵🇱", "👍🏽", "‰", "→"])
  func `no word begins within a character`(mark: String) throws {
    let set = try PatternSet([try Pattern("* dobry")])
    #expect(set.hits(in: FoldedText("\(mark) dobry")).isEmpty)
    #expect(set.hits(in: FoldedText("\(mark) tak dobry")).count == 1)
  }

  @Test func `phrases beyond all measure are an error that names the pattern`() throws {
    let pattern = try Pattern(String(repeating: "(abc|def|ghi) ", count: 6) + "end")
    let error = #expect(throws: PatternSetError.self) {
      try PatternSet(Array(repeating: pattern, count: 200))
    }
    #expect(error.map { $0.pattern > 50 } == true)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "a", count: 1_000_000),
      String(repeating: "a ", count: 500_000),
      String(repeating: "a-", count: 100_000),
      String(repeating: "- ", count: 100_000),
      String(repeating: "ą", count: 100_000),
      String(repeating: " ", count: 100_000),
      String(repeating: "a\n\n", count: 50_000),
      String(repeating: "(", count: 100_000),
    ])
  func `hostile texts are scanned in linear time`(text: String) throws {
    let patterns = [
      "a a a a a a a a a a b", "* a b", "a* * b", "a * * * * c", "-*", "* - *", "- - - - b",
      "a*- b",
      "(a|aa|aaa)* b", "/(a+)+b/", "/(a|aa)+$b/", "/(a*)*c/", "/( a| a)+b/",
    ]
    let set = try PatternSet(patterns.map { try Pattern($0) })
    let scan = set.scan(FoldedText(text))
    #expect(scan.unfinished.isEmpty)
  }

  @Test func `a set for few texts finds phrases across the groups in them`() throws {
    let patterns = try ["ab(x|y|)cd", "(do|przed) (jutra|switem)", "zosta(l|la) *"].map {
      try Pattern($0)
    }
    let set = try PatternSet(patterns, isForMany: false)
    for (text, pattern) in [
      ("abxcd", 0), ("abcd", 0), ("do jutra", 1), ("przed świtem", 1), ("została tam", 2),
    ] {
      #expect(set.hits(in: FoldedText(text)).map(\.pattern) == [pattern], "\(text)")
    }
    #expect(set.hits(in: FoldedText("abzcd, do rana, zostali tam")).isEmpty)
  }
}
