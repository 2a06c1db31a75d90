import Testing

@testable import TextMatching

struct LongNumbersTests {
  @Test(arguments: [
    ("zamowienie 48213 czeka", "zamowienie 00000 czeka"),
    ("48213", "00000"),
    ("(123456), 7654321. 99999!", "(000000), 0000000. 00000!"),
    ("nr 1234 i 2026", "nr 1234 i 2026"),
    ("a12345 12345a 12345-6 6-12345", "a12345 12345a 12345-6 6-12345"),
    ("12345.67 1,12345 12345.", "12345.67 1,12345 00000."),
    ("12:12345 12345/12 12345%", "12:12345 12345/12 12345%"),
    ("12345'a ł12345 12345ł", "12345'a ł12345 12345ł"),
    ("1 12345\n54321 1", "1 00000\n00000 1"),
    ("", ""),
  ])
  func `digits of long numbers that stand alone are levelled`(text: String, levelled: String) {
    let bytes = Array(text.utf8)
    let result = LongNumbers.levelled(bytes)
    #expect(String(decoding: result.bytes, as: UTF8.self) == levelled)
    for number in result.numbers { #expect(bytes[number].allSatisfy { $0 &- 0x30 < 10 }) }
    #expect(result.numbers.isEmpty == (text == levelled))
  }

  @Test(arguments: [
    "kod", "24 h", "1234", "1234 5678", "/\\d{5,9}/", "/nr [0-9]+/", "/[^]a]x{2}y/", "/\\p{Nd}+z/",
    "/[[:digit:]]{26} zl/", "(a|1234)",
  ])
  func `these take one long number for another`(pattern: String) throws {
    #expect(try !Pattern(pattern).tellsLongNumbersApart)
  }

  @Test(arguments: [
    "12345", "kod 123456 x", "24*", "24 12*", "/1\\d{4}/", "/[1-9]\\d+/", "/[0-57-9]+ zl/",
    "/x{3}7/",
    "/[{5}]a/", "/\\{5\\}/", "/\\x{31}2/", "/\\Q1\\E/", "/\\x37a/", "/a[]5]/", "(a|12345)",
  ])
  func `these tell long numbers apart, or may`(pattern: String) throws {
    #expect(try Pattern(pattern).tellsLongNumbersApart)
  }
}
