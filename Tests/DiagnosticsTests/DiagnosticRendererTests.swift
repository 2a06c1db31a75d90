import Diagnostics
import Testing

struct DiagnosticRendererTests {
  private let renderer = DiagnosticRenderer(color: false)

  /// A place in a text, marked there as `‹…›`.
  private func place(_ marked: String, path: String = "reply.txt") -> SourceRange {
    let parts = marked.split(separator: "‹", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "›", maxSplits: 1, omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let text = SourceText(path: path, String(parts[0] + rest[0] + rest[1]))
    return SourceRange(text: text, utf8: start..<start + rest[0].utf8.count)
  }

  private func render(_ marked: String) -> String {
    renderer.render(Diagnostic("x.y", .error, "wrong", at: place(marked)))
  }

  @Test func `a diagnostic shows place, line, caret and what would be right`() {
    let diagnostic = Diagnostic(
      "reply.vague-deadline", .warning, "'soon' is not a time",
      at: place("Dear customer,\nCafé: news ‹soon›.\nBye\n"),
      fixIt: "give a clock time: by 16:00")
    #expect(
      renderer.render(diagnostic) == """
        reply.txt:2:12: warning: 'soon' is not a time [reply.vague-deadline]
        Café: news soon.
                   ^~~~
        fix-it: give a clock time: by 16:00

        """)
  }

