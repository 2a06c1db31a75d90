package import Clocks
package import SentenceModel
package import ServiceTime
package import Standards
import TextMatching
package import Tickets

/// Judges tickets by a catalogue.
package struct Auditor: Sendable {
  private let catalogue: Catalogue
  private var rules: Rules
  /// The promises by which a ticket's delay is told, also when it is judged by one standard alone.
  private let resolutions: Rules
  private let lists: WordLists
  /// Whether what logs show besides the standards is looked for.
  private let findsMore: Bool
  /// For each kind of observation, the lists that the catalogue's standards look it up in.
  private let observed: ObservedLists

  /// Prepares a catalogue's phrases for scanning.
  ///
  /// - Parameters:
  ///   - model: What judges sentences; the built-in one where nil.
  ///   - isForMany: Whether many replies will be judged: a draft alone is ready sooner without.
  ///   - findsMore: Whether audits tell what logs show besides the standards: without it
  ///     ``TicketAudit/findings`` stays empty, which for a catalogue of words alone is much faster.
  /// - Throws: ``AuditorError/patterns(_:)`` when the expressions need more memory than allowed.
  package init(
    _ catalogue: Catalogue, _ lexicon: Lexicon, _ model: SentenceModel? = nil,
    isForMany: Bool = true, findsMore: Bool = true
  ) throws(AuditorError) {
    self.catalogue = catalogue
    self.findsMore = findsMore
    rules = Rules(catalogue)
    var resolutions = catalogue
    resolutions.standards = catalogue.standards.filter { $0.requirement.key == Resolution.card.key }
    self.resolutions = Rules(resolutions)
    lists = try WordLists(
      catalogue, lexicon, model, isForMany: isForMany,
      readsActs: findsMore || catalogue.standards.contains { $0.requirement.asksForActs },
      readsSense: findsMore || !catalogue.standards.allSatisfy(\.asksForOwnWordsAlone))
    observed = ObservedLists(catalogue)
  }

  /// What the standards make of a ticket and its replies.
  ///
  /// - Parameters:
  ///   - ticket: The ticket.
  ///   - asOf: The moment up to which the log is known; its last event where nil.
  ///   - contacts: When customers got in touch in other tickets; nil where nobody has looked.
  /// - Returns: Verdicts in the order of the catalogue, the ticket's before the replies'.
  /// - Complexity: O(bytes of the messages + standards × replies).
  package func audit(
    _ ticket: Ticket, asOf: Instant? = nil, contacts: ContactIndex? = nil
  ) -> TicketAudit {
    audit(TicketView(ticket, lists, asOf: asOf), contacts)
  }

  private func audit(_ view: TicketView, _ contacts: ContactIndex?) -> TicketAudit {
    var verdicts: [Verdict] = []
    guard view.leftOut == nil else { return TicketAudit(view: view, verdicts: [], findings: []) }

    var ofTicket = TimedVerdicts(rules, view).all()
    for rule in rules.ofTickets {
      guard isInForce(rule, at: view.clockStart, in: view) else { continue }
      let match = rule.standard.scope.matches(view.ticket)
      guard match != .no, var judgement = judge(rule.standard.requirement, view, contacts) else {
        continue
      }
      if case .unknown(let field) = match {
        judgement = Judgement(
          .undecided, "whether this applies depends on '\(field)', which the log does not name")
      }
      ofTicket.append((rule.index, Verdict(judgement, rule, view, event: nil)))
    }
    ofTicket.sort { ($0.index, $0.verdict.event ?? -1) < ($1.index, $1.verdict.event ?? -1) }
    verdicts = ofTicket.map(\.verdict)
    var earlier = EarlierEvents()
    for (index, reply) in view.replies.enumerated() {
      // Many standards may point at the same reply: its offsets are counted once, if at all.
      var offsets: CodePointOffsets?
      for rule in rules.ofReplies {
        if let judgement = judge(rule, reply, at: index, in: view, &earlier) {
          let evidence = judgement.words(of: reply, &offsets)
          verdicts.append(
            Verdict(judgement, rule, view, event: reply.event, evidence: evidence))
        }
      }
    }
    return TicketAudit(view: view, verdicts: verdicts, findings: findsMore ? findings(view) : [])
  }

  private func findings(_ view: TicketView) -> [TicketFinding] {
    let shift = rules.desk.shift(for: view, zone: rules.zone)
    return view.log.findings(
      hours: shift.hours, shiftChanges: shift.changes, asksForSure: view.asksForSure)
      + view.promiseFindings(zone: rules.zone, hours: shift.hours)
  }

  /// The standard of an id.
  func standard(_ id: String) -> Standard? { catalogue.standards.first { $0.id == id } }

  /// Whether a standard needs to know of a customer's other tickets.
  package var needsContacts: Bool {
    catalogue.standards.contains { if case .firstContact = $0.requirement { true } else { false } }
  }

  /// Notes when the customer of a ticket got in touch.
  ///
  /// - Complexity: O(events + bytes of the customer's first messages).
  package func note(_ ticket: Ticket, in index: inout ContactIndex) {
    let customer = ticket.customer.name.map { CustomerName($0) }
    index.add(ticket) {
      MessageSense(customerText: $0, lists.ofCustomers, customer: customer).isEmpty
    }
  }

  /// What can be seen in each reply of a ticket, whatever the standards make of it.
  ///
  /// - Parameter additions: Whether messages that only add to a reply are observed as well.
  /// - Complexity: O(bytes of the messages).
  package func observe(_ ticket: Ticket, additions: Bool = false) -> ObservedTicket {
    let view = TicketView(ticket, lists, asOf: nil)
    return ObservedTicket(
      ticket: ticket,
      replies: (additions ? view.allReplies : view.replies).map { observe($0, in: view) },
      additions: view.additions.count)
  }

  private func observe(_ reply: TicketView.Reply, in view: TicketView) -> ObservedReply {
    let agent = view.message(at: reply.event)?.agent
    let hours = rules.desk.shift(for: view, zone: rules.zone).hours
    return ObservedReply(
      event: reply.event, scanned: reply.scanned,
      observations: ObservationKind.allCases.map {
        ($0, observed.observe($0, in: reply.scanned, by: agent))
      },
      traits: ReplyTrait.allCases.map { ($0, reply.scanned.observe($0, lists)) },
      measures: ReplyMeasures(reply.scanned),
      times: reply.scanned.namedTimes(
        sentAt: view.log.instant(of: reply.event), zone: rules.zone, hours: hours))
  }

  /// The verdicts on one reply of a ticket, the language that it is written in, and where wanted what
  /// can be seen in it.
  ///
  /// - Parameter event: The reply's index among the ticket's events.
  func check(
    replyAt event: Int, of ticket: Ticket, observing: Bool
  ) -> (verdicts: [Verdict], language: Language?, observed: ObservedReply?) {
    let view = TicketView(ticket, lists, asOf: nil)
    let reply = view.allReplies.first { $0.event == event }
    return (
      audit(view, nil).verdicts.filter { $0.event == event }, reply?.scanned.language,
      observing ? reply.map { observe($0, in: view) } : nil
    )
  }

  /// An auditor that judges by one standard alone, whenever that is in force, as its examples must be
  /// judged.
  func narrowed(to standard: Standard) -> Auditor {
    var timeless = standard
    timeless.inForce = .always
    var auditor = self
    var alone = catalogue
    alone.standards = [timeless]
    auditor.rules = Rules(alone)
    return auditor
  }

  /// Judges a ticket by a kind that is about tickets, and not about time; nil for the others.
  private func judge(
    _ requirement: Requirement, _ view: TicketView, _ contacts: ContactIndex?
  ) -> Judgement? {
    switch requirement {
    case .firstContact(let kind): kind.judge(view, catalogue, contacts)
    case .notify(let kind): kind.judge(view, promisedBy: resolutions)
    case .handover(let kind): kind.judge(view, catalogue)
    case .routing(let kind): kind.judge(view)
    case .intake(let kind): kind.judge(view)
    case .human(let kind): kind.judge(view)
    case .survey(let kind): kind.judge(view)
    case .checklist(let kind): kind.judge()
    case .firstResponse, .nextResponse, .pickUp, .acknowledge, .updateEvery, .resolution,
      .greeting, .addressByName, .signature, .closingQuestion, .nextStep, .vaguePromise, .upsell,
      .askedAgain, .authorise, .wording, .empathy, .brushOff, .blame, .calm, .language, .length,
      .readability, .spelling:
      nil
    }
  }

  /// Whether a standard holds for what happened at an event; without one it does.
  private func isInForce(_ rule: Rule, at event: Int?, in view: TicketView) -> Bool {
    guard let event else { return true }
    return rule.isInForce(at: view.ticket.events[event].at.instant, zone: rules.zone)
  }

  /// Judges a reply by a standard; nil when the standard is not about it.
  private func judge(
    _ rule: Rule, _ reply: TicketView.Reply, at index: Int, in view: TicketView,
    _ earlier: inout EarlierEvents
  ) -> Judgement? {
    guard isInForce(rule, at: reply.event, in: view) else { return nil }
    if reply.scanned.sentences.isEmpty {
      return Judgement(.undecided, "the reply has no words of its own")
    }
    let scope = rule.standard.scope
    switch scope.matches(view.ticket).and(scope.matches(reply.scanned.language)) {
    case .no: return nil
    case .unknown(let field):
      return Judgement(
        .undecided, "whether this applies depends on '\(field)', which nothing tells")
    case .yes: break
    }
    let isLast = index == view.replies.count - 1
    let isSolved = isLast ? view.isSolvedByLastReply : false
    var isLastForSure = true
    switch rule.stage {
    case .anyReply, .ticket: break
    case .firstReply: if index > 0 { return nil }
    case .lastReply:
      guard isLast else { return nil }
      if isSolved == false {
        return Judgement(
          .notApplicable, "the ticket is still open: this need not be the last reply")
      }
      isLastForSure = isSolved == true
    }
    let judgement: Judgement
    switch rule.standard.requirement {
    case .greeting(let kind): judgement = kind.judge(reply.scanned)
    case .addressByName(let kind):
      judgement = kind.judge(reply.scanned, customer: view.ticket.customer.name)
    case .signature(let kind):
      judgement = kind.judge(reply.scanned, agent: view.message(at: reply.event)?.agent)
    case .closingQuestion(let kind): judgement = kind.judge(reply.scanned)
    case .nextStep(let kind): judgement = kind.judge(reply.scanned, isSolved: isSolved)
    case .vaguePromise(let kind): judgement = kind.judge(reply.scanned)
    case .upsell(let kind):
      judgement = kind.judge(reply, in: view, id: rule.standard.id, &earlier)
    case .askedAgain(let kind): judgement = kind.judge(reply, in: view, lists, &earlier)
    case .authorise(let kind): judgement = kind.judge(reply, in: view, &earlier)
    case .wording(let kind):
      judgement = kind.judge(reply.scanned, in: view.ticket, lists, id: rule.standard.id)
    case .empathy(let kind): judgement = kind.judge(reply.scanned, in: view.ticket)
    case .brushOff(let kind): judgement = kind.judge(reply.scanned)
    case .blame(let kind): judgement = kind.judge(reply.scanned)
    case .calm(let kind): judgement = kind.judge(reply.scanned)
    case .language(let kind): judgement = kind.judge(reply, in: view, &earlier)
    case .length(let kind): judgement = kind.judge(reply.scanned)
    case .readability(let kind): judgement = kind.judge(reply.scanned)
    case .spelling(let kind): judgement = kind.judge(reply.scanned)
    case .firstResponse, .nextResponse, .pickUp, .acknowledge, .updateEvery, .resolution,
      .firstContact, .notify, .handover, .routing, .intake, .human, .survey, .checklist:
      return nil
    }
    if judgement.outcome == .missed, rule.stage == .lastReply,
      view.additions.contains(where: { $0.event > reply.event })
    {
      return Judgement(
        .undecided, "\(judgement.message); but a short message follows, which may belong to it",
        spans: judgement.spans)
    }
    if judgement.outcome == .missed, !isLastForSure {
      return Judgement(
        .undecided,
        "\(judgement.message); but the log does not say whether this reply solved the ticket",
        spans: judgement.spans)
    }
    return judgement
  }
}

