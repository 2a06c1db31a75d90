import Standards
import TextMatching
import Tickets

extension Wording {
  /// Judges which words a reply uses and which it lacks.
  ///
  /// Words of one language count in replies of that language only: what is rude in one may be plain in
  /// another. Words between quotation marks may be somebody else's.
  func judge(_ reply: ScannedReply, in ticket: Ticket, _ lists: WordLists, id: String) -> Judgement
  {
    let sought = lists.sought(by: id)
    // Most replies use none of these words, and most standards require none.
    if require.isEmpty, !avoid.isEmpty, !sought.avoided.contains(where: { $0.isAny(in: reply) }) {
      return Judgement(.met, Self.usesNone)
    }
    var missed: [Judgement] = []
    var doubts: [Judgement] = []
    for (one, words) in zip(avoid, sought.avoided) {
      let found = words.hits(in: reply)
      guard !found.isEmpty else { continue }
      let used = found.certain.filter { !reply.isQuoted($0) }
      let quoted = found.certain.filter { reply.isQuoted($0) }
      let instead = one.instead.map { "; instead: \($0.text(in: reply.language?.rawValue))" } ?? ""
      if !used.isEmpty {
        missed.append(
          Judgement(
            .missed, "these words are never used\(instead)", spans: used.map { reply.original($0) })
        )
      } else if !quoted.isEmpty {
        doubts.append(
          Judgement(
            .undecided, "words that are never used are there, but quoted\(instead)",
            spans: quoted.map { reply.original($0) }))
      } else if !found.perhaps.isEmpty {
        doubts.append(
          Judgement(
            .undecided, "these words are never used in one language, and the reply's is not known",
            spans: found.perhaps.map { reply.original($0) }))
      }
    }
    var kept: [Range<Int>] = []
    var asked = avoid.isEmpty ? 0 : 1
    for (one, words) in zip(require, sought.required) {
      let match = Scope.match(one.topics.isEmpty ? nil : one.topics, ticket.topic, "topic")
      if match == .no { continue }
      asked += 1
      let found = words.hits(in: reply)
      if !found.all.isEmpty {
        kept += found.all.map { reply.original($0) }
      } else if case .unknown(let field) = match {
        doubts.append(
          Judgement(
            .undecided,
            "\(one.words.inWords) may be owed: that depends on '\(field)', which the log does not name"
          ))
      } else if !words.speaks(reply.language) {
        doubts.append(
          Judgement(
            .undecided, "no words of \(one.words.inWords) are listed for the reply's language"))
      } else {
        missed.append(
          Judgement(
            .missed, "none of these words is there: \(one.words.inWords)", spans: reply.ending))
      }
    }
    return Self.sum(missed, doubts, kept, asked: asked)
  }

  private static let usesNone = "none of the words is there"

  private static func sum(
    _ missed: [Judgement], _ doubts: [Judgement], _ kept: [Range<Int>], asked: Int
  ) -> Judgement {
    if asked == 0 {
      return Judgement(.notApplicable, "nothing is required of a ticket with this topic")
    }
    let decisive = missed.isEmpty ? doubts : missed
    guard let first = decisive.first else {
      return kept.isEmpty
        ? Judgement(.met, usesNone)
        : Judgement(.met, "the words are there", spans: kept.inOrder)
    }
    guard decisive.count > 1 else {
      return Judgement(first.outcome, first.message, spans: first.spans.inOrder)
    }
    var messages = [first.message]
    for one in decisive.dropFirst() where !messages.contains(one.message) {
      messages.append(one.message)
    }
    return Judgement(
      first.outcome, messages.joined(separator: ". "), spans: decisive.flatMap(\.spans).inOrder)
  }
}

extension [Range<Int>] {
  /// The ranges by start, without those that overlap an earlier one.
  var inOrder: [Range<Int>] {
    sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }.withoutOverlaps
  }
}
