/// Walks through the features of a sentence's words; what they are, ``FeatureForm`` says.
enum SentenceFeatures {
  /// How much a concept counts beside a word.
  static let conceptWeight = 3

  struct Counts {
    var words = 0
    var features = 0
    var hasExclamation = false
  }

  /// The chain of a word that begins with a digit.
  static let number = WordChain([UInt8(ascii: "0")])
  private static let beginning = WordChain([UInt8(ascii: "^")])
  private static let end = WordChain([UInt8(ascii: "$")])

  /// Gives the key of each feature to a sum, and the words to a scan for concepts.
  ///
  /// - Complexity: O(bytes).
  @inline(__always)
  static func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ scan: inout ConceptScan,
    _ sum: inout FeatureSum
  ) -> Counts {
    var counts = Counts()
    var before = beginning
    var position = range.lowerBound
    while let (word, chain) = scan.pass(from: position, to: range.upperBound) {
      position = word.end
      counts.words += 1
      if bytes[word.start] == UInt8(ascii: "!") { counts.hasExclamation = true }
      let length = word.end - word.start
      if word.isNumber {
        sum.take(number.word)
        sum.take(WordChain.pair(before, number))
        before = number
        counts.features += 2
        continue
      }
      if length > 4 {
        sum.take(scan.chain(4).prefix)
        counts.features += 1
      }
      if length > 6 {
        sum.take(scan.chain(6).prefix)
        counts.features += 1
      }
      if length > 5 {
        var suffix = WordChain()
        for offset in (length - 3)..<length { suffix.add(bytes[word.start + offset]) }
        sum.take(suffix.suffix)
        counts.features += 1
      }
      let stem = length > 5 ? scan.chain(5) : chain
      sum.take(chain.word)
      sum.take(WordChain.pair(before, stem))
      before = stem
      counts.features += 2
    }
    sum.take(WordChain.pair(before, end))
    sum.flush()
    counts.features += 1
    return counts
  }

  /// The written forms of the features of a sentence's words, for the file of weights: slow, for
  /// training only.
  static func names(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [String] {
    var names: [String] = []
    var starts = ["^"]
    var position = range.lowerBound
    while let word = Words.next(in: bytes, from: position, to: range.upperBound) {
      position = word.end
      let slice = bytes[word.start..<word.end]
      func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        String(validating: bytes, as: UTF8.self)
      }
      guard !word.isNumber else {
        names.append("w:0")
        starts.append("0")
        continue
      }
      // Parts that end within a character have no written form, and are left out of the file.
      let parts: [(String, String?)] = [
        ("w:", text(slice)),
        ("p:", slice.count > 4 ? text(slice.prefix(4)) : nil),
        ("p:", slice.count > 6 ? text(slice.prefix(6)) : nil),
        ("s:", slice.count > 5 ? text(slice.suffix(3)) : nil),
      ]
      for case (let kind, let part?) in parts { names.append(kind + part) }
      starts.append(text(slice.prefix(5)) ?? "\u{FFFD}")
    }
    starts.append("$")
    for (one, other) in zip(starts, starts.dropFirst()) { names.append("b:\(one) \(other)") }
    return names
  }
}
