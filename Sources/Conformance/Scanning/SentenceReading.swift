import SentenceModel
import TextMatching

/// What the sentences of a reply hold: phrases, and where that is wanted times and what the model sees
/// in each.
struct SentenceReading {
  /// The language that they are written in; nil when that cannot be told.
  let language: Language?
  /// The phrases and expressions found, by start, the longer first.
  private(set) var hits: [PatternHit] = []
  /// The times, in order; nil without a model.
  private(set) var times: [WrittenTime]?
  /// What the model knows of each sentence by itself, weighed with its times; nil without one.
  private(set) var judged: [SentenceModel.Reading.Judged]?
  /// Each sentence with the white space behind it (folded bytes).
  let parts: [Range<Int>]
  /// Whether memory had each sentence.
  let isKnown: [Bool]

  /// Reads the sentences of a text, those that were seen before from memory.
  ///
  /// - Parameters:
  ///   - prior: The language expected.
  ///   - model: Nil where nobody will ask what sentences do.
  ///   - memory: Of readings with the same phrases, expressions and model.
  ///   - levelsNumbers: Whether no phrase tells one long number from another, so that sentences that
  ///     differ in nothing else are read once.
  /// - Complexity: O(bytes + hits · log hits).
  init(
    _ text: FoldedText, _ sentences: [Sentence], prior: Language?, phrases: PatternSet,
    _ expressions: SentenceExpressions?, _ model: SentenceModel?, _ memory: SentenceMemory,
    levelsNumbers: Bool
  ) {
    let parts = Self.parts(of: text, sentences)
    self.parts = parts
    let (bytes, numbers) =
      levelsNumbers ? LongNumbers.levelled(text.bytes) : (text.bytes, [])
    let places = Self.places(of: parts, in: bytes, memory)
    var number = 0
    var known = sentences.indices.map { index in
      places[index].flatMap {
        SentenceMemory.known(
          at: $0, parts[index], of: bytes, isQuestion: sentences[index].isQuestion)
      }
    }
    var letters = LanguageScores()
    let ofParts = sentences.indices.map { index in
      known[index]?.letters ?? LanguageScores(ofLettersIn: text.bytes[parts[index]])
    }
    for part in ofParts { letters.add(part) }
    letters.addLetters(of: text)
    let language = letters.decision(prior: prior)
    self.language = language
    // In Slovak some words of time mean something else.
    let isUsual = language != .slovak || model == nil
    if !isUsual { known = known.map { _ in nil } }
    isKnown = known.map { $0 != nil }
    judged = model.map { $0.judge(text, sentences, known: known.map { $0?.judged }) }
    var times: [WrittenTime] = []
    var ends = PatternSet.Ends()
    /// Where the last phrase so far ends: one that goes on in the next sentence has a say there.
    var furthest = 0
    for index in sentences.indices {
      let part = parts[index]
      while number < numbers.count, numbers[number].lowerBound < part.lowerBound { number += 1 }
      let hasNumber = number < numbers.count && part.contains(numbers[number].lowerBound)
      if let known = known[index], furthest <= part.lowerBound {
        for time in known.times { times.append(time.moved(by: part.lowerBound)) }
        for hit in known.hits {
          hits.append(PatternHit(pattern: hit.pattern, range: hit.range.moved(by: part.lowerBound)))
          furthest = max(furthest, hit.range.upperBound + part.lowerBound)
        }
        if hasNumber, let expressions {
          let first = hits.count - known.hits.count
          expressions.ofNumbers.find(in: part, of: text, into: &hits)
          if hits.count > first + known.hits.count { hits[first...].sort() }
        }
        continue
      }
      let isFree = furthest <= part.lowerBound
      let found =
        model == nil
        ? [] : WrittenTimes.find(in: text.bytes, sentences[index].range, language: language)
      times += found
      if let model, let read = judged?[index], known[index] == nil {
        judged?[index] = model.weighed(read, and: ReplyReading.names(of: found))
      }
      let first = hits.count
      let isClosed = phrases.findPhrases(beginningIn: part, of: text, &ends, into: &hits)
      expressions?.all.find(in: part, of: text, into: &hits)
      for hit in hits[first...] { furthest = max(furthest, hit.range.upperBound) }
      hits[first...].sort()
      let endsText = part.upperBound == bytes.count
      guard isClosed || endsText, isFree, isUsual, known[index] == nil, let place = places[index]
      else { continue }
      var kept = hits[first...]
      if hasNumber, let expressions { kept.removeAll { $0.pattern >= expressions.firstOfNumbers } }
      let new = SentenceMemory.Known(
        bytes: Array(bytes[part]), isQuestion: sentences[index].isQuestion,
        endsText: !isClosed, letters: ofParts[index],
        times: found.map { $0.moved(by: -part.lowerBound) },
        judged: judged?[index],
        hits: kept.map {
          PatternHit(pattern: $0.pattern, range: $0.range.moved(by: -part.lowerBound))
        })
      SentenceMemory.keep(new, at: place)
    }
    self.times = model.map { _ in times }
  }

  private static func places(
    of parts: [Range<Int>], in bytes: [UInt8], _ memory: SentenceMemory
  ) -> [SentenceMemory.Place?] {
    let ofThread = memory.part
    return bytes.withUnsafeBytes { bytes in
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
