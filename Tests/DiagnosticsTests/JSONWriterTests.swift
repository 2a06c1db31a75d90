import Diagnostics
import Foundation
import Testing

struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return json.string
  }

  @Test func `commas come by themselves`() {
    let json = written { json in
      json.object { json in
        json.key("a")
        json.array { json in
          json.int(1)
          json.array { _ in }
          json.object { _ in }
          json.string("x")
          json.bool(true)
          json.bool(false)
          json.null()
        }
        json.key("b")
        json.object { json in
          json.key("c")
          json.number(0.5)
        }
        json.key("d")
        json.string("y")
      }
    }
    #expect(json == #"{"a":[1,[],{},"x",true,false,null],"b":{"c":0.5},"d":"y"}"#)
  }

  @Test func `each line of JSON Lines starts afresh`() {
    var json = JSONWriter(reservingCapacity: 100)
    json.array { $0.int(1) }
    json.newline()
    json.object {
      $0.key("a"); $0.null()
    }
    json.newline()
    #expect(json.string == "[1]\n{\"a\":null}\n")
    json.removeAll(keepingCapacity: true)
    json.int(7)
    #expect(json.bytes == Array("7".utf8))
    json.removeAll(keepingCapacity: false)
    #expect(json.bytes.isEmpty)
  }

  @Test func `an error in the middle passes through`() {
    struct Stop: Error {}
    var json = JSONWriter(reservingCapacity: -1)
    #expect(throws: Stop.self) { try json.array { _ in throw Stop() } }
  }

  private static let strings: [(String, String)] = [
    ("", #""""#),
    ("żółw 👩🏽‍🔧", #""żółw 👩🏽‍🔧""#),
    ("\"", #""\"""#),
    (#"C:\x"#, #""C:\\x""#),
    ("a\nb\rc\td", #""a\nb\rc\td""#),
    ("\u{0}\u{8}\u{C}\u{1F}\u{7F}", "\"\\u0000\\u0008\\u000c\\u001f\u{7F}\""),
    ("\u{2028}/\u{2029}", "\"\u{2028}/\u{2029}\""),
    ("12345678\"", #""12345678\"""#),
    ("1234567\"90123456", #""1234567\"90123456""#),
    ("<&'>", #""<&'>""#),
  ]

  @Test(arguments: strings)
  func `strings escape only what JSON requires`(text: String, expected: String) {
    #expect(written { $0.string(text) } == expected)
    #expect(written { $0.key(named: text) } == expected + ":")
  }

  /// Every byte below 0x80 at every position of a word, so that no lane of the fast scan is missed.
  @Test func `every ASCII character survives at every position`() throws {
    for byte in UInt8(0)..<0x80 {
      for position in 0..<17 {
        var bytes = Array("abcdefghijklmnopq".utf8)
        bytes[position] = byte
        let text = String(decoding: bytes, as: UTF8.self)
        let read = try JSONSerialization.jsonObject(
          with: Data(written { $0.string(text) }.utf8), options: .fragmentsAllowed)
        #expect(read as? String == text)
      }
    }
  }

  private struct Row: Codable, Equatable {
    let text: String
    let whole: Int
    let number: Double
  }

  /// Read by two parsers, because `JSONSerialization` rounds some numbers on Linux.
  @Test func `random strings and numbers read back the same`() throws {
    var random = SplitMix(seed: 1)
    let alphabet: [Character] = [
      "a", "\"", "\\", "\n", "ł", "👩🏽‍🔧", "\u{1}", "\u{2028}", "語", " ", "/",
    ]
    for _ in 0..<1_000 {
      let row = Row(
        text: String((0..<random.next(below: 40)).map { _ in alphabet[random.next(below: 11)] }),
        whole: Int(truncatingIfNeeded: random.next()),
        number: Double.random(in: -1e9...1e9, using: &random))
      let json = written { json in
        json.object { json in
          json.key("text")
          json.string(row.text)
          json.key("whole")
          json.int(row.whole)
          json.key("number")
          json.number(row.number)
        }
      }
      let data = Data(json.utf8)
      #expect(try JSONDecoder().decode(Row.self, from: data) == row)
      let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      #expect(object?["text"] as? String == row.text)
    }
  }

  private static let numbers: [(Double, String)] = [
    (0.0, "0"), (-0.0, "-0"), (12.0, "12"), (-12.0, "-12"), (0.5, "0.5"), (0.1, "0.1"),
    (-3.25, "-3.25"), (0.000001, "0.000001"), (1234.000005, "1234.000005"), (100.07, "100.07"),
    (0.1 + 0.2, "0.30000000000000004"), (1.0 / 3, "0.3333333333333333"),
    (999_999_999_999_999.0, "999999999999999"), (1e15, "1000000000000000"),
    (9_007_199_254_740_992.0, "9007199254740992"), (1e16, "1e+16"), (1e-7, "1e-07"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (.leastNonzeroMagnitude, "5e-324"),
    (123456789.123456, "123456789.123456"), (95.0 / 100, "0.95"), (59.9, "59.9"),
    (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
  ]

  @Test(arguments: numbers)
  func `numbers are as short as can be`(value: Double, expected: String) {
    #expect(written { $0.number(value) } == expected)
  }

  /// Swift's own description is the shortest that reads back, so ours may not be longer.
  @Test func `numbers read back the same and are never longer than Swift's`() {
    var random = SplitMix(seed: 2)
    for index in 0..<20_000 {
      let value: Double =
        switch index % 4 {
        case 0: Double(bitPattern: random.next())
        case 1: Double(random.next(below: 1_000_000)) / 100
        case 2: Double(random.next(below: 1 << 40)) / 1_000_000
        default: Double.random(in: -1000...1000, using: &random)
        }
      guard value.isFinite else { continue }
      let json = written { $0.number(value) }
      #expect(Double(json)?.bitPattern == value.bitPattern)
      #expect(json.count <= max(value.description.count, 16), "\(value)")
    }
  }

  @Test(arguments: [0, 7, -7, 10, 1_000_000, Int.max, Int.min])
  func `whole numbers print like Swift's`(value: Int) {
    #expect(written { $0.int(value) } == String(value))
  }

  @Test func `nothing is null`() {
    let json = written { json in
      json.array { json in
        json.string(nil)
        json.int(nil)
        json.number(nil)
        json.string(Optional("a"))
        json.int(Optional(1))
        json.number(Optional(1.5))
      }
    }
    #expect(json == #"[null,null,null,"a",1,1.5]"#)
  }
}
