import Testing
import TextMatching

struct PhraseTests {
  @Test(arguments: [
    ("dzień dobry", "Dzień dobry, Pani Anno", ["Dzień dobry"]),
    ("dzien dobry", "DZIEŃ  \u{A0}DOBRY!", ["DZIEŃ  \u{A0}DOBRY"]),
    ("dzień dobry", "dzień\ndobry", ["dzień\ndobry"]),
    ("dzień dobry", "dzień \r\n  dobry", ["dzień \r\n  dobry"]),
    ("dzień dobry", "dzień\n\ndobry", []),
    ("dzień dobry", "dzień \n \n dobry", []),
    ("dzień dobry", "dzień, dobry", []),
    ("dzień dobry", "dzieńdobry", []),
    ("dzień dobry", "codzień dobry", []),
    ("soon", "sooner or later", []),
    ("soon", "Soon: soon, (soon) soon.", ["Soon", "soon", "soon", "soon"]),
    ("ASAP", "asap5 5asap asap", ["asap"]),
    ("szanown* pan*", "Szanowna Pani, szanowny panie", ["Szanowna Pani", "szanowny panie"]),
    (
      "faktur*", "faktura, fakturami, faktur, faktur2, faktur-x",
      [
        "faktura", "fakturami", "faktur", "faktur",
      ]
    ),
    ("vážen* pan*", "Vazeny pane Novaku", ["Vazeny pane"]),
    ("dear *", "Dear Jean-Pierre O'Neill", ["Dear Jean-Pierre"]),
    ("dear *,", "Dear Anna, dear all", ["Dear Anna,"]),
    ("* later", "sooner or later", ["or later"]),
    (
      "call * back", "call me back, call  you\nback, call back",
      ["call me back", "call  you\nback"]
    ),
    (
      "(co|jak) nejdříve", "Co nejdříve a jak nejdrive, tak nejdříve",
      [
        "Co nejdříve", "jak nejdrive",
      ]
    ),
    ("(jak |)najszybciej", "jak najszybciej albo najszybciej", ["jak najszybciej", "najszybciej"]),
    (
      "w (|najbliższym )czasie", "w czasie, w najbliższym czasie",
      [
        "w czasie", "w najbliższym czasie",
      ]
    ),
    ("(a (b|c)|d) e", "a b e, a c e, d e, a e", ["a b e", "a c e", "d e"]),
    ("(proble|dot)* x", "problemy x dotaz x", ["problemy x", "dotaz x"]),
    ("co?", "Co? co?! co", ["Co?", "co?"]),
    ("...", "hm... tak…", ["...", "…"]),
    ("...", "....", ["..."]),
    (":-\\)", "ok :-) :-))", [":-)", ":-)"]),
    ("🙂", "tak🙂nie", ["🙂"]),
    ("!!!", "rychle!!!!", ["!!!"]),
    ("e-mail", "E-mail, e‑mailem, e mail", ["E-mail"]),
    ("e-mail*", "E-mail, e‑mailem", ["E-mail", "e‑mailem"]),
    ("don't", "Don’t, don´t, dont", ["Don’t", "don´t"]),
    ("mail", "e-mail", ["mail"]),
    ("a\\*b \\(c\\) \\| \\\\ \\/", "a*b (c) | \\ /", ["a*b (c) | \\ /"]),
    ("č. j.", "naše č. j. 12", ["č. j."]),
    ("C++", "c++ a c+++", ["c++", "c++"]),
    ("ответ", "Ответ, ответы", ["Ответ"]),
    ("ответ*", "Ответ, ответы", ["Ответ", "ответы"]),
    ("ok", "яok okя ok字 ok", ["ok"]),
    ("ok", "ok˂ okʰ", ["ok"]),
    ("क", "कि क", ["क"]),
    ("grüße", "GRÜSSE", ["GRÜSSE"]),
    ("gruesse", "Grüße", []),
    ("  ahoj  ", "ahoj", ["ahoj"]),
    ("so\u{AD}on", "soon", ["soon"]),
    ("a a", "a a a a a", ["a a", "a a"]),
    ("a b", "a", []),
  ])
  func `a phrase is found where it stands, and only there`(
    phrase: String, text: String, expected: [String]
  ) throws {
    #expect(try found(phrase, in: text) == expected)
  }

