import Clocks
import SentenceModel
import Standards
import TextMatching
import Tickets

extension AskedAgain {
  /// Judges whether a reply asks for what the ticket already says.
  ///
  /// It is called missed only where the reply clearly asks, and a field or the customer's own words
  /// say one such thing by its name: "order number: 1234". What may have changed, what is asked to be
  /// confirmed, and what proves who somebody is may well be asked anew.
  func judge(
    _ reply: TicketView.Reply, in view: TicketView, _ lists: WordLists,
    _ earlier: inout EarlierEvents
  ) -> Judgement {
    let scanned = reply.scanned
    var missed: [Judgement] = []
    var doubts: [Judgement] = []
    for particular in Particular.allCases {
      for thing in scanned.hits(of: particular.list).withoutOverlaps {
        guard let (index, sentence) = scanned.sentence(around: thing) else { continue }
        let demand = scanned.demand(for: thing, in: sentence)
        guard demand >= .perhaps, isMeant(particular, lists),
          let said = view.saying(of: particular, before: reply.event, &earlier)
        else { continue }
        let span = [scanned.original(sentence.range)]
        let events = said.event.map { [$0] } ?? []
        let doubt: String? =
          if demand < .sure {
            "it is not clear whether the reply asks for it"
          } else if !said.isClear {
            "it is not clear whether that is what is meant"
          } else {
            scanned.reasonToAskAgain(near: index)
          }
        let place = said.event == nil ? "the ticket's fields" : "the customer"
        if let doubt {
          doubts.append(
            Judgement(
              .undecided, "\(place) may have said \(particular.inWords) before; \(doubt)",
              spans: span, events: events))
        } else {
          missed.append(
            Judgement(
              .missed, "the reply asks for \(particular.inWords), which \(place) said before",
              spans: span, events: events))
        }
      }
    }
    if let found = Self.joined(missed) ?? Self.joined(doubts) { return found }
    let unknown = fields.filter { lists.particular(of: $0) == nil }
    if !unknown.isEmpty, scanned.acts.certainty(of: .question) >= .present {
      let names = unknown.map { "'\($0)'" }.joined(separator: ", ")
      return Judgement(
        .undecided,
        "the reply asks something, and no words are known by which \(names) is asked for",
        spans: scanned.spans(doing: .question, atLeast: .present))
    }
    return Judgement(.met, "it asks for nothing that the ticket says")
  }

  private static func joined(_ judgements: [Judgement]) -> Judgement? {
    guard let first = judgements.first else { return nil }
    return Judgement(
      first.outcome, first.message, spans: judgements.flatMap(\.spans).inOrder,
      events: Array(Set(judgements.flatMap(\.events))).sorted())
  }

  private func isMeant(_ particular: Particular, _ lists: WordLists) -> Bool {
    fields.isEmpty || fields.contains { lists.particular(of: $0) == particular }
  }
}

extension ScannedReply {
  /// Why something may be asked again, as a sentence or the one before it says; nil when nothing does.
  fileprivate func reasonToAskAgain(near index: Int) -> String? {
    let whole = 0..<folded.bytes.count
    if contains(.lexicon(.verification), in: whole) {
      return "it may be asked to find out who writes"
    }
    let near = [index - 1, index].filter { sentences.indices.contains($0) }
    let isRenewed = near.contains { contains(.lexicon(.confirming), in: sentences[$0].range) }
    return isRenewed ? "it may have to be confirmed, or another one is meant" : nil
  }
}

extension TicketView {
  /// Where a ticket says something.
  fileprivate struct Saying {
    /// The customer's message that says it (its index among the events); nil for a field.
    let event: Int?
    /// Whether it is named there, and only one is.
    let isClear: Bool
  }

  /// Where the ticket says something before an event, the clearest place first.
  fileprivate func saying(
    of particular: Particular, before event: Int, _ earlier: inout EarlierEvents
  ) -> Saying? {
    if particular == .personName, let name = ticket.customer.name, !name.isBlank {
      return Saying(event: nil, isClear: CustomerName.isOfPerson(name))
    }
    let fields = ticket.fields + ticket.customer.fields
    if fields.contains(where: { $0.says(particular) }) { return Saying(event: nil, isClear: true) }
    let said = earlier.sayings(of: particular, before: event, in: self)
    guard let best = said.best else { return nil }
    return Saying(event: best.event, isClear: best.value.isNamed && said.isOnly)
  }
}

extension JSONField {
  /// Whether the field holds this and says something.
  fileprivate func says(_ particular: Particular) -> Bool {
    switch value {
    case .string(let text):
      if text.isBlank { return false }
    case .integer: break
    case .null, .bool, .number, .array, .object: return false
    }
    return Particular(field: name) == particular
  }
}
