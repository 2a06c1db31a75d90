import Diagnostics
import SourceYAML
import Testing

/// From a part of a scalar's text back to the file.
struct YAMLPlaceTests {
  /// The file with the place marked, and the part of the value of `a` that it is.
  private static let parts: [(String, String)] = [
    ("a: one ‹two› three\n", "two"),
    ("a: ‹one two three›\n", "one two three"),
    ("a: żółw ‹ĄĆ› 👩🏽‍🔧\n", "ĄĆ"),
    ("a: 'one ‹two›'\n", "two"),
    ("a: 'it''s ‹two›'\n", "two"),
    ("a: '‹it''s› two'\n", "it's"),
    ("a: \"one ‹two›\"\n", "two"),
    ("a: \"say \\\"hi\\\" ‹two›\"\n", "two"),
    ("a: \"say ‹\\\"hi\\\"› two\"\n", "\"hi\""),
    ("a: \"C:\\\\x\\/‹two›\"\n", "two"),
    ("a: |\n  one\n  ‹two›\n  three\n", "two"),
    ("a: |\n  one ‹two\n  three› four\n", "two\nthree"),
    ("a: |2-  # x\n    one\n    ‹two›\n", "two"),
    ("a: >\n  one\n  ‹two\n  three›\n\n  four\n", "two three"),
    ("a: >-\n  one\n\n  ‹two›\n", "two"),
    ("a: one\n  ‹two›\n  three\n", "two"),
    ("a: ‹one\n  two›\n\n  three\n", "one two"),
    ("a: 'one\n  ‹two›'\n", "two"),
    ("a: |\r\n  one\r\n  ‹two›\r\n", "two"),
    ("a: &x one ‹two›\n", "two"),
    // Escapes with white space or letters in them cannot be told apart: the whole scalar.
    ("a: ‹\"one\\ttwo\"›\n", "two"),
    ("a: ‹\"\\u0105 two\"›\n", "two"),
    ("a: ‹\"one\\\n  two\"›\n", "two"),
    ("a: ‹\"b\\nn\"›\n", "n"),
    ("a: \"‹one› \\u0105\"\n", "one"),
  ]

  @Test(arguments: parts)
  func `a part of a text knows its place`(marked: String, part: String) throws {
    let (yaml, expected) = unmarked(marked)
    let value = try #require(read(yaml).node?["a"])
    let text = try #require(value.scalar?.text)
    let range = try #require(text.firstRange(of: part))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let place = value.place(ofUTF8: start..<start + part.utf8.count)
    #expect(place.utf8 == expected)
  }

  @Test func `an empty part is a place between characters`() throws {
    let value = try #require(read("a: 'it''s'\n").node?["a"])
    #expect(
      [0, 2, 3, 4].map { value.place(ofUTF8: $0..<$0).utf8 } == [4..<4, 6..<6, 8..<8, 9..<9])
    let empty = try #require(read("a:\n").node?["a"])
    #expect(empty.place(ofUTF8: 0..<0).utf8 == 2..<2)
  }

  @Test func `a part outside the text counts as its nearest end`() throws {
    let value = try #require(read("a: bc\n").node?["a"])
    #expect(value.place(ofUTF8: -5..<99).utf8 == 3..<5)
    #expect(value.place(ofUTF8: 7..<9).utf8 == 5..<5)
    #expect(value.place(ofUTF8: Int.min..<Int.max).utf8 == 3..<5)
  }

  @Test func `a part of a list is the whole list`() throws {
    let value = try #require(read("a: [b, c]\n").node?["a"])
    #expect(value.place(ofUTF8: 0..<1) == value.place)
  }
}
