import Diagnostics
import Foundation
import Fuzzing
import Testing

/// A few seconds of what `make fuzz` does at length: whatever stands in the files of a catalogue,
/// reading ends, and what it says has its place.
struct CatalogueFuzzTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let probe = CatalogueProbe()

  @Test(arguments: 0..<8)
  func `no change of a catalogue breaks what must always hold`(seed: UInt64) throws {
    var mutator = Mutator(
      try CatalogueSeeds.all(root: Self.root), words: CatalogueDictionary.words, seed: seed)
    for number in 0..<80 {
      let input = mutator.next()
      if let fault = Self.probe.fault(of: input, isThorough: number.isMultiple(of: 8)) {
        Issue.record("\(fault)\n---\n\(String(decoding: input, as: UTF8.self))")
      }
    }
  }

  @Test func `what ships holds it too, also in print`() throws {
    let seeds = try CatalogueSeeds.all(root: Self.root)
    #expect(seeds.count > 150)
    var sound = 0
    for seed in seeds.enumerated().filter({ $0.offset.isMultiple(of: 9) }).map(\.element) {
      #expect(Self.probe.fault(of: seed, isThorough: true) == nil)
      if Self.probe.isSound(seed) { sound += 1 }
    }
    #expect(sound >= 5, "print is only looked at where there are no errors")
  }

  @Test func `the same seed makes the same inputs, another one others`() {
    func inputs(_ seed: UInt64) -> [[UInt8]] {
      var mutator = Mutator([Array("a: b\nc: d\n".utf8)], words: ["x", "- "], seed: seed)
      return (0..<50).map { _ in mutator.next() }
    }
    #expect(inputs(1) == inputs(1))
    #expect(inputs(1) != inputs(2))
    #expect(Set(inputs(1)).count > 30)
  }

  @Test func `an input is cut into two files at the mark, once`() {
    let texts = CatalogueProbe.texts(
      of: Array("a: 1\n\(CatalogueProbe.cut)b: 2\n\(CatalogueProbe.cut)c: 3\n".utf8))
    #expect(texts.map(\.path) == ["1.yaml", "2.yaml"])
    #expect(
      texts.map { String(decoding: $0.bytes, as: UTF8.self) }
        == ["a: 1\n", "b: 2\n\(CatalogueProbe.cut)c: 3\n"])
    #expect(CatalogueProbe.texts(of: Array("a: 1\n".utf8)).count == 1)
  }

  @Test func `the dictionary has every key, and only ASCII`() {
    let words = CatalogueDictionary.words
    for key in ["catalogue: ", "first-response: ", "never-longer-than: ", "time-zone: ", "anger"] {
      #expect(words.contains(key) == (key != "anger"), "\(key)")
    }
    #expect(words.contains("any-human"), "a choice")
    let lines = CatalogueDictionary.text.split(separator: "\n")
    #expect(lines.count == words.count)
    #expect(lines.allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
    #expect(CatalogueDictionary.text.utf8.allSatisfy { $0 < 0x7F })
    #expect(lines.contains(#""co nejd\xc5\x99\xc3\xadve""#))
  }
}
