import Conformance
package import ServiceTime
package import Standards

/// A standard that was missed often, with real examples.
package struct FrequentMiss: Sendable {
  /// Where it was missed.
  package struct Example: Sendable {
    package let ticket: String
    /// What is judged, by its index among the ticket's events; nil for the ticket.
    package let event: Int?
    package let at: OffsetInstant?
    package let channel: String
    package let agent: String?
    /// What the auditor says.
    package let message: String
    /// What was written around the words that the verdict rests on; empty where it rests on none.
    package let excerpt: [Piece]
    /// The code of the language of the excerpt, as far as it is known.
    package let language: String?
  }

  /// A piece of an excerpt.
  package struct Piece: Hashable, Sendable {
    package let text: String
    /// Whether the verdict rests on it.
    package let isMarked: Bool

    /// Creates a piece.
    package init(text: String, isMarked: Bool) {
      self.text = text
      self.isMarked = isMarked
    }
  }

  package let standard: Standard
  /// How many misses count.
  package let count: Int
  /// In how many tickets.
  package let tickets: Int
  /// Up to three, from different tickets, and by different agents where there are some.
  package let examples: [Example]
}

/// Gathers the misses of a standard.
struct MissGatherer: Sendable {
  /// So many examples are shown.
  static let shown = 3
  /// So many code points of the text stand on each side of the words.
  private static let context = 90

  private(set) var count = 0
  private(set) var tickets = 0
  private var examples: [FrequentMiss.Example] = []
  private var lastTicket: String?

  mutating func add(_ verdict: Verdict, of entry: TicketEntry, _ shown: ShownTicket) {
    count += 1
    guard lastTicket != entry.id else { return }
    lastTicket = entry.id
    tickets += 1
    let agent = shown.agent(of: verdict)
    // A fourth one only takes the place of a second one by the same agent.
    var place = examples.count
    if place >= Self.shown {
      guard !examples.contains(where: { $0.agent == agent }),
        let double = examples.indices.last(where: { index in
          examples[..<index].contains { $0.agent == examples[index].agent }
        })
      else { return }
      place = double
    }
    let message = Self.message(of: verdict, in: entry)
    let example = FrequentMiss.Example(
      ticket: entry.id, event: verdict.event, at: shown.moment(of: verdict),
      channel: entry.channel, agent: agent, message: verdict.message,
      excerpt: message.map { Self.excerpt(of: verdict, from: $0) } ?? [],
      language: message?.language)
    if place < examples.count { examples[place] = example } else { examples.append(example) }
  }

  func miss(of standard: Standard) -> FrequentMiss? {
    guard count > 0 else { return nil }
    return FrequentMiss(standard: standard, count: count, tickets: tickets, examples: examples)
  }

  /// The message whose words are shown: the one that is judged, where the verdict rests on words or
  /// on their lack.
  private static func message(of verdict: Verdict, in entry: TicketEntry) -> TicketEntry.Message? {
    var event = verdict.event
    for case .words(let words) in verdict.evidence {
      event = words.event
      break
    }
    return entry.messages.first { $0.event == event && $0.part == .judged }
  }

  /// The words that a verdict rests on within what stands around them, or the beginning of the text.
  private static func excerpt(
    of verdict: Verdict, from message: TicketEntry.Message
  ) -> [FrequentMiss.Piece] {
    let scalars = Array(message.text.unicodeScalars)
    let cuts = message.cuts
    var marks: [Range<Int>] = []
    for case .words(let words) in verdict.evidence where words.event == message.event {
      let range = words.range.clamped(to: 0..<scalars.count)
      if range.lowerBound >= marks.last?.upperBound ?? 0, !range.isEmpty { marks.append(range) }
    }
    let start = max(0, (marks.first?.lowerBound ?? 0) - context)
    // Marks far from the first are left out rather than half of a letter shown.
    marks = Array(marks.prefix { $0.lowerBound < start + 4 * context })
    let end = min(
      scalars.count, max(start + 2 * context, (marks.last?.upperBound ?? start) + context))
    var pieces: [FrequentMiss.Piece] = []
    func add(_ range: Range<Int>, isMarked: Bool) {
      guard !range.isEmpty else { return }
      var text = String.UnicodeScalarView()
      for index in range where !cuts.contains(where: { $0.contains(index) }) {
        text.append(scalars[index])
      }
      pieces.append(FrequentMiss.Piece(text: String(text), isMarked: isMarked))
    }
    if start > 0 { pieces.append(FrequentMiss.Piece(text: "…", isMarked: false)) }
    var position = start
    for mark in marks {
      add(position..<mark.lowerBound, isMarked: false)
      add(mark.lowerBound..<min(mark.upperBound, mark.lowerBound + 4 * context), isMarked: true)
      position = mark.upperBound
    }
    if position < end { add(position..<end, isMarked: false) }
    if end < scalars.count { pieces.append(FrequentMiss.Piece(text: "…", isMarked: false)) }
    return pieces.filter { !$0.text.isEmpty }
  }
}