extension Requirement {
  /// Whether what a reply's sentences do has a part in it, or may have.
  fileprivate var asksForActs: Bool {
    switch self {
    case .wording, .calm, .length, .readability, .spelling, .language, .addressByName, .signature,
      .firstResponse, .nextResponse, .pickUp, .acknowledge, .updateEvery, .resolution,
      .firstContact, .handover, .routing, .intake, .human, .survey, .checklist:
      false
    case .greeting, .closingQuestion, .nextStep, .vaguePromise, .upsell, .askedAgain, .authorise,
      .empathy, .brushOff, .blame, .notify:
      true
    }
  }
}

extension Standard {
  /// Whether it looks at a reply alone, and at no words but those that the catalogue names.
  fileprivate var asksForOwnWordsAlone: Bool {
    guard stage != .lastReply else { return false }
    return switch requirement {
    case .wording, .calm, .length, .readability, .spelling: true
    default: false
    }
  }

  /// Whether tickets are judged, rather than their replies.
  var isAboutTicket: Bool { requirement.kind.card.subject.isAboutTicket }

  /// The replies that are meant; where the standard does not say, what its kind suggests.
  var stage: Scope.Stage {
    if let stage = scope.stage { return stage }
    if case .closingQuestion = requirement { return .lastReply }
    return .anyReply
  }
}

