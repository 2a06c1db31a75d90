import Standards
import Testing

struct QuotedOpeningTests {
  @Test(arguments: [
    ("> Our domain is a.example.\n\nHello.", "Our domain is a.example.", "\nHello."),
    (">one\n>  two\nHello.\n> three", "one\ntwo", "Hello.\n> three"),
    ("> only", "only", ""),
    (">", "", ""),
  ])
  func `the first lines with a sign are what is quoted`(text: String, quoted: String, own: String) {
    let opening = QuotedOpening(of: text)
    #expect(opening.quoted == quoted)
    #expect(opening.own == own)
  }

  @Test(arguments: ["", "Hello.\n> quoted", " > indented", "\n> after a line"])
  func `a text that begins with its own words quotes nothing`(text: String) {
    #expect(QuotedOpening(of: text).quoted == nil)
    #expect(QuotedOpening(of: text).own == text)
  }
}