  @Test(arguments: [
    ("", 0..<0, "the phrase is empty"),
    ("   ", 0..<3, "the phrase is empty"),
    ("\u{200B}\u{AD}", 0..<5, "the phrase has only invisible characters"),
    ("ahoj (a|b", 5..<6, "'(' is never closed"),
    ("żółw (a|(b)", 8..<9, "'(' is never closed"),
    ("a) b", 1..<2, "')' closes nothing"),
    ("a|b", 1..<2, "'|' stands outside '(…)'"),
    (" a|b", 2..<3, "'|' stands outside '(…)'"),
    ("pro*blem", 3..<4, "'*' stands in the middle of a word"),
    ("*blem", 0..<1, "'*' stands in the middle of a word"),
    ("a*(b|c)", 1..<2, "'*' stands in the middle of a word"),
    ("a(*|b)", 2..<3, "'*' stands in the middle of a word"),
    ("ok **", 4..<5, "'*' follows no word here"),
    ("a**", 2..<3, "'*' follows no word here"),
    ("(|a)* b", 4..<5, "'*' follows no word here"),
    ("(a?|b)* c", 6..<7, "'*' follows no word here"),
    ("*", 0..<1, "the phrase matches any words"),
    ("* *", 0..<3, "the phrase matches any words"),
    ("(a|*)", 0..<5, "the phrase matches any words"),
    ("(|a)", 0..<4, "the phrase may match nothing at all"),
    ("( | )", 0..<5, "the phrase may match nothing at all"),
    ("()", 0..<2, "the phrase may match nothing at all"),
    ("a\\", 1..<2, "nothing follows the backslash"),
    ("/etc", 0..<1, "'/' opens an expression that never ends"),
    ("/", 0..<1, "'/' opens an expression that never ends"),
  ])
  func `a phrase that cannot work is refused at its place`(
    phrase: String, place: Range<Int>, message: String
  ) {
    let error = #expect(throws: PatternError.self) { try Pattern(phrase) }
    #expect(error?.message == message)
    #expect(error?.utf8 == place)
    #expect(error?.suggestion != nil)
  }

  @Test func `a star alone behind an opened group is a word`() throws {
    #expect(try found("dear (*|all)", in: "dear all") == ["dear all"])
  }

  @Test func `what is beyond all measure is refused`() {
    let long = String(repeating: "a ", count: 1_001)
    #expect(throws: PatternError.self) { try Pattern(long) }
    let many = String(repeating: "(a|b|c) ", count: 7) + "d"
    let error = #expect(throws: PatternError.self) { try Pattern(many) }
    #expect(error?.message == "the phrase stands for more than 1000 phrases")
    let bomb = String(repeating: "(a|b)", count: 390)
    #expect(throws: PatternError.self) { try Pattern(bomb) }
    let deep = String(repeating: "(", count: 900) + "a" + String(repeating: ")", count: 900)
    let nested = #expect(throws: PatternError.self) { try Pattern(deep) }
    #expect(nested?.message == "groups are nested more than 20 deep")
    let empty = String(repeating: "(|)", count: 600) + "a"
    #expect(throws: PatternError.self) { try Pattern(empty) }
  }

  @Test func `of several lengths at one place the longest counts`() throws {
    #expect(try found("(hello|hello there)", in: "hello there") == ["hello there"])
    #expect(try found("(hello there|hello)", in: "hello there") == ["hello there"])
  }

  @Test func `a word beyond 128 bytes is no word`() throws {
    let word = String(repeating: "w", count: 128)
    #expect(try found("dear *", in: "dear \(word)") == ["dear \(word)"])
    #expect(try found("dear *", in: "dear \(word)w") == [])
  }
}
