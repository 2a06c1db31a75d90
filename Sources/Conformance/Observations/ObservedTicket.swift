import SentenceModel
import Standards
package import Tickets

/// What can be seen in the replies of a ticket.
package struct ObservedTicket: Sendable {
  /// The ticket.
  package let ticket: Ticket
  /// Its replies, by time.
  package let replies: [ObservedReply]
  /// How many messages only add to a reply.
  package let additions: Int
}

/// What can be seen in one reply.
package struct ObservedReply: Sendable {
  /// Its index among the ticket's events.
  package let event: Int
  /// Its text, scanned.
  package let scanned: ScannedReply
  /// Each kind with what was seen, in the order of the kinds.
  package let observations: [(kind: ObservationKind, observation: Observation)]
  /// What else is seen.
  package let traits: [(trait: ReplyTrait, observation: Observation)]
  /// How long it is, and how hard to read.
  package let measures: ReplyMeasures
  /// The times that it names, in order.
  package let times: [NamedTime]
}

/// The word lists in which each kind of observation is looked up: those that the standards name.
struct ObservedLists: Sendable {
  private var greetings: [WordList] = []
  private var questions: [WordList] = []
  private var offersOfHelp: [WordList] = []
  private var vaguePromises: [WordList] = []
  private var steps: [WordList] = []
  private var sales: [(phrases: WordList, products: WordList)] = []

  init(_ catalogue: Catalogue) {
    for standard in catalogue.standards {
      switch standard.requirement {
      case .greeting(let kind): greetings.add(kind.phrases)
      case .closingQuestion(let kind):
        questions.add(kind.phrases)
        if let offers = kind.offers { offersOfHelp.add(offers) }
      case .nextStep(let kind): steps.add(kind.phrases)
      case .vaguePromise(let kind): vaguePromises.add(kind.phrases)
      case .upsell(let kind):
        let pair = (
          phrases: kind.offers, products: WordList.catalogue(kind.products)
        )
        if !sales.contains(where: { $0 == pair }) { sales.append(pair) }
      case .firstResponse, .nextResponse, .pickUp, .acknowledge, .updateEvery, .resolution,
        .firstContact, .notify, .handover, .routing, .intake, .human, .survey, .checklist:
        break
      // What is seen of these needs no list of theirs, or is no observation.
      case .addressByName, .signature, .askedAgain, .authorise, .wording, .empathy, .brushOff,
        .blame, .calm, .language, .length, .readability, .spelling:
        break
      }
    }
  }

  /// Looks for one kind in a reply; undecided when it takes a list and no standard names one.
  ///
  /// - Parameter agent: Who wrote the reply, if the log says.
  func observe(
    _ kind: ObservationKind, in reply: ScannedReply, by agent: String?
  ) -> Observation {
    let notAsked = Observation.undecided([], "no standard of the catalogue speaks of it")
    switch kind {
    case .greeting:
      return greetings.isEmpty
        ? notAsked : GreetingObservation.observe(reply, phrases: greetings)
    case .closingQuestion:
      return ActObservation.closing(
        .closingQuestion, in: reply,
        besides: ClosingObservation.question(reply, phrases: questions))
    case .closingOffer:
      return ActObservation.closing(
        .closingOffer, in: reply,
        besides: ClosingObservation.offer(reply, phrases: offersOfHelp))
    case .vaguePromise:
      return ActObservation.vaguePromise(
        in: reply, besides: VaguePromiseObservation.observe(reply, phrases: vaguePromises))
    case .nextStep:
      return ActObservation.observe(
        .nextStep, in: reply, besides: NextStepObservation.observe(reply, phrases: steps))
    case .upsell:
      let seen = sales.map {
        UpsellObservation.observe(reply, phrases: [$0.phrases], products: [$0.products])
      }
      let listed =
        seen.first { $0.presence == .present } ?? seen.first { $0.presence == .undecided }
        ?? .absent("nothing is offered")
      let observed = ActObservation.observe(.upsell, in: reply, besides: listed)
      return UpsellObservation.isOwned(listed) && observed.presence == .present ? listed : observed
    case .commitsTime: return ActObservation.observe(.commitsTime, in: reply)
    case .empathy: return ActObservation.observe(.empathy, in: reply)
    case .brushOff: return ActObservation.observe(.brushOff, in: reply)
    case .blame: return ActObservation.observe(.blame, in: reply)
    case .named: return NameObservation.observe(reply)
    case .signed: return SignatureObservation.observe(reply, agent: agent)
    }
  }
}

extension [WordList] {
  /// Adds a list of the catalogue once.
  fileprivate mutating func add(_ name: String) {
    if !contains(.catalogue(name)) { append(.catalogue(name)) }
  }
}