  @Test func `notes come last, each with its own line`() {
    let diagnostic = Diagnostic(
      "yaml.duplicate-key", .error, "the key 'id' stands here a second time",
      at: place("id: a\n‹id›: b\n", path: "a.yaml"),
      notes: [
        Diagnostic.Note("the first one is here", at: place("‹id›: a\nid: b\n", path: "a.yaml")),
        Diagnostic.Note("the first one counts"),
      ],
      fixIt: "keep one of them")
    #expect(
      renderer.render(diagnostic) == """
        a.yaml:2:1: error: the key 'id' stands here a second time [yaml.duplicate-key]
        id: b
        ^~
        fix-it: keep one of them
        a.yaml:1:1: note: the first one is here
        id: a
        ^~
        note: the first one counts

        """)
  }

  @Test func `without a place there is only the message`() {
    let diagnostic = Diagnostic("catalogue.none", .error, "no file has 'catalogue:'", at: nil)
    #expect(renderer.render(diagnostic) == "error: no file has 'catalogue:' [catalogue.none]\n")
  }

  private static let carets: [(String, String, String)] = [
    ("żółw ‹x›", "żółw x", "     ^"),
    ("z\u{307}o\u{301} ‹xy›", "z\u{307}o\u{301} xy", "   ^~"),
    ("👩🏽‍🔧 ‹x›", "👩🏽‍🔧 x", "   ^"),
    ("🇵🇱❤️1️⃣‹x›", "🇵🇱❤️1️⃣x", "      ^"),
    ("日本‹語!›", "日本語!", "    ^~~"),
    ("ｱﾊ‹x›", "ｱﾊx", "  ^"),
    ("\ta\t‹b›", "\ta\tb", "\t \t^"),
    ("ab‹›", "ab", "  ^"),
    ("‹›", "", ""),
    ("a\n‹›", "", "^"),
    ("a ‹b\nc›", "a b", "  ^"),
    ("a‹\r\n›c", "a", " ^"),
    ("a\u{1B}[31m\u{7}‹b›", "a�[31m�b", "       ^"),
    ("a\u{202E}\u{200B}‹b›", "a��b", "   ^"),
    ("\u{FEFF}a‹b›", "ab", " ^"),
  ]

  @Test(arguments: carets)
  func `the caret stands under the character`(marked: String, source: String, carets: String) {
    let lines = render(marked).split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    #expect(lines.joined(separator: "\n") == (carets.isEmpty ? "" : "\(source)\n\(carets)\n"))
  }

  @Test func `a place inside a character points at the whole character`() {
    let text = SourceText(path: "t", "a👩🏽‍🔧b")
    let place = SourceRange(text: text, utf8: 5..<6)
    #expect(
      renderer.render(Diagnostic("x", .error, "m", at: place)) == """
        t:1:2: error: m [x]
        a👩🏽‍🔧b
         ^~

        """)
  }

  @Test func `bytes that are not UTF-8 are shown repaired`() {
    let text = SourceText(
      path: "t", bytes: Array("za".utf8) + [0xBF, 0xF3, 0x61] + Array("w".utf8))
    let place = SourceRange(text: text, utf8: 5..<6)
    #expect(
      renderer.render(Diagnostic("x", .error, "m", at: place)) == """
        t:1:6: error: m [x]
        za��aw
             ^

        """)
  }

  @Test func `a long line is cut around the caret`() {
    let long = String(repeating: "0123456789", count: 50)
    #expect(
      render(long + "‹Wrong›" + long) == """
        reply.txt:1:501: error: wrong [x.y]
        …\(String(repeating: "0123456789", count: 5))Wrong\
        \(String(repeating: "0123456789", count: 8))01234…
         \(String(repeating: " ", count: 50))^~~~~

        """)
    #expect(
      render("‹a›" + long) == """
        reply.txt:1:1: error: wrong [x.y]
        a\(String(repeating: "0123456789", count: 13))012345678…
        ^

        """)
    let wide = String(repeating: "語", count: 100)
    let lines = render(wide + "‹語›").split(separator: "\n")
    #expect(lines[1] == "…" + String(repeating: "語", count: 26))
    #expect(lines[2] == " " + String(repeating: " ", count: 50) + "^~")
    let exact = String(repeating: "x", count: 159)
    #expect(render(exact + "‹y›").split(separator: "\n")[1] == exact + "y")
    let marks = render("e" + String(repeating: "\u{301}", count: 5_000) + "‹x›").split(
      separator: "\n")
    #expect(marks[1].unicodeScalars.first == "…")
    let far = render(String(repeating: "ł", count: 50_000) + "‹x›").split(separator: "\n")
    #expect(far[1] == "…" + String(repeating: "ł", count: 50) + "x")
    // A long place is underlined only as far as it is shown.
    #expect(render("‹" + long + "›").split(separator: "\n")[2].count == 140)
  }

  @Test func `messages and paths stay on one line and cannot steer a terminal`() {
    let place = SourceRange(text: SourceText(path: "a\u{1B}[2J.yaml", "x"), utf8: 0..<1)
    let diagnostic = Diagnostic(
      "x", .error, "unknown key 'a\nb\u{1B}c'", at: place, fixIt: "write\r\nless")
    #expect(
      renderer.render(diagnostic) == """
        a�[2J.yaml:1:1: error: unknown key 'a b�c' [x]
        x
        ^
        fix-it: write less

        """)
  }

  @Test func `colour comes only when asked for`() {
    let diagnostic = Diagnostic("x", .error, "m", at: place("‹a›"), fixIt: "b")
    #expect(!renderer.render(diagnostic).contains("\u{1B}"))
    #expect(
      DiagnosticRenderer(color: true).render(diagnostic) == """
        \u{1B}[1mreply.txt:1:1:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mm\u{1B}[0m [x]
        a
        \u{1B}[1;32m^\u{1B}[0m
        \u{1B}[1;32mfix-it:\u{1B}[0m b

        """)
  }

  @Test func `JSON has every key, with null for what is absent`() {
    var json = JSONWriter()
    Diagnostic(
      "a.b", .warning, "it's \"x\"", at: place("ł: ‹x\nyy›"),
      notes: [Diagnostic.Note("n"), Diagnostic.Note("m", at: place("‹›"))], fixIt: "f"
    ).write(to: &json)
    json.newline()
    Diagnostic("c", .error, "d", at: nil).write(to: &json)
    #expect(
      json.string == #"""
        {"id":"a.b","severity":"warning","message":"it's \"x\"","path":"reply.txt","line":1,"column":4,"end_line":2,"end_column":3,"fix_it":"f","notes":[{"message":"n","path":null,"line":null,"column":null},{"message":"m","path":"reply.txt","line":1,"column":1}]}
        {"id":"c","severity":"error","message":"d","path":null,"line":null,"column":null,"end_line":null,"end_column":null,"fix_it":null,"notes":[]}
        """#)
  }
}
