import Foundation
import Testing
import TextMatching

struct FoldedTextTests {
  @Test func `capitals are those of Unicode`() {
    for value in 0..<0x2000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(scalar.isCapital == scalar.properties.isUppercase, "\(value)")
    }
  }

  @Test(arguments: [
    ("Żółw ŁÓDŹ", "zolw lodz"),
    ("Příliš žluťoučký kůň", "prilis zlutoucky kun"),
    ("STRASSE Straße GROẞ", "strasse strasse gross"),
    ("Ærø, œuvre, Þór, đđ, ıİ, ĲJ", "aero, oeuvre, thor, dd, ii, ijj"),
    ("Ąą Ęę Śś Ńń Ćć Źź Żż Łł Óó", "aa ee ss nn cc zz zz ll oo"),
    ("Ďď Ťť Ňň Řř Šš Čč Ěě Ůů Ýý Ľľ Ĺĺ Ŕŕ Ôô Ää", "dd tt nn rr ss cc ee uu yy ll ll rr oo aa"),
    ("Việt Nam ẤỘ Ȁ Ǻ ǿ", "viet nam ao a a o"),
    ("„Ahoj” «tam» ‚a’ don’t don´t", "\"ahoj\" \"tam\" 'a' don't don't"),
    ("a – b — c ‑ d − e", "a - b - c - d - e"),
    ("tak… nie", "tak... nie"),
    ("a\u{A0}b\u{2009}c\u{3000}d\te\u{202F}f", "a b c d e f"),
    ("a\r\nb\rc\nd\u{2028}e", "a\nb\nc\nd\ne"),
    ("so\u{AD}ft\u{200B} z\u{200D}ero \u{FEFF}bom", "soft zero bom"),
    ("a\u{E0001}b\u{E01EF}c\u{F0001}", "abc\u{F0001}"),
    ("ＡＢＣ１２３！？（）", "abc123!?()"),
    ("Кіровоград ЙОД Ёж", "кіровоград иод еж"),
    ("Ἀθῆναι ΆΣ ἄς", "αθηναι ασ ασ"),
    ("日本語 한국어 שלום 👋🏽", "日本語 한국어 שלום 👋🏽"),
    ("ﬁne ﬂow eﬃcient Ǆ ŉ", "fine flow efficient dz n"),
    ("❤️ 1️⃣", "❤ 1"),
    ("  two  spaces \n\n lines ", "  two  spaces \n\n lines "),
    ("", ""),
    ("\u{0}x\u{0}", "\u{0}x\u{0}"),
  ])
  func `case, diacritics and kinds of marks are folded`(written: String, folded: String) {
    #expect(FoldedText(written).string == folded)
  }

  /// Foundation's normalisation is the oracle for what belongs together.
  @Test func `composed and decomposed letters fold alike`() {
    for value in UInt32(0xA0)...0x218F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let letter = String(scalar)
      let decomposed = Array(letter.decomposedStringWithCanonicalMapping.unicodeScalars)
      // Letters decomposed by marks of other scripts are kept as they are.
      let isOurs = decomposed.dropFirst().allSatisfy { (0x300...0x36F).contains($0.value) }
      guard isOurs, letter.utf8.count > 1, !scalar.properties.isMath else { continue }
      #expect(
        FoldedText(letter).bytes
          == FoldedText(letter.decomposedStringWithCanonicalMapping).bytes,
        "U+\(String(value, radix: 16))")
    }
  }

  @Test func `folding twice changes nothing more`() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = FoldedText(String(scalar)).string
      #expect(FoldedText(once).string == once, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [
    ("Dziękuję bardzo", "dziekuje", "Dziękuję"),
    ("xe\u{301}\u{328}y", "e", "e\u{301}\u{328}"),
    ("Straße", "s", "S"),
    ("aßb", "ss", "ß"),
    ("tak… nie", ".", "…"),
    ("a\r\nb", "\n", "\r\n"),
    ("a\u{AD}\u{AD}bc", "bc", "bc"),
    ("\u{FEFF}abc", "abc", "abc"),
    ("👋🏽 ahoj", "👋", "👋"),
  ])
  func `a folded range covers whole written characters`(
    written: String, part: String, expected: String
  ) throws {
    let text = FoldedText(written)
    let wanted = Array(part.utf8)
    let start = try #require(
      text.bytes.indices.first { text.bytes[$0...].starts(with: wanted) })
    #expect(text.written(start..<start + wanted.count) == expected)
  }

  @Test func `half of what a letter became covers the letter`() {
    let text = FoldedText("aßb")
    #expect(text.originalUTF8(1..<2) == 1..<3)
    #expect(text.originalUTF8(2..<3) == 1..<3)
    #expect(text.originalUTF8(2..<2) == 1..<1)
    #expect(text.originalUTF8(4..<4) == 4..<4)
  }

  @Test func `the way back never descends, stays inside and ends with the text`() {
    var generator = Seeded(state: 1)
    for length in 0..<400 {
      let written = nastyText(length % 60, using: &generator)
      let text = FoldedText(written)
      #expect(String(validating: text.bytes, as: UTF8.self) != nil)
      var last = 0
      for offset in text.bytes.indices {
        let range = text.originalUTF8(offset..<offset + 1)
        #expect(range.lowerBound >= last && !range.isEmpty)
        #expect(range.upperBound <= written.utf8.count)
        // What is covered folds to what was asked for.
        let again = FoldedText(written[utf8: range]).bytes
        #expect(again.contains(text.bytes[offset]))
        last = range.lowerBound
      }
      if !text.bytes.isEmpty {
        #expect(text.originalUTF8(0..<text.bytes.count).upperBound == written.utf8.count)
      }
    }
  }

  @Test func `ranges outside the text are clamped`() {
    let text = FoldedText("abc")
    #expect(text.originalUTF8(-5..<99) == 0..<3)
    #expect(text.originalUTF8(7..<9) == 3..<3)
    #expect(FoldedText("").originalUTF8(0..<1) == 0..<0)
  }

  @Test func `kept parts are folded with a blank line between them`() {
    let written = "Łódź\n> citát\nkoniec"
    let text = FoldedText(written, keeping: [0..<8, 17..<23])
    #expect(text.string == "lodz\n\n\nkoniec")
    #expect(text.written(0..<4) == "Łódź")
    #expect(text.written(7..<13) == "koniec")
    // What ends at a cut stays before it; the blank line stands for what was cut.
    #expect(text.originalUTF8(0..<5) == 0..<8)
    #expect(text.originalUTF8(5..<7) == 8..<17)
  }

  @Test func `kept ranges may be in disorder, too long, touching or inside a character`() {
    let written = "aęb"
    #expect(FoldedText(written, keeping: [3..<99, -4..<1]).string == "a\n\nb")
    #expect(FoldedText(written, keeping: [0..<1, 1..<4]).string == "aeb")
    #expect(FoldedText(written, keeping: [0..<3, 1..<4]).string == "aeb")
    #expect(FoldedText(written, keeping: [2..<4]).string == "b")
    #expect(FoldedText(written, keeping: [0..<2]).string == "a")
    #expect(FoldedText(written, keeping: [0..<2]).originalUTF8(0..<1) == 0..<1)
    #expect(FoldedText(written, keeping: [2..<2, 9..<12]).string == "")
    #expect(FoldedText(written, keeping: []).string == "")
    #expect(FoldedText("", keeping: [0..<4]).string == "")
  }

  @Test func `keeping everything is folding everything`() {
    var generator = Seeded(state: 2)
    for _ in 0..<50 {
      let written = nastyText(40, using: &generator)
      let part = FoldedText(written, keeping: [0..<written.utf8.count])
      #expect(part.bytes == FoldedText(written).bytes)
    }
  }
}

struct CodePointOffsetsTests {
  @Test func `counts like the scalars of the text`() {
    var generator = Seeded(state: 3)
    for length in [0, 1, 5, 100, 700] {
      let text = nastyText(length, using: &generator)
      let table = CodePointOffsets(text)
      var utf8 = 0
      for (index, scalar) in text.unicodeScalars.enumerated() {
        #expect(table.codePoints(beforeUTF8: utf8) == index)
        utf8 += UTF8.width(scalar)
      }
      #expect(table.codePoints(beforeUTF8: utf8) == text.unicodeScalars.count)
    }
  }

  @Test func `a text of whole checkpoints has an end`() {
    let text = String(repeating: "ę", count: 128)
    #expect(CodePointOffsets(text).codePoints(0..<256) == 0..<128)
  }

  @Test func `ASCII counts bytes, and offsets outside are clamped`() {
    let table = CodePointOffsets("plain")
    #expect(table.codePoints(1..<4) == 1..<4)
    #expect(table.codePoints(-1..<99) == 0..<5)
    #expect(CodePointOffsets("ęę").codePoints(2..<99) == 1..<2)
  }
}
