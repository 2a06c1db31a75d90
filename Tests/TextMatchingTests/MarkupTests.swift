import Testing
import TextMatching

extension AuthoredTextTests {
  @Test(arguments: markups)
  func `an HTML message is read as text`(markup: Markup) {
    let authored = AuthoredText(markup.source)
    #expect(Markup.lines(authored) == markup.kept)
    if let signer = markup.signer {
      #expect(authored.signer.map { markup.source[utf8: $0] } ?? "" == signer)
    }
    expectCover(authored, markup.source)
  }

  @Test(arguments: ["\r\n", "\r"])
  func `line breaks of an HTML source do not matter`(lineBreak: String) {
    for markup in Self.markups {
      let source = markup.source.replacing("\n", with: lineBreak)
      #expect(Markup.lines(AuthoredText(source)) == markup.kept)
    }
  }

  @Test func `what is found in HTML leads back to the source`() throws {
    let source = "<p>Prosz&eogon; o <b>Łódź</b>, <i>pilne</i></p><p>a&nbsp;ju&#380;</p>"
    let folded = AuthoredText(source).folded
    #expect(folded.string == "prosze o lodz, pilne\n\na juz\n\n")
    func written(_ word: String) throws -> String {
      let hits = try PatternSet([Pattern(word)]).hits(in: folded)
      return hits.map { folded.written($0.range) }.joined(separator: "|")
    }
    #expect(try written("prosze") == "Prosz&eogon;")
    #expect(try written("lodz") == "Łódź")
    #expect(try written("pilne") == "pilne")
    #expect(try written("o lodz") == "o <b>Łódź")
    #expect(try written("a juz") == "a&nbsp;ju&#380;")
  }

  @Test func `tags are cut as markup, what they mark for its reason`() {
    let source = "<p>A</p><blockquote>B</blockquote><div class=\"gmail_signature\">C</div>"
    let authored = AuthoredText(source)
    #expect(authored.kept.map { source[utf8: $0] } == ["A"])
    #expect(authored.cut.map(\.reason) == [.markup, .markup, .quote, .signature])
    #expect(authored.cut.map { source[utf8: $0.range] }.joined() == source.replacing("A", with: ""))
  }

  @Test func `paragraphs stay paragraphs`() {
    let source =
      "<p>A</p><p>B<br>C</p><div>D</div><div><br></div><div>E</div><ul><li>F<li>G</ul>H<br><br><p>I"
    #expect(AuthoredText(source).folded.string == "a\n\nb\nc\n\nd\n\ne\n\n- f\n- g\n\nh\n\ni")
  }

  @Test func `a name in entities is a name`() {
    let source = "<p>Hotovo.</p><p>S pozdravem<br>&Scaron;t&#283;p&aacute;n &#268;ern&yacute;</p>"
    let signer = AuthoredText(source).signer.map { source[utf8: $0] }
    #expect(signer == "&Scaron;t&#283;p&aacute;n &#268;ern&yacute;")
  }

  @Test func `an HTML message of nothing but tags has no text`() {
    let authored = AuthoredText("<html><p></p><br></html>")
    #expect(authored.kept.isEmpty)
    #expect(authored.cut.map(\.reason) == [.markup])
    #expect(authored.folded.bytes.allSatisfy { $0 == UInt8(ascii: "\n") })
  }

  @Test func `any tags are parted into kept and cut`() {
    var generator = Seeded(state: 11)
    let pieces = [
      "<p>", "</p>", "<div>", "</div>", "<br>", "<blockquote>", "</blockquote>", "text", " ", "\n",
      "<div class=gmail_quote>", "<div class=\"gmail_attr\">", "<span style='display:none'>",
      "</span>", "<style>", "</style>", "<!--", "-->", "<", ">", "&", "&amp;", "&#260;", "&#;",
      "\"",
      "'", "=", "<pre>", "</pre>", "<li>", "<td>", "<hr id=stopSpelling>", "> x", "-- ", "Ola",
      "Pozdrawiam", "tel. 22 123 45 67", "On 3 Jun 2024 J &lt;j@x.y> wrote:", "<head>", "<body>",
      "\u{301}", "ł", "<a title=\"", "\r\n", "</", "<!", "<?", "\u{FEFF}",
    ]
    for _ in 0..<1500 {
      let start = ["<html>", "<p>", "<br><br>", ""].randomElement(using: &generator) ?? ""
      let text = (0..<14).reduce(start) { text, _ in
        text + (pieces.randomElement(using: &generator) ?? "")
      }
      expectCover(AuthoredText(text), text)
    }
  }
}
