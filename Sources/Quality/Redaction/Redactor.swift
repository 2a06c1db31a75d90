import Clocks
package import Conformance
package import Tickets

/// Masks personal data, so that a report can leave the house.
///
/// Masked are the names of the customer and of agents in any inflection, other names that stand with a
/// given name, a form of address or under a farewell, e-mail addresses, telephone numbers, payment cards,
/// accounts (IBAN), PESEL and rodné číslo. Agents keep a pseudonym each, so that they can be told apart.
///
/// ```swift
/// let redactor = Redactor(key: "our secret")
/// redactor.mask("Panie Tomaszu, proszę dzwonić: 22 000 00 14", of: ticket)
/// // "Panie ********, proszę dzwonić: ** *** ** **"
/// ```
package struct Redactor: Sendable {
  private let hash: SipHash
  /// The names of those who reviewed and waived, which no ticket tells.
  private let people: NameForms

  /// Creates a redactor.
  ///
  /// - Parameters:
  ///   - key: Chooses the pseudonyms: who does not know it cannot find out by trying names whose they
  ///     are. Where nil, one that nobody knows, so that no two redactors give the same.
  ///   - people: Reviewers and others whose names may stand in what they wrote.
  package init(key: String? = nil, people: [String] = []) {
    hash = key.map { SipHash(key: $0) } ?? SipHash(.random(in: 0 ... .max), .random(in: 0 ... .max))
    var names = NameForms()
    for person in people {
      // "Ola, head of service"
      let name = person.split(separator: ",").first ?? ""
      for word in name.split(whereSeparator: { !$0.isLetter }) where word.count > 2 {
        names.insert(String(word))
      }
    }
    self.people = names
  }

  /// What masks the texts of a ticket; made once for many texts.
  ///
  /// - Complexity: O(bytes of the ticket's texts).
  package func mask(of ticket: Ticket) -> TextMask { TextMask(ticket) }

  /// A text about a ticket, masked. Every code point stays one; see ``TextMask/mask(_:)``.
  ///
  /// - Complexity: O(bytes of the text and of the ticket's texts).
  package func mask(_ text: String, of ticket: Ticket) -> String { TextMask(ticket).mask(text) }

  /// What an agent is called instead, such as `agent-4k2m9x`: the same for the same key, whatever else is
  /// in the data.
  ///
  /// Of 1,000 agents two share a pseudonym once in 2,000 keys.
  package func agent(_ id: String) -> String { "agent-" + letters(id) }

  /// What a reviewer is called instead.
  package func reviewer(_ name: String) -> String { "reviewer-" + letters(name) }

  /// Six of 32 letters and digits, without those that are taken for others.
  private func letters(_ name: String) -> String {
    let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz0")
    var bits = hash.hash(name.utf8)
    var letters = ""
    for _ in 0..<6 {
      letters.append(alphabet[Int(bits & 31)])
      bits >>= 5
    }
    return letters
  }
}

extension Redactor {
  /// A ticket without personal data: its texts masked, its agents under their pseudonyms, the customer
  /// without a name, and nothing of what kwadrans does not know.
  ///
  /// - Complexity: O(bytes of its texts).
  package func masked(_ ticket: Ticket) -> Ticket { masked(ticket, by: mask(of: ticket)) }

  private func masked(_ ticket: Ticket, by mask: TextMask) -> Ticket {
    var copy = ticket
    copy.customer.id = nil
    copy.customer.name = ticket.customer.name.map { name in
      String(name.map { $0.isWhitespace ? $0 : TextMask.mark })
    }
    copy.customer.fields = []
    copy.fields = []
    copy.topic = ticket.topic.map(mask.mask)
    copy.events = ticket.events.map { event in
      var event = event
      event.fields = []
      event.kind = masked(event.kind, by: mask)
      return event
    }
    return copy
  }

