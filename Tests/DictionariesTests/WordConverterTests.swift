import Testing

@testable import Dictionaries

struct WordConverterTests {
  @Test(arguments: [
    ("ISO8859-2", "zażółć", [0x7A, 0x61, 0xBF, 0xF3, 0xB3, 0xE6]),
    ("CP1250", "žšť", [0x9E, 0x9A, 0x9D]), ("UTF-8", "ř", [0xC5, 0x99]), ("ISO8859-2", "", []),
  ])
  func `a word goes there and comes back`(encoding: String, word: String, bytes: [UInt8]) throws {
    let there = try #require(WordConverter(from: "UTF-8", to: encoding))
    let back = try #require(WordConverter(from: encoding, to: "UTF-8"))
    #expect(there.converted(Array(word.utf8)) == bytes)
    #expect(back.converted(bytes) == Array(word.utf8))
  }

  @Test func `a letter that an encoding lacks spoils one word`() throws {
    let converter = try #require(WordConverter(from: "UTF-8", to: "ISO8859-2"))
    #expect(converter.converted(Array("日本語".utf8)) == nil)
    #expect(converter.converted([0x61, 0xC5]) == nil)
    #expect(converter.converted(Array("tak".utf8)) == Array("tak".utf8))
  }

  @Test func `an encoding that nobody knows has no converter`() {
    #expect(WordConverter(from: "UTF-8", to: "NOBODY-1") == nil)
  }
}