/// The verdicts on one ticket.
package struct TicketAudit: Sendable {
  /// The ticket with its replies.
  package let view: TicketView
  /// The verdicts, the ticket's before the replies'.
  package var verdicts: [Verdict]
  /// What else a reviewer should see in its log, by time.
  package var findings: [TicketFinding]
}

extension Verdict {
  /// Ties a judgement to its ticket and standard.
  init(
    _ judgement: Judgement, _ rule: Rule, _ view: TicketView, event: Int?,
    evidence: [Evidence] = []
  ) {
    var message = judgement.message
    if view.isTopicTold, rule.isAboutTopics, let topic = view.ticket.topic {
      message += " (topic '\(topic)', told by the customer's words)"
    }
    self.init(
      ticket: view.ticket.id, event: event, standard: rule.standard.id, kind: rule.key,
      outcome: judgement.outcome, severity: rule.standard.severity, message: message,
      evidence: judgement.evidence(and: evidence), position: rule.index)
  }
}

extension Judgement {
  /// All that the judgement rests on: time, events, and words of a reply.
  fileprivate func evidence(and words: [Evidence]) -> [Evidence] {
    // Most rest on one of them, and many on none.
    if wait == nil, events.isEmpty { return words }
    var all: [Evidence] = []
    if let wait { all.append(.time(wait)) }
    if !events.isEmpty { all.append(.events(events)) }
    return words.isEmpty ? all : all + words
  }

  /// The words of a reply that the judgement rests on.
  ///
  /// - Parameter offsets: The reply's code point offsets, counted here when first needed.
  fileprivate func words(
    of reply: TicketView.Reply, _ offsets: inout CodePointOffsets?
  ) -> [Evidence] {
    guard !spans.isEmpty else { return [] }
    let text = reply.scanned.text
    let counted = offsets ?? CodePointOffsets(text)
    offsets = counted
    return spans.map { span in
      .words(
        Evidence.Words(
          event: reply.event, range: counted.codePoints(span), text: text.utf8Slice(span)))
    }
  }
}

extension String {
  /// The text between two UTF-8 offsets; they must lie within it, on character boundaries or not.
  func utf8Slice(_ range: Range<Int>) -> String {
    let bytes = utf8
    guard
      let start = bytes.index(
        bytes.startIndex, offsetBy: range.lowerBound, limitedBy: bytes.endIndex),
      let end = bytes.index(start, offsetBy: range.count, limitedBy: bytes.endIndex)
    else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
