package import TextMatching

/// Finds the times written in replies: Polish, Czech, Slovak, English and, less fully, German.
///
/// One pass over words, numbers and marks with a table of words; languages need not be known, since
/// each preposition takes only times of its own language or such in digits.
package enum WrittenTimes {
  /// The times of a sentence, in order; none overlaps another.
  ///
  /// - Parameters:
  ///   - bytes: A folded text (``FoldedText/bytes``).
  ///   - range: The sentence within it; clamped.
  ///   - language: The language of the text, if known: in Slovak "o dve hodiny" is "in two hours",
  ///     elsewhere "by two hours".
  /// - Complexity: O(bytes); a sentence without digits and words of time is left after one look at
  ///   each of its words.
  package static func find(
    in bytes: [UInt8], _ range: Range<Int>, language: Language? = nil
  ) -> [WrittenTime] {
    let table = TimeWords.shared
    let range = range.clamped(to: 0..<bytes.count)
    return bytes.withUnsafeBufferPointer { bytes in
      guard table.mayNameTime(bytes, range) else { return [] }
      let tokens = TimeTokens.split(bytes, range, table)
      return tokens.withUnsafeBufferPointer { tokens in
        TimeParser(tokens: tokens, bytes: bytes, table: table, isSlovak: language == .slovak)
          .parse()
      }
    }
  }
}
