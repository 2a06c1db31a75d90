import Diagnostics
import SourceYAML
import Testing

/// One row a fault: the text with the place marked, the id, the message and the advice.
struct YAMLFaultTests {
  private typealias Fault = (yaml: String, id: String, message: String, fixIt: String?)

  private func check(_ fault: Fault) {
    let (yaml, range) = unmarked(fault.yaml)
    let problems = read(yaml).problems
    #expect(problems.count == 1)
    #expect(problems.first?.id == "yaml." + fault.id)
    #expect(problems.first?.message == fault.message)
    #expect(problems.first?.fixIt == fault.fixIt)
    #expect(problems.first?.place?.utf8 == range)
    #expect(problems.first?.severity == .error)
  }

  /// Texts that need quotes: the text, its first or wrong character, the advice.
  private static let unquoted: [(String, String, String)] = [
    ("a: Reply‹:› now\n", "text without quotes cannot contain ': '", #""Reply: now""#),
    ("- a: x‹:› y \"q\" z # c\n", "text without quotes cannot contain ': '", #"'x: y "q" z'"#),
    ("a: x‹:› y's \"q\"\n", "text without quotes cannot contain ': '", #"'x: y''s "q"'"#),
    ("ż: C:\\x‹:› y\n", "text without quotes cannot contain ': '", #"'C:\x: y'"#),
    ("a: b‹:› c#d\n", "text without quotes cannot contain ': '", #""b: c#d""#),
    ("a: b‹:›\n", "text without quotes cannot contain ': '", #""b:""#),
    ("\"a: b\": c‹:› d\n", "text without quotes cannot contain ': '", #""c: d""#),
    ("- ‹*›proszę o\n", "text that starts with '*' must be in quotes", #""*proszę o""#),
    ("- ‹*prosze› o\n", "text that starts with '*' must be in quotes", #""*prosze o""#),
    ("- [‹*prosze› o, b]\n", "text that starts with '*' must be in quotes", #""*prosze o""#),
    ("- ‹*› pan\n", "text that starts with '*' must be in quotes", #""* pan""#),
    ("a: ‹@›foo bar # c\n", "text that starts with '@' must be in quotes", #""@foo bar""#),
    ("a: [‹@›foo bar, c]\n", "text that starts with '@' must be in quotes", #""@foo bar""#),
    ("a: ‹`›x`\n", "text that starts with '`' must be in quotes", #""`x`""#),
    ("a: ‹%›5 of\n", "text that starts with '%' must be in quotes", #""%5 of""#),
    ("a: ‹&›nbsp; x\n", "text that starts with '&' must be in quotes", #""&nbsp; x""#),
    ("a: ‹>› 15 minutes\n", "text that starts with '>' must be in quotes", #""> 15 minutes""#),
    ("a: ‹|›x\n  b\n", "text that starts with '|' must be in quotes", #""|x""#),
    ("a: ‹!›ważne słowo\n", "text that starts with '!' must be in quotes", #""!ważne słowo""#),
    ("a: ‹!›x!y z\n", "text that starts with '!' must be in quotes", #""!x!y z""#),
    ("a: ‹]›\n", "text that starts with ']' must be in quotes", #""]""#),
    ("a: ‹,› b\n", "text that starts with ',' must be in quotes", #"", b""#),
    ("a: ‹?› b\n", "text that starts with '?' must be in quotes", #""? b""#),
    ("a: [‹-› b]\n", "text that starts with '-' must be in quotes", #""- b""#),
    ("a: {x} ‹dzień dobry›\n", "text goes on after the closing '}'", #""{x} dzień dobry""#),
    ("- [x] ‹y›\n", "text goes on after the closing ']'", #""[x] y""#),
    ("a: \"b\" ‹c›\n", "text goes on after the closing \"", #"'"b" c'"#),
    ("- - 'b' ‹c› # d\n", "text goes on after the closing '", #""'b' c""#),
  ]

  @Test(arguments: unquoted)
  func `text that needs quotes`(yaml: String, message: String, quoted: String) {
    check((yaml, "unquoted", message, "put the text in quotes: \(quoted)"))
  }

  private static let lines: [(String, String, String, String?)] = [
    (
      "a: 1\n  ‹b›: 2\n", "indentation", "'b' is indented as a part of the value above it",
      "start it in the same column as the key above; if it is text, put all of the text in quotes"
    ),
    (
      "x:\n    a: 1\n\n  ‹b:› 2\n", "indentation", "'b:' is in line with nothing above it",
      "start it in the same column as the keys it belongs to"
    ),
    (
      "  a: 1\n‹b:› 2\n", "indentation", "'b:' is in line with nothing above it",
      "start it in the same column as the keys it belongs to"
    ),
    (
      "a: 1\n‹-› b\n", "indentation", "a list item stands where a key is expected",
      "indent the list under its key"
    ),
    (
      "- a\n‹b:› 1\n", "indentation", "'b:' stands where the next '- ' of a list is expected",
      "start it with '- ', or indent it like the lines it belongs to"
    ),
    (
      "a: ‹-› b\n", "unquoted", "a list cannot start on the line of its key",
      "start the list on the next line; or, if '-' is a dash, put the text in quotes: \"- b\""
    ),
    (
      "a: 1\nb‹:›2 # x\nc: 3\n", "missing-space", "a space is missing after ':'", "write 'b: 2'"
    ),
    ("a‹:›1\nc: 3\n", "missing-space", "a space is missing after ':'", "write 'a: 1'"),
    ("- a\n‹-›b\n- c\n", "missing-space", "a space is missing after '-'", "write '- b'"),
    (
      "a: 1\nc‹:›\u{A0}3\n", "missing-space",
      "a no-break space (U+00A0) stands after ':', where an ordinary space is needed",
      "write 'c: 3'"
    ),
    (
      "a: 1\n‹b c›\nd: 3\n", "syntax",
      "'b c' is neither 'key: value' nor a part of the value above it",
      "write ':' and a space after a key; indent a line that continues the value above it"
    ),
    (
      "a: 1\n‹http://x.y›\n", "syntax",
      "'http://x.y' is neither 'key: value' nor a part of the value above it",
      "write ':' and a space after a key; indent a line that continues the value above it"
    ),
    (
      "a: 1\n‹08:00›\nb: 2\n", "syntax",
      "'08:00' is neither 'key: value' nor a part of the value above it",
      "write ':' and a space after a key; indent a line that continues the value above it"
    ),
    (
      "‹plain›\na: b\n", "syntax", "the line above 'a' is neither 'key: value' nor a list item",
      "write 'key: value', or indent it if it continues the value above it"
    ),
    ("a: b\n‹:› c\n", "empty-key", "a key is missing before ':'", "write the key"),
    (
      "a: b\n...\n# x\n\n‹c:› d\n", "several-documents",
      "text follows after the line '...', which ends the file's text",
      "delete the line '...', or move what follows to a file of its own"
    ),
    (
      "a: b\n‹---›\nc: d\n", "several-documents",
      "a second document starts here, but a file holds one",
      "delete the line '---', or move what follows to a file of its own"
    ),
    (
      "a: b\n‹---› 'c\n", "several-documents",
      "a second document starts here, but a file holds one",
      "delete the line '---', or move what follows to a file of its own"
    ),
  ]

  @Test(arguments: lines)
  func `lines that stand where they cannot`(
    yaml: String, id: String, message: String, fixIt: String?
  ) {
    check((yaml, id, message, fixIt))
  }

  @Test(arguments: [
    "a:\n‹\t›b: c\n", "a: b\n‹\t›c: d\n", "a:\n  b: c\n‹\t›d: e\n", "a:\n  b: c\n  ‹\t›d: e\n",
    "a: |\n‹\t›x\n", "‹\t›a: b\n", "- a\n‹\t›- b\n", "č: ž\n‹\t›\tř: š\n",
  ])
  func `a tab cannot indent`(yaml: String) {
    check((yaml, "tab", "a tab cannot indent a line", "use spaces"))
  }

  private static let unclosed: [(String, String, String)] = [
    (
      "a: ‹\"›text\nb: c\n", "the text that starts here is never closed by \"",
      "write \" at the end of the text"
    ),
    (
      "a: ‹'›it''s\nb: c\n---\n", "the text that starts here is never closed by '",
      "write ' at the end of the text"
    ),
    (
      "a: ‹\"›text\\", "the text that starts here is never closed by \"",
      "write \" at the end of the text"
    ),
    (
      "a: ‹[›1, 2\n\n", "'[' is never closed by ']'",
      "write ']' at the end, or put the text in quotes"
    ),
    ("a: ‹{›b: c", "'{' is never closed by '}'", "write '}' at the end, or put the text in quotes"),
    (
      "a: [1, 2\nb‹:› 3\n", "',' or ']' is missing before ':'",
      "write ']' or ','; text with brackets or ': ' in it must be in quotes"
    ),
    (
      "a: {b, c‹]›\n", "',' or '}' is missing before ']'",
      "write '}' or ','; text with brackets or ': ' in it must be in quotes"
    ),
  ]

  @Test(arguments: unclosed)
  func `quotes and brackets need an end`(yaml: String, message: String, fixIt: String) {
    check((yaml, "unclosed", message, fixIt))
  }

  private static let others: [(String, String, String, String?)] = [
    ("a: {‹:› b}\n", "empty-key", "a key is missing before ':'", "write the key"),
    (
      "a: {b‹:›}\n", "missing-space", "a space is missing after ':'",
      "write a space after ':', or put the text in quotes if ':' is a part of it"
    ),
    ("‹...›\n", "syntax", "'...' ends a file that has not begun", "delete it"),
    (
      "a: [b, ‹,› c]\n", "syntax", "a value is missing before ','",
      "write the value, or delete a comma"
    ),
    (
      "a: 'it'‹s fine'›\n",
      "unquoted",
      "text goes on after the closing '",
      "put all of the text in quotes; inside '…' an apostrophe is written ''"
    ),
    (
      "a: \"b ‹\\d›\"\n", "escape", "'\\d' means nothing inside \"…\"",
      "write '\\\\d', or use '…', where a backslash is only a backslash"
    ),
    (
      "a: \"‹\\u12›\"\n", "escape", "'\\u12' is no character's code",
      "write \\x and 2, \\u and 4 or \\U and 8 hexadecimal digits, as in \\u0105 for ą"
    ),
    (
      "a: \"‹\\uD800›0\"\n", "escape", "'\\uD800' is no character's code",
      "write \\x and 2, \\u and 4 or \\U and 8 hexadecimal digits, as in \\u0105 for ą"
    ),
    (
      "‹%FOO› bar\n---\na: b\n", "directive",
      "a line that starts with '%' is an order to the YAML reader",
      "if it is text, put the text in quotes: \"%FOO bar\""
    ),
    (
      "‹%YAML› 3.0\n---\na: b\n", "directive", "this version of YAML is not known",
      "delete the line, or write '%YAML 1.2'"
    ),
    (
      "a: ‹!!int› 5\n", "tag", "the tag '!!int' is not needed: the key decides what a value is",
      "delete it, or put the text in quotes if '!' is a part of it"
    ),
    (
      "a: &x ‹!foo› {b: c}\n", "tag",
      "the tag '!foo' is not needed: the key decides what a value is",
      "delete it, or put the text in quotes if '!' is a part of it"
    ),
    (
      "a: ‹!› b\n", "tag", "the tag '!' is not needed: the key decides what a value is",
      "delete it, or put the text in quotes if '!' is a part of it"
    ),
    (
      "‹<<›: {a: b}\n", "merge-key", "the merge key '<<' is not supported",
      "write the keys out here, or let an alias stand for the whole value"
    ),
    (
      "a: {‹{ name }›}\n", "key", "a mapping cannot be a key",
      "put the text in quotes if it only starts with a bracket, as '{name}' does"
    ),
    (
      "? ‹- a\n  - b›\n: c\n", "key", "a list cannot be a key", "use a text as the key"
    ),
    (
      "?‹›\n: b\n", "empty-key", "a key is missing before ':'",
      "write the key, or put the text in quotes if ':' is a part of it"
    ),
    (
      "a: 1\n‹'a'›: 2\n", "duplicate-key", "the key 'a' stands here a second time",
      "keep one of them"
    ),
    (
      "a: &reply x\nb: ‹*replay›\n", "undefined-alias",
      "'*replay' refers to no anchor '&replay' above",
      "did you mean '*reply'?"
    ),
    (
      "a: ‹*b›\n", "undefined-alias", "'*b' refers to no anchor '&b' above",
      "put the text in quotes: \"*b\""
    ),
    (
      "a: &b [{c: ‹*b›}]\n", "recursive-alias", "'*b' stands inside the value '&b' itself",
      "write the value out"
    ),
    (
      "a: &b c\nd: &b [‹*b›]\n", "recursive-alias", "'*b' stands inside the value '&b' itself",
      "write the value out"
    ),
  ]

  @Test(arguments: others)
  func `everything else that is wrong`(
    yaml: String, id: String, message: String, fixIt: String?
  ) {
    check((yaml, id, message, fixIt))
  }

  @Test func `notes point at what a problem belongs to`() {
    func noted(_ yaml: String) -> [String] {
      read(yaml).problems.flatMap { $0.notes }.map {
        "\($0.place?.description ?? "-") \($0.message)"
      }
    }
    #expect(noted("a: 1\na: 2\n") == ["a.yaml:1:1 the first one is here"])
    #expect(noted("a: 1\n  b: 2\n") == ["a.yaml:1:1 the value above is here"])
    #expect(noted("x:\n    a: 1\n  b: 2\n") == ["a.yaml:1:1 the keys around it start here"])
    #expect(noted("- a\nb: 1\n") == ["a.yaml:1:1 the list starts here"])
    #expect(noted("a: [1, 2\nb: 3\n") == ["a.yaml:1:4 '[' is here"])
    #expect(
      noted("a: *odpowiedź\n")
        == ["- the name of an alias has only the letters a to z, digits, '-' and '_'"])
    #expect(
      noted("a: &odpowiedź\n")
        == ["- the name of an anchor has only the letters a to z, digits, '-' and '_'"])
    #expect(
      noted("a: &reply x\nb: *replay\n") == ["a.yaml:1:11 the nearest name belongs to this value"])
  }

  @Test func `a no-break space that cannot indent is a warning`() {
    let (node, problems) = read("a: 1\n\u{A0}\u{A0}b: 2\n")
    #expect(node != nil)
    #expect(problems.map { $0.id } == ["yaml.no-break-space"])
    #expect(problems.first?.severity == .warning)
    #expect(problems.first?.place?.utf8 == 5..<7)
    // A warning explains no error on its line; an error does.
    let both = read("\u{A0}a: b: c\n").problems.map { $0.id }
    #expect(both.contains("yaml.unquoted"))
    #expect(read("- *a b: c: d\n").problems.map { $0.id } == ["yaml.unquoted"])
  }

  @Test func `a fault reads well`() {
    let text = SourceText(path: "standards/pl.yaml", "phrases:\n  - proszę\n  - *dziękuję bardzo\n")
    let problems = read(text).problems
    #expect(
      problems.map { DiagnosticRenderer(color: false).render($0) }.joined() == """
        standards/pl.yaml:3:5: error: text that starts with '*' must be in quotes [yaml.unquoted]
          - *dziękuję bardzo
            ^
        fix-it: put the text in quotes: "*dziękuję bardzo"
        note: the name of an alias has only the letters a to z, digits, '-' and '_'

        """)
  }

  @Test func `a line of a million characters makes a short message`() {
    let long = String(repeating: "ab ", count: 300_000)
    for yaml in [
      "a: 1\n\(long)\nb: 2\n", "a: x: \(long)\n", "- \"a\" \(long)\n",
      "? \(long)\n: 1\n? \(long)\n: 2\n",
    ] {
      let problems = read(yaml).problems
      #expect(!problems.isEmpty)
      for problem in problems {
        #expect(problem.message.count < 200)
        #expect((problem.fixIt ?? "").count < 200)
      }
    }
  }
}
