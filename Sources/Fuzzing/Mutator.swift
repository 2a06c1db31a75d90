import Conformance

/// Changes inputs at random, the same for the same seed: for tests, where there is no libFuzzer.
package struct Mutator {
  private var generator: SplitMix64
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]

  /// Creates a mutator.
  ///
  /// - Parameters:
  ///   - seeds: Inputs to begin with.
  ///   - words: What is written into them.
  package init(_ seeds: [[UInt8]], words: [String], seed: UInt64) {
    self.seeds = seeds
    self.words = words.map { Array($0.utf8) }
    generator = SplitMix64(seed: seed)
  }

  /// The next input: a seed with one to four changes.
  package mutating func next() -> [UInt8] {
    var input = seeds.isEmpty ? [] : seeds[generator.index(below: seeds.count)]
    for _ in 0...generator.index(below: 4) { change(&input) }
    return input
  }

  private mutating func change(_ input: inout [UInt8]) {
    let range = part(of: input)
    switch generator.index(below: 9) {
    case 0: input.removeSubrange(range)
    case 1: input.insert(contentsOf: input[range], at: range.lowerBound)
    case 2: input.replaceSubrange(range, with: word())
    case 3: input.insert(contentsOf: word(), at: range.lowerBound)
    case 4: input.removeSubrange(range.lowerBound...)
    case 5:
      guard !range.isEmpty else { return }
      input[range.lowerBound] = UInt8(truncatingIfNeeded: generator.next())
    case 6: moveLine(of: &input, from: range.lowerBound)
    case 7:
      // The same many times over.
      let piece = range.isEmpty ? word() : Array(input[range].prefix(12))
      let many = (0..<100).flatMap { _ in piece }
      input.insert(contentsOf: many, at: range.lowerBound)
    default:
      guard !seeds.isEmpty else { return }
      let other = seeds[generator.index(below: seeds.count)]
      input.replaceSubrange(range, with: other[part(of: other)])
    }
  }

  private mutating func word() -> [UInt8] {
    words.isEmpty ? [] : words[generator.index(below: words.count)]
  }

  /// A part of up to forty bytes, or, one time in ten, of any length.
  private mutating func part(of input: [UInt8]) -> Range<Int> {
    let start = generator.index(below: input.count + 1)
    let rest = input.count - start
    let most = generator.index(below: 10) == 0 ? rest : min(rest, 40)
    return start..<start + generator.index(below: most + 1)
  }

  /// Indents a line by one space more or less.
  private mutating func moveLine(of input: inout [UInt8], from offset: Int) {
    let feed = UInt8(ascii: "\n")
    guard let before = input[offset...].firstIndex(of: feed) else { return }
    let start = before + 1
    if generator.index(below: 2) == 0 {
      input.insert(UInt8(ascii: " "), at: start)
    } else if start < input.count, input[start] == UInt8(ascii: " ") {
      input.remove(at: start)
    }
  }
}
