import Testing
import TextMatching

struct LinkTests {
  @Test(arguments: [
    ("See https://example.com/a?b=1.", ["https://example.com/a?b=1"]),
    ("(http://a.pl), www.b.cz!", ["http://a.pl", "www.b.cz"]),
    ("Write to Jan.Nowak@Firma.pl, please", ["jan.nowak@firma.pl"]),
    ("<a@b.eu>", ["a@b.eu"]),
    ("our site example.com is up", []),
    ("@anna, see http://", []),
    ("a@b and c@ d.com", []),
    ("www.", []),
    ("", []),
  ])
  func `addresses are found without the marks of the sentence`(text: String, links: [String]) {
    let folded = FoldedText(text)
    #expect(folded.links.map { String(decoding: folded.bytes[$0], as: UTF8.self) } == links)
  }
}
