import Diagnostics
import Planning
import ServiceTime
import Testing

/// Bytes that are not UTF-8.
struct DemandEncodingTests {
  func read(_ bytes: [UInt8]) throws -> (demand: Demand?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let demand = DemandReader.read(
      SourceText(path: "demand.csv", bytes: bytes), zone: try #require(warsaw), interval: 3600,
      into: &diagnostics)
    return (demand, diagnostics)
  }

  @Test func `what Excel saves in Poland and Czechia is read, with a warning where it shows`()
    throws
  {
    let head = Array("start;channel;topic;contacts\r\n02.03.2026 08:00;email;za".utf8)
    // "zażółć gęślą jaźń €, příliš žluťoučký" from ż on, in Windows-1250.
    let letters: [UInt8] = [
      0xBF, 0xF3, 0xB3, 0xE6, 0x20, 0x67, 0xEA, 0x9C, 0x6C, 0xB9, 0x20, 0x6A, 0x61, 0x9F, 0xF1,
      0x20, 0x80, 0x2C, 0x20, 0x70, 0xF8, 0xED, 0x6C, 0x69, 0x9A, 0x20, 0x9E, 0x6C, 0x75, 0x9D,
      0x6F, 0x75, 0xE8, 0x6B, 0xFD,
    ]
    let (demand, diagnostics) = try read(head + letters + Array(";5,5\r\n".utf8))
    let part = try #require(demand?.channels.first?.intervals.first?.parts.first)
    #expect(part.topic == "zażółć gęślą jaźń €, příliš žluťoučký")
    #expect(part.contacts == 5.5)
    #expect(
      summary(diagnostics)
        == "2:26 warning: the file is not UTF-8; it is read as Windows-1250, as Excel writes it "
        + "[demand.encoding] -> save it as CSV UTF-8, or see that the letters here are right")
  }

  @Test func `columns behind such letters are counted in characters`() throws {
    let bytes =
      Array("start;channel;contacts\n02.03.2026 08:00;p".utf8) + [0xB9, 0xE6] + Array(";x\n".utf8)
    #expect(summary(try read(bytes).diagnostics).contains("2:22 error: 'x' is no number"))
  }

  @Test(arguments: [true, false])
  func `Unicode text as Excel saves it is read without a word`(isLittle: Bool) throws {
    let text = "\u{FEFF}start\tchannel\ttopic\tcontacts\r\n02.03.2026 08:00\temail\tżó 🎉\t5,5\r\n"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittle ? [low, high] : [high, low]
    }
    let (demand, diagnostics) = try read(bytes)
    #expect(diagnostics.isEmpty)
    #expect(demand?.channels.first?.intervals.first?.parts.first?.topic == "żó 🎉")
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "1:1 error: this is a workbook (xlsx or ods), not a text"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "1:1 error: this is a workbook (xls), not a text"),
      ([0x73, 0x0A, 0x74, 0x00], "2:2 error: a NUL byte stands here: the file is no text"),
      ([0x73, 0x0A, 0x81], "2:1 error: the file is neither UTF-8 nor Windows-1250"),
      ([0xFF], "1:1 error: the first line is a single field"),
      ([0xFF, 0xFE], "1:1 error: the file is empty"),
      ([0xFF, 0xFE, 0x73], "1:1 error: the file is empty"),
      ([], "1:1 error: the file is empty"),
    ] as [([UInt8], String)])
  func `what is no text is said to be none`(bytes: [UInt8], expected: String) throws {
    let (demand, diagnostics) = try read(bytes)
    #expect(demand == nil)
    #expect(summary(diagnostics).contains(expected))
  }
}
