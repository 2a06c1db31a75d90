import Testing
import TextMatching

struct ExpressionTests {
  @Test(arguments: [
    (#"/do \d{1,2}:\d{2}/"#, "Do 14:00, do 9:30", ["Do 14:00", "do 9:30"]),
    (#"/zwrot (w|do) \d+ dni/"#, "Zwrot w 14 dni", ["Zwrot w 14 dni"]),
    (#"/\bŁÓDŹ\b/"#, "Łódź, łódźka", ["Łódź"]),
    (#"/\bč\. ?j\./"#, "č.j. a č. j.", ["č.j.", "č. j."]),
    (#"/[ąćę]+x/"#, "aćęx", ["aćęx"]),
    (#"/[A-Ż]{3}9/"#, "abż9", ["abż9"]),
    (#"/\S+@\S+/"#, "pište na Jan@Example.com dnes", ["Jan@Example.com"]),
    (#"/\p{Cyrillic}+/"#, "ok Привет ok", ["Привет"]),
    (#"/\p{Lu}x/"#, "AX", ["AX"]),
    (#"/x\pLy/"#, "xży", ["xży"]),
    (#"/[[:upper:]]9/"#, "Ž9", ["Ž9"]),
    (#"/\x41\x{17D}/"#, "aŽ", ["aŽ"]),
    (#"/(?i)STOP(?P<Rest>x)?/"#, "stop", ["stop"]),
    (#"/(?m:^konec$)/"#, "a\nKonec\nb", ["Konec"]),
    (#"/ß+e/"#, "straßße", ["ßße"]),
    (#"/hm…/"#, "hm... hmabc", ["hm..."]),
    (#"/a–z/"#, "a-z amz", ["a-z"]),
    (#"/[a–z]9/"#, "m9 -9 z9", ["-9", "z9"]),
    (#"/\Q1.5 Ž\E x/"#, "1.5 ž x, 1a5 ž x", ["1.5 ž x"]),
    (#"/[]ż]9/"#, "]9 z9", ["]9", "z9"]),
    (#"/[^]ż]9/"#, "]9 z9 y9", ["y9"]),
    (#"/x[ßq]9/"#, "x(9 xs9 x:9 xq9", ["xs9", "xq9"]),
    (#"/[]…]9/"#, "(9 .9 ]9 :9", [".9", "]9"]),
    (#"/!{3,}/"#, "Rychle!!!!! a !!", ["!!!!!"]),
    (#"/a|b/"#, "ab", ["a", "b"]),
    (#"/\//"#, "a/b", ["/"]),
    (#"/x*y|z/"#, "xxyz", ["xxy", "z"]),
    ("/\u{17D}e\u{301}+/", "žéé", ["žéé"]),
  ])
  func `an expression is found in the folded text`(
    expression: String, text: String, expected: [String]
  ) throws {
    #expect(try found(expression, in: text) == expected)
  }

  @Test(arguments: [
    ("//", 1..<1, "the expression is empty"),
    ("/a(b/", 1..<4, "the expression does not compile: missing ) in 'a(b'"),
    ("/ž[a/", 3..<5, "the expression does not compile: missing ] in '[a'"),
    ("/Ža**/", 4..<6, "the expression does not compile: bad repetition operator in '**'"),
    (" /a{1001}/", 3..<9, "the expression does not compile: invalid repetition size in '{1001}'"),
    (#"/a\y/"#, 2..<4, #"the expression does not compile: invalid escape sequence in '\y'"#),
    ("/(?=a)b/", 1..<4, "look-ahead, '(?=…)', is not supported"),
    ("/b(?!a)/", 2..<5, "look-ahead, '(?!…)', is not supported"),
    ("/(?<=a)b/", 1..<5, "look-behind, '(?<=…)', is not supported"),
    ("/(?<!a)b/", 1..<5, "look-behind, '(?<!…)', is not supported"),
    ("/(?>a)b/", 1..<4, "atomic groups, '(?>…)', is not supported"),
    (#"/(a)\1/"#, 4..<6, #"back-references such as '\1' are not supported"#),
    (#"/(?P<n>a)(?P=n)/"#, 9..<13, "back-references, '(?P=…)', is not supported"),
    ("/.*/", 1..<3, "the expression matches the empty string"),
    ("/a?/", 1..<3, "the expression matches the empty string"),
    ("/^/", 1..<2, "the expression matches the empty string"),
    ("/^$/", 1..<3, "the expression matches the empty string"),
    (#"/\b/"#, 1..<3, "the expression matches the empty string"),
    (#"/\B/"#, 1..<3, "the expression matches the empty string"),
    ("/a|/", 1..<3, "the expression matches the empty string"),
    ("/./", 1..<2, "the expression matches any text"),
    ("/.+/", 1..<3, "the expression matches any text"),
    (#"/\S+/"#, 1..<4, "the expression matches any text"),
    ("/...+/", 1..<5, "the expression matches any text"),
  ])
  func `an expression that cannot work is refused at its place`(
    expression: String, place: Range<Int>, message: String
  ) {
    let error = #expect(throws: PatternError.self) { try Pattern(expression) }
    #expect(error?.message == message)
    #expect(error?.utf8 == place)
    #expect(error?.suggestion != nil)
  }

  @Test func `escaped brackets and brackets in classes are no groups`() throws {
    #expect(try found(#"/\(\?=a\)/"#, in: "(?=a)") == ["(?=a)"])
    #expect(try found(#"/[(?=]x/"#, in: "=x") == ["=x"])
  }

  @Test func `a pattern knows what it is`() throws {
    #expect(try Pattern("/a/").isExpression)
    #expect(try !Pattern("a").isExpression)
    #expect(try Pattern(" a ").written == " a ")
  }

  @Test func `an expression too large for memory is refused`() {
    let huge = "/((a{100}){100}){1000}/"
    #expect(throws: PatternError.self) { try Pattern(huge) }
  }
}