  private func masked(_ kind: TicketEvent.Kind, by mask: TextMask) -> TicketEvent.Kind {
    switch kind {
    case .message(var message):
      message.agent = message.agent.map(agent)
      message.text = mask.mask(message.text)
      return .message(message)
    case .note(var note):
      note.agent = note.agent.map(agent)
      note.text = mask.mask(note.text)
      return .note(note)
    case .assign(var assignment):
      assignment.agent = assignment.agent.map(agent)
      return .assign(assignment)
    case .answered(let who):
      return .answered(agent: who.map(agent))
    case .work(var work):
      work.agent = work.agent.map(agent)
      return .work(work)
    case .rating(var rating):
      rating.text = rating.text.map(mask.mask)
      return .rating(rating)
    case .status, .priority, .channel, .abandoned, .survey, .merge, .other:
      return kind
    }
  }
}

extension Redactor {
  /// Verdicts and findings of a ticket without personal data: their messages, the words that they rest
  /// on, and what reviewers wrote. The offsets are those of the ticket as it was.
  ///
  /// - Complexity: O(bytes of the ticket's texts and of the verdicts).
  package func redact(_ audit: inout TicketAudit) {
    guard !audit.verdicts.isEmpty || !audit.findings.isEmpty else { return }
    let mask = mask(of: audit.view.ticket)
    let said = mask.knowing(people)
    var texts = MaskedTexts(audit.view.ticket, mask)
    audit.verdicts = audit.verdicts.map { verdict in
      let remark = verdict.remark.map { masked($0, by: mask, said) }
      return Verdict(
        ticket: verdict.ticket, event: verdict.event, standard: verdict.standard,
        kind: verdict.kind, outcome: verdict.outcome, severity: verdict.severity,
        message: remark?.decision?.sentence ?? mask.mask(verdict.message),
        evidence: verdict.evidence.map { texts.masked($0) }, remark: remark,
        position: verdict.position)
    }
    audit.findings = audit.findings.map { finding in
      finding.saying(mask.mask(finding.message))
    }
  }

  /// Why a reviewer decided as they did, without names.
  package func masked(reason: String, of ticket: Ticket) -> String {
    mask(of: ticket).knowing(people).mask(reason)
  }

  /// - Parameter said: Masks what people wrote, in which they may name each other.
  private func masked(_ remark: Remark, by mask: TextMask, _ said: TextMask) -> Remark {
    Remark(
      decision: remark.decision.map { decision in
        Remark.Decision(
          reviewer: reviewer(decision.reviewer), at: decision.at,
          reason: decision.reason.map(said.mask), automatic: decision.automatic,
          automaticMessage: mask.mask(decision.automaticMessage), isAppeal: decision.isAppeal,
          answers: decision.answers)
      },
      waiver: remark.waiver.map { waiver in
        Remark.Waiver(by: reviewer(waiver.by), why: said.mask(waiver.why), until: waiver.until)
      },
      isKnown: remark.isKnown)
  }
}

/// The messages of a ticket, masked when they are first asked for.
///
/// Evidence is cut from the whole message, since half a telephone number is none.
private struct MaskedTexts {
  private let ticket: Ticket
  private let mask: TextMask
  private var scalars: [Int: [Unicode.Scalar]] = [:]

  init(_ ticket: Ticket, _ mask: TextMask) {
    self.ticket = ticket
    self.mask = mask
  }

  mutating func masked(_ evidence: Evidence) -> Evidence {
    guard case .words(let words) = evidence else { return evidence }
    let text = masked(words.event)
    let range = words.range.clamped(to: 0..<text.count)
    guard range == words.range, range.count == words.text.unicodeScalars.count else {
      return .words(
        Evidence.Words(event: words.event, range: words.range, text: mask.mask(words.text)))
    }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: text[range])
    return .words(
      Evidence.Words(event: words.event, range: words.range, text: mask.mask(String(cut))))
  }

  private mutating func masked(_ event: Int) -> [Unicode.Scalar] {
    if let known = scalars[event] { return known }
    var text: [Unicode.Scalar] = []
    if ticket.events.indices.contains(event),
      case .message(let message) = ticket.events[event].kind
    {
      text = Array(mask.mask(message.text).unicodeScalars)
    }
    scalars[event] = text
    return text
  }
}
