import SentenceModel
import TextMatching

/// What the sentences of a reply hold: times, phrases, and what the model sees in each.
struct SentenceReading {
  /// The times, in order.
  private(set) var times: [WrittenTime] = []
  /// The phrases and expressions found, by start, the longer first.
  private(set) var hits: [PatternHit] = []
  /// What the model knows of each sentence by itself.
  let judged: [SentenceModel.Reading.Judged]
  /// Each sentence with the white space behind it (folded bytes).
  let parts: [Range<Int>]
  /// Whether memory had each sentence.
  let isKnown: [Bool]

  /// Reads the sentences of a text, those that were seen before from memory.
  ///
  /// - Complexity: O(bytes + hits · log hits).
  init(
    _ text: FoldedText, _ sentences: [Sentence], _ language: Language?, phrases: PatternSet,
    _ expressions: ExpressionSearch?, _ model: SentenceModel, _ memory: SentenceMemory
  ) {
    let parts = Self.parts(of: text, sentences)
    self.parts = parts
    // In Slovak some words of time mean something else.
    let isUsual = language != .slovak
    let places = isUsual ? Self.places(of: parts, in: text, memory) : parts.map { _ in nil }
    let known = sentences.indices.map { index in
      places[index].flatMap {
        SentenceMemory.known(
          at: $0, text.bytes[parts[index]], isQuestion: sentences[index].isQuestion)
      }
    }
    isKnown = known.map { $0 != nil }
    judged = model.judge(text, sentences, known: known.map { $0?.judged })
    var ends = PatternSet.Ends()
    /// Where the last phrase so far ends: one that goes on in the next sentence has a say there.
    var furthest = 0
    for index in sentences.indices {
      let part = parts[index]
      if let known = known[index], furthest <= part.lowerBound {
        for time in known.times { times.append(time.moved(by: part.lowerBound)) }
        for hit in known.hits {
          hits.append(PatternHit(pattern: hit.pattern, range: hit.range.moved(by: part.lowerBound)))
          furthest = max(furthest, hit.range.upperBound + part.lowerBound)
        }
        continue
      }
      let isFree = furthest <= part.lowerBound
      let found = WrittenTimes.find(in: text.bytes, sentences[index].range, language: language)
      times += found
      let first = hits.count
      let isClosed = phrases.findPhrases(beginningIn: part, of: text, &ends, into: &hits)
      expressions?.find(in: part, of: text, into: &hits)
      for hit in hits[first...] { furthest = max(furthest, hit.range.upperBound) }
      guard isClosed, isFree, known[index] == nil, let place = places[index] else { continue }
      let new = SentenceMemory.Known(
        bytes: Array(text.bytes[part]), isQuestion: sentences[index].isQuestion,
        times: found.map { $0.moved(by: -part.lowerBound) }, judged: judged[index],
        hits: hits[first...].map {
          PatternHit(pattern: $0.pattern, range: $0.range.moved(by: -part.lowerBound))
        })
      SentenceMemory.keep(new, at: place)
    }
    hits.sort()
  }

  private static func places(
    of parts: [Range<Int>], in text: FoldedText, _ memory: SentenceMemory
  ) -> [SentenceMemory.Place?] {
    let ofThread = memory.part
    return text.bytes.withUnsafeBytes { bytes in
      parts.map {
        SentenceMemory.place(of: UnsafeRawBufferPointer(rebasing: bytes[$0]), in: ofThread)
      }
    }
  }

  /// Each sentence with the white space behind it (folded bytes).
  private static func parts(of text: FoldedText, _ sentences: [Sentence]) -> [Range<Int>] {
    sentences.indices.map { index in
      let start = sentences[index].range.lowerBound
      let next = index + 1 < sentences.count ? sentences[index + 1].range.lowerBound : nil
      return start..<max(start, next ?? text.bytes.count)
    }
  }
}

extension WrittenTime {
  /// The same time elsewhere.
  fileprivate func moved(by distance: Int) -> WrittenTime {
    WrittenTime(
      range: range.moved(by: distance), meaning: meaning, bound: bound,
      isApproximate: isApproximate, isExclusive: isExclusive)
  }
}

extension Range<Int> {
  /// The same range elsewhere.
  func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
