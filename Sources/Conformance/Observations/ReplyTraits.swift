package import ServiceTime
import Standards
import TextMatching

/// What else is seen in a reply, beside what people have labelled.
package enum ReplyTrait: String, CaseIterable, Sendable {
  /// Words in capitals, or marks piled up.
  case shouting
  /// Addresses of the web and of e-mail.
  case links
  /// Something is asked of the customer that the work may wait for.
  case asksCustomer = "asks_customer"
}

/// How long a reply is, and how hard to read.
package struct ReplyMeasures: Hashable, Sendable {
  /// The words of the agent's own text.
  package let words: Int
  /// Its sentences: those with a mark at their end, and lines of some words without one.
  package let sentences: Int
  /// Nil without a sentence.
  package let wordsPerSentence: Double?
  /// The fog index (R. Gunning, 1952); nil for languages for which nobody has fitted it.
  package let fog: Double?

  init(_ reply: ScannedReply) {
    words = reply.words(from: 0, to: reply.folded.bytes.count)
    let prose = Prose(reply)
    sentences = prose.sentences
    wordsPerSentence =
      prose.sentences > 0 ? Double(prose.words) / Double(prose.sentences) : nil
    let isFitted = reply.language == .polish || reply.language == .english
    fog = isFitted && prose.sentences > 0 ? prose.fog : nil
  }
}

/// A time that a reply names.
package struct NamedTime: Hashable, Sendable {
  /// Where it stands (UTF-8 offsets of the message).
  package let range: Range<Int>
  /// How it bounds.
  package let bound: WrittenTime.Bound
  /// The instant by which the word is kept; nil where nobody can say it.
  package let by: Instant?
}

extension ScannedReply {
  /// Looks for a trait.
  ///
  /// - Complexity: O(bytes).
  func observe(_ trait: ReplyTrait, _ lists: WordLists) -> Observation {
    switch trait {
    case .shouting:
      let shouting = Shouting(self)
      let sure = (shouting.sure + shouting.marks).map { original($0) }.inOrder
      if !sure.isEmpty {
        return .present(sure, "words in capitals follow one another, or marks are piled up")
      }
      let perhaps = shouting.perhaps.map { original($0) }
      return perhaps.isEmpty
        ? .absent("it does not shout") : .undecided(perhaps, "perhaps names or a quotation")
    case .links:
      let links = folded.links.map { original($0) }
      return links.isEmpty ? .absent("no address is given") : .present(links, "an address is given")
    case .asksCustomer:
      let asking = self.asking(lists).inOrder.map { original($0) }
      return asking.isEmpty
        ? .absent("nothing is asked of the customer")
        : .present(asking, "a question, or a request")
    }
  }

  /// The times that it names, resolved where they can be.
  func namedTimes(sentAt: Instant?, zone: ZoneTable, hours: OpeningHours) -> [NamedTime] {
    times.map { time in
      NamedTime(
        range: original(time.range), bound: time.bound,
        by: sentAt.flatMap { time.resolve(sentAt: $0, zone: zone, hours: hours)?.by })
    }
  }
}
